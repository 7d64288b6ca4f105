"""Flags of several people, on facts and on other words, in the reports that people read."""

import dataclasses
import json

from reader.export import Report
from reader.export.document import document
from reader.export.markdown import markdown
from reader.export.page import page
from reader.export.report import says_second_check
from reader.model import FlagEvent, FlagState, Verdict
from tests.export.story import DEATHS, DISPUTED, MADE, flag, quotation_flag, report
from tests.export.test_page import read

VERIFIED = dataclasses.replace(DISPUTED, verdict=Verdict.VERIFIED)
TWO = {DEATHS.id: (flag(DEATHS, DISPUTED), flag(DEATHS, VERIFIED, person="Ada Lind"))}


def with_other_flags() -> Report:
    first, second = quotation_flag(DISPUTED), quotation_flag(DISPUTED, person="Ada Lind")
    event = FlagEvent("e2", "Ada Lind", MADE, second.kind, second.target, second.anchor, FlagState(), DISPUTED)
    whole = report()
    return dataclasses.replace(whole, other_flags=(first, second), events=(*whole.events, event))


def test_two_verdicts_stand_side_by_side_with_names_and_neither_is_lost() -> None:
    text = page(report(flags=TWO))
    assert text.count("<div class=flags>") == 1
    assert "<b>disputed</b> — Bo Ek" in text
    assert "<b>verified</b> — Ada Lind" in text
    assert "The second check disagrees." in text
    assert "**verified** — Ada Lind" in markdown(report(flags=TWO))
    assert "- The second check disagrees." in markdown(report(flags=TWO))


def test_a_second_check_that_agrees_says_so_and_one_person_says_nothing() -> None:
    assert says_second_check((flag(DEATHS, DISPUTED), flag(DEATHS, DISPUTED, person="Ada"))) == "A second check agrees."
    assert says_second_check((flag(DEATHS, DISPUTED),)) == ""


def test_flags_on_quotations_are_shown_with_their_words_and_history() -> None:
    whole = with_other_flags()
    text = page(whole)
    assert "<h3>Quotation in Herald</h3><blockquote>No one warned us,</blockquote>" in text
    assert text.count("2020-03-05 12:00 Ada Lind: disputed") == 1
    read(text)
    told = markdown(whole)
    assert "### Quotation in Herald\n\n> No one warned us,\n\n- **disputed** — Bo Ek" in told


def test_a_flag_on_an_article_that_is_gone_has_no_outlet() -> None:
    stray = quotation_flag(DISPUTED)
    stray = dataclasses.replace(stray, anchor=dataclasses.replace(stray.anchor, article="z9"))
    assert "Quotation in unknown" in page(dataclasses.replace(report(), other_flags=(stray,)))


def test_the_document_has_the_whole_history_also_of_what_is_no_fact() -> None:
    whole = with_other_flags()
    assert [event["id"] for event in json.loads(document(whole))["history"]] == ["e1", "e2"]
