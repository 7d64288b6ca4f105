"""Rows that take a second line: what stands where, how keys and the mouse move on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import Row
from reader.tui.widgets.tall_list import TallList
from tests.tui.driving import driving

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

SENTENCE = "The ferry Margit ran onto rocks off the northern island late on Saturday night"


class _Alone(App[None]):
    """A tall list and nothing else."""

    CSS = "TallList { overflow-y: scroll; scrollbar-size-vertical: 1; overflow-x: hidden; }"

    def compose(self) -> ComposeResult:
        yield TallList(empty="nothing")

    @property
    def tall(self) -> TallList:
        return self.query_one(TallList)

    @property
    def lines(self) -> list[str]:
        """What is painted on each line."""
        rows = self.tall
        return ["".join(p.text for p in rows.paint(line, rows.view_width)) for line in range(rows.line_count)]


def _row(key: str, words: str, *, value: object = 1, roomy: str = "", right: str = "NF") -> Row:
    return Row(key, (Piece("= "), Piece(words)), (Piece(right),), value, (Piece(f"{roomy} "),) if roomy else ())


async def test_words_without_room_go_on_in_a_second_line_with_what_is_roomy_at_its_right() -> None:
    app = _Alone()
    async with app.run_test(size=(50, 20)):
        app.tall.show([_row("a", SENTENCE, roomy="date 2⊙2"), _row("b", "Short")])
        assert [line.rstrip() for line in app.lines] == [
            "▌= The ferry Margit ran onto rocks off the     NF",
            "▌  northern island late on Saturday nig… date 2⊙2",
            " = Short                                       NF",
        ]


@pytest.mark.parametrize("width", [24, 31, 40, 58, 80, 120])
async def test_every_line_is_of_one_row_and_fits(width: int) -> None:
    app = _Alone()
    async with app.run_test(size=(width, 20)):
        words = ["", "word", SENTENCE, "船が岩に乗り上げた。" * 9, "a" * 300, f"{SENTENCE} {SENTENCE}"]
        app.tall.show(
            [_row(f"{place}", one, roomy="hedge +2 3⊙1") for place, one in enumerate(words)]
            + [_row("head", SENTENCE, value=None)]
        )
        lines = [line for place in range(len(app.tall.rows)) for line in app.tall.lines_of(place)]
        assert lines == list(range(app.tall.line_count))
        assert all(line in app.tall.lines_of(app.tall.place_at(line)) for line in lines)
        assert len(app.tall.lines_of(len(words))) == 1
        strips = [app.tall.render_line(line) for line in range(app.tall.line_count)]
        assert {strip.cell_length for strip in strips} == {app.tall.view_width}
        assert app.tall.place_at(app.tall.line_count) == len(app.tall.rows)


async def test_a_low_list_and_an_empty_one_keep_to_single_lines() -> None:
    app = _Alone()
    async with app.run_test(size=(50, 7)):
        assert app.lines[0].strip() == "nothing"
        app.tall.show([_row("a", SENTENCE), _row("b", SENTENCE)])
        assert app.tall.line_count == 2
        assert "…" in app.lines[0]


async def test_keys_and_the_mouse_move_by_rows(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("4")
        facts = person.desk.facts
        assert len(facts.lines_of(0)) == 2
        await person.press("j")
        assert facts.cursor == 1
        await person.pilot.click("#facts", offset=(6, 1 + facts.lines_of(0)[1]))
        assert facts.cursor == 0
        await person.press("G")
        assert facts.cursor == len(facts.rows) - 1
        visible = range(round(facts.scroll_y), round(facts.scroll_y) + facts.view_height)
        assert all(line in visible for line in facts.lines_of(facts.cursor))
        assert 2 <= facts.page < facts.view_height
