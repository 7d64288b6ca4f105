"""Asking the feeds and adding what is pasted, by keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import events

from reader.config import Config
from reader.tui import clipboard
from reader.wiring import open_library
from tests.ingest.conftest import Misbehaving, answer, server
from tests.ingest.pages import BODY, item, rss
from tests.library.examples import write_story
from tests.tui.driving import driving

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from reader.library import Library

__all__ = ["server"]

WHOLE = "<p>" + "</p><p>".join(BODY * 4) + "</p>"
PASTED = "Whale seen\n\nA whale was seen off Carrow on Monday, fishermen said.\n"


def feed(*items: str) -> bytes:
    return answer(rss(*items), kind="application/xml")


def test_the_clipboard_is_read_by_the_first_program_that_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, words, code in (("wl-paste", "", 1), ("xclip", "", 0), ("xsel", "“so”", 0)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nprintf '%s' '{words}'\nexit {code}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert clipboard.paste({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}) == "“so”"
    assert clipboard.paste({"WAYLAND_DISPLAY": "w"}) is None


async def test_what_the_terminal_pastes_is_added(tmp_path: Path) -> None:
    async with driving(tmp_path / "library") as person:
        person.desk.post_message(events.Paste(PASTED))
        await person.until(lambda: "1 added" in person.foot)
        await person.until(lambda: len(person.desk.headers) == 4)
        assert "Whale seen" in [head.title for head in person.desk.headers.values()]


async def test_what_the_clipboard_has_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "xclip"
    program.write_text(f"#!/bin/sh\ncat <<END\n{PASTED}END\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with driving(tmp_path / "library") as person:
        await person.press("P")
        await person.until(lambda: "1 added" in person.foot)
        program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        monkeypatch.delenv("TMUX", raising=False)
        await person.press("P")
        await person.until(lambda: "nothing on the clipboard" in person.foot)


async def test_a_pasted_list_of_files_and_addresses_is_not_a_text(tmp_path: Path) -> None:
    new = tmp_path / "a whale.txt"
    new.write_text(PASTED, encoding="utf-8")
    async with driving(tmp_path / "library") as person:
        person.desk.post_message(events.Paste(f"'{new}'\nhttp://127.0.0.1:9/whale\n"))
        await person.until(lambda: "1 added" in person.foot)
        assert "1 refused" in person.foot


async def test_what_is_pasted_into_a_line_of_text_stays_there(tmp_path: Path) -> None:
    async with driving(tmp_path / "library") as person:
        await person.press("a")
        person.app.post_message(events.Paste("whale.txt"))
        await person.until_shown("whale.txt")
        assert len(person.desk.headers) == 3


async def test_r_asks_the_feeds_and_lists_what_is_new(tmp_path: Path, server: Misbehaving) -> None:
    entries = [
        item("Norvale shuts ferry pier", link="https://bee.example/pier", text=WHOLE),
        item(
            "Bees in the town hall",
            link="https://bee.example/bees",
            text=f"<p>{'Bees filled the town hall. ' * 30}</p>",
        ),
    ]
    url = server.at("/feed.xml", feed(entries[0]), feed(*entries), answer(status="410 Gone"))

    def opened() -> Library:
        library = open_library(Config(tmp_path / "library", "Ada"), allow_local=True)
        list(library.add([url]))
        return library

    async with driving(tmp_path, open_library=opened) as person:
        assert len(person.desk.headers) == 1
        await person.press("R")
        await person.until(lambda: "asked 1 feed: 1 new" in person.foot)
        await person.until(lambda: len(person.desk.headers) == 2)
        await person.press("R")
        await person.until(lambda: "1 refused" in person.foot)
        assert person.desk.status.trouble


async def test_r_without_feeds_reads_the_library_anew(tmp_path: Path) -> None:
    def opened() -> Library:
        library = open_library(Config(tmp_path / "library", "Ada"))
        list(library.add([str(write_story(tmp_path / "texts"))]))
        return library

    async with driving(tmp_path, open_library=opened) as person:
        await person.press("R")
        await person.until(lambda: "no feed is to be asked" in person.foot)


async def test_the_desk_does_not_read_its_own_keys_as_an_article(tmp_path: Path) -> None:
    from reader.tui import _open  # noqa: PLC0415 - the desk's own way to open a library

    library = _open(Config(tmp_path / "library", "Ada"))
    (report,) = library.add(["-"])
    assert (report.input, report.reason) == ("standard input", "nothing came in")
    library.close()
