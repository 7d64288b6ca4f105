"""Disjoint sets of places, joined two at a time (Tarjan 1975)."""

from __future__ import annotations

from collections import defaultdict


class Sets:
    """The numbers below ``size``, at first each alone."""

    def __init__(self, size: int) -> None:
        """Begin with every number alone."""
        self._parent = list(range(size))

    def first(self, place: int) -> int:
        """Return the lowest number of the set that ``place`` is in."""
        parent = self._parent
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    def join(self, a: int, b: int) -> None:
        """Make one set of the two that hold ``a`` and ``b``."""
        low, high = sorted((self.first(a), self.first(b)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """Return the sets, each in rising order, ordered by their lowest number."""
        members: defaultdict[int, list[int]] = defaultdict(list)
        for place in range(len(self._parent)):
            members[self.first(place)].append(place)
        return list(members.values())
