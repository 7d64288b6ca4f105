"""The index folder for writing: Whoosh's segment writer with our table of contents in place of its pickle."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from reader.index.codec import Codec, Pool
from reader.index.documents import areas, facets
from reader.index.manifest import Manifest, SegmentEntry, checksum
from reader.index.schema import FACETS, FACETS_COLUMN, schema

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable, Mapping
    from typing import Any

    from reader.model import Analysis, Article

_INDEX = "articles"
_SEGMENT_FILE = re.compile(rf"({_INDEX}_[0-9a-z]+)\..+")
_FEW = 8


class _Contents(NamedTuple):
    """What Whoosh's writer asks a table of contents for."""

    generation: int
    schema: object
    segments: list[Any]


class Catalogue:
    """The folder of an index at one commit, as Whoosh's writer and readers want to see it."""

    indexname = _INDEX

    def __init__(self, folder: pathlib.Path, manifest: Manifest) -> None:
        """Take the folder as ``manifest`` describes it."""
        self.folder = folder
        self.manifest = manifest
        self.storage = FileStorage(str(folder))
        self.codec = Codec()
        self.schema = schema()

    def segments(self) -> list[Any]:
        """Return Whoosh's segment objects, made from the table of contents."""
        return [
            W3Segment(self.codec, _INDEX, entry.documents, entry.id.removeprefix(f"{_INDEX}_"), set(entry.deleted))
            for entry in self.manifest.segments
        ]

    def _read_toc(self) -> _Contents:
        """Answer Whoosh's writer."""
        return _Contents(self.manifest.generation, self.schema, self.segments())


class Writer(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Adds articles to an index and commits them with the change number that the index has then reached.

    Nobody else may write meanwhile: the caller holds the lock.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin a segment."""
        super().__init__(catalogue, codec=catalogue.codec, compound=False, _lk=False)
        self.pool = Pool()
        self._catalogue = catalogue
        self._change = catalogue.manifest.change

    def add(self, article: Article, analysis: Analysis) -> None:
        """Add an article that is not in the index (see ``remove``).

        This is Whoosh's ``add_document`` without its checks of every posting, which take as long as all the rest.
        """
        for area, words in areas(article, analysis).items():
            self.pool.put(area.value, self.docnum, words)
        self.perdocwriter.start_doc(self.docnum)
        self.perdocwriter.add_column_value(FACETS, FACETS_COLUMN, facets(article, analysis).to_text().encode())
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1

    def add_postings_to_pool(self, reader: SegmentReader, startdoc: int, docmap: Mapping[int, int] | None) -> None:
        """Take over the postings of a segment being merged: by whole words where nothing was deleted in it."""
        if docmap is not None:
            super().add_postings_to_pool(reader, startdoc, docmap)
            return
        written = self.codec.terms_reader(self.storage, reader.segment())
        try:
            self.pool.join(written, startdoc)
        finally:
            written.close()

    def remove(self, places: Iterable[tuple[str, int]]) -> None:
        """Mark documents as deleted; a place is a segment and a number in it."""
        segments = {segment.segment_id(): segment for segment in self.segments}
        for segment_id, number in places:
            segments[segment_id].delete_document(number)

    def commit_at(self, change: int) -> Manifest:
        """Write all that was added, merge small segments, and return the new table of contents."""
        self._change = change
        self.commit(mergetype=_merge)
        return self._catalogue.manifest

    def abandon(self) -> None:
        """Close and delete what was written since the last commit, as far as the disk allows."""
        if not self.is_closed:
            with suppress(OSError):
                self.cancel()
        sweep(self._catalogue.folder, self._catalogue.manifest)

    def _commit_toc(self, segments: list[Any]) -> None:
        """Write the table of contents, and delete what belongs to no segment of it."""
        folder = self._catalogue.folder
        before = {entry.id: entry for entry in self._catalogue.manifest.segments}
        entries = tuple(_entry(folder, segment, before) for segment in segments if segment.doc_count())
        manifest = Manifest(self._catalogue.manifest.library, self.generation, self._change, entries)
        manifest.write(folder)
        self._catalogue.manifest = manifest
        sweep(folder, manifest)


def sweep(folder: pathlib.Path, manifest: Manifest) -> None:
    """Delete the files of segments that are not in ``manifest``."""
    kept = {entry.id for entry in manifest.segments}
    for path in folder.iterdir():
        named = _SEGMENT_FILE.fullmatch(path.name)
        if named and named.group(1) not in kept:
            # Where an open file can't be deleted, a later sweep does it.
            try:
                path.unlink(missing_ok=True)
            except PermissionError:
                continue


def _entry(folder: pathlib.Path, segment: Any, before: Mapping[str, SegmentEntry]) -> SegmentEntry:  # noqa: ANN401 - Whoosh has no types
    """Return a segment's entry; files never change, so those of a known segment are not read again."""
    id_ = segment.segment_id()
    known = before.get(id_)
    if known is None:
        paths = sorted(folder.glob(f"{id_}.*"))
        files: Mapping[str, tuple[int, int]] = {path.name: (path.stat().st_size, checksum(path)) for path in paths}
    else:
        files = known.files
    return SegmentEntry(id_, segment.doc_count_all(), tuple(sorted(segment.deleted_docs())), files)


def _merge(writer: Writer, segments: list[Any]) -> list[Any]:
    """Merge small segments into the one being written, so that there are few; return those that stay.

    Segments are taken from the smallest up, each while it is no larger than all before it together, once there are
    eight such; one larger than that, but half deleted, is taken too.
    """
    ordered = sorted(segments, key=lambda segment: int(segment.doc_count_all()))
    taken: list[Any] = []
    size = writer.doc_count()
    for segment in ordered:
        if segment.doc_count_all() > max(size, _FEW):
            break
        taken.append(segment)
        size += segment.doc_count_all()
    if len(taken) < _FEW:
        taken = []
    taken += [s for s in segments if s not in taken and s.deleted_count() * 2 > s.doc_count_all()]
    for segment in taken:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in taken]
