"""A story goes out as JSON and comes back: the same articles, flags and history."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from reader.errors import UnreadableInput
from reader.flags.marks import marked
from reader.model import AddResult, Evidence, FlagState, Status, TargetKind, Verdict, Words
from tests.library.examples import MAIL, POST, opened, write_story

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library
    from reader.model import Quotation

FURNITURE = "Sign up for the harbour letter of the Norvale Post."


def flag_everything(library: Library) -> None:
    """Flag a fact, a quotation and a sentence, take one back, and do it again."""
    item = library.checklist(library.story().id).items[0]
    first = next(words for stance in item.stances.values() for words in stance.words)
    rests_on = [Evidence("https://board.example/vote", "seven to two", "2031-05-07T08:00:00+00:00", "")]
    library.flag(TargetKind.ITEM, item.id, first, lambda state: marked(state, Verdict.DISPUTED, evidence=rests_on))
    article = library.headers()[0].id
    quotation: Quotation = library.analysis(article).quotations[0]
    said = Words(article, quotation.span, quotation.span.of(library.article(article).text))
    library.flag(TargetKind.QUOTATION, f"{article}:1-2", said, lambda state: marked(state, Status.IN_PROGRESS))
    sentence = library.analysis(article).sentences[0]
    words = Words(article, sentence, sentence.of(library.article(article).text))
    library.flag(TargetKind.SENTENCE, f"{article}:3-4", words, lambda _: FlagState(note="ask the board"))
    library.undo()


def everything(library: Library) -> dict[str, object]:
    """Return all that a library holds, for comparing two of them."""
    ids = sorted(head.id for head in library.headers())
    return {
        "articles": [[library.article(each, version) for version, _ in library.versions(each)] for each in ids],
        "analyses": [library.analysis(each) for each in ids],
        "stories": list(library.stories()),
        "checklists": [library.checklist(story.id) for story in library.stories()],
        "events": list(library.events()),
        "flags": list(library.flags()),
    }


def test_a_story_that_was_exported_makes_the_same_library_again(library: Library, tmp_path: Path) -> None:
    flag_everything(library)
    text = library.export(None, "json")
    with opened(tmp_path / "again") as again:
        taken = again.take_in(text, "story.json")
        assert [report.result for report in taken.articles] == [AddResult.ADDED, AddResult.ADDED]
        assert (taken.events, taken.new_events) == (4, 4)
        assert everything(again) == everything(library)
        assert again.search("pillars").total == 2
        first, second = (next(each.reports(each.stories())) for each in (again, library))
        assert dataclasses.replace(first, made=second.made) == second


def test_twice_is_once(library: Library, tmp_path: Path) -> None:
    flag_everything(library)
    text = library.export(None, "json")
    before = everything(library)
    taken = library.take_in(text, "story.json")
    assert {report.result for report in taken.articles} == {AddResult.ALREADY_THERE}
    assert taken.new_events == 0
    assert everything(library) == before
    with opened(tmp_path / "again") as again:
        again.take_in(text, "story.json")
        assert again.take_in(text, "story.json").new_events == 0
        assert everything(again) == before


def test_two_people_s_flags_come_together(library: Library, tmp_path: Path) -> None:
    flag_everything(library)
    with opened(tmp_path / "adas", person="Berit") as other:
        other.take_in(library.export(None, "json"), "story.json")
        item = other.checklist(other.story().id).items[0]
        words = next(words for stance in item.stances.values() for words in stance.words)
        other.flag(TargetKind.ITEM, item.id, words, lambda state: marked(state, Verdict.UNVERIFIABLE))
        assert library.take_in(other.export(None, "json"), "story.json").new_events == 1
        assert everything(library) == everything(other)
    flags = library.item_flags(library.checklist(library.story().id))[item.id]
    assert {(flag.person, flag.state.verdict) for flag in flags} == {
        ("Ada", Verdict.DISPUTED),
        ("Berit", Verdict.UNVERIFIABLE),
    }


def test_every_version_comes_back_and_a_library_that_lags_behind_catches_up(library: Library, tmp_path: Path) -> None:
    first = library.export(None, "json")
    texts = write_story(tmp_path / "texts")
    (texts / "mail.txt").write_text(MAIL.replace("five", "six"), encoding="utf-8")
    list(library.add([str(texts)]))
    second = library.export(None, "json")
    assert sum(len(library.versions(head.id)) for head in library.headers()) == 3
    with opened(tmp_path / "fresh") as fresh, opened(tmp_path / "behind") as behind:
        fresh.take_in(second, "story.json")
        behind.take_in(first, "story.json")
        results = {report.result for report in behind.take_in(second, "story.json").articles}
        assert results == {AddResult.NEW_VERSION, AddResult.ALREADY_THERE}
        assert everything(fresh)["articles"] == everything(behind)["articles"] == everything(library)["articles"]
    assert {report.result for report in library.take_in(first, "story.json").articles} == {AddResult.ALREADY_THERE}


def test_a_text_that_went_another_way_becomes_the_next_version(library: Library) -> None:
    text = library.export(None, "json")
    other = text.replace("Cracks were found in five", "Cracks were found in nine")
    whole = json.loads(other)
    for article in whole["articles"]:
        article["text_hash"] = "another"
    results = [report.result for report in library.take_in(json.dumps(whole), "story.json").articles]
    assert sorted(results) == [AddResult.ALREADY_THERE, AddResult.NEW_VERSION]


def test_lines_that_the_outlet_prints_everywhere_stay_out(tmp_path: Path) -> None:
    texts = write_story(tmp_path / "texts")
    notes = (texts / "outlets.toml").read_text(encoding="utf-8")
    for number in range(3):
        body = f"Bees, part {number}\n\nA swarm of {number + 3} million bees was seen over the mill on day {number}.\n"
        (texts / f"more{number}.txt").write_text(f"{body}\n{FURNITURE}\n", encoding="utf-8")
        notes += f'\n["more{number}.txt"]\noutlet = "Norvale Post"\ndate = 2031-06-0{number + 1}\n'
    (texts / "post.txt").write_text(f"{POST}\n{FURNITURE}\n", encoding="utf-8")
    (texts / "outlets.toml").write_text(notes, encoding="utf-8")
    with opened(tmp_path / "library") as library, opened(tmp_path / "again") as again:
        list(library.add([str(texts)]))
        story = library.story("Norvale pier")
        again.take_in(library.export(story.id, "json"), "story.json")
        assert any(FURNITURE in library.article(article_id).raw for article_id in story.articles)
        for article_id in story.articles:
            assert FURNITURE not in library.article(article_id).text
            assert again.article(article_id) == library.article(article_id)


def test_a_story_that_a_person_made_stays_one_story(library: Library, tmp_path: Path) -> None:
    (tmp_path / "far.txt").write_text("A comet was seen over Elmar in the night. Nobody photographed it.\n", "utf-8")
    list(library.add([str(tmp_path / "far.txt")]))
    library.join_stories([head.id for head in library.headers()])
    with opened(tmp_path / "again") as again:
        again.take_in(library.export(None, "json"), "story.json")
        assert [story.articles for story in again.stories()] == [story.articles for story in library.stories()]
        assert len(again.stories()[0].articles) == 3


def test_an_address_names_the_article_that_came_in_with_the_story(tmp_path: Path) -> None:
    line = {"outlet": "Post", "url": "https://post.example/pier", "date": "2031-05-06", "text": POST}
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    with opened(tmp_path / "library") as library, opened(tmp_path / "again") as again:
        list(library.add([str(file)]))
        again.take_in(library.export(None, "json"), "story.json")
        file.write_text(json.dumps({**line, "text": POST + "\nThe vote was seven to two.\n"}) + "\n", encoding="utf-8")
        assert [report.result for report in again.add([str(file)])] == [AddResult.NEW_VERSION]


def test_an_article_without_a_text_is_refused_by_name(library: Library, tmp_path: Path) -> None:
    whole = json.loads(library.export(None, "json"))
    whole["articles"][0]["raw"] = "  \n"
    with opened(tmp_path / "again") as again:
        first, second = again.take_in(json.dumps(whole), "story.json").articles
        assert (first.result, second.result) == (AddResult.REFUSED, AddResult.ADDED)
        assert "nothing is left" in (first.reason or "")


def test_what_is_no_story_changes_nothing(library: Library) -> None:
    before = everything(library)
    with pytest.raises(UnreadableInput, match=r"story\.json: can't be taken in"):
        library.take_in('{"schema": "newsreader story", "schema_version": 99}', "story.json")
    assert everything(library) == before
