"""Which wordings are worth comparing: those that share something telling."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.claims.weights import Weights
    from reader.claims.wordings import Wording

LONG_LIST = 64
NEIGHBOURS = 16
CANDIDATES = 24


def candidates(wordings: Sequence[Wording], weights: Weights) -> Iterator[tuple[int, list[int], Sequence[float]]]:
    """Yield for each wording the earlier ones of other articles that share most with it, and what they share.

    They are found in an inverted index. Of a list that has grown long only the end is looked at, and of all that is
    found the best: so the cost grows with the number of wordings.
    """
    shared = weights.shared
    lists: list[list[int]] = [[] for _ in shared]
    for place, one in enumerate(wordings):
        points: dict[int, float] = {}
        seen = points.get
        cut: list[int] = []
        for feature in one.held:
            weight = shared[feature]
            if not weight:
                continue
            places = lists[feature]
            nearest = places
            if len(places) > LONG_LIST:
                cut.append(feature)
                nearest = places[-NEIGHBOURS:]
            for other in nearest:
                points[other] = seen(other, 0.0) + weight
            places.append(place)
        best = sorted(points, key=points.__getitem__, reverse=True)
        found = list(islice((other for other in best if one.meets(wordings[other])), CANDIDATES))
        yield (
            place,
            found,
            [
                points[other]
                if wordings[other].held.isdisjoint(cut)  # all that the two share was added up
                else weights.common(one.held, wordings[other].held)
                for other in found
            ],
        )
