"""Worker processes: what they read, and what happens where they die."""

from __future__ import annotations

import os

from reader.library.analysing import Task, read_all
from reader.library.workers import Workers
from reader.model import RawArticle

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
    with Workers() as workers:
        begun = [workers.begin(TASKS), workers.begin(TASKS[:2]), workers.begin(TASKS[::-1])]
        assert [readings() for readings in begun] == [read_all(TASKS), read_all(TASKS[:2]), read_all(TASKS[::-1])]


def test_where_the_workers_die_everything_is_read_here() -> None:
    tasks = [*TASKS[:19], Task(TASKS[19].raw, _Deadly("a19"))]
    with Workers() as workers:
        assert workers.begin(tasks)() == read_all(TASKS)
        assert workers.begin(TASKS)() == read_all(TASKS)
