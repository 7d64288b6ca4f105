"""Examining the files of a library: are their pages whole, do their values fit, is every event what was written."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.storage.database import connect, refuse_newer, translated
from reader.storage.flaglog import COLUMNS, digest
from reader.storage.schema import FLAGS_FILE, NEWEST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_SHOWN = 5
NOT_PRESENT = """
    SELECT count(*) FROM (
        SELECT person, target, id FROM (
            SELECT person, target, id,
                row_number() OVER (PARTITION BY person, target ORDER BY at DESC, id DESC) AS place
            FROM event
        ) WHERE place = 1
        EXCEPT SELECT person, target, id FROM present
    )
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one part of the library."""

    part: str
    sound: bool
    says: str


def examine(path: Path) -> list[Finding]:
    """Return what there is to say of one database, nothing worse than reading it being done."""
    if not path.exists():
        return [Finding(path.name, sound=True, says="not made yet")]
    try:
        refuse_newer(path, NEWEST[path.name])
        with translated(path), closing(connect(path)) as connection:
            pages = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_SHOWN})")]
            if pages != ["ok"]:
                return [Finding(path.name, sound=False, says="; ".join(" ".join(page.split()) for page in pages))]
            examined = _log(connection) if path.name == FLAGS_FILE else _articles(connection)
            return [Finding(path.name, sound, says) for sound, says in examined]
    except LibraryError as error:
        return [Finding(path.name, sound=False, says=str(error))]


def _articles(connection: sqlite3.Connection) -> Iterator[tuple[bool, str]]:
    """Say what is wrong with the articles, or how many there are."""
    (count,) = connection.execute("SELECT count(*) FROM article WHERE newest").fetchone()
    yield True, f"{count} articles"
    bare = connection.execute(
        "SELECT id FROM article LEFT JOIN body USING (number) WHERE body.number IS NULL"
    ).fetchall()
    if bare:
        yield False, f"without a text: {_named(bare)}"
    changed = [
        (article_id,)
        for article_id, text, text_hash in connection.execute(
            "SELECT id, text, text_hash FROM article JOIN body USING (number)"
        )
        if text_hash and hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != text_hash
    ]
    if changed:
        yield False, f"with a text that is not what was stored: {_named(changed)}; load them again"
    unread = [
        (article_id,)
        for article_id, *values in connection.execute(
            "SELECT id, removed, offsets, coalesce(found, '') FROM article JOIN body USING (number) "
            "LEFT JOIN analysis USING (number)"
        )
        if not all(_is_json(value) for value in values)
    ]
    if unread:
        yield False, f"with values that can't be read: {_named(unread)}"


def _log(connection: sqlite3.Connection) -> Iterator[tuple[bool, str]]:
    """Say what is wrong with the events, or how many there are."""
    (count,) = connection.execute("SELECT count(*) FROM event").fetchone()
    yield True, f"{count} events"
    changed = [
        row[:1]
        for row in connection.execute(f"SELECT {COLUMNS}, digest FROM event")  # noqa: S608 - our own words
        if digest(row[:-1]) != row[-1]
    ]
    if changed:
        yield False, f"events that are not what was written: {_named(changed)}"
    (missing,) = connection.execute(NOT_PRESENT).fetchone()
    if missing:
        yield False, f"the table of what holds now lacks {missing} of the log's states"


def _named(rows: list[tuple[str]]) -> str:
    """Name the first few."""
    names = ", ".join(str(row[0]) for row in rows[:_SHOWN])
    return names if len(rows) <= _SHOWN else f"{names} and {len(rows) - _SHOWN} more"


def _is_json(value: str) -> bool:
    """Tell whether a value is JSON."""
    try:
        json.loads(value)
    except (ValueError, TypeError):
        return False
    return True
