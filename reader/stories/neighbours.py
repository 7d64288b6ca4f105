"""Which articles are near one another: likeness of their words, weakened by days between them and by one outlet."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from reader.model import UNKNOWN_OUTLET
from reader.stories.arrays import before, runs, spread, which, within
from reader.stories.linkage import NEAR
from reader.stories.postings import Postings
from reader.stories.weights import UNIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article
    from reader.stories.arrays import Booleans, Floats, Ints
    from reader.stories.weights import Vectors

#: Articles more days apart than this are not of one story.
WINDOW_DAYS = 5
#: Each day between two articles leaves this share of their likeness (exp(-0.35)).
DAY_LEAVES = 0.705
#: Two articles of one outlet are rarely two tellings of one event: what is left of their likeness.
SAME_OUTLET_LEAVES = 0.6
#: Where a date is missing, the days can't hold the pair apart nor together: measured against dated pairs.
UNDATED_TIMES = 1.1

# Two articles are compared in full if this part of what makes them near lies in the keys that weigh most in both.
_KEYS_LOOKED_UP = 60
_PART_ENOUGH = 0.4
# On days full of news the lighter keys, which hundreds have, are left out: so many entries are looked at, rarest first.
# Any more change nothing in the labelled sets; with half as many the one of most articles a day loses half a point.
_MOST_SEEN = 200
_NO_DAY = 0
_LEAVES = np.array([*(DAY_LEAVES**days for days in range(WINDOW_DAYS + 1)), 0.0])
# Keys are looked up in stretches of as many days as a window has, so a window touches two of them; for an article
# without a day in all days together.
_STRETCH = 2 * WINDOW_DAYS + 1
_NO_STRETCH, _EVER = -1, -2
# To spread the names of keys in stretches over 64 bits (Knuth's and Steele's odd multipliers). Two that fall together
# cost a comparison in full, no more.
_KEY_TIMES, _STRETCH_TIMES = np.int64(-7046029254386353131), np.int64(-4658895280553007687)
_PLACE_BITS = 32
_MARK_BITS = 24
_ROW = _MARK_BITS + UNIT.bit_length() - 1


class Neighbours:
    """An index of articles' vectors by their weightiest keys and their days."""

    def __init__(self) -> None:
        """Begin without articles."""
        self._vectors: list[tuple[Ints, Ints]] = []
        self._days = array("l")
        self._outlets = array("l")
        self._outlet_numbers = {UNKNOWN_OUTLET: 0}
        self._stretches: set[int] = set()
        self._having = Postings()

    def add(self, articles: Sequence[Article], vectors: Vectors) -> list[dict[int, float]]:
        """Take articles in at the next places; return for each the earlier ones it is near to, with the likenesses."""
        first = len(self._days)
        for article in articles:
            day = _NO_DAY if article.date is None else article.date.toordinal()
            self._days.append(day)
            self._stretches.add(_stretch(day))
            self._outlets.append(self._outlet_numbers.setdefault(article.outlet, len(self._outlet_numbers)))
        small = vectors.values.astype(np.int32)
        for start, size in zip(before(vectors.sizes), vectors.sizes, strict=True):
            self._vectors.append((vectors.keys[start : start + size], small[start : start + size]))
        near: list[dict[int, float]] = [{} for _ in articles]
        places, others = self._alike_in_part(first, vectors)
        likenesses = self._in_full(places, others) * self._leaves(places, others)
        close = likenesses >= NEAR
        columns = (places[close] - first, others[close], likenesses[close])
        for place, other, likeness in zip(*map(np.ndarray.tolist, columns), strict=True):
            near[place][other] = likeness
        return near

    def _alike_in_part(self, first: int, vectors: Vectors) -> tuple[Ints, Ints]:
        """Return the pairs of a new article and an earlier one that are enough alike in the weightiest keys alone."""
        rows, keys, values = _weightiest(vectors)
        places = rows + first
        days = np.array(self._days[first:], np.int64)
        own = np.array([_stretch(day) for day in days.tolist()], np.int64)[rows]
        names = np.concatenate((_named(keys, own), _named(keys, np.full_like(own, _EVER))))
        self._having.add(names, np.tile(places, 2), np.tile(values, 2))
        near = [self._stretches_near(day) for day in days.tolist()]
        many = np.array([len(some) for some in near], np.int64)
        asked = which(many[rows])
        of_row = np.concatenate([np.array(some, np.int64) for some in near])
        stretches = of_row[spread(before(many)[rows], many[rows])]
        found = self._having.find(_named(keys[asked], stretches), places[asked])
        read = found.read(np.flatnonzero(_few_enough(found.sizes, asked, rows)))
        asked = asked[read.query]
        return self._enough(places[asked], read.places, values[asked] * read.values)

    def _enough(self, places: Ints, others: Ints, parts: Ints) -> tuple[Ints, Ints]:
        """Return the pairs of which the parts, added up, are enough."""
        pairs = places << _PLACE_BITS | others
        order = np.argsort(pairs)
        pairs = pairs[order]
        first, _ = runs(pairs)
        summed = np.add.reduceat(parts[order], first) if len(first) else parts
        pairs = pairs[first]
        places, others = pairs >> _PLACE_BITS, pairs & ((1 << _PLACE_BITS) - 1)
        enough = summed / UNIT**2 * self._leaves(places, others) >= _PART_ENOUGH * NEAR
        return places[enough], others[enough]

    def _in_full(self, places: Ints, others: Ints) -> Floats:
        """Return the dot products of the vectors at ``places``, which rise, and ``others``."""
        dots: list[int] = []
        for start, size in zip(*map(np.ndarray.tolist, runs(places)), strict=True):
            keys, values = self._vectors[places[start]]
            theirs = [self._vectors[other] for other in others[start : start + size].tolist()]
            asked = np.concatenate([own for own, _ in theirs])
            at = np.searchsorted(keys, asked)
            at[at == len(keys)] = 0
            product = np.concatenate([own for _, own in theirs], dtype=np.int64) * values[at] * (keys[at] == asked)
            dots += np.add.reduceat(product, before(np.array([len(own) for own, _ in theirs]))).tolist()
        return np.array(dots, np.float64) / UNIT**2

    def _stretches_near(self, day: int) -> list[int]:
        """Return the stretches of days that may have articles of one story with those of ``day``."""
        if day == _NO_DAY:
            return [_EVER]
        return list({_NO_STRETCH, _stretch(day - WINDOW_DAYS), _stretch(day + WINDOW_DAYS)} & self._stretches)

    def _leaves(self, places: Ints, others: Ints) -> Floats:
        days, outlets = np.array(self._days, np.int64), np.array(self._outlets, np.int64)
        a, b = days[places], days[others]
        leaves = _LEAVES[np.minimum(np.abs(a - b), WINDOW_DAYS + 1)]
        leaves = np.where((a == _NO_DAY) | (b == _NO_DAY), UNDATED_TIMES, leaves)
        same = (outlets[places] == outlets[others]) & (outlets[places] != 0)
        return np.where(same, leaves * SAME_OUTLET_LEAVES, leaves)


def _weightiest(vectors: Vectors) -> tuple[Ints, Ints, Ints]:
    """Return of each row the keys that weigh most, the weightiest first: the rows, keys and values."""
    rows = which(vectors.sizes)
    # The row, what the value lacks of 1, and the mark, in one number: to sort by one takes a third of the time.
    order = np.argsort(rows << _ROW | (UNIT - 1 - vectors.values) << _MARK_BITS | vectors.marks >> 32 - _MARK_BITS)
    order = order[within(vectors.sizes) < _KEYS_LOOKED_UP]
    return rows[order], vectors.keys[order], vectors.values[order]


def _few_enough(sizes: Ints, asked: Ints, rows: Ints) -> Booleans:
    """Tell of each query whether few enough entries were seen before its key in its article's.

    ``sizes`` are those of what is found for each query, ``asked`` are their keys', and ``rows`` the keys' articles.
    """
    of_key = np.bincount(asked, sizes, minlength=len(rows)).astype(np.int64)
    seen = before(of_key)
    first, many = runs(rows)
    seen -= np.repeat(seen[first], many)
    few: Booleans = seen <= _MOST_SEEN
    return few[asked]


def _stretch(day: int) -> int:
    return _NO_STRETCH if day == _NO_DAY else day // _STRETCH


def _named(keys: Ints, stretches: Ints) -> Ints:
    """Return a name for each key in its stretch of days."""
    return keys * _KEY_TIMES + stretches * _STRETCH_TIMES
