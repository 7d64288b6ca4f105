"""The query language: what is typed gives the tree that ``cases/query.md`` shows, whatever it is."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.index.documents import Area
from reader.index.query import parse
from reader.index.query.dates import FIRST, days
from reader.index.query.parse import LONGEST
from reader.index.query.scan import tokens
from reader.index.query.tree import (
    And,
    Dated,
    Everything,
    Figure,
    HasQuotation,
    LanguageIs,
    Near,
    Node,
    Not,
    Or,
    OutletIs,
    Phrase,
    Prefix,
    Tagged,
    Word,
)
from tests.unit.case_files import Case, cases

TODAY = dt.date(2019, 9, 20)


def shown(node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a kind of node
    """Return a tree as the case file writes it."""
    match node:
        case Word():
            return f"{_area(node.area)}{node.key}"
        case Figure():
            parts = " ".join(part.key for part in node.parts)
            return f"{_area(node.area)}figure({parts} = {node.value})"
        case Phrase():
            return f"{_area(node.area)}phrase({', '.join(key or '_' for key in node.keys)})"
        case Near():
            return f"{_area(node.area)}near({', '.join(node.keys)}; {node.distance})"
        case Prefix():
            return f"{_area(node.area)}{node.beginning}*"
        case OutletIs():
            return f"outlet({' '.join(node.beginnings)})"
        case LanguageIs():
            return f"language({node.code})"
        case Dated():
            return f"date({dt.date.fromordinal(node.first)} to {dt.date.fromordinal(node.last)})"
        case HasQuotation():
            return "quotation"
        case Tagged():
            return f"tag({node.tag})"
        case And():
            return f"all({', '.join(shown(part) for part in node.parts)})"
        case Or():
            return f"any({', '.join(shown(part) for part in node.parts)})"
        case Not():
            return f"not({shown(node.part)})"
        case Everything():
            return "everything"
        case _:
            assert_never(node)


def _area(area: Area) -> str:
    return "" if area is Area.TEXT else f"{area}:"


@pytest.mark.parametrize("case", cases("query"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    typed = case.text("typed")
    parsed = parse(typed or case.text("query"), as_typed=bool(typed), today=TODAY)
    assert shown(parsed.node) == case.text("tree")
    assert parsed.problem == case.text("problem")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020/2", "2020-02-01", "2020-02-29"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("9999-12", "9999-12-01", "9999-12-01"),
        ("2019-9-4", "2019-09-04", "2019-09-04"),
        ("=2019-09-14", "2019-09-14", "2019-09-14"),
        (">= 2019-09", "2019-09-01", "9999-12-31"),
        (">2019-09", "2019-10-01", "9999-12-31"),
        ("<2019-09", "0001-01-01", "2019-08-31"),
        ("<=2019", "0001-01-01", "2019-12-31"),
        ("2019-09..2019-10-02", "2019-09-01", "2019-10-02"),
        ("..2019-10-02", "0001-01-01", "2019-10-02"),
        ("2019-09 ..", "2019-09-01", "9999-12-31"),
        ("today", "2019-09-20", "2019-09-20"),
        ("Yesterday", "2019-09-19", "2019-09-19"),
        ("this week", "2019-09-16", "2019-09-22"),
        ("last  week", "2019-09-09", "2019-09-15"),
        ("this month", "2019-09-01", "2019-09-30"),
        ("last month", "2019-08-01", "2019-08-31"),
        ("this year", "2019-01-01", "2019-12-31"),
        ("last year", "2018-01-01", "2018-12-31"),
        ("last 3 days", "2019-09-18", "2019-09-20"),
        ("past 2 weeks", "2019-09-07", "2019-09-20"),
        ("september 2019", "2019-09-01", "2019-09-30"),
        ("sept 14", "2019-09-14", "2019-09-14"),
        ("14 Sep 2018", "2018-09-14", "2018-09-14"),
        ("may", "2019-05-01", "2019-05-31"),
    ],
)
def test_a_date_names_its_days(value: str, first: str, last: str) -> None:
    found = days(value, TODAY)
    assert found is not None
    assert (dt.date.fromordinal(found.first).isoformat(), dt.date.fromordinal(found.last).isoformat()) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "..",
        ">",
        ">>=2019",
        "someday",
        "maybe 2019",
        "2019-13",
        "2019-02-30",
        "0000",
        "x..2019",
        "2019..x",
        "31 sept",
    ],
)
def test_what_is_no_date_names_no_days(value: str) -> None:
    assert days(value, TODAY) is None


def test_long_past_stays_in_the_calendar() -> None:
    assert days("last 9999 years", TODAY) == (FIRST, TODAY.toordinal())
    assert days("last month", dt.date(2019, 1, 5)) == days("2018-12", TODAY)


def test_brackets_inside_one_another_end_somewhere() -> None:
    parsed = parse("(" * 500 + "bridge" + ")" * 500)
    assert shown(parsed.node) == "bridge"
    assert "too many brackets" in parsed.problem


def test_a_long_query_is_cut_and_says_so() -> None:
    parsed = parse("bridge " * LONGEST)
    assert "too long" in parsed.problem
    assert parse("a" * LONGEST).problem == ""


def test_tags_besides_the_usual_are_known_when_given() -> None:
    assert parse("is:starred", known={"is:starred"}).problem == ""
    assert parse("is:starred").problem


anything = st.text(st.sampled_from('ab c"“”()-~*:5ORANDNOT titlequonearis京é.,>=$\\\n'), max_size=60)


@given(anything, st.booleans())
def test_whatever_is_typed_gives_a_tree(query: str, as_typed: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    parsed = parse(query, as_typed=as_typed, today=TODAY)
    assert "\n" not in parsed.problem.replace(query, "")
    assert shown(parsed.node)


@given(anything)
def test_every_character_but_white_space_is_in_one_token(query: str) -> None:
    covered = [place for token in tokens(query) for place in range(token.start, token.end)]
    assert covered == sorted(set(covered))
    assert {place for place, letter in enumerate(query) if not letter.isspace()} <= set(covered)
