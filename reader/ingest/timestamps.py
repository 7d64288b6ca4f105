"""Dates as containers write them: ISO 8601, mail dates, and words in any language as the last resort."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_ISO = re.compile(r"^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
# The span that words of a date may take; longer ones are sentences, in which dateparser finds dates that are none.
_LONGEST = 60
_TO_THE_MINUTE = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})?$")
_EARLIEST = 1_700
_SECONDS = re.compile(r"^\d{9,10}$|^\d{12,13}$")
_MILLISECONDS_FROM = 12


def parse_date(words: str, language: str | None = None) -> dt.date | None:
    """Return the day that ``words`` name, or None. ``words`` must be a date and nothing else, at most 60 characters."""
    words = words.strip()
    if not words or len(words) > _LONGEST:
        return None
    found = _iso(words) or _mail(words) or _seconds(words) or _in_words(words, language)
    return found if found is not None and found.year >= _EARLIEST else None


def parse_time(words: str) -> dt.datetime | None:
    """Return the moment that ``words`` name (ISO 8601 or as in mail), in UTC where they name no zone; else None."""
    found: dt.datetime | None
    try:
        found = dt.datetime.fromisoformat(words.strip())
    except ValueError:
        found = _mail_time(words)
    if found is None:
        return None
    return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found


def updated(changed: str, published: str, language: str | None = None) -> str | None:
    """Return when something was last changed, to the minute where that is told; None where nothing tells of a change.

    ``changed`` and ``published`` are dates and times as containers write them.
    """
    found = _moment(changed, language)
    return None if found is None or found == _moment(published, language) else found


def _moment(words: str, language: str | None) -> str | None:
    """Return a day, and the time of day with its zone where they are told, for a person to read."""
    words = words.strip()
    day = parse_date(words, language)
    if day is None:
        return None
    if (mailed := _mail_time(words)) is not None:
        words = mailed.isoformat()
    told = _TO_THE_MINUTE.match(words)
    if told is None:
        return day.isoformat()
    zone = (told.group(3) or "").replace("+00:00", "Z").replace("+0000", "Z")
    return " ".join(part for part in (told.group(1), told.group(2), "UTC" if zone == "Z" else zone) if part)


def _iso(words: str) -> dt.date | None:
    found = _ISO.match(words)
    if found is None:
        return None
    try:
        return dt.date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def _mail(words: str) -> dt.date | None:
    found = _mail_time(words)
    return None if found is None else found.date()


def _mail_time(words: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _seconds(words: str) -> dt.date | None:
    if not _SECONDS.match(words):
        return None
    seconds = int(words) / (1_000 if len(words) >= _MILLISECONDS_FROM else 1)
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date()


def _dateparser() -> Callable[..., dt.datetime | None]:
    """Return dateparser's entry. It loads 200 languages' tables, so it is imported when nothing simpler has helped."""
    from dateparser import parse  # noqa: PLC0415 - see above

    entry: Callable[..., dt.datetime | None] = parse
    return entry


def _in_words(words: str, language: str | None) -> dt.date | None:
    # Without a day, a month and a year it would be filled up from today's date.
    settings: dict[str, Any] = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    try:
        found = _dateparser()(words, languages=[language or "en"], settings=settings)
    except ValueError:
        found = None
    return None if found is None else found.date()
