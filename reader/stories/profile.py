"""What an article is about, counted: the telling words of its headline and beginning, and pairs of neighbours."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from reader.text.background import weight
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model import Article

#: Words of the body that are looked at, and how many of them count in full, the others half.
BODY_WORDS, LEAD_WORDS = 400, 150
#: Telling words of the body of which the pairs are looked at.
PAIR_STEMS = 200
#: How often a word of the headline counts.
HEADLINE_TIMES = 3.0
#: How much more a capitalised word or a number counts than another: names and figures make an event.
NAME_TIMES = 1.5

_LATER_WORDS = 0.5
_LONGEST_WORD = 40
# Characters enough for the words of the body, so that a text of megabytes costs no more than a long one.
_BODY_CHARACTERS = 3_000
# Words that weigh less than this in general English ("would", "about", "after") tell nothing of an event.
_FUNCTION_WORD = 3.5
_WORD = re.compile(r"\w+(?:[’'&.,:]\w+)*")


class Profile(NamedTuple):
    """Counts of one article: of stems (as weighted above), and of two stems side by side, joined by a space."""

    words: Mapping[str, float]
    pairs: Mapping[str, int]


class _Telling(NamedTuple):
    """A word that tells something: its stem, and how often it counts."""

    stem: str
    times: float


def profile(article: Article) -> Profile:
    """Return the counts of an article's headline and the beginning of its text."""
    headline = _WORD.findall(article.title)
    body = _WORD.findall(article.text[:_BODY_CHARACTERS])[:BODY_WORDS]
    words: dict[str, float] = {}
    headline_stems = _count(headline, HEADLINE_TIMES, words)
    body_stems = _count(body[:LEAD_WORDS], 1.0, words) + _count(body[LEAD_WORDS:], _LATER_WORDS, words)
    # One string for all articles that have the pair: a library holds a hundred pairs of each.
    pairs = Counter(map(intern, map(" ".join, pairwise(headline_stems))))
    pairs.update(map(intern, map(" ".join, pairwise(body_stems[:PAIR_STEMS]))))
    return Profile(words, pairs)


def _count(text: list[str], times: float, words: dict[str, float]) -> list[str]:
    """Add the telling words of ``text``, each ``times`` its own times, to the counts; return their stems in order."""
    found = [telling for word in text if (telling := _telling(word)) is not None]
    for stem_, own in found:
        words[stem_] = words.get(stem_, 0.0) + own * times
    return [telling.stem for telling in found]


@lru_cache(maxsize=65_536)
def _telling(word: str) -> _Telling | None:
    """Return what a word tells, None for one that tells nothing."""
    found = stem(word) if 1 < len(word) <= _LONGEST_WORD else ""
    if len(found) < 2 or weight(found) < _FUNCTION_WORD:  # noqa: PLR2004 - a single letter is no word
        return None
    return _Telling(found, NAME_TIMES if word[0].isupper() or word[0].isdigit() else 1.0)
