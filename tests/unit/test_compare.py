"""Comparing two sentences: the cases of ``cases/compare.md``, and what holds for any two texts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.claims import compare
from reader.claims.compare import compare_sides, differences, features, overlap
from reader.model import PairRelation, Span, Speaker, SpeakerKind
from tests.unit.case_files import cases

if TYPE_CHECKING:
    from reader.model import Comparison, Difference
    from tests.unit.case_files import Case

_WORDS = st.lists(
    st.sampled_from(
        (
            "the mayor Larnby Syria Damascus killed 12 19 at least nearly $4 billion not never rose fell “ ” may on "
            "from Monday September 14 2019 third two-thirds percent : ? Maria Delgado U.S. said . people miles km €5m"
        ).split()
    ),
    max_size=25,
).map(" ".join)


def told(difference: Difference) -> str:
    return f"{'harmless ' if difference.harmless else ''}{difference.kind.value}: {difference.says}"


@pytest.mark.parametrize("case", cases("compare"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    comparison = compare(case.text("a"), case.text("b"))
    assert comparison.relation.value == case.text("relation")
    if "differences" in case.parts:
        assert [told(difference) for difference in comparison.differences] == case.lines("differences")


@pytest.mark.parametrize("case", cases("compare"), ids=lambda case: case.title)
def test_case_turned_round(case: Case) -> None:
    turned = compare(case.text("b"), case.text("a"))
    assert turned.relation.value == case.text("relation")


def shown(comparison: Comparison, texts: tuple[str, str]) -> bool:
    return all(
        words.span.of(text) == words.text
        for difference in comparison.differences
        for words, text in zip((difference.a, difference.b), texts, strict=True)
    )


@given(_WORDS, _WORDS)
def test_order_does_not_matter_and_differences_show_true_words(a: str, b: str) -> None:
    one, other = compare(a, b), compare(b, a)
    assert (one.relation, one.score) == (other.relation, other.score)
    assert shown(one, (a, b))
    assert shown(other, (b, a))
    assert 0 <= one.score <= 1


def test_figures_are_paired_alike_whichever_sentence_comes_first() -> None:
    a, b = "12 mayor Larnby", "from 12 Syria 12 mayor mayor"
    assert (compare(a, b).relation, compare(a, b).score) == (compare(b, a).relation, compare(b, a).score)


@given(st.text(max_size=200) | _WORDS)
def test_a_text_says_the_same_as_itself(text: str) -> None:
    comparison = compare(text, text)
    assert (comparison.relation, comparison.score, comparison.differences) == (PairRelation.SAME, 1.0, ())


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    assert compare(a, b).relation in PairRelation


def test_sides_of_longer_texts_give_the_words_of_their_articles() -> None:
    first = "It rained. The pier of Larnby has 12 lamps. It closed."
    second = "The pier of Larnby has 15 lamps. Gulls came."
    a = features(first, article="one", start=11, end=43)
    b = features(second, article="two", start=0, end=32)
    (found,) = differences(a, b)
    assert (found.a.article, found.a.text, found.a.span.of(first)) == ("one", "12", "12")
    assert (found.b.article, found.b.text, found.b.span.of(second)) == ("two", "15", "15")
    assert compare_sides(a, b).relation is PairRelation.DIFFERS


def test_two_named_speakers_are_a_difference_and_one_person_by_two_names_is_none() -> None:
    def side(name: str, kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
        return Speaker(mention=name, name=name, span=Span(0, 3), kind=kind)

    def kinds(one: Speaker | None, other: Speaker | None) -> list[str]:
        text = "The pier is closed."
        return [d.kind.value for d in differences(features(text, attribution=one), features(text, attribution=other))]

    assert kinds(side("Ann Berg"), side("Carl Dahl")) == ["attribution"]
    assert kinds(side("Ann Berg"), side("Berg")) == []
    assert kinds(side("Ann Berg"), side("he", SpeakerKind.PRONOUN)) == []
    assert kinds(side("Ann Berg"), None) == []


def test_what_was_found_already_is_not_looked_for_again() -> None:
    text = "The pier of Larnby has 12 lamps."
    known = features(text)
    given_none = features(text, quantities=(), dates=())
    assert [quantity.value for quantity in known.quantities] == [12]
    assert given_none.quantities == ()
    assert features(text, quantities=known.quantities, dates=known.dates) == known


def test_overlap_tells_the_share_of_each_side() -> None:
    a, b = features("The mayor of Larnby signed the treaty."), features("The mayor signed.")
    shared = overlap(a.terms, b.terms)
    assert shared.b == 1.0
    assert 0.0 < shared.a < 1.0
    assert 0.0 < shared.score < 1.0
    assert overlap((), ()).score == 0.0


@settings(deadline=None, max_examples=5)
@given(st.sampled_from(["mayor ", "12 ", "“ ", "not ", "September 14 ", "and - "]))
def test_long_sentences_take_time_in_proportion(word: str) -> None:
    text = word * 400
    assert compare(text, text + "end").score >= 0.0


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        (("yesterday", dt.date(2019, 9, 14)), ("on 14 September 2019", dt.date(2019, 9, 15)), False),
        (("yesterday", dt.date(2019, 9, 14)), ("on 9 September 2019", dt.date(2019, 9, 15)), True),
        (("yesterday", dt.date(2019, 9, 14)), ("in September 2018", dt.date(2019, 9, 15)), True),
        (("on Saturday", dt.date(2019, 9, 14)), ("on Saturday", dt.date(2019, 9, 22)), False),
        (("on Saturday", dt.date(2019, 9, 14)), ("on Sunday", dt.date(2019, 9, 15)), True),
    ],
)
def test_days_told_from_the_day_of_writing(
    first: tuple[str, dt.date], second: tuple[str, dt.date], *, differ: bool
) -> None:
    sides = [features(f"The pier opened {when}.", published=published) for when, published in (first, second)]
    assert bool(differences(*sides)) is differ
