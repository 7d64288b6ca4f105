"""Adding, exporting, copying, following links, by keys."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from reader.tui import clipboard
from tests.tui.driving import driving

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_files_are_added_and_listed(tmp_path: Path) -> None:
    new = tmp_path / "whale.txt"
    new.write_text("Whale seen\n\nA whale was seen off Carrow on Monday, fishermen said.\n", encoding="utf-8")
    async with driving(tmp_path / "library") as person:
        await person.press("a")
        await person.type(f'"{new}" {tmp_path / "missing.txt"}')
        await person.press("enter")
        await person.until(lambda: "1 added" in person.foot)
        await person.until(lambda: len(person.desk.headers) == 4)
        assert "1 refused" in person.foot
        assert person.desk.status.trouble


async def test_nothing_typed_adds_nothing(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("a", "enter")
        assert len(person.desk.headers) == 3


async def test_a_story_is_written_to_a_file_but_never_over_one(tmp_path: Path) -> None:
    target = tmp_path / "story.json"
    async with driving(tmp_path / "library") as person:
        for said in ("written to", "exist"):
            await person.press("e")
            await person.pilot.press(*["backspace"] * len("story.md"))
            await person.type(str(target))
            await person.press("enter")
            await person.until(lambda said=said: said in person.foot)  # type: ignore[misc]
    assert "48 people were on board" in json.dumps(json.loads(target.read_text(encoding="utf-8")))


async def test_an_ending_without_a_format_is_refused(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("e")
        await person.type("x")
        await person.press("enter")
        assert "the ending says the format" in person.foot


async def test_a_fact_is_copied_with_its_citation(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "y")
        await person.until(lambda: "copied" in person.foot)
        assert person.app.clipboard == (
            "“with 48 people on board”\n— The Carrow Courier, “Ferry runs aground off Carrow Head”, 14 May 2024, "
            "https://courier.example/ferry"
        )


async def test_words_selected_with_the_mouse_are_copied(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        line = next(y for y, line in enumerate(person.lines) if "The ferry Saint" in line)
        x = person.lines[line].index("ferry")
        await person.drag(x, line, cells=5)
        await person.settle()
        await person.press("y")
        assert person.app.clipboard.startswith("“ferry")


async def test_nothing_to_copy_copies_nothing_and_says_so(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("g", "k", "y")
        person.desk.articles.cursor = 0
        await person.press("y")
        assert "nothing here to copy" in person.foot


async def test_words_selected_in_one_outlet_are_not_cited_as_another_s(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter", "enter")
        assert person.desk.shown == "post"
        line = next(y for y, line in enumerate(person.lines) if "Lifeboats brought" in line)
        x = person.lines[line].index("Lifeboats brought")
        await person.drag(x, line, cells=9)
        await person.press("y")
        assert person.app.clipboard.startswith("“Lifeboats”\n— Island Post, ")


async def test_the_citation_of_an_article_in_the_list_is_copied(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("j", "y")
        assert person.app.clipboard == "Island Post, “Lifeboats save everyone from stranded ferry”, 14 May 2024"


async def test_of_an_open_fact_the_words_that_are_shown_are_copied(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter", "enter", "y")
        assert person.app.clipboard.startswith("“A ferry carrying around 50 people”\n— Island Post, ")


async def test_the_link_of_an_article_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    async with driving(tmp_path) as person:
        monkeypatch.setattr(person.app, "open_url", opened.append)
        await person.press("o")
        assert opened == ["https://courier.example/ferry"]
        await person.press("J", "o")
        assert len(opened) == 1
        assert "without an address" in person.foot


def _program(folder: Path, name: str, exit_code: int) -> None:
    program = folder / name
    program.write_text(f'#!/bin/sh\ncat > "{folder}/{name}.out"\nexit {exit_code}\n', encoding="utf-8")
    program.chmod(0o755)


def test_a_program_of_the_system_takes_what_the_terminal_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, "wl-copy", 1)
    _program(tmp_path, "xclip", 0)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    environment = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert clipboard.copy("“so”", environment)
    assert (tmp_path / "xclip.out").read_text(encoding="utf-8") == "“so”"


def test_without_such_a_program_the_terminal_alone_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert clipboard.copiers({"DISPLAY": ":0"}) == []
    assert not clipboard.copy("so", {"DISPLAY": ":0"})
