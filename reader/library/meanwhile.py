"""Indexing while articles still come in: in a worker process, beside those that read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from reader.library.onlooker import Tell
    from reader.library.workers import Job, Workers

_FEWEST = 500  # articles; fewer are indexed at the end
_MOST = 5_000
_GLANCE = 0.1  # seconds between two looks at how far it is


class Meanwhile:
    """Has what was stored indexed, in a few large commits: the more there is already, the larger the next one."""

    def __init__(self, workers: Workers, job: Callable[[], Job], *, fewest: int = _FEWEST) -> None:
        """Index nothing yet; ``job`` returns what indexes all that is missing, and never fewer than ``fewest``."""
        self._workers = workers
        self._job = job
        self._fewest = fewest
        self._begun: Future[None] | None = None
        self._waiting = 0
        self._indexed = 0

    def stored(self) -> None:
        """Take note of an article that is on disk."""
        self._waiting += 1
        if self._waiting >= max(self._fewest, min(self._indexed, _MOST)):
            self.begin()

    def begin(self) -> None:
        """Begin to index what is waiting, unless that is little or some is being indexed now."""
        if self._waiting < self._fewest or (self._begun is not None and not self._begun.done()):
            return
        self._begun = self._workers.run(self._job())
        self._indexed += self._waiting
        self._waiting = 0

    def finish(self, tell: Tell) -> None:
        """Wait until what was begun is indexed, or can't be, telling how far it is."""
        while self._begun is not None and not self._begun.done():
            done, of = self._workers.course()
            tell(done, of or None)
            with suppress(TimeoutError):
                self._begun.exception(_GLANCE)
