r"""Reading case files: Markdown that says what goes in and what comes out.

A case is a heading ``## What the case shows`` and, below it, fenced blocks (the first is the input, the others what is
expected, as each case file's first lines say) and list items (``- word: words``). In blocks, ``\uXXXX`` stands for
the character of that number, so that what can't be seen can be written.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).with_name("cases")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^- ([^:\n]+): (.+)$", re.MULTILINE)
_NUMBERED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Case(NamedTuple):
    """One case: its heading, its blocks, and its list items as (what, words)."""

    title: str
    blocks: tuple[str, ...]
    items: tuple[tuple[str, str], ...]


def cases(name: str) -> list[Case]:
    """Return the cases of ``tests/unit/cases/NAME.md``."""
    _, *parts = _HEADING.split((_FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    return [_case(title, body) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def _case(title: str, body: str) -> Case:
    blocks = tuple(_unescaped(found.group(1).removesuffix("\n")) for found in _BLOCK.finditer(body))
    items = tuple((found.group(1), _unescaped(found.group(2))) for found in _ITEM.finditer(_BLOCK.sub("", body)))
    return Case(title, blocks, items)


def _unescaped(words: str) -> str:
    return _NUMBERED.sub(lambda found: chr(int(found.group(1), 16)), words)
