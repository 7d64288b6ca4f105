"""Opens a library: the only place that constructs stores and indexes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import LibraryReadOnly
from reader.library import Library
from reader.storage import SqliteFlagLog, SqliteStore, flags_text, read_flags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.config import Config
    from reader.errors import InputError
    from reader.model import RawArticle
    from reader.ports import ArticleReader, SearchIndex

__all__ = ["flags_text", "make_folder", "open_library", "read_flags", "seeds_folder"]

ARTICLES_FILE = "library.db"
FLAGS_FILE = "flags.db"
INDEX_FOLDER = "index"


def open_library(config: Config) -> Library:
    """Open the library that the settings name, and make it where there is none; raise ``LibraryError``."""
    folder = make_folder(config.library)
    store = SqliteStore(folder / ARTICLES_FILE)
    flag_log = SqliteFlagLog(folder / FLAGS_FILE)
    return Library(
        store,
        flag_log,
        _LazyReader(),
        lambda: _open_index(folder, store),
        person=config.person,
        strict=config.strict,
        publication=config.publication,
        seeds=seeds_folder,
    )


def make_folder(folder: Path) -> Path:
    """Return the folder, made where it was missing; raise ``LibraryReadOnly`` where nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryReadOnly(str(folder), f"can't be made: {(error.strerror or str(error)).lower()}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise LibraryReadOnly(str(folder), "can't be written: choose another folder with --library")
    return folder


@contextmanager
def seeds_folder() -> Iterator[Path]:
    """Lend the folder of the seed articles: the wheel's own, or the checkout's."""
    packed = resources.files("reader") / "seeds"
    if packed.is_dir():
        with resources.as_file(packed) as folder:
            yield folder
    else:
        yield Path(__file__).resolve().parent.parent / "seeds"


class _LazyReader:
    """The reader of inputs, imported at the first of them."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._reader: ArticleReader | None = None

    def read(self, source: str) -> Iterator[RawArticle | InputError]:
        """Yield what is in an input."""
        if self._reader is None:
            from reader.ingest import open_reader  # noqa: PLC0415 - only adding needs it

            self._reader = open_reader()
        yield from self._reader.read(source)


def _open_index(folder: Path, store: SqliteStore) -> SearchIndex:
    """Open the library's index."""
    from reader.index import open_index  # noqa: PLC0415 - only searching and adding need it

    return open_index(folder / INDEX_FOLDER, store)
