"""Texts of two outlets about one event, and a library of them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from reader.config import Config
from reader.wiring import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.library import Library

POST = """Norvale closes its old ferry pier for a year

The harbour board of Norvale voted seven to two on Tuesday to close the old ferry pier for a year.

Divers found cracks in four of its twelve pillars, the board said.

“This was the last warning for all of us,” said Ines Falk, the engineer of the harbour.

The repair of the pier would cost nine million crowns, according to the board.
"""
MAIL = """Cracked pier in Norvale to be closed

The old ferry pier of Norvale will be closed for a year, the harbour board voted on Tuesday.

Cracks were found in five of the twelve pillars of the pier.

“This was the last warning for all of us,” the engineer Ines Falk said.

Passengers of the ferry will travel by bus, the mayor of Norvale said on Wednesday.
"""
NOTES = """
["post.txt"]
outlet = "Norvale Post"
date = 2031-05-06

["mail.txt"]
outlet = "Easthaven Mail"
date = 2031-05-06
"""


def write_story(folder: Path) -> Path:
    """Write the two texts and what is known of them into a folder; return it."""
    folder.mkdir(exist_ok=True)
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    (folder / "mail.txt").write_text(MAIL, encoding="utf-8")
    (folder / "outlets.toml").write_text(NOTES, encoding="utf-8")
    return folder


@contextlib.contextmanager
def opened(folder: Path, *, person: str = "Ada", strict: bool = False) -> Iterator[Library]:
    """Lend the library in a folder."""
    library = open_library(Config(library=folder, person=person, strict=strict))
    try:
        yield library
    finally:
        library.close()
