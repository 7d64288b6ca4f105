"""The JSON document and the lines of quotations."""

import dataclasses
import json

import pytest

from reader.export.document import SCHEMA_VERSION, document, encoded, quotation_lines
from reader.model import QuotationKind
from tests.export.story import report


def test_the_document_holds_the_story_whole() -> None:
    whole = json.loads(document(report()))
    assert whole["schema_version"] == SCHEMA_VERSION
    assert whole["articles"][0]["raw"].startswith("The flood killed")
    assert whole["checklist"]["items"][0]["differences"][0]["kind"] == "number"
    assert whole["checklist"]["items"][0]["stances"]["Gazette"]["words"][0]["span"] == {"start": 0, "end": 36}
    assert whole["flags"][0]["state"]["verdict"] == "disputed"
    assert whole["history"][0]["at"] == "2020-03-05T12:00:00+00:00"


def test_there_is_a_line_for_each_quotation_with_its_place() -> None:
    lines = [json.loads(line) for line in quotation_lines(report()).splitlines()]
    assert [(line["outlet"], line["speaker"], line["content"]) for line in lines] == [
        ("Gazette", "Ann Lee", "Nobody warned us,"),
        ("Herald", "Ann Lee", "No one warned us,"),
    ]
    assert lines[0]["date"] == "2020-03-04"
    assert lines[0]["raw_end"] - lines[0]["raw_start"] == len("Nobody warned us,")


def test_words_that_nobody_said_are_no_line() -> None:
    whole = report()
    analysis = whole.analyses["a1"]
    title = dataclasses.replace(analysis.quotations[0], kind=QuotationKind.UNATTRIBUTED, speaker=None)
    analyses = {**whole.analyses, "a1": dataclasses.replace(analysis, quotations=(title,))}
    assert len(quotation_lines(dataclasses.replace(whole, analyses=analyses)).splitlines()) == 1


def test_a_quotation_without_a_speaker_has_none() -> None:
    whole = report()
    analysis = whole.analyses["a1"]
    unknown = dataclasses.replace(analysis.quotations[0], speaker=None)
    analyses = {**whole.analyses, "a1": dataclasses.replace(analysis, quotations=(unknown,))}
    first = json.loads(quotation_lines(dataclasses.replace(whole, analyses=analyses)).splitlines()[0])
    assert (first["speaker"], first["mention"], first["confidence"]) == (None, None, None)


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="no JSON for complex"):
        encoded(1j)
