"""Making a damaged database anew from what of it can still be read. The damaged file is kept beside it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from reader.errors import LibraryDamaged
from reader.model import Analysis
from reader.ports import SEEDED
from reader.storage.backup import put_aside
from reader.storage.database import Database, begins_database, refuse_newer
from reader.storage.doctor import Finding, examine
from reader.storage.encoding import dumps
from reader.storage.flaglog import SqliteFlagLog, read_event
from reader.storage.schema import ARTICLES, FLAGS_FILE, NEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.model import FlagEvent

    Row = tuple[object, ...]

_TABLES = ("article", "body", "analysis", "origin", "setting")  # the rest is made of these
_KEYS = {
    "article": "number",
    "body": "number",
    "analysis": "number",
    "origin": "key",
    "setting": "key",
    "event": "number",
}


def repair(path: Path, aside: str) -> list[Finding]:
    """Rebuild a database that is not sound; return what was saved and what was not. A sound one is left alone.

    Raises ``LibraryTooNew`` for one that this version can't judge.
    """
    with suppress(LibraryDamaged):
        refuse_newer(path, NEWEST[path.name])
    if all(finding.sound for finding in examine(path)):
        return []
    damaged = path.with_name(path.name + aside)
    put_aside(path, aside)
    log = path.name == FLAGS_FILE
    said = _log(damaged, path) if log else _articles(damaged, path)
    if not _begins_as_database(damaged):
        lost = "every flag" if log else "every article"
        said = [Finding(path.name, sound=False, says=f"nothing of the old file can be read: {lost} in it is lost")]
    return [*said, Finding(path.name, sound=True, says=f"the damaged file is kept as {damaged}")]


def _articles(damaged: Path, path: Path) -> list[Finding]:
    """Copy every row that can be read; what was worked out from a text and is lost is worked out anew later."""
    database = Database(path, ARTICLES)
    said = []
    try:
        with database.writing() as connection:
            for table in _TABLES:
                saved, lost = 0, 0
                for row in _rows(damaged, table):
                    if row is None or not _stored(connection, table, row):
                        lost += 1
                    else:
                        saved += 1
                said.append(_told(path, table, saved, lost))
            said.extend(_without_a_text(path.name, connection))
            _to_be_found_anew(connection)
            # Where nothing could be saved, the next start is still not the first one.
            connection.execute("INSERT OR IGNORE INTO setting VALUES (?, 'repaired')", (SEEDED,))
    finally:
        database.close()
    return said


def _without_a_text(part: str, connection: sqlite3.Connection) -> Iterator[Finding]:
    """Take out the articles whose text is lost, naming each; an earlier version that is whole takes its place."""
    for number, article_id, title in connection.execute(
        "SELECT number, id, title FROM article LEFT JOIN body USING (number) WHERE body.number IS NULL"
    ).fetchall():
        connection.execute("DELETE FROM analysis WHERE number = ?", (number,))
        connection.execute("DELETE FROM article WHERE number = ?", (number,))
        yield Finding(part, sound=False, says=f"the text of {article_id} ({title}) is lost: load it again")
    connection.execute(
        "UPDATE article SET newest = 1 WHERE number IN "
        "(SELECT max(number) FROM article GROUP BY id HAVING max(newest) = 0)"
    )


def _to_be_found_anew(connection: sqlite3.Connection) -> None:
    """Give every article an analysis that is out of date where its own is lost, and forget what rests on them."""
    rows = connection.execute(
        "SELECT number, id, coalesce(found, '') FROM article LEFT JOIN analysis USING (number)"
    ).fetchall()
    for number, article_id, found in rows:
        if not _is_object(found):
            empty = dumps(Analysis(article=article_id, version=""))
            connection.execute("INSERT OR REPLACE INTO analysis VALUES (?, '', ?)", (number, empty))
    connection.execute("DELETE FROM setting WHERE key = 'stories.change'")


def _log(damaged: Path, path: Path) -> list[Finding]:
    """Append every event that can be read to a new log."""
    log = SqliteFlagLog(path)
    saved, lost = [], 0
    try:
        for row in _rows(damaged, "event"):
            event = None if row is None else _event(row)
            if event is None:
                lost += 1
            else:
                saved.append(event)
        log.merge(saved)
    finally:
        log.close()
    return [_told(path, "events", len(saved), lost)]


def _told(path: Path, what: str, saved: int, lost: int) -> Finding:
    """Say how many rows were saved; a table that broke off counts as one that could not be read."""
    return Finding(
        path.name, lost == 0, f"{what}: {saved} saved, {f'at least {lost}' if lost else 0} could not be read"
    )


def _begins_as_database(path: Path) -> bool:
    """Tell whether SQLite would look into a file at all."""
    with path.open("rb") as file:
        return begins_database(file.read(100))


def _event(row: Row) -> FlagEvent | None:
    """Return the event of a row of the table, or None where it is not one."""
    _, event_id, person, at, kind, target, _, undoes, anchor, before, after, _ = row
    try:
        return read_event([event_id, person, at, kind, target, undoes, anchor, before, after])
    except (ValueError, TypeError):
        return None


def _rows(damaged: Path, table: str) -> Iterator[Row | None]:
    """Yield the rows of a table of a damaged file, and None for each that can't be read."""
    if not _begins_as_database(damaged):
        return
    with closing(sqlite3.connect(damaged, isolation_level=None)) as connection:
        keys, broken = _keys(connection, table)
        yield from [None] * broken
        for key in keys:
            yield _row(connection, table, key)


def _row(connection: sqlite3.Connection, table: str, key: object) -> Row | None:
    """Return one row, or None where it can't be read."""
    try:
        row: Row | None = connection.execute(f"SELECT * FROM {table} WHERE {_KEYS[table]} = ?", (key,)).fetchone()  # noqa: S608 - our own words
    except sqlite3.DatabaseError:
        return None
    return row


def _keys(connection: sqlite3.Connection, table: str) -> tuple[list[object], int]:
    """Return the keys of a table that can be read, and how many times reading broke off.

    Read forwards up to the first damage and backwards down to it: what lies between is lost.
    """
    found: list[object] = []
    broken = 0
    for order in ("ASC", "DESC"):
        try:
            for (key,) in connection.execute(f"SELECT {_KEYS[table]} FROM {table} ORDER BY {_KEYS[table]} {order}"):  # noqa: S608 - our own words
                found.append(key)
        except sqlite3.DatabaseError:
            broken += 1
        else:
            break
    return list(dict.fromkeys(found)), min(broken, 1)


def _stored(connection: sqlite3.Connection, table: str, row: Row) -> bool:
    """Store a row again; tell whether the table took it."""
    places = ", ".join("?" * len(row))
    try:
        connection.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608 - our own words
    except sqlite3.DatabaseError:
        return False
    return True


def _is_object(text: str) -> bool:
    """Tell whether a text is a JSON object."""
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
