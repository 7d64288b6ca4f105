"""Posting lists: which documents of a segment hold a term, how much, and at which positions; and their bytes.

A list is written in one piece: a header, the document numbers, one byte of weight each, how many positions each has,
and the positions; every column in the narrowest width that holds it. A whole column is read at once, which in Python
is many times faster than stepping from document to document.
"""

from __future__ import annotations

import math
import struct
from array import array
from bisect import bisect_left
from itertools import accumulate, chain, pairwise, repeat
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HEADER = struct.Struct("=II3s")
_NARROW = (("B", 1 << 8), ("H", 1 << 16))
_STEPS_PER_DOUBLING = 16
_LOWEST_EXPONENT = -6

WEIGHTS: tuple[float, ...] = tuple(2 ** (_LOWEST_EXPONENT + code / _STEPS_PER_DOUBLING) for code in range(256))
"""The weight that each code stands for, from 2**-6 to just under 2**10, each 4.4 % above the one before."""


_MIDDLES = [math.sqrt(low * high) for low, high in pairwise(WEIGHTS)]


class Gathered:
    """The postings of one term while they are gathered, in rising order of documents."""

    __slots__ = ("counts", "documents", "positions", "weights")

    def __init__(self) -> None:
        """Begin with no documents."""
        self.documents = array("I")
        self.weights = bytearray()
        self.counts = array("I")
        self.positions = array("I")

    def add(self, document: int, weight: float, positions: Sequence[int]) -> None:
        """Add a document with its weight and its positions."""
        self.documents.append(document)
        self.weights.append(bisect_left(_MIDDLES, weight))
        if len(positions) == 1:
            self.counts.append(1)
            self.positions.append(positions[0])
        else:
            self.counts.append(len(positions))
            self.positions.extend(positions)

    def join(self, postings: PostingList, base: int) -> None:
        """Add all documents of a list that was written, their numbers counted from ``base``."""
        self.documents.extend([document + base for document in postings.documents])
        self.weights += postings.weights
        self.counts.extend(postings.counts.tolist())
        self.positions.extend(postings.positions.tolist())

    def to_bytes(self) -> bytes:
        """Return the list as it is written."""
        columns = [_narrowed(column) for column in (self.documents, self.counts, self.positions)]
        codes = "".join(column.typecode for column in columns).encode("ascii")
        header = _HEADER.pack(len(self.documents), len(self.positions), codes)
        documents, counts, positions = (column.tobytes() for column in columns)
        return b"".join((header, documents, self.weights, counts, positions))


class PostingList:
    """A posting list as it was read; never changed, so it may be shared by threads."""

    __slots__ = ("_counts", "_positions", "_starts", "documents", "weights")

    def __init__(self, written: bytes) -> None:
        """Read a list; raise ``ValueError`` or ``struct.error`` when the bytes are no posting list."""
        size, position_count, codes = _HEADER.unpack_from(written)
        document_code, count_code, position_code = codes.decode("ascii")
        place = _HEADER.size
        self.documents, place = _column(written, place, document_code, size)
        self.weights = written[place : place + size]
        self._counts, place = _column(written, place + size, count_code, size)
        self._positions, _ = _column(written, place, position_code, position_count)
        self._starts: Sequence[int] | None = None

    @property
    def counts(self) -> array[int]:
        """How many positions each document has."""
        return self._counts

    @property
    def positions(self) -> array[int]:
        """The positions in all documents, one document's behind the other's."""
        return self._positions

    def __len__(self) -> int:
        """Return how many documents hold the term."""
        return len(self.documents)

    def positions_at(self, row: int) -> Sequence[int]:
        """Return the positions in the document of row ``row``, rising."""
        starts = self._all_starts()
        return self._positions[starts[row] : starts[row + 1]]

    def _all_starts(self) -> Sequence[int]:
        """Return where the positions of each row begin, and where the last one's end."""
        starts = self._starts
        if starts is None:
            # Two threads may do this at once; both come to the same list.
            starts = self._starts = [0, *accumulate(self._counts)]
        return starts

    def positions_by_document(self, documents: Iterable[int]) -> Iterator[Sequence[int]]:
        """Yield the positions in each of ``documents``, all of which hold the term."""
        row = dict(zip(self.documents, range(len(self.documents)), strict=True))
        starts, positions = self._all_starts(), self._positions
        return (positions[starts[at] : starts[at + 1]] for at in map(row.__getitem__, documents))

    @property
    def occurrence_count(self) -> int:
        """How often the term stands in all documents together."""
        return len(self._positions)

    @property
    def has_wide_positions(self) -> bool:
        """Whether a position may be 65536 or more."""
        return self._positions.itemsize > array("H").itemsize

    def occurrences(self, stride: int, offset: int) -> Iterator[int]:
        """Yield ``document * stride + position - offset`` for every place of the term, rising."""
        firsts = [document * stride - offset for document in self.documents]
        return map(add, self._positions, chain.from_iterable(map(repeat, firsts, self._counts)))

    def positions_in(self, document: int) -> Sequence[int]:
        """Return the positions in a document, none if it does not hold the term."""
        row = bisect_left(self.documents, document)
        if row == len(self.documents) or self.documents[row] != document:
            return ()
        return self.positions_at(row)


def _narrowed(column: array[int]) -> array[int]:
    """Return the column in the narrowest of one, two or four bytes an entry."""
    highest = max(column, default=0)
    for code, limit in _NARROW:
        if highest < limit:
            return array(code, column)
    return column


def _column(written: bytes, place: int, code: str, size: int) -> tuple[array[int], int]:
    """Return a column of ``size`` entries read at ``place``, and the place after it."""
    column: array[int] = array(code)
    end = place + size * column.itemsize
    column.frombytes(written[place:end])
    if len(column) != size:
        raise ValueError("a posting list ends early")
    return column, end
