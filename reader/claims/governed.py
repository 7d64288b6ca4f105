"""What a negation or a hedge bears on: it makes two tellings differ only where the other one has the same thing."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING

from reader.claims.compare.verbs import verb_of
from reader.claims.words import FUNCTION_WORDS
from reader.model import DifferenceKind
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare import Side
    from reader.model import Difference, Span
    from reader.text.tokens import Token

_AHEAD = 5
_ENDS = frozenset(",;.")
_FAMILY = 5
_SHORTEST_NAME = 3
_WEAK = frozenset(["would", "could", "can", "may", "might", "should", "if", "potential", "possible"])
"""Modal verbs are as often the grammar of reported speech as a hedge; the adjectives tell of things, not of claims."""


def governs(difference: Difference, a: Side, b: Side) -> bool:
    """Tell whether the negation or hedge bears on a word that the other side says without one."""
    if difference.kind is DifferenceKind.NEGATION:
        return _negates(difference, a, b)
    shows, other = (a, b) if difference.a.span != a.span else (b, a)
    span = difference.a.span if shows is a else difference.b.span
    said = {stem(token.text) for token in other.tokens}
    hedge = stem(span.of(shows.text))
    if difference.kind is DifferenceKind.HEDGE and (
        span.of(shows.text).lower() in _WEAK or any(one[:_FAMILY] == hedge[:_FAMILY] for one in said)
    ):
        return False
    return _next_content(shows.tokens, span) in said


def _negates(difference: Difference, a: Side, b: Side) -> bool:
    """Tell whether what the other side says is the first thing that the negation bears on. Opposite words do count."""
    for side, words, plain in ((a, difference.a, difference.b), (b, difference.b, difference.a)):
        if words.span in side.polarity.negations:
            first = _next_content(side.tokens, words.span)
            return first is not None and first[:_FAMILY] == stem(plain.text)[:_FAMILY]
    return True


def in_one_slot(difference: Difference, a: Side, b: Side) -> bool:
    """Tell whether two names stand beside the same word: "a French doctor", "a Spanish doctor"."""
    left, right = _neighbours(a, difference.a.span), _neighbours(b, difference.b.span)
    return any(one is not None and one == other for one, other in zip(left, right, strict=True))


def _neighbours(side: Side, span: Span) -> tuple[str | None, str | None]:
    """Return the keys of the terms before and after ``span``."""
    first = bisect_left(side.terms, span.start, key=lambda term: term.span.start)
    after = bisect_left(side.terms, span.end, key=lambda term: term.span.start)
    return (
        side.terms[first - 1].key if first else None,
        side.terms[after].key if after < len(side.terms) else None,
    )


def of_one_event(difference: Difference, a: Side, b: Side) -> bool:
    """Tell whether two dates hang on the same verb, or on none that is known."""
    one, other = verb_of(a, difference.a.span), verb_of(b, difference.b.span)
    return one is None or other is None or one.is_like(other)


def are_two_speakers(difference: Difference, a: Side, b: Side) -> bool:
    """Tell whether neither side names the other's speaker, and both are more than initials."""
    names = [difference.a.text.split()[-1], difference.b.text.split()[-1]]
    if any(len(name.strip(".")) < _SHORTEST_NAME for name in names):
        return False
    return names[0] not in b.span.of(b.text) and names[1] not in a.span.of(a.text)


def _next_content(words: Sequence[Token], span: Span) -> str | None:
    """Return the stem of the first content word within a few tokens after ``span``."""
    after = [word for word in words if word.start >= span.end][:_AHEAD]
    near = takewhile(lambda word: word.text not in _ENDS, after)
    return next((stem(word.text) for word in near if _tells(word.text)), None)


def _tells(word: str) -> bool:
    """Tell whether a token is a content word."""
    return word[0].isalpha() and word.lower().replace("’", "'") not in FUNCTION_WORDS
