"""How much a stem tells: rarer ones more, by the library's own articles and general frequencies together.

The share of articles that have a stem is estimated from those at hand with a prior from general English (as a
Bayesian with a Beta prior would, worth ``PRIOR`` articles), so that a library of three articles knows already that
"president" tells little, and one of thousands goes by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.stories.arrays import before, runs, spread, which
from reader.stories.counts import STEM_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.stories.arrays import Floats, Ints, Rows
    from reader.stories.counts import Counts
    from reader.stories.vocabulary import Vocabulary

#: How many articles the general frequencies are worth.
PRIOR = 30.0
#: The part of the likeness that pairs of neighbouring stems decide.
PAIRS_PART = 0.45
#: Values are whole numbers of this part of 1, so that sums of their products are exact in any order.
UNIT = 1 << 30

# Two stems side by side are this much rarer than the two would be anywhere in one article.
_SIDE_BY_SIDE = 0.05
_STEM = (1 << STEM_BITS) - 1
# A pair has this much more than its two numbers, so that none is taken for a stem.
_PAIR = 1 << 2 * STEM_BITS


class Vectors(NamedTuple):
    """Of some articles, a row each: keys in rising order, and their values in ``UNIT``.

    The dot product of two rows is the likeness of the two articles, 0 to 1. ``marks`` order equal values.
    """

    sizes: Ints
    keys: Ints
    values: Ints
    marks: Ints


class Weights:
    """The weights that a set of articles gives; they never change once made."""

    def __init__(self, counted: Sequence[Counts], vocabulary: Vocabulary) -> None:
        """Count in how many of the articles each stem and each pair stands."""
        self._vocabulary = vocabulary
        self._articles = sum(len(found.stems.sizes) for found in counted)
        self._stems = np.bincount(_joined([found.stems.keys for found in counted]), minlength=1)
        pairs = np.sort(_joined([found.pairs.keys for found in counted]))
        first, having = runs(pairs)
        # An article that has a pair is one that has it, so only those that others have too are remembered.
        self._pairs = pairs[first][having > 1]
        self._having = having[having > 1]

    def vectors(self, found: Counts) -> Vectors:
        """Return the articles' vectors."""
        shares, marks = np.array(self._vocabulary.shares), np.array(self._vocabulary.marks, np.int64)
        stems, (first, second) = found.stems.keys, _halves(found.pairs.keys)
        of_stems = self._weighed(shares[stems], _looked_up(self._stems, stems))
        share = _SIDE_BY_SIDE * np.sqrt(shares[first] * shares[second])
        of_pairs = self._weighed(share, self._pairs_having(found.pairs.keys))
        parts = [
            (stems, _scaled(found.stems, of_stems, 1.0 - PAIRS_PART), marks[stems]),
            (found.pairs.keys | _PAIR, _scaled(found.pairs, of_pairs, PAIRS_PART), marks[first] ^ marks[second] << 1),
        ]
        sizes = found.stems.sizes + found.pairs.sizes
        starts = before(sizes)
        places = (spread(starts, found.stems.sizes), spread(starts + found.stems.sizes, found.pairs.sizes))
        merged = [np.empty(int(sizes.sum()), np.int64) for _ in range(3)]
        for place, part in zip(places, parts, strict=True):
            for whole, values in zip(merged, part, strict=True):
                whole[place] = values
        return Vectors(sizes, *merged)

    def _pairs_having(self, pairs: Ints) -> Ints:
        """Return how many of the counted articles have each pair."""
        if not len(self._pairs):
            return np.ones(len(pairs), np.int64)
        order = np.argsort(pairs)
        found = np.empty(len(pairs), np.int64)
        found[order] = np.minimum(np.searchsorted(self._pairs, pairs[order]), len(self._pairs) - 1)
        return np.where(self._pairs[found] == pairs, self._having[found], 1)

    def _weighed(self, shares: Floats, having: Ints) -> Floats:
        """Return the weights: the negative logarithm of the share of articles that have the key."""
        found = (having + PRIOR * shares) / (self._articles + PRIOR)
        return np.maximum(0.0, -np.log(found))


def _halves(pairs: Ints) -> tuple[Ints, Ints]:
    return pairs >> STEM_BITS, pairs & _STEM


def _joined(keys: Sequence[Ints]) -> Ints:
    return np.concatenate(keys) if keys else np.empty(0, np.int64)


def _looked_up(having: Ints, stems: Ints) -> Ints:
    """Return how many articles have each stem; those that came later have been in one, the one that they are in."""
    return np.where(stems < len(having), np.maximum(1, having[np.minimum(stems, len(having) - 1)]), 1)


def _scaled(counts: Rows, weights: Floats, part: float) -> Ints:
    """Return the counts weighed, so that the squares of each row add up to ``part``."""
    times = counts.values.astype(np.float64)
    # A word that comes up ten times does not tell ten times as much.
    values = weights * np.where(times > 1.0, 1.0 + np.log(np.maximum(times, 1.0)), times)
    rows = which(counts.sizes)
    length = np.sqrt(np.bincount(rows, values * values, minlength=len(counts.sizes)))
    scale = np.sqrt(part) / np.where(length > 0.0, length, 1.0)
    scaled: Ints = np.rint(values * scale[rows] * UNIT).astype(np.int64)
    return scaled
