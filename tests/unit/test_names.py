"""Names: each case of ``cases/names.md`` is a text and its names, one a line: ``KIND GENDER WORDS = FULLEST FORM``."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import names_scan
from reader.text.names import names
from tests.unit.case_files import Case, cases


def listed(text: str) -> list[str]:
    return [f"{name.kind.value} {name.gender.value} {name.text} = {name.canonical}" for name in names(text)]


@pytest.mark.parametrize("case", cases("names"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert listed(case.text("text")) == case.lines("names")


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "Ada ",
                "Byrne ",
                "Mr. ",
                "Sen. ",
                "President ",
                "Xi ",
                "Obama ",
                "de ",
                "al-",
                "of ",
                "the ",
                "and ",
                "May ",
            ),
            *(
                "Monday ",
                "Office ",
                "Harbour ",
                "Secretary ",
                "State ",
                "U.S. ",
                "J.",
                "’s ",
                ", ",
                "Jr. ",
                "\n",
                "“",
                "” ",
            ),
            *(
                "New ",
                "York ",
                "Calling ",
                "NEW HARBOUR OPENS ",
                "I ",
                "Editor-in-Chief ",
                "Texas ",
                "(",
                ") ",
                "Élodie ",
            ),
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(PIECES, st.text(max_size=80)))
def test_whatever_the_text_every_name_stands_where_it_says_and_none_overlap(text: str) -> None:
    end = 0
    for name in names(text):
        assert name.span.of(text) == name.text
        assert name.text
        assert name.canonical
        assert name.span.start >= end
        end = name.span.end


@settings(max_examples=200, deadline=None)
@given(st.text("abA_1’- é", max_size=40), st.sets(st.text("ab_1é", min_size=1, max_size=3), min_size=1))
def test_words_are_found_the_same_whether_one_by_one_or_in_one_pass(text: str, words: set[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(names_scan, "_FEW", 0)
        in_one_pass = names_scan._standing_small(text, words)
        patched.setattr(names_scan, "_FEW", len(words))
        assert names_scan._standing_small(text, words) == in_one_pass


def test_a_text_is_not_gone_through_anew_for_each_of_a_thousand_beginnings(monkeypatch: pytest.MonkeyPatch) -> None:
    gone_through: list[str] = []

    def stands_small(text: str, word: str) -> bool:
        del text
        gone_through.append(word)
        return False

    monkeypatch.setattr(names_scan, "_stands_small", stands_small)
    words = [f"B{first}{second}{third}n" for first in "aeiou" for second in "bcdfghklmnprst" for third in "aeiouyzxqw"]
    found = {name.text for name in names("".join(f"{word} left. " for word in [*words, "Bogus"]) + "A bogus claim.")}
    assert len(found) > 600
    assert "Bogus" not in found
    assert len(gone_through) <= names_scan._FEW


@pytest.mark.parametrize(
    "piece", ["Ada ", "Ada Byrne, ", "A", "of ", "Byrne’s ", "NEW ", "Mr. ", "Ada of the ", "\n", "I "]
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        names(text)
        return time.process_time() - start

    names(piece)
    small, large = min(seconds(5_000), seconds(5_000)), min(seconds(40_000), seconds(40_000))
    assert large < 8 * 3 * small + 0.1
