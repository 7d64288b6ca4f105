"""Differences between two tellings that are in one row: which of them count, given how alike the tellings are."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.claims import extract
from reader.claims.differing import Comparer
from reader.claims.likeness import Likeness
from reader.claims.stretch import Stretches
from reader.model import Article, Difference

DAY = dt.date(2026, 3, 4)


def between(a: str, b: str, *, days: tuple[dt.date, dt.date] = (DAY, DAY)) -> list[Difference]:
    """Return the harmful differences between the whole of two one-sentence articles."""
    told = [
        Article(name, text, outlet=name.upper(), date=day) for name, text, day in zip("ab", (a, b), days, strict=True)
    ]
    claims = [claim for article in told for claim in extract(article)]
    whole = Stretches(claims, {article.id: article for article in told}).of(range(len(claims)))
    by_outlet = {article.outlet: [one for one in whole if one.article is article] for article in told}
    return [one for one in Comparer(told, Likeness()).between_outlets(by_outlet) if not one.harmless]


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("name", "Ada Lund flew home to Norvale from Italy.", "Ada Lund flew home to Norvale from France."),
        ("negation", "Ada Lund has not signed the contract.", "Ada Lund has signed the harbour contract."),
        ("hedge", "The pier is expected to open in May.", "The Norvale pier will open in May."),
    ],
)
def test_between_like_tellings_a_place_a_negation_or_a_hedge_counts(kind: str, a: str, b: str) -> None:
    assert [str(one.kind) for one in between(a, b)] == [kind]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Ada Lund flew home to Norvale from Italy, where she had spent the spring with her sister and two dogs.",
            "Ada Lund told the harbour council that a firm from France would mend the pier before the autumn storms.",
        ),
        (
            "The council did not go along with its treasurer, who wanted to sell the ferry.",
            "Most people on the island wonder what is going on with their school and their only doctor.",
        ),
        (
            "The resolution was expected to mention the storm that broke the old lighthouse last March.",
            "Lawyers for the widow said the resolution mentions neither her house nor the road to it, nor the dam.",
        ),
    ],
)
def test_between_tellings_of_little_in_common_they_bear_on_something_else(a: str, b: str) -> None:
    assert between(a, b) == []


def test_one_day_by_its_name_in_both_is_no_difference() -> None:
    days = (DAY, DAY + dt.timedelta(days=7))
    assert (
        between("The council met on Tuesday in Norvale.", "The council met on Tuesday in Norvale hall.", days=days)
        == []
    )
    assert [str(one.kind) for one in between("The council met on Tuesday.", "The council met on Friday.")] == ["date"]


def test_two_sentences_of_one_speech_are_not_one_quotation() -> None:
    kept = "“We will keep the pier open for the people of Norvale this winter,” Ada Lund said."
    sold = "“We will sell the pier, and the people of Norvale will get the money this spring,” Ada Lund said."
    held = "“We will keep the pier open for the people of Norvale this spring,” Ada Lund said."
    assert between(kept, sold) == []
    assert [str(one.kind) for one in between(kept, held)] == ["wording"]
