"""Where phrases and words near each other stand, from the positions of their words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def phrase_starts(words: Sequence[tuple[int, Sequence[int]]]) -> list[int]:
    """Return where a phrase begins, given how far each of its words is from the first, and the word's positions."""
    rarest = min(words, key=lambda word: len(word[1]))
    starts = {position - rarest[0] for position in rarest[1]}
    for word in words:
        if word is not rarest:
            offset, positions = word
            starts.intersection_update([position - offset for position in positions])
    return sorted(starts)


def near(words: Sequence[Sequence[int]], distance: int) -> set[int]:
    """Return the positions of words near each other; ``words`` has the rising positions of each kind of word.

    Near are words, one of each kind, of which the last stands at most ``distance`` positions behind the first.
    """
    events = sorted((position, kind) for kind, positions in enumerate(words) for position in positions)
    reach = max(distance, len(words) - 1)
    inside = [0] * len(words)
    kinds = first = unmarked = 0
    found: set[int] = set()
    for last, (position, kind) in enumerate(events):
        kinds += inside[kind] == 0
        inside[kind] += 1
        while position - events[first][0] > reach:
            left = events[first][1]
            inside[left] -= 1
            kinds -= inside[left] == 0
            first += 1
        if kinds == len(words):
            found.update(place for place, _ in events[max(first, unmarked) : last + 1])
            unmarked = last + 1
    return found
