"""A list whose rows take a second line where one has no room for their words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import RowList, cells_of
from reader.tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.tui.widgets.row_list import Row

LOW = 8
"""In a list of fewer lines every row has one line: more rows tell more than whole ones."""
LEAST = 14
"""Cells that the words of a row need on a line, so that a second line is worth it."""


class TallList(RowList):
    """A list of sentences. The last piece of a row's ``left`` is broken between words, after at most one line.

    What is ``roomy`` stands at the right of the second line, under ``right``, or before it where all fits on one line.
    """

    def __init__(self, *, empty: str = "", id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start empty."""
        super().__init__(empty=empty, id=id, classes=classes)
        self._starts: list[int] = []
        self._breaks: list[int] = []

    @property
    def line_count(self) -> int:
        """Return how many lines the rows take, one to say that there is none."""
        return max(1, self._starts[-1]) if self._starts else 1

    @property
    def page(self) -> int:
        """Return how many rows are visible."""
        top = round(self.scroll_y)
        return max(2, self.place_at(top + self.view_height - 1) - self.place_at(top))

    def lines_of(self, place: int) -> range:
        """Return the lines that a row takes."""
        if place + 1 >= len(self._starts):
            return range(place, place + 1)
        return range(self._starts[place], self._starts[place + 1])

    def place_at(self, line: int) -> int:
        """Return the place of the row that a line is of; a line after the last row is of no row."""
        return bisect_right(self._starts, line) - 1 if line < self.line_count else len(self.rows)

    def measure(self) -> None:
        """Break the rows for the present width. Linear in their number."""
        width = self.view_width
        tall = self.view_height >= LOW
        self._starts = [0]
        self._breaks = []
        for row in self.rows:
            self._breaks.append(_break(row, width) if tall and row.value is not None else 0)
            self._starts.append(self._starts[-1] + (2 if self._breaks[-1] else 1))
        super().measure()

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Paint the first or the second line of a row."""
        if not self.rows:
            return super().paint(line, width)
        place = self.place_at(line)
        row = self.rows[place]
        at = self._breaks[place]
        if not at:
            return self.painted(place, row.left, _beside(row, width), width)
        *lead, words = row.left
        if line == self._starts[place]:
            return self.painted(place, (*lead, Piece(words.text[:at].rstrip(), words.looks)), row.right, width)
        indent = Piece(" " * cells_of(lead))
        rest = Piece(words.text[at:].lstrip(), words.looks)
        return self.painted(place, (indent, rest), _flush(row.roomy), width)


def _beside(row: Row, width: int) -> tuple[Piece, ...]:
    """Return what stands at the right of a row on one line."""
    both = (*row.roomy, *row.right)
    return both if cells_of(row.left) + cells_of(both) + 2 <= width else row.right


def _flush(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces without the blanks at their end, which part them from what stands beside them elsewhere."""
    return tuple(piece._replace(text=piece.text.rstrip()) if piece is pieces[-1] else piece for piece in pieces)


def _break(row: Row, width: int) -> int:
    """Return the offset in the row's words where its second line begins, 0 where one line has room for all."""
    *lead, words = row.left
    before = cells_of(lead)
    room = width - cells_of(row.right) - before - (2 if row.right else 1)
    whole = cell_len(words.text)
    if room < LEAST or whole + cells_of(row.roomy) <= room:
        return 0
    lines = wrap(words.text, room)
    return lines[1].start if len(lines) > 1 else len(words.text)
