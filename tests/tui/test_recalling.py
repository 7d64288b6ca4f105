"""Searches of before, articles like one, and what was said of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.actions import Where
from tests.tui.driving import Driver, driving

if TYPE_CHECKING:
    from pathlib import Path


async def _search(person: Driver, words: str) -> None:
    await person.press("slash")
    await person.type(words)
    await person.press("enter")
    await person.until(lambda: person.desk.results is not None and not person.desk.results.as_typed)
    await person.settle()


async def test_a_search_is_saved_under_a_name_and_offered_again(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "lifeboat")
        await person.press("S")
        await person.type("boats")
        await person.press("enter")
        await person.until_shown("saved as boats")
        await person.press("escape", "slash")
        await person.until_shown("★ boats")
        await person.press("down", "up", "enter")
        await person.until(lambda: person.desk.results is not None and person.desk.sought == "lifeboat")
        assert "Found · lifeboat" in person.screen


async def test_a_search_that_was_made_is_offered_again(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "bruises")
        await person.press("escape", "slash")
        await person.until_shown("Searches")
        assert "bruises" in person.screen
        await person.press("escape")
        assert "Searches" not in person.screen
        assert "The Carrow Courier" in person.screen


async def test_there_is_nothing_to_save_without_a_search(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("S")
        assert "nothing was searched for" in person.foot


async def test_articles_like_the_one_that_is_read_are_listed_and_escape_goes_back(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        shown = person.desk.shown
        await person.press("2", "M")
        await person.until_shown("Like · ")
        assert person.desk.articles.has_focus
        assert person.desk.articles.value is not None
        await person.press("escape")
        assert "Like · " not in person.screen
        assert person.desk.shown == shown
        assert person.desk.where is Where.TEXT


async def test_what_was_said_of_a_fact_is_told_the_newest_first(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "H")
        assert "nothing was said of this yet" in person.foot
        await person.press("f", "d", "i")
        await person.type("asked the harbour")
        await person.press("enter", "u", "H")
        assert "History · " in person.screen
        told = [line for line in person.lines if "Ada:" in line]
        assert [word for line in told for word in ("taken back", "note:", "disputed") if word in line] == [
            "taken back", "note:", "disputed",
        ]  # fmt: skip
        await person.press("escape")
        assert "History · " not in person.screen


async def test_the_help_names_the_program_and_goes_to_its_end(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("question_mark")
        assert "newsreader 0." not in person.screen
        await person.press("G")
        assert "newsreader 0." in person.screen
        await person.press("g")
        assert "newsreader 0." not in person.screen


async def test_ctrl_c_says_how_to_leave_and_leaves_when_it_is_pressed_again(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("slash", "ctrl+c")
        assert "ctrl+c again leaves" in person.foot
        assert person.app.is_running
        await person.pilot.press("ctrl+c")
        await person.until(lambda: person.app._exit)


async def test_the_hits_are_listed_at_every_size_while_typing(tmp_path: Path) -> None:
    for size in ((120, 36), (80, 24), (60, 16), (40, 10)):
        async with driving(tmp_path, size=size) as person:
            await person.press("slash")
            await person.type("lifebo")
            await person.until_shown("2 articles")
            assert "Found · lifebo" in person.screen
            assert "Island Post" in person.screen
            assert "2 articles" in person.foot


async def test_the_hits_stay_beside_the_text_after_enter(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await _search(person, "lifeboat")
        assert "Found · lifeboat" in person.screen
        assert person.desk.where is Where.TEXT
        await person.press("4")
        assert "Found · lifeboat" not in person.screen
        assert "Facts" in person.screen


async def test_a_screen_that_is_too_small_says_first_which_size_it_needs(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(20, 5)) as person:
        assert person.foot.startswith("needs 40×10")


async def test_the_card_follows_to_the_outlet_that_is_shown(tmp_path: Path) -> None:
    for size in ((80, 24), (60, 16)):
        async with driving(tmp_path, size=size) as person:
            await person.press("4", "g", "j", "j", "enter")
            for outlet in ("Courier", "Post", "Wire"):
                marked = [line for line in person.lines if "▸" in line and outlet in line]
                assert marked, f"{outlet} at {size}:\n{person.screen}"
                await person.press("enter")


async def test_the_card_says_how_many_outlets_and_origins_tell_a_fact(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "g", "j", "j", "enter")
        assert "3 outlets, 2 origins" in person.card
        assert "own reporting CI › agency: the coastguard N" in person.card
    async with driving(tmp_path, size=(200, 50)) as person:
        assert "3⊙2" in person.screen


async def test_brackets_in_what_was_sought_are_no_markup(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("slash")
        await person.type("[red]bruises")
        await person.until(lambda: person.desk.results is not None)
        await person.settle()
        assert "Found · [red]bruises" in person.screen


async def test_how_words_are_given_is_told_by_a_letter_and_the_cue_has_its_own_room(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(200, 50)) as person:
        place = next(place for place, line in enumerate(person.lines) if " d  “The sea was calm" in line)
        assert person.lines[place].rstrip("│ ").endswith("≈ CIN")
        assert person.lines[place + 1].rstrip("│ ").endswith(" said")
