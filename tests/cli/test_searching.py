"""The commands that find articles by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Caller


def test_a_search_is_saved_and_made_again(newsreader: Caller) -> None:
    assert newsreader("search", "pillars -bus", "--save", "the pillars").stderr == "1 article\n"
    assert newsreader("search", "--saved", "the pillars").stderr == "1 article\n"
    assert newsreader("search", "--saved", "The Pillars", "nine").stderr == "1 article\n"
    assert newsreader("search", "--saved", "the pillars", "five").stderr.startswith("nothing found")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (["pillars", "-bus"], 1),
        (["-bus", "pillars"], 1),
        (["-hospital", "--limit", "1", "pillars"], 2),
        (["pillars", "-j"], 2),
        (["--limit=1", "-limit", "pillars"], 2),
        (["--", "pillars", "-bus"], 1),
        (["-bus", "--", "-nine", "pillars"], 0),
    ],
)
def test_a_word_after_a_minus_sign_is_one_of_the_query(newsreader: Caller, query: list[str], found: int) -> None:
    said = newsreader("search", *query).stderr
    assert said.startswith(f"{found} article" if found else "nothing found")


def test_an_article_is_unchecked_until_all_its_facts_are_finished(newsreader: Caller, tmp_path: Path) -> None:
    (tmp_path / "bees.txt").write_text("Bees in Lerum\n\nBees were seen in Lerum on Friday.\n", encoding="utf-8")
    (tmp_path / "list.txt").write_text("Weather\n\nWind: 3\n", encoding="utf-8")
    bees, no_facts = (newsreader.json("add", str(tmp_path / name))[0]["article"] for name in ("bees.txt", "list.txt"))
    assert not any(claim["checkable"] for claim in newsreader.json("show", no_facts)[0]["claims"])

    def articles_of(item: dict[str, Any]) -> set[str]:
        return {words["article"] for stance in item["stances"].values() for words in stance["words"]}

    def unchecked(query: str = "is:unchecked") -> set[str]:
        return {hit["article"] for hit in newsreader.json("search", query)[0]["hits"]}

    (pier,) = (story["articles"] for story in newsreader.json("stories") if len(story["articles"]) == 2)
    assert unchecked() == unchecked("status:unchecked") == {bees, *pier}
    (fact,) = newsreader.json("facts", "bees")[0]["items"]
    newsreader("flag", fact["id"], "in-progress")
    assert bees in unchecked()
    newsreader("flag", fact["id"], "checked")
    assert unchecked() == set(pier)
    assert unchecked("-is:unchecked") == {bees, no_facts}
    items = newsreader.json("facts", "pier")[0]["items"]
    only_one = next(item for item in reversed(items) if len(articles_of(item)) == 1)
    for item in items:
        if articles_of(item) != articles_of(only_one):
            newsreader("flag", item["id"], "verified")
    left = [item for item in newsreader.json("facts", "pier")[0]["items"] if item["verdict"] is None]
    assert left
    assert unchecked() == {article for item in left for article in articles_of(item)}


def test_options_of_a_search_are_still_options(newsreader: Caller) -> None:
    assert "Usage:" in newsreader("search", "-h").stdout
    assert "No such option" in newsreader("search", "--bus", "pillars", code=2).stderr
    assert "requires an argument" in newsreader("search", "pillars", "--limit", code=2).stderr


def test_searches_lists_what_was_saved_and_what_was_made(newsreader: Caller) -> None:
    newsreader("search", "pillars", "--save", "cracks")
    newsreader("search", "bus")
    newsreader.json("search", "by-a-script")
    assert newsreader("searches").stdout == "cracks: pillars\n    bus\n    pillars\n"
    assert newsreader.json("searches") == [
        {"saved": [{"name": "cracks", "query": "pillars"}], "made": ["bus", "pillars"]}
    ]
    assert newsreader("searches", "--forget", "cracks").stdout == "    bus\n    pillars\n"
    assert newsreader("searches", "--clear").stdout == ""


def test_a_search_that_was_not_saved_is_named(newsreader: Caller) -> None:
    for arguments in (("search", "--saved", "x"), ("searches", "--forget", "x")):
        assert newsreader(*arguments, code=1).stderr == "newsreader: no saved search 'x' in this library\n"
    assert len(newsreader("search", "pillars", "--save", " ", code=2).stderr.splitlines()) == 1
    assert len(newsreader("search", "--save", "x", code=2).stderr.splitlines()) == 1


def test_a_query_that_is_not_understood_is_not_saved(newsreader: Caller) -> None:
    newsreader("search", "date:soonish", "--save", "soon", code=2)
    assert newsreader("searches").stdout == ""


def test_like_finds_the_other_article_and_where_it_says_the_same(newsreader: Caller) -> None:
    (hit,) = newsreader.json("search", "passengers")[0]["hits"]
    (found,) = newsreader.json("like", hit["article"])
    assert [one["outlet"] for one in found["hits"]] == ["Norvale Post"]
    words = "Cracks were found in five of the twelve pillars of the pier."
    (near,) = newsreader.json("like", hit["article"], "--words", words)[0]["hits"]
    assert "cracks in four of its twelve pillars" in near["snippet"]
    assert newsreader("like", hit["article"]).stderr == "1 article\n"
    assert "Norvale Post" in newsreader("like", hit["article"]).stdout
    assert newsreader("like", "nobody", code=1).stderr.startswith("newsreader: no article")
