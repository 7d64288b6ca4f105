"""The commands that tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Caller


def test_an_article_is_tagged_found_and_untagged(newsreader: Caller) -> None:
    story = newsreader.json("stories")[0]
    first, *_ = story["articles"]
    name = first if isinstance(first, str) else first["id"]
    assert newsreader("tag", name, "Budget", "#to-call").stdout.split() == [name, "#budget", "#to-call"]
    assert newsreader.json("tags") == [
        {"tag": "budget", "articles": [name]},
        {"tag": "to-call", "articles": [name]},
    ]
    assert "#budget  1\n" in newsreader("tags").stdout
    assert [hit["article"] for hit in newsreader.json("search", "tag:to-call")[0]["hits"]] == [name]
    assert newsreader("tag", name, "--remove", "budget").stdout.split() == [name, "#to-call"]
    newsreader("undo")
    assert [one["tag"] for one in newsreader.json("tags")] == ["budget", "to-call"]
    assert not newsreader.json("flags")


def test_a_story_is_tagged_whole(newsreader: Caller) -> None:
    story = newsreader.json("stories")[0]
    newsreader("tag", story["id"], "all")
    assert len(newsreader.json("tags")[0]["articles"]) == len(story["articles"])


def test_tags_travel_with_the_flags(newsreader: Caller, tmp_path: Path) -> None:
    story = newsreader.json("stories")[0]
    newsreader("tag", story["id"], "all")
    tagged = newsreader.json("tags")
    shared = tmp_path / "flags.jsonl"
    newsreader("export", "--flags", "-o", str(shared))
    assert '"tags":["all"]' in shared.read_text(encoding="utf-8").replace(" ", "")
    newsreader("import", str(shared))
    assert newsreader.json("tags") == tagged


def test_nothing_to_tag_and_nothing_tagged_are_told(newsreader: Caller) -> None:
    assert newsreader("tags").stderr == "no tags\n"
    newsreader("tag", "nowhere at all", "x", code=1)
    newsreader("tag", "anything", code=2)
