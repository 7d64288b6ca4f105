"""How two quantities relate that may count the same thing, by value, unit and bound."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.model import QuantityBound
from reader.text.quantity_words import AGE

if TYPE_CHECKING:
    from reader.model import Quantity

_ROUNDING = 0.045
_SAME = 1e-9
_CONVERSION = 0.06
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
_YEARS = range(1900, 2100)
_YEAR_LETTERS = 4
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


def agree(  # noqa: PLR0911 - one for each way to relate
    left: Quantity, right: Quantity, vague: tuple[bool, bool] = (False, False)
) -> Agreement | None:
    """Return how two quantities relate, None when they measure different things.

    ``vague`` tells which of them are plurals such as "dozens", which only say how many figures the count has.
    """
    if left.ordinal != right.ordinal or _is_year(left) is not _is_year(right):
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
    if left.ordinal:
        return Agreement.DIFFERENT
    if _rounds(left, right, x, y):
        return Agreement.ROUNDED
    met = (vague == (True, False) and y >= x) or (vague == (False, True) and x >= y)
    return Agreement.FLOOR if met else _bounded(left.bound, x, right.bound, y)


def _is_year(quantity: Quantity) -> bool:
    """Tell whether a bare figure looks like a year."""
    exact = not quantity.unit and quantity.high is None and quantity.bound is QuantityBound.EXACT
    return exact and quantity.value in _YEARS and quantity.span.end - quantity.span.start == _YEAR_LETTERS


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
    if (left in low and right in low) or (left in high and right in high):
        return Agreement.DIFFERENT
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
