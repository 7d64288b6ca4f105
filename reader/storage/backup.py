"""Backing up and restoring the files of a library."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from reader.errors import LibraryDamaged, LibraryError, NotFound, UnreadableInput
from reader.storage.database import connect, translated
from reader.storage.doctor import examine
from reader.storage.schema import FILES

_BESIDE = ("", "-wal", "-shm")


def back_up(folder: Path, file: Path) -> None:
    """Write the library's databases into one zip file, each as it is at one moment; raise ``LibraryError``.

    The file appears whole or not at all. A library in use goes on being used.
    """
    if not any((folder / name).exists() for name in FILES):
        raise NotFound("library", str(folder))
    try:
        with tempfile.TemporaryDirectory(dir=file.absolute().parent, prefix=".newsreader-") as place:
            packed = Path(place) / "backup.zip"
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                for name in FILES:
                    if (folder / name).exists():
                        _copy(folder / name, Path(place) / name)
                        archive.write(Path(place) / name, name)
            with packed.open("rb") as written:
                os.fsync(written.fileno())
            packed.replace(file)
    except OSError as error:
        raise LibraryError(str(file), f"can't be written: {(error.strerror or str(error)).lower()}") from error


def restore(folder: Path, file: Path, aside: str | None) -> list[str]:
    """Put a backup's databases into ``folder``; return what was done, a line each.

    Those that are there are renamed to end in ``aside``; without it their presence is an error. Nothing is touched
    before the whole backup was unpacked and found sound.
    """
    there = [name for name in FILES if (folder / name).exists()]
    if there and aside is None:
        raise LibraryError(str(folder / there[0]), "a library is there already: --replace puts it aside")
    said = []
    with tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as place:
        unpacked = _unpacked(file, Path(place))
        for path in unpacked:
            unsound = [finding.says for finding in examine(path) if not finding.sound]
            if unsound:
                raise LibraryDamaged(f"{file} ({path.name})", "; ".join(unsound))
        for name in there:
            put_aside(folder / name, str(aside))
            said.append(f"put aside: {folder / (name + str(aside))}")
        for path in unpacked:
            for ending in _BESIDE[1:]:
                path.with_name(path.name + ending).unlink(missing_ok=True)
            path.replace(folder / path.name)
            said.append(f"restored: {folder / path.name}")
    return said


def put_aside(path: Path, aside: str) -> None:
    """Rename a database and what belongs to it, so that its name ends in ``aside``."""
    for ending in _BESIDE:
        old = path.with_name(path.name + ending)
        if old.exists():
            old.replace(path.with_name(path.name + aside + ending))


def _copy(source: Path, target: Path) -> None:
    """Copy a database that may be in use, by SQLite's own backup."""
    with translated(source), closing(connect(source)) as held, closing(sqlite3.connect(target)) as copy:
        held.backup(copy)


def _unpacked(file: Path, place: Path) -> list[Path]:
    """Unpack the databases of a backup into ``place``; raise ``UnreadableInput``."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name for name in FILES if name in archive.namelist()]
            found = [Path(archive.extract(name, place)) for name in names]
    except (OSError, zipfile.BadZipFile, EOFError, RuntimeError) as error:
        raise UnreadableInput(str(file), f"not a backup of newsreader: {error}") from error
    if not found:
        raise UnreadableInput(str(file), "not a backup of newsreader: there is no library in it")
    return found
