"""Articles that are not what one expects: without outlet or date, of wide and combining letters, hostile, many."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from reader.model import Article, Checklist
from reader.tui.actions import Where
from tests.tui import ferry
from tests.tui.driving import Driver, driving

if TYPE_CHECKING:
    from pathlib import Path

    from rich.segment import Segment

WIDE = """首相は土曜日、防衛条約について「重大な過ちだ」と述べた。会見は東京で行われた。

👩‍👩‍👧‍👦 家族 e\u0301 a\u0308\u0323 n\u0303 \u0301\u0302 und Z\u0351\u036b\u0343A\u0334\u0335L end.

الرئيس قال إن الاتفاق «خطأ فادح» يوم السبت."""
ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b2J\x1b]8;;http://evil.example\x1b\\x\u202eback\u202c\u2066"
FACTS = 500


async def test_an_article_without_outlet_or_date_is_read_and_cited_by_its_headline(tmp_path: Path) -> None:
    bare = Article("bare", "A walrus was seen near the pier. It swam on.", title="Walrus near the pier")
    async with driving(tmp_path, articles=[bare]) as person:
        await person.press("G", "y")
        await person.until(lambda: person.desk.shown == "bare")
        assert person.app.clipboard == "“Walrus near the pier”"


@pytest.mark.parametrize("size", [(60, 16), (40, 10)])
async def test_wide_and_combining_letters_are_read_searched_and_selected(tmp_path: Path, size: tuple[int, int]) -> None:
    wide = Article("wide", WIDE, title="防衛条約", outlet="海峡新聞")
    async with driving(tmp_path, articles=[wide], size=size) as person:
        await person.press("G", "2", "j", "l", "G", "g", "slash")
        await person.type("条約")
        await person.press("enter")
        await person.until(lambda: person.desk.hit_place == 0 and person.desk.shown == "wide")
        line = next(y for y, line in enumerate(person.lines) if "首相は" in line)
        x = cell_len(person.lines[line].partition("土曜日")[0])
        await person.drag(x, line, cells=4)
        await person.press("y")
        assert person.app.clipboard.startswith("“土曜日”\n— 海峡新聞, “防衛条約”")


async def test_no_word_of_a_hostile_article_reaches_the_terminal_as_anything_but_words(tmp_path: Path) -> None:
    hostile = Article(
        "hostile",
        f"Words {ESCAPES} and [red]markup[/red] [@click=app.quit]quit[/].",
        title=f"Title {ESCAPES} [b]",
        outlet=f"Outlet {ESCAPES}",
        byline=f"By {ESCAPES}",
        url=f"https://evil.example/{ESCAPES}",
    )
    async with driving(tmp_path, articles=[hostile]) as person:
        await person.press("G")
        await person.until(lambda: person.desk.shown == "hostile")
        for keys in (("1",), ("2", "x"), ("t",), ("escape", "slash", *"markup", "enter"), ("o",)):
            await person.press(*keys)
            assert not _obeyed(person)
        assert "[red]markup[/red]" in person.screen
        assert person.app.is_running


async def test_the_address_of_an_article_can_be_clicked_in_the_terminal(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        links = {segment.style.link for segment in _painted(person) if segment.style and segment.style.link}
        assert links == {"https://courier.example/ferry"}


async def test_five_hundred_facts_are_walked_through_and_looked_at_in_the_matrix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ferry.items()[0]
    many = tuple(
        dataclasses.replace(first, id=f"fact-{number}", headline=f"{number} people were on board")
        for number in range(FACTS)
    )
    monkeypatch.setattr(ferry, "CHECKLIST", Checklist("ferry", tuple(ferry.OUTLETS.values()), many))
    async with driving(tmp_path) as person:
        await person.press("4", "G", "f", "v", "enter")
        assert f"1 of {FACTS} checked" in person.screen
        assert "499 people were on board" in person.screen
        await person.press("full_stop", "right_curly_bracket", "m", "G", "enter")
        assert person.desk.where is Where.FACTS
        assert person.desk.facts.cursor == FACTS - 1


async def test_the_card_of_a_fact_begins_with_what_differs(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("4", "enter")
        assert "≠ number: figures differ:" in person.screen
        assert "▸C The Carrow Courier" in person.screen


def _painted(person: Driver) -> list[Segment]:
    return [segment for strip in person.app.screen._compositor.render_strips() for segment in strip]


def _obeyed(person: Driver) -> list[str]:
    """Return what is painted, or linked to, that has characters which a terminal obeys."""
    written = [part for found in _painted(person) for part in (found.text, (found.style and found.style.link) or "")]
    return [text for text in written if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in text)]
