"""Arithmetic with days: which day a weekday, a day of a month or "last month" means in an article of a given day.

Values are ISO 8601 strings, "" for a day that does not exist.
"""

from __future__ import annotations

import datetime as dt


def day_value(year: int, month: int, day: int) -> str:
    """Return ``year-month-day``, "" if the calendar has no such day."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def near_year(month: int, day: int, published: dt.date, *, ahead: bool | None) -> str:
    """Return the day in the year that brings it nearest to ``published`` (if ``ahead``: not before it).

    News mostly looks back: a day that lies ahead has to be twice as near.
    """
    candidates = [value for year in range(-1, 2) if (value := day_value(published.year + year, month, day))]
    days = [dt.date.fromisoformat(value) for value in candidates]
    if ahead:
        days = [day for day in days if day >= published]
    if not days:
        return f"--{month:02}-{day:02}"
    return min(days, key=lambda day: max(2 * (day - published).days, (published - day).days)).isoformat()


def month_value(month: int, published: dt.date, cue: str) -> str:
    """Return the month that "in May", "last May", "next May" mean; news mostly looks back."""
    year = published.year
    if cue == "next":
        year += month <= published.month
    elif cue == "last":
        year -= month >= published.month
    elif cue != "this":
        year -= month > published.month + 6
    return f"{year:04}-{month:02}"


def weekday_date(weekday: int, published: dt.date, *, ahead: bool, past: bool) -> dt.date:
    """Return the day a weekday (0 is Monday) means: the latest not after ``published``, or the next one if ``ahead``.

    With ``past`` ("last Saturday") the day of publication itself does not count.
    """
    back = (published.weekday() - weekday) % 7
    if ahead:
        return _plus(published, (7 - back) % 7 or 7)
    return _plus(published, -(back or 7 * past))


def _plus(day: dt.date, days: int) -> dt.date:
    """Add days, staying inside the calendar."""
    number = min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal())
    return dt.date.fromordinal(number)


def shifted_period(period: str, step: int, published: dt.date | None) -> str:
    """Return the week, month or year that lies ``step`` after the one of ``published``, "" if it can't be told."""
    if published is None:
        return ""
    match period:
        case "week" | "weekend":
            year, week, _ = _plus(published, 7 * step).isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            months = published.year * 12 + published.month - 1 + step
            return f"{months // 12:04}-{months % 12 + 1:02}" if 12 <= months < 120_000 else ""
        case "year":
            return f"{published.year + step:04}" if 1 <= published.year + step < 10_000 else ""
        case _:
            return ""
