"""What of an article goes into the index: its words by area with weights and positions, and its facets."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.index.terms import GAP, terms
from reader.model import QuotationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.index.terms import Term
    from reader.model import Analysis, Article, Span

ANALYSIS = 1
"""Counts up when what is indexed of an article changes; an index made under another number is rebuilt."""

_TITLE_WEIGHT = 4.0
_LEAD_WEIGHT = 1.5
_QUOTATION_WEIGHT = 1.2
_SPEAKER_WEIGHT = 1.5
_LEAD_LENGTH = 400
_USUAL_LENGTH = 450.0
_LENGTH_SHARE = 0.5
_SEPARATOR = "\x1f"


class Area(StrEnum):
    """A part of an article that a query can ask for by name."""

    TEXT = "text"
    TITLE = "title"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    CUE = "cue"


class Occurrences(NamedTuple):
    """One word in one area of one article: its weight, and its positions as an array of 32-bit numbers."""

    word: bytes
    weight: float
    positions: bytes


@dataclass(frozen=True, slots=True)
class Facets:
    """What an article is filtered by, and ``id``. ``date`` is its ordinal, 0 if it has none."""

    id: str
    outlet: str = ""
    domain: str = ""
    language: str = ""
    date: int = 0
    has_quotation: bool = False

    def to_text(self) -> str:
        """Return the facets in one string."""
        fields = (self.id, self.outlet, self.domain, self.language, str(self.date), "q" if self.has_quotation else "")
        return _SEPARATOR.join(field.replace(_SEPARATOR, " ") for field in fields)

    @classmethod
    def from_text(cls, written: str) -> Facets:
        """Return the facets that ``to_text`` wrote."""
        id_, outlet, domain, language, date, quotation = written.split(_SEPARATOR)
        return cls(id_, outlet, domain, language, int(date), quotation == "q")


def facets(article: Article, analysis: Analysis) -> Facets:
    """Return what an article is filtered by."""
    return Facets(
        id=article.id,
        outlet=article.outlet,
        domain=article.domain or "",
        language=article.language,
        date=article.date.toordinal() if isinstance(article.date, dt.date) else 0,
        has_quotation=any(_is_somebodys(quotation.kind) for quotation in analysis.quotations),
    )


def areas(article: Article, analysis: Analysis) -> dict[Area, list[Occurrences]]:
    """Return the words of an article by area; areas without words are left out."""
    title = terms(article.title)
    body = terms(article.text)
    quotations = [quotation for quotation in analysis.quotations if _is_somebodys(quotation.kind)]
    quoted = _stretches(body, (quotation.span for quotation in quotations))
    speakers = {speaker.span: speaker for quotation in quotations if (speaker := quotation.speaker)}
    names = dict.fromkeys(name for speaker in speakers.values() for name in (speaker.name, speaker.mention) if name)
    cues = [quotation.cue for quotation in quotations if quotation.cue]

    boosts = _boosts(body, quoted, _stretches(body, speakers))
    length = len(title) + len(body)
    share = 1.0 / (1.0 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH)
    everywhere = [
        (0, title, [_TITLE_WEIGHT * share] * len(title)),
        (len(title) + GAP, body, [b * share for b in boosts]),
    ]
    found = {
        Area.TEXT: _occurrences(everywhere),
        Area.TITLE: _occurrences(_in_sequence([title])),
        Area.QUOTATION: _occurrences(_in_sequence(body[stretch.start : stretch.stop] for stretch in quoted)),
        Area.SPEAKER: _occurrences(_in_sequence(terms(name) for name in names)),
        Area.CUE: _occurrences(_in_sequence(terms(cue) for cue in cues)),
    }
    return {area: occurrences for area, occurrences in found.items() if occurrences}


def _is_somebodys(kind: QuotationKind) -> bool:
    """Tell whether a quotation is somebody's words, not a title or a nickname in quotation marks."""
    return kind is not QuotationKind.UNATTRIBUTED


def _boosts(body: Sequence[Term], quoted: Iterable[range], speakers: Iterable[range]) -> list[float]:
    """Return the weight of each position of the text: the lead, quotations and speakers count more."""
    boosts = [_LEAD_WEIGHT if term.start < _LEAD_LENGTH else 1.0 for term in body]
    for stretches, weight in ((quoted, _QUOTATION_WEIGHT), (speakers, _SPEAKER_WEIGHT)):
        for stretch in stretches:
            for position in stretch:
                boosts[position] = max(boosts[position], weight)
    return boosts


def _stretches(body: Sequence[Term], spans: Iterable[Span]) -> list[range]:
    """Return the positions whose terms begin inside each span, in the order of the text; overlaps are left out."""
    starts = [term.start for term in body]
    stretches: list[range] = []
    reached = 0
    for span in sorted(spans):
        first = max(reached, bisect_left(starts, span.start))
        reached = max(first, bisect_left(starts, span.end))
        stretches.append(range(first, reached))
    return stretches


def _in_sequence(parts: Iterable[Sequence[Term]]) -> Iterator[tuple[int, Sequence[Term], Sequence[float]]]:
    """Yield parts of an area one behind the other, with a gap, each term weighing 1."""
    start = 0
    for part in parts:
        yield start, part, [1.0] * len(part)
        start += len(part) + GAP


def _occurrences(parts: Iterable[tuple[int, Sequence[Term], Sequence[float]]]) -> list[Occurrences]:
    """Return the words of an area; a part is its first position, its terms, and the weight of each."""
    weights: defaultdict[str, float] = defaultdict(float)
    positions: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for first, part, boosts in parts:
        for position, (term, boost) in enumerate(zip(part, boosts, strict=True), first):
            for key in term.keys:
                weights[key] += boost
                positions[key].append(position)
    return [Occurrences(key.encode(), weight, positions[key].tobytes()) for key, weight in weights.items()]
