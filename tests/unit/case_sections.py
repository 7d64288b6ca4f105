"""Reading case files: ``# title``, then sections ``## name`` with their text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One case: its title and the text of each section, without the line breaks around it."""

    title: str
    sections: dict[str, str]

    def text(self, name: str) -> str:
        """Return a section, "" if the case has none of that name."""
        return self.sections.get(name, "")

    def lines(self, name: str) -> list[str]:
        """Return the lines of a section."""
        return [line for line in self.text(name).splitlines() if line]


def cases(name: str) -> list[Case]:
    """Return the cases of ``cases/NAME.md``."""
    parts = re.split(r"^# (.*)\n", (FOLDER / f"{name}.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [
        Case(title, {key: body.strip("\n") for key, body in _sections(text)})
        for title, text in zip(parts[::2], parts[1::2], strict=True)
    ]


def _sections(text: str) -> list[tuple[str, str]]:
    return re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, flags=re.MULTILINE | re.DOTALL)
