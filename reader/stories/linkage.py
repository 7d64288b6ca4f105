"""Which articles of one neighbourhood make stories: merging the likeliest two sets again and again.

Hierarchical agglomerative clustering. Two sets are as like as their articles are on average and at the least, in
equal rules for all sizes: single links chain look-alike events together, complete ones tear large stories apart.
Large sets must be liker to be merged: the larger two sets that look alike, the likelier they are two events. And two
sets that hold together better than they hold to one another are less alike by as much: two floods of one town are told
in the same words, but the articles about either are liker still.
"""

from __future__ import annotations

import heapq
import math
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

#: From which likeness two articles, or two sets of them, are of one story.
NEAR = 0.05
#: How much the average likeness of two sets counts; the rest is that of their least like articles.
AVERAGE_PART = 0.3
#: The likeness of sets is divided by their mean size to this power.
SIZE_POWER = 0.2

_FAR = (0.0, 0.0)


class Linkage:
    """One run over one neighbourhood.

    ``near`` holds, for each article, the likeness to those it is near to, the others count as not like at all;
    ``apart`` are pairs that may not come together, and ``together`` the sets to begin with.
    """

    def __init__(
        self,
        near: Mapping[int, Mapping[int, float]],
        *,
        together: Sequence[Collection[int]] = (),
        apart: Collection[tuple[int, int]] = (),
    ) -> None:
        """Begin with each article alone, but for those that are together by a person's word."""
        self._near = near
        self._apart = frozenset(apart)
        self._sets: dict[int, list[int]] = {place: [place] for place in near}
        for members in together:
            first, *others = sorted(members)
            for other in others:
                self._sets[first] += self._sets.pop(other)
            self._sets[first].sort()
        # For two sets that touch: the sum of the likenesses of their pairs, and the least of them.
        self._touching: dict[int, dict[int, tuple[float, float]]] = {name: {} for name in self._sets}
        # The sum of the likenesses of the pairs within a set.
        self._within = {
            name: math.fsum(self._pair(x, y) for x, y in combinations(members, 2))
            for name, members in self._sets.items()
        }
        self._waiting: list[tuple[float, int, int]] = []

    def run(self) -> list[list[int]]:
        """Return the stories, each in rising order, ordered by their first article."""
        set_of = {place: name for name, members in self._sets.items() for place in members}
        pairs = {
            (min(set_of[a], set_of[b]), max(set_of[a], set_of[b]))
            for a, others in self._near.items()
            for b in others
            if set_of[a] != set_of[b]
        }
        for a, b in sorted(pairs):
            self._touch(a, b, self._measure(a, b))
        while self._waiting:
            score, a, b = heapq.heappop(self._waiting)
            if a in self._sets and b in self._sets and self._score(a, b) == -score:
                self._merge(a, b)
        return [sorted(self._sets[name]) for name in sorted(self._sets)]

    def _measure(self, a: int, b: int) -> tuple[float, float]:
        likenesses = [self._pair(x, y) for x in self._sets[a] for y in self._sets[b]]
        return sum(likenesses), min(likenesses)

    def _pair(self, x: int, y: int) -> float:
        """Return the likeness of two articles."""
        return self._near[x].get(y, 0.0)

    def _touch(self, a: int, b: int, measured: tuple[float, float]) -> None:
        self._touching[a][b] = self._touching[b][a] = measured
        score = self._score(a, b)
        if score >= NEAR and not self._forbidden(a, b):
            heapq.heappush(self._waiting, (-score, min(a, b), max(a, b)))

    def _score(self, a: int, b: int) -> float:
        total, least = self._touching[a][b]
        sizes = len(self._sets[a]), len(self._sets[b])
        average = total / (sizes[0] * sizes[1])
        alike = AVERAGE_PART * average + (1 - AVERAGE_PART) * least
        if min(sizes) > 1:
            looser = min(self._within[name] / math.comb(len(self._sets[name]), 2) for name in (a, b))
            if average < looser:
                alike *= average / looser
        return alike / math.pow(sum(sizes) / 2, SIZE_POWER)

    def _forbidden(self, a: int, b: int) -> bool:
        if not self._apart:
            return False
        return any((min(x, y), max(x, y)) in self._apart for x in self._sets[a] for y in self._sets[b])

    def _merge(self, a: int, b: int) -> None:
        """Make one set of two, under the lower name, and measure it against every set that either touched."""
        others = sorted((self._touching[a].keys() | self._touching[b].keys()) - {a, b})
        measured = {}
        for other in others:
            parts = [self._touching[name].get(other, _FAR) for name in (a, b)]
            measured[other] = (parts[0][0] + parts[1][0], min(parts[0][1], parts[1][1]))
        self._within[a] += self._within.pop(b) + self._touching[a][b][0]
        self._sets[a] = self._sets[a] + self._sets.pop(b)
        for other in self._touching.pop(b):
            del self._touching[other][b]
        for other in others:
            self._touch(a, other, measured[other])
