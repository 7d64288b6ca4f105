"""Files and folders: which ones are read, and their bytes within bounds."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The largest single file that is read, in bytes. The longest newspaper texts are under 1 MB.
LARGEST_FILE = 16 * 1024 * 1024

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
TEXT_SUFFIXES = MARKDOWN_SUFFIXES | {".txt", ".text"}


def readable_suffix(path: Path, suffixes: frozenset[str]) -> bool:
    """Tell whether a file found in a folder is one to read, by the end of its name."""
    ends = [suffix.lower() for suffix in path.suffixes[-2:]]
    if ends and ends[-1] == ".gz":
        ends.pop()
    return bool(ends) and ends[-1] in suffixes


def walk(folder: Path, suffixes: frozenset[str]) -> Iterator[Path | UnreadableInput]:
    """Yield the files to read in ``folder`` and below, in order of their names, and an error for each closed folder.

    Hidden files and folders are left out, links to folders are not followed.
    """
    closed: list[UnreadableInput] = []

    def refuse(error: OSError) -> None:
        closed.append(UnreadableInput(str(error.filename), _why(error)))

    for place, folders, names in os.walk(folder, onerror=refuse):
        yield from closed
        closed.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if not name.startswith(".") and readable_suffix(path, suffixes):
                yield path
    yield from closed


def read_bytes(path: Path, *, limit: int = LARGEST_FILE) -> bytes:
    """Return the content of a regular file of at most ``limit`` bytes; raise ``UnreadableInput`` otherwise."""
    name = str(path)
    try:
        # Opened without blocking: a named pipe would otherwise hold the program until somebody writes to it.
        with open(path, "rb", opener=_open_at_once) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise UnreadableInput(name, "not a file: a device, socket or pipe")
            if found.st_size > limit:
                raise too_large(name, found.st_size, limit)
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise UnreadableInput(name, _why(error)) from error
    if len(content) > limit:
        raise too_large(name, None, limit)
    return content


def too_large(name: str, size: int | None, limit: int) -> UnreadableInput:
    """Return the error that says how large something is (where it was not only read up to ``limit``) and may be."""
    mb = 1024 * 1024
    is_so_large = "" if size is None else f" {-(-size // mb)} MB, and"
    return UnreadableInput(name, f"too large:{is_so_large} it may have {limit / mb:.0f} MB")


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _why(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "no permission to read it"
        case IsADirectoryError():
            return "a folder"
        case OSError():
            return (error.strerror or "can't be read").lower()
        case ValueError():
            return "no file can have this name"
