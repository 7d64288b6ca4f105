"""The table of contents of an index folder: one JSON file, replaced in one step at every commit.

It stands where Whoosh keeps a pickle. It names the program's format, the library it belongs to, the change number of
the store that it has reached, and each segment with the length and checksum of its files.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from reader.index.documents import ANALYSIS

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping

NAME = "contents.json"
_FORMAT = 1
_CHUNK = 1 << 20


class ForeignIndex(Exception):
    """The index can't be used as it is, and why: it is set aside and built anew."""


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """One segment: its name, its documents, which of them are deleted, and ``(length, CRC-32)`` of each file."""

    id: str
    documents: int
    deleted: tuple[int, ...]
    files: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one commit left behind."""

    library: str
    generation: int = 0
    change: int = 0
    segments: tuple[SegmentEntry, ...] = ()

    @property
    def articles(self) -> int:
        """How many articles are in the index."""
        return sum(entry.documents - len(entry.deleted) for entry in self.segments)

    def write(self, folder: pathlib.Path) -> None:
        """Make this the table of contents of ``folder``, in one step: a crash leaves the old one or this."""
        document = {"format": _FORMAT, "analysis": ANALYSIS, "byteorder": sys.byteorder, **asdict(self)}
        fresh = folder / f"{NAME}.new"
        fresh.write_text(json.dumps(document), encoding="utf-8")
        fresh.replace(folder / NAME)


def read(folder: pathlib.Path, library: str) -> Manifest:
    """Return the table of contents; raise ``ForeignIndex`` if it is damaged, another library's or another version's."""
    try:
        document = json.loads((folder / NAME).read_bytes())
        made_with = (document["format"], document["analysis"], document["byteorder"])
        segments = tuple(
            SegmentEntry(
                id=str(entry["id"]),
                documents=int(entry["documents"]),
                deleted=tuple(int(number) for number in entry["deleted"]),
                files={str(name): (int(size), int(crc)) for name, (size, crc) in entry["files"].items()},
            )
            for entry in document["segments"]
        )
        manifest = Manifest(str(document["library"]), int(document["generation"]), int(document["change"]), segments)
    except FileNotFoundError as error:
        raise ForeignIndex("it has no table of contents") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ForeignIndex("its table of contents is damaged") from error
    if made_with != (_FORMAT, ANALYSIS, sys.byteorder):
        raise ForeignIndex("it was made by another version of this program or on another kind of machine")
    if manifest.library != library:
        raise ForeignIndex("it belongs to another library")
    return manifest


def check_lengths(folder: pathlib.Path, manifest: Manifest) -> None:
    """Raise ``ForeignIndex`` if a file is missing, a link, or not as long as it was: costs a few system calls."""
    for entry in manifest.segments:
        for name, (length, _) in entry.files.items():
            path = folder / name
            if os.path.basename(name) != name or path.is_symlink():  # noqa: PTH119 - a name in a foreign file, not a path
                raise ForeignIndex(f"it points outside its folder ({name})")
            try:
                found = path.stat().st_size
            except OSError as error:
                raise ForeignIndex(f"its file {name} is missing") from error
            if found != length:
                raise ForeignIndex(f"its file {name} is {found} bytes long, not {length}")


def check_sums(folder: pathlib.Path, manifest: Manifest) -> None:
    """Raise ``ForeignIndex`` if a file of the index does not hold what was written: reads all of them."""
    for entry in manifest.segments:
        for name, (_, expected) in entry.files.items():
            try:
                found = checksum(folder / name)
            except OSError as error:
                raise ForeignIndex(f"its file {name} can't be read") from error
            if found != expected:
                raise ForeignIndex(f"its file {name} is damaged")


def checksum(path: pathlib.Path) -> int:
    """Return the CRC-32 of a file."""
    crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            crc = zlib.crc32(chunk, crc)
    return crc
