"""The person's word on stories, and versions, by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.config import Config
from reader.model import TargetKind, Verdict, Words
from reader.tui.screens.checking import chosen
from reader.wiring import open_library
from tests.library.examples import MAIL, POST, opened, write_story
from tests.tui.driving import driving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.library import Library

BEES = "Bees in the town hall\n\nA swarm of bees filled the town hall of Upland on Friday, the mayor of Upland said.\n"


def pier_and_bees(folder: Path) -> Callable[[], Library]:
    """Return what opens a library of two stories: two articles about the pier, one about bees."""

    def opening() -> Library:
        library = open_library(Config(folder / "library", "Ada"))
        (write_story(folder / "texts") / "bees.txt").write_text(BEES, encoding="utf-8")
        list(library.add([str(folder / "texts")]))
        return library

    return opening


def stories(folder: Path) -> list[int]:
    """Return how many articles each story has, as another start of the program finds them, all grouped anew."""
    with opened(folder / "library") as library:
        return sorted(len(story.articles) for story in library.stories())


async def test_stories_are_joined_and_split_and_stay_so(tmp_path: Path) -> None:
    async with driving(tmp_path, open_library=pier_and_bees(tmp_path)) as person:
        assert sorted(len(story.articles) for story in person.desk.stories) == [1, 2]
        await person.press("s")
        await person.type("join bees" if "pier" in person.desk.text.article.title else "join pier")  # type: ignore[union-attr]
        await person.press("enter")
        await person.until(lambda: "joined with" in person.foot)
        await person.until(lambda: len(person.desk.stories) == 1)
        assert stories(tmp_path) == [3]
        await person.press("s")
        await person.type("split")
        await person.press("enter")
        await person.until(lambda: "stands apart" in person.foot)
        await person.until(lambda: len(person.desk.stories) == 2)
        await person.settle()
    assert stories(tmp_path) == [1, 2]


async def test_a_pinned_story_takes_nothing_in(tmp_path: Path) -> None:
    async with driving(tmp_path, open_library=pier_and_bees(tmp_path)) as person:
        pier = next(story for story in person.desk.stories if len(story.articles) == 2)
        person.desk.read_article(pier.articles[0])
        await person.settle()
        await person.press("2", "s")
        await person.type("pin")
        await person.press("enter")
        await person.until(lambda: "stays as it is" in person.foot)
    (tmp_path / "texts" / "again.txt").write_text(POST.replace("nine", "ten").replace("voted", "decided"))
    (tmp_path / "texts" / "outlets.toml").write_text('["again.txt"]\noutlet = "Upland Post"\ndate = 2031-05-06\n')
    with opened(tmp_path / "library") as library:
        list(library.add([str(tmp_path / "texts" / "again.txt")]))
    assert stories(tmp_path) == [1, 1, 2]


async def test_what_is_not_understood_changes_nothing(tmp_path: Path) -> None:
    async with driving(tmp_path, open_library=pier_and_bees(tmp_path)) as person:
        for said, answer in (
            ("tear", "say join and words of a title"),
            ("join", "say join and words of a title"),
            ("pin it", "say join and words of a title"),
            ("join zeppelin", "no story"),
        ):
            await person.press("s")
            await person.type(said)
            await person.press("enter")
            await person.until(lambda answer=answer: answer in person.foot)  # type: ignore[misc]
        assert sorted(len(story.articles) for story in person.desk.stories) == [1, 2]


async def test_a_flag_on_words_that_changed_says_so_and_v_shows_how(tmp_path: Path) -> None:
    def opening() -> Library:
        library = open_library(Config(tmp_path / "library", "Ada"))
        folder = write_story(tmp_path / "texts")
        list(library.add([str(folder)]))
        checklist = library.checklist(library.story().id)
        item = next(item for item in checklist.items if "pillars" in item.headline)
        words = next(words for stance in item.stances.values() for words in stance.words)
        marked = Words(words.article, words.span, words.text)
        library.flag(TargetKind.ITEM, item.id, marked, partial(chosen, Verdict.VERIFIED))
        (folder / "post.txt").write_text(POST.replace("of its twelve", "of its thirteen"), encoding="utf-8")
        (folder / "mail.txt").write_text(MAIL.replace("of the twelve", "of the thirteen"), encoding="utf-8")
        list(library.add([str(folder)]))
        return library

    async with driving(tmp_path, open_library=opening) as person:
        assert "v2" in person.screen
        assert "Δ" in "\n".join(person.lines)
        await person.press("v")
        await person.until_shown("[-twelve-]{+thirteen+}")
        assert "Version 1 to version 2" in person.screen
        await person.press("escape")
        changed = next(row for row in person.desk.facts.rows if any("Δ" in piece.text for piece in row.left))
        person.desk.facts.go_to_key(changed.key)
        await person.press("4", "enter")
        assert "changed since it was flagged" in person.card


async def test_an_article_of_one_version_has_nothing_to_compare(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("v")
        assert "one version only" in person.foot


async def test_what_is_not_in_english_is_said_not_to_have_been_compared(tmp_path: Path) -> None:
    german = (
        "Der Pier\n\n„Wir werden den Pier für ein Jahr sperren“, sagte die Hafenmeisterin von Norvale am Dienstag.\n"
    )

    def opening() -> Library:
        library = open_library(Config(tmp_path / "library", "Ada"))
        folder = write_story(tmp_path / "texts")
        (folder / "pier.txt").write_text(german, encoding="utf-8")
        notes = (folder / "outlets.toml").read_text(encoding="utf-8")
        (folder / "outlets.toml").write_text(f'{notes}\n["pier.txt"]\noutlet = "Hafenblatt"\nlanguage = "de"\n')
        list(library.add([str(folder)]))
        library.join_stories(head.id for head in library.headers())
        return library

    async with driving(tmp_path, open_library=opening) as person:
        await person.press("4", "G")
        assert "not compared, because" in person.screen
        assert person.desk.facts.value == "not compared, because not in English: Hafenblatt"
        await person.press("f")
        assert "nothing here to flag" in person.foot
        for key in ("enter", "y", "H", "c", "escape", "m", "escape", "."):
            await person.press(key)
        assert person.desk.facts.value in person.desk.opened.checklist.items  # type: ignore[union-attr]
        assert any("Wir werden den Pier" in piece.text for row in person.desk.quotations.rows for piece in row.left)
