"""The words of one field of one segment, sorted, with how many documents hold each and where its postings are."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FIELD = struct.Struct("=HIQ")
_HIGHEST = "\U0010ffff"


class Lexicon:
    """The sorted words of one field. ``ends[i]`` is where the postings of word ``i`` end in the postings file."""

    __slots__ = ("articles", "ends", "words")

    def __init__(self, words: list[str], articles: array[int], ends: array[int]) -> None:
        """Take three columns of one length; ``ends`` has an entry more before them, where the first postings begin."""
        self.words = words
        self.articles = articles
        self.ends = ends

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
        parts += (_FIELD.pack(len(name), len(lexicon.words), len(words)), name, words)
        parts += (lexicon.articles.tobytes(), lexicon.ends.tobytes())
    return b"".join(parts)


def read(written: bytes) -> dict[str, Lexicon]:
    """Return the lexicons by field; raise ``ValueError`` or ``struct.error`` when the bytes are none."""
    lexicons: dict[str, Lexicon] = {}
    place = 0
    while place < len(written):
        name_length, size, words_length = _FIELD.unpack_from(written, place)
        place += _FIELD.size
        field = written[place : place + name_length].decode()
        place += name_length
        words = written[place : place + words_length].decode().split("\n") if size else []
        place += words_length
        articles: array[int] = array("I")
        articles.frombytes(written[place : (place := place + size * articles.itemsize)])
        ends: array[int] = array("Q")
        ends.frombytes(written[place : (place := place + (size + 1) * ends.itemsize)])
        if not len(words) == len(articles) == len(ends) - 1 == size:
            raise ValueError("a lexicon ends early")
        lexicons[field] = Lexicon(words, articles, ends)
    return lexicons


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
