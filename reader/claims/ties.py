"""Which sentences of different articles say the same thing, and in which of their clauses.

Sentences are compared whole, because a clause alone has too few words to be known by; then each pair of sentences that
says the same thing somewhere is narrowed to the clauses that say it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from math import fsum, log, sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.closeness import Closeness
from reader.claims.content import Weights, weigh
from reader.claims.lines import Line, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


THRESHOLD = 0.196
"""The least score of two sentences that count as saying the same thing."""
THRESHOLD_CLAUSE = 0.24
"""The least score of two clauses that count as saying the same thing, however little their sentences share."""
STEADY = 1.85
"""Times the weight of the rarest stem, added to what two sentences have to share: one word in common is not enough."""
SUPPORT = 0.43
MANY = 5
SUPPORTING = 0.06
"""How much the other sentences that two sentences are both like count; likeness below ``SUPPORTING`` does not."""
STEADY_CLAUSE = 0.625
"""The same for clauses, as a share of what it is for sentences."""
NARROW = 0.3
"""Clauses that score less than this share of the best two clauses of their sentences are left out of the row."""
VERBATIM = 0.35
OTHER_WORDS = 0.6
OTHER_SPEAKER = 0.6
"""Two quotations that score less than ``VERBATIM`` are likely two quotations: outlets quote one word for word.
So are two sentences that are given as different people's words."""
RESTATED = 0.28
NEAR_BY = 3
"""Two sentences of one article, at most so many apart, that score so much say one thing twice."""
FAR_BETTER = 0.33
SECOND = 0.2
"""The least score of the clauses of a second thing that two sentences both say."""
LONG_LIST = 64
NEIGHBOURS = 16
CANDIDATES = 24


class Tie(NamedTuple):
    """Two parts of sentences of different articles that say the same thing."""

    score: float
    a: Part
    b: Part


Scores = dict[tuple[int, int], float]
"""How much the clauses of two sentences say the same thing, by their places."""
Groups = list[tuple[frozenset[int], frozenset[int]]]
"""The clauses of two sentences that match one another."""


class Ties:
    """The pairs of sentences that say the same thing, scored at most once.

    Outlets print the same sentences (wire text): what two wordings share is found once, however many sentences have it.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """Weigh what the sentences hold."""
        self.lines = lines
        self._weights: Weights = weigh([(line.article, line.held) for line in lines])
        self._totals = [self._weights.total(line.held) for line in lines]
        wordings: dict[tuple[frozenset[str], ...], int] = {}
        self._wording = [wordings.setdefault((line.held, *line.parts), len(wordings)) for line in lines]
        self._common: dict[tuple[int, int], float] = {}
        self._clause_scores: dict[tuple[int, int], Scores] = {}
        self._clause_groups: dict[tuple[int, int], Groups] = {}
        self._part_totals: dict[int, list[float]] = {}
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for line in lines:
            texts[line.article].extend(line.proper)
        self._close = Closeness(texts)
        self._steady = STEADY * log(len(lines) + 1)
        self._others = min(1.0, (len(texts) - 2) / MANY)
        self._beside: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self._beside_totals: dict[int, float] = {}
        self._known: dict[tuple[int, int], tuple[Tie, ...]] = {}

    def found(self) -> list[Tie]:
        """Return the ties among the candidates, best first."""
        for a, b in self._candidates():
            score = self._score(a, b)
            if score >= SUPPORTING:
                self._beside[a][b] = self._beside[b][a] = score
        ties = [tie for a, others in self._beside.items() for b in others if a < b for tie in self.between(a, b)]
        return sorted(self._undominated(ties), key=lambda tie: (-tie.score, tie.a.line, tie.b.line))

    def _undominated(self, ties: Sequence[Tie]) -> list[Tie]:
        """Leave out the ties of a part that has a far better one in the same article."""
        best: defaultdict[tuple[Part, str], float] = defaultdict(float)
        for tie in ties:
            for mine, other in ((tie.a, tie.b), (tie.b, tie.a)):
                place = mine, self.lines[other.line].article
                best[place] = max(best[place], tie.score)
        return [
            tie
            for tie in ties
            if tie.score
            >= FAR_BETTER
            * max(best[tie.a, self.lines[tie.b.line].article], best[tie.b, self.lines[tie.a.line].article])
        ]

    def between(self, a: int, b: int) -> tuple[Tie, ...]:
        """Return the ties between two sentences; none where they score too little."""
        pair = (a, b) if a < b else (b, a)
        known = self._known.get(pair)
        if known is None:
            score = self._beside[a].get(b) or self._score(*pair)
            score += SUPPORT * self._others * self._support(*pair) if self._others else 0.0
            clauses = self._clauses(*pair) if score >= SUPPORTING else {}
            best = max(clauses.values(), default=0.0)
            known = ()
            if score >= THRESHOLD or best >= THRESHOLD_CLAUSE:
                known = tuple(
                    Tie(max(score, THRESHOLD), Part(pair[0], mine), Part(pair[1], theirs))
                    for mine, theirs in self._groups(*pair, clauses)
                )
            self._known[pair] = known
        return known

    def restated(self, line: int) -> int | None:
        """Return the sentence near ``line`` in its article that says the same thing once more, if there is one."""
        article = self.lines[line].article
        near = [
            other
            for other in range(max(0, line - NEAR_BY), min(len(self.lines), line + NEAR_BY + 1))
            if other != line and self.lines[other].article == article
        ]
        score, other = max(((self._own_score(line, other), other) for other in near), default=(0.0, -1))
        return other if score >= RESTATED else None

    def _own_score(self, a: int, b: int) -> float:
        """Return how much two sentences of one article say the same thing, 0 to 1."""
        common = self._weights.total(self.lines[a].held & self.lines[b].held)
        return common / (sqrt(self._totals[a] * self._totals[b]) + self._steady)

    def _support(self, a: int, b: int) -> float:
        """Return how much two sentences are like the same other sentences, 0 to 1."""
        one, other = self._beside[a], self._beside[b]
        both = one.keys() & other.keys()
        if not both:
            return 0.0
        common = fsum([min(one[place], other[place]) for place in both])
        return common / (self._beside_total(a) + self._beside_total(b) - common)

    def _beside_total(self, line: int) -> float:
        """Return the sum of the scores of all that a sentence is like."""
        known = self._beside_totals.get(line)
        if known is None:
            known = self._beside_totals[line] = sum(self._beside[line].values())
        return known

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of sentences of different articles that share something telling, each pair once.

        The sentences before one are found in an inverted index. Of a list that has grown long only the end is looked
        at, and of all that is found the best: so the cost grows with the number of sentences.
        """
        lists: defaultdict[str, list[int]] = defaultdict(list)
        shared = self._weights.shared
        lines = self.lines
        for place, line in enumerate(lines):
            points: dict[int, float] = {}
            for weight, stem in sorted((shared[stem], stem) for stem in line.held if stem in shared):
                places = lists[stem]
                for other in places if len(places) <= LONG_LIST else places[-NEIGHBOURS:]:
                    points[other] = points.get(other, 0.0) + weight
                places.append(place)
            best = sorted(points.items(), key=itemgetter(1), reverse=True)
            found = (other for other, _ in best if lines[other].article != line.article)
            for other in islice(found, CANDIDATES):
                yield other, place

    def _score(self, a: int, b: int) -> float:
        """Return how much two sentences say the same thing, 0 to 1."""
        one, other = self.lines[a], self.lines[b]
        wordings = self._wording[a], self._wording[b]
        common = self._common.get(wordings)
        if common is None:
            common = self._common[wordings] = self._weights.common(one.held, other.held)
        score = common / (sqrt(self._totals[a] * self._totals[b]) + self._steady)
        if score < VERBATIM and one.quoted and other.quoted:
            score *= OTHER_WORDS
        if score < VERBATIM and one.speakers and other.speakers and not one.speakers & other.speakers:
            score *= OTHER_SPEAKER
        return score * self._close(one.article, other.article)

    def _clauses(self, a: int, b: int) -> Scores:
        """Score the clauses of two sentences with one another; nothing where both have only one."""
        one, other = self.lines[a].parts, self.lines[b].parts
        if len(one) == 1 and len(other) == 1:
            return {}
        wordings = self._wording[a], self._wording[b]
        known = self._clause_scores.get(wordings)
        if known is None:
            weights = self._weights
            mine, theirs = self._totals_of_parts(a), self._totals_of_parts(b)
            known = self._clause_scores[wordings] = {
                (x, y): weights.common(one[x], other[y]) / (sqrt(mine[x] * theirs[y]) + STEADY_CLAUSE * self._steady)
                for x in range(len(one))
                for y in range(len(other))
            }
        return known

    def _totals_of_parts(self, line: int) -> list[float]:
        """Return what each clause of a sentence has to be matched."""
        known = self._part_totals.get(line)
        if known is None:
            known = self._part_totals[line] = [self._weights.total(part) for part in self.lines[line].parts]
        return known

    def _groups(self, a: int, b: int, scores: Scores) -> Groups:
        """Return the groups of clauses of two sentences that match one another."""
        if not scores:
            return _BOTH_WHOLE
        wordings = self._wording[a], self._wording[b]
        known = self._clause_groups.get(wordings)
        if known is None:
            known = self._clause_groups[wordings] = list(_narrowed(scores))
        return known


_BOTH_WHOLE: Groups = [(frozenset([0]), frozenset([0]))]


def _narrowed(scores: Scores) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Yield the groups of clauses that match one another, given the scores of two sentences' clauses."""
    best = max(scores.values())
    least = NARROW * best
    groups: list[tuple[set[int], set[int]]] = []
    for (x, y), value in scores.items():
        if value <= 0 or value < least:
            continue
        touched = [group for group in groups if x in group[0] or y in group[1]]
        joined = ({x}.union(*(group[0] for group in touched)), {y}.union(*(group[1] for group in touched)))
        groups = [group for group in groups if group not in touched]
        groups.append(joined)
    for xs, ys in groups:
        own = max(scores[x, y] for x in xs for y in ys)
        if own >= min(best, SECOND):
            yield frozenset(xs), frozenset(ys)
