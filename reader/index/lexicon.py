"""The words of one field of one segment, sorted, with how many documents hold each and where its postings are."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.index.terms import has_stem, stem_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BLOCK = struct.Struct("=HQ")
_SIZES = struct.Struct("=IQIQI")
_HIGHEST = "\U0010ffff"


class Stems:
    """Which rows of a lexicon share a stem: the sorted stems, and their rows one stem behind the other."""

    __slots__ = ("ends", "rows", "stems")

    def __init__(self, stems: list[str], ends: array[int], rows: array[int]) -> None:
        """Take the columns; ``ends`` has an entry more before them, 0."""
        self.stems = stems
        self.ends = ends
        self.rows = rows

    @classmethod
    def of(cls, words: Iterable[str]) -> Stems:
        """Return the stems of sorted words; words that stand for themselves are left out."""
        rows: dict[str, list[int]] = {}
        for row, word in enumerate(words):
            if has_stem(word):
                rows.setdefault(stem_of(word), []).append(row)
        stems = sorted(rows)
        ends = array("I", accumulate((len(rows[stem]) for stem in stems), initial=0))
        return cls(stems, ends, array("I", (row for stem in stems for row in rows[stem])))

    def rows_of(self, stem: str) -> Sequence[int]:
        """Return the rows whose word has a stem."""
        place = bisect_left(self.stems, stem)
        if place == len(self.stems) or self.stems[place] != stem:
            return ()
        return self.rows[self.ends[place] : self.ends[place + 1]]


class Lexicon:
    """The sorted words of one field. ``ends[i]`` is where the postings of word ``i`` end in the postings file."""

    __slots__ = ("articles", "ends", "stems", "words")

    def __init__(self, words: list[str], articles: array[int], ends: array[int], stems: Stems | None = None) -> None:
        """Take three columns of one length; ``ends`` has an entry more before them, where the first postings begin."""
        self.words = words
        self.articles = articles
        self.ends = ends
        self.stems = stems

    def row(self, word: str) -> int:
        """Return the row of a word, -1 if the segment has none such."""
        row = bisect_left(self.words, word)
        return row if row < len(self.words) and self.words[row] == word else -1

    def rows(self, beginning: str) -> range:
        """Return the rows of the words that begin with ``beginning``."""
        return range(bisect_left(self.words, beginning), bisect_left(self.words, beginning + _HIGHEST))

    def extent(self, row: int) -> tuple[int, int]:
        """Return where the postings of row ``row`` begin and end."""
        return self.ends[row], self.ends[row + 1]


class Lexicons:
    """The lexicons of all fields of one segment, each read at its first use. Threads may share it."""

    def __init__(self, written: bytes) -> None:
        """Find where each field begins; raise ``ValueError`` or ``struct.error`` when the bytes are no lexicons."""
        self._blocks: dict[str, bytes] = {}
        self._read: dict[str, Lexicon] = {}
        source = _Source(written)
        while source.place < len(written):
            name_length, length = _BLOCK.unpack(source.take(_BLOCK.size))
            field = source.take(name_length).decode()
            self._blocks[field] = source.take(length)

    def fields(self) -> Iterable[str]:
        """Return the fields that have words."""
        return self._blocks.keys()

    def get(self, field: str) -> Lexicon | None:
        """Return the words of a field, None if it has none."""
        found = self._read.get(field)
        if found is None and field in self._blocks:
            # Two threads may both read it: to the same end.
            found = self._read[field] = _lexicon(self._blocks[field])
        return found


def write(lexicons: Mapping[str, Lexicon]) -> bytes:
    """Return the lexicons of all fields as they are written; line breaks, which no word has, separate the words."""
    parts: list[bytes] = []
    for field, lexicon in lexicons.items():
        block = _block(lexicon)
        name = field.encode()
        parts += (_BLOCK.pack(len(name), len(block)), name, block)
    return b"".join(parts)


def _block(lexicon: Lexicon) -> bytes:
    """Return one field as it is written."""
    words = "\n".join(lexicon.words).encode()
    kept = lexicon.stems or Stems([], array("I", (0,)), array("I"))
    stems = "\n".join(kept.stems).encode()
    sizes = _SIZES.pack(len(lexicon.words), len(words), len(kept.stems), len(stems), len(kept.rows))
    columns = (lexicon.articles.tobytes(), lexicon.ends.tobytes(), kept.ends.tobytes(), kept.rows.tobytes())
    return b"".join((sizes, words, stems, *columns))


def _lexicon(block: bytes) -> Lexicon:
    """Return one field as it was written."""
    source = _Source(block)
    size, words_length, stem_count, stems_length, row_count = _SIZES.unpack(source.take(_SIZES.size))
    words, stems = source.words(words_length, size), source.words(stems_length, stem_count)
    articles, ends = source.column("I", size), source.column("Q", size + 1)
    stem_ends, rows = source.column("I", stem_count + 1), source.column("I", row_count)
    return Lexicon(words, articles, ends, Stems(stems, stem_ends, rows) if stem_count else None)


class _Source:
    """Bytes that are taken from the front."""

    def __init__(self, written: bytes) -> None:
        self._written = written
        self.place = 0

    def take(self, length: int) -> bytes:
        """Return the next bytes; raise ``ValueError`` if there are fewer."""
        taken = self._written[self.place : self.place + length]
        if len(taken) != length:
            raise ValueError("a lexicon ends early")
        self.place += length
        return taken

    def column(self, code: str, size: int) -> array[int]:
        """Return the next column of ``size`` numbers."""
        column: array[int] = array(code)
        column.frombytes(self.take(size * column.itemsize))
        return column

    def words(self, length: int, size: int) -> list[str]:
        """Return the next ``size`` words, written in ``length`` bytes."""
        words = self.take(length).decode().split("\n") if size else []
        if len(words) != size:
            raise ValueError("a lexicon has lost words")
        return words


def counted(lexicons: Iterable[Lexicon], beginning: str) -> dict[str, int]:
    """Return the words that begin with ``beginning`` in any of the lexicons, with the sum of their articles."""
    counts: dict[str, int] = {}
    for lexicon in lexicons:
        rows = lexicon.rows(beginning)
        for word, articles in zip(
            lexicon.words[rows.start : rows.stop], lexicon.articles[rows.start : rows.stop], strict=True
        ):
            counts[word] = counts.get(word, 0) + articles
    return counts
