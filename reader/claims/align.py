"""Find the claims of different articles that assert the same thing, and put them into rows.

Sentences are compared whole, because a clause alone has too few words to be known by; then each pair of sentences that
says the same thing somewhere is narrowed to the clauses that say it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.closeness import Closeness
from reader.claims.content import Weights, content, weigh
from reader.claims.rows import cover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Claim

THRESHOLD = 0.187
"""The least score of two sentences that count as saying the same thing."""
STEADY = 8.0
"""Added to what two sentences have to share, so that short ones need more than one word in common."""
SUPPORT = 0.43
MANY = 8
SUPPORTING = 0.08
"""How much the other sentences that two sentences are both like count; likeness below ``SUPPORTING`` does not."""
STEADY_CLAUSE = 4.0
NARROW = 0.1
"""Clauses that score less than this share of the best two clauses of their sentences are left out of the row."""
VERBATIM = 0.35
OTHER_WORDS = 0.6
"""Two quotations that score less than ``VERBATIM`` are likely two quotations: outlets quote one word for word."""
LONG_LIST = 64
NEIGHBOURS = 8
CANDIDATES = 24


@dataclass(frozen=True, slots=True)
class Row:
    """Claims that assert the same thing, by their places in the list that was aligned; ``score`` is the best tie."""

    members: tuple[int, ...]
    score: float = 1.0


class Line(NamedTuple):
    """A sentence as it is compared: its article, the places of its claims, what it and each of them is about."""

    article: str
    claims: tuple[int, ...]
    held: frozenset[str]
    parts: tuple[frozenset[str], ...]
    quoted: bool


class Part(NamedTuple):
    """Some clauses of one sentence: the sentence's place, and the places of the clauses in it."""

    line: int
    clauses: frozenset[int]


class Tie(NamedTuple):
    """Two parts of sentences of different articles that say the same thing."""

    score: float
    a: Part
    b: Part


def align(claims: Sequence[Claim]) -> list[Row]:
    """Return the rows of ``claims``, which are those of several articles, article by article, in order.

    A claim that nothing matches is a row of its own. A claim may stand in two rows where it says two things. A row has
    at most two sentences of one article. Candidates come from an inverted index, so the cost grows with the claims.
    """
    lines = _lines(claims)
    table = Ties(lines, claims)
    rows: list[Row] = []
    placed: set[int] = set()
    for score, parts in cover(table):
        members = sorted({lines[part.line].claims[clause] for part in parts for clause in part.clauses})
        placed.update(members)
        rows.append(Row(tuple(members), score))
    rows += [Row((place,)) for place in range(len(claims)) if place not in placed]
    return rows


def _lines(claims: Sequence[Claim]) -> list[Line]:
    """Group the claims by sentence."""
    groups: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        groups[claim.article, claim.sentence.start].append(place)
    lines: list[Line] = []
    for (article, _), places in groups.items():
        own = [content(_without_inner(claims, place, places)) for place in places]
        lines.append(
            Line(
                article=article,
                claims=tuple(places),
                held=frozenset(stem for stems in own for stem in stems),
                parts=tuple(frozenset(stems) for stems in own),
                quoted=all(claims[place].quoted for place in places),
            )
        )
    return lines


def _without_inner(claims: Sequence[Claim], place: int, places: Sequence[int]) -> str:
    """Return the words of a claim without those of the clauses inside it."""
    claim = claims[place]
    words = claim.text
    for other in reversed(places):
        inner = claims[other].span
        if other != place and claim.span.covers(inner):
            words = words[: inner.start - claim.span.start] + " " + words[inner.end - claim.span.start :]
    return words


class Ties:
    """The pairs of sentences that say the same thing, scored at most once."""

    def __init__(self, lines: Sequence[Line], claims: Sequence[Claim]) -> None:
        """Weigh what the sentences hold."""
        self.lines = lines
        self._weights: Weights = weigh([(line.article, line.held) for line in lines])
        self._totals = [self._weights.total(line.held) for line in lines]
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for claim in claims:
            texts[claim.article].append(claim.text)
        self._close = Closeness(texts)
        self._others = min(1.0, (len(texts) - 2) / MANY)
        self._beside: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self._known: dict[tuple[int, int], tuple[Tie, ...]] = {}

    def found(self) -> list[Tie]:
        """Return the ties among the candidates, best first."""
        for a, b in self._candidates():
            score = self._score(a, b)
            if score >= SUPPORTING:
                self._beside[a][b] = self._beside[b][a] = score
        ties = [tie for a, others in self._beside.items() for b in others if a < b for tie in self.between(a, b)]
        return sorted(ties, key=lambda tie: (-tie.score, tie.a.line, tie.b.line))

    def between(self, a: int, b: int) -> tuple[Tie, ...]:
        """Return the ties between two sentences; none where they score too little."""
        pair = (a, b) if a < b else (b, a)
        known = self._known.get(pair)
        if known is None:
            score = self._score(*pair) + SUPPORT * self._others * self._support(*pair)
            known = tuple(self._narrowed(score, *pair)) if score >= THRESHOLD else ()
            self._known[pair] = known
        return known

    def _support(self, a: int, b: int) -> float:
        """Return how much two sentences are like the same other sentences, 0 to 1."""
        one, other = self._beside[a], self._beside[b]
        both = one.keys() & other.keys()
        if not both:
            return 0.0
        common = sum(min(one[place], other[place]) for place in both)
        return common / (sum(one.values()) + sum(other.values()) - common)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of sentences of different articles that share something telling, each pair once."""
        lists: defaultdict[str, list[int]] = defaultdict(list)
        shared = self._weights.shared
        for place, line in enumerate(self.lines):
            for feature in line.held:
                if feature in shared:
                    lists[feature].append(place)
        seen: set[tuple[int, int]] = set()
        for place, line in enumerate(self.lines):
            points: defaultdict[int, float] = defaultdict(float)
            for feature in line.held:
                weight = shared.get(feature, 0.0)
                for other in _near(lists.get(feature, ()), place):
                    points[other] += weight
            mine = sorted(
                (other for other in points if self.lines[other].article != line.article),
                key=lambda other: (-points[other], other),
            )
            for other in mine[:CANDIDATES]:
                pair = (place, other) if place < other else (other, place)
                if pair not in seen:
                    seen.add(pair)
                    yield pair

    def _score(self, a: int, b: int) -> float:
        """Return how much two sentences say the same thing, 0 to 1."""
        one, other = self.lines[a], self.lines[b]
        common = self._weights.common(one.held, other.held)
        score = common / (sqrt(self._totals[a] * self._totals[b]) + STEADY)
        if one.quoted and other.quoted and score < VERBATIM:
            score *= OTHER_WORDS
        return score * self._close(one.article, other.article)

    def _narrowed(self, score: float, a: int, b: int) -> Iterator[Tie]:
        """Yield the groups of clauses of two sentences that match one another."""
        one, other = self.lines[a].parts, self.lines[b].parts
        if len(one) == 1 and len(other) == 1:
            yield Tie(score, Part(a, frozenset([0])), Part(b, frozenset([0])))
            return
        weights = self._weights
        mine = [weights.total(part) for part in one]
        theirs = [weights.total(part) for part in other]
        scores = {
            (x, y): weights.common(one[x], other[y]) / (sqrt(mine[x] * theirs[y]) + STEADY_CLAUSE)
            for x in range(len(one))
            for y in range(len(other))
        }
        least = NARROW * max(scores.values())
        groups: list[tuple[set[int], set[int]]] = []
        for (x, y), value in scores.items():
            if value <= 0 or value < least:
                continue
            touched = [group for group in groups if x in group[0] or y in group[1]]
            joined = ({x}.union(*(group[0] for group in touched)), {y}.union(*(group[1] for group in touched)))
            groups = [group for group in groups if group not in touched]
            groups.append(joined)
        for xs, ys in groups:
            yield Tie(score, Part(a, frozenset(xs)), Part(b, frozenset(ys)))


def _near(places: Sequence[int], place: int) -> Sequence[int]:
    """Return the sentences of a list that are compared with ``place``: all of a short list, else its neighbours."""
    if len(places) <= LONG_LIST:
        return places
    at = bisect_left(places, place)
    return places[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
