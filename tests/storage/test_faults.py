"""What happens to flags when the program is killed, the power fails, the disk is full.

``NEWSREADER_KILLS`` sets how often the program is killed (12 times; 200 is the bar that a release has to pass).
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from reader.errors import LibraryBusy, LibraryError
from reader.storage import SqliteFlagLog
from reader.storage.database import connect
from reader.storage.doctor import examine
from tests.storage.examples import event

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model import FlagEvent

KILLS = int(os.environ.get("NEWSREADER_KILLS", "12"))
FLAGGING = """
import sys, time
from pathlib import Path
from reader.storage import SqliteFlagLog
from tests.storage.examples import event
log = SqliteFlagLog(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(100_000):
    told = event(f"item {number % 7}", minute=number)
    log.append(told)
    print(told.id, flush=True)
    time.sleep(0.02)
"""


def test_no_flag_that_was_shown_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 - moments, not secrets
    path = tmp_path / "flags.db"
    shown: list[str] = []
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", FLAGGING, str(path)], stdout=subprocess.PIPE, text=True, bufsize=1
        ) as flagger:
            assert flagger.stdout is not None
            assert flagger.stdout.readline() == "ready\n"
            wanted = chance.randint(0, 12)
            shown.extend(flagger.stdout.readline().strip() for _ in range(wanted))
            time.sleep(chance.random() * 0.03)
            flagger.send_signal(signal.SIGKILL)
            shown.extend(line.strip() for line in flagger.stdout if line.endswith("\n"))
        log = SqliteFlagLog(path)
        kept = {told.id for told in log.events()}
        log.close()
        assert set(shown) <= kept
        assert all(finding.sound for finding in examine(path))
    assert shown


@pytest.mark.parametrize("seed", range(8))
def test_no_flag_that_was_shown_is_lost_when_the_power_fails(tmp_path: Path, seed: int) -> None:
    """What was written after the last sync is torn, cut off, or never came: the synced log is all there."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    path, after = tmp_path / "flags.db", tmp_path / "after"
    after.mkdir()
    log = SqliteFlagLog(path)
    shown = []
    for number in range(chance.randint(1, 20)):
        told = event(f"item {number}", minute=number)
        log.append(told)
        shown.append(told)
    synced = path.with_name("flags.db-wal").stat().st_size
    log.append(event("never shown", minute=1_000))
    for name in ("flags.db", "flags.db-wal"):
        shutil.copy(tmp_path / name, after / name)
    log.close()
    with (after / "flags.db-wal").open("r+b") as wal:
        size = wal.seek(0, os.SEEK_END)
        wal.truncate(chance.randint(synced, size))
        end = wal.seek(0, os.SEEK_END)
        if end > synced:
            wal.seek(chance.randint(synced, end - 1))
            wal.write(chance.randbytes(min(512, end - wal.tell())))
    kept = SqliteFlagLog(after / "flags.db")
    assert list(kept.events())[: len(shown)] == shown
    kept.append(event("afterwards", minute=2_000))
    assert len(kept.events()) in {len(shown) + 1, len(shown) + 2}
    kept.close()
    assert all(finding.sound for finding in examine(after / "flags.db"))


def test_each_flag_is_synced_before_it_is_shown(tmp_path: Path) -> None:
    log = SqliteFlagLog(tmp_path / "flags.db")
    with connect(tmp_path / "flags.db") as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    log.close()


def test_a_log_that_another_process_holds_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "flags.db"
    log = SqliteFlagLog(path, wait=0.1)
    holder = connect(path)
    holder.execute("BEGIN IMMEDIATE")
    told = event()
    with pytest.raises(LibraryBusy, match="another process"):
        log.append(told)
    assert log.events() == []
    holder.execute("ROLLBACK")
    log.append(told)
    assert log.events() == [told]
    holder.close()
    log.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """Return a folder on a disk of 1 MB, where this person may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False)
    if not done or done.returncode != 0:
        pytest.skip("no disk may be mounted here")
    return folder


def fill(log: SqliteFlagLog, shown: list[FlagEvent]) -> None:
    for number in range(5_000):
        told = event(f"item {number}", minute=number)
        log.append(told)
        shown.append(told)


def test_a_full_disk_refuses_a_flag_and_keeps_the_others(small_disk: Path) -> None:
    try:
        log = SqliteFlagLog(small_disk / "flags.db")
        shown: list[FlagEvent] = []
        with pytest.raises(LibraryError, match="make room"):
            fill(log, shown)
        assert list(log.events()) == shown
        assert shown
        log.close()
        again = SqliteFlagLog(small_disk / "flags.db")
        assert list(again.events()) == shown
        again.close()
    finally:
        subprocess.run(["umount", str(small_disk)], check=True)  # noqa: S607 - found where mount was
