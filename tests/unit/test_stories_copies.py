"""Near-copies: articles that print one text."""

from __future__ import annotations

from reader.model import Article
from reader.stories import near_copies

WIRE = (
    "The harbour board of Norvale voted seven to two on Tuesday to close the old ferry pier for a year, after divers "
    "found cracks in four of its twelve pillars. The board said passengers would be taken by bus to the new terminal "
    "at Easthaven, and that the repair would cost about nine million crowns, a third more than was set aside."
)
OWN = (
    "Ferry passengers in Norvale will have to travel by bus for twelve months. Four pillars of the pier that their "
    "grandparents built are cracked, and the members of the harbour board, two of whom voted against it, want it shut "
    "while they are mended. It is going to be dear: what was laid by in spring is not nearly enough for it."
)


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text)


def test_two_outlets_that_run_one_text_are_near_copies() -> None:
    trimmed = "NORVALE - " + WIRE.replace("about nine million crowns", "some nine million crowns")
    assert near_copies([article("a", WIRE), article("b", OWN), article("c", trimmed)]) == [frozenset({"a", "c"})]


def test_a_cut_print_of_a_longer_text_is_a_near_copy() -> None:
    assert near_copies([article("a", WIRE + " " + OWN), article("b", WIRE)]) == [frozenset({"a", "b"})]


def test_two_tellings_in_their_own_words_are_no_near_copies() -> None:
    assert near_copies([article("a", WIRE), article("b", OWN)]) == []


def test_texts_too_short_to_tell_are_no_near_copies() -> None:
    assert near_copies([article("a", "The pier is closed."), article("b", "The pier is closed.")]) == []


def test_nothing_has_no_near_copies() -> None:
    assert near_copies([]) == []


def test_one_sentence_that_both_have_makes_no_near_copy() -> None:
    shared = " “We have no choice but to close it before the winter storms come,” the harbour master said."
    assert near_copies([article("a", WIRE + shared), article("b", OWN + shared)]) == []
