"""Flags, notes and evidence, by keys."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from reader.model import Status, TargetKind, Verdict
from reader.tui.actions import Where
from reader.tui.screens.flag_menu import CHOICES
from tests.tui.driving import driving
from tests.tui.ferry import open_ferry, span

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model import Flag


def _flags(folder: Path) -> list[Flag]:
    library = open_ferry(folder)
    flags = list(library.flags())
    library.close()
    return flags


@pytest.mark.parametrize(("letter", "choice"), CHOICES.items())
async def test_every_letter_of_the_menu_flags(tmp_path: Path, letter: str, choice: Verdict | Status) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "f")
        assert str(choice) in person.screen
        await person.press(letter)
        flags = person.desk.opened.flags if person.desk.opened else ()
        if choice is Status.UNCHECKED:
            assert not flags
        else:
            assert [flag.state.verdict or flag.state.status for flag in flags] == [choice]
            assert flags[0].target == "aboard"


async def test_a_flag_is_there_after_a_restart(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "f", "d")
        assert "≠ ! 48 people" in person.screen
        assert "1 of 5 checked" in person.screen
        await person.press("q")
    async with driving(tmp_path) as person:
        assert "≠ ! 48 people" in person.screen
        assert "1 of 5 checked" in person.screen


async def test_escape_leaves_the_menu_without_a_flag(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "f", "escape")
        assert person.desk.opened is not None
        assert not person.desk.opened.flags


async def test_the_last_flag_is_repeated(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "F")
        await person.press("v", "j", "F")
        assert person.desk.opened is not None
        assert [(flag.target, flag.state.verdict) for flag in person.desk.opened.flags] == [
            ("aboard", Verdict.VERIFIED),
            ("inspected", Verdict.VERIFIED),
        ]


async def test_flags_are_undone_and_redone_across_a_restart(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "f", "v", "j", "f", "d", "q")
    async with driving(tmp_path) as person:
        assert "2 of 5 checked" in person.screen
        await person.press("u")
        assert "1 of 5 checked" in person.screen
        await person.press("u")
        assert "0 of 5 checked" in person.screen
        await person.press("u")
        assert "nothing to be undone" in person.foot
        await person.press("U", "U")
        assert "2 of 5 checked" in person.screen
        await person.press("U")
        assert "nothing to be redone" in person.foot


async def test_a_quotation_is_flagged_where_it_stands(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("3", "f", "m")
        assert "◐ “The sea was calm" in person.screen
    (flag,) = _flags(tmp_path)
    assert (flag.kind, flag.span) == (TargetKind.QUOTATION, span("courier", "The sea was calm and the light was good,"))


async def test_a_sentence_of_the_text_is_flagged(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("2", "l", "l", "f", "x")
        assert any("– All passengers" in line or "– " in line for line in person.lines)
    (flag,) = _flags(tmp_path)
    assert (flag.kind, flag.anchor.exact) == (TargetKind.SENTENCE, "Nobody was seriously hurt.")


async def test_in_the_text_the_fact_of_the_card_is_flagged(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter", "2", "f", "v")
        assert "✓ you: verified · checked" in person.card
    assert [flag.target for flag in _flags(tmp_path)] == ["aboard"]


async def test_there_is_nothing_to_flag_on_an_article(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("f")
        assert "nothing here to flag" in person.foot
        await person.press("i")
        assert "nothing here" in person.foot
        await person.press("E")
        assert "nothing here" in person.foot


async def test_a_note_is_written_changed_and_shown(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "i")
        await person.type("asked")
        await person.press("enter")
        assert "≠ ✎ 48 people" in person.screen
        await person.press("i")
        await person.type(" twice")
        await person.press("enter", "enter")
        assert "✎ asked twice" in person.card
        await person.press("i")
        await person.type("!")
        await person.press("escape")
        assert "✎ asked twice" in person.card
        assert person.desk.focused is person.desk.facts


async def test_the_fact_stays_on_a_narrow_screen_while_its_note_is_written(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(60, 16)) as person:
        await person.press("4", "i")
        assert "48 people were on board" in person.screen
        await person.press("escape")
        assert person.desk.where is Where.FACTS


async def test_an_undone_flag_says_what_is_said_now_before_the_words(tmp_path: Path) -> None:
    async with driving(tmp_path, size=(80, 24)) as person:
        await person.press("4", "f", "d", "f", "v", "u")
        assert "undone: now disputed ! “with 48" in person.foot


async def test_evidence_needs_a_citation_and_is_shown(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "enter", "E", "enter")
        assert "Evidence" in person.screen
        await person.type("https://ministry.example/log")
        await person.press("tab")
        await person.type("47")
        await person.press("enter")
        today = dt.datetime.now(tz=dt.UTC).date().isoformat()
        assert f"→ https://ministry.example/log “47” (seen {today})" in person.card
        await person.press("E", "escape")
        assert person.desk.opened is not None
        assert len(person.desk.opened.flags[0].state.evidence) == 1


async def test_the_next_unchecked_fact_is_found_past_the_end(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "j", "f", "v", "k", "full_stop")
        assert person.desk.facts.cursor == 2
        await person.press("G", "full_stop")
        assert person.desk.facts.cursor == 0
        await person.press("f", "v", "2", "full_stop")
        for _ in range(3):
            await person.press("f", "v", "full_stop")
        assert "every fact of this story is checked" in person.foot


async def test_the_text_shows_what_is_flagged(tmp_path: Path) -> None:
    async with driving(tmp_path) as person:
        await person.press("4", "f", "f")
        first = next(line for line in person.lines if "ferry Saint Brendan" in line and "ran" not in line[:30])
        assert "✗ " in first or any("✗" in line for line in person.lines)


async def test_strict_libraries_refuse_verdicts_without_evidence_in_one_line(tmp_path: Path) -> None:
    from reader.config import Config  # noqa: PLC0415 - only this test opens a library from settings
    from reader.wiring import open_library  # noqa: PLC0415 - the same

    config = Config(tmp_path / "strict", "Ada", strict=True)
    async with driving(tmp_path, open_library=lambda: open_library(config)) as person:
        await person.until(lambda: bool(person.desk.facts.rows))
        await person.press("4", "f", "v")
        assert "evidence" in person.foot
        assert person.desk.status.trouble
