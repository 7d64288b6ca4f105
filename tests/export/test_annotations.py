"""Flags as Web Annotations: what the W3C's test suite demands of annotations, collections and pages."""

import dataclasses
import json

from reader.export.annotations import web_annotation
from reader.model import Evidence, FlagState, Status
from tests.export.story import DAM, DEATHS, DISPUTED, GAZETTE, flag, report


def test_a_collection_has_a_context_a_type_a_label_and_its_total() -> None:
    collection = json.loads(web_annotation(report()))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(collection["first"]["items"]) == 1
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["last"] == collection["first"]["id"]


def test_an_annotation_says_where_its_words_stand() -> None:
    annotation = json.loads(web_annotation(report()))["first"]["items"][0]
    quote, position = annotation["target"]["selector"]
    assert annotation["type"] == "Annotation"
    assert annotation["target"]["source"] == "https://gazette.example/flood"
    assert quote["exact"] == GAZETTE.text[position["start"] : position["end"]]
    assert quote["suffix"] == " “Nobody"
    assert annotation["creator"] == {"type": "Person", "name": "Bo Ek"}


def test_verdict_note_and_evidence_are_bodies_with_a_purpose() -> None:
    bodies = json.loads(web_annotation(report()))["first"]["items"][0]["body"]
    assert [(body["type"], body["purpose"]) for body in bodies] == [
        ("TextualBody", "assessing"),
        ("TextualBody", "commenting"),
        ("SpecificResource", "linking"),
        ("TextualBody", "describing"),
    ]


def test_a_flag_has_the_same_name_in_every_export_and_two_flags_have_two() -> None:
    flags = {DEATHS.id: (flag(DEATHS, DISPUTED),), DAM.id: (flag(DAM, FlagState(Status.IN_PROGRESS)),)}
    names = [each["id"] for each in json.loads(web_annotation(report(flags=flags)))["first"]["items"]]
    assert len(set(names)) == 2
    assert names == [each["id"] for each in json.loads(web_annotation(report(flags=flags)))["first"]["items"]]


def test_an_article_without_an_address_has_a_name() -> None:
    article = dataclasses.replace(GAZETTE, url=None)
    annotation = json.loads(web_annotation(report(article=article)))["first"]["items"][0]
    assert annotation["target"]["source"] == "urn:newsreader:article:a1"


def test_a_prefix_is_given_where_there_is_one_and_a_suffix_left_out_where_there_is_none() -> None:
    late = flag(DAM, DISPUTED)
    anchor = dataclasses.replace(late.anchor, prefix="Ann Lee. ", suffix="")
    only = report(flags={DAM.id: (dataclasses.replace(late, anchor=anchor),)})
    quote = json.loads(web_annotation(only))["first"]["items"][0]["target"]["selector"][0]
    assert quote["prefix"] == "Ann Lee. "
    assert "suffix" not in quote


def test_no_flags_make_an_empty_collection_without_pages() -> None:
    collection = json.loads(web_annotation(report(flags={})))
    assert collection["total"] == 0
    assert "first" not in collection


def test_a_flag_on_another_story_s_article_stays_out() -> None:
    stray = flag(DEATHS, DISPUTED)
    stray = dataclasses.replace(stray, anchor=dataclasses.replace(stray.anchor, article="z9"))
    assert json.loads(web_annotation(dataclasses.replace(report(flags={}), other_flags=(stray,))))["total"] == 0


def test_evidence_keeps_its_words_when_it_was_seen_and_its_archive() -> None:
    evidence = (
        Evidence("https://a.example/", "26 dead", "2020-03-05T10:00:00+02:00", "https://archive.example/1"),
        Evidence("https://b.example/", "", "2020-03-05T10:00:00", "a shelf"),
        Evidence("https://c.example/", "", "yesterday"),
        Evidence("Bulletin 7", "26 dead", "2020-03-05", "https://archive.example/2"),
    )
    state = dataclasses.replace(DISPUTED, evidence=evidence)
    item = json.loads(web_annotation(report(flags={DEATHS.id: (flag(DEATHS, state),)})))["first"]["items"][0]
    first, second, third, fourth = item["body"][2:]
    assert first["selector"] == {"type": "TextQuoteSelector", "exact": "26 dead"}
    assert first["state"] == {
        "type": "TimeState",
        "sourceDate": "2020-03-05T08:00:00Z",
        "cached": "https://archive.example/1",
    }
    assert second == {"type": "SpecificResource", "purpose": "linking", "source": "https://b.example/"}
    assert "state" not in third
    assert fourth["value"] == "Bulletin 7 — 26 dead — 2020-03-05 — https://archive.example/2"
