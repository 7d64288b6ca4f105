"""Verbs of an assertion as far as forms tell: which verb a date hangs on, and who does what to whom."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.tables import groups
from reader.claims.compare.variants import key_of
from reader.claims.words import AUXILIARIES, NOT_PARTICIPLES, is_finite

if TYPE_CHECKING:
    from reader.claims.compare.side import Side
    from reader.model import Span

_FAR = 12
_PASSED_OVER = frozenset({"not", "also", "never", "now", "then", "be", "been", "being", "have", "had"})


class Verb(NamedTuple):
    """A verb where it stands: the token's index, its stem, and the lines of the synonym table that hold it."""

    at: int
    key: str
    groups: frozenset[int]

    def is_like(self, other: Verb) -> bool:
        """Tell whether two verbs are one, or synonyms."""
        return self.key == other.key or not self.groups.isdisjoint(other.groups)


def verb_of(side: Side, span: Span) -> Verb | None:
    """Return the verb that words at ``span`` hang on: the nearest one before them, else the first one after them.

    Only what the form of a word tells is known: a verb of the present ("rules") is not found.
    """
    first = bisect_left(side.tokens, span.start, key=lambda token: token.start)
    after = bisect_left(side.tokens, span.end, key=lambda token: token.start)
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        if _is_verb(side.tokens[at].text):
            return _main(side, at, first)
    for at in range(after, min(after + _FAR, len(side.tokens))):
        if _is_verb(side.tokens[at].text):
            return _main(side, at, len(side.tokens))
    return None


def _is_verb(word: str) -> bool:
    """Guess whether a word is a verb, finite or a participle."""
    low = word.lower()
    return is_finite(word) or (low.endswith("ing") and len(low) > len("king") + 1 and low not in NOT_PARTICIPLES)


def _main(side: Side, at: int, stop: int) -> Verb:
    """Return the verb at a token; after an auxiliary, the word that it helps."""
    place = at
    while place < stop and _helps(side.tokens[place].text.lower().replace("’", "'")):
        place += 1
    place = place if place < stop and side.tokens[place].text[0].isalpha() else at
    token = side.tokens[place]
    term = bisect_left(side.terms, token.end, key=lambda term: term.span.end)
    if term < len(side.terms) and side.terms[term].span.start <= token.start:
        return Verb(place, side.terms[term].key, side.terms[term].groups)
    key = key_of(token.text)
    return Verb(place, key, groups().get(key, frozenset()))


def _helps(low: str) -> bool:
    """Tell whether a word is an auxiliary, or stands between one and its verb."""
    return low in AUXILIARIES or low in _PASSED_OVER or low.endswith("ly")
