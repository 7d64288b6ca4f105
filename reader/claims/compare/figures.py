"""Compare the quantities of two sides: which are the same figure, which differ, and what makes a difference harmless.

Two quantities are compared only if they count the same thing: the same kind of unit, and words around them that match
("15 killed" with "18 dead", not with "18 wounded"). Harmless, in the order they are looked for: ``converted`` (miles
and kilometres, shares and percent), ``rounded``, ``floor`` ("at least 19" / 26) and ``ceiling``, ``range``, ``sum``
("15 and two" / 17), ``older`` (one side says itself that the other's figure was the earlier one).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.agreement import Agreement, agree
from reader.claims.compare.tables import outcomes
from reader.text.quantity_words import VAGUE_COUNTS, VAGUE_MULTIPLIERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare.side import Side
    from reader.claims.compare.terms import Term
    from reader.model import Quantity

_CONTEXT = 3
_MOST = 40
# How alike the words around two differing figures are at least, when there are others that could be meant.
_NEAR = 0.15


class Pairing(NamedTuple):
    """A quantity of each side, by place, and how they relate; ``affinity`` is how surely they count the same thing."""

    a: int
    b: int
    agreement: Agreement
    affinity: float


class _Figure(NamedTuple):
    """A quantity with the terms after and before it, what happened to what it counts, and whether it is a plural."""

    quantity: Quantity
    after: Sequence[Term]
    before: Sequence[Term]
    outcome: frozenset[int]
    vague: bool


def pair_figures(a: Side, b: Side) -> list[Pairing]:
    """Return which quantities of two sides count the same thing, each at most once, and how they relate.

    Of each side the first ``_MOST`` are looked at: no assertion has more.
    """
    if not a.quantities or not b.quantities:
        return []
    alone = len(a.quantities) == len(b.quantities) == 1
    theirs = [_figure(b, quantity) for quantity in b.quantities[:_MOST]]
    candidates: list[tuple[float, int, int, Agreement]] = []
    for i, left in enumerate(_figure(a, quantity) for quantity in a.quantities[:_MOST]):
        for j, right in enumerate(theirs):
            found = _candidate(left, right, alone=alone)
            if found is not None:
                candidates.append((found[0], i, j, found[1]))
    # Equals are taken by their places in either sentence, so that it does not matter which side is which.
    candidates.sort(key=lambda item: (-round(item[0], 6), min(item[1], item[2]), max(item[1], item[2]), item[1]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairings: list[Pairing] = []
    for score, i, j, agreement in candidates:
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        pairings.append(Pairing(i, j, _softened(a, b, i, j, agreement), score))
    return sorted(pairings)


def _figure(side: Side, quantity: Quantity) -> _Figure:
    """Return a quantity with what tells what it counts."""
    after, before = _context(side, quantity)
    return _Figure(quantity, after, before, _outcome(side, quantity, after, before), _is_vague(side, quantity))


def _candidate(left: _Figure, right: _Figure, *, alone: bool) -> tuple[float, Agreement] | None:
    """Return how surely two figures count the same thing and how they relate, None if they do not.

    ``alone`` tells that neither side has another figure.
    """
    one, other = left.quantity, right.quantity
    agreement = agree(one, other, (left.vague, right.vague))
    if agreement is None or (left.outcome and right.outcome and left.outcome.isdisjoint(right.outcome)):
        return None
    near = _affinity((left.after, left.before), (right.after, right.before))
    same = agreement is not Agreement.DIFFERENT
    if one.ordinal and not same and not _same_thing(left.after, right.after):
        return None
    if same or near > (0 if alone else _NEAR) or (alone and one.unit and one.unit == other.unit):
        return 2.0 * same + near + 0.1 * (one.unit != ""), agreement
    return None


def _softened(a: Side, b: Side, i: int, j: int, agreement: Agreement) -> Agreement:
    """Return what a difference is when the other figures of a side explain it: a sum, or an older figure."""
    left, right = a.quantities[i], b.quantities[j]
    if agreement is Agreement.SAME and _is_left_behind(a, left) is not _is_left_behind(b, right):
        return Agreement.OLDER
    if agreement is not Agreement.DIFFERENT:
        return agreement
    if _is_sum(left, b.quantities) or _is_sum(right, a.quantities):
        return Agreement.SUM
    return agreement


def _is_sum(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether two of ``parts`` add up to ``total``."""
    values = [part.value for part in parts if part.unit == total.unit and not part.ordinal and part.high is None]
    rest = {total.value - value for value in values if 0 < value < total.value}
    return len(values) > 1 and any(
        value in rest and (2 * value != total.value or values.count(value) > 1) for value in values
    )


def _is_left_behind(side: Side, quantity: Quantity) -> bool:
    """Tell whether a figure is the one that a change began at: "rose from 11 to 15", "up from 11"."""
    at = bisect_right(side.tokens, quantity.span.start, key=lambda token: token.end)
    return at > 0 and side.tokens[at - 1].text.lower() == "from"


_VAGUE = frozenset({*VAGUE_COUNTS, *VAGUE_MULTIPLIERS, "several", "scores"})


def _is_vague(side: Side, quantity: Quantity) -> bool:
    """Tell whether a figure is a plural such as "dozens" or "tens of thousands"."""
    return quantity.span.of(side.text).split()[0].lower() in _VAGUE


_OUTCOME_WORDS = 8
_OUTCOME_ENDS = frozenset({",", ";", ":", ".", "and", "but", "while"})


def _outcome(side: Side, quantity: Quantity, after: Sequence[Term], before: Sequence[Term]) -> frozenset[int]:
    """Return what happened to those that a figure counts (killed, hurt, arrested), as far as one clause tells.

    What follows the figure up to a comma, "and" or the next figure tells first ("12 dead"), then what goes before it
    ("wounding 12").
    """
    table = outcomes()
    follows = next((term for term in after if term.key in table), None)
    if follows is not None and follows.span.start < _end_of_count(side, quantity.span.end):
        return table[follows.key]
    return next((table[term.key] for term in reversed(before) if term.key in table), frozenset())


def _end_of_count(side: Side, end: int) -> int:
    """Return where the words end that tell what the figure counts that ends at ``end``."""
    first = bisect_left(side.tokens, end, key=lambda token: token.start)
    near = side.tokens[first : first + _OUTCOME_WORDS]
    stops = [token.start for token in near if token.text.lower() in _OUTCOME_ENDS]
    stops += [other.span.start for other in side.quantities if other.span.start >= end]
    return min(stops, default=side.span.end)


def _context(side: Side, quantity: Quantity) -> tuple[Sequence[Term], Sequence[Term]]:
    """Return the terms right after and right before a quantity."""
    terms = side.terms
    after = bisect_left(terms, quantity.span.end, key=lambda term: term.span.start)
    before = bisect_right(terms, quantity.span.start, key=lambda term: term.span.end)
    return terms[after : after + _CONTEXT], terms[max(0, before - _CONTEXT) : before]


def _same_thing(left: Sequence[Term], right: Sequence[Term]) -> bool:
    """Tell whether the same word follows two ordinals: "third term", "fourth term"."""
    return bool(left and right) and left[0].key == right[0].key


def _affinity(left: tuple[Sequence[Term], Sequence[Term]], right: tuple[Sequence[Term], Sequence[Term]]) -> float:
    """Return how alike the words around two quantities are, 0 to 1; what follows a figure tells most."""
    follow = _alike(left[0], right[0])
    across = max(_alike(left[0], right[1]), _alike(left[1], right[0]))
    before = _alike(left[1], right[1])
    return 0.5 * follow + 0.3 * across + 0.2 * before


def _alike(left: Sequence[Term], right: Sequence[Term]) -> float:
    """Return the share of terms that the shorter list has in the longer, by key or synonym; of equals the greater."""
    if not left or not right:
        return 0.0
    if len(left) == len(right):
        return max(_share(left, right), _share(right, left))
    return _share(left, right) if len(left) < len(right) else _share(right, left)


def _share(terms: Sequence[Term], others: Sequence[Term]) -> float:
    """Return the share of ``terms`` that ``others`` have."""
    keys = {term.key for term in others}
    groups = {group for term in others for group in term.groups}
    return sum(term.key in keys or not groups.isdisjoint(term.groups) for term in terms) / len(terms)
