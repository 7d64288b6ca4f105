"""Going down the list of articles: what is shown at once, what is passed by, and where the cursor stays."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from reader.model import Article, Story
from reader.tui import messages
from reader.tui.opened import OpenStory
from reader.tui.screens import opening
from reader.tui.widgets.row_list import RowList
from tests.tui.driving import driving
from tests.tui.ferry import STORY, open_ferry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from textual.message import Message

    from reader.library import Library

ALONE = [
    Article(f"alone{number}", f"Words of article {number}.", title=f"Alone {number}", outlet="The Gazette")
    for number in range(8)
]


def counting(heard: list[Message]) -> Callable[[Message], None]:
    """Return what keeps the messages that tell of steps in lists and of opened stories."""
    return lambda message: heard.append(message) if isinstance(message, (RowList.Moved, messages.StoryOpened)) else None


async def test_two_quick_steps_within_a_story_end_at_the_second_article(tmp_path: Path) -> None:
    heard: list[Message] = []
    async with driving(tmp_path, heard=counting(heard)) as person:
        await person.press("1")
        assert person.desk.shown == "courier"
        heard.clear()
        person.desk.action_move(1)
        person.desk.action_move(1)
        await person.until(lambda: person.desk.shown == "wire")
        await person.settle()
        assert person.desk.articles.cursor == 3
        assert len(heard) < 20


async def test_articles_that_are_passed_by_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PREVIEW_DELAY", 0.001)
    monkeypatch.setattr(opening, "SETTLED", 2.0)
    heard: list[Message] = []
    async with driving(tmp_path, articles=ALONE, heard=counting(heard)) as person:
        await person.press("1", "G")
        await person.until(lambda: person.desk.shown == "alone7")
        heard.clear()
        for _ in range(5):
            person.desk.action_move(-1)
            await person.settle()
        await person.until(lambda: person.desk.shown == "alone2")
        opened = {message.article for message in heard if isinstance(message, messages.StoryOpened)}
        assert opened <= {"alone6", "alone2"}


async def test_an_article_that_opens_late_does_not_bring_the_cursor_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slowly() -> Library:
        library = open_ferry(tmp_path, articles=ALONE)
        article = library.article

        def wait_for(name: str, version: int | None = None) -> Article:
            if name == "alone0":
                begun.set()
                go_on.wait(20)
            return article(name, version)

        monkeypatch.setattr(library, "article", wait_for)
        return library

    async with driving(tmp_path, open_library=slowly) as person:
        rows = person.desk.articles
        person.desk.go_to_pane(person.desk.where.ARTICLES)
        rows.go_to_key("article alone0")
        await person.until(begun.is_set)
        rows.go_to_key(f"story {STORY.id}")
        await person.pilot.pause()
        go_on.set()
        await person.until(lambda: person.desk.shown == "alone0")
        assert isinstance(rows.value, Story)


async def test_one_step_shows_the_article_without_a_second_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SETTLED", 0.0)  # the step is far behind the one before
    async with driving(tmp_path, articles=ALONE) as person:
        await person.press("1", "G")
        await person.until(lambda: person.desk.shown == "alone7")
        await person.press("k")
        await person.until(lambda: person.desk.shown == "alone6")
        assert isinstance(person.desk.opened, OpenStory)
