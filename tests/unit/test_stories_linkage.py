"""Linkage: which sets are merged, by likenesses given outright."""

from __future__ import annotations

import pytest

from reader.stories.linkage import Linkage

_SETS = ((0, 1, 2), (3, 4, 5))


def linked(within: float, between: float, together: tuple[tuple[int, ...], ...] = ()) -> list[list[int]]:
    def like(a: int, b: int) -> float:
        return within if any(a in members and b in members for members in _SETS) else between

    near = {a: {b: like(a, b) for b in range(6) if b != a} for a in range(6)}
    return Linkage(near, together=together).run()


@pytest.mark.parametrize("together", [(), _SETS])
def test_sets_that_hold_together_far_better_than_to_one_another_are_two_stories(
    together: tuple[tuple[int, ...], ...],
) -> None:
    assert linked(within=0.5, between=0.1, together=together) == [[0, 1, 2], [3, 4, 5]]


def test_the_same_likeness_between_loose_sets_makes_one_story() -> None:
    assert linked(within=0.12, between=0.1) == [[0, 1, 2, 3, 4, 5]]
