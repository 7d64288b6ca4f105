"""What was read: spans, raw and clean text, articles."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt


class Span(NamedTuple):
    """``[start, end)`` in code points of a clean text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return how many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class RemovedKind(StrEnum):
    """Why cleaning took a stretch out of the text."""

    REPEATED_TITLE = "repeated title"
    PHOTO_CREDIT = "photo credit"
    HOVER_CARD = "hover card"
    TRANSLATION_BANNER = "translation banner"
    PROMOTION = "promotion"
    RELATED = "related"
    PAGE_TIME = "page time"
    BYLINE = "byline"
    AUTHOR_BLURB = "author blurb"
    COPYRIGHT = "copyright"
    WIDGET = "widget"
    TAGS = "tags"
    AD_MARKER = "ad marker"
    REPEATED_LINE = "repeated line"


class Removed(NamedTuple):
    """A stretch of the raw text that cleaning took out."""

    raw_start: int
    raw_end: int
    kind: RemovedKind


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each code point of a clean text stood in the raw text.

    ``clean`` and ``raw`` are equally long and rising: run ``i`` starts at ``clean[i]`` and at ``raw[i]`` and is
    copied one to one up to the next run. The last entry is the pair of both lengths.
    """

    clean: tuple[int, ...] = (0,)
    raw: tuple[int, ...] = (0,)

    def to_raw(self, offset: int) -> int:
        """Return the raw offset of clean ``offset``; offsets outside the text are clamped to its ends."""
        run = max(0, bisect_right(self.clean, offset) - 1)
        if run == len(self.clean) - 1:
            return self.raw[-1]
        return min(self.raw[run] + max(0, offset - self.clean[run]), self.raw[run + 1])

    def span_to_raw(self, span: Span) -> Span:
        """Return the raw span whose ends are the raw places of the first and last code point of ``span``."""
        if span.end <= span.start:
            start = self.to_raw(span.start)
            return Span(start, start)
        return Span(self.to_raw(span.start), self.to_raw(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text without its junk, and the way back to the raw one."""

    text: str
    removed: tuple[Removed, ...] = ()
    title: str | None = None
    byline: str | None = None
    updated: str | None = None
    offsets: OffsetMap = field(default_factory=OffsetMap)

    def to_raw(self, offset: int) -> int:
        """Return the raw offset of clean ``offset``."""
        return self.offsets.to_raw(offset)


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as it came in: decoded text and whatever its container said of it."""

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    outlet_guessed: bool = False
    domain: str | None = None
    date: dt.date | None = None
    url: str | None = None
    byline: str | None = None
    updated: str | None = None
    language: str | None = None
    id: str | None = None


UNKNOWN_OUTLET = "unknown"
"""What stands for the outlet of an article that nothing tells of."""


class PastedText(str):
    """An input that names nothing: it is the text itself, as a person pasted it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's text about something, cleaned. ``version`` counts from 1 for each ``id``."""

    id: str
    text: str
    title: str = ""
    outlet: str = UNKNOWN_OUTLET
    outlet_guessed: bool = False
    domain: str | None = None
    date: dt.date | None = None
    url: str | None = None
    byline: str | None = None
    updated: str | None = None
    language: str = "en"
    raw: str = ""
    removed: tuple[Removed, ...] = ()
    offsets: OffsetMap = field(default_factory=OffsetMap)
    version: int = 1
    text_hash: str = ""


class AddResult(StrEnum):
    """What became of one input."""

    ADDED = "added"
    NEW_VERSION = "new version"
    ALREADY_THERE = "already there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of one input: ``article`` is its id where one was stored."""

    input: str
    result: AddResult
    reason: str | None = None
    article: str | None = None
