"""Outlets of a story side by side: aligned sentences linked, what differs marked, what only one has standing out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.screen import Screen

from reader.model import ItemRelation, Span
from reader.tui import keymap
from reader.tui.actions import Where
from reader.tui.opened import Passage
from reader.tui.side_by_side import SideBySide
from reader.tui.widgets.layers import Layer
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.wrapping import cut, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.tui.opened import OpenStory

SIGNS = {ItemRelation.AGREED: "=", ItemRelation.DIFFERS: "≠", ItemRelation.SINGLE: "+"}
FEWEST, AT_FIRST = 2, 3
READABLE = 40
"""The cells of the narrowest column to be added, frame and all: lines of fewer letters are hard to read."""
FRAME = 6


class Compare(Screen[Passage | None]):
    """Columns of text that scroll together; it ends with the place that is to be read on, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*keymap.bindings(Where.COMPARE)]

    def __init__(self, opened: OpenStory, names: Sequence[str], item: str | None, keys: Mapping[str, str]) -> None:
        """Compare these articles of a story, beginning at the fact of that id."""
        super().__init__()
        self._opened = opened
        self._names = list(names)
        self._keys = keys
        self._beside = SideBySide(opened, names)
        self._item = next((shared for shared in self._beside.shared if shared.id == item), None)
        self._tops: dict[str, int] = {}
        self.together = True
        self.columns = [_column() for _ in names]
        self.status = StatusLine(id="status")

    def compose(self) -> ComposeResult:
        """Lay out a column an article, and the foot."""
        with Horizontal(id="columns"):
            yield from self.columns
        with Horizontal(id="foot"):
            yield self.status

    def on_mount(self) -> None:
        """Fill the columns."""
        self.columns[0].focus()
        self.status.hint(Where.COMPARE, self._keys)
        self._fill()

    async def on_resize(self, event: events.Resize) -> None:
        """Fit the titles; columns that have no room any more go, the last first, never the one that has the keys."""
        before = len(self.columns)
        while len(self.columns) > max(FEWEST, event.size.width // READABLE):
            await self._close(len(self.columns) - (2 if self._here == len(self.columns) - 1 else 1))
        if len(self.columns) < before:
            self._fill()
            self.status.tell(f"no room for {before} columns: one needs {READABLE} cells")
        self._title(event.size.width)
        self.call_after_refresh(self._align)

    @property
    def _here(self) -> int:
        """Which column has the keys."""
        return next((place for place, column in enumerate(self.columns) if column.has_focus), 0)

    def _fill(self) -> None:
        """Show each article in its column and what these articles do with the facts; what was there stays in place."""
        self._beside = SideBySide(self._opened, self._names)
        for column, name in zip(self.columns, self._names, strict=True):
            if column.article is None or column.article.id != name:
                sentences = self._opened.analyses[name].sentences
                column.show(self._opened.articles[name], sentences=sentences, at=self._tops.get(name, 0))
                self._show_linked(column, name)
            self._mark(column, name)
        self._title(self.size.width)
        if self._item is None:
            self.action_fact(1)
        self._tell()
        self.call_after_refresh(self._align)

    def _mark(self, column: TextView, name: str) -> None:
        """Mark what an article tells alike, differently or alone."""
        signs: dict[int, str] = {}
        only: list[Span] = []
        differing: list[Span] = []
        for item in self._beside.items:
            spans = self._beside.words(item, name)
            relation = self._beside.relation(item)
            for span in spans:
                signs.setdefault(span.start, SIGNS[relation])
            if relation is ItemRelation.SINGLE:
                only += spans
            for difference in self._beside.differences(item):
                differing += [side.span for side in (difference.a, difference.b) if side.article == name]
        column.mark(Layer.ONLY, only)
        column.mark(Layer.DIFFERENCE, differing)
        column.sign(signs)
        column.border_subtitle = f"+ {len(only)} only here"

    def _title(self, width: int) -> None:
        """Say which outlet of how many stands in each column; where there is little room, the name is cut."""
        names = list(self._opened.articles)
        for column, name in zip(self.columns, self._names, strict=True):
            outlet = self._opened.articles[name].outlet
            letter = self._opened.letters.get(outlet, "")
            place = f" · {names.index(name) + 1} of {len(names)}"
            room = width // len(self.columns) - FRAME - len(place)
            column.border_title = cut(f"{letter} · {one_line(outlet)}", room) + place

    def _show_linked(self, column: TextView, name: str) -> None:
        """Show the linked fact in a column."""
        spans = self._beside.words(self._item, name) if self._item is not None else []
        column.mark(Layer.EVIDENCE, spans)
        if spans:
            column.jump(spans[0])
        else:
            column.let_go()

    def _align(self) -> None:
        """Show the linked fact at one height, near the top if that can be, in the columns not scrolled since."""
        holding = [(column, column.held) for column in self.columns if column.held is not None]
        rows = [column.rows_for(span) for column, span in holding]
        wanted = max([2, self.columns[0].view_height // 4, *(first for first, _ in rows)])
        for column, span in holding:
            column.jump(span, row=min([wanted, *(last for _, last in rows)]))

    def _tell(self) -> None:
        """Say what these articles do with the linked fact."""
        item, shared = self._item, self._beside.shared
        if item is not None and item in shared:
            says = "; ".join(difference.says for difference in self._beside.differences(item))
            sign = SIGNS[self._beside.relation(item)]
            self.status.tell(f"{sign} fact {shared.index(item) + 1} of {len(shared)}  {says}")
        elif shared:
            count = f"{len(shared)} fact{'' if len(shared) == 1 else 's'}"
            self.status.tell(f"these articles share {count}, but not this one")
        else:
            self.status.tell("these articles share no fact")

    def action_fact(self, step: int) -> None:
        """Link the next or previous fact."""
        item = self._beside.step(self._item, step)
        if item is None:
            return
        self._item = item
        for column, name in zip(self.columns, self._names, strict=True):
            self._show_linked(column, name)
        self._align()
        self._tell()

    def _not_shown(self) -> list[str]:
        """Return the articles that stand in no column, from the one after the focused column's on, round the end."""
        names = list(self._opened.articles)
        after = names.index(self._names[self._here]) + 1
        return [name for name in names[after:] + names[:after] if name not in self._names]

    def _tell_all_shown(self) -> None:
        count = len(self._names)
        self.status.tell(f"{'both' if count == FEWEST else f'all {count}'} articles of this story are shown already")

    def action_outlet(self, step: int) -> None:
        """Show the story's next or previous article that stands in no other column."""
        others = self._not_shown()
        if not others:
            self._tell_all_shown()
            return
        here = self._here
        self._tops[self._names[here]] = self.columns[here].top
        self._names[here] = others[0 if step > 0 else -1]
        self._fill()

    async def action_more(self) -> None:
        """Show one more article in a column of its own, which gets the keys."""
        others = self._not_shown()
        if not others:
            self._tell_all_shown()
        elif self.size.width // (len(self.columns) + 1) < READABLE:
            self.status.tell(f"no room for one more: a column needs {READABLE} cells")
        else:
            self._names.append(others[0])
            self.columns.append(_column())
            await self.query_one("#columns").mount(self.columns[-1])
            self.set_focus(self.columns[-1])
            self._fill()

    async def action_fewer(self) -> None:
        """Take away the column that has the keys; the one before it gets them."""
        if len(self.columns) == FEWEST:
            self.status.tell("a comparison takes two; Esc ends it")
            return
        here = self._here
        self.set_focus(self.columns[here - 1 if here else 1])
        await self._close(here)
        self._fill()

    async def _close(self, place: int) -> None:
        """Take a column away, and keep how far its article was read."""
        self._tops[self._names.pop(place)] = self.columns[place].top
        await self.columns.pop(place).remove()

    def action_move(self, lines: int) -> None:
        """Scroll by lines, all columns or the one that has the keys."""
        for column in self.columns:
            if self.together or column.has_focus:
                column.scroll_lines(lines)

    def action_move_page(self, pages: float) -> None:
        """Scroll by a part of what is visible."""
        self.action_move(round(pages * (self.columns[0].view_height - 1)))

    def action_edge(self, end: bool) -> None:  # noqa: FBT001 - textual hands an action's arguments over by position
        """Scroll to the top or the end."""
        self.action_move((1 if end else -1) * max(column.line_count for column in self.columns))

    def action_column(self, step: int) -> None:
        """Give the next column the keys."""
        self.set_focus(self.columns[(self._here + step) % len(self.columns)])

    def action_apart(self) -> None:
        """Scroll the columns together, or each alone."""
        self.together = not self.together
        self.status.tell("the columns scroll together" if self.together else "the columns scroll apart")

    def action_open(self) -> None:
        """Read on in the column that has the keys: at the linked fact, or where it has none at its first line."""
        column = self.columns[self._here]
        spans = column.marked(Layer.EVIDENCE) or [Span(column.top, column.top)]
        self.dismiss(Passage(self._names[self._here], spans[0]))

    def action_back(self) -> None:
        """Go back to the desk."""
        self.dismiss(None)

    def action_palette(self) -> None:
        """Choose an action by name."""
        self.app.action_command_palette()

    action_quit = action_back
    action_compare = action_back

    def action_help(self) -> None:
        """Explain the keys."""
        from reader.tui.screens.help import Help  # noqa: PLC0415 - seldom needed

        self.app.push_screen(Help(Where.COMPARE, self._keys))


def _column() -> TextView:
    column = TextView(classes="pane")
    column.shows_cursor = False
    return column


def choose(opened: OpenStory, shown: str | None, width: int) -> list[str]:
    """Return which articles of a story to put side by side: the one that is read, then those of other outlets."""
    names = list(opened.articles)
    first = shown if shown is not None and shown in opened.articles else names[0]
    others = [name for name in names if opened.articles[name].outlet != opened.articles[first].outlet]
    chosen = {opened.articles[name].outlet: name for name in reversed(others)}
    most = max(FEWEST, min(AT_FIRST, width // READABLE))
    return sorted([first, *list(reversed(chosen.values()))][:most], key=names.index)
