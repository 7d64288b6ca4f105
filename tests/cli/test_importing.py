"""Taking a story in that was exported as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.conftest import Caller

if TYPE_CHECKING:
    from pathlib import Path


def test_a_story_comes_with_its_articles_and_flags_and_twice_is_once(newsreader: Caller, tmp_path: Path) -> None:
    item = newsreader.json("facts")[0]["items"][0]
    newsreader("flag", item["id"], "disputed", "--evidence", "https://board.example/vote")
    file = tmp_path / "story.json"
    newsreader("export", "--to", "json", "-o", str(file))
    other = Caller(tmp_path / "other", tmp_path / "config.toml")
    first = other("import", str(file)).stdout.splitlines()
    assert [line.split()[0] for line in first[:2]] == ["added", "added"]
    assert first[2:] == ["1 new of 1 entries"]
    for command in (["stories"], ["facts"], ["flags"], ["history", item["id"]], ["quotes"]):
        assert other.json(*command) == newsreader.json(*command)
    again = other.json("import", str(file))
    assert [line.get("result") for line in again] == ["already there", "already there", None]
    assert again[2] == {"entries": 1, "new": 0}


def test_an_article_that_can_not_be_used_is_named_and_the_rest_is_taken_in(newsreader: Caller, tmp_path: Path) -> None:
    whole = json.loads(newsreader("export", "--to", "json").stdout)
    whole["articles"][1]["raw"] = ""
    file = tmp_path / "story.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    other = Caller(tmp_path / "other", tmp_path / "config.toml")
    result = other("import", str(file), code=1)
    assert "nothing is left" in result.stderr
    assert len(other.json("stories")) == 1


def test_a_file_that_is_neither_is_named(newsreader: Caller, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"schema": "newsreader story"}', encoding="utf-8")
    assert "bad.json: can't be taken in" in newsreader("import", str(tmp_path / "bad.json"), code=1).stderr
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xfa")
    assert "not flags or a story" in newsreader("import", str(tmp_path / "bytes"), code=1).stderr


def test_add_says_how_an_exported_story_is_taken_in(newsreader: Caller, tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    newsreader("export", "--to", "json", "-o", str(file))
    assert "newsreader import" in newsreader("add", str(file), code=1).stderr
