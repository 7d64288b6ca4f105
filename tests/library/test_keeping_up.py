"""Searches go on while the index is written, built anew, or held by another process."""

from __future__ import annotations

import multiprocessing
import shutil
import threading
from typing import TYPE_CHECKING, Any

import pytest

from reader.errors import IndexUnavailable
from reader.index import open_index
from reader.library import keeping_up
from reader.library.keeping_up import KeepingUp
from reader.library.onlooker import Onlooker
from reader.library.reading import Reading
from reader.library.searching import Searching
from reader.model import Analysis, Article, Progress
from reader.storage import ARTICLES_FILE, SqliteStore
from tests.library.examples import opened, write_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.synchronize import Event
    from pathlib import Path

    from reader.model import SearchResults
    from reader.ports import SearchIndex

START = multiprocessing.get_context("spawn")
LIMIT = 20.0
"""Seconds after which a wait has failed; each ends as soon as what it waits for has happened."""


class Library:
    """A store and an index in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open both."""
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.store = SqliteStore(folder / ARTICLES_FILE)
        self.onlooker = Onlooker()
        self.kept = KeepingUp(self.store, lambda: open_index(folder / "index", self.store), self.onlooker)

    def put(self, id_: str) -> None:
        """Store an article about a bridge."""
        self.store.put(Article(id=id_, text=f"The bridge {id_} was closed.", text_hash=id_), Analysis(id_, "1"))

    def total(self, *, patient: bool) -> int:
        """Return how many articles about a bridge are found."""
        return self.kept.ask(lambda index: index.search("bridge").total, patient=patient)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Lend a library with one article that is indexed."""
    lent = Library(tmp_path / "library")
    lent.put("one")
    lent.kept.catch_up()
    yield lent
    lent.kept.close()
    lent.store.close()


class SlowToWrite:
    """An index whose ``catch_up`` waits for ``go`` before it does anything; all else is the index itself."""

    def __init__(self, index: SearchIndex, go: threading.Event) -> None:
        """Stand before ``index``."""
        self._index = index
        self.search = index.search
        self.close = index.close
        self._go = go

    def catch_up(
        self, progress: Callable[[int, int], None] | None = None, *, waiting: Callable[[], None] | None = None
    ) -> int:
        """Wait, then catch up."""
        assert self._go.wait(LIMIT)
        return self._index.catch_up(progress, waiting=waiting)


def _slow(library: Library, go: threading.Event) -> KeepingUp:
    """Return the library's index as one that takes long to write."""
    index = SlowToWrite(open_index(library.folder / "index", library.store), go)
    return KeepingUp(library.store, lambda: index, library.onlooker)  # type: ignore[arg-type, return-value]  # what KeepingUp calls is there


@pytest.mark.parametrize("patient", [False, True])
def test_a_search_answers_from_the_last_commit_while_articles_are_indexed(
    library: Library, monkeypatch: pytest.MonkeyPatch, *, patient: bool
) -> None:
    monkeypatch.setattr(keeping_up, "_PATIENCE", 0.05)
    go = threading.Event()
    kept = _slow(library, go)
    library.put("two")
    assert kept.ask(lambda index: index.search("bridge").total, patient=patient) == 1
    go.set()
    assert kept.ask(lambda index: index.search("bridge").total, patient=True) == 2
    kept.close()


class AnswersLate(SlowToWrite):
    """An index that is caught up after it has searched and before it answers."""

    def __init__(self, index: SearchIndex, store: SqliteStore) -> None:
        """Stand before ``index``."""
        super().__init__(index, threading.Event())
        onlooker = Onlooker()
        self.searching = Searching(store, lambda: self, Reading(store, onlooker), None, onlooker)  # type: ignore[arg-type, return-value]  # no state is asked for
        self.search = self._search_and_wait

    def _search_and_wait(self, query: str, **options: Any) -> SearchResults:  # noqa: ANN401 - handed on
        results = self._index.search(query, **options)
        self._go.set()
        self.searching.catch_up()
        return results


def test_results_tell_of_articles_that_were_indexed_while_the_search_went_on(library: Library) -> None:
    library.put("two")
    late = AnswersLate(open_index(library.folder / "index", library.store), library.store)
    missed = late.searching.search("bridge", limit=9, as_typed=True)
    assert (missed.total, missed.behind) == (1, True)
    found = late.searching.search("bridge", limit=9, as_typed=True)
    assert (found.total, found.behind) == (2, False)
    late.searching.close()


def test_a_search_does_not_wait_for_the_thread_that_adds(library: Library) -> None:
    go = threading.Event()
    kept = _slow(library, go)
    library.put("two")
    adding = threading.Thread(target=kept.catch_up)
    adding.start()
    assert kept.ask(lambda index: index.search("bridge").total, patient=False) == 1
    go.set()
    adding.join(LIMIT)
    assert kept.ask(lambda index: index.search("bridge").total, patient=False) == 2
    kept.close()


def _hold(folder: str, held: Event, release: Event) -> None:
    """Hold the index's lock of the writer until told to let go."""
    from pathlib import Path  # noqa: PLC0415 - runs in another process

    from reader.index.shelf import Shelf  # noqa: PLC0415 - the same

    with Shelf(Path(folder), "").writing(lambda: None):
        held.set()
        release.wait(LIMIT)


def test_a_search_does_not_wait_for_another_process_that_writes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_up, "_PATIENCE", 2 * LIMIT)
    held, release = START.Event(), START.Event()
    other = START.Process(target=_hold, args=(str(library.folder / "index"), held, release))
    other.start()
    assert held.wait(LIMIT)
    library.put("two")
    assert library.total(patient=True) == 1
    assert library.total(patient=False) == 1
    assert library.kept.is_behind
    release.set()
    other.join(LIMIT)
    assert library.total(patient=True) == 2


def test_a_finished_query_builds_the_index_that_is_missing(library: Library) -> None:
    shutil.rmtree(library.folder / "index")
    assert library.total(patient=True) == 1


def test_a_keystroke_waits_a_little_for_an_index_that_is_missing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_up, "_WITHOUT_ANY", LIMIT)
    assert library.total(patient=False) == 1
    shutil.rmtree(library.folder / "index")
    assert library.total(patient=False) == 1


def test_a_keystroke_without_an_index_says_that_it_is_being_built(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_up, "_WITHOUT_ANY", 0.05)
    go = threading.Event()
    kept = _slow(library, go)
    shutil.rmtree(library.folder / "index")
    with pytest.raises(IndexUnavailable, match="being built from the articles"):
        kept.ask(lambda index: index.search("bridge"), patient=False)
    go.set()
    assert kept.ask(lambda index: index.search("bridge").total, patient=True) == 1
    kept.close()


def test_closing_stops_what_is_being_indexed(library: Library) -> None:
    go = threading.Event()
    kept = _slow(library, go)
    library.put("two")
    assert kept.ask(lambda index: index.search("bridge").total, patient=False) == 1
    closing = threading.Thread(target=kept.close)
    closing.start()
    while not kept._closed:  # before that moment the test would tell nothing
        closing.join(0.001)
    go.set()
    closing.join(LIMIT)
    assert library.kept.is_behind
    assert open_index(library.folder / "index", library.store).search("bridge").total == 1


def test_what_is_stopped_is_left_to_the_next_question(library: Library) -> None:
    go = threading.Event()
    kept = _slow(library, go)
    library.put("two")
    assert not kept.stop()
    kept.begin()
    assert kept.stop()
    go.set()
    assert kept._round is not None
    assert kept._round.wait(LIMIT)
    assert kept.is_behind
    assert kept.ask(lambda index: index.search("bridge").total, patient=True) == 2
    kept.close()


def test_who_looks_on_is_told_how_far_indexing_is(library: Library) -> None:
    told: list[Progress] = []
    library.onlooker.watch(told.append)
    library.put("two")
    library.put("three")
    assert library.total(patient=True) == 3
    assert [(step.done, step.of) for step in told if not step.over] == [(1, 2), (2, 2)]
    assert told[-1].over


def test_results_tell_where_the_newest_articles_were_not_indexed_yet(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        list(library.add([str(write_story(tmp_path / "texts"))]))
        assert not library.search("ferry").behind
        held, release = START.Event(), START.Event()
        other = START.Process(target=_hold, args=(str(tmp_path / "library" / "index"), held, release))
        other.start()
        assert held.wait(LIMIT)
        store = SqliteStore(tmp_path / "library" / ARTICLES_FILE)
        store.put(Article(id="late", text="The late ferry.", text_hash="late"), Analysis("late", "1"))
        store.close()
        assert library.search("ferry").behind
        release.set()
        other.join(LIMIT)
        results = library.search("ferry")
        assert (results.total, results.behind) == (3, False)
