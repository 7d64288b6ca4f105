"""Searches that were made and saved."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from reader.errors import NotFound
from reader.library.searches import SearchMemory
from reader.model import SavedSearch, Searches
from reader.storage import ARTICLES_FILE, SqliteStore
from tests.library.examples import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.library import Library


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Lend an empty store."""
    lent = SqliteStore(tmp_path / ARTICLES_FILE)
    yield lent
    lent.close()


def test_nothing_was_searched_for_in_a_new_library(store: SqliteStore) -> None:
    assert SearchMemory(store).searches() == Searches()


def test_the_last_fifty_different_queries_are_kept_the_latest_first(store: SqliteStore) -> None:
    memory = SearchMemory(store)
    for number in range(60):
        memory.note(f"pier  {number} ")
    memory.note("pier 20")
    memory.note("pier 20")
    made = memory.searches().made
    assert made[:3] == ("pier 20", "pier 59", "pier 58")
    assert len(made) == len(set(made)) == 50
    memory.forget_history()
    assert memory.searches().made == ()


@pytest.mark.parametrize("query", ["", "  \n", "x" * 2_001])
def test_what_is_no_query_is_not_remembered(store: SqliteStore, query: str) -> None:
    SearchMemory(store).note(query)
    assert SearchMemory(store).searches().made == ()


def test_saved_searches_are_listed_by_name_and_outlive_a_start(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        library.save_search("the Pier", 'pier "nine million"')
        library.save_search("Bus", "bus")
        assert library.save_search("the Pier ", "pier -bus") == SavedSearch("the Pier", "pier -bus")
        library.note_search("zeppelin")
    with opened(tmp_path / "library") as library:
        expected = (SavedSearch("Bus", "bus"), SavedSearch("the Pier", "pier -bus"))
        assert library.searches() == Searches(expected, ("zeppelin",))
        assert library.saved_search("THE pier").query == "pier -bus"
        assert library.forget_search("bus") == expected[0]
        library.forget_searches_made()
        assert library.searches() == Searches(expected[1:])
        with pytest.raises(NotFound, match="saved search 'bus'"):
            library.forget_search("bus")


@pytest.mark.parametrize(("name", "query"), [("", "pier"), ("pier", " ")])
def test_a_saved_search_needs_a_name_and_words(store: SqliteStore, name: str, query: str) -> None:
    with pytest.raises(ValueError, match="a name and words"):
        SearchMemory(store).save(name, query)


@pytest.mark.parametrize("damaged", ["", "{", "[1, 2]", '{"a": 1}', '"x"', "null"])
def test_a_damaged_setting_counts_as_none(store: SqliteStore, damaged: str) -> None:
    store.remember("searches made", damaged)
    store.remember("searches saved", damaged)
    memory = SearchMemory(store)
    assert memory.searches() == Searches()
    memory.note("pier")
    memory.save("pier", "pier")
    assert memory.searches() == Searches((SavedSearch("pier", "pier"),), ("pier",))


def test_two_libraries_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    def save(library: Library, letter: str) -> None:
        for number in range(10):
            library.save_search(f"{letter}{number}", letter)

    with opened(tmp_path / "library") as one, opened(tmp_path / "library") as other:
        threads = [threading.Thread(target=save, args=pair) for pair in ((one, "a"), (other, "b"))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(one.searches().saved) == 20
