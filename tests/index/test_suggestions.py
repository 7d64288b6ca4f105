"""Corrections, completions, neighbours, snippets, and what a search says of itself."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.index import open_index
from reader.index.snippets import densest
from reader.model import Analysis, Quotation, QuotationKind, SearchResults, Span, Speaker, Story
from tests.index.shelves import MemoryStore, article

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator, Sequence

    from reader.ports import SearchIndex

TEXTS = {
    "bridge": "The minister said the bridge over the river Vistra would cost 40 million crowns.",
    "ferry": "The bridge will replace the ferry on the river, the minister of transport said of the plan.",
    "school": "A new school opens on Monday; the hospital stays closed. Hospitals elsewhere hospitably took patients.",
}


class Stories(MemoryStore):
    """A store with one story."""

    def stories(self) -> Sequence[Story]:
        return [Story("s-1", "Bridge over the Vistra", ("bridge", "ferry"))]


@pytest.fixture
def store() -> MemoryStore:
    """Return a store of three articles, one with a quotation."""
    stories = Stories()
    said = Quotation(
        Span(13, 80), "the bridge", QuotationKind.DIRECT, Speaker("Vera Novak", "Vera Novak", Span(4, 12)), "said"
    )
    for id_, text in TEXTS.items():
        outlet = {"bridge": "Fox News", "ferry": "The Hill", "school": "Fox Valley Press"}[id_]
        analysis = Analysis(id_, "1", quotations=(said,) if id_ == "bridge" else ())
        stories.put(article(id_, text, "", outlet), analysis)
    return stories


@pytest.fixture
def index(tmp_path: pathlib.Path, store: MemoryStore) -> Iterator[SearchIndex]:
    """Return an index over the store."""
    opened = open_index(tmp_path / "index", store)
    opened.catch_up()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("brigde", ("bridge",)),
        ("minster river", ("minister river",)),
        ("xbridge", ("bridge",)),
        ("ridge", ("bridge",)),
        ("rbidge", ("bridge",)),
        ("kerry", ("ferry",)),
        ("-school brixge", ("-school bridge",)),
        ("bridge -river", ()),
        ("qqqqqq", ()),
        ("schol bridge", ()),
    ],
)
def test_when_nothing_is_found_a_word_one_letter_away_is_offered(
    index: SearchIndex, query: str, meant: tuple[str, ...]
) -> None:
    results = index.search(query)
    assert results.total == 0
    assert results.did_you_mean == meant


def test_what_is_found_is_not_corrected(index: SearchIndex) -> None:
    assert index.search("bridge").did_you_mean == ()


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("hosp", [("hospitably", 1), ("hospital", 1), ("hospitals", 1)]),
        ("the mini", [("minister", 2)]),
        ('"the mini', [("minister", 2)]),
        ('"the mini"', []),
        ("of", [("of", 1)]),
        ("bridge ", []),
        ("", []),
        ("bridge (", []),
        ("river …", []),
        ("outlet:fox", [('outlet:"Fox News"', 1), ('outlet:"Fox Valley Press"', 1)]),
        ("outlet:val", [('outlet:"Fox Valley Press"', 1)]),
        ("outlet:", [('outlet:"Fox News"', 1), ('outlet:"Fox Valley Press"', 1), ('outlet:"The Hill"', 1)]),
        ("lang:", [("lang:en", 3)]),
        ("speaker:nov", [("speaker:novak", 1)]),
        ("is:un", [("is:unchecked", 0)]),
        ("verdict:miss", [('verdict:"missing context"', 0)]),
        ("date:", []),
    ],
)
def test_the_last_word_or_value_is_completed(
    index: SearchIndex, beginning: str, expected: list[tuple[str, int]]
) -> None:
    assert [(one.text, one.articles) for one in index.complete(beginning)] == expected


def test_completions_are_no_more_than_asked_for(index: SearchIndex) -> None:
    assert len(index.complete("hosp", limit=2)) == 2


def test_more_like_this_finds_the_nearest_articles_but_not_this_one(index: SearchIndex) -> None:
    results = index.more_like("bridge")
    assert results.hits[0].article == "ferry"
    assert "bridge" not in [hit.article for hit in results.hits]
    assert results.total == len(results.hits)
    assert len(index.more_like("bridge", limit=1).hits) == 1


def test_more_like_some_words_of_an_article_shows_where_others_have_them(index: SearchIndex) -> None:
    results = index.more_like("bridge", words="The minister said the bridge would cost 40 million.")
    assert [hit.article for hit in results.hits] == ["ferry"]
    hit = results.hits[0]
    text = TEXTS["ferry"]
    assert {span.of(text) for span in hit.spans} >= {"bridge", "minister"}
    assert [mark.of(hit.snippet) for mark in hit.marks] == [span.of(text) for span in hit.spans]


def test_more_like_any_words_needs_no_article(index: SearchIndex) -> None:
    assert [hit.article for hit in index.more_like("", words="hospitals were closed").hits] == ["school"]
    assert index.more_like("school", words="hospitals were closed").hits == ()
    assert index.more_like("", words="zeppelin").hits == ()


def test_the_densest_stretch_has_the_most_different_words() -> None:
    text = "river river river " + "so it goes on and on " * 20 + "river bridge minister end river"
    spans = [Span(found.start(), found.end()) for found in re.finditer("river|bridge|minister", text)]
    assert [span.of(text) for span in densest(text, spans)] == ["river", "bridge", "minister"]
    assert list(densest(text, [])) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("story:vistra", ["bridge", "ferry"]),
        ('story:"bridge over the vistra" ferry', ["ferry"]),
        ("story:s-1", []),
        ("story:elsewhere", []),
    ],
)
def test_a_story_is_named_by_words_of_its_title(index: SearchIndex, query: str, expected: list[str]) -> None:
    assert sorted(hit.article for hit in index.search(query).hits) == expected


def test_a_story_is_named_by_its_id_where_the_library_says_which_articles_it_has(index: SearchIndex) -> None:
    results = index.search("story:s-1", tags={"story:s-1": ("ferry", "gone")})
    assert [hit.article for hit in results.hits] == ["ferry"]


def test_the_typed_form_comes_before_other_forms(index: SearchIndex) -> None:
    assert [hit.article for hit in index.search("hospitals").hits] == ["school"]
    assert index.search("hospitals").hits[0].score > index.search("hospitalize").hits[0].score


def test_what_is_being_typed_is_found_before_it_is_finished(index: SearchIndex) -> None:
    results = index.search("the riv", as_typed=True)
    assert {hit.article for hit in results.hits} == {"bridge", "ferry"}
    assert results.as_typed
    assert not results.partial
    hit = results.hits[0]
    assert "river" in [mark.of(hit.snippet) for mark in hit.marks]


def test_rare_completions_that_are_left_out_are_told(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.index.answer.TYPED_WORDS", 1)
    results = index.search("ho", as_typed=True)
    assert results.partial
    monkeypatch.setattr("reader.index.answer.TYPED_WORDS", 2)
    monkeypatch.setattr("reader.index.answer.TYPED_POSTINGS", 0)
    assert index.search("hosp", as_typed=True).partial
    assert not index.search("hosp*").partial


def test_ten_rows_come_with_snippets_and_the_others_when_they_are_asked_for(tmp_path: pathlib.Path) -> None:
    store = MemoryStore()
    for number in range(14):
        store.put(article(f"a{number}", f"{'word ' * 60}harbour\nnumber {number}"), Analysis(f"a{number}", "1"))
    index = open_index(tmp_path / "index", store)
    index.catch_up()
    results = index.search("harbour")
    assert [bool(hit.snippet) for hit in results.hits] == [True] * 10 + [False] * 4
    filled = index.snippets(results, 8, 14)
    assert all("harbour number" in hit.snippet for hit in filled.hits)
    assert [mark.of(filled.hits[13].snippet) for mark in filled.hits[13].marks] == ["harbour"]
    assert [span.of(store.get("a0").text) for span in filled.hits[13].spans] == ["harbour"]
    assert filled.hits[:10] == results.hits[:10]


def test_equal_articles_come_newest_first_then_by_id(tmp_path: pathlib.Path) -> None:
    store = MemoryStore()
    for id_, day in (("b", "2019-01-01"), ("a", "2019-01-01"), ("c", "2019-02-01"), ("d", "")):
        store.put(article(id_, "harbour", day=day), Analysis(id_, "1"))
    index = open_index(tmp_path / "index", store)
    index.catch_up()
    assert [hit.article for hit in index.search("harbour").hits] == ["c", "a", "b", "d"]
    assert [hit.article for hit in index.search("", limit=2).hits] == ["c", "a"]
    assert index.search("", limit=2).total == 4


def test_an_empty_library_finds_nothing(tmp_path: pathlib.Path) -> None:
    index = open_index(tmp_path / "index", MemoryStore())
    assert index.catch_up() == 0
    assert index.search("harbour") == SearchResults("harbour")
    assert index.search("title:a* near:(b) cue:said").total == 0
    assert index.complete("har") == []
    index.close()
    index.close()


def test_closing_before_the_first_use_is_no_error(tmp_path: pathlib.Path) -> None:
    open_index(tmp_path / "index", MemoryStore()).close()


def test_opening_imports_no_whoosh(tmp_path: pathlib.Path) -> None:
    program = (
        "import pathlib, sys; from reader.index import open_index; from tests.index.shelves import MemoryStore;"
        f"open_index(pathlib.Path({str(tmp_path)!r}), MemoryStore()).find('a', 'a b'); print('whoosh' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"
