"""The log of flags at 100,000 events: opening it, one flag with its sync, the history of one item; and the commands.

Figures are milliseconds unless the name says that they are a ratio. The bar for each stands behind it.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.flagging import Flagging
from reader.model import Analysis, Anchor, Article, FlagEvent, FlagState, Span, Status, TargetKind, Verdict, Words
from reader.storage import SqliteFlagLog, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EVENTS = 100_000
ITEMS = 5_000
_TEXT = "The harbour board of Norvale voted seven to two on Tuesday to close the old ferry pier for a year. " * 30
_START = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
_RUNS = 15


def run() -> Sequence[tuple[str, float, str]]:
    """Measure on a temporary library."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = SqliteStore(folder / "library.db")
        store.put(Article(id="a", text=_TEXT, text_hash="h"), Analysis("a", "1"))
        _fill(folder / "flags.db")
        rows = [*_log_rows(folder, store)]
        store.close()
    return [*rows, *_command_rows()]


def _fill(path: Path) -> None:
    """Write the log: 100,000 events of two people on 5,000 items."""
    log = SqliteFlagLog(path)
    log.merge(_event(number) for number in range(EVENTS))
    log.close()


def _event(number: int) -> FlagEvent:
    """Return one event."""
    start = number % 2_000
    anchor = Anchor("a", Span(start, start + 60), _TEXT[start : start + 60], "x" * 32, "y" * 32, "h")
    after = FlagState(Status.CHECKED, list(Verdict)[number % 6], f"note {number}")
    at = _START + dt.timedelta(seconds=number)
    person = "Ada" if number % 3 else "Ben"
    return FlagEvent(
        str(uuid.uuid4()), person, at, TargetKind.ITEM, f"item {number % ITEMS}", anchor, FlagState(), after
    )


def _log_rows(folder: Path, store: SqliteStore) -> list[tuple[str, float, str]]:
    """Measure what a person waits for."""
    path = folder / "flags.db"
    held = Words("a", Span(0, 60), _TEXT[:60])

    def opened() -> None:
        log = SqliteFlagLog(path)
        log.undoable("Ada")
        log.close()

    log = SqliteFlagLog(path)
    flagging = Flagging(store, log, "Ada")
    synced = _sync(folder)
    flagging.flags()

    def flag() -> None:
        flagging.flag(TargetKind.ITEM, "item 7", held, lambda _: FlagState(Status.CHECKED, Verdict.DISPUTED))

    def flag_anew() -> None:
        flagging.flag(TargetKind.ITEM, str(uuid.uuid4()), held, lambda _: FlagState(Status.IN_PROGRESS))

    def flag_and_list() -> None:
        flag()
        flagging.flags()

    rows = [
        ("open the log, ms", _median(opened), "at most 150"),
        ("one flag with its sync, ms", _median(flag), f"at most 15; a bare fsync takes {synced:.2f}"),
        ("one flag on a new item, ms", _median(flag_anew), "at most 15"),
        ("undo, ms", _median(flagging.undo), "at most 15"),
        ("history of an item, ms", _median(lambda: flagging.history("item 9")), "at most 10"),
        ("all flags after one more, ms", _median(flag_and_list), f"{ITEMS * 2} flags hold"),
    ]
    log.close()
    return rows


def _command_rows() -> list[tuple[str, float, str]]:
    """Measure the CPU time of commands as processes."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "NEWSREADER_LIBRARY": f"{folder}/library",
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
        }
        program = (sys.executable, "-m", "reader")
        whoosh = _cpu((sys.executable, "-c", "import whoosh.qparser"), environment)
        _cpu((*program, "stories"), environment, runs=1)
        searching = _cpu((*program, "search", "treaty"), environment)
        flags = _cpu((*program, "flags"), environment)
    return [
        (
            "newsreader search, CPU as a ratio",
            searching / whoosh,
            f"at most 2 × import whoosh.qparser ({whoosh:.0f} ms)",
        ),
        ("newsreader flags, CPU as a ratio", flags / whoosh, "import whoosh.qparser"),
    ]


def _median(work: Callable[[], object]) -> float:
    """Return the median time of some runs in milliseconds, after one that does not count."""
    work()
    taken = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1_000)
    return statistics.median(taken)


def _sync(folder: Path) -> float:
    """Return the median time of writing a page and syncing it, in milliseconds."""
    with (folder / "bare").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(b"x" * 4_096)
            os.fsync(file.fileno())

        return _median(write)


def _cpu(command: Sequence[str], environment: dict[str, str], *, runs: int = _RUNS) -> float:
    """Return the least CPU time, user and system, of some runs of a process in milliseconds, after one to warm up."""
    taken = []
    for _ in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=environment, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1_000)
    return min(taken[1:])
