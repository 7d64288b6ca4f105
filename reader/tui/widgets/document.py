"""An article as it is shown: its text, with or without what cleaning removed, broken into lines."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.tui import later
from reader.tui.widgets.layers import SpanIndex
from reader.tui.widgets.wrapping import Line, harmless, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, Span


class Document:
    """The text that is shown, and the way between its offsets and those of the article's clean text."""

    def __init__(self, article: Article, *, with_removed: bool = False) -> None:
        """Put what cleaning removed back to its place when ``with_removed`` is set."""
        self.removed: list[Span] = []
        self._places = [0]
        self._shifts = [0]
        text = harmless(article.text)
        if with_removed and article.removed and article.raw:
            text = self._with_removed(article, text)
        self.text = text

    def _with_removed(self, article: Article, text: str) -> str:
        parts: list[str] = []
        taken = 0
        shift = 0
        for start, end, _kind in sorted(article.removed):
            place = max(taken, _clean_place(article, start))
            given = harmless(article.raw[start:end])
            junk = given.strip("\n")
            if not junk.strip():
                continue
            opens_line = article.raw[max(0, start - 1) : start] in {"", "\n"} or given.startswith("\n")
            closes_line = article.raw[end : end + 1] in {"", "\n"} or given.endswith("\n")
            before = "\n" if opens_line and place and text[place - 1 : place] != "\n" else ""
            after = "\n" if closes_line and text[place : place + 1] not in {"", "\n"} else ""
            parts += (text[taken:place], before, junk, after)
            self.removed.append(later.model.Span(place + shift + len(before), place + shift + len(before) + len(junk)))
            shift += len(before) + len(junk) + len(after)
            self._places.append(place)
            self._shifts.append(shift)
            taken = place
        return "".join([*parts, text[taken:]])

    def shown(self, offset: int) -> int:
        """Return where clean ``offset`` stands in the shown text."""
        return offset + self._shifts[bisect_right(self._places, offset) - 1]

    def shown_span(self, span: Span) -> Span:
        """Return where the words of a clean span stand in the shown text (junk between them is covered too)."""
        if span.end <= span.start:
            place = self.shown(span.start)
            return later.model.Span(place, place)
        return later.model.Span(self.shown(span.start), self.shown(span.end - 1) + 1)

    def clean(self, offset: int) -> int:
        """Return the clean offset of a place in the shown text; the place where junk was, for junk."""
        low, high = 0, len(self._places) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._places[middle] + self._shifts[middle - 1] <= offset:
                low = middle
            else:
                high = middle - 1
        return max(self._places[low], offset - self._shifts[low])


def _clean_place(article: Article, raw_offset: int) -> int:
    """Return the clean offset before which a removed stretch of the raw text stood."""
    runs = article.offsets
    place = bisect_right(runs.raw, raw_offset) - 1
    if place < 0:
        return 0
    end = runs.clean[place + 1] if place + 1 < len(runs.clean) else len(article.text)
    return min(end, runs.clean[place] + raw_offset - runs.raw[place])


class Layout:
    """The lines of a text at one width: ``lines`` with a blank one between paragraphs, and their paragraph numbers."""

    def __init__(self, text: str, width: int, removed: Sequence[Span] = ()) -> None:
        """Wrap once; everything else is looked up.

        Paragraphs that lie in ``removed`` stretches are not counted: "¶ 3" is the same one whether they are shown.
        """
        junk = SpanIndex(removed)
        self.lines: list[Line] = []
        self.numbers: list[int] = []
        paragraph = 0
        blank_before = True
        previous_end = -2
        for line in wrap(text, width):
            if line.start == line.end or (line.end - line.start < width and text[line.start : line.end].isspace()):
                blank_before = True
                previous_end = line.end
                continue
            starts_paragraph = blank_before or text[previous_end : previous_end + 1] == "\n"
            if starts_paragraph:
                if self.lines:
                    self.lines.append(Line(line.start, line.start))
                    self.numbers.append(0)
                starts_paragraph = not _lies_in(junk, text, line.start)
                paragraph += starts_paragraph
            self.lines.append(line)
            self.numbers.append(paragraph if starts_paragraph else 0)
            blank_before = False
            previous_end = line.end
        self.paragraphs = paragraph
        self._starts = [line.start for line in self.lines]

    def line_of(self, offset: int) -> int:
        """Return the number of the line that shows ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)


def _lies_in(junk: SpanIndex, text: str, start: int) -> bool:
    """Tell whether the paragraph that begins at ``start`` has nothing but removed words."""
    if not junk.spans:
        return False
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    for span in junk.touching(start, end):
        if text[start : span.start].strip():
            return False
        start = max(start, span.end)
    return not text[start:end].strip()
