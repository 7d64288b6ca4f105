"""The index folder: opening it, noticing that it can't be used, setting it aside, and the one writer."""

from __future__ import annotations

import os
import shutil
import struct
import threading
import time
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

from whoosh.util.filelock import FileLock

from reader.errors import IndexUnavailable
from reader.index import manifest as contents
from reader.index.catalogue import Catalogue, Writer, sweep
from reader.index.manifest import ForeignIndex, Manifest
from reader.index.view import View, open_view

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Iterator

DAMAGE = (OSError, ValueError, KeyError, IndexError, TypeError, EOFError, struct.error)
"""What reading a damaged file of an index raises."""

_OPENING_TRIES = 20
_OPENING_PAUSE = 0.02
_LOCK_PAUSE = 0.1


class Shelf:
    """An index folder of one library."""

    def __init__(self, folder: pathlib.Path, library: str) -> None:
        """Take the folder; ``library`` is the id that an index in it must carry."""
        self.folder = folder
        self.library = library
        self._opening = threading.Lock()
        self._view: View | None = None
        self._seen: tuple[int, int] | None = None

    def view(self) -> View:
        """Return the index as it was last committed, by whichever process; raise ``ForeignIndex``.

        A commit deletes the files that it replaced, so that opening may find them gone: then it begins again.
        """
        stamp = self._stamp()
        view = self._view
        if view is not None and stamp == self._seen:
            return view
        with self._opening:
            for left in reversed(range(_OPENING_TRIES)):
                stamp = self._stamp()
                if self._view is not None and stamp == self._seen:
                    break
                try:
                    self._view = self._open()
                except FileNotFoundError as error:
                    if not left:
                        raise ForeignIndex(f"a file of it is missing ({error.filename})") from error
                    time.sleep(_OPENING_PAUSE)
                except DAMAGE as error:
                    raise ForeignIndex("one of its files is damaged") from error
                else:
                    self._seen = stamp
                    break
            view = self._view
        if view is None:
            raise ForeignIndex("it can't be opened")
        return view

    def _open(self) -> View:
        """Open what the table of contents names."""
        check_place(self.folder)
        manifest = contents.read(self.folder, self.library)
        try:
            contents.check_lengths(self.folder, manifest)
        except ForeignIndex:
            if contents.read(self.folder, self.library) == manifest:
                raise
            raise FileNotFoundError(str(self.folder)) from None
        return open_view(Catalogue(self.folder, manifest), self._view)

    def _stamp(self) -> tuple[int, int] | None:
        """Return what tells one commit from the next without reading it."""
        try:
            found = os.stat(self.folder / contents.NAME)  # noqa: PTH116 - called at every search: half the time of Path.stat
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns

    @contextmanager
    def writing(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Hold the lock that only one process may hold; ``waiting`` is called once if another has it.

        The lock is the operating system's: it goes with the process that held it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        check_place(self.folder)
        lock = FileLock(str(self.folder.with_name(f"{self.folder.name}.lock")))
        if not lock.acquire():
            waiting()
            while not lock.acquire():
                time.sleep(_LOCK_PAUSE)
        try:
            yield
        finally:
            lock.release()

    def writer(self) -> Writer:
        """Return a writer on the last commit; the caller holds the lock."""
        return Writer(Catalogue(self.folder, self.view().manifest))

    def begin(self) -> None:
        """Make an empty index; the caller holds the lock."""
        self.folder.mkdir(parents=True, exist_ok=True)
        Manifest(self.library).write(self.folder)

    def tidy(self) -> None:
        """Delete what a killed writer left behind; the caller holds the lock."""
        sweep(self.folder, self.view().manifest)
        for left in self.folder.glob("*.tmp"):
            shutil.rmtree(left, ignore_errors=True)

    def set_aside(self) -> pathlib.Path:
        """Move the folder out of the way, and return where to; what was set aside before is deleted."""
        aside = self.folder.with_name(f"{self.folder.name}.damaged")
        if aside.is_symlink() or aside.is_file():
            aside.unlink()
        shutil.rmtree(aside, ignore_errors=True)
        if aside.exists():
            aside = aside.with_name(f"{aside.name}.{uuid.uuid4().hex[:8]}")
        self.folder.rename(aside)
        self._view = self._seen = None
        return aside

    def check_sums(self) -> None:
        """Raise ``ForeignIndex`` if any file is not what was written: reads all of them."""
        contents.check_sums(self.folder, self.view().manifest)

    def close(self) -> None:
        """Let go of the files. A search that is still under way keeps them until it is done."""
        self._view = self._seen = None


def check_place(folder: pathlib.Path) -> None:
    """Raise ``IndexUnavailable`` if the folder is a link: an index from elsewhere is never opened."""
    if folder.is_symlink():
        raise IndexUnavailable(f"{folder}: is a link to another place; remove it, and the index is built anew")
