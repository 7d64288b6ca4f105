"""One SQLite file: opening, migrating, transactions, and its errors as ours.

WAL, so that readers never wait for a writer, of this process or another; ``synchronous=FULL``, so that what was
committed survives a power loss. Connections are pooled: a thread borrows one for one piece of work.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryReadOnly, LibraryTooNew

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MAGIC = b"SQLite format 3\x00"
WHAT_TO_DO = (
    "save what can be read of it with `newsreader doctor --repair`, "
    "or bring a backup back with `newsreader restore FILE --replace`"
)
WAIT_SECONDS = 5.0
"""How long a writer waits for another process before it gives up with ``LibraryBusy``."""

_VERSION_AT = 60  # big-endian user_version in SQLite's file header, https://www.sqlite.org/fileformat.html
_SAME_AT, _SAME = 21, bytes((64, 32, 32))  # the payload fractions, by the same page
_PAUSE_SECONDS = 0.02


class Database:
    """A SQLite file of a known kind; every method may be called from any thread."""

    def __init__(self, path: Path, migrations: Sequence[str], *, wait: float = WAIT_SECONDS) -> None:
        """Open (or make) the file and bring it to version ``len(migrations)``.

        ``migrations[i]`` is the SQL that leads from version i to i + 1. Raises ``LibraryTooNew`` before anything is
        touched, and the other errors of the library.
        """
        self.path = path
        self._wait = wait
        self._idle: deque[sqlite3.Connection] = deque()
        refuse_newer(path, len(migrations))
        with translated(path):
            if _may_write(path):
                self._migrate(migrations)
            else:
                self._refuse_older(len(migrations))

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection for reading; each statement sees what was committed before it."""
        with translated(self.path):
            connection = self._borrow()
            try:
                yield connection
            finally:
                self._idle.append(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside one transaction: committed at the end, rolled back on any error."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close every connection that nobody has borrowed."""
        while self._idle:
            self._idle.pop().close()

    def _borrow(self) -> sqlite3.Connection:
        """Return an idle connection, or a new one."""
        try:
            return self._idle.pop()
        except IndexError:
            return connect(self.path, wait=self._wait)

    def _refuse_older(self, newest: int) -> None:
        """Raise ``LibraryReadOnly`` for a file that an earlier version made and that can't be brought up to date."""
        with self.reading() as connection:
            if _version(connection) < newest:
                raise LibraryReadOnly(str(self.path), "was made by an earlier version and can't be written: copy it")

    def _migrate(self, migrations: Sequence[str]) -> None:
        """Run the missing migrations, each in its own transaction; another process may be doing the same."""
        connection = connect(self.path, wait=self._wait)
        try:
            migrating = _version(connection) < len(migrations)
            if migrating:
                self._to_wal(connection)
            while _version(connection) < len(migrations):
                connection.execute("BEGIN IMMEDIATE")
                version = _version(connection)
                if version < len(migrations):
                    for statement in statements(migrations[version]):
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version={version + 1}")
                connection.execute("COMMIT")
            if migrating:  # so that the version stands in the file's header, where another version looks for it
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def _to_wal(self, connection: sqlite3.Connection) -> None:
        """Switch to write-ahead logging. SQLite does not wait by itself here when another process does the same."""
        deadline = time.monotonic() + self._wait
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_SECONDS)
            else:
                return


def _may_write(path: Path) -> bool:
    """Tell whether SQLite can write a file, and the log that it keeps beside it; a file that is missing is made."""
    return os.access(path.parent, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.W_OK))


def _connect_to_read(path: Path, wait: float) -> sqlite3.Connection:
    """Return a connection that writes nothing, and makes no file beside the database.

    What another process has written and not yet put into the file can be seen only through its log.
    """
    log = path.with_name(f"{path.name}-wal")
    unchanging = "" if log.exists() and log.stat().st_size else "&immutable=1"
    address = f"{path.absolute().as_uri()}?mode=ro{unchanging}"
    return sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)


def connect(path: Path, *, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """Return a connection in autocommit mode that waits ``wait`` seconds for locks and syncs every commit.

    One to a file that can't be written reads it, and makes no file beside it.
    """
    if not _may_write(path):
        return _connect_to_read(path, wait)
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def statements(script: str) -> list[str]:
    """Split a migration into its statements; triggers keep their inner semicolons."""
    found: list[str] = []
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            found.append(waiting.strip())
            waiting = ""
    return found


def refuse_newer(path: Path, newest: int) -> None:
    """Raise ``LibraryTooNew`` or ``LibraryDamaged`` by the file's header alone, so that no file beside it appears."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    except PermissionError as error:
        raise LibraryReadOnly(str(path), "can't be read: no permission") from error
    except OSError as error:
        raise LibraryDamaged(str(path), f"can't be read: {error.strerror}") from error
    if header and not begins_database(header):
        raise LibraryDamaged(str(path), f"is not a library file any more: {WHAT_TO_DO}")
    version = int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")
    if version > newest:
        raise LibraryTooNew(str(path), "was made by a newer version of newsreader: update the program to open it")


def begins_database(header: bytes) -> bool:
    """Tell whether bytes are the beginning of a SQLite file: its name and the three bytes that are the same in all."""
    return header.startswith(MAGIC) and header[_SAME_AT : _SAME_AT + len(_SAME)] == _SAME


def _version(connection: sqlite3.Connection) -> int:
    """Return the version of the schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into the library's, naming the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _ours(path, error) from error


def _ours(path: Path, error: sqlite3.DatabaseError) -> LibraryError:
    """Return the error of our tree that says what SQLite's means for a person."""
    name = str(path)
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LibraryBusy(name, "another process is writing to it; try again in a moment")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return LibraryReadOnly(name, "can't be written: choose another folder with --library")
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return LibraryError(name, f"the disk refused ({error}); nothing was half-written: make room and try again")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return LibraryDamaged(name, f"is damaged ({error}): {WHAT_TO_DO}")
        case _:
            return LibraryError(name, str(error))
