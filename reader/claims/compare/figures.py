"""Compare the quantities of two sides: which are the same figure, which differ, and what makes a difference harmless.

Two quantities are compared only if they count the same thing: the same kind of unit, and words around them that match
("15 killed" with "18 dead", not with "18 wounded"). Harmless, in the order they are looked for: ``converted`` (miles
and kilometres, shares and percent), ``rounded``, ``floor`` ("at least 19" / 26) and ``ceiling``, ``range``, ``sum``
("15 and two" / 17), ``older`` (one side says itself that the other's figure was the earlier one).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.model import QuantityBound
from reader.text.quantity_words import AGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare.side import Side
    from reader.claims.compare.terms import Term
    from reader.model import Quantity

_ROUNDING = 0.045
_SAME = 1e-9
_CONVERSION = 0.06
_CONTEXT = 3
_MOST = 40
# How alike the words around two differing figures are at least, when there are others that could be meant.
_NEAR = 0.15
# Unit to (what it measures, factor to its base unit).
_MEASURES = {
    "percent": ("share", 0.01),
    "share": ("share", 1.0),
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86_400.0),
    "week": ("time", 604_800.0),
    "month": ("time", 2_629_800.0),
    "year": ("time", 31_557_600.0),
    "decade": ("time", 315_576_000.0),
    "century": ("time", 3_155_760_000.0),
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "gram": ("weight", 0.001),
    "kg": ("weight", 1.0),
    "ounce": ("weight", 0.0283495),
    "pound": ("weight", 0.453592),
    "ton": ("weight", 907.185),
    "tonne": ("weight", 1000.0),
    "km/h": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "litre": ("volume", 1.0),
    "gallon": ("volume", 3.785),
    "acre": ("area", 4046.86),
    "hectare": ("area", 10_000.0),
    "square mile": ("area", 2_589_988.0),
    "square km": ("area", 1_000_000.0),
    "square m": ("area", 1.0),
    "square foot": ("area", 0.092903),
}
_CURRENCY_LETTERS = 3
# Rates move; two sums in different currencies are one figure when a rate that has been seen in decades could join them.
_RATE_LIMITS = {"EUR": (0.8, 1.7), "GBP": (1.0, 2.2), "CAD": (0.6, 1.1), "AUD": (0.5, 1.15), "CHF": (0.5, 1.4)}


class Agreement(StrEnum):
    """How two quantities that count the same thing relate."""

    SAME = "same"
    CONVERTED = "converted"
    ROUNDED = "rounded"
    FLOOR = "floor"
    CEILING = "ceiling"
    RANGE = "range"
    SUM = "sum"
    OLDER = "older"
    DIFFERENT = "different"


class Pairing(NamedTuple):
    """A quantity of each side, by place, and how they relate; ``affinity`` is how surely they count the same thing."""

    a: int
    b: int
    agreement: Agreement
    affinity: float


def pair_figures(a: Side, b: Side) -> list[Pairing]:
    """Return which quantities of two sides count the same thing, each at most once, and how they relate.

    Of each side the first ``_MOST`` are looked at: no assertion has more.
    """
    contexts_a = [_context(a, quantity) for quantity in a.quantities[:_MOST]]
    contexts_b = [_context(b, quantity) for quantity in b.quantities[:_MOST]]
    candidates: list[tuple[float, int, int, Agreement]] = []
    for i, left in enumerate(a.quantities[:_MOST]):
        for j, right in enumerate(b.quantities[:_MOST]):
            agreement = agree(left, right)
            if agreement is None:
                continue
            near = _affinity(contexts_a[i], contexts_b[j])
            alone = len(a.quantities) == len(b.quantities) == 1
            same = agreement is not Agreement.DIFFERENT
            if left.ordinal and not same and not _same_thing(contexts_a[i], contexts_b[j]):
                continue
            if same or near > (0 if alone else _NEAR) or (alone and left.unit and left.unit == right.unit):
                candidates.append((2.0 * same + near + 0.1 * (left.unit != ""), i, j, agreement))
    candidates.sort(key=lambda item: (-item[0], item[1], item[2]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    found: list[Pairing] = []
    for score, i, j, agreement in candidates:
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        found.append(Pairing(i, j, _softened(a, b, i, j, agreement), score))
    return sorted(found)


def agree(left: Quantity, right: Quantity) -> Agreement | None:
    """Return how two quantities relate, None when they measure different things."""
    if left.ordinal != right.ordinal:
        return None
    factors = _factors(left.unit, right.unit)
    if factors is None:
        bare = AGE in {left.unit, right.unit} and "" in {left.unit, right.unit} and left.value == right.value
        return Agreement.SAME if bare else _exchanged(left, right)
    x, y = left.value * factors[0], right.value * factors[1]
    if left.high is not None or right.high is not None:
        return _in_range((x, (left.high or left.value) * factors[0]), (y, (right.high or right.value) * factors[1]))
    converted = left.unit != right.unit
    if _close(x, y, _CONVERSION if converted else _SAME):
        return Agreement.CONVERTED if converted else Agreement.SAME
    if not left.ordinal and _rounds(left, right, x, y):
        return Agreement.ROUNDED
    return Agreement.DIFFERENT if left.ordinal else _bounded(left.bound, x, right.bound, y)


def _factors(left: str, right: str) -> tuple[float, float] | None:
    """Return factors that bring two units to one base, None if they measure different things."""
    if left == right:
        return 1.0, 1.0
    one, other = _MEASURES.get(left), _MEASURES.get(right)
    return (one[1], other[1]) if one and other and one[0] == other[0] else None


def _exchanged(left: Quantity, right: Quantity) -> Agreement | None:
    """Tell whether two sums in different currencies may be one sum."""
    if not (_is_money(left.unit) and _is_money(right.unit)):
        return None
    foreign, dollars = (left, right) if right.unit == "USD" else (right, left)
    limits = _RATE_LIMITS.get(foreign.unit)
    if dollars.unit != "USD" or limits is None or not foreign.value:
        return Agreement.CONVERTED
    return Agreement.CONVERTED if limits[0] <= dollars.value / foreign.value <= limits[1] else Agreement.DIFFERENT


def _is_money(unit: str) -> bool:
    """Tell whether a unit is a currency code."""
    return len(unit) == _CURRENCY_LETTERS and unit.isupper()


def _close(x: float, y: float, share: float) -> bool:
    """Tell whether two values differ by at most ``share`` of the larger."""
    return abs(x - y) <= share * max(abs(x), abs(y))


def _rounds(left: Quantity, right: Quantity, x: float, y: float) -> bool:
    """Tell whether one value is the other one rounded, or is only said to be about it."""
    if not _close(x, y, _ROUNDING):
        return False
    if QuantityBound.ABOUT in {left.bound, right.bound}:
        return True
    return _rounded(x, _digits(y)) == y or _rounded(y, _digits(x)) == x


def _digits(value: float) -> int:
    """Return the place of the last digit of ``value`` that is not zero: 0 for units, 1 for tens, -1 for tenths."""
    text = f"{value:.12g}"
    mantissa, _, exponent = text.partition("e")
    power = int(exponent or 0)
    whole, _, part = mantissa.partition(".")
    if part:
        return power - len(part)
    return power + len(whole) - len(whole.rstrip("0"))


def _rounded(value: float, place: int) -> float:
    """Round to a decimal place as ``_digits`` counts them."""
    return float(round(value, -place))


def _bounded(left: QuantityBound, x: float, right: QuantityBound, y: float) -> Agreement:
    """Return whether a floor or ceiling of one side allows the value of the other."""
    low = {QuantityBound.AT_LEAST, QuantityBound.MORE_THAN}
    high = {QuantityBound.AT_MOST, QuantityBound.LESS_THAN}
    if (left in low and y >= x) or (right in low and x >= y):
        return Agreement.FLOOR
    if (left in high and y <= x) or (right in high and x <= y):
        return Agreement.CEILING
    return Agreement.DIFFERENT


def _in_range(left: tuple[float, float], right: tuple[float, float]) -> Agreement:
    """Return how two ranges relate; a single value is a range of itself."""
    if _close(left[0], right[0], _SAME) and _close(left[1], right[1], _SAME):
        return Agreement.SAME
    return Agreement.RANGE if max(left[0], right[0]) <= min(left[1], right[1]) else Agreement.DIFFERENT


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


def _context(side: Side, quantity: Quantity) -> tuple[Sequence[Term], Sequence[Term]]:
    """Return the terms right after and right before a quantity."""
    terms = side.terms
    after = bisect_left(terms, quantity.span.end, key=lambda term: term.span.start)
    before = bisect_right(terms, quantity.span.start, key=lambda term: term.span.end)
    return terms[after : after + _CONTEXT], terms[max(0, before - _CONTEXT) : before]


def _same_thing(left: tuple[Sequence[Term], Sequence[Term]], right: tuple[Sequence[Term], Sequence[Term]]) -> bool:
    """Tell whether the same word follows two ordinals: "third term", "fourth term"."""
    return bool(left[0] and right[0]) and left[0][0].key == right[0][0].key


def _affinity(left: tuple[Sequence[Term], Sequence[Term]], right: tuple[Sequence[Term], Sequence[Term]]) -> float:
    """Return how alike the words around two quantities are, 0 to 1; what follows a figure tells most."""
    follow = _alike(left[0], right[0])
    across = max(_alike(left[0], right[1]), _alike(left[1], right[0]))
    before = _alike(left[1], right[1])
    return 0.5 * follow + 0.3 * across + 0.2 * before


def _alike(left: Sequence[Term], right: Sequence[Term]) -> float:
    """Return the share of terms that the shorter list has in the longer, by key or synonym."""
    if not left or not right:
        return 0.0
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    keys = {term.key for term in long}
    groups = {group for term in long for group in term.groups}
    return sum(term.key in keys or not groups.isdisjoint(term.groups) for term in short) / len(short)
