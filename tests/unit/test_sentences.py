"""Paragraphs, sentences and tokens: true spans, and boundaries where a reader puts them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text import paragraphs, sentences, stem, tokens
from tests.unit.case_files import Case, cases

WORDS = st.sampled_from([
    "He", "left.", "Mr.", "Lund", "U.S.", "p.m.", "“Why?”", "said.", '"Go!"', "(No.)", "A.", "B.", "...", ". . .", "5",
    "No.", "\n", "Inc.", "said", "—", "in.", "etc.", "he", "。", "[1]", "x.Y", "so.The", "!”", "?",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))


@pytest.mark.parametrize("case", cases("sentences"), ids=lambda case: case.title)
def test_a_text_has_the_sentences_that_its_case_says(case: Case) -> None:
    text = case.text("text")
    assert [span.of(text) for span in sentences(text)] == case.lines("sentences")


@given(TEXTS)
def test_sentences_are_trimmed_in_order_and_hold_every_letter(text: str) -> None:
    found = sentences(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    outside = [
        text[first.end : second.start] for first, second in pairwise([Span(0, 0), *found, Span(len(text), len(text))])
    ]
    assert not "".join(outside).strip()
    assert not any("\n" in span.of(text) for span in found)


@given(TEXTS)
def test_each_sentence_lies_in_one_paragraph(text: str) -> None:
    around = paragraphs(text)
    assert all(any(paragraph.covers(sentence) for paragraph in around) for sentence in sentences(text))


@given(TEXTS)
def test_tokens_stand_where_they_say(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund’s well-known AT&T", ["Lund’s", "well-known", "AT&T"]),
        ("at 12:53 p.m. in the U.S.", ["at", "12:53", "p.m.", "in", "the", "U.S."]),
        ("€2.5 or 4,000", ["€", "2.5", "or", "4,000"]),
        ("e\u0301tat हिन्दी", ["e\u0301tat", "हिन्दी"]),
        ("“No,” he—she", ["“", "No", ",", "”", "he", "—", "she"]),
    ],
)
def test_a_text_is_cut_into_words_numbers_and_marks(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_tokens_of_a_part_keep_their_places_in_the_whole() -> None:
    assert [(token.text, token.start) for token in tokens("one two three", 4, 7)] == [("two", 4)]


def test_a_stem_leaves_out_the_possessive() -> None:
    assert stem("Ferries’") == stem("ferry’s") == stem("FERRY") == "ferri"


@pytest.mark.parametrize("piece", ['"', ".", ". ", "A. ", "ab. B ", "...A ", '!" A ', 'Why?" Mr. ', ".[1]"])
def test_the_time_grows_with_the_length(piece: str) -> None:
    # No clock: what grows faster than the text would not come back from this many.
    text = piece * 10_000
    assert sentences(text)[-1].end == len(text.rstrip())
