"""Dates and times: the cases of ``cases/dates.md``, and what holds for any text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import DatePrecision
from reader.text.calendar import shifted_period, weekday_date
from reader.text.dates import dates
from tests.unit.case_files import cases

if TYPE_CHECKING:
    from tests.unit.case_files import Case

_PIECES = st.lists(
    st.sampled_from(
        "May may March Sept . 14 31 2019 2019-09-14 9 / - , Monday Sun last next this earlier year week month summer "
        "of in three days a ago after p.m. 12:53 3pm pm GMT 1990 s th today’s will".split(" ")
    ),
    max_size=20,
)


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    published = None if case.text("published") == "none" else dt.date.fromisoformat(case.text("published"))
    found = dates(case.text("text"), published)
    assert [f"{date.text} | {date.value or '-'} | {date.precision.value}" for date in found] == case.lines("dates")


@given(_PIECES, st.none() | st.dates())
def test_spans_are_true_in_order_and_apart(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    found = dates(text, published)
    ends = [0] + [date.span.end for date in found]
    assert all(end <= date.span.start for end, date in zip(ends, found, strict=False))
    assert all(date.span.of(text) == date.text for date in found)


@given(st.text(), st.none() | st.dates())
def test_any_text_can_be_read(text: str, published: dt.date | None) -> None:
    assert all(date.precision in DatePrecision for date in dates(text, published))


@given(st.dates(dt.date(1600, 1, 1), dt.date(2099, 12, 31)))
def test_a_full_date_is_its_day(day: dt.date) -> None:
    text = f"It opened on {day:%B} {day.day}, {day.year}."
    (found,) = dates(text, None)
    assert found.value == day.isoformat()


@given(st.integers(0, 6), st.dates(dt.date(1, 1, 8), dt.date(9999, 12, 20)), st.booleans(), st.booleans())
def test_a_weekday_is_within_a_week(weekday: int, published: dt.date, ahead: bool, past: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    day = weekday_date(weekday, published, ahead=ahead, past=past)
    assert day.weekday() == weekday
    assert abs((day - published).days) <= 7


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_no_trap(day: dt.date) -> None:
    text = "Yesterday, tomorrow, next Friday, last Friday, last week, next week, last year, next year, last month"
    assert len(dates(text, day)) == 9
    assert shifted_period("decade", -1, day) == ""


@pytest.mark.parametrize("piece", ["May ", "last ", "2019-", "12:", "Monday, ", "in ", "a year ", "14 "])
def test_long_texts_of_date_words_end(piece: str) -> None:
    assert isinstance(dates(piece * 20_000, dt.date(2019, 9, 15)), list)
