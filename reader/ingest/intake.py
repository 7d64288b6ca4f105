"""The reader of everything: looks at what an input is and hands it to the reader of its format."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import EmptyInput, InputError, UnreadableInput
from reader.ingest.decode import decode
from reader.ingest.files import TEXT_SUFFIXES, read_bytes, walk
from reader.ingest.notes import NOTES_FILE, FolderNotes, Note
from reader.ingest.outlets import Registry, load_registry
from reader.ingest.traces import guess
from reader.model import RawArticle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ports import ArticleReader


def open_reader(*, outlets_file: Path | None = None) -> ArticleReader:
    """Return a reader of files and folders.

    ``outlets_file`` is the person's own registry of outlets, over the built-in one; ``ConfigError`` if it is unsound.
    """
    return Intake(load_registry(outlets_file))


class Intake:
    """Reads whatever a person names; implements ``ports.ArticleReader``."""

    def __init__(self, registry: Registry) -> None:
        """Keep the outlets to recognise."""
        self._registry = registry
        self._notes = FolderNotes()

    def read(self, source: str) -> Iterator[RawArticle | InputError]:
        """Yield every article in ``source``, and an error for each part that can't be used."""
        path = Path(source).expanduser()
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):
            is_folder = False
        if is_folder:
            yield from self._folder(path)
        else:
            yield from self._file(path, None)

    def _folder(self, folder: Path) -> Iterator[RawArticle | InputError]:
        empty = True
        for found in walk(folder, TEXT_SUFFIXES):
            empty = False
            if isinstance(found, InputError):
                yield found
            else:
                yield from self._file(found, folder)
        if empty:
            yield EmptyInput(str(folder), "no articles in this folder")

    def _file(self, path: Path, top: Path | None) -> Iterator[RawArticle | InputError]:
        try:
            if path.name == NOTES_FILE:
                raise UnreadableInput(str(path), "notes on the texts beside it, not an article: give its folder")
            raw = RawArticle(name=str(path), text=decode(read_bytes(path), str(path)))
        except InputError as error:
            yield error
            return
        note = self._notes.of(path, top=top)
        yield from self._notes.errors()
        yield self.complete(_noted(raw, note))

    def complete(self, raw: RawArticle) -> RawArticle:
        """Fill outlet, domain and language from the registry; an outlet read off the text is marked as a guess."""
        outlet = None
        guessed = False
        if raw.outlet:
            outlet = self._registry.by_name(raw.outlet)
        else:
            if raw.domain or raw.url:
                outlet = self._registry.by_domain(raw.domain or "") or self._registry.by_url(raw.url or "")
            if outlet is None:
                trace = guess(raw.text, self._registry, title=raw.title, byline=raw.byline)
                outlet, guessed = (trace.outlet, True) if trace else (None, False)
        if outlet is None:
            return raw
        return dataclasses.replace(
            raw,
            outlet=outlet.name,
            outlet_guessed=guessed,
            domain=raw.domain or next(iter(outlet.domains), None),
        )


def _noted(raw: RawArticle, note: Note) -> RawArticle:
    """Return the article with what its note says in place of what was not known."""
    known = {item.name: getattr(note, item.name) for item in dataclasses.fields(note)}
    return dataclasses.replace(raw, **{key: value for key, value in known.items() if value is not None})
