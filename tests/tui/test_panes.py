"""What the panes and the foot do with the room they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import Driver, driving

if TYPE_CHECKING:
    from pathlib import Path


async def test_what_was_said_gives_way_to_the_hints_with_the_next_key_but_trouble_stays(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("K")
        assert "that is the first article" in person.foot
        await person.press("4")
        assert "that is" not in person.foot
        person.desk.status.tell("no such file", trouble=True)
        await person.press("j")
        assert "no such file" in person.foot
        await person.press("escape")
        assert "no such file" not in person.foot


async def test_paragraphs_keep_their_numbers_when_what_was_removed_is_shown(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "number_sign", "x")
        assert person.desk.text.paragraphs == 5
        assert any(line.startswith("│  3 ") and "“The sea was calm" in line for line in _text_lines(person))
        assert not any(" 4 " in line and "READ MORE" in line for line in person.lines)


def _text_lines(person: Driver) -> list[str]:
    start = person.lines[0].index("╭─ Text")
    return [line[start:] for line in person.lines]


async def test_columns_are_made_as_narrow_and_wide_as_is_said_and_the_text_keeps_its_room(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(120, 24)) as person:
        widths = []
        for _ in range(8):
            await person.press("less_than_sign")
            widths.append(person.desk.articles.outer_size.width)
        assert widths == [26, 24, 22, 20, 18, 18, 18, 18]
        assert "no further" in person.foot
        await person.press("3", *["greater_than_sign"] * 25)
        wide = person.desk.quotations.outer_size.width
        assert person.desk.text.outer_size.width >= 30
        await person.pilot.resize_terminal(82, 24)
        await person.settle()
        assert person.desk.text.outer_size.width >= 30
        await person.pilot.resize_terminal(120, 24)
        await person.settle()
        assert person.desk.quotations.outer_size.width == wide


async def test_a_pane_that_cannot_grow_says_so(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("plus")
        assert "only the quotations and the facts" in person.foot
        await person.press("z", "greater_than_sign")
        assert "all the room there is" in person.foot
