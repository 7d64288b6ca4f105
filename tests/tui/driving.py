"""Driving the desk as a person would, and waiting for what the screen says, with a bound."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from reader.tui.app import Desk
from tests.tui.ferry import opener

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence
    from pathlib import Path

    from textual.message import Message
    from textual.pilot import Pilot

    from reader.library import Library
    from reader.model import Article
    from reader.tui.screens.desk import DeskScreen

LONGEST_WAIT = 30.0
ROUNDS = 4
NAMED = {" ": "space", "/": "slash", ".": "full_stop", "-": "minus", ":": "colon", '"': "quotation_mark"}


class Driver:
    """A person at the desk."""

    def __init__(self, app: Desk, pilot: Pilot[None]) -> None:
        """Sit down."""
        self.app = app
        self.pilot = pilot

    @property
    def desk(self) -> DeskScreen:
        """The main screen."""
        return self.app.desk

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and wait until the work that they started is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type words."""
        await self.pilot.press(*(NAMED.get(character, character) for character in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until no worker runs and no message waits."""
        await self._let_through()
        while not all(worker.is_finished for worker in self.app.workers):
            await self.until(lambda: all(worker.is_finished for worker in self.app.workers))
            await self._let_through()

    async def _let_through(self) -> None:
        """Let messages, and those that they lead to, be handled."""
        for _ in range(ROUNDS):
            await self.pilot.pause()

    async def drag(self, x: int, y: int, *, cells: int) -> None:
        """Select with the mouse: so many cells to the right of a place on the screen."""
        await self.pilot.mouse_down(offset=(x, y))
        await self.pilot.hover(offset=(x + cells, y))
        await self.pilot.mouse_up(offset=(x + cells, y))

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true; fail when that takes too long."""
        end = time.monotonic() + LONGEST_WAIT
        while not true():
            assert time.monotonic() < end, f"the screen never got there; it says:\n{self.screen}"
            await self.pilot.pause(0.01)

    async def until_shown(self, text: str) -> None:
        """Wait until some words are on the screen."""
        await self.until(lambda: text in self.screen)
        await self.settle()

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, as words."""
        return ["".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def screen(self) -> str:
        """The whole screen, as words."""
        return "\n".join(self.lines)

    @property
    def card(self) -> str:
        """The words of the card under the text, without its line breaks."""
        card = self.desk.card
        lines = ("".join(piece.text for piece in card.paint(line, card.view_width)) for line in range(card.line_count))
        return " ".join(" ".join(lines).split()) if card.display else ""

    @property
    def foot(self) -> str:
        """The last line."""
        return self.lines[-1]


@asynccontextmanager
async def driving(
    folder: Path,
    *,
    size: tuple[int, int] = (120, 36),
    keys: Mapping[str, str] | None = None,
    articles: Sequence[Article] = (),
    open_library: Callable[[], Library] | None = None,
    theme: str = "",
    heard: Callable[[Message], None] | None = None,
) -> AsyncIterator[Driver]:
    """Open the desk on the story of the ferry (or another library) in a folder, and close it afterwards.

    ``heard`` gets every message that is handled.
    """
    app = Desk(open_library or opener(folder, articles=articles), keys, theme)
    async with app.run_test(size=size, message_hook=heard) as pilot:
        driver = Driver(app, pilot)
        await driver.until(lambda: app.desk.shown is not None or app.desk.status.trouble)
        await driver.settle()
        yield driver
        if app.desk.library is not None:
            app.desk.library.close()
