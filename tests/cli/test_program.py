"""The program as a whole: its help, and what it prints of characters that a terminal would obey."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from reader.cli.output import give, one_line, safe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Caller

COMMANDS = (
    *(
        "add",
        "export",
        "import",
        "backup",
        "restore",
        "doctor",
        "search",
        "searches",
        "like",
        "stories",
        "show",
        "quotes",
        "facts",
    ),
    *("omits", "flag", "flags", "undo", "redo", "history", "analyze", "checklist", "compare", "keys"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained_with_examples(empty: Caller, command: str) -> None:
    examples = empty(command, "--help").stdout.partition("Examples:\n")[2]
    assert examples.startswith("  ")
    assert f"newsreader {command}" in examples or f" {command} " in examples
    assert not empty.folder.exists()


def test_the_help_lists_every_command(empty: Caller) -> None:
    text = empty("--help").stdout
    assert all(f"\n  {command} " in text for command in COMMANDS)


def test_what_is_not_understood_is_one_line(empty: Caller) -> None:
    for arguments in (("splendid",), ("search",), ("flag", "x", "--colour"), ("--limit", "3")):
        result = empty(*arguments, code=2)
        assert len(result.stderr.splitlines()) == 1
        assert "--help" in result.stderr


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("naïve – “日本”", "naïve – “日本”"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("a\u202eb\u200bc\x9bd", "a\ufffdb\ufffdc\ufffdd"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_nothing_is_printed_that_a_terminal_obeys(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_line_stays_a_line() -> None:
    assert one_line(" a\r\n b\u2028c\t") == "a b c"


def test_json_is_readable_where_the_output_can_take_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def printed(encoding: str, value: object) -> str:
        output = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr(sys, "stdout", output)
        give(value)
        output.seek(0)
        return output.read()

    assert printed("utf-8", {"a": "é\u202e"}) == '{"a":"é\\u202e"}\n'
    assert printed("ascii", {"a": "é😀"}) == '{"a":"\\u00e9\\ud83d\\ude00"}\n'
    assert printed("utf-8", ["\x1b\ud800"]) == '["\\u001b\\ud800"]\n'


def test_the_keys_of_the_desk_are_listed_by_the_names_that_settings_use(
    empty: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[keys]\nflag = "ctrl+g"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSREADER_CONFIG", str(settings))
    listed = empty("keys").stdout
    assert "hit-next            n " in listed
    assert "flag                ctrl+g " in listed
    told = [json.loads(line) for line in empty("keys", "--json").stdout.splitlines()]
    assert {"action": "down", "keys": ["j", "down"], "says": "one line down"}.items() <= next(
        one.items() for one in told if one["action"] == "down"
    )
