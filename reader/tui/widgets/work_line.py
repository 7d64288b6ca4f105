"""The line above the foot that is there while long work goes on: how far it is, and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.tui.widgets.painted import PaintedView, Piece
from reader.tui.widgets.wrapping import cut, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY, STOPS = "ctrl+c", " stops "


class WorkLine(PaintedView, can_focus=False):
    """One line: the work on the left, the key that stops it on the right."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Say nothing."""
        super().__init__(id=id)
        self.text = ""
        self.stopping = False
        self.stoppable = True

    @property
    def line_count(self) -> int:
        """One."""
        return 1

    def say(self, text: str, *, stopping: bool = False, stoppable: bool = True) -> None:
        """Say how far the work is, and whether it is being stopped or can be; "" when there is nothing to say."""
        self.text, self.stopping, self.stoppable = one_line(text), stopping, stoppable
        self.refresh()

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Paint the work, cut where the key needs the room."""
        del line
        if self.stopping:
            return [Piece(" "), Piece(cut(f"stopping · {self.text}", width - 1), ("dim",))]
        if not self.stoppable:
            return [Piece(" "), Piece(cut(self.text, width - 1))]
        text = cut(self.text, max(0, width - len(KEY + STOPS) - 3))
        gap = max(0, width - 1 - cell_len(text) - len(KEY + STOPS))
        return [Piece(" "), Piece(text), Piece(" " * gap), Piece(KEY, ("key",)), Piece(STOPS, ("dim",))]
