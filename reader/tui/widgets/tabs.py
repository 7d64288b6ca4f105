"""The strip of tabs that a narrow terminal has instead of columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.tui.actions import Where
from reader.tui.widgets.painted import PaintedView, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

PANES = (Where.ARTICLES, Where.TEXT, Where.QUOTATIONS, Where.FACTS)


class Tabs(PaintedView, can_focus=False):
    """Names the panes with their numbers; the one that is shown stands out."""

    ALLOW_SELECT = False

    @dataclass(eq=False, repr=False)
    class Picked(Message):
        """A tab was clicked."""

        where: Where

    _current = Where.ARTICLES

    @property
    def line_count(self) -> int:
        """One."""
        return 1

    def show(self, where: Where) -> None:
        """Let a tab stand out."""
        self._current = where
        self.refresh()

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Paint the tabs, short ones where there is little room."""
        del line
        pieces: list[Piece] = []
        for number, where in enumerate(PANES, start=1):
            name = str(where).capitalize() if width >= self.wide_enough else str(where)[:5].capitalize()
            looks = ("current-hit",) if where is self._current else ("dim",)
            pieces += (Piece(f" {number} {name} ", looks), Piece(" "))
        return pieces

    wide_enough = 48

    def on_click(self, event: events.Click) -> None:
        """Go to the tab under the mouse."""
        offset = event.get_content_offset(self)
        cells = 0
        for number, piece in enumerate(self.paint(0, self.view_width)):
            cells += len(piece.text)
            if offset is not None and offset.x < cells:
                self.post_message(self.Picked(PANES[number // 2]))
                return
