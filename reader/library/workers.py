"""Worker processes that read many articles closely, while this one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from reader.library.analysing import Reading, Task, read_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

_WORKERS_FROM = 16  # starting a worker costs as much as reading a dozen articles
_CHUNK = 8  # tasks that are sent together


class Workers:
    """Reads tasks closely: a few here, many in worker processes that are started once for the whole run."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._pool: Executor | None = None
        self._broken = False

    def __enter__(self) -> Self:
        """Return the workers themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """Send the workers home, at once."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def begin(self, tasks: Sequence[Task]) -> Callable[[], Sequence[Reading]]:
        """Have the tasks read; what is returned waits for the readings, in order."""
        if len(tasks) < _WORKERS_FROM or self._broken:
            return lambda: read_all(tasks)
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - only a bulk needs them

        try:
            pool = self._started()
            begun = [pool.submit(read_all, tasks[at : at + _CHUNK]) for at in range(0, len(tasks), _CHUNK)]
        except (BrokenProcessPool, OSError):
            self._broken = True  # no process may be started here: everything can be done in this one
            return lambda: read_all(tasks)

        def readings() -> Sequence[Reading]:
            try:
                return [reading for chunk in begun for reading in chunk.result()]
            except (BrokenProcessPool, OSError):
                self._broken = True
                return read_all(tasks)

        return readings

    def _started(self) -> Executor:
        """Return the pool; its processes are spawned, since this one has threads."""
        if self._pool is None:
            import multiprocessing  # noqa: PLC0415 - only a bulk needs them
            import os  # noqa: PLC0415 - the same
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same

            self._pool = ProcessPoolExecutor(
                max_workers=max(1, min(8, os.cpu_count() or 1)),
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin_work,
            )
        return self._pool


def _begin_work() -> None:
    """Leave ctrl+c to the one process that knows what to do about it, and end when that process does.

    A worker that waits for its next task does not notice that the process which would give it was killed.
    """
    import multiprocessing  # noqa: PLC0415 - only workers need it
    import os  # noqa: PLC0415 - the same
    import signal  # noqa: PLC0415 - the same
    import threading  # noqa: PLC0415 - the same
    from multiprocessing.connection import wait  # noqa: PLC0415 - the same

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
