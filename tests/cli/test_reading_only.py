"""``newsreader`` as a person who may read a library and not write it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.storage.database import connect
from tests.cli.conftest import Caller
from tests.library.examples import write_story

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
AS_OTHERS = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """Lend a folder, and give the right to write in it back at the end."""
    yield tmp_path
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o755)


@pytest.fixture
def library(shared: Path) -> Caller:
    """Return a caller on a library with a story, a flag and an index, that was filled by ``add`` alone."""
    (config := shared / "config.toml").write_text('person = "Ada"\n', encoding="utf-8")
    caller = Caller(shared / "library", config)
    caller("add", str(write_story(shared / "texts")))
    caller("flag", caller.json("facts")[0]["items"][0]["id"], "disputed")
    return caller


def close(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Take the right to write from everybody; return what is in the folder."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return inside(folder)


def inside(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return when every file was changed, and what is in it."""
    return {
        str(path): (path.stat().st_mtime_ns, b"" if path.is_dir() else path.read_bytes())
        for path in (folder, *folder.rglob("*"))
    }


def read_only(library: Caller, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Call as somebody to whom permissions apply."""
    if AS_OTHERS and shutil.which(AS_OTHERS[0]) is None:
        pytest.skip("this person may write everything")
    done = subprocess.run(
        [*AS_OTHERS, sys.executable, "-m", "reader", "--library", str(library.folder), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={
            "PATH": os.environ["PATH"],
            "HOME": "/",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
            "NEWSREADER_CONFIG": str(library.folder.parent / "config.toml"),
        },
    )
    assert done.returncode == code, done
    assert "Traceback" not in done.stderr
    return done


READING = [
    ("facts",),
    ("facts", "--json"),
    ("search", "pillars"),
    ("search", "is:flagged"),
    ("flags",),
    ("stories",),
    ("quotes",),
    ("export",),
    ("export", "--flags"),
    ("doctor",),
]


def test_a_library_that_cannot_be_written_is_read(library: Caller) -> None:
    expected = [library(*arguments).stdout for arguments in READING if arguments != ("export",)]
    article = library.json("stories")[0]["articles"][0]
    before = close(library.folder)
    found = [read_only(library, *arguments) for arguments in READING]
    assert [done.stdout for done in found if "# Fact" not in done.stdout[:10]] == expected
    assert all(done.stdout for done in found)
    assert "pier" in read_only(library, "show", article).stdout
    assert {line for done in found for line in done.stderr.splitlines()} <= {"2 articles", "1 article"}
    assert inside(library.folder) == before


def test_what_would_write_refuses_in_one_line_and_touches_nothing(library: Caller) -> None:
    item = library.json("facts")[0]["items"][0]["id"]
    article = library.json("stories")[0]["articles"][0]
    before = close(library.folder)
    for arguments in (
        ("flag", item, "verified"),
        ("undo",),
        ("add", str(library.folder.parent / "texts" / "post.txt")),
        ("add", str(ROOT / "README.md")),
        ("stories", "--split", article),
        ("search", "pillars", "--save", "mine"),
        ("doctor", "--repair"),
    ):
        done = read_only(library, *arguments, code=0 if "post.txt" in arguments[-1] else 1)
        if done.returncode:
            assert len(done.stderr.splitlines()) == 1, arguments
            assert "can't be written" in done.stderr
    assert inside(library.folder) == before


def test_stories_and_checklists_that_were_not_kept_are_made_for_the_moment(library: Caller) -> None:
    expected = library("facts").stdout
    connection = connect(library.folder / "library.db")
    connection.execute("DELETE FROM story")
    connection.execute("DELETE FROM checklist")
    connection.execute("DELETE FROM setting WHERE key = 'stories.change'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = close(library.folder)
    assert read_only(library, "facts").stdout == expected
    assert inside(library.folder) == before


def test_what_another_process_has_not_put_into_the_file_yet_is_read(library: Caller) -> None:
    connection = connect(library.folder / "library.db")
    connection.execute("UPDATE article SET title = 'The newest title'")
    assert (library.folder / "library.db-wal").stat().st_size
    close(library.folder)
    assert "The newest title" in read_only(library, "stories").stdout
    library.folder.chmod(0o755)
    connection.close()
