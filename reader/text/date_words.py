"""The words that English news writes dates and times with. Lexicons only; the grammar is in ``dates``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.quantity_words import UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
ABBREVIATED = frozenset(name for name in MONTHS if len(name) <= len("sept")) - {"may", "june", "july"}
"""The short names of months, which a full stop may follow."""
# Months that are also words: only with a day, a year or one of MONTH_CUES beside them.
MONTH_OR_WORD = frozenset({"may", "march", "mar", "august", "jan", "june", "april"})
MONTH_CUES = frozenset(
    "in since last next this early earlier late later mid until till by of from before after through during for".split()
)
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
# Parts of a day, after a weekday or after "this", "last", "tomorrow".
DAY_PARTS = frozenset(
    "morning afternoon evening night noon midnight lunchtime overnight daybreak dawn dusk midday".split()
)
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
PERIODS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
# "three days ago": what stands after the duration.
AFTER_DURATION = frozenset({"ago", "earlier", "later", "before", "after"})
DURATIONS: Mapping[str, str] = {
    word: unit
    for unit in ("minute", "hour", "day", "week", "month", "year", "decade", "century")
    for word in (unit, f"{unit}s" if unit != "century" else "centuries")
}
YEAR_CUES = frozenset(
    "in since by of from until till before after during early late mid to year through around circa between and "
    "summer winter spring autumn".split()
)
# Before or after a weekday or a day without a year: it lies ahead.
FUTURE = frozenset(
    "will shall next upcoming due scheduled set expected plans plan planned coming would tomorrow".split()
)

_WORDS = frozenset("last next this earlier later early late today tonight yesterday tomorrow a an".split())
_POSSESSED = frozenset(MONTHS) | frozenset(WEEKDAYS) | {"today", "tonight", "yesterday", "tomorrow"}
BEGINNINGS = (
    _WORDS | _POSSESSED | SEASONS | frozenset(UNITS) | {f"{word}{end}" for word in _POSSESSED for end in ("'s", "’s")}
)
"""The words that a date can begin with, beside digits: every other word is passed over unread."""

COUNTS = frozenset(UNITS) | {"a", "an"}
"""The words that begin no date but a duration."""
