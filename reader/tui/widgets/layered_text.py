"""A text with layers over it: wrapped once, styled only where it is visible."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.tui import later
from reader.tui.widgets.document import Document, Layout
from reader.tui.widgets.layers import Layer, SpanIndex, runs
from reader.tui.widgets.painted import PaintedView, Piece
from reader.tui.widgets.wrapping import Line, cut, harmless, one_line, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.selection import Selection

    from reader.model import Article, Span

GUTTER = 3
NUMBER = 4
WIDEST = 100


class LayeredText(PaintedView):
    """Shows an article, layers of spans over its words, and signs in the gutter."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start with nothing to show."""
        super().__init__(id=id, classes=classes)
        self.article: Article | None = None
        self.numbered = False
        self.with_removed = False
        self._document: Document | None = None
        self._layout = Layout("", 40)
        self._header: list[Piece] = []
        self._wrapped_at = 0
        self._clean_layers: dict[Layer, list[Span]] = {}
        self._layers: dict[Layer, SpanIndex] = {}
        self._signs: list[tuple[int, str]] = []

    @property
    def line_count(self) -> int:
        """The lines of the header and of the text."""
        return len(self._header) + len(self._layout.lines)

    def mark(self, layer: Layer, spans: Iterable[Span]) -> None:
        """Replace what one layer lays over the text; spans are of the clean text."""
        if self._document is None:
            return
        self._clean_layers[layer] = list(spans)
        self._layers[layer] = SpanIndex(map(self._document.shown_span, self._clean_layers[layer]))
        self.refresh()

    def sign(self, signs: Mapping[int, str]) -> None:
        """Put one-cell signs into the gutter of the lines that show these clean offsets."""
        if self._document is not None:
            self._signs = sorted((self._document.shown(offset), sign) for offset, sign in signs.items())
            self.refresh()

    def marked(self, layer: Layer) -> list[Span]:
        """Return the spans of a layer, as they were given."""
        return self._clean_layers.get(layer, [])

    def _make_document(self, at: int) -> None:
        """Lay the article out from its text on, with or without what was removed."""
        if self.article is None:
            return
        self._document = Document(self.article, with_removed=self.with_removed)
        self._layers = {
            layer: SpanIndex(map(self._document.shown_span, spans)) for layer, spans in self._clean_layers.items()
        }
        self._layers[Layer.REMOVED] = SpanIndex(self._document.removed)
        self._wrapped_at = 0
        self._wrap(at)

    def _wrap(self, at: int | None = None) -> None:
        """Break the text at the present width and keep the line of clean offset ``at`` at the top."""
        if self._document is None or self.article is None or not self.size:
            return
        at = self.top if at is None else at
        width = self.text_width
        self._wrapped_at = self.view_width
        self._layout = Layout(self._document.text, width, self._document.removed)
        self._header = _header(self.article, width)
        self.measure()
        line = 0 if at == 0 else len(self._header) + self._layout.line_of(self._document.shown(at))
        self.scroll_to(y=line, animate=False, force=True)

    @property
    def gutter_width(self) -> int:
        """The cells before the text: signs, and the paragraph's number when shown."""
        return GUTTER + (NUMBER if self.numbered else 0)

    @property
    def text_width(self) -> int:
        """The cells that a line of text may take: never so many that the eye loses the line."""
        return max(4, min(self.view_width - self.gutter_width - 1, WIDEST))

    @property
    def top(self) -> int:
        """The clean offset of the first visible line, 0 at the very top."""
        line = round(self.scroll_y) - len(self._header)
        if self._document is None or line < 0 or not self._layout.lines:
            return 0
        return self._document.clean(self._layout.lines[min(line, len(self._layout.lines) - 1)].start)

    @property
    def paragraphs(self) -> int:
        """How many paragraphs are shown."""
        return self._layout.paragraphs

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Paint the gutter and the words of a line with the layers that lie over them."""
        del width
        if line < len(self._header):
            return [Piece(" " * self.gutter_width), self._header[line]]
        number = line - len(self._header)
        shown = self._layout.lines[number]
        return [*self._gutter(number, shown), *self._words(shown)]

    def _words(self, line: Line) -> list[Piece]:
        if self._document is None or line.start == line.end:
            return []
        text = self._document.text
        layers = self._layers
        if not self._cursor_visible:
            layers = {layer: index for layer, index in layers.items() if layer is not Layer.SENTENCE}
        return [Piece(text[start:end], tuple(over)) for start, end, over in runs(line.start, line.end, layers)]

    @property
    def _cursor_visible(self) -> bool:
        """Whether the sentence under a cursor is shown; a text alone has none."""
        return False

    def _gutter(self, number: int, line: Line) -> list[Piece]:
        bar = " "
        if line.end > line.start:
            if self._touches(Layer.EVIDENCE, line):
                bar = "┃"
            elif self._cursor_visible and self._touches(Layer.SENTENCE, line):
                bar = "▎"
        pieces = [Piece(bar, ("bar",)), Piece(f"{self._sign_of(line)} ", ("strong",))]
        if self.numbered:
            paragraph = self._layout.numbers[number]
            pieces.insert(0, Piece(f"{paragraph or '':>{NUMBER - 1}} ", ("number",)))
        return pieces

    def _touches(self, layer: Layer, line: Line) -> bool:
        index = self._layers.get(layer)
        return index is not None and bool(index.spans) and bool(index.touching(line.start, line.end))

    def _sign_of(self, line: Line) -> str:
        place = bisect_left(self._signs, (line.start, ""))
        if place < len(self._signs) and self._signs[place][0] < line.end:
            return self._signs[place][1]
        return " "

    def selected_text(self, selection: Selection) -> str:
        """Return the words of the text (not of the gutter) that the mouse selected, without the line breaks we made."""
        if self._document is None or not self._layout.lines:
            return ""
        last = len(self._layout.lines) - 1
        start, end = 0, len(self._document.text)
        if selection.start is not None:
            line = self._layout.lines[max(0, min(last, selection.start.y - len(self._header)))]
            start = min(line.end, line.start + max(0, selection.start.x - self.gutter_width))
        if selection.end is not None:
            line = self._layout.lines[max(0, min(last, selection.end.y - len(self._header)))]
            end = min(line.end, line.start + max(0, selection.end.x - self.gutter_width))
        return self._document.text[start:end]

    def selection_updated(self, selection: Selection | None) -> None:
        """Show the selection as a layer."""
        spans: list[Span] = []
        if selection is not None and self._document is not None and (words := self.selected_text(selection)):
            first = selection.start.y - len(self._header) if selection.start is not None else 0
            line = self._layout.lines[max(0, min(len(self._layout.lines) - 1, first))]
            column = max(0, selection.start.x - self.gutter_width) if selection.start is not None else 0
            start = min(line.end, line.start + column)
            spans = [later.model.Span(start, start + len(words))]
        self._layers[Layer.SELECTION] = SpanIndex(spans)
        self.refresh()


def _header(article: Article, width: int) -> list[Piece]:
    """Return the headline, the byline and a blank line; nothing that the text itself begins with."""
    title = harmless(article.title.strip())
    lines = []
    if title and not article.text.lstrip().startswith(article.title.strip(" \n…")):
        lines += [Piece(title[line.start : line.end], ("title",)) for line in wrap(title, width)]
    updated = f"updated {article.updated}" if article.updated else None
    said_below = " · ".join(part for part in (article.byline, updated, article.url) if part)
    if said_below:
        link = article.url if article.url and article.url.startswith(("http://", "https://")) else ""
        lines.append(Piece(cut(one_line(said_below), width), ("dim",), harmless(link)))
    return [*lines, Piece("")] if lines else []
