"""Decide how two sides relate: ``same``, ``differs`` or ``different``, and how much they assert the same thing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.figures import Agreement, Pairing, pair_figures
from reader.claims.compare.overlap import Overlap, overlap
from reader.claims.compare.side import features
from reader.claims.compare.slots import differences_of, opposed
from reader.model import Comparison, DifferenceKind, PairRelation

if TYPE_CHECKING:
    from reader.claims.compare.side import Side
    from reader.model import Difference

_SAME = 0.5
_RELATED = 0.5


class Evidence(NamedTuple):
    """What speaks for and against that two sides assert the same thing."""

    shared: Overlap
    pairings: list[Pairing]
    differences: tuple[Difference, ...]
    opposed: bool


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
    evidence = Evidence(shared, pairings, differences_of(a, b, shared, pairings), opposed(a, b, shared) is not None)
    harmful = [one for one in evidence.differences if not one.harmless and one.kind in _DIFFERS]
    related = _logistic(_relatedness(a, b, evidence))
    score = _logistic(_relatedness(a, b, evidence) - _penalty(evidence))
    if related < _RELATED or evidence.opposed:
        return Comparison(PairRelation.DIFFERENT, score, evidence.differences)
    if harmful:
        return Comparison(PairRelation.DIFFERS, score, evidence.differences)
    return Comparison(PairRelation.SAME if score >= _SAME else PairRelation.DIFFERENT, score, evidence.differences)


_DIFFERS = frozenset(
    {
        DifferenceKind.NUMBER,
        DifferenceKind.DATE,
        DifferenceKind.NEGATION,
        DifferenceKind.WORDING,
        DifferenceKind.ATTRIBUTION,
    }
)


def _logistic(value: float) -> float:
    """Return the logistic function of ``value``, rounded so that equal sides give equal scores."""
    return round(1 / (1 + math.exp(-value)), 4)


def _relatedness(a: Side, b: Side, evidence: Evidence) -> float:
    """Return how much the words speak for one matter, figures and dates left out; 0 is even."""
    shared = evidence.shared
    low, high = sorted((shared.a, shared.b))
    places = any(one.kind is DifferenceKind.NAME for one in evidence.differences)
    del a, b
    return 6 * low + 4 * high - 5.6 - 2.5 * places


def _penalty(evidence: Evidence) -> float:
    """Return what speaks against the same assertion among figures and dates."""
    numbers = sum(pairing.agreement is Agreement.DIFFERENT for pairing in evidence.pairings)
    dates = any(one.kind is DifferenceKind.DATE for one in evidence.differences)
    return 3.0 * min(numbers, 1) + 1.5 * dates
