"""Which articles of a story are about one event: what keeps two look-alike events apart."""

from __future__ import annotations

from collections import Counter
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

from reader.text.background import weight

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    Vector = dict[str, float]
    Group = tuple[int, ...]

CONTRAST = 0.35
"""Two groups of articles are two events where they are nearer to themselves by this share than to one another."""
ONE_EVENT = 0.6
"""Groups of articles whose names are as near as this are about one event, whatever the contrast."""
FEWEST = 5
"""From so many articles on a story is looked through for two events: fewer say nothing of what is usual in it."""
GROUPED = 60
"""So many articles are grouped by one another; of a longer story each further one goes to the group nearest to it."""


def events(texts: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return the number of the event that each article is about.

    The articles are given by their ids the stems of their capitalised words and figures.
    """
    return _groups(texts) if len(texts) >= FEWEST else dict.fromkeys(texts, 0)


def _groups(texts: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Return the number of each article's group."""
    counts = {article: Counter(words) for article, words in texts.items()}
    held = Counter(name for own in counts.values() for name in own)
    number = len(counts) + 1
    general = [_vector(own, {name: weight(name) for name in own}) for own in counts.values()]
    telling = [
        _vector(own, {name: weight(name) * log(number / (held[name] + 0.5)) for name in own}) for own in counts.values()
    ]
    step = -(-len(counts) // GROUPED)
    groups = _clusters(range(0, len(counts), step), telling, general)
    known = {place: order for order, group in enumerate(groups) for place in group}
    for place in range(len(counts)):
        if place not in known:
            known[place] = max(range(len(groups)), key=lambda order: _average(telling, (place,), groups[order]))
    return {article: known[place] for place, article in enumerate(counts)}


def _clusters(places: Collection[int], telling: Sequence[Vector], general: Sequence[Vector]) -> list[Group]:
    """Join the nearest groups (average linkage) until the nearest two are in contrast."""
    groups: list[Group] = [(place,) for place in places]
    near = {(a, b): _cosine(telling[a], telling[b]) for a in places for b in places if a < b}
    links: dict[tuple[Group, Group], float] = {((a,), (b,)): value for (a, b), value in near.items()}
    while len(groups) > 1:
        (a, b), across = max(links.items(), key=lambda link: (link[1], link[0]))
        if min(len(a), len(b)) > 1:
            inside = [near[x, y] for group in (a, b) for x in group for y in group if x < y]
            if across < CONTRAST * sum(inside) / len(inside) and _average(general, a, b) < ONE_EVENT:
                break
        groups = [group for group in groups if group not in (a, b)]
        joined = tuple(sorted(a + b))
        sizes = len(a), len(b)
        merged = {
            group: (sizes[0] * _link(links, a, group) + sizes[1] * _link(links, b, group)) / sum(sizes)
            for group in groups
        }
        links = {pair: value for pair, value in links.items() if a not in pair and b not in pair}
        links.update({(group, joined): value for group, value in merged.items()})
        groups.append(joined)
    return groups


def _link(links: Mapping[tuple[Group, Group], float], a: Group, b: Group) -> float:
    """Return how near two groups are, in whichever order they are kept."""
    return links[a, b] if (a, b) in links else links[b, a]


def _average(vectors: Sequence[Vector], a: Sequence[int], b: Sequence[int]) -> float:
    """Return the average cosine between the members of two groups."""
    return sum(_cosine(vectors[x], vectors[y]) for x in a for y in b) / (len(a) * len(b))


def _cosine(a: Vector, b: Vector) -> float:
    """Return the cosine of two vectors of length 1."""
    return fsum([a[name] * b[name] for name in a.keys() & b.keys()])


def _vector(counts: Mapping[str, int], weights: Mapping[str, float]) -> Vector:
    """Return the weighted counts as a vector of length 1."""
    vector = {name: (1 + log(count)) * weights[name] for name, count in counts.items()}
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {name: value / length for name, value in vector.items()}
