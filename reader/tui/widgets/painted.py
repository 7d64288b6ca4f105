"""The base of the desk's own widgets: a scrolling view that paints only the lines that are visible."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Region
    from textual.selection import Selection


class Piece(NamedTuple):
    """Some words of a line, and the looks (names in the palette) laid over each other, the lowest first."""

    text: str
    looks: tuple[str, ...] = ()
    link: str = ""


class PaintedView(ScrollView, can_focus=True):
    """A view of ``line_count`` lines; subclasses say what is on each of them with ``paint``."""

    ALLOW_MAXIMIZE = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start with no lines."""
        super().__init__(id=id, classes=classes)
        self._styles_by_looks: dict[tuple[str, ...], Style] = {}
        self._painted_width = 1

    def render_str(self, text_content: str | Content) -> Content:
        """Return words as they are: titles have foreign words in them, and brackets are no markup."""
        return Content(text_content) if isinstance(text_content, str) else text_content

    @property
    def line_count(self) -> int:
        """How many lines there are to show."""
        raise NotImplementedError

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Return what is on a line, at most ``width`` cells of it."""
        raise NotImplementedError

    def selected_text(self, selection: Selection) -> str:
        """Return the words that a selection with the mouse covers."""
        width = self.view_width
        lines = ("".join(piece.text for piece in self.paint(line, width)) for line in range(self.line_count))
        return selection.extract("\n".join(lines))

    @property
    def view_width(self) -> int:
        """How many cells a line has."""
        return max(1, self.scrollable_content_region.width)

    @property
    def view_height(self) -> int:
        """How many lines are visible."""
        return max(1, self.scrollable_content_region.height)

    @property
    def page(self) -> int:
        """How many lines or rows a page key goes on by."""
        return max(2, self.view_height - 1)

    def measure(self) -> None:
        """Tell the scrollbar how many lines there are, and paint anew."""
        self.virtual_size = Size(self.view_width, self.line_count)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint what came into view, and the scrollbar only where its thumb moves: in a long list it seldom does."""
        if self.show_vertical_scrollbar and self._thumb(old_value) != self._thumb(new_value):
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def _thumb(self, top: float) -> int:
        """Return how many eighths of a cell the scrollbar's thumb stands below its top."""
        height = self.view_height
        room = height - max(1, height * height / max(1, self.virtual_size.height))
        return int(8 * room * top / max(1, self.max_scroll_y))

    def scroll_line_into_view(self, line: int, *, margin: int = 0) -> None:
        """Scroll by as little as needed for ``line`` to be visible with ``margin`` lines around it."""
        top = round(self.scroll_y)
        margin = min(margin, (self.view_height - 1) // 2)
        if line < top + margin:
            self.scroll_to(y=max(0, line - margin), animate=False, force=True)
        elif line > top + self.view_height - 1 - margin:
            self.scroll_to(y=line + margin - self.view_height + 1, animate=False, force=True)

    def look(self, looks: tuple[str, ...]) -> Style:
        """Return the style of looks laid over each other."""
        made = self._styles_by_looks.get(looks)
        if made is None:
            variables = self.app.theme_variables
            made = sum((palette.style(name, variables) for name in looks), self.rich_style)
            self._styles_by_looks[looks] = made
        return made

    def notify_style_update(self) -> None:
        """Forget the styles: the theme or the focus may have changed."""
        self._styles_by_looks.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint lines; the width, which takes longer to find than a line to paint, is looked for once."""
        self._painted_width = self.view_width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Paint the line at ``y`` of the visible ones."""
        line = y + self.scroll_offset.y
        width = self._painted_width
        if line >= self.line_count:
            return Strip.blank(width, self.rich_style)
        segments = []
        cells = 0
        for piece in self.paint(line, width):
            style = self.look(piece.looks)
            if piece.link:
                style += Style(link=piece.link)
            segments.append(Segment(piece.text, style))
            cells += cell_len(piece.text)
        if cells < width:
            segments.append(Segment(" " * (width - cells), self.look(())))
        strip = Strip(segments, max(cells, width))
        if cells > width:
            strip = strip.crop(0, width)
        return strip.apply_offsets(0, line) if self.ALLOW_SELECT else strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words that are selected with the mouse, for copying."""
        return self.selected_text(selection), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the new selection."""
        del selection
        self.refresh()
