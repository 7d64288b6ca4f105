"""Stories, checklists and pairs of quotations: stored, and made anew only when their texts change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import reader.claims
from reader.errors import NotFound
from reader.library import analysing, reading
from reader.model import AddResult, ItemRelation, Stance, TargetKind, Verdict
from tests.library.examples import POST, opened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.library import Library
    from reader.model import Article, Checklist


def test_a_story_is_found_by_its_id_its_words_or_as_the_newest(library: Library) -> None:
    (story,) = library.stories()
    assert library.story(None) == library.story(story.id) == library.story("PIER norvale") == story
    assert library.story_of(story.articles[0]) == story
    for name in ("zeppelin", " ", "story-0"):
        with pytest.raises(NotFound, match="no story"):
            library.story(name)
    with pytest.raises(NotFound, match="no article"):
        library.story_of("nobody")


def test_an_empty_library_has_no_story(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library, pytest.raises(NotFound, match="no story"):
        library.story(None)


def test_the_checklist_has_both_outlets(library: Library) -> None:
    checklist = library.checklist(library.story().id)
    assert set(checklist.outlets) == {"Norvale Post", "Easthaven Mail"}
    assert any(item.relation is not ItemRelation.SINGLE for item in checklist.items)
    for item in checklist.items:
        for stance in item.stances.values():
            assert (stance.stance is Stance.NOT_FOUND) == (not stance.words)
            for words in stance.words:
                assert words.span.of(library.article(words.article).text) == words.text


def test_a_checklist_is_made_once_and_again_when_a_text_changed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = library.story().id
    made: list[str] = []
    make = reader.claims.checklist

    def counted(articles: Sequence[Article], **given: Any) -> Checklist:  # noqa: ANN401 - passed on
        made.append(given["story"])
        return make(articles, **given)

    monkeypatch.setattr(reader.claims, "checklist", counted)
    first = library.checklist(story)
    assert library.checklist(story) is first
    with opened(tmp_path / "library") as again:
        assert again.checklist(story) == first
    assert made == [story]
    (tmp_path / "texts" / "post.txt").write_text(POST.replace("nine million", "ten million"), encoding="utf-8")
    list(library.add([str(tmp_path / "texts")]))
    second = library.checklist(library.story().id)
    assert len(made) == 2
    assert any("ten million" in item.headline for item in second.items)


def test_an_outlet_that_is_known_better_by_now_is_called_so_in_the_checklist(library: Library, tmp_path: Path) -> None:
    story = library.story().id
    library.checklist(story)
    notes = tmp_path / "texts" / "outlets.toml"
    notes.write_text(notes.read_text(encoding="utf-8").replace("Norvale Post", "The Norvale Postman"), encoding="utf-8")
    assert {report.result for report in library.add([str(tmp_path / "texts")])} == {AddResult.ALREADY_THERE}
    checklist = library.checklist(library.story().id)
    assert set(checklist.outlets) == {"The Norvale Postman", "Easthaven Mail"}
    assert all(item.stances.keys() <= set(checklist.outlets) for item in checklist.items)


def test_what_an_older_analyser_found_is_found_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    article = library.headers()[0].id
    before = library.analysis(article)
    monkeypatch.setattr(analysing, "ANALYSER", "later")
    monkeypatch.setattr(reading, "ANALYSER", "later")
    assert library.analysis(article).version == "later"
    assert library.analysis(article).quotations == before.quotations


def test_one_quotation_in_two_outlets_is_paired(library: Library) -> None:
    pairs = library.quotation_matches(library.story().id)
    ((a, b, match),) = [
        pair for pair in pairs if "warning" in library.analysis(pair[0][0]).quotations[pair[0][1]].content
    ]
    contents = {library.analysis(article).quotations[index].content for article, index in (a, b)}
    assert contents == {"This was the last warning for all of us,"}
    assert (a[1], b[1]) == (match.a, match.b)
    assert library.quotation_matches(library.story().id) is library.quotation_matches(library.story().id)


def test_what_an_article_omits_needs_two_others_that_report_it(library: Library) -> None:
    assert list(library.omits(library.headers()[0].id)) == []


def test_settings_are_remembered(library: Library, tmp_path: Path) -> None:
    library.remember("place", "12")
    with opened(tmp_path / "library") as again:
        assert again.recall("place") == "12"
        assert again.recall("nothing") is None


def test_searching_finds_completes_and_marks(library: Library) -> None:
    results = library.search("warn", as_typed=True)
    assert results.total == 2
    article = results.hits[0].article
    assert [span.of(library.article(article).text) for span in library.find("pillars", article)] == ["pillars"]
    assert [completion.text for completion in library.complete("pilla")] == ["pillars"]
    assert {hit.article for hit in library.more_like(article).hits} <= {head.id for head in library.headers()}
    shown = library.snippets(results, 0, 2)
    assert all(hit.snippet for hit in shown.hits)


@pytest.mark.parametrize("name", ["markdown", "html", "csv", "json", "jsonl", "webannotation", "claimreview"])
def test_a_story_is_exported_in_every_format(library: Library, name: str) -> None:
    text = library.export(library.story().id, name)
    assert text
    if name not in {"webannotation", "claimreview"}:  # which only have what is flagged
        assert "Ines Falk" in text


def test_an_unknown_format_is_named(library: Library) -> None:
    with pytest.raises(NotFound, match="no format 'papyrus'"):
        library.export(None, "papyrus")


def test_articles_are_found_by_what_is_known_of_them(library: Library, tmp_path: Path) -> None:
    story = library.story()
    checklist = library.checklist(story.id)
    item = next(item for item in checklist.items if "nine million" in item.headline)
    (words,) = [words for stance in item.stances.values() for words in stance.words]
    library.flag(TargetKind.ITEM, item.id, words, lambda state: replace(state, verdict=Verdict.MISSING_CONTEXT))

    def found(query: str) -> set[str]:
        return {hit.article for hit in library.search(query).hits}

    assert found("is:flagged") == found('verdict:"missing context"') == {words.article}
    assert found("verdict:verified") == set()
    assert found(f"story:{story.id}") == set(story.articles)
    conflicts = {
        words.article
        for item in checklist.items
        if item.relation is ItemRelation.DIFFERS
        for stance in item.stances.values()
        for words in stance.words
    }
    assert found("has:conflict") == conflicts
    (tmp_path / "texts" / "post.txt").write_text(POST.replace("nine million", "ten million"), encoding="utf-8")
    list(library.add([str(tmp_path / "texts")]))
    assert found("is:recheck") == {words.article}
