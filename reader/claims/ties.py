"""Which sentences of different articles say the same thing, and in which of their clauses.

Sentences are compared whole, because a clause alone has too few words to be known by; then each pair of sentences that
says the same thing somewhere is narrowed to the clauses that say it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import repeat
from math import log, log2, sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.candidates import candidates
from reader.claims.closeness import Closeness
from reader.claims.company import STEPS, Company
from reader.claims.lines import Part
from reader.claims.weights import weigh
from reader.claims.wordings import wordings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.lines import Line


THRESHOLD = 0.196
"""The least score of two sentences that count as saying the same thing."""
THRESHOLD_CLAUSE = 0.24
"""The least score of two clauses that count as saying the same thing, however little their sentences share."""
ENOUGH = 25
GROWTH = 0.15
"""In a story of more than ``ENOUGH`` articles both thresholds are higher, by this share for each doubling: the more
sentences there are, the more are alike by chance. Of 28 rows that this takes from sixty articles of twenty stories, 4
told one thing. In made-up stories of 100 and of 200 articles every fact keeps its row, and rows of chance fall from
1,130 to 288 and from 2,747 to 421. On the look-alike events of ECB+ F1 is .7113, and .7105 without."""
STEADY = 1.85
"""Times the weight of the rarest stem, added to what two sentences have to share: one word in common is not enough."""
SUPPORT = 0.43
MANY = 5
SUPPORTING = STEPS[0]
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


class Tie(NamedTuple):
    """Two parts of wordings that say the same thing, by the places of the wordings.

    A wording is tied to itself where several articles have it.
    """

    score: float
    a: Part
    b: Part


Scores = dict[tuple[int, int], float]
"""How much the clauses of two sentences say the same thing, by their places."""
Groups = list[tuple[int, int]]
"""The clauses of two sentences that match one another, as bits."""


class Ties:
    """The pairs of wordings that say the same thing, each scored at most once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Find the wordings of the sentences, and weigh what they hold."""
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for line in lines:
            texts[line.article].extend(line.proper)
        self.lines = lines
        self._close = Closeness(texts)
        self.wordings = wordings_of(lines, self._close.events)
        self._place = {line: place for place, one in enumerate(self.wordings) for line in one.lines}
        self._weights = weigh(self.wordings)
        self._totals = [self._weights.total(one.held) for one in self.wordings]
        self._part_totals: dict[int, list[float]] = {}
        self._bounds: dict[int, tuple[frozenset[int], float]] = {}
        self._parts: dict[Part, Part] = {}
        self._steady = STEADY * log(len(self.wordings) + 1)
        size = 1.0 + GROWTH * log2(max(1.0, len(texts) / ENOUGH))
        self._least, self._least_clause = size * THRESHOLD, size * THRESHOLD_CLAUSE
        self._others = min(1.0, (len(texts) - 2) / MANY)
        self._beside: list[dict[int, float]] = [{} for _ in self.wordings]
        self._company: Company | None = None
        self._known: list[dict[int, tuple[Tie, ...]]] = [{} for _ in self.wordings]
        self._restated: dict[int, int | None] = {}

    def found(self) -> list[Tie]:
        """Return the ties among the candidates, best first."""
        self._compare()
        if self._others:
            self._company = Company(self._beside)
        ties: list[Tie] = []
        for a, others in enumerate(self._beside):
            if len(self.wordings[a].articles) > 1:
                ties += self.between(a, a)
            known = self._known[a]
            for b, score in others.items():
                known[b] = found = self._tied(a, b, score)
                ties += found
        ties.sort(key=itemgetter(0), reverse=True)
        return self._undominated(ties)

    def _compare(self) -> None:
        """Score the candidates, and keep those that are at all alike."""
        steady, totals, wordings = self._steady, self._totals, self.wordings
        for b, others, shares in candidates(wordings, self._weights):
            near, whole = self._close.to(wordings[b].first), totals[b]
            for a, common in zip(others, shares, strict=True):
                least = SUPPORTING * (sqrt(totals[a] * whole) + steady)
                if common * near[wordings[a].first] < least:  # most candidates share too little
                    continue
                score = self._score(a, b, common)
                if score >= SUPPORTING:
                    self._beside[a][b] = score

    def _undominated(self, ties: Sequence[Tie]) -> list[Tie]:
        """Leave out the ties of a part that has a far better one in each article of the other. The best come first."""
        best: defaultdict[Part, dict[str, float]] = defaultdict(dict)
        kept: list[Tie] = []
        for tie in ties:
            score, a, b = tie
            mine, theirs = self.wordings[a.line].articles, self.wordings[b.line].articles
            best_of_a = min(map(best[a].setdefault, theirs, repeat(score)))
            best_of_b = min(map(best[b].setdefault, mine, repeat(score)))
            if score >= FAR_BETTER * max(best_of_a, best_of_b):
                kept.append(tie)
        return kept

    def between(self, a: int, b: int) -> tuple[Tie, ...]:
        """Return the ties between two wordings; none where they score too little."""
        if a > b:
            a, b = b, a
        known = self._known[a].get(b)
        if known is None:
            known = self._known[a][b] = self._tied(a, b, self._score(a, b, self._common(a, b)))
        return known

    def _tied(self, a: int, b: int, score: float) -> tuple[Tie, ...]:
        """Return the ties between two wordings that are alike by ``score``; none where that is too little."""
        if self._company is not None:
            share = SUPPORT * self._others
            score += share * self._company(a, b, (self._least - score) / share if score >= SUPPORTING else 0.0)
        if score < self._least and (score < SUPPORTING or self._most(a, b) < self._least_clause):
            return ()
        clauses = self._clauses(a, b)
        if score < self._least and max(clauses.values(), default=0.0) < self._least_clause:
            return ()
        groups = _narrowed(clauses) if clauses else _BOTH_WHOLE
        return tuple(
            [Tie(max(score, self._least), self._part(a, mine), self._part(b, theirs)) for mine, theirs in groups]
        )

    def _part(self, line: int, clauses: int) -> Part:
        """Return some clauses of a wording; equal parts are one object, since a story has many ties of few parts."""
        part = Part(line, clauses)
        return self._parts.setdefault(part, part)

    def restated(self, line: int) -> int | None:
        """Return the sentence near ``line`` in its article that says the same thing once more, if there is one."""
        if line in self._restated:
            return self._restated[line]
        article = self.lines[line].article
        near = [
            other
            for other in range(max(0, line - NEAR_BY), min(len(self.lines), line + NEAR_BY + 1))
            if other != line and self.lines[other].article == article
        ]
        score, other = max(((self._own_score(line, other), other) for other in near), default=(0.0, -1))
        found = self._restated[line] = other if score >= RESTATED else None
        return found

    def _own_score(self, a: int, b: int) -> float:
        """Return how much two sentences of one article say the same thing, 0 to 1."""
        one, other = self._place[a], self._place[b]
        both = self.wordings[one].held & self.wordings[other].held
        if not both:
            return 0.0
        return self._weights.total(both) / (sqrt(self._totals[one] * self._totals[other]) + self._steady)

    def _common(self, a: int, b: int) -> float:
        """Return what two wordings share."""
        return self._weights.common(self.wordings[a].held, self.wordings[b].held)

    def _score(self, a: int, b: int, common: float) -> float:
        """Return how much two wordings say the same thing, 0 to 1, given what they share."""
        one, other = self.wordings[a], self.wordings[b]
        score = common / (sqrt(self._totals[a] * self._totals[b]) + self._steady)
        if score < VERBATIM and one.quoted and other.quoted:
            score *= OTHER_WORDS
        if score < VERBATIM and one.speakers and other.speakers and not one.speakers & other.speakers:
            score *= OTHER_SPEAKER
        return score * self._close.to(one.first)[other.first]

    def _most(self, a: int, b: int) -> float:
        """Return a score that no two clauses of the sentences exceed, found faster than theirs; 0 without clauses."""
        if len(self.wordings[a].parts) == len(self.wordings[b].parts) == 1:
            return 0.0
        (one, mine), (other, theirs) = self._bound(a), self._bound(b)
        return self._weights.common(one, other) / (sqrt(mine * theirs) + STEADY_CLAUSE * self._steady)

    def _bound(self, place: int) -> tuple[frozenset[int], float]:
        """Return all that the clauses of a wording are about, and the least that one of them has to be matched."""
        known = self._bounds.get(place)
        if known is None:
            first, *others = self.wordings[place].parts
            known = self._bounds[place] = first.union(*others), min(self._totals_of_parts(place))
        return known

    def _clauses(self, a: int, b: int) -> Scores:
        """Score the clauses of two sentences with one another; nothing where both have only one."""
        one, other = self.wordings[a].parts, self.wordings[b].parts
        if len(one) == 1 and len(other) == 1:
            return {}
        steady = STEADY_CLAUSE * self._steady
        common = self._weights.common
        mine, theirs = self._totals_of_parts(a), self._totals_of_parts(b)
        return {
            (x, y): common(left, right) / (sqrt(mine[x] * theirs[y]) + steady)
            for x, left in enumerate(one)
            for y, right in enumerate(other)
        }

    def _totals_of_parts(self, place: int) -> list[float]:
        """Return what each clause of a wording has to be matched."""
        known = self._part_totals.get(place)
        if known is None:
            known = self._part_totals[place] = [self._weights.total(part) for part in self.wordings[place].parts]
        return known


_BOTH_WHOLE: Groups = [(1, 1)]


def _narrowed(scores: Scores) -> Groups:
    """Return the groups of clauses that match one another, given the scores of two sentences' clauses."""
    best = max(scores.values())
    least = NARROW * best
    groups: list[tuple[int, int, float]] = []
    for (x, y), value in scores.items():
        if value <= 0 or value < least:
            continue
        xs, ys, own = 1 << x, 1 << y, value
        apart: list[tuple[int, int, float]] = []
        for group in groups:
            if group[0] & xs or group[1] & ys:
                xs, ys, own = xs | group[0], ys | group[1], max(own, group[2])
            else:
                apart.append(group)
        groups = [*apart, (xs, ys, own)]
    return [(xs, ys) for xs, ys, own in groups if own >= min(best, SECOND)]
