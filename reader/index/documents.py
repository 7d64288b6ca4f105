"""What of an article goes into the index: its words by area with weights and positions, and its facets."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from reader.index.terms import GAP, scan, without_next
from reader.model import QuotationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    """One word in one area of one article: its weight, and its positions, rising."""

    word: str
    weight: float
    positions: list[int]


# Without the function in Python that makes a named tuple: there are some hundred in every article.
_MAKE = partial(tuple.__new__, Occurrences)


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
    title, body = scan(article.title), scan(article.text)
    quotations = [quotation for quotation in analysis.quotations if _is_somebodys(quotation.kind)]
    quoted = _stretches(body.starts, (quotation.span for quotation in quotations))
    speakers = dict.fromkeys(speaker for quotation in quotations if (speaker := quotation.speaker))
    names = dict.fromkeys(name for speaker in speakers for name in (speaker.name, speaker.mention) if name)
    cues = [quotation.cue for quotation in quotations if quotation.cue]

    length = len(title.keys) + len(body.keys)
    share = 1.0 / (1.0 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH)
    boosts = [_TITLE_WEIGHT] * (len(title.keys) + GAP)
    boosts += _boosts(body.starts, quoted, _stretches(body.starts, {speaker.span for speaker in speakers}))
    found = {
        Area.TEXT: _occurrences([title.keys, body.keys], [boost * share for boost in boosts]),
        Area.TITLE: _occurrences([title.keys]),
        Area.QUOTATION: _occurrences(_alone(body.keys, stretch) for stretch in quoted),
        Area.SPEAKER: _occurrences(map(_short_keys, names)),
        Area.CUE: _occurrences(map(_short_keys, cues)),
    }
    return {area: occurrences for area, occurrences in found.items() if occurrences}


@lru_cache(maxsize=4_096)
def _short_keys(words: str) -> Sequence[tuple[str, ...]]:
    """Return the keys of a few words that stand in many articles: a name, a reporting verb."""
    return scan(words).keys


def _is_somebodys(kind: QuotationKind) -> bool:
    """Tell whether a quotation is somebody's words, not a title or a nickname in quotation marks."""
    return kind is not QuotationKind.UNATTRIBUTED


def _boosts(starts: Sequence[int], quoted: Iterable[range], speakers: Iterable[range]) -> list[float]:
    """Return the weight of each position of the text: the lead, quotations and speakers count more."""
    lead = bisect_left(starts, _LEAD_LENGTH)
    boosts = [_LEAD_WEIGHT] * lead + [1.0] * (len(starts) - lead)
    for stretches, weight in ((quoted, _QUOTATION_WEIGHT), (speakers, _SPEAKER_WEIGHT)):
        for stretch in stretches:
            for position in stretch:
                boosts[position] = max(boosts[position], weight)
    return boosts


def _stretches(starts: Sequence[int], spans: Iterable[Span]) -> list[range]:
    """Return the positions that begin inside each span, in the order of the text; overlaps are left out."""
    stretches: list[range] = []
    reached = 0
    for span in sorted(spans):
        first = max(reached, bisect_left(starts, span.start))
        reached = max(first, bisect_left(starts, span.end))
        stretches.append(range(first, reached))
    return stretches


def _alone(keys: Sequence[tuple[str, ...]], stretch: range) -> list[tuple[str, ...]]:
    """Return the keys of a stretch as if nothing followed it."""
    inside = list(keys[stretch.start : stretch.stop])
    return [*inside[:-1], without_next(inside[-1])] if inside else inside


def _occurrences(parts: Iterable[Sequence[tuple[str, ...]]], boosts: Sequence[float] = ()) -> list[Occurrences]:
    """Return the words of an area whose parts stand one behind the other with a gap.

    ``boosts`` has the weight of each position; without it each weighs 1.
    """
    positions: defaultdict[str, list[int]] = defaultdict(list)
    first = 0
    for part in parts:
        for position, keys in enumerate(part, first):
            for key in keys:
                positions[key].append(position)
        first += len(part) + GAP
    if not boosts:
        return [_MAKE((key, float(len(places)), places)) for key, places in positions.items()]
    return [
        _MAKE((key, boosts[places[0]] if len(places) == 1 else sum([boosts[place] for place in places]), places))
        for key, places in positions.items()
    ]
