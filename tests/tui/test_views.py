"""The matrix, the help and the palette, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import CommandPalette

from reader.tui import palette
from reader.tui.screens.matrix import Matrix
from reader.tui.widgets.layers import Layer
from tests.tui.driving import driving
from tests.tui.ferry import span

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_matrix_says_who_tells_what_where(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("m")
        screen = person.screen
        assert "C The Carrow" in screen
        row = next(line for line in person.lines if "the ship was inspected" in line)
        assert row.count("≠ ¶4/5") == 2
        assert "·" in row
        assert "not found in the loaded text" in person.foot


async def test_enter_in_the_matrix_shows_the_evidence(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("m", "j", "enter")
        assert person.app.screen is person.desk
        assert person.desk.text.marked(Layer.EVIDENCE) == [
            span("courier", "The company had inspected the ship in March")
        ]
        assert person.desk.facts.cursor == 1


async def test_the_matrix_is_moved_in_and_left_by_keys_and_mouse(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(60, 16)) as person:
        await person.press("m")
        matrix = person.app.screen
        assert isinstance(matrix, Matrix)
        await person.press("G")
        assert matrix.rows.cursor == 5
        await person.press("k", "g", "space", "b")
        assert matrix.rows.cursor == 1
        await person.press("m")
        assert person.app.screen is person.desk
        await person.press("m")
        await person.pilot.click("#matrix", offset=(6, 4), times=2)
        await person.settle()
        assert person.app.screen is person.desk
        assert person.desk.card_of is not None


async def test_help_lists_the_keys_of_the_pane_first(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(120, 50)) as person:
        await person.press("4", "question_mark")
        screen = person.screen
        assert "Keys · facts" in screen
        assert screen.index("In the facts") < screen.index("Everywhere")
        assert "next fact that is not checked" in screen
        await person.press("j", "space", "b", "k", "escape")
        assert person.app.screen is person.desk


async def test_help_is_there_in_every_view(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("c", "question_mark")
        assert "Keys · compare" in person.screen
        await person.press("q", "c", "m", "question_mark")
        assert "Keys · matrix" in person.screen


async def test_an_action_is_chosen_in_the_palette(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("ctrl+p")
        await person.type("matrix")
        await person.until(lambda: "glance" in person.screen)
        await person.press("down", "enter")
        await person.until(lambda: isinstance(person.app.screen, Matrix))
        titles = [command.title for command in person.app.get_system_commands(person.app.screen)]
        assert "To the top · top" in titles
        await person.press("ctrl+p")
        assert isinstance(person.app.screen_stack[-1], CommandPalette)
        await person.press("escape", "m", "c")
        titles = [command.title for command in person.app.get_system_commands(person.app.screen)]
        assert "Scroll together, or each alone · apart" in titles
        assert "The next outlet into this column · outlet-next" in titles
        await person.press("ctrl+p")
        await person.type("one column fewer")
        await person.until(lambda: "this one goes" in person.screen)
        await person.press("down", "enter")
        await person.until(lambda: len(person.app.screen.query("TextView")) == 2)


async def test_a_theme_is_chosen_and_remembered(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        assert person.app.theme == "desk-dark"
        await person.press("ctrl+t")
        await person.type("desk-light")
        await person.press("down", "enter")
        await person.until(lambda: person.app.theme == "desk-light")
        await person.settle()
    async with driving(tmp_path) as person:
        assert person.app.theme == "desk-light"


async def test_the_theme_of_the_settings_is_used(tmp_path: Path) -> None:
    async with driving(tmp_path, theme="nord") as person:
        assert person.app.theme == "nord"
    async with driving(tmp_path, theme="no such theme") as person:
        assert person.app.theme == "desk-dark"


async def test_every_theme_can_paint_every_look(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter")
        for theme in person.app.available_themes:
            person.app.theme = theme
            await person.settle()
            assert "48 people were on board" in person.screen


async def test_the_desk_begins_in_its_own_colours(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        assert person.app.theme_variables["primary"] == palette.DARK.primary
        assert person.desk.styles.background.hex == palette.DARK.background
