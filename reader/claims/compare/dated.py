"""Dates of two sides: whether they differ, and which event each is tied to."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.verbs import verb_of
from reader.model import DatePrecision, Difference, DifferenceKind, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare.side import Side
    from reader.claims.compare.verbs import Verb
    from reader.model import DateMention

_CALENDAR = frozenset({DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR})
_DETERMINERS = frozenset("a an the this his her its their our my your".split())
_RELATIVE = frozenset({"today", "yesterday", "tomorrow", "tonight", "last night"})
_DAY_LETTERS = len("2019-09-14")


class _Dated(NamedTuple):
    """A date and the verb that it hangs on, None if the form of no word near it tells one."""

    date: DateMention
    verb: Verb | None


def days(a: Side, b: Side) -> list[Difference]:
    """Return the dates that differ.

    A date is compared with the dates of the other side that hang on the same verb. Without such, two sides differ when
    none of one's dates can be one of the other's, unless their verbs are two events.
    """
    left = _dated(a) if b.dates else []
    right = _dated(b) if left else []
    if not right:
        return []
    for one in left:
        for other in right:
            if _are_tied(one, other) and not _meet(one, other, left, right):
                return [_differ(a, one, b, other)]
    for one in left:
        for other in right:
            if _compatible(one.date, other.date):
                return _precision(a, one, b, other)
    found = next(((one, other) for one in left for other in right if not _are_two_events(a, one, b, other)), None)
    return [_differ(a, found[0], b, found[1])] if found else []


def _are_tied(one: _Dated, other: _Dated) -> bool:
    """Tell whether two dates hang on the same verb, as far as it is known."""
    return one.verb is not None and other.verb is not None and one.verb.is_like(other.verb)


def _meet(one: _Dated, other: _Dated, left: Sequence[_Dated], right: Sequence[_Dated]) -> bool:
    """Tell whether any dates of two sides can be the same that hang on the verbs of ``one`` or ``other``."""
    ours = [own.date for own in left if _are_tied(own, one) or _are_tied(own, other)]
    theirs = [own.date for own in right if _are_tied(own, one) or _are_tied(own, other)]
    return any(_compatible(x, y) for x in ours for y in theirs)


def _are_two_events(a: Side, one: _Dated, b: Side, other: _Dated) -> bool:
    """Tell whether the verbs of two dates are two events: other verbs, of which a side has both."""
    if one.verb is None or other.verb is None or one.verb.is_like(other.verb):
        return False
    return _says(a, other.verb) or _says(b, one.verb)


def of_another_event(a: Side, b: Side) -> bool:
    """Tell whether one date hangs on two events: on one verb here and on another there, and both sides have both."""
    if not a.dates or not b.dates or not any(_compatible(one, other) for one in a.dates for other in b.dates):
        return False
    left, right = _dated(a), _dated(b)
    return any(
        one.verb is not None
        and other.verb is not None
        and _compatible(one.date, other.date)
        and not any(_are_tied(one, own) for own in right)
        and not any(_are_tied(other, own) for own in left)
        and _says(a, other.verb)
        and _says(b, one.verb)
        for one in left
        for other in right
    )


def _says(side: Side, verb: Verb) -> bool:
    """Tell whether a side has a verb, or a synonym of it."""
    return any(term.key == verb.key or not term.groups.isdisjoint(verb.groups) for term in side.terms)


def _dated(side: Side) -> list[_Dated]:
    """Return the calendar dates of a side with their verbs."""
    return [
        _Dated(date, verb_of(side, date.span))
        for date in side.dates
        if date.precision in _CALENDAR and not _describes(side, date)
    ]


def _describes(side: Side, date: DateMention) -> bool:
    """Tell whether a year only tells which thing is meant, and not when anything was: "the 2016 nomination"."""
    at = bisect_left(side.tokens, date.span.start, key=lambda token: token.start)
    return date.precision is DatePrecision.YEAR and at > 0 and side.tokens[at - 1].text.lower() in _DETERMINERS


def _differ(a: Side, one: _Dated, b: Side, other: _Dated) -> Difference:
    """Return that two dates differ."""
    x, y = _shown(a, one), _shown(b, other)
    return Difference(DifferenceKind.DATE, x, y, f"dates differ: {x.text} / {y.text}")


def _precision(a: Side, one: _Dated, b: Side, other: _Dated) -> list[Difference]:
    """Return that one date is a part of the other, if so."""
    if one.date.precision is other.date.precision:
        return []
    x, y = _shown(a, one), _shown(b, other)
    says = f"dates of other precision: {x.text} / {y.text}"
    return [Difference(DifferenceKind.PRECISION, x, y, says, harmless=True)]


def _shown(side: Side, dated: _Dated) -> Words:
    """Return the words of a date."""
    return Words(side.article, dated.date.span, dated.date.span.of(side.text))


def _compatible(one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates can be the same: equal, or one a part of the other, or not to be told.

    The same words are taken for the same date, though the articles were published in different weeks. "Yesterday" may
    be off by a day: articles are dated by the day they were put up or taken down from a wire.
    """
    if one.text.lower() == other.text.lower():
        return True
    if not one.value or not other.value:
        same_kind = one.precision is other.precision and not one.value and not other.value
        return not same_kind or one.text.lower().split()[-1] == other.text.lower().split()[-1]
    x, y = one.value.lstrip("-"), other.value.lstrip("-")
    if one.value.startswith("--") is not other.value.startswith("--"):
        dated = other.value if one.value.startswith("--") else one.value
        return len(dated) == len("2019") or dated[5:].startswith(x if dated is other.value else y)
    return x.startswith(y) or y.startswith(x) or _a_day_off(one, other)


def _a_day_off(one: DateMention, other: DateMention) -> bool:
    """Tell whether one of two days is only told from the day of writing, and the other is next to it."""
    if _RELATIVE.isdisjoint((one.text.lower(), other.text.lower())):
        return False
    if len(one.value) != _DAY_LETTERS or len(other.value) != _DAY_LETTERS:
        return False
    return abs((dt.date.fromisoformat(one.value) - dt.date.fromisoformat(other.value)).days) <= 1
