"""Normalising: harmless, uniform, and every code point leads back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import OffsetMap, Span
from reader.text.normalise import normalise
from reader.text.offsets import Edit, edited, joined, unedited
from tests.unit.case_files import Case, cases

ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("ab \n\r\t\xa0\xad\u200b\u202e\x1b[]0;mÃ©â€™“”Â£&#;amp\u0301\u0316\u1100\u1161\u11a8\x93\x85"),
    ),
    max_size=80,
)


@pytest.mark.parametrize("case", cases("normalise"), ids=lambda case: case.title)
def test_a_text_is_normalised_as_its_case_says(case: Case) -> None:
    assert normalise(case.text("raw")).text == case.text("normal")


@given(ODD)
def test_any_text_becomes_harmless_and_composed(raw: str) -> None:
    text, offsets = normalise(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert all(letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs"} for letter in text)
    assert not set(text) & set("\u202a\u202e\u2066\u2069\u200b\xad\ufeff\u2028")
    places = [offsets.to_raw(place) for place in range(len(text) + 1)]
    assert all(first <= second for first, second in pairwise(places))
    assert not places or places[-1] <= len(raw)


@given(st.text(st.characters(max_codepoint=0x7E, min_codepoint=0x20, exclude_characters="&"), max_size=50))
def test_plain_text_is_not_touched(raw: str) -> None:
    assert normalise(raw) == unedited(raw)


def test_a_mended_letter_leads_to_the_first_of_the_letters_it_was_mended_from() -> None:
    raw = "donâ€™t go"
    text, offsets = normalise(raw)
    assert text == "don’t go"
    assert offsets.to_raw(text.index("’")) == raw.index("â")
    assert raw[slice(*offsets.span_to_raw(Span(6, 8)))] == "go"


def test_a_word_longer_than_a_piece_is_composed_too() -> None:
    assert normalise("e\u0301" * 300).text == "é" * 300


def test_a_mark_leads_back_through_two_steps() -> None:
    raw = "x\u200by e\u0301t\u200be"
    text, offsets = normalise(raw)
    assert text == "xy éte"
    assert [offsets.to_raw(place) for place in range(len(text) + 1)] == [0, 2, 3, 4, 6, 8, 9]


def test_an_edit_of_the_same_length_needs_no_entry_of_its_own() -> None:
    assert edited("a\xa0b", [Edit(1, 2, " ")]) == ("a b", OffsetMap((0, 3), (0, 3)))


def test_a_text_of_which_nothing_is_left_leads_to_its_end() -> None:
    empty = edited("abc", [Edit(0, 3, "")])
    assert empty == ("", OffsetMap((0,), (3,)))
    assert joined(empty.offsets, unedited("abc").offsets).to_raw(0) == 3
