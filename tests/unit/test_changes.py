"""What became otherwise between two versions of a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.changes import changed_paragraphs, changes

BEFORE = "Pier shut\n\nThe pier cost a very large nine million crowns.\n\nIt is closed.\n\nThe last line is gone."
AFTER = "Pier shut\n\nThe pier cost a large ten million crowns, she said.\n\nIt is closed.\n\nA new line is here."
WORDS = st.lists(st.sampled_from(["pier", "is", "shut", ".", "\n\n", "\n", "9"])).map(" ".join)


def told(before: str, after: str) -> list[str]:
    return [
        "".join(f"[-{part.text}-]" if part.gone else f"{{+{part.text}+}}" if part.new else part.text for part in parts)
        for parts in changed_paragraphs(before, after)
    ]


def test_changes_are_told_to_the_word_and_only_where_something_changed() -> None:
    assert told(BEFORE, AFTER) == [
        "The pier cost a[- very-] large [-nine-]{+ten+} million crowns{+, she said+}.",
        "[-The last-]{+A new+} line is [-gone-]{+here+}.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b", "a  b", []),
        ("", "", []),
        ("", "The pier.", ["{+The pier.+}"]),
        ("The pier.", "", ["[-The pier.-]"]),
        ("One.\nTwo.\nThree.", "One.\nThree.", ["One.[- Two.-]"]),
        ("One.\nThree.", "One.\nTwo.\nThree.", ["{+Two.+}"]),
        ("12 people", "at least 13 people", ["[-12-]{+at least 13+} people"]),
    ],
)
def test_what_is_put_in_or_taken_out_stands_in_its_place(before: str, after: str, expected: list[str]) -> None:
    assert told(before, after) == expected


@given(WORDS, WORDS)
@settings(max_examples=200)
def test_the_changes_make_the_later_text_of_the_earlier_one(before: str, after: str) -> None:
    pieces: list[str] = []
    done = 0
    for change in changes(before, after):
        assert change.before.start >= done
        pieces += [before[done : change.before.start], " ", change.after.of(after), " "]
        done = change.before.end
    pieces.append(before[done:])
    assert "".join("".join(pieces).split()) == "".join(after.split())


@pytest.mark.parametrize("unit", ['"', '" ', "pier \n", "pier\n\n", "x"])
def test_huge_texts_do_not_take_for_ever(unit: str) -> None:
    text = unit * (2_000_000 // len(unit))
    began = time.perf_counter()
    assert changes(text, text + "end")
    assert changes(text, text[::-1] + "end")
    assert time.perf_counter() - began < 20.0
