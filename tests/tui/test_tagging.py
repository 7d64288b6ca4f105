"""Tags, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driving
from tests.tui.ferry import open_ferry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def _tags(folder: Path) -> Mapping[str, tuple[str, ...]]:
    library = open_ferry(folder)
    tags = library.tags()
    library.close()
    return tags


async def test_an_article_is_tagged_and_the_tag_is_shown_after_a_restart(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("t")
        await person.type("Boats, to-call")
        await person.press("enter")
        assert "tagged · #boats #to-call" in person.foot
        assert any("Carrow" in line and "# " in line for line in person.lines[:6])
        assert "#boats #to-call 0%" in person.screen
        await person.press("q")
    assert _tags(tmp_path) == {"courier": ("boats", "to-call")}
    async with driving(tmp_path, size=(70, 30)) as person:
        assert any("Courier" in line and "boats to-call # " in line for line in person.lines)
        await person.press("2")
        assert "#boats #to-call 0%" in person.screen


async def test_tags_are_undone_and_redone_like_flags(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "f", "v", "t")
        await person.type("boats")
        await person.press("enter", "u")
        assert "undone: The Carrow Courier has no tags" in person.foot
        assert "#boats" not in person.screen
        assert "1 of 5 checked" in person.screen
        await person.press("U")
        assert "redone: The Carrow Courier has #boats" in person.foot
        await person.press("u", "u")
        assert "0 of 5 checked" in person.screen


async def test_a_story_is_tagged_whole_and_a_tag_is_taken_out_of_the_line(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("1", "g", "t")
        await person.type("ferry")
        await person.press("enter")
        assert "tagged · 3 articles: #ferry" in person.foot
        await person.press("j", "t")
        await person.type(" first")
        await person.press("enter")
        await person.press("k", "t")
        assert person.desk.focused is not None
        await person.press("ctrl+u")
        await person.press("enter")
        assert "3 articles: no tags" in person.foot
    assert _tags(tmp_path) == {"courier": ("first",)}


async def test_a_tag_is_offered_among_the_searches_and_finds_its_articles(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("t")
        await person.type("boats")
        await person.press("enter", "slash")
        await person.until_shown("# boats")
        await person.press("down", "up", "enter")
        await person.until(lambda: person.desk.results is not None and person.desk.sought == "tag:boats")
        assert person.desk.results is not None
        assert [hit.article for hit in person.desk.results.hits] == ["courier"]


async def test_what_was_said_of_an_article_s_tags_is_no_flag(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("t")
        await person.type("boats")
        await person.press("enter")
        assert person.desk.opened is not None
        assert not person.desk.opened.flags
        await person.press("t", "escape")
        assert "#boats 0%" in person.screen
