"""Through whom an outlet has what it writes: an ordered list of named rules, the first that holds decides.

A rule looks at one sentence, at the names in it and at the quotation a claim stands in. Second-hand sourcing comes
first: what Reuters reported of a minister's words is Reuters', whoever is quoted.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.provenance_words import (
    AGENCIES,
    ANONYMITY,
    CARRYING,
    DOCUMENT_VERBS,
    DOCUMENTS,
    OUTLET_ENDINGS,
    OUTLETS,
    POSTS,
    REPORTING,
    REPORTS_SAID,
    SOCIAL,
    STATEMENT_OPENERS,
    STATEMENTS,
    TOLD,
    TWEETS,
    UNNAMED,
    UNNAMED_VERBS,
)
from reader.model import Provenance, ProvenanceKind, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Article, Name, Speaker
    from reader.text.tokens import Token

_NEAR = 4
_OWN = Provenance(ProvenanceKind.OWN_REPORTING)
_REPORTS = frozenset(["reports"])
_TELLING = frozenset(["according", "media", "news", "say", "said"])


class Outlet(NamedTuple):
    """An agency or outlet where it is named, and its full name."""

    span: Span
    text: str
    full: str


class Reading(NamedTuple):
    """A sentence as the rules see it: its tokens (and lower-cased), the other outlets named in it, whose article it is.

    ``telling`` are the words that a rule looks for which is not about names, each once: most sentences have none.
    """

    words: Sequence[Token]
    lows: Sequence[str]
    telling: frozenset[str]
    others: Sequence[Outlet]
    outlet: str

    def places(self, wanted: frozenset[str]) -> Sequence[int]:
        """Return the places of the words that are in ``wanted``."""
        if self.telling.isdisjoint(wanted):
            return ()
        return [place for place, low in enumerate(self.lows) if low in wanted]

    def where(self, wanted: frozenset[str]) -> int | None:
        """Return the place of the first word that is in ``wanted``."""
        return next(iter(self.places(wanted)), None)

    def near(self, place: int, wanted: frozenset[str]) -> bool:
        """Tell whether a word of ``wanted`` stands within a few words of ``place``."""
        return not wanted.isdisjoint(self.lows[max(0, place - _NEAR) : place + _NEAR + 1])

    def span(self, place: int) -> Span:
        """Return the span of the word at ``place``."""
        return Span(self.words[place].start, self.words[place].end)


def provenance(reading: Reading, speaker: Speaker | None) -> Provenance:
    """Return through whom the outlet has what ``speaker`` says in the sentence; own reporting when no rule holds."""
    for rule in _RULES if reading.telling else _RULES_OF_NAMES:
        found = rule(reading, speaker)
        if found is not None:
            return found
    return _OWN


def of_origins(lows: Sequence[str]) -> frozenset[str]:
    """Return those of the lower-cased words that a rule looks for which is not about names."""
    return _WORDS_OF_ORIGINS.intersection(lows)


def others_named(article: Article, names: Sequence[Name]) -> list[Outlet]:
    """Return the agencies and outlets that an article names in order, but for its own."""
    known = _outlets_named(article.text, names)
    if not known:
        return []
    own = _bare(article.outlet)
    named = [(name, _full(name.text, known)) for name in names]
    return [Outlet(name.span, name.text, full) for name, full in named if full is not None and _bare(full) != own]


def _outlets_named(text: str, names: Sequence[Name]) -> tuple[str, ...]:
    """Return the agencies and outlets that an article names, the longest names first, with a "The" of their own.

    A short form later in the article ("the Journal") stands for the one that ends with it.
    """
    found = {
        f"The {name.text}" if text.startswith("The ", max(0, name.span.start - len("The "))) else name.text
        for name in names
        if _is_outlet(name.text)
    }
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=4_096)
def _bare(name: str) -> str:
    """Return a name in lower case without its article."""
    return " ".join(name.lower().split()).removeprefix("the ")


@lru_cache(maxsize=4_096)
def _is_outlet(name: str) -> bool:
    """Tell whether a name is that of an agency or outlet, from lists and from its last word."""
    low = " ".join(name.lower().split())
    if low in AGENCIES or low in OUTLETS or _bare(name) in AGENCIES or _bare(name) in OUTLETS:
        return True
    words = low.split()
    return len(words) > 1 and words[-1] in OUTLET_ENDINGS


def _full(name: str, known: Sequence[str]) -> str | None:
    """Return the full name of the outlet that ``name`` stands for, or None when it is none."""
    if _is_outlet(name):
        return next((one for one in known if _bare(one) == _bare(name)), name)
    if name.lower() in OUTLET_ENDINGS:
        return next((one for one in known if one.split()[-1] == name), None)
    return None


def second_hand(reading: Reading, speaker: Speaker | None) -> Provenance | None:
    """Know "Reuters reported", "according to The Wall Street Journal", "the Journal added", "told CNN"."""
    del speaker
    for span, text, full in reading.others:
        places = (place for place, word in enumerate(reading.words) if word.start >= span.start)
        first = next(places, len(reading.words))
        last = first + len(text.split()) - 1
        before = [low for low in reading.lows[max(0, first - 2) : first] if low != "the"]
        after = reading.lows[last + 1 : last + 3]
        if any(low in REPORTING for low in after) or (before and before[-1] in TOLD):
            agency = _bare(full) in AGENCIES
            kind = ProvenanceKind.AGENCY if agency else ProvenanceKind.OTHER_OUTLET
            return Provenance(kind, full, span)
    return None


def social(reading: Reading, speaker: Speaker | None) -> Provenance | None:
    """Know "tweeted", "in a tweet", "posted on Facebook"; a tweet that is only spoken of is no origin."""
    for place in reading.places(SOCIAL):
        if _posted(reading, place):
            return Provenance(ProvenanceKind.TWEET, _speaker_name(speaker), reading.span(place))
    return None


def _posted(reading: Reading, place: int) -> bool:
    """Tell whether the word at ``place`` says that something was posted."""
    low = reading.lows[place]
    if low in TWEETS:
        before = reading.lows[max(0, place - _NEAR) : place]
        return any(one in CARRYING for one in before) or reading.near(place, POSTS)
    return low.startswith(("tweet", "retweet")) or reading.near(place, POSTS)


def document(reading: Reading, speaker: Speaker | None) -> Provenance | None:
    """Know "the indictment says", "according to court documents"."""
    del speaker
    for place in reading.places(DOCUMENTS):
        if reading.near(place, DOCUMENT_VERBS):
            return Provenance(ProvenanceKind.DOCUMENT, reading.lows[place], reading.span(place))
    return None


def statement(reading: Reading, speaker: Speaker | None) -> Provenance | None:
    """Know "in a statement", "in a letter"."""
    for place in reading.places(STATEMENTS):
        if place and reading.lows[place - 1] in STATEMENT_OPENERS:
            return Provenance(ProvenanceKind.STATEMENT, _speaker_name(speaker), reading.span(place))
    return None


def unnamed(reading: Reading, speaker: Speaker | None) -> Provenance | None:
    """Know "officials said", "people familiar with the matter", "on condition of anonymity"."""
    place = reading.where(ANONYMITY)
    if place is None and (speaker is None or speaker.kind in {SpeakerKind.UNNAMED, SpeakerKind.ROLE}):
        place = next((at for at in reading.places(UNNAMED) if reading.near(at, UNNAMED_VERBS)), None)
    if place is None:
        return None
    return Provenance(ProvenanceKind.UNNAMED, reading.lows[place], reading.span(place))


def named_speaker(reading: Reading, speaker: Speaker | None) -> Provenance | None:
    """Take who said it, where that one has a name."""
    if speaker is None or speaker.kind in {SpeakerKind.UNNAMED, SpeakerKind.AUTHOR}:
        return None
    if _bare(speaker.name) == _bare(reading.outlet):
        return None
    return Provenance(ProvenanceKind.NAMED_SPEAKER, speaker.name, speaker.span)


def reports_said(reading: Reading, speaker: Speaker | None) -> Provenance | None:
    """Know "reportedly", "according to reports", "media reports say"."""
    del speaker
    place = reading.where(REPORTS_SAID)
    if place is None:
        place = next((at for at in reading.places(_REPORTS) if reading.near(at, _TELLING)), None)
    return None if place is None else Provenance(ProvenanceKind.REPORTS_SAID, "", reading.span(place))


_RULES: tuple[Callable[[Reading, Speaker | None], Provenance | None], ...] = (
    second_hand,
    social,
    statement,
    document,
    reports_said,
    named_speaker,
    unnamed,
)


_RULES_OF_NAMES = (second_hand, named_speaker)
"""The rules that can hold without any of the words that the others look for."""

_WORDS_OF_ORIGINS = SOCIAL.union(STATEMENTS, DOCUMENTS, REPORTS_SAID, _REPORTS, ANONYMITY, UNNAMED)


def _speaker_name(speaker: Speaker | None) -> str:
    """Return who is quoted, "" when nobody is."""
    return speaker.name if speaker is not None else ""
