"""Which claims can be checked, why others can't, and how much checking each is worth."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.claims.opinion_words import DATED, JUDGING, LABELS, PLAIN_ADVERBS, READER, REPORTING, TURNS
from reader.claims.words import FUNCTION_WORDS
from reader.model import NotCheckable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.tokens import Token

_SHORTEST = 3
_MARKS = frozenset('“”"')
LEAST_COMMENT = 1.4
"""So many signs more of comment than of news make a sentence comment."""


def not_checkable(words: Sequence[Token], *, said: bool, comment: bool) -> NotCheckable | None:
    """Return why the assertion ``words`` is not one that can be checked, or None when it is.

    What somebody ``said`` can be checked as their words, whether it is an opinion or not. In a sentence that is the
    writer's ``comment`` only a clause with a figure can be checked.
    """
    lows = [word.text.lower().replace("’", "'") for word in words]
    content = sum(low[0].isalnum() and low not in FUNCTION_WORDS for low in lows)
    if content < _SHORTEST:
        return NotCheckable.FRAGMENT
    if "?" in lows[-2:]:
        return NotCheckable.QUESTION
    if comment and not said and not any(low[0].isdigit() for low in lows):
        return NotCheckable.OPINION
    return None


def opinion(lows: Sequence[str]) -> float:
    """Return the signs of comment among lower-cased words less the signs of news; above 0 it is comment.

    Weights are round numbers that were set by hand; words in quotation marks are somebody else's. Who
    "failed to" do something is told of, not judged.
    """
    own = _unquoted(lows)
    words = [low for low in own if low[0].isalpha()]
    failures = sum(pair == ("failed", "to") for pair in pairwise(words))
    signs = (
        2.0 * (sum(low in JUDGING for low in words) - failures)
        + 1.0 * sum(low in LABELS for low in words)
        + 1.0 * sum(low in TURNS for low in words)
        + 0.7 * min(3, sum(low in READER for low in words))
        + 1.0 * sum(low.endswith("ly") and low not in PLAIN_ADVERBS and low not in TURNS for low in words)
        + 1.0 * ("!" in own)
        + 1.0 * ("?" in own)
    )
    news = (
        2.0 * min(2, sum(low in REPORTING for low in words))
        + 1.5 * any(low in DATED for low in words)
        + 0.7 * min(2, sum(low[0].isdigit() for low in own))
    )
    return signs - news - LEAST_COMMENT


def _unquoted(lows: Sequence[str]) -> list[str]:
    """Return the words outside quotation marks."""
    kept: list[str] = []
    inside = False
    for low in lows:
        if low in _MARKS:
            inside = low == "“" or (low == '"' and not inside)
        elif not inside:
            kept.append(low)
    return kept


def worth(words: Sequence[Token], names: int, quantities: int, dates: int, *, said: bool) -> float:
    """Return how much checking the claim is worth, 0 to 1: numbers first, then named actors, then dated events."""
    length = min(1.0, len(words) / 25)
    points = 3.0 * min(quantities, 2) + 1.5 * min(names, 3) + 1.5 * min(dates, 1) + 2.0 * length - 1.0 * said
    return round(max(0.0, min(1.0, (1 + points) / 15)), 3)
