"""The comparison, by keys: which outlets stand side by side, what is marked in them, and how they scroll."""

from __future__ import annotations

import dataclasses
from contextlib import closing
from typing import TYPE_CHECKING

from reader.model import ItemRelation
from reader.tui.actions import Where
from reader.tui.opened import open_story
from reader.tui.screens.compare import Compare
from reader.tui.side_by_side import SideBySide
from reader.tui.widgets.layers import Layer
from tests.tui.driving import Driver, driving
from tests.tui.ferry import STORY, article, items, open_ferry, span

if TYPE_CHECKING:
    from pathlib import Path


LINKED = 3
"""The line of the screen on which linked words begin when it has 12."""


def _comparison(person: Driver) -> Compare:
    screen = person.app.screen
    assert isinstance(screen, Compare)
    return screen


def _shown(person: Driver) -> list[str]:
    return [column.article.id for column in _comparison(person).columns if column.article]


def _first_bar(person: Driver, column: int) -> int:
    """Return the first line that is marked as linked in a column of the screen."""
    return next((place for place, line in enumerate(person.lines) if line[column : column + 1] == "┃"), -1)


async def test_three_outlets_stand_side_by_side_on_a_wide_screen(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("c")
        assert [column.border_title for column in _comparison(person).columns] == [
            "C · The Carrow Courier · 1 of 3",
            "I · Island Post · 2 of 3",
            "N · Northern Wire · 3 of 3",
        ]


async def test_two_outlets_stand_side_by_side_on_a_narrow_screen(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("J", "J", "c")
        assert _shown(person) == ["courier", "wire"]


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
        assert wire.border_subtitle == "+ 1 only here"
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
    alone = dataclasses.replace(article("wire"), id="alone", text="A walrus was seen.", title="Walrus")
    async with driving(tmp_path, articles=[alone]) as person:
        await person.press("G")
        await person.until(lambda: person.desk.shown == "alone")
        await person.press("c")
        assert "only one outlet" in person.foot


async def test_another_outlet_is_put_into_the_column_that_has_the_keys(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("c", "tab", "J")
        assert _shown(person) == ["courier", "wire"]
        assert "Northern Wire · 3 of 3" in person.screen
        await person.press("J")
        assert _shown(person) == ["courier", "post"]
        await person.press("shift+tab", "K")
        assert _shown(person) == ["wire", "post"]


async def test_outlets_go_round_in_the_order_of_the_story(tmp_path: Path) -> None:
    fourth = dataclasses.replace(article("wire"), id="fourth", outlet="Fourth", text="A fourth text.", title="Fourth")
    async with driving(tmp_path, size=(80, 24), articles=[fourth]) as person:
        opened = person.desk.opened
        assert opened is not None
        assert person.desk.library is not None
        articles = {**opened.articles, "fourth": fourth}
        analyses = {**opened.analyses, "fourth": person.desk.library.analysis("fourth")}
        person.desk.opened = dataclasses.replace(opened, articles=articles, analyses=analyses)
        await person.press("c", "J")
        seen = [_shown(person)[0]]
        for _ in range(2):
            await person.press("J")
            seen += _shown(person)[:1]
        assert seen == ["wire", "fourth", "courier"]
        await person.press("K")
        assert _shown(person) == ["fourth", "post"]


async def test_when_all_articles_are_shown_the_keys_say_so(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        for key in ("J", "K", "plus"):
            await person.press("c", key)
            assert "all 3 articles of this story are shown already" in person.foot
            await person.press("escape")
        opened = person.desk.opened
        assert opened is not None
        two = {name: opened.articles[name] for name in ("courier", "post")}
        person.desk.opened = dataclasses.replace(opened, articles=two)
        await person.press("c", "J")
        assert "both articles of this story are shown already" in person.foot
        assert _shown(person) == ["courier", "post"]


async def test_what_is_marked_follows_the_outlets_that_are_shown(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("4", "c")
        courier, other = _comparison(person).columns
        assert courier.marked(Layer.DIFFERENCE) == [span("courier", "48 people"), span("courier", "March")]
        assert courier.border_subtitle == "+ 0 only here"
        assert "≠ fact 2 of 3" in person.foot
        await person.press("tab", "J")
        assert courier.marked(Layer.DIFFERENCE) == []
        assert courier.border_subtitle == "+ 2 only here"
        assert other.border_subtitle == "+ 1 only here"
        assert "these articles share 1 fact, but not this one" in person.foot
        await person.press("right_curly_bracket")
        assert "= fact 1 of 1" in person.foot
        await person.press("J")
        assert courier.marked(Layer.DIFFERENCE) == [span("courier", "48 people"), span("courier", "March")]


async def test_another_outlet_comes_at_the_linked_fact_and_the_others_stay_in_place(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 12)) as person:
        await person.press("4", "j", "c", "s", "j")
        courier, other = _comparison(person).columns
        place = courier.scroll_y
        await person.press("tab", "J")
        assert other.scroll_y == 0
        await person.press("J")
        assert other.marked(Layer.EVIDENCE) == [span("post", "The ship had last been inspected in May")]
        assert "┃" in person.lines[LINKED][40:]
        assert courier.scroll_y == place > 0


async def test_an_outlet_without_the_linked_fact_comes_back_where_it_was(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 12)) as person:
        await person.press("4", "c", "tab", "J", "s", "j", "j", "j")
        wire = _comparison(person).columns[1]
        assert wire.scroll_y == 3
        await person.press("J", "J")
        assert _shown(person) == ["courier", "wire"]
        assert wire.scroll_y == 3


async def test_columns_are_added_and_taken_away(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("c", "tab", "minus")
        assert _shown(person) == ["courier", "wire"]
        assert _comparison(person).columns[0].has_focus
        await person.press("minus")
        assert "a comparison takes two" in person.foot
        await person.press("plus")
        assert _shown(person) == ["courier", "wire", "post"]
        post = _comparison(person).columns[2]
        assert post.has_focus
        assert "Island Post · 2 of 3" in person.screen
        assert post.size.width == _comparison(person).columns[0].size.width


async def test_no_column_is_added_where_it_could_not_be_read(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(119, 24)) as person:
        await person.press("c", "plus")
        assert "no room for one more: a column needs 40 cells" in person.foot
        assert _shown(person) == ["courier", "post"]
        await person.pilot.resize_terminal(120, 24)
        await person.press("plus")
        assert _shown(person) == ["courier", "post", "wire"]


async def test_the_linked_words_stay_at_one_height_when_columns_come_and_go(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(120, 12)) as person:
        await person.press("4", "c")
        assert person.lines[LINKED].count("┃") == 2
        await person.press("tab", "tab", "minus")
        assert person.lines[LINKED].count("┃") == 2
        await person.press("plus")
        assert person.lines[LINKED].count("┃") == 2


async def test_linked_words_at_the_end_of_a_text_stand_at_one_height_with_others(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(90, 12)) as person:
        await person.press("4", "j", "c")
        courier, post = _comparison(person).columns
        assert post.scroll_y == post.max_scroll_y
        assert courier.scroll_y < courier.max_scroll_y
        assert _first_bar(person, 1) == _first_bar(person, 46)
        await person.press("left_curly_bracket")
        assert _first_bar(person, 1) == _first_bar(person, 46) == LINKED
        await person.press("right_curly_bracket")
        await person.pilot.resize_terminal(70, 16)
        await person.until(lambda: _first_bar(person, 1) == _first_bar(person, 36) == 7)


async def test_a_column_without_the_linked_fact_has_no_part_in_its_height(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(135, 12)) as person:
        await person.press("4", "c", "left_curly_bracket")
        assert len(_comparison(person).columns[2].marked(Layer.EVIDENCE)) == 1
        await person.press("right_curly_bracket", "right_curly_bracket")
        assert "dates differ" in person.foot
        assert _first_bar(person, 1) == _first_bar(person, 46) > LINKED


async def test_what_was_scrolled_to_stays_when_columns_come_and_go(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(120, 12)) as person:
        await person.press("4", "c", "space", "tab", "tab")
        courier, *_ = _comparison(person).columns
        top = courier.top
        await person.press("minus")
        assert span("courier", "All passengers were").start <= courier.top <= top


async def test_a_long_name_leaves_room_for_which_of_how_many(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(50, 16)) as person:
        await person.press("c")
        assert "C · The C… · 1 of 3" in person.lines[0]
        await person.pilot.resize_terminal(80, 16)
        await person.until_shown("C · The Carrow Courier · 1 of 3")


async def test_enter_reads_on_in_an_outlet_without_the_linked_fact(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("4", "c", "tab", "J", "enter")
        assert person.desk.shown == "wire"
        assert person.desk.where is Where.TEXT


async def test_the_keys_of_the_comparison_can_be_changed_and_are_shown(tmp_path: Path) -> None:
    keys = {"outlet-next": "X", "outlet-previous": "Y", "column-more": "A", "column-fewer": "D"}
    async with driving(tmp_path, keys=keys) as person:
        await person.press("c")
        assert "X outlet" in person.foot
        assert "A column" in person.foot
        assert "c back" in person.foot
        await person.press("D", "X")
        assert _shown(person) == ["courier", "wire"]
        await person.press("Y", "A")
        assert _shown(person) == ["post", "wire", "courier"]
        await person.press("question_mark")
        for said in ("X ", "the next outlet into this column", "Y ", "A ", "one column more", "D ", "this one goes"):
            assert said in person.screen


def test_facts_are_told_as_the_articles_side_by_side_tell_them(tmp_path: Path) -> None:
    with closing(open_ferry(tmp_path)) as library:
        opened = open_story(library, STORY)
    aboard, inspected, aground, shifts, bruises = items()
    without_post = SideBySide(opened, ["wire", "courier"])
    assert without_post.relation(aboard) is ItemRelation.SINGLE
    assert without_post.differences(aboard) == []
    assert without_post.shared == [aground]
    without_wire = SideBySide(opened, ["post", "courier"])
    assert without_wire.relation(inspected) is ItemRelation.DIFFERS
    assert without_wire.shared == [aboard, aground, inspected]
    assert [without_wire.step(aground, step) for step in (1, -1)] == [inspected, aboard]
    assert [without_wire.step(inspected, step) for step in (1, -1)] == [aboard, aground]
    assert without_wire.step(shifts, -1) == inspected
    assert without_wire.step(bruises, 1) == aboard
    assert SideBySide(opened, ["post"]).step(None, 1) is None


async def test_columns_that_a_smaller_terminal_has_no_room_for_go_but_not_the_one_that_has_the_keys(
    tmp_path: Path,
) -> None:
    async with driving(tmp_path) as person:
        await person.press("c", "tab", "tab")
        assert _shown(person) == ["courier", "post", "wire"]
        await person.pilot.resize_terminal(100, 24)
        await person.until(lambda: _shown(person) == ["courier", "wire"])
        await person.until_shown("no room for 3 columns: one needs 40 cells")
        assert _comparison(person).columns[1].has_focus
        assert len(person.app.screen.query("#columns TextView")) == 2
        await person.pilot.resize_terminal(60, 24)
        await person.settle()
        assert _shown(person) == ["courier", "wire"]
        await person.pilot.resize_terminal(120, 24)
        await person.press("plus")
        assert sorted(_shown(person)) == ["courier", "post", "wire"]
