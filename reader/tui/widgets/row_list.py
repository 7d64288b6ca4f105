"""A list of rows with a cursor; ten thousand rows cost no more than the ones that are visible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from rich.cells import cell_len
from textual.message import Message

from reader.tui.widgets.painted import PaintedView, Piece
from reader.tui.widgets.wrapping import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

ROOMY = 46
LEAD = 2


class Row(NamedTuple):
    """One line of a list.

    ``left`` is cut where there is no room for it, ``right`` stands at the right edge in whole; ``key`` names the row
    through a refresh; a row without a ``value`` is passed over by the cursor; ``roomy`` stands before ``right`` where
    the list is at least ``ROOMY`` cells wide.
    """

    key: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()
    value: object = None
    roomy: tuple[Piece, ...] = ()


class RowList(PaintedView):
    """A list with a cursor. It posts ``Moved`` when the cursor moves and ``Chosen`` on Enter or a double click."""

    ALLOW_SELECT = False

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor stands on another row."""

        list: RowList
        row: Row

        @property
        def control(self) -> RowList:
            """The list, so that handlers can be for one list alone."""
            return self.list

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """A row was chosen."""

        list: RowList
        row: Row

        @property
        def control(self) -> RowList:
            """The list, so that handlers can be for one list alone."""
            return self.list

    def __init__(self, *, empty: str = "", id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start empty; ``empty`` is what is said then."""
        super().__init__(id=id, classes=classes)
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self.empty = empty

    @property
    def line_count(self) -> int:
        """One line a row, and one to say that there is none."""
        return max(1, len(self.rows))

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def value(self) -> object:
        """What the row under the cursor stands for."""
        row = self.current
        return row.value if row else None

    def show(self, rows: Sequence[Row], *, key: str | None = None) -> None:
        """Show these rows with the cursor on the row of that key, or else where it was."""
        wanted = key if key is not None else (self.current.key if self.current else None)
        self.rows = rows
        place = None if wanted is None else _place_of(rows, wanted)
        self.cursor = self._nearest(min(self.cursor, len(rows) - 1) if place is None else place, 1)
        self.measure()
        self._keep_visible()

    def move(self, steps: int) -> None:
        """Move the cursor by so many rows, passing over rows that stand for nothing."""
        if not self.rows:
            return
        direction = 1 if steps > 0 else -1
        there = self._nearest(max(0, min(len(self.rows) - 1, self.cursor + steps)), direction)
        self.go(there)

    def move_edge(self, *, end: bool) -> None:
        """Move to the first or last row."""
        self.move(len(self.rows) if end else -len(self.rows))
        if not end:
            self.scroll_to(y=0, animate=False, force=True)

    def go(self, place: int) -> None:
        """Put the cursor on the row at ``place``."""
        if place == self.cursor or not 0 <= place < len(self.rows):
            return
        before, self.cursor = self.cursor, place
        self._refresh_row(before)
        self._refresh_row(place)
        self._keep_visible()
        self.post_message(self.Moved(self, self.rows[place]))

    def go_to_key(self, key: str) -> bool:
        """Put the cursor on the row of that key; tell whether there is one."""
        place = _place_of(self.rows, key)
        if place is None:
            return False
        self.go(place)
        return True

    def choose(self) -> None:
        """Choose the row under the cursor."""
        row = self.current
        if row is not None and row.value is not None:
            self.post_message(self.Chosen(self, row))

    def _nearest(self, place: int, direction: int) -> int:
        """Return the nearest row that stands for something, looking first in the given direction."""
        for step in (direction, -direction):
            there = place
            while 0 <= there < len(self.rows):
                if self.rows[there].value is not None:
                    return there
                there += step
        return max(0, place)

    def lines_of(self, place: int) -> range:
        """Return the lines that a row takes: one."""
        return range(place, place + 1)

    def place_at(self, line: int) -> int:
        """Return the place of the row that a line is of."""
        return line

    def _refresh_row(self, place: int) -> None:
        for line in self.lines_of(place):
            self.refresh_line(line)

    def _keep_visible(self) -> None:
        # Rows above that only say what follows are shown with the first row under them.
        lead = self.cursor
        while lead > 0 and self.rows[lead - 1].value is None and self.cursor - lead < LEAD:
            lead -= 1
        self.scroll_line_into_view(self.lines_of(self.cursor)[-1], margin=1)
        self.scroll_line_into_view(self.lines_of(lead)[0])

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Paint a row, with the cursor under it."""
        if not self.rows:
            return [Piece(cut(f" {self.empty}", width), ("dim",))]
        row = self.rows[line]
        right = (*row.roomy, *row.right) if width >= ROOMY else row.right
        return self.painted(line, row.left, right, width)

    def painted(self, place: int, left: Iterable[Piece], right: Sequence[Piece], width: int) -> Sequence[Piece]:
        """Paint a line of the row at ``place``: ``left`` in the room that ``right`` leaves, over the cursor."""
        under: tuple[str, ...] = ()
        if place == self.cursor and self.rows[place].value is not None:
            under = ("cursor-focused",) if self.has_focus else ("cursor",)
        right_cells = cells_of(right)
        room = width - right_cells - (1 if right else 0) - 1
        pieces = [Piece("▌" if under == ("cursor-focused",) else " ", (*under, "bar"))]
        for piece in left:
            text = cut(piece.text, room)
            room -= cell_len(text)
            pieces.append(Piece(text, under + piece.looks))
            if room <= 0 or len(text) < len(piece.text):
                break
        gap = width - right_cells - cells_of(pieces)
        pieces.append(Piece(" " * gap, under))
        pieces += [Piece(piece.text, under + piece.looks) for piece in right]
        return pieces

    def on_click(self, event: events.Click) -> None:
        """Move to the row under the mouse; a second click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place = self.place_at(offset.y + self.scroll_offset.y)
        if place < len(self.rows) and self.rows[place].value is not None:
            self.go(place)
            if event.chain > 1:
                self.choose()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor visible."""
        del event
        self.measure()
        if self.rows:
            self._keep_visible()

    def on_focus(self) -> None:
        """Show that keys now go here."""
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        """Show that keys now go elsewhere."""
        self._refresh_row(self.cursor)


def cells_of(pieces: Iterable[Piece]) -> int:
    """Return how many cells the pieces take together."""
    return sum(cell_len(piece.text) for piece in pieces)


@runtime_checkable
class Keyed(Protocol):
    """Rows that know where the row of a key stands."""

    def place_of(self, key: str) -> int | None:
        """Return where the row of that key stands."""
        ...


def _place_of(rows: Sequence[Row], key: str) -> int | None:
    if isinstance(rows, Keyed):
        return rows.place_of(key)
    return next((place for place, row in enumerate(rows) if row.key == key), None)
