"""What a negation or a hedge bears on: it makes two tellings differ only where the other one has the same thing."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

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
_WEAK = frozenset(["would", "could", "can", "may", "might", "should", "if"])
"""Modal verbs are as often the grammar of reported speech as a hedge."""


def governs(difference: Difference, a: Side, b: Side) -> bool:
    """Tell whether the negation or hedge bears on a word that the other side says without one."""
    if difference.a.span != a.span and difference.b.span != b.span:
        return True
    shows, other = (a, b) if difference.a.span != a.span else (b, a)
    span = difference.a.span if shows is a else difference.b.span
    said = {stem(token.text) for token in other.tokens}
    hedge = stem(span.of(shows.text))
    if difference.kind is DifferenceKind.HEDGE and (
        span.of(shows.text).lower() in _WEAK or any(one[:_FAMILY] == hedge[:_FAMILY] for one in said)
    ):
        return False
    return _next_content(shows.tokens, span) in said


def _next_content(words: Sequence[Token], span: Span) -> str | None:
    """Return the stem of the first content word within a few tokens after ``span``."""
    after = [word for word in words if word.start >= span.end][:_AHEAD]
    near = takewhile(lambda word: word.text not in _ENDS, after)
    return next((stem(word.text) for word in near if _tells(word.text)), None)


def _tells(word: str) -> bool:
    """Tell whether a token is a content word."""
    return word[0].isalpha() and word.lower().replace("’", "'") not in FUNCTION_WORDS
