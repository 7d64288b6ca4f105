"""Quantities: the cases of ``cases/quantities.md``, and what holds for any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.dates import calendar_tokens, locate
from reader.text.quantities import quantities, quantities_in
from reader.text.tokens import tokens
from tests.unit.case_files import cases

if TYPE_CHECKING:
    from reader.model import Quantity
    from tests.unit.case_files import Case

_PIECES = st.lists(
    st.sampled_from(
        (
            "1 12 3.5 1,200 2019 one two twenty twenty- five hundred thousand million bn m k half a an third thirds "
            "dozen of and to or - – / $ € US % percent per cent at least more than nearly from between st th years "
            "old ½ . , : in several scores aged magnitude quake"
        ).split()
    ),
    max_size=20,
)


def told(quantity: Quantity, text: str) -> str:
    values = [value for value in (quantity.value, quantity.high) if value is not None]
    shown = " to ".join(f"{value:.6g}" if value < 1e6 else f"{value:.12g}" for value in values)
    parts = [quantity.span.of(text), shown, quantity.unit or "count", quantity.bound.value]
    return " | ".join(parts + ["ordinal"] * quantity.ordinal)


@pytest.mark.parametrize("case", cases("quantities"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    text = case.text("text")
    assert [told(quantity, text) for quantity in quantities(text)] == case.lines("quantities")


@given(_PIECES, st.sampled_from(["", " "]))
def test_spans_are_in_order_apart_and_hold_words(words: list[str], between: str) -> None:
    text = between.join(words)
    found = quantities(text)
    ends = [0] + [quantity.span.end for quantity in found]
    assert all(end <= quantity.span.start < quantity.span.end for end, quantity in zip(ends, found, strict=False))
    assert all(quantity.span.of(text) == quantity.span.of(text).strip() for quantity in found)
    assert all(quantity.high is None or quantity.high > quantity.value for quantity in found)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(quantity.span.end <= len(text) for quantity in quantities(text))


@given(st.integers(0, 999_999), st.sampled_from(["people", "boats"]))
def test_a_count_in_digits_is_its_value(value: int, thing: str) -> None:
    (found,) = quantities(f"They saw {value:,} {thing}.")
    assert found.value == value


def test_a_part_of_a_text_gives_spans_in_the_whole() -> None:
    text = "It cost $5m. At least 19 boats sank. 40 people swam."
    (found,) = quantities(text, 13, 36)
    assert found.span.of(text) == "At least 19"


def test_tokens_and_dates_that_are_known_are_not_looked_for_again() -> None:
    words = tokens("On September 14 some 20 boats sank.")
    assert quantities_in(words) == quantities_in(words, calendar_tokens(locate(words, None)))
    assert [quantity.value for quantity in quantities_in(words, frozenset())] == [14, 20]


@pytest.mark.parametrize(
    "piece", ["5 ", "five ", "one and a half ", "one in ", "hundred ", "$", "1/", "twenty-", "5-", "tens of "]
)
def test_long_texts_of_number_words_end(piece: str) -> None:
    assert isinstance(quantities(piece * 20_000), list)
