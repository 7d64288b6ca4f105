"""Which articles are near one another: likeness of their words, weakened by days between them and by one outlet."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from reader.stories.linkage import NEAR
from reader.stories.vectors import Vectors
from reader.stories.weights import dot

if TYPE_CHECKING:
    from reader.model import Article
    from reader.stories.weights import Vector

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
_MOST_SEEN = 100
_NO_DAY = -1
_UNKNOWN_OUTLET = "unknown"
_LEAVES = tuple(DAY_LEAVES**days for days in range(WINDOW_DAYS + 1))


class Neighbours:
    """An index of articles' vectors by their weightiest keys and their days."""

    def __init__(self) -> None:
        """Begin without articles."""
        self._vectors = Vectors()
        self._days: list[int] = []
        self._outlets: list[str] = []
        # By day and key: the places, one after another; most keys have one, which an article's keys share.
        self._having: defaultdict[int, dict[str, tuple[int] | list[int]]] = defaultdict(dict)

    def like(self, a: int, b: int) -> float:
        """Return how like two articles of one window (by their places) are, 0 to 1."""
        return dot(self._vectors[a], self._vectors[b]) * self._leaves(a, b)

    def add(self, article: Article, vector: Vector) -> dict[int, float]:
        """Take an article in at the next place; return the places it is near to, with the likenesses."""
        place = len(self._days)
        self._vectors.append(vector)
        self._days.append(_NO_DAY if article.date is None else article.date.toordinal())
        self._outlets.append(article.outlet)
        keys = list(islice(vector, _KEYS_LOOKED_UP))
        near = {}
        enough = _PART_ENOUGH * NEAR
        least = enough / max(1.0, UNDATED_TIMES)
        for other, part in self._alike_in_part(keys, place).items():
            if part >= least and part * self._leaves(other, place) >= enough:
                likeness = self.like(other, place)
                if likeness >= NEAR:
                    near[other] = likeness
        self._enter(keys, place)
        return near

    def _enter(self, keys: list[str], place: int) -> None:
        """Remember that the article at ``place`` has these keys."""
        having = self._having[self._days[place]]
        alone = (place,)
        for key in keys:
            known = having.setdefault(key, alone)
            if known is alone:
                continue
            if isinstance(known, list):
                known.append(place)
            else:
                having[key] = [*known, place]

    def _alike_in_part(self, keys: list[str], place: int) -> dict[int, float]:
        """Return the earlier places in the window that have one of ``keys`` too, with the likeness in these alone."""
        vectors = self._vectors
        vector = vectors[place]
        part: dict[int, float] = {}
        part_of = part.get
        seen = 0
        # A row a key: who has it, on each day. Looked up day by day, since the rows are many and mostly empty.
        rows = zip(*[map(self._having[day].get, keys) for day in self._days_in_window(self._days[place])], strict=True)
        for key, row in zip(keys, rows, strict=False):
            if seen > _MOST_SEEN:
                break
            for others in filter(None, row):
                seen += len(others)
                value = vector[key]
                for other in others:
                    part[other] = part_of(other, 0.0) + value * vectors[other][key]
        return part

    def _days_in_window(self, day: int) -> list[int]:
        """Return the days with articles that one of ``day`` may be near to; without a day, all of them."""
        if day == _NO_DAY:
            return list(self._having)
        return [other for other in (_NO_DAY, *range(day - WINDOW_DAYS, day + WINDOW_DAYS + 1)) if other in self._having]

    def _leaves(self, a: int, b: int) -> float:
        first, second = self._days[a], self._days[b]
        leaves = UNDATED_TIMES if _NO_DAY in (first, second) else _LEAVES[abs(first - second)]
        if self._outlets[a] == self._outlets[b] != _UNKNOWN_OUTLET:
            leaves *= SAME_OUTLET_LEAVES
        return leaves
