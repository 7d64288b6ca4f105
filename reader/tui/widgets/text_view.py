"""The text pane: an article with layers, and a cursor that stands on a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.tui.widgets.layered_text import LayeredText
from reader.tui.widgets.layers import Layer, SpanIndex
from reader.tui.widgets.wrapping import offset_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from reader.model import Article, Span

CONTEXT = 3


class TextView(LayeredText):
    """Shows an article, layers of spans over it, signs in the gutter, and a cursor that stands on a sentence."""

    @dataclass(eq=False, repr=False)
    class CursorMoved(Message):
        """The cursor stands on another sentence."""

        view: TextView
        offset: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start with nothing to show."""
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self.shows_cursor = True
        self._sentences: SpanIndex = SpanIndex()
        self.held: Span | None = None
        self._row: int | None = None

    def show(self, article: Article, *, sentences: Sequence[Span] = (), at: int = 0) -> None:
        """Show an article from its top (or with the line of offset ``at`` at the top), with no layers."""
        self.article = article
        self.cursor = at
        self._sentences = SpanIndex(sentences)
        self._clean_layers = {}
        self._signs = []
        self.held = None
        self._make_document(at)
        self._mark_cursor()

    def toggle_numbers(self) -> None:
        """Show or hide the numbers of the paragraphs."""
        self.numbered = not self.numbered
        self._wrap()

    def toggle_removed(self) -> None:
        """Show or hide what cleaning removed, dimmed and struck out, and keep the place."""
        self.with_removed = not self.with_removed
        signs = {self._document.clean(offset): sign for offset, sign in self._signs} if self._document else {}
        self._make_document(self.top)
        self._mark_cursor()
        self.sign(signs)

    def on_resize(self, event: events.Resize) -> None:
        """Break the text anew, keeping the place: what was jumped to stays visible."""
        del event
        if self.view_width != self._wrapped_at:
            self._wrap()
        if self.held is not None:
            self._reveal(self.held)

    def on_mouse_scroll_down(self) -> None:
        """Let go of what was jumped to."""
        self.let_go()

    on_mouse_scroll_up = on_mouse_scroll_down

    @property
    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        found = self._sentences.touching(self.cursor, self.cursor + 1)
        return found[0] if found else self._sentences.next_after(self.cursor)

    def jump(self, span: Span, *, row: int | None = None) -> None:
        """Put the cursor on ``span`` and show it with some lines around it, or from a row of the view on."""
        self.held, self._row = span, row
        self.set_cursor(span.start)
        self._reveal(span)

    def let_go(self) -> None:
        """Keep what was jumped to in view no longer."""
        self.held = None

    def scroll_lines(self, lines: int) -> None:
        """Scroll by so many lines and let go of what was jumped to."""
        self.let_go()
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def _lines_of(self, span: Span) -> tuple[int, int]:
        """Return the first and the last line that words stand on."""
        if self._document is None:
            return 0, 0
        ends = (span.start, max(span.start, span.end - 1))
        first, last = (len(self._header) + self._layout.line_of(self._document.shown(offset)) for offset in ends)
        return first, last

    def rows_for(self, span: Span) -> tuple[int, int]:
        """Return the first and the last row of the view that words can be scrolled to with all their lines in view."""
        first, last = self._lines_of(span)
        return max(0, first + self.view_height - self.line_count), max(
            0, min(first, self.view_height - 1 - last + first)
        )

    def _reveal(self, span: Span) -> None:
        first, last = self._lines_of(span)
        if self._row is not None:
            self.scroll_to(y=max(0, first - self._row), animate=False, force=True)
            return
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
        self.held = None
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

    @property
    def _cursor_visible(self) -> bool:
        return self.shows_cursor and self.has_focus

    def on_focus(self) -> None:
        """Show the sentence under the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show it no longer."""
        self.refresh()
