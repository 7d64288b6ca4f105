"""Which claims can be checked, why others can't, and how much checking each is worth."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.claims.opinion_words import DATED, JUDGING, LABELS, PLAIN_ADVERBS, READER, REPORTING, TURNS
from reader.claims.words import FUNCTION_WORDS
from reader.model import NotCheckable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

_SHORTEST = 3
_SIGNS = JUDGING | LABELS | TURNS | READER | {"!", "?"}
_MARKS = frozenset('“”"')
LEAST_COMMENT = 1.4
"""So many signs more of comment than of news make a sentence comment."""


def telling(words: Iterable[str]) -> AbstractSet[str]:
    """Return those of the lower-cased tokens that are words that say what a claim is about."""
    return {word for word in words if word not in FUNCTION_WORDS and word[0].isalnum()}


def not_checkable(lows: Sequence[str], content: int, *, said: bool, comment: bool) -> NotCheckable | None:
    """Return why the assertion ``lows``, lower-cased, is not one that can be checked, or None when it is.

    ``content`` is how many of its tokens are content words. What somebody ``said`` can be checked as their words,
    whether it is an opinion or not. In a sentence that is the writer's ``comment`` only a clause with a figure can be
    checked.
    """
    if content < _SHORTEST:
        return NotCheckable.FRAGMENT
    if "?" in lows[-2:]:
        return NotCheckable.QUESTION
    if comment and not said and not any(low[0].isdigit() for low in lows):
        return NotCheckable.OPINION
    return None


def commenting(words: Iterable[str]) -> AbstractSet[str]:
    """Return those of the lower-cased words that can be signs of comment."""
    return {word for word in words if word in _SIGNS or (word[-2:] == "ly" and word not in PLAIN_ADVERBS)}


def is_comment(lows: Sequence[str], known: AbstractSet[str]) -> bool:
    """Tell whether the lower-cased words of a sentence show more signs of comment than of news.

    ``known`` are those of them, and maybe others, that ``commenting`` finds: most sentences have none. Weights are
    round numbers that were set by hand; words in quotation marks are somebody else's.
    """
    if known.isdisjoint(lows):
        return False
    own = _unquoted(lows)
    signs = _signs(own, [low for low in own if low in known])
    return signs > LEAST_COMMENT and signs - _news(own) > LEAST_COMMENT


def _signs(own: Sequence[str], shown: Sequence[str]) -> float:
    """Return the signs of comment among the words ``own``; ``shown`` are those of them that can be signs.

    Who "failed to" do something is told of, not judged.
    """
    adverbs = [low for low in shown if low[-2:] == "ly" and low not in PLAIN_ADVERBS and low not in TURNS]
    return (
        2.0 * (_count(shown, JUDGING) - (_failures(own) if "failed" in shown else 0))
        + 1.0 * _count(shown, LABELS)
        + 1.0 * _count(shown, TURNS)
        + 0.7 * min(3, _count(shown, READER))
        + 1.0 * sum(low[0].isalpha() for low in adverbs)
        + 1.0 * ("!" in shown)
        + 1.0 * ("?" in shown)
    )


def _news(own: Sequence[str]) -> float:
    """Return the signs of news among words."""
    return (
        2.0 * min(2, _count(own, REPORTING))
        + 1.5 * (not DATED.isdisjoint(own))
        + 0.7 * min(2, len([low for low in own if low[0].isdigit()]))
    )


def _count(own: Sequence[str], wanted: frozenset[str]) -> int:
    """Count the words that are in ``wanted``."""
    return 0 if wanted.isdisjoint(own) else len([low for low in own if low in wanted])


def _failures(own: Sequence[str]) -> int:
    """Count how often somebody "failed to" do something."""
    return sum(pair == ("failed", "to") for pair in pairwise(low for low in own if low[0].isalpha()))


def _unquoted(lows: Sequence[str]) -> Sequence[str]:
    """Return the words outside quotation marks."""
    if _MARKS.isdisjoint(lows):
        return lows
    kept: list[str] = []
    inside = False
    for low in lows:
        if low in _MARKS:
            inside = low == "“" or (low == '"' and not inside)
        elif not inside:
            kept.append(low)
    return kept


@lru_cache(maxsize=4_096)
def worth(words: int, names: int, quantities: int, dates: int, *, said: bool) -> float:
    """Return how much checking a claim with so many tokens is worth, 0 to 1: numbers first, then actors, then dates."""
    length = min(1.0, words / 25)
    points = 3.0 * min(quantities, 2) + 1.5 * min(names, 3) + 1.5 * min(dates, 1) + 2.0 * length - 1.0 * said
    return round(max(0.0, min(1.0, (1 + points) / 15)), 3)
