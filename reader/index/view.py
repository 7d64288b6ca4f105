"""The index at one commit, for reading. Nothing in it changes, so that threads may share it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from reader.index.documents import Area, Facets
from reader.index.schema import FACETS, FACETS_COLUMN
from reader.index.stems import forms
from reader.index.terms import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from reader.index.catalogue import Catalogue
    from reader.index.codec import SegmentWords
    from reader.index.lexicon import Lexicon
    from reader.index.manifest import Manifest
    from reader.index.postings import PostingList

_CACHED_LISTS = 512
_INSIDE_THE_TEXT = frozenset({Area.TITLE, Area.QUOTATION})
"""Areas whose words are all words of the text too."""


class Rows:
    """The facets of a segment's documents, each read when it is asked for: a search shows few of them."""

    def __init__(self, written: Sequence[bytes]) -> None:
        """Take what the column holds."""
        self._written = written

    def __len__(self) -> int:
        """Return how many documents there are, deleted ones among them."""
        return len(self._written)

    def __getitem__(self, number: int) -> Facets:
        """Return the facets of a document."""
        return Facets.from_text(self._written[number].decode())

    def __iter__(self) -> Iterator[Facets]:
        """Yield the facets of all documents."""
        return (Facets.from_text(written.decode()) for written in self._written)


class SegmentFiles:
    """The files of one segment. They never change: later commits only mark documents as deleted."""

    def __init__(self, catalogue: Catalogue, segment: Any) -> None:  # noqa: ANN401 - Whoosh has no types
        """Open the words, and read the facets of all documents."""
        self.id: str = segment.segment_id()
        self._words: SegmentWords = catalogue.codec.terms_reader(catalogue.storage, segment)
        documents = catalogue.codec.per_document_reader(catalogue.storage, segment)
        column = documents.column_reader(FACETS, FACETS_COLUMN)
        self.rows = Rows(list(column))
        documents.close()
        words = self._words
        self.postings = lru_cache(maxsize=_CACHED_LISTS)(words.postings)

        @lru_cache(maxsize=_CACHED_LISTS)
        def forms_of(area: str, key: str) -> Sequence[int]:
            everywhere, lexicon = words.lexicons.get(Area.TEXT), words.lexicons.get(area)
            if lexicon is None or everywhere is None:
                return ()
            if area in _INSIDE_THE_TEXT:
                found = [everywhere.words[row] for row in forms(key, everywhere)]
                return [row for word in found if (row := lexicon.row(word)) >= 0]
            return forms(key, lexicon)

        self.forms = forms_of

    def words(self, area: Area | str) -> Lexicon | None:
        """Return the words of an area, None if the segment has none."""
        return self._words.lexicons.get(area)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The document number of each article id; the last one where an article was added again."""
        return {row.id: number for number, row in enumerate(self.rows)}

    @cached_property
    def days(self) -> Sequence[int]:
        """The day of each document, 0 for none."""
        return [row.date for row in self.rows]

    @cached_property
    def by_date(self) -> Sequence[tuple[int, int]]:
        """The day and number of every dated document, sorted."""
        return sorted((day, number) for number, day in enumerate(self.days) if day)

    @cached_property
    def outlets(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The documents of each outlet: of its name and its domain, both folded."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, row in enumerate(self.rows):
            found.setdefault((row.outlet, row.domain), []).append(number)
        folded: dict[tuple[str, str], list[int]] = {}
        for (outlet, domain), numbers in found.items():
            folded.setdefault((fold(outlet), fold(domain)), []).extend(numbers)
        return folded

    def close(self) -> None:
        """Let go of the files."""
        self._words.close()


class Segment:
    """One segment at one commit."""

    def __init__(self, files: SegmentFiles, deleted: frozenset[int]) -> None:
        """Join the files and the documents in them that count no longer."""
        self.files = files
        self.deleted = deleted

    def words(self, area: Area | str) -> Lexicon | None:
        """Return the words of an area, None if the segment has none."""
        return self.files.words(area)

    def postings(self, area: Area | str, row: int) -> PostingList:
        """Return the postings of a word by its row in the lexicon; deleted documents are among them."""
        return self.files.postings(area, row)

    def forms(self, area: Area | str, key: str) -> Sequence[int]:
        """Return the rows of all forms of a word."""
        return self.files.forms(area, key)

    def live_rows(self) -> Iterator[Facets]:
        """Yield the facets of the documents that are not deleted."""
        return (row for number, row in enumerate(self.files.rows) if number not in self.deleted)

    def all_documents(self) -> range:
        """Return the numbers of all documents, deleted ones among them."""
        return range(len(self.files.rows))


class View:
    """The index at one commit."""

    def __init__(self, manifest: Manifest, segments: Sequence[Segment]) -> None:
        """Take the segments that ``manifest`` names."""
        self.manifest = manifest
        self.segments = segments

    def place(self, article_id: str) -> tuple[Segment, int] | None:
        """Return where an article is: its segment and its number in it."""
        for segment in reversed(self.segments):
            number = segment.files.places.get(article_id)
            if number is not None and number not in segment.deleted:
                return segment, number
        return None


def open_view(catalogue: Catalogue, before: View | None = None) -> View:
    """Open the index as the catalogue's manifest has it; files that ``before`` has open are used again."""
    known = {segment.files.id: segment.files for segment in before.segments} if before else {}
    segments = []
    for segment in catalogue.segments():
        files = known.get(segment.segment_id()) or SegmentFiles(catalogue, segment)
        segments.append(Segment(files, frozenset(segment.deleted_docs())))
    return View(catalogue.manifest, segments)
