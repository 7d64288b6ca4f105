"""What searching finds, end to end on a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import IndexUnavailable
from reader.index import open_index
from tests.index.shelves import article, stored

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

    from reader.ports import SearchIndex

ARTICLES = (
    article(
        "plan", "The minister promised to build a bridge over the Vistra, at a cost of 4 billion crowns.", "Bridge"
    ),
    article(
        "doubt", "Opponents called the building plan “a serious mistake” and asked U.S. engineers, AT&T and C++ fans."
    ),
    article("tokyo", "東京都で会議が開かれた。 Café owners in Łódź protested against 3,500,000 crowns of costs."),
)


@pytest.fixture
def index(tmp_path: pathlib.Path) -> Iterator[SearchIndex]:
    """Return an index over the three articles."""
    opened = open_index(tmp_path / "index", stored(*ARTICLES))
    opened.catch_up()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bridge", ["plan"]),
        ("build", ["plan", "doubt"]),
        ("building", ["doubt", "plan"]),
        ("build -mistake", ["plan"]),
        ('"serious mistake"', ["doubt"]),
        ('"mistake serious"', []),
        ("u.s.", ["doubt"]),
        ("at&t", ["doubt"]),
        ("c++", ["doubt"]),
        ("cafe lodz", ["tokyo"]),
        ("京都", ["tokyo"]),
        ("4,000,000,000", ["plan"]),
        ("brid*", ["plan"]),
    ],
)
def test_a_query_finds_the_articles_it_asks_for_best_first(index: SearchIndex, query: str, expected: list[str]) -> None:
    assert [hit.article for hit in index.search(query).hits] == expected


def test_before_the_index_is_made_a_search_says_so(tmp_path: pathlib.Path) -> None:
    with pytest.raises(IndexUnavailable):
        open_index(tmp_path / "index", stored(*ARTICLES)).search("bridge")
