"""Cutting articles into claims: the cases of ``cases/claims.md`` and ``cases/provenance.md``, and what always holds."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.claims import extract
from reader.claims.clauses import Clauses
from reader.claims.polarity import lowered
from reader.model import Article, Claim, NotCheckable, Quotation, QuotationKind, Span, Speaker
from reader.text.sentences import sentences
from reader.text.tokens import tokens
from tests.unit.case_files import Case, cases

_PIECES = st.lists(
    st.sampled_from(
        (
            'The mayor Ada Lund said “ ” " , . ; — - who which after before while but and with saying moving sending '
            "12 days nearly $4 billion Reuters reported he it was is \n\n ? ! ( ) a former chief just five months in "
            "according to officials tweeted not may U.S. ’ 's \u00a0"
        ).split(" ")
    ),
    max_size=40,
)
TEXTS = st.one_of(_PIECES.map(" ".join), st.text(max_size=200))


def told(claim: Claim) -> str:
    return f"{claim.not_checkable}: {claim.text}" if claim.not_checkable else claim.text


@pytest.mark.parametrize("case", cases("claims"), ids=lambda case: case.title)
def test_a_text_has_the_claims_that_its_case_says(case: Case) -> None:
    assert [told(claim) for claim in extract(Article("a", case.text("text")))] == case.lines("claims")


@pytest.mark.parametrize("case", cases("provenance"), ids=lambda case: case.title)
def test_a_sentence_has_the_provenance_that_its_case_says(case: Case) -> None:
    found: dict[Span, str] = {}
    for claim in extract(Article("a", case.text("text"), outlet=case.text("outlet") or "The Norvale Post")):
        assert claim.provenance is not None
        through = f": {claim.provenance.through}" if claim.provenance.through else ""
        found.setdefault(claim.sentence, f"{claim.provenance.kind}{through}")
    assert list(found.values()) == case.lines("provenance")


@settings(max_examples=200)
@given(TEXTS)
def test_every_claim_is_what_its_span_says_and_lies_in_its_sentence(text: str) -> None:
    for claim in extract(Article("a", text)):
        assert claim.span.of(text) == claim.text == claim.text.strip() != ""
        assert claim.sentence.covers(claim.span)
        assert 0 <= claim.worth <= 1
        assert all(claim.span.covers(name.span) for name in claim.names)
        assert all(claim.span.covers(figure.span) for figure in claim.quantities)
        assert all(claim.span.covers(date.span) for date in claim.dates)
        assert all(claim.span.covers(hedge) for hedge in claim.hedges)


@given(TEXTS)
def test_clauses_cover_every_word_of_their_sentence(text: str) -> None:
    for sentence in sentences(text):
        words = tokens(text, sentence.start, sentence.end)
        found = Clauses(words, [lowered(word.text) for word in words]).of(sentence, 0, len(words))
        for place in range(sentence.start, sentence.end):
            if text[place].isalnum():
                assert any(span.start <= place < span.end for span in found)


def test_numbers_and_names_make_a_claim_worth_more() -> None:
    plain, rich = extract(Article("a", "The weather was fine there. Ada Lund paid 40 million dollars on Monday."))
    assert plain.worth < rich.worth


def test_a_figure_that_two_clauses_cut_apart_is_of_neither() -> None:
    text = "The old pier was closed for approximately 15 minutes before Ada Lund told the council of Norvale."
    first, second = extract(Article("a", text))
    assert first.text.endswith("approximately")
    assert first.quantities == second.quantities == ()


def test_dates_are_read_against_the_day_of_the_article() -> None:
    article = Article("a", "The pier closed on Saturday.", date=dt.date(2019, 9, 16))
    assert [date.value for claim in extract(article) for date in claim.dates] == ["2019-09-14"]


def test_quotations_that_are_known_are_not_looked_for_again() -> None:
    text = "We closed the old pier for good reasons."
    speaker = Speaker("Lund", "Ada Lund", Span(0, 2))
    quotation = Quotation(Span(0, len(text)), text, QuotationKind.DIRECT, speaker)
    (claim,) = extract(Article("a", text), quotations=[quotation])
    assert claim.attribution == speaker
    assert claim.quoted


def test_what_nobody_said_has_no_speaker() -> None:
    text = "We closed the old pier for good reasons."
    quotation = Quotation(Span(0, len(text)), text, QuotationKind.DIRECT)
    (claim,) = extract(Article("a", text), quotations=[quotation])
    assert claim.attribution is None


def test_a_claim_of_which_two_people_say_a_few_words_each_is_the_outlets_own() -> None:
    text = "Good pier and bad ferry were what both of them remembered of Norvale."
    quotations = [
        Quotation(span, span.of(text), QuotationKind.DIRECT, Speaker(name, name, span))
        for span, name in ((Span(0, 9), "Lund"), (Span(14, 23), "Brandt"))
    ]
    assert [claim.attribution for claim in extract(Article("a", text), quotations=quotations)] == [None]


def test_a_claim_knows_its_paragraph() -> None:
    text = "The pier closed in May.\n\nThe ferry stopped in June.\n\nThe mill burned in July."
    assert [claim.paragraph for claim in extract(Article("a", text))] == [0, 1, 2]


def test_an_article_of_marks_alone_is_cut_in_linear_time() -> None:
    assert extract(Article("a", "“,” " * 20_000), quotations=[])[0].not_checkable is NotCheckable.FRAGMENT


def test_a_clause_is_not_closed_by_a_comma_far_away() -> None:
    """Else each of many clauses in one endless sentence looks through all of it: quadratic, minutes for this text."""
    text = "The mayor, who said" + " a" * 200 + ", left."
    assert [claim.span.end for claim in extract(Article("a", text), quotations=[])][-1] == len(text)
    assert extract(Article("a", "and, which, who, " * 10_000), quotations=[])


def test_an_empty_article_has_no_claims() -> None:
    assert extract(Article("a", "")) == []
