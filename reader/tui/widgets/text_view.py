"""The text of one article: wrapped once, styled only where it is visible."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.model import Span
from reader.tui.widgets.document import Document, Layout
from reader.tui.widgets.layers import Layer, SpanIndex, runs
from reader.tui.widgets.painted import PaintedView, Piece
from reader.tui.widgets.wrapping import Line, cut, harmless, offset_at, one_line, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual import events
    from textual.selection import Selection

    from reader.model import Article

GUTTER = 3
NUMBER = 4
CONTEXT = 3


class TextView(PaintedView):
    """Shows an article, layers of spans over it, signs in the gutter, and a cursor that stands on a sentence."""

    @dataclass
    class CursorMoved(Message):
        """The cursor stands on another sentence."""

        view: TextView
        offset: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start with nothing to show."""
        super().__init__(id=id, classes=classes)
        self.article: Article | None = None
        self.cursor = 0
        self.numbered = False
        self.with_removed = False
        self.shows_cursor = True
        self._document: Document | None = None
        self._layout = Layout("", 40)
        self._header: list[Piece] = []
        self._wrapped_at = 0
        self._sentences: SpanIndex = SpanIndex()
        self._clean_layers: dict[Layer, list[Span]] = {}
        self._layers: dict[Layer, SpanIndex] = {}
        self._signs: list[tuple[int, str]] = []
        self._held: Span | None = None

    # what is shown

    @property
    def line_count(self) -> int:
        """The lines of the header and of the text."""
        return len(self._header) + len(self._layout.lines)

    def show(self, article: Article, *, sentences: Sequence[Span] = (), at: int = 0) -> None:
        """Show an article from its top (or with the line of offset ``at`` at the top), with no layers."""
        self.article = article
        self.cursor = at
        self._sentences = SpanIndex(sentences)
        self._clean_layers = {}
        self._signs = []
        self._held = None
        self._make_document(at)

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

    def toggle_numbers(self) -> None:
        """Show or hide the numbers of the paragraphs."""
        self.numbered = not self.numbered
        self._wrap()

    def toggle_removed(self) -> None:
        """Show or hide what cleaning removed, dimmed and struck out, and keep the place."""
        self.with_removed = not self.with_removed
        signs = {self._document.clean(offset): sign for offset, sign in self._signs} if self._document else {}
        self._make_document(self.top)
        self.sign(signs)

    def _make_document(self, at: int) -> None:
        if self.article is None:
            return
        self._document = Document(self.article, with_removed=self.with_removed)
        self._layers = {
            layer: SpanIndex(map(self._document.shown_span, spans)) for layer, spans in self._clean_layers.items()
        }
        self._layers[Layer.REMOVED] = SpanIndex(self._document.removed)
        self._wrapped_at = 0
        self._wrap(at)
        self._mark_cursor()

    def _wrap(self, at: int | None = None) -> None:
        """Break the text at the present width and keep the line of clean offset ``at`` at the top."""
        if self._document is None or self.article is None or not self.size:
            return
        at = self.top if at is None else at
        width = self.text_width
        self._wrapped_at = self.view_width
        self._layout = Layout(self._document.text, width)
        self._header = _header(self.article, width)
        self.measure()
        line = 0 if at == 0 else len(self._header) + self._layout.line_of(self._document.shown(at))
        self.scroll_to(y=line, animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        """Break the text anew, keeping the place: what was jumped to stays visible."""
        del event
        if self.view_width != self._wrapped_at:
            self._wrap()
        if self._held is not None:
            self._reveal(self._held)

    def on_mouse_scroll_down(self) -> None:
        """Let go of what was jumped to."""
        self._held = None

    def on_mouse_scroll_up(self) -> None:
        """Let go of what was jumped to."""
        self._held = None

    @property
    def gutter_width(self) -> int:
        """The cells before the text: signs, and the paragraph's number when shown."""
        return GUTTER + (NUMBER if self.numbered else 0)

    @property
    def text_width(self) -> int:
        """The cells that a line of text may take: never so many that the eye loses the line."""
        return max(4, min(self.view_width - self.gutter_width - 1, 100))

    # places

    @property
    def top(self) -> int:
        """The clean offset of the first visible line, 0 at the very top."""
        line = round(self.scroll_y) - len(self._header)
        if self._document is None or line < 0 or not self._layout.lines:
            return 0
        return self._document.clean(self._layout.lines[min(line, len(self._layout.lines) - 1)].start)

    @property
    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        found = self._sentences.touching(self.cursor, self.cursor + 1)
        return found[0] if found else self._sentences.next_after(self.cursor)

    @property
    def paragraphs(self) -> int:
        """How many paragraphs are shown."""
        return self._layout.paragraphs

    def jump(self, span: Span) -> None:
        """Put the cursor on ``span`` and show it with some lines around it."""
        self._held = span
        self.set_cursor(span.start)
        self._reveal(span)

    def jump_to_height(self, span: Span, height: int) -> None:
        """Put the cursor on ``span`` and its first line ``height`` lines below the top, wherever the text ends."""
        self.jump(span)
        if self._document is not None:
            line = len(self._header) + self._layout.line_of(self._document.shown(span.start))
            self.scroll_to(y=max(0, line - height), animate=False, force=True)

    def _reveal(self, span: Span) -> None:
        if self._document is None:
            return
        first = len(self._header) + self._layout.line_of(self._document.shown(span.start))
        last = len(self._header) + self._layout.line_of(self._document.shown(max(span.start, span.end - 1)))
        self.scroll_line_into_view(min(last, first + self.view_height - 1), margin=CONTEXT)
        self.scroll_line_into_view(first, margin=CONTEXT)

    def go_back_to(self, top: int, cursor: int) -> None:
        """Show the line of offset ``top`` at the top again, with the cursor where it was."""
        self.set_cursor(cursor)
        self._wrap(top)

    def set_cursor(self, offset: int) -> None:
        """Put the cursor on the sentence at a clean offset."""
        if self.article is None:
            return
        self.cursor = max(0, min(offset, len(self.article.text)))
        self._mark_cursor()
        self.post_message(self.CursorMoved(self, self.cursor))

    def _mark_cursor(self) -> None:
        sentence = self.sentence
        self.mark(Layer.SENTENCE, [sentence] if sentence else [])

    def move_lines(self, lines: int) -> None:
        """Move the cursor by so many lines and keep it visible."""
        self._held = None
        if self._document is None or not self._layout.lines:
            return
        here = self._layout.line_of(self._document.shown(self.cursor))
        step = 1 if lines > 0 else -1
        there = max(0, min(len(self._layout.lines) - 1, here + lines))
        while (
            0 < there < len(self._layout.lines) - 1 and self._layout.lines[there].start == self._layout.lines[there].end
        ):
            there += step
        self.set_cursor(self._document.clean(self._layout.lines[there].start))
        self.scroll_line_into_view(0 if there == 0 else there + len(self._header), margin=CONTEXT)

    def move_sentences(self, step: int) -> None:
        """Move the cursor to the next (1) or previous (-1) sentence."""
        sentence = self.sentence
        here = sentence.start if sentence else self.cursor
        there = self._sentences.next_after(here) if step > 0 else self._sentences.last_before(here)
        if there is not None:
            self.jump(there)

    def move_edge(self, *, end: bool) -> None:
        """Move to the first or the last line."""
        self.move_lines(self.line_count if end else -self.line_count)
        if not end:
            self.scroll_to(y=0, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse was pressed."""
        offset = event.get_content_offset(self)
        line = (offset.y if offset else 0) + self.scroll_offset.y - len(self._header)
        if offset is None or self._document is None or not 0 <= line < len(self._layout.lines):
            return
        place = offset_at(self._document.text, self._layout.lines[line], offset.x - self.gutter_width)
        self.set_cursor(self._document.clean(place))

    # painting

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
        return self.shows_cursor and self.has_focus

    def on_focus(self) -> None:
        """Show the sentence under the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show it no longer."""
        self.refresh()

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
            spans = [Span(start, start + len(words))]
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
