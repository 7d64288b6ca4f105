"""Opening an index while others commit, and what they leave behind."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.errors import IndexUnavailable
from reader.index import manifest, open_index
from reader.model import Analysis
from tests.index.shelves import MemoryStore, article, stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BRIDGE = article("one", "The bridge was closed.")


@pytest.fixture
def store() -> MemoryStore:
    """Return a store of one article."""
    return stored(BRIDGE)


def _commit(folder: Path, store: MemoryStore) -> None:
    """Replace the article, and with it every file of the index, as another process would."""
    store.put(replace(BRIDGE, text="The bridge was opened."), Analysis("one", "1"))
    other = open_index(folder, store)
    other.catch_up()
    other.close()


def _meanwhile(monkeypatch: pytest.MonkeyPatch, event: Callable[[], None], times: int) -> None:
    """Let ``event`` happen between reading the table of contents and opening the files that it names, so many times."""
    check = manifest.check_lengths
    left = itertools.count(times, -1)
    inside: list[bool] = []

    def checked(folder: Path, read: manifest.Manifest) -> None:
        if not inside and next(left) > 0:
            inside.append(True)
            event()
            inside.pop()
        check(folder, read)

    monkeypatch.setattr(manifest, "check_lengths", checked)


def test_an_index_that_is_committed_while_it_is_opened_is_opened_again(
    tmp_path: Path, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    open_index(folder, store).catch_up()
    _meanwhile(monkeypatch, lambda: _commit(folder, store), times=1)
    assert open_index(folder, store).search("opened").total == 1


def test_an_index_that_is_never_whole_is_said_to_be_unusable(
    tmp_path: Path, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    open_index(folder, store).catch_up()
    _meanwhile(monkeypatch, lambda: _commit(folder, store), times=1_000)
    with pytest.raises(IndexUnavailable, match="a file of it is missing"):
        open_index(folder, store).search("opened")


def test_a_file_of_the_right_length_that_holds_something_else_is_noticed(tmp_path: Path, store: MemoryStore) -> None:
    folder = tmp_path / "index"
    open_index(folder, store).catch_up()
    (lexicon,) = folder.glob("*.lex")
    lexicon.write_bytes(b"\xff" * lexicon.stat().st_size)
    with pytest.raises(IndexUnavailable, match="damaged"):
        open_index(folder, store).search("bridge")


def test_what_a_killed_writer_left_behind_is_deleted(tmp_path: Path, store: MemoryStore) -> None:
    folder = tmp_path / "index"
    open_index(folder, store).catch_up()
    (folder / "articles.tmp").mkdir()
    (folder / "articles_0123456789abcdef.pst").write_bytes(b"x")
    store.put(article("two", "A second bridge."), Analysis("two", "1"))
    open_index(folder, store).catch_up()
    assert not (folder / "articles.tmp").exists()
    assert not (folder / "articles_0123456789abcdef.pst").exists()


def test_articles_that_are_stored_while_the_index_is_built_are_in_it_too(tmp_path: Path, store: MemoryStore) -> None:
    index = open_index(tmp_path / "index", store)
    late = iter("abc")

    def progress(_done: int, _of: int) -> None:
        for id_ in itertools.islice(late, 1):
            store.put(article(id_, "A late bridge."), Analysis(id_, "1"))

    assert index.catch_up(progress) == 4
    assert index.search("bridge").total == 4


def test_indexing_that_is_stopped_leaves_nothing_behind(tmp_path: Path, store: MemoryStore) -> None:
    folder = tmp_path / "index"
    index = open_index(folder, store)
    index.catch_up()
    before = sorted(folder.iterdir())
    store.put(article("two", "A second bridge."), Analysis("two", "1"))

    def stop(_done: int, _of: int) -> None:
        raise InterruptedError("stopped")

    with pytest.raises(IndexUnavailable):
        index.catch_up(stop)
    assert sorted(folder.iterdir()) == before
    assert index.search("bridge").total == 1
    assert index.catch_up() == 1
