"""Two or three outlets side by side: aligned sentences linked, what differs marked, what only one has standing out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.screen import Screen

from reader.model import ItemRelation, Stance
from reader.tui import keymap
from reader.tui.actions import Where
from reader.tui.opened import Passage
from reader.tui.widgets.layers import Layer
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model import Article, ChecklistItem, Span
    from reader.tui.opened import OpenStory

SIGNS = {ItemRelation.AGREED: "=", ItemRelation.DIFFERS: "≠", ItemRelation.SINGLE: "+"}
TWO, THREE = 2, 3
WIDE_ENOUGH_FOR_THREE = 120


class Compare(Screen[Passage | None]):
    """Columns of text that scroll together; it ends with the place that is to be read on, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*keymap.bindings(Where.COMPARE)]

    def __init__(self, opened: OpenStory, names: Sequence[str], item: str | None, keys: Mapping[str, str]) -> None:
        """Compare these articles of a story, beginning at the fact of that id."""
        super().__init__()
        self._opened = opened
        self._names = list(names)
        self._keys = keys
        self._item = item
        self.together = True
        self.columns = [TextView(id=f"column-{number}", classes="pane") for number in range(len(names))]
        self.status = StatusLine(id="status")

    def compose(self) -> ComposeResult:
        """Lay out a column an article, and the foot."""
        with Horizontal(id="columns"):
            yield from self.columns
        with Horizontal(id="foot"):
            yield self.status

    def on_mount(self) -> None:
        """Fill the columns."""
        for column, name in zip(self.columns, self._names, strict=True):
            self._fill(column, self._opened.articles[name])
        self.columns[0].focus()
        self.status.hint(Where.COMPARE, self._keys)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        items = self._shared()
        wanted = next((item for item in items if item.id == self._item), items[0] if items else None)
        if wanted is not None:
            self._link(wanted)
        else:
            self.status.tell("no fact of these articles is told by more than one of them")

    def _fill(self, column: TextView, article: Article) -> None:
        column.shows_cursor = False
        column.show(article, sentences=self._opened.analyses[article.id].sentences)
        signs: dict[int, str] = {}
        only: list[Span] = []
        differing: list[Span] = []
        for item in self._opened.checklist.items:
            spans = self._words(item, article.id)
            relation = self._relation_here(item)
            for span in spans:
                signs.setdefault(span.start, SIGNS[relation])
            if relation is ItemRelation.SINGLE:
                only += spans
            differing += [
                side.span
                for difference in item.differences
                for side in (difference.a, difference.b)
                if side.article == article.id and not difference.harmless
            ]
        column.mark(Layer.ONLY, only)
        column.mark(Layer.DIFFERENCE, differing)
        column.sign(signs)
        letter = self._opened.letters.get(article.outlet, "")
        column.border_title = f"{letter} · {one_line(article.outlet)}"
        column.border_subtitle = f"{len(only)} only here +"

    def _relation_here(self, item: ChecklistItem) -> ItemRelation:
        """Return what these articles, and not all of the story, do with a fact."""
        having = [name for name in self._names if self._words(item, name)]
        if len(having) < TWO:
            return ItemRelation.SINGLE
        stances = {outlet: stance for outlet, stance in item.stances.items() if stance.words}
        here = {self._opened.articles[name].outlet for name in having}
        differs = any(stances[outlet].stance is Stance.DIFFERS for outlet in here if outlet in stances)
        return ItemRelation.DIFFERS if differs else ItemRelation.AGREED

    @staticmethod
    def _words(item: ChecklistItem, name: str) -> list[Span]:
        return [words.span for stance in item.stances.values() for words in stance.words if words.article == name]

    def _shared(self) -> list[ChecklistItem]:
        """Return the facts that at least two of the columns tell, in the first column's reading order."""
        shared = [item for item in self._opened.checklist.items if self._relation_here(item) is not ItemRelation.SINGLE]
        return sorted(
            shared, key=lambda item: [min(self._words(item, name), default=(1 << 40,)) for name in self._names]
        )

    def _link(self, item: ChecklistItem) -> None:
        """Show one fact in all columns, at the same height."""
        self._item = item.id
        for column, name in zip(self.columns, self._names, strict=True):
            spans = self._words(item, name)
            column.mark(Layer.EVIDENCE, spans)
            if spans:
                column.jump_to_height(spans[0], max(2, column.view_height // 4))
        shared = self._shared()
        says = "; ".join(difference.says for difference in item.differences if not difference.harmless)
        place = [other.id for other in shared].index(item.id) + 1
        self.status.tell(f"{SIGNS[self._relation_here(item)]} fact {place} of {len(shared)}  {says}")

    def action_fact(self, step: int) -> None:
        """Link the next or previous fact."""
        shared = self._shared()
        here = next((place for place, item in enumerate(shared) if item.id == self._item), -1)
        if shared:
            self._link(shared[(here + step) % len(shared)])

    def action_move(self, lines: int) -> None:
        """Scroll by lines, all columns or the one that has the keys."""
        for column in self.columns:
            if self.together or column.has_focus:
                column.scroll_to(y=column.scroll_y + lines, animate=False)

    def action_move_page(self, pages: float) -> None:
        """Scroll by a part of what is visible."""
        self.action_move(round(pages * (self.columns[0].view_height - 1)))

    def action_edge(self, end: bool) -> None:  # noqa: FBT001 - textual hands an action's arguments over by position
        """Scroll to the top or the end."""
        self.action_move((1 if end else -1) * max(column.line_count for column in self.columns))

    def action_column(self, step: int) -> None:
        """Give the next column the keys."""
        here = next((place for place, column in enumerate(self.columns) if column.has_focus), 0)
        self.set_focus(self.columns[(here + step) % len(self.columns)])

    def action_apart(self) -> None:
        """Scroll the columns together, or each alone."""
        self.together = not self.together
        self.status.tell("the columns scroll together" if self.together else "the columns scroll apart")

    def action_open(self) -> None:
        """Read on at the linked fact in the column that has the keys."""
        here = next((place for place, column in enumerate(self.columns) if column.has_focus), 0)
        spans = self.columns[here].marked(Layer.EVIDENCE)
        self.dismiss(Passage(self._names[here], spans[0]) if spans else None)

    def action_back(self) -> None:
        """Go back to the desk."""
        self.dismiss(None)

    action_quit = action_back
    action_compare = action_back

    def action_help(self) -> None:
        """Explain the keys."""
        from reader.tui.screens.help import Help  # noqa: PLC0415 - seldom needed

        self.app.push_screen(Help(Where.COMPARE, self._keys))


def choose(opened: OpenStory, shown: str | None, width: int) -> list[str]:
    """Return which articles of a story to put side by side: the one that is read, then those of other outlets."""
    names = list(opened.articles)
    first = shown if shown is not None and shown in opened.articles else names[0]
    others = [name for name in names if opened.articles[name].outlet != opened.articles[first].outlet]
    chosen = {opened.articles[name].outlet: name for name in reversed(others)}
    most = THREE if width >= WIDE_ENOUGH_FOR_THREE else TWO
    return sorted([first, *list(reversed(chosen.values()))][:most], key=names.index)
