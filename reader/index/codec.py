"""How Whoosh writes and reads this program's segments: a codec whose posting lists and words are read whole.

Whoosh's own codec cuts posting lists into pickled blocks and is read a document at a time; measured on 10,000 articles
that costs more than all the rest of a search. Whoosh keeps what it is good at: segments, merging, deletions, columns.
Nothing that this codec writes is ever unpickled.
"""

from __future__ import annotations

import mmap
import os
import pathlib
from array import array
from typing import TYPE_CHECKING

from whoosh.codec.base import FieldWriter, TermsReader
from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ListMatcher
from whoosh.reading import TermNotFound

from reader.index import lexicon
from reader.index.documents import Area, Occurrences
from reader.index.postings import WEIGHTS, Gathered, PostingList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

_POSTINGS = ".pst"
_LEXICON = ".lex"
MANY_WORDS = 5_000
"""Up to so many words, those that begin alike are stemmed at each search; beyond, when they are written."""


class Pool:
    """Gathers the postings of a segment in memory, by field and word, and hands them out sorted.

    It stands where Whoosh keeps one tuple a posting and sorts them all at the end.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self._fields: dict[str, dict[str, Gathered]] = {}

    def add(self, posting: tuple[str, bytes, int, float, Sequence[int]]) -> None:
        """Take one posting as Whoosh passes it on when it merges: field, word, document, weight, positions."""
        field, word, document, weight, positions = posting
        self.put(field, document, [Occurrences(word.decode(), weight, list(positions))])

    def put(self, field: str, document: int, words: Iterable[Occurrences]) -> None:
        """Take the words of one field of one document; documents come in rising order."""
        known = self._fields.setdefault(field, {})
        for word, weight, positions in words:
            gathered = known.get(word)
            if gathered is None:
                gathered = known[word] = Gathered()
            gathered.add(document, weight, positions)

    def join(self, written: SegmentWords, base: int) -> None:
        """Take all that a segment holds, its documents counted from ``base``, which is beyond all taken before."""
        for field, words in written.words():
            known = self._fields.setdefault(field, {})
            for row, word in enumerate(words):
                gathered = known.get(word)
                if gathered is None:
                    gathered = known[word] = Gathered()
                gathered.join(written.postings(field, row), base)

    def iter_postings(self) -> Iterator[tuple[str, str, Gathered]]:
        """Yield every field and word with its postings, sorted."""
        for field, words in sorted(self._fields.items()):
            for word in sorted(words):
                yield field, word, words[word]

    def cleanup(self) -> None:
        """Forget all."""
        self._fields.clear()


class SegmentWords(TermsReader):  # type: ignore[misc]  # Whoosh has no types
    """Reads the words and postings of one segment. Holds no position in a file, so threads may share it."""

    def __init__(self, storage: Any, segment: Any) -> None:  # noqa: ANN401 - Whoosh has no types
        """Read the words, and map the postings into memory."""
        folder = pathlib.Path(storage.folder)
        self.lexicons = lexicon.Lexicons((folder / segment.make_filename(_LEXICON)).read_bytes())
        with (folder / segment.make_filename(_POSTINGS)).open("rb") as file:
            # An empty file can't be mapped.
            empty = file.seek(0, os.SEEK_END) == 0
            self._postings = None if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def postings(self, field: str, row: int) -> PostingList:
        """Return the postings of a row of a field's lexicon."""
        words = self.lexicons.get(field)
        start, end = (0, 0) if words is None else words.extent(row)
        return PostingList(b"" if self._postings is None else self._postings[start:end])

    def words(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield every field with its words, sorted."""
        for field in sorted(self.lexicons.fields()):
            lexicon_of_field = self.lexicons.get(field)
            if lexicon_of_field is not None:
                yield field, lexicon_of_field.words

    def indexed_field_names(self) -> Iterable[str]:
        """Return the fields that have words."""
        return self.lexicons.fields()

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every field and word, sorted: what Whoosh needs to merge segments."""
        for field, words in self.words():
            for word in words:
                yield field, word.encode()

    def matcher(self, field: str, word: bytes, format_: object, scorer: object = None) -> Any:  # noqa: ANN401 - Whoosh has no types
        """Return the postings as Whoosh steps through them, to merge segments."""
        words = self.lexicons.get(field)
        row = -1 if words is None else words.row(word.decode())
        if row < 0:
            raise TermNotFound(f"no term {field}:{word!r}")
        found = self.postings(field, row)
        weights = [WEIGHTS[code] for code in found.weights]
        positions = [found.positions_at(index) for index in range(len(found))]
        return ListMatcher(found.documents, weights, positions, format=format_, scorer=scorer, term=(field, word))

    def close(self) -> None:
        """Let go of the file."""
        if self._postings is not None:
            self._postings.close()


class SegmentWordsWriter(FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes the words and postings of one segment."""

    def __init__(self, storage: Any, segment: Any) -> None:  # noqa: ANN401 - Whoosh has no types
        """Create the segment's two files."""
        self._lexicon_file = segment.create_file(storage, _LEXICON)
        self._postings_file = segment.create_file(storage, _POSTINGS)
        self._lexicons: dict[str, lexicon.Lexicon] = {}
        self._place = 0
        self.is_closed = False

    def add_postings(self, schema: object, lengths: object, items: Iterable[tuple[str, str, Gathered]]) -> None:
        """Write what the pool gathered."""
        del schema, lengths
        for field, word, gathered in items:
            words = self._lexicons.get(field)
            if words is None:
                words = self._lexicons[field] = lexicon.Lexicon([], array("I"), array("Q", (self._place,)))
            written = gathered.to_bytes()
            self._postings_file.write(written)
            self._place += len(written)
            words.words.append(word)
            words.articles.append(len(gathered.documents))
            words.ends.append(self._place)

    def close(self) -> None:
        """Write the words and close both files."""
        everywhere = self._lexicons.get(Area.TEXT)
        if everywhere is not None and len(everywhere.words) >= MANY_WORDS:
            everywhere.stems = lexicon.Stems.of(everywhere.words)
        self._lexicon_file.write(lexicon.write(self._lexicons))
        self._lexicon_file.close()
        self._postings_file.close()
        self.is_closed = True


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's third codec with words and postings of our own."""

    length_stats = False

    def field_writer(self, storage: object, segment: object) -> SegmentWordsWriter:
        """Return what writes the words and postings of a segment."""
        return SegmentWordsWriter(storage, segment)

    def terms_reader(self, storage: object, segment: object) -> SegmentWords:
        """Return what reads the words and postings of a segment."""
        return SegmentWords(storage, segment)
