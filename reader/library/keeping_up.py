"""The index kept in step with the store, beside the searches that it answers."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.errors import IndexUnavailable, NewsreaderError
from reader.library.onlooker import StoppedError, never
from reader.model import Doing

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.onlooker import Onlooker
    from reader.library.workers import GoOn, Job
    from reader.ports import LibraryStore, SearchIndex

_Answer = TypeVar("_Answer")

_PATIENCE = 2.0
"""Seconds that a finished query waits for articles that are not in the index yet."""

_MOMENT = 0.03
"""Seconds that a keystroke waits for them: enough for a few articles."""

_WITHOUT_ANY = 1.0
"""Seconds that a keystroke waits where nothing is found in what is indexed, so there is nothing to show meanwhile."""


class _GivesWay(Exception):
    """Another process writes the index: there is nothing to do for this one."""


class KeepingUp:
    """An index that is opened at the first question, and brought up to the store in a thread of its own.

    Questions are answered from the index as it was last committed, so that none waits for another process that
    writes or for many articles being indexed. Thread-safe.
    """

    def __init__(self, store: LibraryStore, open_index: Callable[[], SearchIndex], onlooker: Onlooker) -> None:
        """Keep what ``open_index`` opens up with ``store``; ``onlooker`` is told how far indexing is."""
        self._store = store
        self._open_index = open_index
        self._onlooker = onlooker
        self._opening = threading.Lock()
        self._writing = threading.Lock()
        self._index: SearchIndex | None = None
        self._indexed = -1
        self._round: threading.Event | None = None
        self._closed = False
        self._stopped = False

    def index(self) -> SearchIndex:
        """Return the index; opening it imports the search engine."""
        with self._opening:
            if self._index is None:
                self._index = self._open_index()
            return self._index

    @property
    def is_behind(self) -> bool:
        """Whether the store has something that the index is not known to have. Cheap."""
        return self._store.change() != self._indexed

    def ask(self, question: Callable[[SearchIndex], _Answer], *, patient: bool) -> _Answer:
        """Return the index's answer; raise ``IndexUnavailable``.

        Where articles are missing, their indexing is begun, and waited for a little; ``patient`` waits longer, and
        where there is no index at all builds it first, however long that takes.
        """
        index = self.index()
        if self.is_behind:
            self._begin().wait(_PATIENCE if patient else _MOMENT)
        try:
            return question(index)
        except IndexUnavailable as error:
            if patient:
                self.catch_up()
            elif not self._anew().wait(_WITHOUT_ANY):
                raise IndexUnavailable(
                    "the search index is being built from the articles: ask again in a moment"
                ) from error
        return question(index)

    def begin(self) -> None:
        """Begin to index what is missing, in a thread of its own, before anybody asks."""
        self._begin()

    def wait(self) -> bool:
        """Wait for what is being indexed as long as a keystroke does that has nothing to show; tell if it is over."""
        return self._round is None or self._round.wait(_WITHOUT_ANY)

    def stop(self) -> bool:
        """Stop what is being indexed in that thread, until the next question; return whether something was."""
        self._stopped = True
        return self._round is not None and not self._round.is_set()

    def catch_up(self, stop: Callable[[], bool] = never) -> int:
        """Index what is stored and not indexed, whoever has to be waited for; return how many articles.

        Raise ``StoppedError`` where ``stop`` said so.
        """
        index = self.index()
        with self._writing, self._onlooker.course(Doing.INDEXING, stop) as tell:
            change = self._store.change()
            count = index.catch_up(tell)
            self._indexed = change
        return count

    def elsewhere(self) -> Job:
        """Return what indexes all that is missing then in the process that it is sent to."""
        return partial(bring_up, self.index())

    def close(self) -> None:
        """Let go of the index, if it was opened; what is being indexed is left to the next start."""
        self._closed = True
        with self._writing, self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None

    def _anew(self) -> threading.Event:
        """Begin to build an index that can't be used, whatever was indexed before."""
        self._indexed = -1
        return self._begin()

    def _begin(self) -> threading.Event:
        """Begin to index what is missing, unless that is under way; return what tells that it is over."""
        with self._opening:
            if self._round is None or self._round.is_set():
                self._stopped = False
                self._round = threading.Event()
                threading.Thread(target=self._follow, args=(self._round,), name="indexing", daemon=True).start()
            return self._round

    def _follow(self, over: threading.Event) -> None:
        """Index what is missing, unless another process writes: that one indexes what it stores itself."""
        try:
            if self._closed:
                return
            index = self.index()
            with self._writing, self._onlooker.course(Doing.INDEXING, lambda: self._closed or self._stopped) as tell:
                change = self._store.change()
                index.catch_up(tell, waiting=_give_way)
                self._indexed = change
        except (StoppedError, _GivesWay, NewsreaderError):
            # What can't be written now is tried again at the next question; until then the last commit answers.
            return
        finally:
            over.set()


def bring_up(index: SearchIndex, go_on: GoOn) -> None:
    """Index what is missing, unless another process is at it, as long as ``go_on`` does not raise."""
    with suppress(_GivesWay, NewsreaderError):  # the process that holds the library does what is left undone
        index.catch_up(go_on, waiting=_give_way)


def _give_way() -> None:
    """Leave the writing to the process that is at it."""
    raise _GivesWay
