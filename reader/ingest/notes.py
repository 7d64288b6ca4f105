"""``outlets.toml`` beside texts: what the texts of a folder do not say of themselves."""

from __future__ import annotations

import dataclasses
import datetime as dt
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import InputError, UnreadableInput

if TYPE_CHECKING:
    from pathlib import Path

    from reader.model import RawArticle

NOTES_FILE = "outlets.toml"


@dataclass(frozen=True, slots=True)
class Note:
    """What was written down about one file."""

    outlet: str | None = None
    domain: str | None = None
    date: dt.date | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None


class FolderNotes:
    """The notes of folders, each ``outlets.toml`` read once. A file's note stands in its own folder or in one above."""

    def __init__(self) -> None:
        """Begin with no folder read."""
        self._tables: dict[Path, dict[str, dict[str, object]]] = {}
        self._errors: list[InputError] = []

    def of(self, path: Path, *, top: Path | None = None) -> Note:
        """Return the note on the file ``path``; folders above its own are asked up to ``top``."""
        for folder in path.parents:
            row = self._table(folder).get(path.relative_to(folder).as_posix())
            if row is not None:
                return _note(row, str(folder / NOTES_FILE), path.name, self._errors)
            if top is None or folder == top:
                break
        return Note()

    def errors(self) -> list[InputError]:
        """Return what was wrong in the notes read since the last call."""
        found, self._errors = self._errors, []
        return found

    def _table(self, folder: Path) -> dict[str, dict[str, object]]:
        if folder not in self._tables:
            self._tables[folder] = self._read(folder / NOTES_FILE)
        return self._tables[folder]

    def _read(self, path: Path) -> dict[str, dict[str, object]]:
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self._errors.append(UnreadableInput(str(path), f"not used: {error}"))
            return {}
        return {name: row for name, row in table.items() if isinstance(row, dict)}


def _note(row: dict[str, object], path: str, file: str, errors: list[InputError]) -> Note:
    words: dict[str, str] = {}
    for key in ("outlet", "domain", "url", "title", "byline", "language"):
        value = row.get(key)
        if isinstance(value, str) and value.strip():
            words[key] = value.strip()
        elif value is not None:
            errors.append(InputError(path, f"{key} of {file} must be text in quotation marks"))
    date = row.get("date")
    if isinstance(date, dt.datetime):
        date = date.date()
    elif isinstance(date, str):
        try:
            date = dt.date.fromisoformat(date.strip()[:10])
        except ValueError:
            date = "?"
    if date is not None and not isinstance(date, dt.date):
        errors.append(InputError(path, f"date of {file} must be a date, as in date = 2019-09-14"))
        date = None
    return Note(date=date, **words)


def noted(raw: RawArticle, note: Note) -> RawArticle:
    """Return the article with what its note says in place of what was not known."""
    known = {item.name: getattr(note, item.name) for item in dataclasses.fields(note)}
    return dataclasses.replace(raw, **{key: value for key, value in known.items() if value is not None})
