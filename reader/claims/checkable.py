"""Which claims can be checked, why others can't, and how much checking each is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.words import FIRST_PERSON, FUNCTION_WORDS, OPINION_WORDS
from reader.model import NotCheckable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.tokens import Token

_SHORTEST = 3


def not_checkable(words: Sequence[Token], *, said: bool) -> NotCheckable | None:
    """Return why the assertion ``words`` is not one that can be checked, or None when it is.

    What somebody ``said`` can be checked as their words, whether it is an opinion or not.
    """
    lows = [word.text.lower().replace("’", "'") for word in words]
    content = sum(low[0].isalnum() and low not in FUNCTION_WORDS for low in lows)
    if content < _SHORTEST:
        return NotCheckable.FRAGMENT
    if "?" in lows[-2:]:
        return NotCheckable.QUESTION
    if not said and opinion(lows) > 0:
        return NotCheckable.OPINION
    return None


def opinion(lows: Sequence[str]) -> int:
    """Count the signs of opinion among lower-cased words, less the signs of fact."""
    loaded = sum(low in OPINION_WORDS for low in lows)
    first = any(low in FIRST_PERSON for low in lows)
    figures = sum(low[0].isdigit() for low in lows)
    return 2 * loaded + first - 2 - figures


def worth(words: Sequence[Token], names: int, quantities: int, dates: int, *, said: bool) -> float:
    """Return how much checking the claim is worth, 0 to 1: numbers first, then named actors, then dated events."""
    length = min(1.0, len(words) / 25)
    points = 3.0 * min(quantities, 2) + 1.5 * min(names, 3) + 1.5 * min(dates, 1) + 2.0 * length - 1.0 * said
    return round(max(0.0, min(1.0, (1 + points) / 15)), 3)
