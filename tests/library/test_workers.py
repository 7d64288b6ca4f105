"""Worker processes: what they read, and what happens where they die."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from reader.index import open_index
from reader.library.analysing import Task, read_all
from reader.library.keeping_up import bring_up
from reader.library.meanwhile import Meanwhile
from reader.library.onlooker import Onlooker
from reader.library.workers import Workers
from reader.model import Doing, RawArticle
from reader.storage import SqliteStore
from reader.storage.encoding import pack

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.workers import GoOn

TASKS = [
    Task(
        RawArticle(f"{number}.txt", f"Notice\n\nThe ferry left Norvale with {number + 2} people on board."),
        f"a{number}",
    )
    for number in range(20)
]


class _Deadly(str):
    """An id whose arrival ends the process that it arrives in."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, tuple[int]]:
        """Have the receiver end itself."""
        return os._exit, (3,)


def test_workers_read_in_order_what_this_process_would() -> None:
    with Workers(pack) as workers:
        begun = [workers.begin(TASKS), workers.begin(TASKS[:2]), workers.begin(TASKS[::-1])]
        assert [readings() for readings in begun] == [
            read_all(TASKS, pack),
            read_all(TASKS[:2], pack),
            read_all(TASKS[::-1], pack),
        ]


class _Says:
    """A job that writes how often it was let go on."""

    def __init__(self, file: Path) -> None:
        """Write to ``file``."""
        self.file = file

    def __call__(self, go_on: GoOn) -> None:
        """Write, until nobody waits for it any more."""
        go_on(0, 1)
        self.file.write_text("begun", encoding="utf-8")
        while True:
            go_on(1, 1)


def test_a_job_ends_when_nobody_waits_for_it(tmp_path: Path) -> None:
    file = tmp_path / "job"
    with Workers(pack) as workers:
        assert workers.run(_Says(file)) is None
        workers.begin(TASKS)()
        done = workers.run(_Says(file))
        assert done is not None
        while not file.exists():
            assert not done.done()
    assert done.exception(timeout=60) is None


def test_a_job_whose_process_dies_is_over(tmp_path: Path) -> None:
    with Workers(pack) as workers:
        workers.begin(TASKS)()
        done = workers.run(_Ends())
        assert done is not None
        assert done.exception(timeout=60) is not None
        assert workers.run(_Says(tmp_path / "job")) is None
        assert workers.begin(TASKS)() == read_all(TASKS, pack)


class _Ends:
    """A job that ends the process it is done in."""

    def __call__(self, go_on: GoOn) -> None:
        """End it at once."""
        del go_on
        os._exit(3)


def test_where_the_workers_die_everything_is_read_here() -> None:
    tasks = [*TASKS[:19], Task(TASKS[19].raw, _Deadly("a19"))]
    with Workers(pack) as workers:
        assert workers.begin(tasks)() == read_all(TASKS, pack)
        assert workers.begin(TASKS)() == read_all(TASKS, pack)


def test_what_was_stored_is_indexed_by_a_worker_while_others_read(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "library.db")
    index = open_index(tmp_path / "index", store)
    with Workers(pack) as workers, Onlooker().course(Doing.INDEXING) as tell:
        meanwhile = Meanwhile(workers, partial(partial, bring_up, index), fewest=12)
        for number, packed in enumerate(workers.begin(TASKS)(), 1):
            store.put_packed(packed)
            meanwhile.stored()
            if number == 12:
                meanwhile.finish(tell)
        meanwhile.begin()
        meanwhile.finish(tell)
        assert index.search("norvale").total == 12
    assert index.catch_up() == 8
    assert index.search("norvale").total == 20
    index.close()
    store.close()
