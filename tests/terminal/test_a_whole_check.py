"""What a person does in a whole check, typed into a real terminal."""

from __future__ import annotations

import json
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.terminal.terminal import ENTER, ESCAPE, Terminal, command

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

READY = " checked ─╯"


def _json(home: Path, *arguments: str) -> object:
    done = subprocess.run(
        [command(), "--library", str(home / "library"), *arguments, "--json"],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    return lines[0] if len(lines) == 1 else lines


def _ready(home: Path, size: tuple[int, int] = (120, 36)) -> Terminal:
    terminal = Terminal(home, size=size)
    terminal.see("Articles")
    terminal.see("The Hill")
    terminal.see(READY)
    return terminal


def _progress(terminal: Terminal) -> Sequence[str]:
    return [line for line in terminal.screen.display if READY in line]


def test_search_read_jump_compare_flag_note_undo_export_quit_and_return(tmp_path: Path) -> None:
    with _ready(tmp_path) as person:
        person.see("0 of ")
        person.type("/serious mistake")
        person.see("Found · serious mis")
        person.type(ENTER)
        person.see("hit 1 of ")
        person.type("n")
        person.see("hit 2 of ")
        person.type(ESCAPE)
        person.see_no_more("Found ·")
        person.type("4" + ENTER)
        person.see("Enter next outlet")
        person.type("c")
        person.see("H · The Hill")
        person.see("F · Fox News")
        person.type("c")
        person.see("Enter next outlet")
        person.type("f")
        person.see("missing context")
        person.type("d")
        person.see("1 of ")
        person.type("jf")
        person.see("missing context")
        person.type("v")
        person.see("2 of ")
        person.type("icalled the ministry" + ENTER)
        person.see("flagged with a note")
        person.type("u")
        person.see("undone")
        person.type("u")
        person.see("1 of ")
        person.type("e")
        person.see("export to:")
        person.type(ENTER)
        person.see("written to story.md")
        person.type("q")
        assert person.gone() == 0
    assert "Netanyahu" in (tmp_path / "story.md").read_text(encoding="utf-8")
    flags = json.dumps(_json(tmp_path, "flags"))
    assert "disputed" in flags
    assert "verified" not in flags.replace("unverified", "")
    with _ready(tmp_path) as person:
        person.see("1 of ")


def test_an_article_of_escape_sequences_and_markup_is_shown_harmlessly(tmp_path: Path) -> None:
    escapes = "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202eoverride\u202c"
    hostile = f"Evil {escapes} [red]markup[/red] [@click=app.quit]x[/]\n\n" + "A plain sentence stands here. " * 40
    (tmp_path / "evil.txt").write_text(hostile, encoding="utf-8")
    with _ready(tmp_path) as person:
        person.type(f"aevil.txt{ENTER}")
        person.see("1 added")
        person.type(f"/override{ENTER}")
        person.see("[red]markup[/red]")
        person.see("A plain sentence")
        assert "owned" not in (person.screen.title or "")
        assert "The Hill" not in person.shown or "Facts" in person.shown
        person.type("q")
        assert person.gone() == 0


def test_a_storm_of_resizes_leaves_a_desk_that_works(tmp_path: Path) -> None:
    with _ready(tmp_path) as person:
        for number in range(30):
            person.resize(40 + (number * 37) % 160, 10 + (number * 11) % 40)
            person.type("jk]["[number % 4])
        person.resize(120, 36)
        person.see(READY)
        person.type("4f")
        person.see("missing context")
        person.type("v")
        person.see("1 of ")


def test_two_desks_on_one_library_both_flag(tmp_path: Path) -> None:
    with _ready(tmp_path) as one, _ready(tmp_path) as other:
        one.type("4fd")
        one.see("1 of ")
        other.type("4jfv")
        other.see("2 of ")
        one.type("R")
        one.see("2 of ")
        one.type("q")
        other.type("q")
        assert (one.gone(), other.gone()) == (0, 0)
    flags = json.dumps(_json(tmp_path, "flags"))
    assert "disputed" in flags
    assert "verified" in flags


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_a_closed_terminal_or_a_kill_loses_no_flag(tmp_path: Path, number: signal.Signals) -> None:
    with _ready(tmp_path) as person:
        person.type("4fd")
        person.see("1 of ")
        person.kill(number)
        person.gone()
    with _ready(tmp_path) as person:
        person.see("1 of ")


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(tmp_path: Path) -> None:
    with Terminal(tmp_path, "-i", program="/bin/sh") as person:
        person.type(f"{command()}{ENTER}")
        person.see(READY)
        person.type("4fd")
        person.see("1 of ")
        person.type("\x1a")
        person.see("Stopped")
        person.type(f"fg{ENTER}")
        person.see("1 of ")
        person.type("u")
        person.see("0 of ")


def test_ctrl_z_says_so_where_there_is_no_shell_that_could_bring_the_desk_back(tmp_path: Path) -> None:
    with _ready(tmp_path) as person:
        person.type("\x1a")
        person.see("there is no shell here")
        person.type("4fd")
        person.see("1 of ")


def test_without_colours_everything_is_still_told(tmp_path: Path) -> None:
    with Terminal(tmp_path, more={"NO_COLOR": "1"}) as person:
        person.see(READY)
        person.type("4fd")
        person.see("1 of ")
        person.see("!")


def test_a_key_that_does_not_exist_is_refused_in_one_line(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\nfly = "x"\n', encoding="utf-8")
    with Terminal(tmp_path, more={"NEWSREADER_CONFIG": str(config)}) as person:
        assert person.gone() != 0
        person.read()
        assert "config.toml:2" in person.shown
        assert "Traceback" not in person.shown
