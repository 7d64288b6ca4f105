"""A person's own ``outlets.toml``: outlets renamed, merged and noted; what was written there by hand stays."""

from __future__ import annotations

import json
import os
import re
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ConfigError, NotFound
from reader.ingest.outlets import Outlet, load_registry
from reader.model import UNKNOWN_OUTLET

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.ingest.outlets import Registry
    from reader.model import Article

_TABLE = re.compile(r"^(?=[ \t]*\[\[[ \t]*outlet[ \t]*\]\])", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class OwnOutlets:
    """The outlets as a person has them: those that come with the program, under their own."""

    def __init__(self, path: Path) -> None:
        """Keep the person's own at ``path``, which need not exist; raise ``ConfigError`` if it is unsound."""
        self._path = path
        self.registry: Registry = load_registry(path)

    def name_of(self, article: Article) -> str | None:
        """Return the name that the outlet of a stored article has here; None where the registry does not know it."""
        outlet = None if article.outlet == UNKNOWN_OUTLET else self.registry.by_name(article.outlet)
        if outlet is None and article.domain:
            outlet = self.registry.by_domain(article.domain)
        return None if outlet is None else outlet.name

    def meant(self, words: str, found: Collection[str]) -> str:
        """Return the name of the outlet that a person means: one in the registry or one ``found`` in the library.

        By any of its names, or by words that one name alone of those found has; raise ``NotFound``.
        """
        found = [name for name in found if name != UNKNOWN_OUTLET]
        if exact := [name for name in found if name.casefold() == words.casefold()]:
            return exact[0]
        if (outlet := self.registry.by_name(words)) is not None:
            return outlet.name
        wanted = words.casefold().split()
        alike = [name for name in found if wanted and all(word in name.casefold() for word in wanted)]
        if len(alike) == 1:
            return alike[0]
        raise NotFound(f"one outlet ({len(alike)} are called so)" if alike else "outlet", words)

    def named(self, name: str, domains: Iterable[str] = ()) -> Outlet:
        """Return the outlet of that name; one that the registry does not know has these ``domains``."""
        return self.registry.by_name(name) or Outlet(_line(name), tuple(domains))

    def rename(self, outlet: Outlet, name: str) -> Outlet:
        """Call an outlet otherwise; it is known under its old names too. Return it as it is now.

        Raise ``ConfigError`` where another outlet has that name: the two are to be merged.
        """
        name = _line(name)
        holder = self.registry.by_name(name)
        if not name or (holder is not None and holder.name != outlet.name):
            raise ConfigError(str(self._path), None, f"{name!r} is another outlet's name: --merge joins the two")
        also = tuple(other for other in dict.fromkeys((*outlet.also, outlet.name)) if other != name)
        return self._keep(replace(outlet, name=name, also=also), {outlet.name, name})

    def merge(self, outlet: Outlet, other: Outlet) -> Outlet:
        """Take another outlet's names and domains into this one; return it as it is now."""
        also = tuple(dict.fromkeys((*outlet.also, other.name, *other.also)))
        notes = "; ".join(dict.fromkeys(part for part in (outlet.notes, other.notes) if part))
        merged = replace(
            outlet,
            domains=tuple(dict.fromkeys((*outlet.domains, *other.domains))),
            also=tuple(name for name in also if name != outlet.name),
            notes=notes,
        )
        return self._keep(merged, {outlet.name, other.name})

    def note(self, outlet: Outlet, words: str) -> Outlet:
        """Keep the person's own words about an outlet, in place of earlier ones; return it as it is now."""
        return self._keep(replace(outlet, notes=_line(words)), {outlet.name})

    def _keep(self, outlet: Outlet, instead: Collection[str]) -> Outlet:
        """Write an outlet to the file, in place of the tables there that have one of these names."""
        text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        head, *tables = _TABLE.split(text)
        kept = [table for table in tables if _name_in(table) not in instead]
        whole = "".join(part if part.endswith("\n") else part + "\n" for part in (head, *kept) if part).rstrip("\n")
        self._write((f"{whole}\n\n" if whole else "") + _written(outlet))
        self.registry = load_registry(self._path)
        return outlet

    def _write(self, text: str) -> None:
        """Replace the file as a whole: whoever reads it meanwhile reads the old one or the new one."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise ConfigError(str(self._path), None, f"can't be written: {(error.strerror or '').lower()}") from error


def _name_in(table: str) -> str | None:
    try:
        rows = tomllib.loads(table).get("outlet")
    except tomllib.TOMLDecodeError:
        return None
    row = rows[0] if isinstance(rows, list) and rows else None
    name = row.get("name") if isinstance(row, dict) else None
    return name.strip() if isinstance(name, str) else None


def _written(outlet: Outlet) -> str:
    """Return an outlet as a table of TOML."""
    lines = ["[[outlet]]", f"name = {_quoted(outlet.name)}"]
    for key in ("domains", "also"):
        words: tuple[str, ...] = getattr(outlet, key)
        if words:
            lines.append(f"{key} = [{', '.join(map(_quoted, words))}]")
    for key in ("country", "language", "notes"):
        word: str | None = getattr(outlet, key)
        if word:
            lines.append(f"{key} = {_quoted(word)}")
    lines += [f"{key} = true" for key in ("agency", "hover_cards") if getattr(outlet, key)]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    # A string of JSON is one of TOML, but for DEL, which a line has none of.
    return json.dumps(_line(words), ensure_ascii=False)


def _line(words: str) -> str:
    return " ".join(_CONTROL.sub(" ", words).split())
