"""Quantities: figures in digits or words, with scale, unit, currency and bound.

A linear grammar over tokens, tried at each token in turn::

    quantity  = [bound] figure [bound]
    figure    = [currency] amount [("-" | "to" | "or") amount] [unit | currency word]
    amount    = number [scale]
    number    = digits | number words | fraction | "a dozen" | "hundreds" | ordinal

Each look back or ahead is bounded by the longest phrase of ``quantity_words``. Calendar dates, years, clock times and
numbers inside identifiers ("F-16", "MH370") are no quantities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Quantity, QuantityBound, Span
from reader.text.dates import calendar_tokens, locate
from reader.text.numbers import Number, Pieces, beginnings, number_at, pieces
from reader.text.quantity_words import (
    AGE,
    BOUNDS_AFTER,
    BOUNDS_BEFORE,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLARS,
    HUNDREDTHS,
    NO_COUNT_AFTER_ONE,
    NO_COUNT_BEFORE_ONE,
    SCALES,
    UNIT_WORDS,
)
from reader.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.text.tokens import Token

_RANGE_WORDS = frozenset({"-", "–", "—", "to", "or"})
_LONGEST_BOUND = max(len(words) for words in BOUNDS_BEFORE)
_BOUND_ENDS = frozenset(words[-1] for words in BOUNDS_BEFORE)
_BOUND_BEGINNINGS = frozenset(words[0] for words, _ in BOUNDS_AFTER)
# "2-1" and "3-2" are results of games and votes.
_SCORE_LIMIT = 10
_DIED = frozenset({"dies", "died", "dead", "dying", "death"})
_AT_AGE = frozenset({("at", "age"), ("age", "of")})
_QUAKES = frozenset({"quake", "earthquake", "temblor"})
_STRONGEST = 10
_PASSING = frozenset({"passed", "passes"})
_UNIT_PAIRS = {
    ("per", "cent"): ("percent", 1.0),
    ("percentage", "point"): ("percentage point", 1.0),
    ("percentage", "points"): ("percentage point", 1.0),
    ("basis", "point"): ("percentage point", 0.01),
    ("basis", "points"): ("percentage point", 0.01),
    ("us", "dollars"): ("USD", 1.0),
    ("u.s.", "dollars"): ("USD", 1.0),
    ("american", "dollars"): ("USD", 1.0),
    ("pounds", "sterling"): ("GBP", 1.0),
}


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the quantities of ``text[start:end]`` in order, none overlapping another; spans are in ``text``.

    A span covers the bound, the currency, the figure, its scale and its unit ("nearly $4 billion"), and not the
    thing counted. Linear in the length of the text.
    """
    return quantities_in(tokens(text, start, end))


def quantities_in(
    words: Sequence[Token], taken: Collection[int] | None = None, small: Sequence[str] | None = None
) -> list[Quantity]:
    """Return the quantities of a text that is already cut into tokens.

    ``taken`` are the indexes of the tokens that belong to dates, when ``dates.locate`` found them already, and
    ``small`` the tokens in small letters.
    """
    line = pieces(words, small)
    taken = calendar_tokens(locate(words, None, small)) if taken is None else taken
    found: list[Quantity] = []
    floor = 0
    for at in beginnings(line):
        step = _figure(line, at, floor) if at >= floor and line.source[at] not in taken else None
        if step is not None:
            quantity, floor = step
            found.append(quantity)
    return found


def _figure(line: Pieces, at: int, floor: int) -> tuple[Quantity, int] | None:
    """Return the quantity whose number begins at piece ``at``, and the piece after it."""
    number = number_at(line, at)
    if number is None or _is_no_count(line, at, number):
        return None
    currency, begin = _currency_before(line, at, floor)
    high, number, stop = _range(line, number, has_currency=bool(currency))
    unit, factor, stop = ("", 1.0, stop) if number.ordinal else _unit(line, stop, currency)
    if not unit and begin == at and not number.ordinal:
        unit, begin = _unit_before(line, at, floor)
        if line.word(stop) in _QUAKES and number.value < _STRONGEST:
            unit = "magnitude"
    bound, begin = _bound_before(line, begin, floor)
    if high is not None:
        begin = _between(line, begin, floor)
    after, stop = _bound_after(line, stop)
    if bound is QuantityBound.EXACT:
        bound = after if after is not QuantityBound.EXACT else number.bound
    if high is not None:
        bound = QuantityBound.RANGE
    return (
        Quantity(
            span=Span(line.starts[begin], line.ends[stop - 1]),
            value=number.value * factor,
            high=None if high is None else high * factor,
            unit=unit or ("share" if number.share else ""),
            bound=bound,
            ordinal=number.ordinal,
        ),
        stop,
    )


def _is_no_count(line: Pieces, at: int, number: Number) -> bool:
    """Tell whether the number is a pronoun ("no one"), or part of an identifier or a clock time."""
    if line.low[at] == "one" and number.stop == at + 1:
        before, after = line.word(at - 1), line.word(at + 1)
        return before in NO_COUNT_BEFORE_ONE or after in NO_COUNT_AFTER_ONE or not after.isalpha()
    if at and line.low[at - 1] in {"-", "/", "."} and line.touches(at - 1) and line.touches(at):
        if line.low[at - 1] == "/" and line.word(at - 2).isdigit():
            return True
        return line.word(at - 2).isalpha() and line.word(at - 2) not in SCALES
    return False


def _currency_before(line: Pieces, at: int, floor: int) -> tuple[str, int]:
    """Return the currency written before piece ``at`` ("US$", "EUR", "Rs."), and where it begins."""
    last = at - 1
    if last < floor:
        return "", at
    sign = CURRENCY_SIGNS.get(line.low[last])
    if sign:
        letters = line.word(last - 1) if last > floor and line.touches(last) else ""
        return (DOLLARS[letters], last - 1) if line.low[last] == "$" and letters in DOLLARS else (sign, last)
    if line.low[last] == "." and last > floor and line.low[last - 1] == "rs":
        return "INR", last - 1
    code = CURRENCY_CODES.get(line.low[last])
    return (code, last) if code else ("", at)


def _range(line: Pieces, first: Number, *, has_currency: bool) -> tuple[float | None, Number, int]:
    """Return the upper end if a range begins with ``first``; its lower end takes over the upper one's scale."""
    at = first.stop
    sign = line.word(at)
    between = sign == "and" and line.word(at - (first.stop - first.start) - 1) == "between"
    if (sign not in _RANGE_WORDS and not between) or first.ordinal:
        return None, first, first.stop
    ahead = at + 1
    if has_currency and line.word(ahead) in CURRENCY_SIGNS:
        ahead += 1
    second = number_at(line, ahead)
    if second is None or second.ordinal or (sign == "to" and _from(line, first.start)):
        return None, first, first.stop
    low = first.value * second.scale if first.scale == 1 and second.scale > first.value else first.value
    is_score = sign in {"-", "–"} and first.scale == second.scale == 1 and second.value < _SCORE_LIMIT
    if low >= second.value or (is_score and first.value < _SCORE_LIMIT / 2):
        return None, first, first.stop
    return second.value, first._replace(value=low), second.stop


def _from(line: Pieces, at: int) -> bool:
    """Tell whether "from" stands before the figure at ``at``: "from 5 to 10" is a change, not a range."""
    return "from" in {line.word(at - 1), line.word(at - 2)}


def _between(line: Pieces, begin: int, floor: int) -> int:
    """Return where a range begins: at "between" when it stands right before ``begin``."""
    return begin - 1 if begin > floor and line.low[begin - 1] == "between" else begin


def _unit(line: Pieces, at: int, currency: str) -> tuple[str, float, int]:
    """Return the unit after a figure that ends before piece ``at``, a factor for it, and the piece after it."""
    if currency:
        extra = line.word(at) in {"dollar", "dollars", "euros", "pounds"}
        return currency, 1.0, at + extra
    ahead = at + (line.word(at) == "-")
    pair = (line.word(ahead), line.word(ahead + 1))
    if pair in _UNIT_PAIRS:
        unit, factor = _UNIT_PAIRS[pair]
        return unit, factor, ahead + 2
    word = pair[0]
    if word in HUNDREDTHS:
        return HUNDREDTHS[word], 0.01, ahead + 1
    money = CURRENCY_WORDS.get(word) or CURRENCY_CODES.get(word)
    if money is None and word in CURRENCY_SIGNS and not pair[1][:1].isdigit():
        money = CURRENCY_SIGNS[word]
    if money is not None:
        return money, 1.0, ahead + 1
    unit, stop = _measure(line, ahead)
    return (unit, 1.0, stop) if unit else ("", 1.0, at)


def _measure(line: Pieces, at: int) -> tuple[str, int]:
    """Return a unit of time, length, weight and the like that stands at piece ``at``, and the piece after it."""
    word, after = line.word(at), line.word(at + 1)
    if word in {"year-old", "year-olds"}:
        return AGE, at + 1
    if word == "square" and after in UNIT_WORDS:
        return f"square {UNIT_WORDS[after]}", at + 2
    unit = UNIT_WORDS.get(word, "")
    if unit == "year":
        ahead = at + 1 + (after == "-")
        return (AGE, ahead + 1) if line.word(ahead) in {"old", "olds"} else (unit, at + 1)
    return unit, at + 1


def _unit_before(line: Pieces, at: int, floor: int) -> tuple[str, int]:
    """Return a unit written before its figure: "magnitude 6.3", "aged 19"."""
    if at > floor and line.low[at - 1] == "magnitude":
        return "magnitude", at - 1
    if at > floor and line.low[at - 1] == "aged":
        return AGE, at - 1
    if at > floor + 1 and (line.low[at - 2], line.low[at - 1]) in _AT_AGE:
        return AGE, at - 2
    if line.word(at - 1) == "at" and line.word(at - 2) in _DIED:
        return AGE, at
    return "", at


def _bound_before(line: Pieces, begin: int, floor: int) -> tuple[QuantityBound, int]:
    """Return the bound in the words right before piece ``begin``, and where those words begin."""
    if line.word(begin - 1) not in _BOUND_ENDS:
        return QuantityBound.EXACT, begin
    for length in range(min(_LONGEST_BOUND, begin - floor), 0, -1):
        bound = BOUNDS_BEFORE.get(tuple(line.low[begin - length : begin]))
        if bound is not None and not (length == 1 and line.low[begin - 1] in _PASSING and _is_vote(line, begin)):
            return bound, begin - length
    return QuantityBound.EXACT, begin


def _is_vote(line: Pieces, at: int) -> bool:
    """Tell whether the result of a vote begins at piece ``at``: "passed 52-48"."""
    return line.word(at).isdigit() and line.word(at + 1) in {"-", "–", "to"} and line.word(at + 2).isdigit()


def _bound_after(line: Pieces, stop: int) -> tuple[QuantityBound, int]:
    """Return the bound in the words right after a figure, and the piece after them."""
    if line.word(stop) not in _BOUND_BEGINNINGS:
        return QuantityBound.EXACT, stop
    for phrase, bound in BOUNDS_AFTER:
        if tuple(line.low[stop : stop + len(phrase)]) == phrase:
            return bound, stop + len(phrase)
    return QuantityBound.EXACT, stop
