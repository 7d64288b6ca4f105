"""Long work while a person goes on reading: adding hundreds of articles, grouping, indexing, and stopping that."""

from __future__ import annotations

import itertools
import re
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from reader.config import Config
from reader.errors import UnreadableInput
from reader.library import Library
from reader.model import RawArticle, SearchResults
from reader.tui import messages
from reader.tui.actions import Where
from reader.tui.app import Desk
from reader.tui.screens import working
from reader.wiring import open_library
from tests.library.examples import write_story
from tests.tui.driving import Driver, driving
from tests.tui.ferry import FerryLibrary, open_ferry

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from textual.message import Message

    from reader.errors import InputError
    from reader.model import Feed

MANY, HELD_AT = 400, 280
LIMIT = 30.0


class Notices:
    """A reader that finds many articles in any input, and holds in the middle of them until it is let go on."""

    def __init__(self) -> None:
        """Hold at first."""
        self.go_on = threading.Event()

    def read(self, source: str) -> Iterator[RawArticle | InputError]:
        """Yield notices, each about a ferry of its own."""
        for number in range(MANY):
            if number == HELD_AT:
                assert self.go_on.wait(LIMIT)
            name = f"{source}-{number:03}.txt"
            text = f"The ferry {name} left Norvale with {number + 2} people on board."
            yield RawArticle(name, text, title=f"Notice {number}")
        yield UnreadableInput(f"{source}-last.txt", "no such file or folder")

    def found(self) -> Sequence[Feed]:
        """No feed is met."""
        return ()

    def refresh(
        self, feeds: Iterable[Feed], known: Collection[str] = ()
    ) -> Iterator[tuple[Feed, Sequence[RawArticle | InputError]]]:
        """No feed has anything new."""
        del feeds, known
        return iter(())


@asynccontextmanager
async def adding(
    folder: Path, *, heard: Callable[[Message], None] | None = None
) -> AsyncIterator[tuple[Driver, Notices]]:
    """Lend a desk that adds many articles, and is held in the middle of them."""
    notices = Notices()
    opened = driving(folder, open_library=lambda: open_ferry(folder, open_reader=lambda: notices), heard=heard)
    async with opened as person:
        try:
            await person.press("a")
            await person.pilot.press(*"notices", "enter")
            # Of what was read some is being analysed and some stored; what is shown last is what was read last.
            await person.until(
                lambda: "adding 132 · " in person.screen and f"notices-{HELD_AT - 1}.txt" in person.screen
            )
            yield person, notices
        finally:
            notices.go_on.set()


def stored(person: Driver) -> int:
    """Return how many articles are in the library beside those that were there at first."""
    assert person.desk.library is not None
    return len(person.desk.library.headers()) - 3


def said(person: Driver) -> int:
    """Return how many articles the foot says were added."""
    found = re.search(r"(\d+) added", person.foot)
    assert found is not None
    return int(found[1])


async def test_keys_act_while_hundreds_of_articles_are_added(tmp_path: Path) -> None:
    heard: list[Message] = []
    async with adding(tmp_path, heard=heard.append) as (person, notices):
        cursor = person.desk.text.cursor
        await person.pilot.press("2", "j")
        await person.until(lambda: person.desk.text.cursor > cursor)
        await person.pilot.press("J")
        await person.until(lambda: person.desk.shown == "post")
        await person.pilot.press("4", "f", "d")
        await person.until(lambda: "1 of 5 checked" in person.screen)
        assert "adding 132 · " in person.screen
        assert person.desk.at_work is not None
        notices.go_on.set()
        await person.until(lambda: f"{MANY} added · 1 refused · notices-last.txt" in person.foot)
        await person.settle()
        assert stored(person) == MANY
        assert "adding" not in person.screen
        assert not person.desk.has_class("-working")
    # However many articles there are, the workers post a handful of messages.
    posted = [message for message in heard if type(message).__module__ == messages.__name__]
    assert len({id(message) for message in posted}) < 40


@pytest.mark.parametrize("key", ["ctrl+c", "escape"])
async def test_what_was_reported_when_it_was_stopped_is_in_the_library_and_nothing_else(
    tmp_path: Path, key: str
) -> None:
    async with adding(tmp_path) as (person, notices):
        await person.pilot.press(key)
        await person.until(lambda: "stopping · adding 132" in person.screen)
        notices.go_on.set()
        await person.until(lambda: "stopped: " in person.foot)
        await person.settle()
        assert 0 < said(person) < MANY
        assert said(person) == stored(person)
        assert person.app.is_running


async def test_escape_goes_back_first_and_stops_the_work_last(tmp_path: Path) -> None:
    async with adding(tmp_path) as (person, notices):
        await person.pilot.press("4", "enter")
        await person.until(lambda: bool(person.card))
        await person.pilot.press("escape")
        await person.until(lambda: not person.card)
        work = person.desk.at_work
        assert work is not None
        assert not work.stop.is_set()
        await person.pilot.press("escape")
        await person.until(work.stop.is_set)
        notices.go_on.set()
        await person.until(lambda: "stopped: " in person.foot)


async def test_what_is_added_meanwhile_comes_afterwards(tmp_path: Path) -> None:
    async with adding(tmp_path) as (person, notices):
        await person.pilot.press("a", *"more", "enter")
        await person.until(lambda: "to be added when" in person.foot)
        assert stored(person) == 132
        notices.go_on.set()
        await person.until(lambda: stored(person) == 2 * MANY)
        await person.until(lambda: "more-last.txt" in person.foot)


async def test_leaving_ends_the_adding(tmp_path: Path) -> None:
    async with adding(tmp_path) as (person, notices):
        work = person.desk.at_work
        await person.pilot.press("q")
        assert work is not None
        assert work.stop.is_set()
        notices.go_on.set()


class SlowToGroup(Library):
    """A library that waits before it groups."""

    go_on: threading.Event

    def regroup(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Wait, then group."""
        assert self.go_on.wait(LIMIT)
        return super().regroup(stop)


def ungrouped(folder: Path) -> Config:
    """Return a library whose two articles were stored by a process that was killed before it grouped them."""
    config = Config(library=folder / "library", person="Ada")
    library = open_library(config)
    assert len(list(itertools.islice(library.add([str(write_story(folder / "texts"))]), 2))) == 2
    library.close()
    return config


@asynccontextmanager
async def grouping(folder: Path) -> AsyncIterator[tuple[Driver, threading.Event]]:
    """Lend a desk whose articles wait to be grouped."""
    config = ungrouped(folder)
    go_on = threading.Event()

    def opened() -> Library:
        library = open_library(config)
        library.__class__ = SlowToGroup
        assert isinstance(library, SlowToGroup)
        library.go_on = go_on
        return library

    app = Desk(opened)
    async with app.run_test(size=(120, 36)) as pilot:
        person = Driver(app, pilot)
        try:
            await person.until(lambda: app.desk.shown is not None)
            yield person, go_on
        finally:
            go_on.set()
            if app.desk.library is not None:
                app.desk.library.close()


async def test_articles_that_are_not_grouped_are_read_meanwhile(tmp_path: Path) -> None:
    async with grouping(tmp_path) as (person, go_on):
        assert "not yet in a story" in person.screen
        await person.pilot.press("1", "G")
        await person.until(lambda: person.desk.where is Where.ARTICLES and person.desk.shown is not None)
        assert person.desk.stories == []
        go_on.set()
        await person.until(lambda: len(person.desk.stories) == 1)
        await person.until(lambda: "not yet in a story" not in person.screen)


async def test_grouping_is_stopped_and_begun_again(tmp_path: Path) -> None:
    async with grouping(tmp_path) as (person, go_on):
        await person.until(lambda: person.desk.at_work is not None)
        await person.pilot.press("ctrl+c")
        go_on.set()
        await person.until(lambda: "stopped grouping: R goes on with it" in person.foot)
        assert person.desk.stories == []
        await person.press("R")
        await person.until(lambda: len(person.desk.stories) == 1)


async def test_what_is_not_indexed_is_indexed_before_anybody_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "IDLE", 0.01)
    async with driving(tmp_path) as person:
        await person.until(lambda: len(list((tmp_path / "index").glob("*"))) > 1)


async def test_the_line_leaves_room_for_the_key_that_stops_the_work(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(60, 16)) as person:
        person.desk.add_class("-working")
        person.desk.work.say("adding 1,234 of 10,000 · 210/s · 長い名前の記事\x1b[2J.txt")
        await person.settle()
        line = person.lines[-2]
        assert line.startswith(" adding 1,234 of 10,000 · 210/s · 長")
        assert line.rstrip().endswith("ctrl+c stops")
        assert "\x1b" not in line


class FirstBehind(FerryLibrary):
    """A library in which nothing is indexed yet when it is first searched for good."""

    asked = 0

    def search(self, query: str, *, limit: int = 50, as_typed: bool = False) -> SearchResults:
        """Find nothing the first time."""
        self.asked += not as_typed
        if self.asked < 2:
            return SearchResults(query, as_typed=as_typed, behind=True)
        return super().search(query, limit=limit, as_typed=as_typed)


async def test_what_was_searched_too_early_is_searched_again(tmp_path: Path) -> None:
    def opened() -> Library:
        library = open_ferry(tmp_path)
        library.__class__ = FirstBehind
        return library

    async with driving(tmp_path, open_library=opened) as person:
        await person.press("slash")
        await person.type("lifeboat")
        await person.until(lambda: "so far" in person.foot)
        await person.press("enter")
        await person.until(lambda: "hit 1 of 1 · 2 articles" in person.foot)
        await person.until(lambda: person.desk.where is Where.TEXT)
