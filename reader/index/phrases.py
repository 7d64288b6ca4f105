"""Which documents of a segment hold a phrase, and how often, from the posting lists of its words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.index.postings import PostingList

_PLACES_A_DOCUMENT = 20
"""Looking at one document costs about as much as going through so many places of a posting list in one sweep."""

_STRIDE, _WIDE_STRIDE = 1 << 17, 1 << 32
"""How far apart the documents of a segment are put for a sweep; narrow is faster, and enough for usual positions."""


def phrase_counts(words: Sequence[tuple[int, PostingList]]) -> Mapping[int, int]:
    """Return how often a phrase stands in each document, given how far each of its words is from the first.

    Words that share few documents are compared document by document. Of words that stand in nearly every document all
    places are compared at once, as numbers that count through the whole segment.
    """
    ordered = sorted(words, key=lambda word: len(word[1]))
    common = _shared([found for _, found in ordered])
    if len(common) * _PLACES_A_DOCUMENT < sum(found.occurrence_count for _, found in words):
        return _by_document(ordered, common)
    return _at_once(ordered)


def _at_once(words: Sequence[tuple[int, PostingList]]) -> Mapping[int, int]:
    """Return the counts from all places of all words."""
    first, *others = sorted(words, key=lambda word: word[1].occurrence_count)
    stride = _WIDE_STRIDE if any(found.has_wide_positions for _, found in words) else _STRIDE
    starts = set(first[1].occurrences(stride, first[0]))
    for offset, found in others:
        starts.intersection_update(found.occurrences(stride, offset))
    return Counter(start // stride for start in starts)


def _by_document(words: Sequence[tuple[int, PostingList]], documents: Sequence[int]) -> Mapping[int, int]:
    """Return the counts from the places in ``documents``, which hold all words; the rarest word comes first."""
    offsets = [offset for offset, _ in words]
    columns = [found.positions_by_document(documents) for _, found in words]
    return {
        document: count
        for document, *positions in zip(documents, *columns, strict=True)
        if (count := _phrase_count(offsets, positions))
    }


def _shared(lists: Sequence[PostingList]) -> Sequence[int]:
    """Return the documents that are in all lists, of which the shortest comes first, rising."""
    common = set(lists[0].documents)
    for found in lists[1:]:
        if found is not lists[0]:
            common.intersection_update(found.documents)
    return sorted(common)


def _phrase_count(offsets: Sequence[int], words: Sequence[Sequence[int]]) -> int:
    """Return how often a phrase stands, given each word's distance from the first and its positions, rarest first."""
    first = offsets[0]
    starts = {position - first for position in words[0]}
    for offset, positions in zip(offsets[1:], words[1:], strict=True):
        starts.intersection_update([position - offset for position in positions])
        if not starts:
            return 0
    return len(starts)
