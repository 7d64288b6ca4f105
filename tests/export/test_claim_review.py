"""Verdicts as ClaimReview."""

import dataclasses
import json

from hypothesis import given
from hypothesis import strategies as st

from reader.export.claim_review import SHORT, claim_review, shortened
from reader.model import FlagState, Verdict
from tests.export.story import DAM, DEATHS, DISPUTED, GAZETTE, flag, report

SITE = "https://checks.example/flood"


def test_a_verdict_by_a_named_person_with_an_address_is_a_review() -> None:
    (review,) = json.loads(claim_review(report(publication=SITE)))["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "The flood killed at least 19 people."
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Disputed",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert review["author"]["name"] == "Bo Ek"
    assert review["reviewBody"] == "The toll rose later."
    assert review["citation"][0] == "https://ministry.example/toll"
    assert [each["publisher"]["name"] for each in review["itemReviewed"]["appearance"]] == ["Gazette", "Herald"]
    assert review["itemReviewed"]["appearance"][0]["url"] == "https://gazette.example/flood"
    assert review["url"] == f"{SITE}#f00d01"


def test_without_an_address_there_is_no_review() -> None:
    assert json.loads(claim_review(report()))["@graph"] == []


def test_two_outlets_that_differ_are_no_verdict() -> None:
    assert json.loads(claim_review(report(flags={}, publication=SITE)))["@graph"] == []


def test_a_status_alone_a_nameless_verdict_and_what_can_not_be_checked_are_no_reviews() -> None:
    flags = {
        DEATHS.id: (flag(DEATHS, FlagState()), flag(DEATHS, DISPUTED, person=" ")),
        DAM.id: (flag(DAM, FlagState(verdict=Verdict.NOT_CHECKABLE)),),
    }
    assert json.loads(claim_review(report(flags=flags, publication=SITE)))["@graph"] == []


def test_an_open_verdict_has_words_and_no_number_and_an_outlet_without_it_no_appearance() -> None:
    flags = {DAM.id: (flag(DAM, FlagState(verdict=Verdict.UNVERIFIABLE)),)}
    (review,) = json.loads(claim_review(report(flags=flags, publication=SITE)))["@graph"]
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Unverifiable"}
    assert "reviewBody" not in review
    assert "citation" not in review
    assert len(review["itemReviewed"]["appearance"]) == 1


def test_a_script_element_can_not_be_closed_from_inside() -> None:
    state = dataclasses.replace(DISPUTED, note="</script><script>alert(1)</script>")
    text = claim_review(report(flags={DEATHS.id: (flag(DEATHS, state),)}, publication=SITE))
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["reviewBody"] == state.note


def test_an_article_with_nothing_known_of_it_has_its_outlet() -> None:
    bare = dataclasses.replace(GAZETTE, url=None, title="", date=None)
    (review,) = json.loads(claim_review(report(article=bare, publication=SITE)))["@graph"]
    assert review["itemReviewed"]["appearance"][0] == {
        "@type": "NewsArticle",
        "publisher": {"@type": "Organization", "name": "Gazette"},
    }


@given(st.text(min_size=1))
def test_a_headline_is_short_enough(text: str) -> None:
    assert len(shortened(text)) <= SHORT


def test_a_headline_is_cut_between_words() -> None:
    assert shortened("word " * 30) == "word " * 14 + "word…"
    assert shortened("x" * 200) == "x" * 74 + "…"
