"""Which documents hold a phrase, found from posting lists either way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.index import phrases
from reader.index.postings import Gathered, PostingList

NARROW, WIDE = 5, 70_000

documents = st.lists(
    st.lists(st.sets(st.integers(0, 9)).map(sorted), min_size=3, max_size=3), min_size=1, max_size=8
).filter(lambda rows: all(any(row[word] for row in rows) for word in range(3)))


def _written(rows: list[list[list[int]]], word: int, shift: int) -> PostingList:
    """Return the posting list of a word whose places in document ``d`` are ``rows[d][word]``, moved by ``shift``."""
    gathered = Gathered()
    for document, row in enumerate(rows):
        if row[word]:
            gathered.add(document, 1.0, [place + shift for place in row[word]])
    return PostingList(gathered.to_bytes())


@pytest.mark.parametrize("a_document", [0, 10_000], ids=["one by one", "in one sweep"])
@pytest.mark.parametrize("shift", [NARROW, WIDE])
@pytest.mark.parametrize("offsets", [(0, 1, 2), (0, 3, 1)])
@given(rows=documents)
def test_a_phrase_is_counted_where_every_word_stands_at_its_distance(
    rows: list[list[list[int]]], offsets: tuple[int, ...], shift: int, a_document: int
) -> None:
    expected = {
        document: count
        for document, row in enumerate(rows)
        if (count := sum(all(start + at in row[word] for word, at in enumerate(offsets)) for start in row[0]))
    }
    words = [(at, _written(rows, word, shift)) for word, at in enumerate(offsets)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrases, "_PLACES_A_DOCUMENT", a_document)
        assert phrases.phrase_counts(words) == expected


def test_a_word_twice_in_a_phrase_has_to_stand_twice() -> None:
    found = _written([[[1, 2, 3]], [[1]], [[4, 6]]], 0, 0)
    assert phrases.phrase_counts([(0, found), (1, found)]) == {0: 2}
