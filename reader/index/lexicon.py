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

_FIELD = struct.Struct("=HIQIQ")
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


def write(lexicons: Mapping[str, Lexicon]) -> bytes:
    """Return the lexicons of all fields as they are written; line breaks, which no word has, separate the words."""
    parts: list[bytes] = []
    for field, lexicon in lexicons.items():
        name = field.encode()
        words = "\n".join(lexicon.words).encode()
        kept = lexicon.stems or Stems([], array("I", (0,)), array("I"))
        stems = "\n".join(kept.stems).encode()
        parts += (_FIELD.pack(len(name), len(lexicon.words), len(words), len(kept.stems), len(stems)), name)
        parts += (words, lexicon.articles.tobytes(), lexicon.ends.tobytes())
        parts += (stems, kept.ends.tobytes(), array("I", (len(kept.rows),)).tobytes(), kept.rows.tobytes())
    return b"".join(parts)


def read(written: bytes) -> dict[str, Lexicon]:
    """Return the lexicons by field; raise ``ValueError`` or ``struct.error`` when the bytes are none."""
    lexicons: dict[str, Lexicon] = {}
    source = _Source(written)
    while source.place < len(written):
        name_length, size, words_length, stem_count, stems_length = _FIELD.unpack(source.take(_FIELD.size))
        field = source.take(name_length).decode()
        words = source.words(words_length, size)
        articles, ends = source.column("I", size), source.column("Q", size + 1)
        stems = source.words(stems_length, stem_count)
        stem_ends = source.column("I", stem_count + 1)
        rows = source.column("I", source.column("I", 1)[0])
        lexicons[field] = Lexicon(words, articles, ends, Stems(stems, stem_ends, rows) if stem_count else None)
    return lexicons


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
