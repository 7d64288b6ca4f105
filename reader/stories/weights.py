"""How much a stem tells: rarer ones more, by the library's own articles and general frequencies together.

The share of articles that have a stem is estimated from those at hand with a prior from general English (as a
Bayesian with a Beta prior would, worth ``PRIOR`` articles), so that a library of three articles knows already that
"president" tells little, and one of thousands goes by itself.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from operator import itemgetter, mul
from typing import TYPE_CHECKING

from reader.stories.newswords import NEWS_STEMS
from reader.text.background import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.stories.profile import Profile

#: How many articles the general frequencies are worth.
PRIOR = 30.0
#: The part of the likeness that pairs of neighbouring stems decide.
PAIRS_PART = 0.45

# From a frequency among words to a share of articles: an article has some hundreds of words.
_WORDS_IN_ARTICLE = 20.0
_MOST_SHARE = 0.9
# Stems of every day's news weigh at most this, figures this.
_NEWS_WEIGHT = 4.0
_FIGURE_WEIGHT = 7.0
# Two stems side by side are this much rarer than the two would be anywhere in one article.
_SIDE_BY_SIDE = 0.05

# The keys of a vector are stems, and two stems joined by a space.
Vector = dict[str, float]


class _Weighed(dict[str, float]):
    """The weight of each key, found when it is first asked for."""

    def __init__(self, having: Mapping[str, int], articles: int) -> None:
        """Keep in how many of the articles each key stands."""
        super().__init__()
        self._having = having
        self._articles = articles

    def __missing__(self, key: str) -> float:
        """Find the weight: the negative logarithm of the share of articles that have the key."""
        first, _, second = key.partition(" ")
        share = _general_share(first)
        if second:
            share = _SIDE_BY_SIDE * math.sqrt(share * _general_share(second))
        share = (self._having.get(key, 0) + PRIOR * share) / (self._articles + PRIOR)
        self[key] = found = max(0.0, -math.log(share))
        return found


class Weights:
    """The weights that a set of articles gives; they never change once made."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        """Count in how many of the articles each stem and each pair stands."""
        having: Counter[str] = Counter()
        articles = 0
        for found in profiles:
            articles += 1
            having.update(found.words.keys())
            having.update(found.pairs.keys())
        self._weighed = _Weighed(having, articles)

    def vector(self, found: Profile) -> Vector:
        """Return an article's vector, its weightiest key first: the dot product of two is their likeness, 0 to 1."""
        vector = [*self._scaled(found.words, 1.0 - PAIRS_PART), *self._scaled(found.pairs, PAIRS_PART)]
        vector.sort(key=_value, reverse=True)
        return dict(vector)

    def _scaled(self, counts: Mapping[str, float], part: float) -> Iterable[tuple[str, float]]:
        values = list(map(mul, map(_TIMES.__getitem__, counts.values()), map(self._weighed.__getitem__, counts)))
        length = math.sqrt(math.fsum(map(mul, values, values)))
        if not length:
            return ()
        scale = math.sqrt(part) / length
        return zip(counts, [value * scale for value in values], strict=True)


class _Times(dict[float, float]):
    """How much a count counts; an article has few different ones."""

    def __missing__(self, count: float) -> float:
        """Find it: a word that comes up ten times does not tell ten times as much."""
        self[count] = found = 1.0 + math.log(count) if count > 1.0 else count
        return found


_TIMES = _Times()
_value = itemgetter(1)


@lru_cache(maxsize=65_536)
def _general_share(stem: str) -> float:
    """Return the share of articles that have a stem, from general frequencies."""
    found = weight(stem)
    if stem in NEWS_STEMS:
        found = min(found, _NEWS_WEIGHT)
    elif stem[0].isdigit():
        found = min(found, _FIGURE_WEIGHT)
    return min(_MOST_SHARE, _WORDS_IN_ARTICLE * math.exp(-found))


def dot(a: Vector, b: Vector) -> float:
    """Return the likeness of two vectors. The sum is exact (fsum), so that it is the same in any order."""
    return math.fsum([a[key] * b[key] for key in a.keys() & b.keys()])
