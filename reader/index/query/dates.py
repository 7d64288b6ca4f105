"""The values of ``date:`` as days: ``2019-09``, ``>=2019-09-14``, ``2019-09-01..2019-09-14``, ``last week``."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_NAMED = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2}))?(?:,?\s+(\d{4}))?")
_COMPARED = re.compile(r"(>=|<=|>|<|=)\s*(.*)")
_RANGE = re.compile(r"(.*?)\s*\.\.\s*(.*)")
_PAST = re.compile(r"(?:last|past)\s+(\d{1,4})\s+(day|week|month|year)s?")
_RELATIVE = re.compile(r"(this|last)\s+(week|month|year)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = "january february march april may june july august september october november december".split()
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_DECEMBER = 12

FIRST, LAST = dt.date.min.toordinal(), dt.date.max.toordinal()


class Days(NamedTuple):
    """From one day to another, both included, as ordinals."""

    first: int
    last: int


def days(value: str, today: dt.date) -> Days | None:
    """Return the days that a value names, None if it names none. Weeks begin on Monday."""
    low = " ".join(value.casefold().split())
    compared = _COMPARED.fullmatch(low)
    if compared:
        return _compared(compared.group(1), compared.group(2), today)
    ranged = _RANGE.fullmatch(low)
    if ranged:
        return _ranged(ranged.group(1), ranged.group(2), today)
    return _relative(low, today) or _iso(low) or _named(low, today)


def _compared(sign: str, value: str, today: dt.date) -> Days | None:
    """Return the days that stand so to a day, month or year."""
    named = days(value, today) if value[:1] not in "<>=" else None
    if named is None:
        return None
    match sign:
        case ">=":
            return Days(named.first, LAST)
        case "<=":
            return Days(FIRST, named.last)
        case ">":
            return Days(named.last + 1, LAST)
        case "<":
            return Days(FIRST, named.first - 1)
        case _:
            return named


def _ranged(low: str, high: str, today: dt.date) -> Days | None:
    """Return the days from one to another; an end that is left out is open."""
    if not low and not high:
        return None
    first = days(low, today) if low else Days(FIRST, FIRST)
    last = days(high, today) if high else Days(LAST, LAST)
    return None if first is None or last is None else Days(first.first, last.last)


def _relative(value: str, today: dt.date) -> Days | None:
    """Return the days of ``today``, ``last week``, ``last 3 days`` and the like."""
    ordinal = today.toordinal()
    if value in {"today", "yesterday"}:
        day = ordinal - (value == "yesterday")
        return Days(day, day)
    past = _PAST.fullmatch(value)
    if past:
        length = int(past.group(1)) * _DAYS[past.group(2)]
        return Days(max(FIRST, ordinal - length + 1), ordinal)
    relative = _RELATIVE.fullmatch(value)
    if relative is None:
        return None
    last = relative.group(1) == "last"
    match relative.group(2):
        case "week":
            monday = ordinal - today.weekday() - 7 * last
            return Days(monday, monday + 6)
        case "month":
            before = today.replace(day=1) - dt.timedelta(days=1)
            return _month(before.year, before.month) if last else _month(today.year, today.month)
        case _:
            return _year(today.year - last)


def _iso(value: str) -> Days | None:
    """Return the days of a year, a month or a day in figures."""
    match = _ISO.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not match.group(2):
        return _year(year)
    if not match.group(3):
        return _month(year, month)
    return _day(year, month, day)


def _named(value: str, today: dt.date) -> Days | None:
    """Return the days of ``september 2019``, ``14 sept 2019``, ``september 14``; this year if none is named."""
    match = _NAMED.fullmatch(value)
    if match is None:
        return None
    before, name, behind, named_year = match.groups()
    short = name[:3]
    if short not in _MONTHS or not (_MONTH_NAMES[_MONTHS.index(short)].startswith(name) or name == "sept"):
        return None
    month = _MONTHS.index(short) + 1
    year = int(named_year) if named_year else today.year
    day = before or behind
    return _day(year, month, int(day)) if day else _month(year, month)


def _year(year: int) -> Days | None:
    """Return the days of a year."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return Days(dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal())


def _month(year: int, month: int) -> Days | None:
    """Return the days of a month."""
    first = _day(year, month, 1)
    if first is None or (year, month) == (dt.MAXYEAR, _DECEMBER):
        return first
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return Days(first.first, following.toordinal() - 1)


def _day(year: int, month: int, day: int) -> Days | None:
    """Return one day, None if the calendar has none such."""
    try:
        ordinal = dt.date(year, month, day).toordinal()
    except ValueError:
        return None
    return Days(ordinal, ordinal)
