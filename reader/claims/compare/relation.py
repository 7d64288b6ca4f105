"""Decide how two sides relate: ``same``, ``differs`` or ``different``, and how much they assert the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.agreement import Agreement
from reader.claims.compare.dated import of_another_event
from reader.claims.compare.figures import Pairing, pair_figures
from reader.claims.compare.overlap import Overlap, overlap
from reader.claims.compare.roles import turned_round
from reader.claims.compare.side import features
from reader.claims.compare.slots import differences_of, in_other_quarters
from reader.claims.compare.turned import opposed
from reader.model import Comparison, DifferenceKind, PairRelation
from reader.text.quantity_words import AGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare.side import Side
    from reader.model import Difference

# How much two sides are about one matter: the mean of the shares that they have of each other, and this for each term,
# since a long sentence seldom shares half of its words by chance. All weights here are round figures set by hand; only
# the two thresholds were chosen by what they do on headline pairs that people judged.
_LENGTH = 0.02
_LONG = 12
# What a figure that both sides have weighs beside their words.
_FIGURE = 4.0
# Against one matter: other places, other quarters of a place, each differing figure after the first, and figures of
# which one is more than twice the other, which count another event more often than the same one again.
_PLACES = 0.2
_QUARTERS = 0.2
_APART = 0.05
_FAR = 0.1
_TIMES = 2.0
# Against one assertion.
_FIGURES = 0.4
_DATES = 0.4
_EXTRA_FIGURE = 0.2
_NEGATION = 0.2
_OPPOSITE = 0.3
_QUESTION = 0.25
_HEDGE = 0.05
_EXTRA_DATE = 0.1
# Two sides are about one matter, so that a differing figure matters, from here on; they assert the same from there on.
_RELATED = 0.75
_SAME = 0.85


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
    turned = opposed(a, b, shared) is not None or turned_round(a, b) is not None or of_another_event(a, b)
    evidence = Evidence(shared, pairings, differences_of(a, b, shared, pairings), turned)
    related = _relatedness(a, b, evidence)
    score = _within(related - _penalty(a, b, evidence))
    if related < _RELATED or evidence.opposed:
        return Comparison(PairRelation.DIFFERENT, score, evidence.differences)
    if any(evidence.differs_in(kind) for kind in _DIFFERS):
        return Comparison(PairRelation.DIFFERS, score, evidence.differences)
    least = _RELATED if _explains(pairings) else _SAME
    return Comparison(PairRelation.SAME if score >= least else PairRelation.DIFFERENT, score, evidence.differences)


def _explains(pairings: Sequence[Pairing]) -> bool:
    """Tell whether a side says itself how its figures lead to the other's: what it says more is about that."""
    return any(pairing.agreement in _EXPLAINED for pairing in pairings)


# These say themselves what the figure is that only one side has.
_EXPLAINED = frozenset({Agreement.SUM, Agreement.OLDER})
_DIFFERS = (
    DifferenceKind.NUMBER,
    DifferenceKind.DATE,
    DifferenceKind.NAME,
    DifferenceKind.NEGATION,
    DifferenceKind.WORDING,
    DifferenceKind.ATTRIBUTION,
)


def _within(value: float) -> float:
    """Return ``value`` between 0 and 1, rounded so that equal sides give equal scores."""
    return round(min(1.0, max(0.0, value)), 4)


def _relatedness(a: Side, b: Side, evidence: Evidence) -> float:
    """Return how much the words speak for one matter; the figures that agree are among them, dates and polarity not."""
    agreed = _FIGURE * sum(pairing.agreement is not Agreement.DIFFERENT for pairing in evidence.pairings)
    shares = _with_figures(a, evidence.shared.a, agreed) + _with_figures(b, evidence.shared.b, agreed)
    length = min(len(a.terms), len(b.terms), _LONG)
    apart = [pairing for pairing in evidence.pairings if pairing.agreement is Agreement.DIFFERENT]
    return (
        shares / 2
        + _LENGTH * length
        - _PLACES * evidence.differs_in(DifferenceKind.NAME)
        - _QUARTERS * in_other_quarters(a, b)
        - _APART * max(0, len(apart) - 1)
        - _FAR * any(_are_far(a.quantities[pairing.a].value, b.quantities[pairing.b].value) for pairing in apart)
    )


def _are_far(one: float, other: float) -> bool:
    """Tell whether one value is more than twice the other."""
    return max(one, other) > _TIMES * min(one, other)


def _with_figures(side: Side, share: float, agreed: float) -> float:
    """Return the share of a side that the other has, with ``agreed`` weight of figures that both have."""
    total = sum(term.weight for term in side.terms)
    return (share * total + agreed) / (total + agreed) if total + agreed else 0.0


def _penalty(a: Side, b: Side, evidence: Evidence) -> float:
    """Return what speaks against the same assertion among figures, dates and polarity."""
    used_a = {pairing.a for pairing in evidence.pairings}
    used_b = {pairing.b for pairing in evidence.pairings}
    return (
        _FIGURES * evidence.differs_in(DifferenceKind.NUMBER)
        + _EXTRA_FIGURE * (not _explains(evidence.pairings) and (_counts_more(a, used_a) or _counts_more(b, used_b)))
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
