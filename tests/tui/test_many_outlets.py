"""A story of more outlets than there is room for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.config import Config
from reader.tui.screens.matrix import Matrix
from reader.tui.widgets.outlet_marks import marks
from reader.wiring import open_library
from tests.tui.driving import driving

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library

OUTLETS = 15
TEXT = (
    "The ferry Halcyon sank off Carrow on Monday night with {dead} people on board, the coastguard said.\n\n"
    "Divers found the wreck of the Halcyon in forty metres of water near the Carrow lighthouse.\n\n"
    "The company had inspected the ferry Halcyon in March and found no fault with its engines."
)


def _library(folder: Path) -> Library:
    rows = [
        {
            "text": TEXT.format(dead=48 if number else 52),
            "title": "Ferry Halcyon sinks off Carrow",
            "outlet": f"{chr(65 + number)} Daily",
            "date": "2024-05-07",
            "url": f"https://{number}.example/ferry",
        }
        for number in range(OUTLETS)
    ]
    folder.mkdir(exist_ok=True)
    (folder / "ferry.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    library = open_library(Config(library=folder / "library", person="Ada"))
    assert [str(report.result) for report in library.add([str(folder / "ferry.jsonl")])] == ["added"] * OUTLETS
    return library


async def test_rows_keep_room_for_their_words_and_the_matrix_shows_all_outlets_by_keys(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(70, 24), open_library=lambda: _library(tmp_path)) as person:
        await person.press("4")
        await person.until_shown("Facts · 1≠")
        assert person.desk.opened is not None
        assert len(person.desk.opened.checklist.outlets) == OUTLETS
        assert "+7" in person.screen
        await person.press("m")
        assert "Facts × outlets 1–11 of 15 · h l" in person.screen
        first = set(person.lines[1].split())
        await person.press("j", "l")
        assert "Facts × outlets 5–15 of 15" in person.screen
        assert first | set(person.lines[1].split()) >= {outlet[0] for outlet in person.desk.opened.checklist.outlets}
        matrix = person.app.screen
        assert isinstance(matrix, Matrix)
        assert matrix.rows.cursor == 2
        await person.press("l", "h", "h")
        assert "Facts × outlets 1–11 of 15" in person.screen
        await person.pilot.resize_terminal(160, 24)
        await person.until(lambda: matrix.rows.border_title == "Facts × outlets")


def test_few_outlets_have_a_column_each() -> None:
    pieces = marks({"Ant": "A", "Bee": "B", "Cat": "C"}, {"Ant": "outlet", "Cat": "difference"})
    assert [(piece.text, *piece.looks) for piece in pieces] == [("A", "outlet"), ("·", "dim"), ("C", "difference")]


def test_of_many_outlets_those_that_tell_it_are_named_and_those_that_differ_first() -> None:
    letters = {f"outlet {letter}": letter for letter in "ABCDEFGHIJKL"}
    looks = dict.fromkeys(list(letters)[:10], "outlet") | {"outlet I": "difference"}
    pieces = marks(letters, looks)
    assert "".join(piece.text for piece in pieces) == "IABCDEFG+2"
    assert "".join(piece.text for piece in marks(letters, {"outlet C": "outlet"})) == "C"
