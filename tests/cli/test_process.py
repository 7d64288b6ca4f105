"""``newsreader`` as a process of its own: what it loads, how it ends, what it says when something is wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from reader import __version__
from reader.storage.database import connect
from tests.library.examples import write_story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[2]
NEWSREADER = (sys.executable, "-m", "reader")
LOADED = (
    "import sys; from reader.cli import main\n"
    "try: main(sys.argv[1:])\n"
    "except SystemExit: pass\n"
    "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
)


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """Return the environment of a person with an empty home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSREADER", "XDG"))}
    return {
        **kept,
        "HOME": str(tmp_path),
        "NEWSREADER_LIBRARY": str(tmp_path / "library"),
        "NEWSREADER_CONFIG": str(tmp_path / "config.toml"),
        "PYTHONPATH": str(ROOT),
    }


def call(
    arguments: Sequence[str], environment: Mapping[str, str], *, code: int = 0, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Return what a process gave; it has to end with ``code``."""
    done = subprocess.run(
        [*NEWSREADER, *arguments], input=given, capture_output=True, env=environment, check=False, timeout=120
    )
    assert done.returncode == code, done
    assert b"Traceback" not in done.stderr
    return done


def test_the_version_is_told(environment: Mapping[str, str]) -> None:
    assert call(["--version"], environment).stdout.decode() == f"newsreader {__version__}\n"


def test_without_a_terminal_one_line_says_what_to_use(environment: Mapping[str, str]) -> None:
    done = call([], environment, code=2)
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert b"newsreader facts" in done.stderr


def loaded(arguments: Sequence[str], environment: Mapping[str, str]) -> set[str]:
    """Return the packages that a command loads."""
    unmeasured = {name: value for name, value in environment.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, env=unmeasured, check=True, text=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_searching_loads_no_desk_and_no_reader_of_formats(environment: Mapping[str, str]) -> None:
    call(["stories"], environment)
    names = loaded(["search", "treaty"], environment)
    assert "whoosh" in names
    assert not names & {"textual", "rich", "trafilatura", "feedparser", "httpcore", "dateparser", "lxml", "numpy"}


def test_facts_load_none_of_the_arrays_that_grouping_counts_in(environment: Mapping[str, str]) -> None:
    call(["stories"], environment)
    assert "numpy" not in loaded(["facts"], environment)


@pytest.mark.parametrize("command", ["flags", "undo", "stories", "--help", "--version"])
def test_what_does_not_search_loads_no_search_engine(environment: Mapping[str, str], command: str) -> None:
    call(["stories"], environment)
    names = loaded([command], environment)
    unwanted = {"whoosh", "textual", "rich", "trafilatura", "snowballstemmer", "rapidfuzz", "multiprocessing", "numpy"}
    assert not names & unwanted


def test_a_reader_that_has_had_enough_is_no_failure(environment: Mapping[str, str]) -> None:
    call(["stories"], environment)
    with subprocess.Popen(
        [*NEWSREADER, "facts", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_a_fault_of_the_program_is_one_line(environment: Mapping[str, str]) -> None:
    broken = (
        "import reader.config\ndef fail(*_): raise ZeroDivisionError('by nought')\n"
        "reader.config.load_config = fail\nfrom reader.cli import main\nmain(['flags'])"
    )
    done = subprocess.run([sys.executable, "-c", broken], capture_output=True, env=environment, check=False, text=True)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "a fault of the program: ZeroDivisionError: by nought" in done.stderr


def test_settings_that_cannot_be_honoured_are_named_with_their_line(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    for text, says in (
        ("person = \n", ":1: is not TOML"),
        ('\nmood = "grim"\n', ":2: no setting is called 'mood'"),
        ('theme = "x"\nstrict = "yes"\n', ":2: strict takes"),
        ("[keys]\nquit = 3\n", "keys.quit takes"),
    ):
        (tmp_path / "config.toml").write_text(text)
        done = call(["flags"], environment, code=1)
        assert says in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    assert b"can't be read" in call(["flags"], environment, code=1).stderr


def test_the_library_is_named_by_option_variable_or_settings(environment: Mapping[str, str], tmp_path: Path) -> None:
    call(["--library", str(tmp_path / "one"), "stories"], environment)
    call(["stories", "--library", str(tmp_path / "two")], environment)
    assert (tmp_path / "one" / "library.db").exists()
    assert (tmp_path / "two" / "library.db").exists()
    call(["stories"], environment)
    assert (tmp_path / "library" / "library.db").exists()
    bare = {name: value for name, value in environment.items() if name != "NEWSREADER_LIBRARY"}
    (tmp_path / "config.toml").write_text(f'library = "{tmp_path / "three"}"\n')
    call(["stories"], bare)
    assert (tmp_path / "three" / "library.db").exists()
    (tmp_path / "config.toml").unlink()
    call(["stories"], bare)
    assert list(tmp_path.rglob("newsreader/library.db"))


def test_a_library_that_cannot_be_made_is_named(environment: Mapping[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a letter")
    done = call(["stories", "--library", str(tmp_path / "file" / "library")], environment, code=1)
    assert done.stderr.count(b"\n") == 1
    assert b"can't be made" in done.stderr


@pytest.fixture
def closed(environment: Mapping[str, str], tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a library that was closed to writing."""
    folder = tmp_path / "library"
    folder.mkdir()
    if os.access("/", os.W_OK):  # root may write everything that is not on a read-only disk
        mount = ["mount", "-t", "tmpfs", "tmpfs", str(folder)]
        if subprocess.run(mount, check=False).returncode:
            pytest.skip("this person may write everything and mount nothing")
        try:
            call(["stories"], environment)
            subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)  # noqa: S607 - the system's own
            yield folder
        finally:
            subprocess.run(["umount", str(folder)], check=True)  # noqa: S607 - the system's own
    else:
        call(["stories"], environment)
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)


def test_a_library_that_may_not_be_written_is_read_and_not_touched(
    environment: Mapping[str, str], closed: Path
) -> None:
    before = {path: path.read_bytes() for path in closed.rglob("*") if path.is_file()}
    for command in ("stories", "facts", "quotes", "flags"):
        done = call([command], environment)
        assert bool(done.stdout) == (command != "flags")
    done = call(["add", str(ROOT / "README.md")], environment, code=1)
    assert done.stderr.count(b"\n") == 1
    assert b"can't be written" in done.stderr
    assert {path: path.read_bytes() for path in closed.rglob("*") if path.is_file()} == before


def notices(folder: Path, count: int) -> Path:
    """Write many short articles into a folder; return it."""
    folder.mkdir()
    for number in range(count):
        text = f"Notice {number}\n\nThe ferry number {number} left Norvale with {number + 2} people on board.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_kill_loses_no_article_that_was_reported(environment: Mapping[str, str], tmp_path: Path) -> None:
    texts = notices(tmp_path / "texts", 120)
    reported: set[str] = set()
    for seen in (1, 4, 30):
        with subprocess.Popen(
            [*NEWSREADER, "add", "--json", str(texts)], stdout=subprocess.PIPE, env=environment
        ) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(seen)]
            process.kill()
            lines.extend(process.stdout)
        reported.update(json.loads(line)["article"] for line in lines if line.endswith(b"\n"))
        stories = [json.loads(line) for line in call(["stories", "--json"], environment).stdout.splitlines()]
        stored = {article for story in stories for article in story["articles"]}
        assert reported <= stored
        (found,) = (json.loads(line) for line in call(["search", "ferry", "--json"], environment).stdout.splitlines())
        assert found["total"] == len(stored)


def test_ctrl_c_leaves_what_was_reported_and_only_that(environment: Mapping[str, str], tmp_path: Path) -> None:
    texts = notices(tmp_path / "texts", 400)
    with subprocess.Popen(
        [*NEWSREADER, "add", "--json", str(texts)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        reported = [json.loads(process.stdout.readline())]
        process.send_signal(signal.SIGINT)
        reported.extend(json.loads(line) for line in process.stdout)
        assert process.stderr.read() == f"stopped: {len(reported)} added\n".encode()
        assert process.wait(60) == 130
    assert len(reported) < 400
    stories = [json.loads(line) for line in call(["stories", "--json"], environment).stdout.splitlines()]
    assert {article for story in stories for article in story["articles"]} == {one["article"] for one in reported}


def at_terminal(arguments: Sequence[str], environment: Mapping[str, str]) -> pexpect.spawn[str]:
    """Return a process at a terminal of 80 columns."""
    return pexpect.spawn(
        NEWSREADER[0],
        [*NEWSREADER[1:], *arguments],
        env={**environment, "TERM": "xterm"},
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 80),
    )


def test_at_a_terminal_one_sees_how_far_adding_is_and_ctrl_c_says_what_was_added(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    # So many that none of them is the last when ctrl+c arrives, however fast the machine.
    adding = at_terminal(["add", str(notices(tmp_path / "texts", 5_000))], environment)
    adding.expect(r"adding [\d,]+ of 5,000 · [\d.,]+/s · \d+\.txt")
    assert len(str(adding.match.group())) < 80
    adding.sendintr()
    adding.expect(r"stopped: ([\d,]+) added")
    said = int(str(adding.match.group(1)).replace(",", ""))
    adding.expect(pexpect.EOF)
    adding.close()
    assert adding.exitstatus == 130
    assert 0 < said < 5_000
    stories = [json.loads(line) for line in call(["stories", "--json"], environment).stdout.splitlines()]
    assert sum(len(story["articles"]) for story in stories) == said


def test_what_is_piped_on_has_no_line_in_it(environment: Mapping[str, str], tmp_path: Path) -> None:
    texts, file = notices(tmp_path / "texts", 100), tmp_path / "reports"
    shell = f'"{NEWSREADER[0]}" -m reader add --json "{texts}" > "{file}"'
    adding = pexpect.spawn("/bin/sh", ["-c", shell], env=dict(environment), encoding="utf-8", timeout=60)
    adding.expect(pexpect.EOF)
    adding.close()
    assert adding.exitstatus == 0
    assert [json.loads(line)["result"] for line in file.read_text().splitlines()] == ["added"] * 100
    assert call(["add", str(texts)], environment).stderr == b""


def test_two_processes_add_to_one_library_at_once(environment: Mapping[str, str], tmp_path: Path) -> None:
    folders = [write_story(tmp_path / "one"), notices(tmp_path / "two", 10)]
    adding = [
        subprocess.Popen([*NEWSREADER, "add", str(folder)], env=environment, stdout=subprocess.DEVNULL)
        for folder in folders
    ]
    assert [process.wait(120) for process in adding] == [0, 0]
    stories = [json.loads(line) for line in call(["stories", "--json"], environment).stdout.splitlines()]
    assert sum(len(story["articles"]) for story in stories) == 12
    (found,) = (json.loads(line) for line in call(["search", "ferry", "--json"], environment).stdout.splitlines())
    assert found["total"] == 12


def test_the_desk_is_not_opened_on_a_library_of_a_newer_version(environment: Mapping[str, str], tmp_path: Path) -> None:
    call(["stories"], environment)
    path = tmp_path / "library" / "library.db"
    connection = connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = path.read_bytes()
    desk = pexpect.spawn(NEWSREADER[0], list(NEWSREADER[1:]), env=dict(environment), encoding="utf-8", timeout=60)
    desk.expect(pexpect.EOF)
    desk.close()
    assert desk.exitstatus == 1
    assert desk.before.count("\n") == 1
    assert "newer version" in desk.before
    assert path.read_bytes() == before
