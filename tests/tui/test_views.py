"""The comparison, the matrix, the help and the palette, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui import palette
from reader.tui.actions import ACTIONS, Where
from reader.tui.screens.compare import Compare
from reader.tui.screens.matrix import Matrix
from reader.tui.widgets.layers import Layer
from tests.tui.driving import Driver, driving
from tests.tui.ferry import article, span

if TYPE_CHECKING:
    from pathlib import Path


def _comparison(person: Driver) -> Compare:
    screen = person.app.screen
    assert isinstance(screen, Compare)
    return screen


async def test_three_outlets_stand_side_by_side_on_a_wide_screen(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("c")
        assert [column.border_title for column in _comparison(person).columns] == [
            "C · The Carrow Courier",
            "I · Island Post",
            "N · Northern Wire",
        ]


async def test_two_outlets_stand_side_by_side_on_a_narrow_screen(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("J", "J", "c")
        assert [column.article.id for column in _comparison(person).columns if column.article] == ["courier", "wire"]


async def test_differing_words_are_marked_and_linked_at_one_height(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "j", "c")
        courier, post, _ = _comparison(person).columns
        assert courier.marked(Layer.DIFFERENCE) == [span("courier", "48 people"), span("courier", "March")]
        assert courier.marked(Layer.EVIDENCE) == [span("courier", "The company had inspected the ship in March")]
        assert post.marked(Layer.EVIDENCE) == [span("post", "The ship had last been inspected in May")]
        assert "dates differ: March / May" in person.foot


async def test_what_only_one_outlet_has_stands_out(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("c")
        _, post, wire = _comparison(person).columns
        assert post.marked(Layer.ONLY) == [
            span("post", "The union has warned for years that crews work shifts of 14 hours.")
        ]
        assert wire.border_subtitle == "1 only here +"
        assert "+ The union" in person.screen


async def test_braces_go_from_linked_fact_to_linked_fact(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("c", "right_curly_bracket")
        first = person.foot
        await person.press("right_curly_bracket")
        assert person.foot != first
        await person.press("left_curly_bracket")
        assert person.foot == first


async def test_columns_scroll_together_or_apart(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 12)) as person:
        await person.press("c", "g", "j", "j")
        one, other = _comparison(person).columns
        assert (one.scroll_y, other.scroll_y) == (2, 2)
        await person.press("s", "tab", "j")
        assert (one.scroll_y, other.scroll_y) == (2, 3)
        assert "apart" in person.foot
        await person.press("s", "G")
        assert (one.scroll_y, other.scroll_y) == (one.max_scroll_y, other.max_scroll_y)
        await person.press("b", "shift+tab")
        assert one.has_focus
        assert one.scroll_y < one.max_scroll_y


async def test_enter_in_the_comparison_reads_on_there(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "c", "tab", "enter")
        assert person.desk.shown == "post"
        assert person.desk.text.cursor == span("post", "A ferry carrying").start
        assert person.desk.where is Where.TEXT


async def test_c_or_escape_leaves_the_comparison(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        for key in ("c", "escape", "q"):
            await person.press("c", key)
            assert person.app.screen is person.desk


async def test_one_outlet_alone_cannot_be_compared(tmp_path: Path) -> None:
    import dataclasses  # noqa: PLC0415 - only this test makes an article of its own

    alone = dataclasses.replace(article("wire"), id="alone", text="A walrus was seen.", title="Walrus")
    async with driving(tmp_path, articles=[alone]) as person:
        await person.press("G")
        await person.until(lambda: person.desk.shown == "alone")
        await person.press("c")
        assert "only one outlet" in person.foot


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


async def test_every_action_of_the_desk_is_in_the_palette(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        titles = {command.title.casefold() for command in person.app.get_system_commands(person.app.screen)}
        wanted = {
            action.says.casefold() for action in ACTIONS if Where.FACTS in action.where or Where.TEXT in action.where
        }
        assert wanted - titles == {"every action by name"}


async def test_an_action_is_chosen_in_the_palette(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("ctrl+p")
        await person.type("at a glance")
        await person.until(lambda: "glance" in person.screen)
        await person.press("down", "enter")
        await person.until(lambda: isinstance(person.app.screen, Matrix))
        titles = [command.title for command in person.app.get_system_commands(person.app.screen)]
        assert "To the top" in titles
        await person.press("m", "c")
        titles = [command.title for command in person.app.get_system_commands(person.app.screen)]
        assert "Scroll together, or each alone" in titles


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
