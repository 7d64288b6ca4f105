"""Opens a library: the only place that constructs stores and indexes."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.errors import ConfigError, LibraryReadOnly, NotFound
from reader.library import Library
from reader.model import PastedText
from reader.storage import (
    ARTICLES_FILE,
    FLAGS_FILE,
    NEWEST,
    SqliteFlagLog,
    SqliteStore,
    flags_text,
    read_flags,
    refuse_newer,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.config import Config
    from reader.ingest.own_outlets import OwnOutlets
    from reader.ingest.watching import Watch
    from reader.model import Feed
    from reader.ports import InputReader, SearchIndex
    from reader.storage.doctor import Finding

__all__ = [
    "back_up",
    "examine",
    "flags_text",
    "make_folder",
    "open_library",
    "opml_text",
    "own_outlets",
    "read_flags",
    "refuse_unusable",
    "repair",
    "restore",
    "seeds_folder",
    "watch",
]

INDEX_FOLDER = "index"
_SOON_COUNTED = 100_000  # files


def open_library(config: Config, *, allow_local: bool = False, standard_input: BinaryIO | None = None) -> Library:
    """Open the library that the settings name, and make it where there is none; raise ``LibraryError``.

    ``allow_local`` lets it fetch from addresses of this machine and of private networks; ``standard_input`` is what it
    reads for ``-`` in place of this process's own.
    """
    folder = config.library if _is_there(config.library) else make_folder(config.library)
    store = SqliteStore(folder / ARTICLES_FILE)
    flag_log = SqliteFlagLog(folder / FLAGS_FILE)
    return Library(
        store,
        flag_log,
        lambda: _open_reader(config, allow_local=allow_local, standard_input=standard_input),
        lambda: _open_index(folder, store),
        person=config.person,
        strict=config.strict,
        publication=config.publication,
        seeds=seeds_folder,
        expect=_expected,
    )


def _is_there(folder: Path) -> bool:
    """Tell whether a library is in a folder, which can then be read at least."""
    return all((folder / name).is_file() for name in NEWEST)


def refuse_unusable(config: Config) -> None:
    """Raise the ``LibraryError`` that opening the library would, as far as it can be told without opening it.

    So that a person sees one line at once, and not a desk without articles.
    """
    folder = make_folder(config.library)
    for name, newest in NEWEST.items():
        refuse_newer(folder / name, newest)


def make_folder(folder: Path) -> Path:
    """Return the folder, made where it was missing; raise ``LibraryReadOnly`` where nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryReadOnly(str(folder), f"can't be made: {(error.strerror or str(error)).lower()}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise LibraryReadOnly(str(folder), "can't be written: choose another folder with --library")
    return folder


def back_up(config: Config, file: Path) -> None:
    """Write the library into one file; raise ``LibraryError``."""
    from reader.storage import backup  # noqa: PLC0415 - only looking after a library needs it

    backup.back_up(config.library, file)


def restore(config: Config, file: Path, *, replace: bool) -> list[str]:
    """Make the library from a backup; return what was done, a line each. ``replace`` puts the present one aside."""
    from reader.storage import backup  # noqa: PLC0415 - only looking after a library needs it

    done = backup.restore(make_folder(config.library), file, _aside("before-restore") if replace else None)
    _forget_index(config.library)
    return done


def examine(config: Config) -> list[Finding]:
    """Return what there is to say of each file of the library; nothing is changed."""
    from reader.storage import doctor  # noqa: PLC0415 - only looking after a library needs it

    if not config.library.is_dir():
        raise NotFound("library", str(config.library))
    return [finding for name in (ARTICLES_FILE, FLAGS_FILE) for finding in doctor.examine(config.library / name)]


def repair(config: Config) -> list[Finding]:
    """Rebuild the files that are not sound from what of them can be read; return what was saved and what was not."""
    from reader.storage import repair as mend  # noqa: PLC0415 - only looking after a library needs it

    folder = make_folder(config.library)
    done = [
        finding for name in (ARTICLES_FILE, FLAGS_FILE) for finding in mend.repair(folder / name, _aside("damaged"))
    ]
    if done:
        _forget_index(folder)
    return done


def _forget_index(folder: Path) -> None:
    """Delete the index, which is rebuilt from the texts."""
    import shutil  # noqa: PLC0415 - only looking after a library needs it

    shutil.rmtree(folder / INDEX_FOLDER, ignore_errors=True)


def _aside(why: str) -> str:
    """Return the ending of a file that is put aside."""
    return f".{why}-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S}"


def opml_text(feeds: Iterable[Feed]) -> str:
    """Return feeds as a list (OPML) that other feed readers take in."""
    from reader.ingest.feeds import ListedFeed, write_opml  # noqa: PLC0415 - only sharing feeds needs it

    return write_opml(ListedFeed(feed.url, feed.title) for feed in feeds)


def own_outlets(config: Config) -> OwnOutlets:
    """Open the person's own registry of outlets; raise ``ConfigError`` if it is unsound."""
    from reader.ingest.own_outlets import OwnOutlets  # noqa: PLC0415 - only looking after outlets needs it

    if config.outlets is None:
        raise ConfigError("outlets.toml", None, "these settings name no place for it")
    return OwnOutlets(config.outlets)


def watch(folder: Path) -> Watch:
    """Return what notices the files that are dropped into a folder; raise ``UnreadableInput`` if it is none."""
    from reader.ingest.watching import Watch  # noqa: PLC0415 - only watching needs it

    return Watch(folder)


@contextmanager
def seeds_folder() -> Iterator[Path]:
    """Lend the folder of the seed articles: the wheel's own, or the checkout's."""
    from importlib import resources  # noqa: PLC0415 - only a first start needs them

    packed = resources.files("reader") / "seeds"
    if packed.is_dir():
        with resources.as_file(packed) as folder:
            yield folder
    else:
        yield Path(__file__).resolve().parent.parent / "seeds"


def _open_reader(config: Config, *, allow_local: bool, standard_input: BinaryIO | None) -> InputReader:
    """Open the reader of inputs; what it knows of outlets and folders is read anew with it."""
    from reader.ingest import open_reader  # noqa: PLC0415 - only adding needs it

    return open_reader(outlets_file=config.outlets, allow_local=allow_local, standard_input=standard_input)


def _expected(inputs: Sequence[str]) -> int | None:
    """Return how many articles are in inputs, where each of their files holds one and they are soon counted."""
    from reader.ingest.files import TEXT_SUFFIXES, readable_suffix, walk  # noqa: PLC0415 - only adding needs them
    from reader.ingest.formats import SUFFIXES  # noqa: PLC0415 - the same
    from reader.ingest.html import HTML_SUFFIXES  # noqa: PLC0415 - the same

    count = 0
    for name in inputs:
        if isinstance(name, PastedText):
            return None
        path = Path(name)
        for file in walk(path, SUFFIXES) if _is_folder(path) else [path]:
            count += 1
            if not isinstance(file, Path) or not readable_suffix(file, TEXT_SUFFIXES | HTML_SUFFIXES):
                return None
            if count > _SOON_COUNTED:
                return None
    return count


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; what no path can be is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _open_index(folder: Path, store: SqliteStore) -> SearchIndex:
    """Open the library's index."""
    from reader.index import open_index  # noqa: PLC0415 - only searching and adding need it

    return open_index(folder / INDEX_FOLDER, store)
