"""What is dropped into a folder: each file once it has stopped growing, and again when it was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.errors import InputError, UnreadableInput
from reader.ingest import formats
from reader.ingest.files import walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class _State(NamedTuple):
    """What tells that a file was changed."""

    size: int
    changed: int


class Watch:
    """Looks into a folder whenever it is asked to; it does not wait by itself."""

    def __init__(self, folder: Path) -> None:
        """Watch ``folder`` and what is below it; raise ``UnreadableInput`` if it is no folder."""
        if not folder.is_dir():
            raise UnreadableInput(str(folder), "not a folder: only a folder can be watched")
        self._folder = folder
        self._seen: dict[Path, _State] = {}
        self._given: dict[Path, _State] = {}

    def look(self) -> Sequence[Path]:
        """Return the files to take in now: those that are as they were at the last look, and were not given yet."""
        seen: dict[Path, _State] = {}
        for found in walk(self._folder, formats.SUFFIXES):
            if isinstance(found, InputError):
                continue
            try:
                status = found.stat()
            except OSError:
                continue  # taken away again since the folder was listed
            seen[found] = _State(status.st_size, status.st_mtime_ns)
        ready = [path for path, state in seen.items() if self._seen.get(path) == state != self._given.get(path)]
        self._seen = seen
        self._given = {path: state for path, state in self._given.items() if path in seen}
        self._given.update((path, seen[path]) for path in ready)
        return ready
