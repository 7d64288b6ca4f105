"""Prepared lines that scroll: the card of a fact, the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.tui.widgets.painted import PaintedView, Piece
from reader.tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.geometry import Size

PaintedLine = list[Piece]
FOLLOWING = 3


class LinesView(PaintedView):
    """Shows the lines that a function makes for a width; it is asked again when the width changes."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start with nothing to show."""
        super().__init__(id=id, classes=classes)
        self._make: Callable[[int], list[PaintedLine]] = lambda _width: []
        self._lines: list[PaintedLine] = []
        self._made_for = 0
        self._mark = ""

    @property
    def line_count(self) -> int:
        """How many lines were made."""
        return len(self._lines)

    def show(self, make: Callable[[int], list[PaintedLine]], *, mark: str = "") -> None:
        """Show what ``make`` returns for the width there is: from the top, or so that the line with ``mark`` is seen.

        The marked line stays visible, with the lines that follow it, when the size changes.
        """
        self._make = make
        self._mark = mark
        self._remake()
        self.scroll_to(y=0, animate=False, force=True)
        self._reveal()

    def _reveal(self) -> None:
        """Scroll by as little as needed for the marked line and those that belong to it."""
        marked = next((place for place, line in enumerate(self._lines) if self._is_marked(line)), None)
        if marked is not None:
            last = min(len(self._lines) - 1, marked + FOLLOWING, marked + self.view_height - 1)
            self.scroll_line_into_view(last)
            self.scroll_line_into_view(marked)

    def _is_marked(self, line: PaintedLine) -> bool:
        return bool(self._mark) and any(self._mark in piece.text for piece in line[:1])

    def _remake(self) -> None:
        self._made_for = self.view_width
        self._lines = self._make(self.view_width)
        self.measure()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width, so that the view can be as high as what it shows."""
        del container, viewport
        return len(self._make(max(1, width - self.scrollbar_size_vertical)))

    def on_resize(self, event: events.Resize) -> None:
        """Make the lines for the new width."""
        del event
        if self.view_width != self._made_for:
            self._remake()
        if self._mark:
            # As little as needed from the top: a view that was not laid out yet had no room for what stands above.
            self.scroll_to(y=0, animate=False, force=True)
        self._reveal()

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Return a prepared line."""
        del width
        return self._lines[line]


def flow(
    pieces: Iterable[Piece], width: int, *, indent: str = "", lead: Sequence[Piece] | None = None
) -> list[PaintedLine]:
    """Wrap words of several looks as one paragraph.

    Every line begins with ``indent``, the first with ``lead`` where one is given, which is as wide.
    """
    pieces = [piece for piece in pieces if piece.text]
    text = "".join(piece.text for piece in pieces)
    lines: list[PaintedLine] = []
    for line in wrap(text, width - cell_len(indent)):
        painted = list(lead) if lead is not None and not lines else [Piece(indent)]
        start = 0
        for piece in pieces:
            end = start + len(piece.text)
            left, right = max(start, line.start), min(end, line.end)
            if left < right:
                painted.append(Piece(text[left:right], piece.looks, piece.link))
            start = end
        lines.append(painted)
    return lines
