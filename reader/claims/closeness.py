"""Which articles of a story are about one event: what keeps two look-alike events apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log, sqrt
from operator import mul
from typing import TYPE_CHECKING

from reader.text.background import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Vector = dict[str, float]
    Group = tuple[int, ...]

OTHER_EVENT = 0.5
"""What the score of two wordings is multiplied by where their articles are about two events."""
CONTRAST = 0.45
"""Two groups of articles are two events where they are nearer to themselves by this share than to one another."""
ONE_EVENT = 0.6
"""Groups of articles whose names are as near as this are about one event, whatever the contrast."""
FEWEST = 5
"""From so many articles on a story is looked through for two events: fewer say nothing of what is usual in it."""
GROUPED = 60
"""So many articles are compared with one another; in a longer story each further one goes to the nearest group."""
KINSHIP = 0.25
FARTHEST, NEAREST = 0.5, 2.0
"""Two articles are as near as their cosine tells, beside the usual one in the story, within these bounds; the score of
two wordings is multiplied by that to the power of ``KINSHIP``."""
CLOSEST = NEAREST**KINSHIP
"""What that is at most."""


class Closeness:
    """Tells how near two articles of a story are, which holds apart the facts of two look-alike events."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        """Group the articles, given by their ids the stems of their capitalised words and figures.

        ``events`` is the number of the event that each article is about.
        """
        self.events = dict.fromkeys(texts, 0)
        self._factors = dict.fromkeys(texts, dict.fromkeys(texts, 1.0))
        if len(texts) < FEWEST:
            return
        telling, general = _vectors(texts)
        step = -(-len(texts) // GROUPED)
        places = range(0, len(texts), step)
        near = {(a, b): _cosine(telling[a], telling[b]) for a in places for b in places if a < b}
        groups = _clusters(places, near, general)
        known = {place: order for order, group in enumerate(groups) for place in group}
        centres = [_centre(telling, group) for group in groups]
        for place in range(len(texts)):
            if place not in known:
                own = telling[place]
                known[place] = max(range(len(groups)), key=[_cosine(own, centre) for centre in centres].__getitem__)
        names = list(texts)
        self.events = {names[place]: order for place, order in known.items()}
        by_event = [
            {name: 1.0 if event == order else OTHER_EVENT for name, event in self.events.items()}
            for order in range(len(groups))
        ]
        self._factors = {name: by_event[event] for name, event in self.events.items()}
        usual = sum(near.values()) / len(near)
        if step == 1 and usual:
            self._factors = {name: factors.copy() for name, factors in self._factors.items()}
            for (a, b), cosine in near.items():
                kinship = min(NEAREST, max(FARTHEST, cosine / usual)) ** KINSHIP
                self._factors[names[a]][names[b]] *= kinship
                self._factors[names[b]][names[a]] *= kinship

    def to(self, article: str) -> Mapping[str, float]:
        """Return by article what the score of two wordings is multiplied by, one of it and one of ``article``."""
        return self._factors[article]


def _vectors(texts: Mapping[str, Iterable[str]]) -> tuple[list[Vector], list[Vector]]:
    """Return the vectors of the articles, their names weighed by story and language, and by language alone."""
    counts = [Counter(words) for words in texts.values()]
    held = Counter(name for own in counts for name in own)
    general = {name: weight(name) for name in held}
    telling = {name: general[name] * log((len(counts) + 1) / (own + 0.5)) for name, own in held.items()}
    return [_vector(own, telling) for own in counts], [_vector(own, general) for own in counts]


def _clusters(places: Iterable[int], near: Mapping[tuple[int, int], float], general: Sequence[Vector]) -> list[Group]:
    """Join the nearest groups (average linkage) until the nearest two are in contrast."""
    groups: list[Group] = [(place,) for place in places]
    links: dict[tuple[Group, Group], float] = {((a,), (b,)): value for (a, b), value in near.items()}
    while len(groups) > 1:
        (a, b), across = max(links.items(), key=lambda link: (link[1], link[0]))
        if min(len(a), len(b)) > 1:
            inside = [near[x, y] for group in (a, b) for x in group for y in group if x < y]
            if (
                across < CONTRAST * sum(inside) / len(inside)
                and _cosine(_centre(general, a), _centre(general, b)) < ONE_EVENT
            ):
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


def _centre(vectors: Sequence[Vector], group: Sequence[int]) -> Vector:
    """Return the mean of a group's vectors: its product with a vector is the average cosine of the members with it."""
    total: defaultdict[str, float] = defaultdict(float)
    for place in group:
        for name, value in vectors[place].items():
            total[name] += value
    return {name: value / len(group) for name, value in total.items()}


def _cosine(a: Vector, b: Vector) -> float:
    """Return the product of two vectors: the cosine, where their length is 1."""
    both = a.keys() & b.keys()
    return fsum(map(mul, map(a.__getitem__, both), map(b.__getitem__, both)))


def _vector(counts: Mapping[str, int], weights: Mapping[str, float]) -> Vector:
    """Return the weighted counts as a vector of length 1."""
    vector = {name: (1 + log(count)) * weights[name] for name, count in counts.items()}
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {name: value / length for name, value in vector.items()}
