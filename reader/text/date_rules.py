"""The rules of ``dates``: each reads one form of date at a token, or answers None when it does not begin there."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.model import DatePrecision
from reader.text.calendar import (
    day_value,
    month_value,
    near_year,
    shifted_period,
    weekday_date,
)
from reader.text.date_words import (
    ABBREVIATED,
    AFTER_DURATION,
    DAY_PARTS,
    DURATIONS,
    FUTURE,
    MONTH_CUES,
    MONTH_OR_WORD,
    MONTHS,
    PERIODS,
    SEASONS,
    WEEKDAYS,
    YEAR_CUES,
)
from reader.text.quantity_words import BOUNDS_BEFORE, CURRENCY_SIGNS, UNIT_WORDS, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.tokens import Token

_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_DAY = re.compile(r"[0-3]?[0-9]")
_CLOCK = re.compile(r"[0-2]?[0-9][:.][0-5][0-9]")
_DOTTED = re.compile(r"([0-3]?[0-9])\.([01]?[0-9])\.((?:19|20)[0-9]{2})")
_LOOK = 8
_PERIOD_PRECISIONS = {
    "week": DatePrecision.WEEK,
    "weekend": DatePrecision.WEEK,
    "month": DatePrecision.MONTH,
    "year": DatePrecision.YEAR,
}
_COUNTED = frozenset("people dead million billion thousand men women children more".split())
_VERBS_IN_S = frozenset("was is has as".split())
_BOUND_WORDS = frozenset(words[-1] for words in BOUNDS_BEFORE) - {"from", "around", "under", "over", "about"}


class Found(NamedTuple):
    """What a rule read: the token after it, the value and its precision."""

    stop: int
    value: str
    precision: DatePrecision
    duration: bool = False


def _get(low: Sequence[str], at: int) -> str:
    """Return the word at ``at``, "" outside the text."""
    return low[at] if 0 <= at < len(low) else ""


def _is_day(word: str) -> bool:
    """Tell whether a token can be a day of the month."""
    return bool(_DAY.fullmatch(word)) and 1 <= int(word) <= 31


def _touches(words: Sequence[Token], at: int) -> bool:
    """Tell whether the token at ``at`` follows the one before it without white space."""
    return 0 < at < len(words) and words[at - 1].end == words[at].start


def _iso(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read 2019-09-14 and 14.9.2019."""
    del published
    dotted = _DOTTED.fullmatch(low[at]) if "." in low[at] else None
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        value = day_value(year, month, day)
        return Found(at + 1, value, DatePrecision.DAY) if value else None
    if _get(low, at + 1) != "-" or _get(low, at + 3) != "-" or not _YEAR.fullmatch(low[at]):
        return None
    month_word, day_word = _get(low, at + 2), _get(low, at + 4)
    if not (_is_day(month_word) and _is_day(day_word) and all(_touches(words, at + i) for i in range(1, 5))):
        return None
    value = day_value(int(low[at]), int(month_word), int(day_word))
    return Found(at + 5, value, DatePrecision.DAY) if value else None


def _slashes(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read 9/14/2019 and 14/9/2019; when both could be the month, the day stays unresolved."""
    del words, published
    if _get(low, at + 1) != "/" or _get(low, at + 3) != "/":
        return None
    parts = [_get(low, at + i) for i in range(5)]
    if not (_is_day(parts[0]) and _is_day(parts[2])):
        return None
    if not _YEAR.fullmatch(parts[4]):
        return None
    first, second, year = int(parts[0]), int(parts[2]), int(parts[4])
    if first <= 12 and second <= 12 and first != second:
        return Found(at + 5, str(year), DatePrecision.DAY)
    month, day = (first, second) if second > 12 else (second, first)
    return Found(at + 5, day_value(year, month, day), DatePrecision.DAY)


def _month(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read a month with or without day and year: "Sept. 14, 2019", "14 September", "May 2019", "in May"."""
    if _is_day(low[at]):
        return _day_month(words, low, at, published)
    month = _month_word(words, low, at)
    if not month:
        return None
    stop = at + 1 + (_get(low, at + 1) == "." and low[at] in ABBREVIATED)
    if _is_day(_get(low, stop)) and not _is_time(low, stop):
        day, stop = int(low[stop]), stop + 1
        stop += _get(low, stop) in {"st", "nd", "rd", "th"}
        if _get(low, stop) in {"-", "–"} and _is_day(_get(low, stop + 1)):
            stop += 2
        return _with_year(low, stop, month, day, published, ahead=_is_ahead(low, at))
    return _month_alone(low, at, stop, month, published)


def _day_month(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "14 September 2019", "14th of September"."""
    stop = at + 1 + (_get(low, at + 1) in {"st", "nd", "rd", "th"})
    stop += _get(low, stop) == "of"
    month = MONTHS.get(_get(low, stop), 0)
    if not month or not words[stop].text[:1].isupper():
        return None
    stop += 1 + (_get(low, stop + 1) == "." and low[stop] in ABBREVIATED and _get(low, stop + 2).isdigit())
    return _with_year(low, stop, month, int(low[at]), published, ahead=_is_ahead(low, at))


def _month_word(words: Sequence[Token], low: Sequence[str], at: int) -> int:
    """Return the month that a token names, 0 if it names none here."""
    text = words[at].text
    name = low[at].removesuffix("’s").removesuffix("'s")
    month = MONTHS.get(name, 0)
    if not month or not text[:1].isupper():
        return 0
    if name not in MONTH_OR_WORD:
        return month
    after = _get(low, at + 1 + (_get(low, at + 1) == "."))
    if (_is_day(after) or _YEAR.fullmatch(after)) and _get(low, at + 2) not in {"percent", "people"}:
        return month
    before = _get(low, at - 1)
    cued = before in MONTH_CUES or (name != "may" and (before in WEEKDAYS or before in {"and", "to", "-"}))
    return month if cued else 0


def _is_time(low: Sequence[str], at: int) -> bool:
    """Tell whether a clock time, not a day, stands at ``at``."""
    return _get(low, at + 1) in {"am", "pm", "a.m.", "p.m.", "percent", "%", ":"}


def _with_year(
    low: Sequence[str], stop: int, month: int, day: int, published: dt.date | None, *, ahead: bool | None
) -> Found:
    """Finish a day of a month: with its year if one follows, else with the year nearest to ``published``."""
    comma = stop + (_get(low, stop) == ",")
    if _YEAR.fullmatch(_get(low, comma)):
        return Found(comma + 1, day_value(int(low[comma]), month, day), DatePrecision.DAY)
    if published is None:
        return Found(stop, f"--{month:02}-{day:02}", DatePrecision.DAY)
    return Found(stop, near_year(month, day, published, ahead=ahead), DatePrecision.DAY)


def _month_alone(low: Sequence[str], at: int, stop: int, month: int, published: dt.date | None) -> Found:
    """Finish a month without a day."""
    ahead = stop + (_get(low, stop) in {",", "of"})
    if _YEAR.fullmatch(_get(low, ahead)):
        return Found(ahead + 1, f"{low[ahead]}-{month:02}", DatePrecision.MONTH)
    if published is None:
        return Found(stop, f"--{month:02}", DatePrecision.MONTH)
    return Found(stop, month_value(month, published, _get(low, at - 1)), DatePrecision.MONTH)


def _is_ahead(low: Sequence[str], at: int) -> bool | None:
    """Tell whether the words just before a date put it ahead of the day of publication; None: they don't say."""
    return True if any(word in FUTURE for word in low[max(0, at - _LOOK) : at]) else None


def _weekday(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "Saturday", "last Saturday", "next Friday morning", "Tues."."""
    name_at = at + (low[at] in {"last", "next", "this"})
    name = _get(low, name_at).removesuffix("’s").removesuffix("'s")
    number = WEEKDAYS.get(name)
    if number is None or not words[name_at].text[:1].isupper():
        return None
    stop = name_at + 1
    if len(name) <= 5:
        if _get(low, stop) == "." and _get(low, stop + 1) != "":
            stop += 1
        elif MONTHS.get(_get(low, stop + (_get(low, stop) == ","))) is None:
            return None
    month = stop + (_get(low, stop) == ",")
    if name_at == at and _get(low, month) in MONTHS:
        dated = _month(words, low, month, published)
        if dated is not None and dated.precision is DatePrecision.DAY:
            return dated
    stop += _get(low, stop) in DAY_PARTS
    if published is None:
        return Found(stop, "", DatePrecision.DAY)
    word = low[at] if name_at > at else ""
    ahead = word == "next" or (word != "last" and bool(_is_ahead(low, at)))
    return Found(stop, weekday_date(number, published, ahead=ahead, past=word == "last").isoformat(), DatePrecision.DAY)


def _day_word(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "today", "yesterday", "tomorrow night", "tonight", "last night", "this morning"."""
    del words
    word = low[at].removesuffix("’s").removesuffix("'s")
    shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(word)
    stop = at + 1
    if shift is None:
        if _get(low, stop) not in DAY_PARTS or word not in {"last", "this"}:
            return None
        shift, stop = (-1 if word == "last" else 0), stop + 1
    else:
        stop += _get(low, stop) in DAY_PARTS
    value = "" if published is None else _moved(published, shift)
    return Found(stop, value, DatePrecision.DAY)


def _moved(day: dt.date, days: int) -> str:
    """Return the day that lies ``days`` after ``day``, "" outside the calendar."""
    try:
        return (day + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


def _clock(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "12:53 p.m.", "5pm", "9.30 am", "14:00", "0900 GMT"."""
    del published
    word = low[at]
    is_number = word.isdigit()
    is_clock = not is_number and bool(_CLOCK.fullmatch(word))
    if not is_clock and not (is_number and len(word) <= 4 and word.isascii()):
        return None
    half = _get(low, at + 1).replace(".", "")
    stop = at + 2
    if half in {"a", "p"} and low[at + 2 : at + 4] == [".", "m"]:
        half, stop = f"{half}m", at + 4
    is_zone = half in {"gmt", "utc", "bst", "est", "et", "edt", "pt", "local", "hours"} and len(word) >= 4
    if half not in {"am", "pm"} and not is_zone:
        if ":" not in word or not is_clock or (_touches(words, at) and not low[at - 1].isalpha()):
            return None
        stop = at + 1
    digits = word.replace(":", "").replace(".", "")
    hour, minute = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    hour = hour % 12 + 12 * (half == "pm") if half in {"am", "pm"} and hour <= 12 else hour
    return Found(stop, f"T{hour:02}:{minute:02}", DatePrecision.TIME) if hour < 25 and minute < 60 else None


def _period(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "last week", "earlier this year", "later this month", "next year", "this weekend"."""
    del words
    start = at + (low[at] in {"earlier", "later", "late", "early"})
    which = _get(low, start)
    step = {"last": -1, "this": 0, "next": 1}.get(which)
    period = _get(low, start + 1).removesuffix("’s").removesuffix("'s")
    if step is None or period not in PERIODS or period == "day" or _get(low, at - 1) == "the":
        return None
    precision = _PERIOD_PRECISIONS.get(period, DatePrecision.VAGUE)
    return Found(start + 2, shifted_period(period, step, published), precision)


def _season(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "last summer", "this spring", "summer 2019", "the winter of 2010"."""
    del words
    step = {"last": -1, "this": 0, "next": 1}.get(low[at])
    if step is not None and _get(low, at + 1) in SEASONS:
        year = "" if published is None else str(published.year + step)
        return Found(at + 2, year, DatePrecision.SEASON)
    ahead = at + 1 + (_get(low, at + 1) == "of")
    if low[at] in SEASONS and _YEAR.fullmatch(_get(low, ahead)):
        return Found(ahead + 1, low[ahead], DatePrecision.SEASON)
    return None


def _duration(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "three days ago" (a day), "five months after", "a year earlier" (not placed in time)."""
    del words
    unit, after = DURATIONS.get(_get(low, at + 1)), _get(low, at + 2)
    if unit is None or after not in AFTER_DURATION:
        return None
    count = UNITS.get(low[at], 1 if low[at] in {"a", "an"} else 0)
    if low[at].isascii() and low[at].isdigit() and len(low[at]) <= 3:
        count = int(low[at])
    if not count:
        return None
    if after != "ago" or published is None:
        return Found(at + 3, "", DatePrecision.VAGUE, duration=True)
    if unit == "day":
        return Found(at + 3, _moved(published, -count), DatePrecision.DAY, duration=True)
    if unit in _PERIOD_PRECISIONS:
        return Found(at + 3, shifted_period(unit, -count, published), _PERIOD_PRECISIONS[unit], duration=True)
    return Found(at + 3, "", DatePrecision.VAGUE, duration=True)


def _decade(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "1990s"."""
    del published
    if _YEAR.fullmatch(low[at]) and low[at].endswith("0") and _get(low, at + 1) == "s" and _touches(words, at + 1):
        return Found(at + 2, low[at][:3], DatePrecision.YEAR)
    return None


def _year(words: Sequence[Token], low: Sequence[str], at: int, published: dt.date | None) -> Found | None:
    """Read "2019", "2018-19": four digits with no currency, bound, unit or counted thing beside them."""
    del published
    if not _YEAR.fullmatch(low[at]) or _is_count(words, low, at):
        return None
    after = _get(low, at + 1)
    if after in {"-", "–", "/"} and len(_get(low, at + 2)) == 2 and low[at + 2].isdigit() and _touches(words, at + 1):
        return Found(at + 3, low[at], DatePrecision.YEAR)
    return Found(at + 1, low[at], DatePrecision.YEAR)


def _is_count(words: Sequence[Token], low: Sequence[str], at: int) -> bool:
    """Tell whether the words beside four digits make them a figure: "$2000", "2000 people", "over 2000"."""
    before, after = _get(low, at - 1), _get(low, at + 1)
    if before in CURRENCY_SIGNS or before in _BOUND_WORDS or after in UNIT_WORDS or after in _COUNTED:
        return True
    if before in {"-", "/"} and _touches(words, at) and not _YEAR.fullmatch(_get(low, at - 2)):
        return True
    if before in YEAR_CUES or after in _VERBS_IN_S or not after.endswith("s"):
        return False
    return after.isalpha() and words[at + 1].text.islower()


Rule: TypeAlias = "Callable[[Sequence[Token], Sequence[str], int, dt.date | None], Found | None]"
RULES: tuple[Rule, ...] = (
    _iso,
    _slashes,
    _month,
    _weekday,
    _day_word,
    _clock,
    _period,
    _season,
    _duration,
    _decade,
    _year,
)
FOR_FIGURES = tuple(rule for rule in RULES if rule not in {_weekday, _day_word, _period, _season})
"""The rules that can hold where a token begins with a digit; the others begin with a word."""

FOR_WORDS = tuple(rule for rule in RULES if rule not in {_iso, _slashes, _clock, _decade, _year})
