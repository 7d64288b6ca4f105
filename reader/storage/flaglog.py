"""The append-only log of flags in a SQLite file of its own, so that neither a long import nor damage there reaches it.

Beside the events stands the table ``present``: for each person and target the event that holds now. It can be made
anew from the events at any time; it is what makes opening a log of 100,000 events as quick as opening an empty one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryDamaged
from reader.model import Anchor, FlagEvent, FlagState, TargetKind
from reader.storage.database import WAIT_SECONDS, Database
from reader.storage.encoding import dumps, loads
from reader.storage.schema import FLAGS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

COLUMNS = "id, person, at, kind, target, undoes, anchor, before, after"
_OF_EVENT = ", ".join(f"event.{column}" for column in COLUMNS.split(", "))
_DO, _UNDO, _REDO = "do", "undo", "redo"


class SqliteFlagLog:
    """The log of flags (port ``FlagLog``), for any thread; several processes may share the file."""

    def __init__(self, path: Path, *, wait: float = WAIT_SECONDS) -> None:
        """Open or make the file at ``path``; ``wait`` is for how many seconds another process is waited for."""
        self._database = Database(path, FLAGS, wait=wait)

    def append(self, event: FlagEvent) -> None:
        """Store an event; when this returns it survives a kill and a power loss."""
        with self._database.writing() as connection:
            _insert(connection, event)

    def merge(self, events: Iterable[FlagEvent]) -> int:
        """Store those events that the log does not have, all or none; return how many they were."""
        with self._database.writing() as connection:
            return sum(_insert(connection, event) for event in events)

    def events(self, target: str | None = None) -> Sequence[FlagEvent]:
        """Return all events, or those of one target, by time."""
        if target is None:
            return self._select("ORDER BY at, id")
        return self._select("WHERE target = ? ORDER BY at, id", target)

    def event(self, event_id: str) -> FlagEvent | None:
        """Return one event by its id, or None."""
        found = self._select("WHERE id = ?", event_id)
        return found[0] if found else None

    def present(self) -> Sequence[FlagEvent]:
        """Return the event that holds now for each person and target, oldest first."""
        return self._held("1")

    def held_near(self, person: str, kind: TargetKind, words: Anchor) -> Sequence[FlagEvent]:
        """Return the events of one person that hold now and may be on these words, oldest first.

        Those are on the same kind of thing in the same article: where they were taken from the same version of its
        text, they overlap the words; what was taken from another version may be anywhere.
        """
        where = "present.article = ? AND present.person = ? AND present.kind = ? AND "
        on = (words.article, person, kind.value)
        same = self._held(
            where + "present.text_hash = ? AND start < ? AND stop > ?",
            *on,
            words.text_hash,
            words.span.end,
            words.span.start,
        )
        return same + self._held(where + "present.text_hash <> ?", *on, words.text_hash)

    def state(self, person: str, target: str) -> FlagEvent | None:
        """Return the event that holds now for one person and target, or None."""
        found = self._held("present.person = ? AND present.target = ?", person, target)
        return found[0] if found else None

    def since(self, revision: int) -> tuple[int, Sequence[FlagEvent]]:
        """Return the present revision, and the events that were appended or merged after ``revision``."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT number, {COLUMNS} FROM event WHERE number > ? ORDER BY number",  # noqa: S608 - our own words
                (revision,),
            ).fetchall()
        return (rows[-1][0] if rows else revision), [self._event(row[1:]) for row in rows]

    def newest_time(self, person: str) -> dt.datetime | None:
        """Return the time of the person's latest event, so that a clock set back can't hide a new one."""
        with self._database.reading() as connection:
            (at,) = connection.execute(
                "SELECT at FROM event WHERE person = ? ORDER BY number DESC LIMIT 1", (person,)
            ).fetchone() or (None,)
        return None if at is None else dt.datetime.fromisoformat(at)

    def undoable(self, person: str) -> FlagEvent | None:
        """Return the event that the person's next undo takes back, or None."""
        return self._top(person, takes_back=_UNDO, gives=(_DO, _REDO))

    def redoable(self, person: str) -> FlagEvent | None:
        """Return the undo that the person's next redo takes back, or None."""
        return self._top(person, takes_back=_REDO, gives=(_UNDO,))

    def revision(self) -> int:
        """Return a number that grows with every event of any process: what has been read is still all if it has not."""
        with self._database.reading() as connection:
            return int(connection.execute("SELECT coalesce(max(number), 0) FROM event").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _top(self, person: str, *, takes_back: str, gives: tuple[str, ...]) -> FlagEvent | None:
        """Walk the person's events from the newest: each ``takes_back`` cancels one of ``gives`` before it.

        A new act ends what could be redone. The walk is as long as the run of undos at the log's end.
        """
        cancelled = 0
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT act, {COLUMNS} FROM event WHERE person = ? ORDER BY number DESC",  # noqa: S608 - our own words
                (person,),
            )
            for act, *row in rows:
                if act == takes_back:
                    cancelled += 1
                elif act not in gives:
                    return None
                elif cancelled:
                    cancelled -= 1
                else:
                    return self._event(row)
        return None

    def _held(self, where: str, *values: str | int) -> list[FlagEvent]:
        """Return the events of the table ``present`` that fit, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_OF_EVENT} FROM present JOIN event USING (id) WHERE {where} ORDER BY event.at, event.id",  # noqa: S608 - our own words
                values,
            ).fetchall()
        return [self._event(row) for row in rows]

    def _select(self, where: str, *values: str) -> list[FlagEvent]:
        """Return the events of a query."""
        with self._database.reading() as connection:
            rows = connection.execute(f"SELECT {COLUMNS} FROM event {where}", values).fetchall()  # noqa: S608 - our own words
        return [self._event(row) for row in rows]

    def _event(self, row: Sequence[Any]) -> FlagEvent:
        """Return the event of a row of ``COLUMNS``."""
        try:
            return read_event(row)
        except ValueError as error:
            raise LibraryDamaged(
                str(self._database.path), f"holds an event that can't be read ({error}): run `newsreader doctor`"
            ) from error


def read_event(row: Sequence[Any]) -> FlagEvent:
    """Return the event of a row of ``COLUMNS``; raise ``ValueError`` where it is not one."""
    return FlagEvent(
        id=row[0],
        person=row[1],
        at=dt.datetime.fromisoformat(row[2]),
        kind=TargetKind(row[3]),
        target=row[4],
        undoes=row[5],
        anchor=loads(Anchor, row[6]),
        before=loads(FlagState, row[7]),
        after=loads(FlagState, row[8]),
    )


def digest(row: Sequence[str | None]) -> str:
    """Return a fingerprint of an event's columns, so that a flipped bit on the disk does not go unnoticed."""
    return hashlib.sha256("\x1f".join(part or "" for part in row).encode()).hexdigest()[:16]


def event_row(event: FlagEvent) -> tuple[str | None, ...]:
    """Return an event as the columns of ``COLUMNS``; times in UTC and of one width, so that they sort as text."""
    at = event.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return (
        event.id,
        event.person,
        at,
        event.kind.value,
        event.target,
        event.undoes,
        dumps(event.anchor),
        dumps(event.before),
        dumps(event.after),
    )


def _insert(connection: sqlite3.Connection, event: FlagEvent) -> bool:
    """Store an event unless it is there, and let it hold if it is the latest of its person and target."""
    row = event_row(event)
    placed = connection.execute(
        f"INSERT OR IGNORE INTO event ({COLUMNS}, act, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own words
        (*row, _act(connection, event), digest(row)),
    )
    if placed.rowcount < 1:
        return False
    held = event.anchor
    connection.execute(
        "INSERT INTO present (person, target, at, id, kind, article, text_hash, start, stop) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, id = excluded.id, "
        "kind = excluded.kind, article = excluded.article, text_hash = excluded.text_hash, start = excluded.start, "
        "stop = excluded.stop WHERE (excluded.at, excluded.id) > (at, id)",
        (event.person, event.target, row[2], event.id, event.kind, held.article, held.text_hash, *held.span),
    )
    return True


def _act(connection: sqlite3.Connection, event: FlagEvent) -> str:
    """Tell whether an event does something, undoes what was done, or does again what was undone."""
    if event.undoes is None:
        return _DO
    (act,) = connection.execute("SELECT act FROM event WHERE id = ?", (event.undoes,)).fetchone() or (_DO,)
    return _REDO if act == _UNDO else _UNDO
