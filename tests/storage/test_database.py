"""One SQLite file: versions, locks, and errors in words."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from reader.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryReadOnly, LibraryTooNew
from reader.storage.database import Database, connect, statements

if TYPE_CHECKING:
    from pathlib import Path

ONE = ("CREATE TABLE word (word TEXT);",)
TWO = (*ONE, "ALTER TABLE word ADD COLUMN count INTEGER;\nINSERT INTO word VALUES ('pier', 1);")


def words(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return connection.execute("SELECT * FROM word").fetchall()


def test_a_file_of_an_older_version_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path, ONE).close()
    database = Database(path, TWO)
    assert words(database) == [("pier", 1)]
    database.close()
    again = Database(path, TWO)
    assert words(again) == [("pier", 1)]
    again.close()


def test_a_file_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path, TWO).close()
    for beside in tmp_path.glob("x.db-*"):
        beside.unlink()
    before = path.read_bytes()
    with pytest.raises(LibraryTooNew, match="newer version"):
        Database(path, ONE)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["x.db"]


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("a letter to the editor")
    with pytest.raises(LibraryDamaged, match=r"not a library file.*--repair.*restore"):
        Database(path, ONE)
    assert path.read_text() == "a letter to the editor"


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.db").mkdir()
    with pytest.raises(LibraryDamaged, match=r"x\.db"):
        Database(tmp_path / "x.db", ONE)


def test_a_torn_page_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    database = Database(path, ONE)
    with database.writing() as connection:
        connection.executemany("INSERT INTO word VALUES (?)", ((f"word {number}",) for number in range(5_000)))
    database.close()
    with connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    database = Database(path, ONE)
    with pytest.raises(LibraryDamaged, match="doctor"):
        words(database)
    database.close()


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path) -> None:
    first = Database(tmp_path / "x.db", ONE)
    second = Database(tmp_path / "x.db", ONE, wait=0.05)
    with first.writing(), pytest.raises(LibraryBusy, match="another process"), second.writing():
        pytest.fail("two writers at once")
    with second.writing() as connection:
        connection.execute("INSERT INTO word VALUES ('later')")
    assert words(first) == [("later",)]
    first.close()
    second.close()


def test_a_writer_waits_for_another(tmp_path: Path) -> None:
    first = Database(tmp_path / "x.db", ONE)
    second = Database(tmp_path / "x.db", ONE)
    written = threading.Event()

    def write() -> None:
        with second.writing() as connection:
            connection.execute("INSERT INTO word VALUES ('second')")
        written.set()

    with first.writing() as connection:
        connection.execute("INSERT INTO word VALUES ('first')")
        waiting = threading.Thread(target=write)
        waiting.start()
        assert not written.is_set()
    waiting.join()
    assert words(first) == [("first",), ("second",)]
    first.close()
    second.close()


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", ONE)
    with database.writing() as connection:
        connection.execute("INSERT INTO word VALUES ('before')")
        connection.execute("PRAGMA max_page_count=20")
    with pytest.raises(LibraryError, match="make room"), database.writing() as connection:
        connection.executemany("INSERT INTO word VALUES (?)", (("x" * 4_000,) for _ in range(100)))
    assert words(database) == [("before",)]
    database.close()


def test_many_processes_make_one_file_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from reader.storage import SqliteFlagLog;"
        "SqliteFlagLog(Path(sys.argv[1])).close()"
    )
    started = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "flags.db")]) for _ in range(4)]
    assert [process.wait(60) for process in started] == [0, 0, 0, 0]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path, ONE).close()
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this person may read everything")
    with pytest.raises(LibraryReadOnly, match="permission"):
        Database(path, ONE)
    path.chmod(stat.S_IRWXU)


def test_a_trigger_is_one_statement() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER t BEFORE DELETE ON a BEGIN\n SELECT 1;\nEND;\n"
    assert [statement.split()[1] for statement in statements(script)] == ["TABLE", "TRIGGER"]
