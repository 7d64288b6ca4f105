r"""Reading case files: Markdown that says what goes in and what comes out.

A case is a heading ``# What the case shows`` and, below it, parts: ``## name`` and the part's text. What stands before
the first case explains the file. ``\uXXXX`` stands for the character of that number, so that what can't be seen can be
written.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("cases")
_CASE = re.compile(r"^# (.*)\n", re.MULTILINE)
_PART = re.compile(r"^## (\w+)\n", re.MULTILINE)
_NUMBERED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Case(NamedTuple):
    """One case: its title and the text of each part, without the line breaks around it."""

    title: str
    parts: dict[str, str]

    def text(self, name: str) -> str:
        """Return a part, "" if the case has none of that name."""
        return self.parts.get(name, "")

    def lines(self, name: str) -> list[str]:
        """Return the lines of a part, without empty ones."""
        return [line.rstrip() for line in self.text(name).splitlines() if line.strip()]


def cases(name: str) -> list[Case]:
    """Return the cases of ``cases/NAME.md``."""
    _, *found = _CASE.split((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    return [Case(title, _parts(body)) for title, body in zip(found[::2], found[1::2], strict=True)]


def _parts(body: str) -> dict[str, str]:
    _, *found = _PART.split(body)
    return {name: _unescaped(text.strip("\n")) for name, text in zip(found[::2], found[1::2], strict=True)}


def _unescaped(words: str) -> str:
    return _NUMBERED.sub(lambda found: chr(int(found.group(1), 16)), words)
