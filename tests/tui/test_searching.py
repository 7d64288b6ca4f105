"""Searching the library and one article, by keys."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reader.model import Article, SearchResults
from reader.tui import messages
from reader.tui.actions import Where
from reader.tui.widgets.layers import Layer
from reader.tui.widgets.prompt import Prompt
from tests.tui.driving import Driver, driving
from tests.tui.ferry import TEXTS, article, span

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def _search(person: Driver, words: str) -> None:
    await person.press("slash")
    await person.type(words)
    await person.until(lambda: person.desk.results is not None and person.desk.results.query == words)
    # The first search of a library may be answered before all is indexed; the desk asks again by itself.
    await person.until(lambda: person.desk.results is None or not person.desk.results.behind)
    await person.settle()


async def test_the_library_is_searched_as_one_types(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "lifebo")
        assert "Found · lifebo" in person.screen
        assert "2 articles" in person.screen
        await person.until(lambda: bool(person.desk.text.marked(Layer.HIT)))


async def test_enter_goes_to_the_first_hit_and_n_on_into_the_next_article(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "sea calm")
        await person.press("enter")
        await person.until(lambda: person.desk.hit_place == 0)
        assert person.desk.where is Where.TEXT
        first = person.desk.shown
        seen = [first]
        for _ in range(8):
            await person.press("n")
            if person.desk.shown != seen[-1]:
                seen.append(person.desk.shown)
        assert sorted(name or "" for name in seen) == ["courier", "post", "wire"]
        assert "last hit" in person.foot
        for _ in range(9):
            await person.press("N")
        assert person.desk.shown == first
        assert "first hit" in person.foot


async def test_escape_gives_everything_back_as_it_was(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 16)) as person:
        await person.press("J", "2", "j", "j", "j", "j")
        before = (person.desk.shown, person.desk.text.top, person.desk.text.cursor)
        await _search(person, "bruises")
        await person.until(lambda: person.desk.shown == "wire")
        await person.press("escape")
        await person.until(lambda: person.desk.shown == "post")
        assert (person.desk.shown, person.desk.text.top, person.desk.text.cursor) == before
        assert person.desk.where is Where.TEXT
        assert not person.desk.query(Prompt)
        assert person.desk.articles.border_title == "Articles"


async def test_escape_after_enter_ends_the_search_too(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "bruises")
        await person.press("enter")
        await person.until(lambda: person.desk.shown == "wire")
        await person.press("escape")
        await person.until(lambda: person.desk.shown == "courier")
        assert person.desk.results is None


async def test_arrow_keys_go_through_the_results_while_typing(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "lifeboat")
        first = person.desk.shown
        await person.press("down")
        await person.until(lambda: person.desk.shown != first)
        assert person.desk.query(Prompt)
        await person.press("up")
        await person.until(lambda: person.desk.shown == first)


async def test_a_query_that_is_not_understood_is_explained(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "sea")
        problem = "colour is no field: column 1"
        person.desk.post_message(messages.Found(SearchResults("sea", problem=problem), final=False))
        await person.settle()
        assert problem[:20] in person.foot


async def test_enter_keeps_what_was_found_with_the_beginning_of_a_word(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "lifebo")
        await person.press("enter")
        await person.until(lambda: person.desk.hit_place == 0)
        assert "2 articles" in person.screen
        await person.press("n", "n", "n")
        assert "hit" in person.foot


async def test_n_after_a_search_that_found_nothing_says_so(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "zeppelin")
        await person.press("enter", "n")
        await person.until_shown("nothing found with zeppelin")


async def test_nothing_found_says_so(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "zeppelin")
        assert "nothing found" in person.screen


async def test_an_empty_query_ends_the_search(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await _search(person, "sea")
        for _ in "sea":
            await person.pilot.press("backspace")
        await person.until(lambda: person.desk.results is None)
        await person.press("enter")
        assert not person.desk.query(Prompt)


async def test_words_are_found_in_this_article(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "ctrl+f")
        await person.type("CARROW")
        hits = person.desk.text.marked(Layer.HIT)
        assert [hit.of(TEXTS["courier"]) for hit in hits] == ["Carrow", "Carrow"]
        assert person.desk.text.marked(Layer.CURRENT_HIT) == hits[:1]
        await person.press("enter", "n")
        assert person.desk.text.marked(Layer.CURRENT_HIT) == hits[1:]
        await person.press("n")
        assert "no further hit" in person.foot
        await person.press("escape")
        assert person.desk.text.marked(Layer.HIT) == []


async def test_words_that_are_not_in_the_article_are_told_and_escape_goes_back(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "l", "ctrl+f")
        cursor = person.desk.text.cursor
        await person.type("sea")
        assert person.desk.text.cursor == span("courier", "sea").start
        await person.type("xyz")
        assert "is not in this article" in person.screen
        await person.press("escape")
        assert person.desk.text.cursor == cursor


async def test_n_without_a_search_says_what_to_do(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("n")
        assert "/ searches" in person.foot


async def test_a_megabyte_pasted_into_the_search_is_refused_and_the_desk_lives(tmp_path: Path) -> None:
    from textual import events  # noqa: PLC0415 - only this test pastes

    async with driving(tmp_path) as person:
        await person.press("slash")
        prompt = person.app.focused
        assert prompt is not None
        prompt.post_message(events.Paste("x" * 1_000_000))
        await person.settle()
        await person.type("sea")
        await person.until(lambda: person.desk.results is not None and person.desk.results.query == "sea")


async def test_hits_in_an_article_of_no_story_are_shown_too(tmp_path: Path) -> None:
    alone = dataclasses.replace(article("wire"), id="alone", text="A walrus was seen.\n\nIt swam on.", title="Walrus")
    async with driving(tmp_path, articles=[alone]) as person:
        assert "not yet in a story" in person.screen
        await _search(person, "walrus")
        await person.press("enter")
        await person.until(lambda: person.desk.shown == "alone")
        assert person.desk.opened is not None
        assert person.desk.opened.checklist.items == ()


BUDGET = Article("alone", "The town council passed its budget.", outlet="Town Gazette", title="Town budget passed")


async def test_while_typing_the_hit_is_shown_without_its_story_which_follows_at_rest(tmp_path: Path) -> None:
    async with driving(tmp_path, articles=[BUDGET]) as person:
        facts = len(person.desk.facts.rows)
        await person.press("slash")
        await person.type("budget")
        await person.until(lambda: person.desk.shown == BUDGET.id)
        await person.press(*["backspace"] * 6)
        await person.type("lifeboat")
        await person.until(lambda: person.desk.shown == "courier")
        assert person.desk.opened is not None
        assert person.desk.opened.story.id == ""
        await person.until(lambda: len(person.desk.facts.rows) == facts)
        assert person.desk.opened.story.id


async def test_escape_while_typing_brings_the_story_back(tmp_path: Path) -> None:
    async with driving(tmp_path, articles=[BUDGET]) as person:
        before = person.desk.opened
        await person.press("slash")
        await person.type("budget")
        await person.until(lambda: person.desk.shown == BUDGET.id)
        await person.press("escape")
        await person.until(lambda: person.desk.shown == "courier")
        assert before is not None
        assert person.desk.opened is not None
        assert person.desk.opened.story == before.story
        assert person.desk.resting is None


async def test_an_article_that_is_being_opened_is_not_opened_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = dataclasses.replace(BUDGET, id="other", text="Its budget made the council sigh.", title="Sighs")
    async with driving(tmp_path, articles=[BUDGET, other]) as person:
        await _search(person, "budget")
        await person.press("enter")
        await person.until(lambda: person.desk.shown in {"alone", "other"} and person.desk.coming is None)
        begun: list[str] = []
        monkeypatch.setattr(person.desk, "work_off", lambda _, group: begun.append(group))
        person.desk.action_hit(1)
        assert person.desk.articles.current is not None
        assert person.desk.coming is not None
        person.desk._preview_if_still(person.desk.articles.current.key, person.desk.coming)
        assert begun == ["story"]


async def test_n_shows_a_hit_of_another_story_at_once_and_its_story_follows_without_leaving_the_hit(
    tmp_path: Path,
) -> None:
    text = "The ferry was late.\n\nA ferry is never early.\n\nNo other ferry came."
    other = Article("other", text, outlet="Town Gazette", title="Late")
    async with driving(tmp_path, articles=[other]) as person:
        await _search(person, "ferry")
        await person.press("enter")
        await person.until(lambda: person.desk.hit_place == 0 and person.desk.coming is None)
        while person.desk.shown != "other":
            assert "last hit" not in person.foot
            await person.press("n")
        assert person.desk.hit_place == 0
        await person.press("n")
        cursor = person.desk.text.cursor
        assert cursor == text.index("ferry is")
        library = person.desk.library
        assert library is not None
        person.desk.open_story_of(library, "other", to_hit=1, stays=True)
        await person.settle()
        assert (person.desk.hit_place, person.desk.text.cursor) == (1, cursor)
        assert person.desk.text.marked(Layer.CURRENT_HIT) == [person.desk.hits[1]]
        await person.press("n")
        assert person.desk.text.cursor == text.index("ferry came")
