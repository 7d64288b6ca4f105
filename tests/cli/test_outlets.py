"""Outlets as a person has them: listed, renamed, merged, noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Caller


def test_outlets_are_listed_with_what_is_known_of_them(newsreader: Caller) -> None:
    assert newsreader("outlets").stdout.splitlines() == ["Easthaven Mail  1 article", "Norvale Post  1 article"]
    assert newsreader.json("outlets")[0] == {
        "name": "Easthaven Mail",
        "articles": 1,
        "guessed": 0,
        "domains": [],
        "also": [],
        "country": None,
        "language": None,
        "notes": "",
    }


def test_a_renamed_outlet_has_its_new_name_everywhere_at_once(newsreader: Caller) -> None:
    newsreader("flag", newsreader.json("facts")[0]["items"][0]["id"], "verified")
    result = newsreader("outlets", "mail", "--rename", "The Easthaven Mail & Echo", "--note", "asked on Monday")
    assert result.stdout == "The Easthaven Mail & Echo  1 article  asked on Monday\n"
    assert result.stderr == "1 article has another outlet's name now\n"
    (story,) = newsreader.json("stories")
    assert set(story["outlets"]) == {"Norvale Post", "The Easthaven Mail & Echo"}
    assert set(newsreader.json("facts")[0]["outlets"]) == set(story["outlets"])
    assert newsreader.json("search", "outlet:echo")[0]["total"] == 1
    assert [flag["verdict"] for flag in newsreader.json("flags")] == ["verified"]


def test_merged_outlets_are_one_outlet(newsreader: Caller) -> None:
    newsreader("outlets", "mail", "--merge", "post")
    (row,) = newsreader.json("outlets")
    assert (row["name"], row["articles"], row["also"]) == ("Easthaven Mail", 2, ["Norvale Post"])
    assert newsreader.json("stories")[0]["outlets"] == ["Easthaven Mail"]


def test_what_was_written_by_hand_is_applied(newsreader: Caller, tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text(
        '[[outlet]]\nname = "Norvale Evening Post"\nalso = ["Norvale Post"]\n', encoding="utf-8"
    )
    assert "1 article has another outlet's name" in newsreader("outlets").stderr
    assert newsreader("outlets").stderr == ""
    assert "Norvale Evening Post" in newsreader.json("stories")[0]["outlets"]


def test_what_cannot_be_done_is_said(newsreader: Caller) -> None:
    newsreader("outlets", "mail", code=2)
    newsreader("outlets", "--rename", "x", code=2)
    assert "no outlet 'wasp'" in newsreader("outlets", "wasp", "--note", "x", code=1).stderr
    assert "--merge" in newsreader("outlets", "mail", "--rename", "BBC News", code=1).stderr
