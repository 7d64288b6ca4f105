"""Opening, moving and showing, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model import Span
from reader.tui.actions import Where
from reader.tui.widgets.layers import Layer
from tests.tui.driving import driving
from tests.tui.ferry import TEXTS, span

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_four_panes_show_the_story(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        screen = person.screen
        assert "The Carrow Courier" in screen
        assert "Island Post" in screen
        assert "The ferry Saint Brendan ran aground" in screen
        assert "Maeve Doran" in screen
        assert "≠   48 people were on board" in screen
        assert "Facts · 2≠ 1= 2×1" in screen
        assert "0 of 5 checked" in screen
        assert "/ search" in person.foot


async def test_an_outlet_that_was_guessed_is_marked_as_a_guess(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        assert "Northern Wire?" in person.screen


async def test_a_first_start_reads_the_seed_articles_by_itself(tmp_path: Path) -> None:
    from reader.config import Config  # noqa: PLC0415 - only this test opens a library from settings
    from reader.wiring import open_library  # noqa: PLC0415 - the same

    async with driving(tmp_path, open_library=lambda: open_library(Config(tmp_path / "new", "Ada"))) as person:
        assert "The Hill" in person.screen
        assert "Fox News" in person.screen


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 16)])
async def test_a_first_start_says_in_one_whole_line_where_to_begin(tmp_path: Path, size: tuple[int, int]) -> None:
    from reader.config import Config  # noqa: PLC0415 - only this test opens a library from settings
    from reader.wiring import open_library  # noqa: PLC0415 - the same

    new = Config(tmp_path / "new", "Ada")
    async with driving(tmp_path, size=size, open_library=lambda: open_library(new)) as person:
        assert "Welcome" in person.foot
        assert person.desk.status.text in person.foot


async def test_a_library_that_cannot_be_opened_is_told_in_one_line(tmp_path: Path) -> None:
    from reader.config import Config  # noqa: PLC0415 - only this test opens a library from settings
    from reader.wiring import open_library  # noqa: PLC0415 - the same

    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    async with driving(tmp_path, open_library=lambda: open_library(Config(tmp_path / "file", "Ada"))) as person:
        assert str(tmp_path / "file")[:20] in person.foot
        await person.press("j", "slash", "escape", "f", "u", "R", "m", "c")
        assert person.app.is_running


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        (("tab",), Where.TEXT),
        (("tab", "tab"), Where.QUOTATIONS),
        (("shift+tab",), Where.FACTS),
        (("4", "2"), Where.TEXT),
        (("3",), Where.QUOTATIONS),
        (("4", "1"), Where.ARTICLES),
    ],
)
async def test_tab_and_numbers_go_to_panes(tmp_path: Path, keys: tuple[str, ...], where: Where) -> None:
    async with driving(tmp_path) as person:
        await person.press(*keys)
        assert person.desk.where is where


async def test_moving_in_the_list_shows_the_article(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("j")
        await person.until(lambda: person.desk.shown == "post")
        await person.press("k")
        await person.until(lambda: person.desk.shown == "courier")


async def test_the_next_article_is_shown_from_any_pane(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "J")
        assert person.desk.shown == "post"
        await person.press("J", "J")
        assert person.desk.shown == "wire"
        await person.press("K")
        assert person.desk.shown == "post"
        assert person.desk.where is Where.FACTS


async def test_lines_and_pages_move_the_cursor_of_the_text(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 12)) as person:
        text = person.desk.text
        await person.press("2", "j", "j")
        down = text.cursor
        assert down > 0
        await person.press("k")
        assert text.cursor < down
        await person.press("G")
        assert text.scroll_y == text.max_scroll_y
        end = text.cursor
        await person.press("ctrl+u")
        assert text.cursor < end
        await person.press("g")
        assert (text.cursor, text.scroll_y) == (0, 0)
        await person.press("space")
        page = text.cursor
        await person.press("g", "ctrl+d")
        assert 0 < text.cursor < page
        await person.press("b")
        assert text.cursor == 0


async def test_lists_move_by_pages_and_to_their_ends(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "G")
        assert person.desk.facts.cursor == 4
        await person.press("g")
        assert person.desk.facts.cursor == 0
        await person.press("space")
        assert person.desk.facts.cursor == 4


async def test_the_cursor_stands_on_a_sentence(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "l", "l")
        sentence = person.desk.text.sentence
        assert sentence is not None
        assert sentence.of(TEXTS["courier"]) == "Nobody was seriously hurt."
        assert person.desk.text.marked(Layer.SENTENCE) == [sentence]
        await person.press("h")
        sentence = person.desk.text.sentence
        assert sentence is not None
        assert sentence.of(TEXTS["courier"]).startswith("All passengers")


async def test_brackets_go_from_quotation_to_quotation(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "right_square_bracket")
        assert person.desk.text.cursor == span("courier", "The sea was calm").start
        await person.press("right_square_bracket")
        assert person.desk.text.cursor == span("courier", "I can’t").start
        await person.press("left_square_bracket")
        assert person.desk.text.cursor == span("courier", "The sea was calm").start
        await person.press("3", "right_square_bracket")
        assert person.desk.quotations.cursor == 1


async def test_enter_on_a_fact_walks_through_the_outlets(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter")
        assert person.desk.shown == "courier"
        assert person.desk.text.marked(Layer.EVIDENCE) == [span("courier", "with 48 people on board")]
        assert person.desk.text.marked(Layer.DIFFERENCE) == [span("courier", "48 people")]
        assert "≠ number: figures differ: 48 people / around 50 people" in person.card
        assert "▸C The Carrow Courier" in person.card
        assert "Northern Wire not found in the loaded text" in person.card
        await person.press("enter")
        assert person.desk.shown == "post"
        assert person.desk.text.marked(Layer.DIFFERENCE) == [span("post", "around 50 people")]
        assert person.desk.where is Where.FACTS
        await person.press("enter")
        assert person.desk.shown == "courier"


async def test_enter_in_the_text_goes_on_with_the_fact_that_is_open(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter", "2", "enter")
        assert person.desk.shown == "post"


async def test_escape_closes_the_card(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter")
        assert person.card
        await person.press("escape")
        assert not person.card
        assert person.desk.text.marked(Layer.EVIDENCE) == []


async def test_braces_go_from_fact_to_fact_from_any_pane(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "right_curly_bracket")
        assert person.desk.facts.cursor == 1
        assert person.desk.text.marked(Layer.EVIDENCE)
        await person.press("left_curly_bracket")
        assert person.desk.facts.cursor == 0


async def test_a_quotation_is_shown_as_every_outlet_printed_it(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("3", "enter")
        assert person.desk.shown == "courier"
        assert "Quotation · Maeve Doran" in person.screen
        screen = person.card
        assert "Captain Maeve Doran said" in screen
        assert "The sea was calm and the light was good," in screen
        assert "≈ the words differ" in screen
        await person.press("enter", "enter")
        assert person.desk.shown == "post"
        await person.press("enter")
        assert person.desk.shown == "wire"


async def test_removed_passages_are_shown_struck_out_and_the_place_is_kept(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "x")
        assert "READ MORE: TEN ISLANDS TO SEE" in person.screen
        assert "1 removed" in person.foot
        await person.press("right_square_bracket")
        assert person.desk.text.cursor == span("courier", "The sea was calm").start
        await person.press("x")
        assert "TEN ISLANDS" not in person.screen


async def test_paragraphs_are_numbered_on_a_key(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "number_sign")
        assert any(" 2 " in line and "All passengers" in line for line in person.lines)
        assert person.desk.text.paragraphs == 5


async def test_one_pane_alone_and_back(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "z")
        assert person.desk.facts.size.width > 110
        assert not person.desk.articles.region
        await person.press("z")
        assert person.desk.articles.region


async def test_sizes_of_panes_are_changed_by_keys_and_remembered(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        before = person.desk.articles.outer_size.width
        await person.press("greater_than_sign", "greater_than_sign", "3", "plus")
        assert person.desk.articles.outer_size.width == before + 4
        high = person.desk.quotations.outer_size.height
    async with driving(tmp_path) as person:
        assert person.desk.articles.outer_size.width == before + 4
        assert person.desk.quotations.outer_size.height == high


async def test_the_place_in_the_text_is_there_again_after_a_restart(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 12)) as person:
        await person.press("J", "2", "G")
        top = person.desk.text.top
        assert top > 0
        await person.press("q")
    async with driving(tmp_path, size=(80, 12)) as person:
        assert person.desk.shown == "post"
        assert person.desk.text.top == top


async def test_a_refresh_leaves_the_text_where_it_is(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 12)) as person:
        await person.press("2", "G")
        top = person.desk.text.top
        await person.press("R")
        assert person.desk.text.top == top
        assert person.desk.text.marked(Layer.QUOTATION)


async def test_resizing_keeps_what_was_jumped_to_visible(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(120, 20)) as person:
        await person.press("4", "j", "enter")
        for size in ((80, 24), (60, 16), (200, 50), (40, 12), (120, 20)):
            await person.pilot.resize_terminal(*size)
            await person.settle()
        await person.until(lambda: "inspected the ship in March" in " ".join(person.screen.split()))


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 10), (20, 6)])
async def test_every_size_can_be_worked_in(tmp_path: Path, size: tuple[int, int]) -> None:
    async with driving(tmp_path, size=size) as person:
        await person.press("4", "j", "enter", "2", "1", "3", "4")
        assert person.desk.where is Where.FACTS
        if size[0] >= 40:
            assert "≠" in person.screen


async def test_the_list_is_a_drawer_on_a_middling_screen(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        assert person.desk.where is Where.TEXT
        assert "Island Post" not in person.screen
        await person.press("1")
        assert "Island Post" in person.screen
        await person.press("2")
        assert "Island Post" not in person.screen


async def test_tabs_are_clicked_on_a_narrow_screen(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(60, 16)) as person:
        assert "4 Facts" in person.lines[0]
        await person.pilot.click("#tabs", offset=(person.lines[0].index("Facts"), 0))
        await person.settle()
        assert person.desk.where is Where.FACTS


async def test_the_mouse_moves_and_opens(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        facts = person.desk.facts
        await person.pilot.click("#facts", offset=(5, 1 + facts.lines_of(1)[-1]))
        await person.settle()
        assert facts.cursor == 1
        await person.pilot.click("#facts", offset=(5, 1 + facts.lines_of(2)[0]), times=2)
        await person.settle()
        assert person.desk.text.marked(Layer.EVIDENCE) == [
            Span(0, len("The ferry Saint Brendan ran aground off Carrow Head late on Tuesday"))
        ]
        await person.pilot.click("#text", offset=(10, 1))
        await person.settle()
        assert person.desk.where is Where.TEXT


async def test_enter_in_the_text_opens_the_fact_that_the_sentence_tells_and_then_the_next_outlet(
    tmp_path: Path,
) -> None:
    async with driving(tmp_path) as person:
        await person.press("J", "2", *"lll", "enter")
        assert "dates differ: March / May" in person.card
        assert person.desk.shown == "post"
        assert person.desk.text.marked(Layer.EVIDENCE) == [span("post", "The ship had last been inspected in May")]
        await person.press("enter")
        assert person.desk.shown == "courier"


async def test_enter_on_a_sentence_of_no_fact_opens_its_quotation_or_says_that_there_is_none(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "right_square_bracket", "enter")
        assert "Quotation · Maeve Doran" in person.screen
        await person.press("escape", "G", "enter")
        assert "no fact and no quotation" in person.foot
        assert not person.card


async def test_enter_on_a_story_reads_its_first_article(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("J", "1", "g", "enter")
        assert person.desk.shown == "courier"
        assert person.desk.where is Where.TEXT


async def test_the_next_quotation_is_gone_to_in_the_text_from_other_panes_too(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(60, 16)) as person:
        await person.press("1", "right_square_bracket")
        assert person.desk.where is Where.TEXT
        assert "quotation 1 of 2" in person.foot
        await person.press("right_square_bracket", "right_square_bracket")
        assert "no further quotation after this" in person.foot
