"""The window of a text around the first hit, and the stretch with the most. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE = 60
_LENGTH = 200
_LINE_BREAKS = {ord("\n"): " ", ord("\t"): " "}


class Snippet(NamedTuple):
    """A window of a text and the hits inside it, in offsets of the window."""

    text: str
    marks: tuple[Span, ...]


def cut(text: str, spans: Sequence[Span]) -> Snippet:
    """Return a window of about 200 characters around the first of ``spans``, or the beginning of the text."""
    first = spans[0].start if spans else 0
    start = _word_start(text, max(0, first - _BEFORE), first)
    end = _word_end(text, min(len(text), max(start + _LENGTH, spans[0].end if spans else 0)), start)
    before, after = "…" if start > 0 else "", "…" if end < len(text) else ""
    window = text[start:end].translate(_LINE_BREAKS)
    shift = len(before) - start
    marks = tuple(
        Span(span.start + shift, min(span.end, end) + shift)
        for span in spans[: bisect_left(spans, (end, end))]
        if span.start >= start
    )
    return Snippet(f"{before}{window}{after}", marks)


def densest(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Return those of rising ``spans`` that stand in the stretch of a snippet's length with the most different words.

    Of equal stretches it is the first.
    """
    words = [span.of(text).casefold() for span in spans]
    inside: Counter[str] = Counter()
    first = most = 0
    best = range(0)
    for last, span in enumerate(spans):
        inside[words[last]] += 1
        while span.end - spans[first].start > _LENGTH - _BEFORE:
            inside[words[first]] -= 1
            if not inside[words[first]]:
                del inside[words[first]]
            first += 1
        if len(inside) > most:
            most, best = len(inside), range(first, last + 1)
    return spans[best.start : best.stop]


def _word_start(text: str, start: int, latest: int) -> int:
    """Return the first beginning of a word from ``start`` on, at most ``latest``."""
    if start == 0:
        return 0
    while start < latest and not text[start - 1].isspace():
        start += 1
    return start


def _word_end(text: str, end: int, earliest: int) -> int:
    """Return the last end of a word up to ``end``, more than ``earliest``; ``end`` itself when there is none near."""
    if end == len(text):
        return end
    for place in range(end, max(earliest, end - _BEFORE), -1):
        if text[place].isspace():
            return place
    return end
