"""Worker processes that read many articles closely and index them, while this one goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager, redirect_stderr, suppress
from typing import TYPE_CHECKING, Self

from reader.library.analysing import read_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor, Future
    from multiprocessing.sharedctypes import SynchronizedArray as Array
    from multiprocessing.synchronize import Event

    from reader.library.analysing import Pack, Task
    from reader.ports import Packed

GoOn = Callable[[int, int], None]
"""Takes how much is done, and of how much; raises where the work is not wanted any more."""

Job = Callable[[GoOn], None]
"""Work for another process; it calls what it is given now and then."""

_WORKERS_FROM = 16  # starting a worker costs as much as reading a dozen articles
_CHUNK = 16  # tasks that are sent together
_leaving: list[Event] = []
"""In a worker process: what tells that nobody waits any more."""
_courses: list[Array[int]] = []
"""In a worker process: where it says how far a job is."""


class _NotWantedError(Exception):
    """Nobody waits for the work any more."""


class Workers:
    """Reads tasks closely: a few here, many in worker processes that are started once for the whole run."""

    def __init__(self, pack: Pack) -> None:
        """Start nothing yet; what is read is packed by ``pack``."""
        self._pack = pack
        self._pool: Executor | None = None
        self._leave: Event | None = None
        self._course: Array[int] | None = None
        self._broken = False

    def __enter__(self) -> Self:
        """Return the workers themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """Send the workers home, at once."""
        if self._leave is not None:
            self._leave.set()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def begin(self, tasks: Sequence[Task]) -> Callable[[], Sequence[Packed]]:
        """Have the tasks read; what is returned waits for the readings, in order."""
        if len(tasks) < _WORKERS_FROM or self._broken:
            return lambda: read_all(tasks, self._pack)
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - only a bulk needs them

        try:
            pool = self._started()
            begun = [pool.submit(read_some, tasks[at : at + _CHUNK], self._pack) for at in range(0, len(tasks), _CHUNK)]
        except (BrokenProcessPool, OSError):
            self._broken = True  # no process may be started here: everything can be done in this one
            return lambda: read_all(tasks, self._pack)

        def readings() -> Sequence[Packed]:
            try:
                return [reading for chunk in begun for reading in chunk.result()]
            except (BrokenProcessPool, OSError):
                self._broken = True
                return read_all(tasks, self._pack)

        return readings

    def run(self, job: Job) -> Future[None] | None:
        """Have a job done in a worker process where there are any; what is returned tells when it is over."""
        if self._pool is None or self._broken:
            return None
        if self._course is not None:
            self._course[:] = [0, 0]
        try:
            return self._pool.submit(_do, job)
        except (RuntimeError, OSError):  # a broken pool's error is the first
            self._broken = True
            return None

    def course(self) -> tuple[int, int]:
        """Return how much of the job that was given last is done, and of how much."""
        done, of = self._course[:] if self._course is not None else (0, 0)
        return done, of

    def _started(self) -> Executor:
        """Return the pool; its processes are spawned, since this one has threads."""
        if self._pool is None:
            import multiprocessing  # noqa: PLC0415 - only a bulk needs them
            import os  # noqa: PLC0415 - the same
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same

            context = multiprocessing.get_context("spawn")
            # The first of these starts a process that inherits standard error, and the desk puts something there
            # that is no file.
            with redirect_stderr(sys.__stderr__):
                self._leave = context.Event()
                self._course = context.Array("Q", 2)
            self._pool = ProcessPoolExecutor(
                max_workers=max(1, min(8, os.cpu_count() or 1)),
                mp_context=context,
                initializer=_begin_work,
                initargs=(self._leave, self._course),
            )
        return self._pool


def read_some(tasks: Sequence[Task], pack: Pack) -> list[Packed]:
    """Read several articles closely in a worker process.

    What is made of an article hangs together in no circles and is gone once it is sent.
    """
    with _not_looking_for_circles():
        return read_all(tasks, pack)


@contextmanager
def _not_looking_for_circles() -> Iterator[None]:
    """Let Python not look for unused objects that hold one another, which takes an eighth of the time, for a while."""
    import gc  # noqa: PLC0415 - only workers need it

    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _do(job: Job) -> None:
    """Do a job in a worker process, as long as somebody waits for it."""
    with suppress(_NotWantedError), _not_looking_for_circles():
        job(_go_on)


def _go_on(done: int, of: int) -> None:
    """Say how far the job is; stop it where nobody waits for it."""
    if any(leave.is_set() for leave in _leaving):
        raise _NotWantedError
    for course in _courses:
        course[:] = [done, of]


def _begin_work(leave: Event, course: Array[int]) -> None:
    """Leave ctrl+c to the one process that knows what to do about it, and end when that process does.

    A worker that waits for its next task does not notice that the process which would give it was killed.
    """
    import multiprocessing  # noqa: PLC0415 - only workers need it
    import os  # noqa: PLC0415 - the same
    import signal  # noqa: PLC0415 - the same
    import threading  # noqa: PLC0415 - the same
    from multiprocessing.connection import wait  # noqa: PLC0415 - the same

    _leaving.append(leave)
    _courses.append(course)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
