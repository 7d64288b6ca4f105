"""The wordings of a story: sentences that are compared alike, each once, however many articles print it.

What a wording is about is kept as numbers in place of words: sets of them are compared for every pair.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.claims.lines import Line


class Wording(NamedTuple):
    """What one or several sentences say in the same words.

    ``lines`` are their places, ``articles`` those they stand in, all about one event, and ``first`` the first of them;
    ``held`` are the numbers of what it is about, ``parts`` those of each clause.
    """

    lines: tuple[int, ...]
    articles: frozenset[str]
    first: str
    held: frozenset[int]
    parts: tuple[frozenset[int], ...]
    quoted: bool
    speakers: frozenset[str]

    def meets(self, other: Wording) -> bool:
        """Tell whether the two stand in different articles somewhere."""
        return len(self.articles) > 1 or self.articles != other.articles


def wordings_of(lines: Sequence[Line], events: Mapping[str, int]) -> list[Wording]:
    """Return the wordings of the sentences, in the order in which they first stand; ``events`` is by article."""
    numbers: dict[str, int] = {}
    same: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        same[line.parts, line.quoted, line.speakers, events[line.article]].append(place)
    found: list[Wording] = []
    alone = {article: frozenset([article]) for article in events}
    for places in same.values():
        first = lines[places[0]]
        held = _numbered(first.held, numbers)
        several = len(places) > 1
        found.append(
            Wording(
                lines=tuple(places),
                articles=frozenset([lines[at].article for at in places]) if several else alone[first.article],
                first=first.article,
                held=held,
                parts=tuple([held if part == first.held else _numbered(part, numbers) for part in first.parts]),
                quoted=first.quoted,
                speakers=first.speakers,
            )
        )
    return found


def _numbered(held: Sequence[str], numbers: dict[str, int]) -> frozenset[int]:
    """Return the numbers of features, which are given out in the order in which features are met."""
    return frozenset([numbers.setdefault(feature, len(numbers)) for feature in held])
