"""Decide how two sides relate: ``same``, ``differs`` or ``different``, and how much they assert the same thing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.figures import Agreement, Pairing, pair_figures
from reader.claims.compare.overlap import Overlap, overlap
from reader.claims.compare.side import features
from reader.claims.compare.slots import differences_of, opposed
from reader.model import Comparison, DifferenceKind, PairRelation
from reader.text.quantity_words import AGE

if TYPE_CHECKING:
    from reader.claims.compare.side import Side
    from reader.model import Difference

# Weights of a logistic model of nine plain features, fitted on headline pairs that people judged (SemEval STS 2013 and
# 2014, the part that is open for tuning) and rounded; "least" and "most" are the shares that the two sides have of each
# other, the rest is 0 or 1.
_LEAST = 5.2
_MOST = 3.8
_LENGTH = 2.4
# What a figure that both sides have weighs beside their words.
_FIGURE = 4.0
_LONG = 12
_EVEN = 8.3
_PLACES = 1.8
# Each differing figure after the first makes it likelier that these are two events.
_APART = 0.5
_FIGURES = 3.8
_EXTRA_FIGURE = 1.9
_DATES = 3.3
_EXTRA_DATE = 1.1
_NEGATION = 1.8
_OPPOSITE = 2.4
_HEDGE = 1.2
_QUESTION = 2.4
# Two sides are about one matter, so that a differing figure matters, from this logistic value of their words alone.
_RELATED = 0.3
_SAME = 0.42


class Evidence(NamedTuple):
    """What speaks for and against that two sides assert the same thing."""

    shared: Overlap
    pairings: list[Pairing]
    differences: tuple[Difference, ...]
    opposed: bool

    def differs_in(self, kind: DifferenceKind) -> bool:
        """Tell whether there is a harmful difference of a kind."""
        return any(one.kind is kind and not one.harmless for one in self.differences)


def compare(a: str, b: str) -> Comparison:
    """Compare two sentences; ``a`` and ``b`` may be in either order, only the differences turn round."""
    return compare_sides(features(a), features(b))


def compare_sides(a: Side, b: Side) -> Comparison:
    """Compare two assertions whose features are known.

    ``same``: they assert the same thing, and what differs is harmless. ``differs``: the same thing with another figure,
    date, place, a negation or other quoted words. ``different``: not the same thing, which includes the same words with
    opposite meaning.
    """
    if a.text == b.text and a.span == b.span:
        return Comparison(PairRelation.SAME, 1.0)
    shared = overlap(a.terms, b.terms)
    pairings = pair_figures(a, b)
    evidence = Evidence(shared, pairings, differences_of(a, b, shared, pairings), opposed(a, b) is not None)
    related = _relatedness(a, b, evidence)
    score = _logistic(related - _penalty(a, b, evidence))
    if _logistic(related) < _RELATED or evidence.opposed:
        return Comparison(PairRelation.DIFFERENT, score, evidence.differences)
    if any(evidence.differs_in(kind) for kind in _DIFFERS):
        return Comparison(PairRelation.DIFFERS, score, evidence.differences)
    return Comparison(PairRelation.SAME if score >= _SAME else PairRelation.DIFFERENT, score, evidence.differences)


# These say themselves what the figure is that only one side has.
_EXPLAINED = frozenset({Agreement.SUM, Agreement.OLDER})
_DIFFERS = (
    DifferenceKind.NUMBER,
    DifferenceKind.DATE,
    DifferenceKind.NEGATION,
    DifferenceKind.WORDING,
    DifferenceKind.ATTRIBUTION,
)


def _logistic(value: float) -> float:
    """Return the logistic function of ``value``, rounded so that equal sides give equal scores."""
    return round(1 / (1 + math.exp(-value)), 4)


def _relatedness(a: Side, b: Side, evidence: Evidence) -> float:
    """Return how much the words speak for one matter, figures, dates and polarity left out; 0 is even."""
    agreed = _FIGURE * sum(pairing.agreement is not Agreement.DIFFERENT for pairing in evidence.pairings)
    least, most = sorted((_with_figures(a, evidence.shared.a, agreed), _with_figures(b, evidence.shared.b, agreed)))
    length = min(len(a.terms), len(b.terms), _LONG) / 10
    places = evidence.differs_in(DifferenceKind.NAME)
    apart = max(0, sum(pairing.agreement is Agreement.DIFFERENT for pairing in evidence.pairings) - 1)
    return _LEAST * least + _MOST * most + _LENGTH * length - _EVEN - _PLACES * places - _APART * apart


def _with_figures(side: Side, share: float, agreed: float) -> float:
    """Return the share of a side that the other has, with ``agreed`` weight of figures that both have."""
    total = sum(term.weight for term in side.terms)
    return (share * total + agreed) / (total + agreed) if total + agreed else 0.0


def _penalty(a: Side, b: Side, evidence: Evidence) -> float:
    """Return what speaks against the same assertion among figures, dates and polarity."""
    used_a = {pairing.a for pairing in evidence.pairings}
    used_b = {pairing.b for pairing in evidence.pairings}
    explained = any(pairing.agreement in _EXPLAINED for pairing in evidence.pairings)
    return (
        _FIGURES * evidence.differs_in(DifferenceKind.NUMBER)
        + _EXTRA_FIGURE * (not explained and (_counts_more(a, used_a) or _counts_more(b, used_b)))
        + _DATES * evidence.differs_in(DifferenceKind.DATE)
        + _EXTRA_DATE * (bool(a.dates) is not bool(b.dates))
        + _NEGATION * evidence.differs_in(DifferenceKind.NEGATION)
        + (_OPPOSITE - _NEGATION) * evidence.opposed
        + _HEDGE * (bool(a.polarity.hedges) is not bool(b.polarity.hedges))
        + _QUESTION * (a.asks is not b.asks)
    )


def _counts_more(side: Side, used: set[int]) -> bool:
    """Tell whether a side has a figure, ages and ordinals left out, that was not matched."""
    return any(
        place not in used and not quantity.ordinal and quantity.unit != AGE
        for place, quantity in enumerate(side.quantities)
    )
