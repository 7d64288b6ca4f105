"""Facts × outlets: who tells what, who differs, who has nothing, and how prominently."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import Horizontal
from textual.screen import Screen

from reader.model import ChecklistItem, Stance
from reader.tui import keymap, signs
from reader.tui.actions import Where
from reader.tui.widgets import fact_rows
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import Row, RowList
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.wrapping import cut, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model import OutletStance
    from reader.tui.opened import OpenStory

CELL, NARROW_CELL = 12, 3
ORIGINS = 5
WORDS = 30
"""Cells that the facts keep: where the outlets need more than the rest, some of them are out of view."""
SIDES = {"left": "h", "right": "l"}
LEGEND = "● reports   ≠ differs   · not found in the loaded text   3⊙1 three outlets, one origin"
_LOOKS = {Stance.REPORTS: "agreed", Stance.DIFFERS: "differs", Stance.NOT_FOUND: "dim"}


class Matrix(Screen[ChecklistItem | None]):
    """A row a fact, a column an outlet; it ends with the fact whose evidence is to be shown, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*keymap.bindings(Where.MATRIX)]

    def __init__(self, opened: OpenStory, item: str | None, keys: Mapping[str, str]) -> None:
        """Show a story's facts with the cursor on the one of that id."""
        super().__init__()
        self._opened = opened
        self._item = item
        self._keys = keys
        self._first, self._room = 0, 1  # the first outlet in view, and how many there is room for
        self.rows = RowList(empty="no facts yet", id="matrix", classes="pane")
        self.status = StatusLine(id="status")

    def compose(self) -> ComposeResult:
        """Lay out the table and the foot."""
        yield self.rows
        with Horizontal(id="foot"):
            yield self.status

    def on_mount(self) -> None:
        """Fill the table."""
        self.rows.border_subtitle = f"{fact_rows.counts(self._opened)} · {fact_rows.progress(self._opened)}"
        self.rows.focus()
        self.status.hint(Where.MATRIX, self._keys)
        self.status.tell(LEGEND)

    def on_resize(self, event: events.Resize) -> None:
        """Make the cells as wide as there is room for."""
        self._show(event.size.width)
        self._item = None

    def _show(self, width: int) -> None:
        """Show the facts and, from the first that is in view on, as many outlets as there is room for."""
        outlets = self._opened.checklist.outlets
        share = width * 11 // 20 // max(1, len(outlets))
        longest = max((cell_len(one_line(outlet)) for outlet in outlets), default=0) + 3
        cell = max(CELL, min(share, longest)) if share >= CELL else NARROW_CELL
        self._room = max(1, (width - WORDS - ORIGINS) // cell)
        self._first = max(0, min(self._first, len(outlets) - self._room))
        shown = outlets[self._first : self._first + self._room]
        rows = [self._heads(shown, cell), *(self._row(item, shown, cell) for item in self._opened.checklist.items)]
        self.rows.show(rows, key=self._item)
        self.rows.border_title = "Facts × outlets" + (self._part(len(shown)) if len(shown) < len(outlets) else "")

    def _part(self, shown: int) -> str:
        """Return which outlets are shown and the keys that show the others."""
        total = len(self._opened.checklist.outlets)
        left, right = (self._keys.get(f"outlets-{side}", key).split(",")[0] for side, key in SIDES.items())
        return f" {self._first + 1}–{self._first + shown} of {total} · {keymap.shown(left)} {keymap.shown(right)}"

    def action_outlets(self, steps: int) -> None:
        """Bring the outlets into view that are to the right or left of those that are shown."""
        before = self._first
        self._first += steps * self._room
        self._show(self.size.width)
        if self._first == before:
            self.status.tell(f"there is no outlet further {'right' if steps > 0 else 'left'}")

    def _heads(self, outlets: Sequence[str], cell: int) -> Row:
        letters = self._opened.letters
        names = [
            f"{letters.get(outlet, '?')} {one_line(outlet)}" if cell >= CELL else letters.get(outlet, "?")
            for outlet in outlets
        ]
        heads = [Piece(_fit(name, cell), ("outlet",)) for name in names]
        return Row("heads", (Piece(""),), (Piece(_fit(signs.ORIGIN, ORIGINS), ("dim",)), *heads))

    def _row(self, item: ChecklistItem, outlets: Sequence[str], cell: int) -> Row:
        fact = fact_rows.row(self._opened, item)
        cells = tuple(_cell(item.stances.get(outlet), cell) for outlet in outlets)
        return Row(item.id, fact.left, (Piece(_fit(fact_rows.origins(item), ORIGINS), ("dim",)), *cells), item)

    def action_move(self, lines: int) -> None:
        """Move by rows."""
        self.rows.move(lines)

    def action_move_page(self, pages: float) -> None:
        """Move by a part of what is visible."""
        self.rows.move(round(pages * (self.rows.view_height - 1)))

    def action_edge(self, end: bool) -> None:  # noqa: FBT001 - textual hands an action's arguments over by position
        """Move to the first or last fact."""
        self.rows.move_edge(end=end)

    def action_open(self) -> None:
        """Show the evidence for the fact under the cursor."""
        value = self.rows.value
        self.dismiss(value if isinstance(value, ChecklistItem) else None)

    def on_row_list_chosen(self) -> None:
        """Show the evidence for the fact that was chosen with the mouse."""
        self.action_open()

    def action_back(self) -> None:
        """Go back to the desk."""
        self.dismiss(None)

    def action_palette(self) -> None:
        """Choose an action by name."""
        self.app.action_command_palette()

    action_quit = action_back
    action_matrix = action_back

    def action_help(self) -> None:
        """Explain the keys."""
        from reader.tui.screens.help import Help  # noqa: PLC0415 - seldom needed

        self.app.push_screen(Help(Where.MATRIX, self._keys))


def _cell(stance: OutletStance | None, cells: int) -> Piece:
    found = stance.stance if stance else Stance.NOT_FOUND
    place = _short(stance.prominence) if stance and cells >= CELL else ""
    return Piece(_fit(f"{signs.of_stance(found)} {place}", cells), (_LOOKS[found],))


def _short(prominence: str) -> str:
    """Return ``¶3/9`` for ``¶ 3 of 9``."""
    return prominence.replace("¶ ", "¶").replace(" of ", "/")


def _fit(text: str, cells: int) -> str:
    text = cut(text, cells - 1)
    return text + " " * (cells - cell_len(text))
