"""The company that wordings keep: two that are like the same others are more likely to say the same thing."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEPS = (0.06, 0.1, 0.15, 0.25, 0.4)
"""Likeness is rounded down to one of these; below the first of them it does not count."""
_HEIGHTS = tuple(round(100 * (step - before)) for before, step in pairwise((0.0, *STEPS)))
"""What each step adds, in hundredths."""


class Company:
    """Tells how much two wordings are like the same other wordings.

    For each step a wording has the others that are at least so alike, as bits: what two share is counted at once. Sets
    in place of bits took longer in stories of up to 200 articles, and codes of one set for all steps twice as long.
    """

    def __init__(self, beside: Sequence[Mapping[int, float]]) -> None:
        """Take for each wording the later ones that it is like, and how much."""
        near = [[0] * len(STEPS) for _ in beside]
        for a, others in enumerate(beside):
            for b, score in others.items():
                for step in range(bisect_right(STEPS, score)):
                    near[a][step] |= 1 << b
                    near[b][step] |= 1 << a
        self._near = [tuple(own) for own in near]
        self._totals = [_shared(own, own) for own in self._near]

    def __call__(self, a: int, b: int, least: float) -> float:
        """Return how much two wordings are like the same other wordings, 0 to 1; 0 where that must be under ``least``.

        The one that is like few others can share no more than those.
        """
        if a == b:
            return 1.0
        mine, theirs = self._totals[a], self._totals[b]
        if min(mine, theirs) < least * max(mine, theirs):
            return 0.0
        common = _shared(self._near[a], self._near[b])
        return common / (mine + theirs - common) if common else 0.0


def _shared(a: Sequence[int], b: Sequence[int]) -> int:
    """Return the likeness that two wordings have both, in hundredths; who is above a step is above those before it."""
    total = 0
    for height, mine, theirs in zip(_HEIGHTS, a, b, strict=True):
        both = (mine & theirs).bit_count()
        if not both:
            break
        total += height * both
    return total
