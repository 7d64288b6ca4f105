"""Tags: what is kept of what a person types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.flags.tags import of_words, plain


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ()),
        ("Budget", ("budget",)),
        ("#budget, to-call  budget", ("budget", "to-call")),
        ("Überschwemmung 選挙", ("überschwemmung", "選挙")),
        ("a:b ## - x\x1b[31m", ("a-b", "x--31m")),
        ("y" * 50, ("y" * 40,)),
        ("y" * 39 + "-y", ("y" * 39,)),
    ],
)
def test_tags_are_words_in_small_letters(typed: str, kept: tuple[str, ...]) -> None:
    assert of_words(typed) == kept


@given(st.lists(st.text()))
def test_what_is_kept_is_kept_again(names: list[str]) -> None:
    assert plain(plain(names)) == plain(names)
