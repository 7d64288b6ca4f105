"""The registry of outlets: well-known ones as shipped, and a person's own over them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ARTICLE = "the "


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: the name it is shown under, its domains, and the other names it is written under.

    ``agency``: its name in a text says through whom the words came. ``hover_cards``: its scraped pages have pop-up
    cards glued to names. ``notes`` are the person's own.
    """

    name: str
    domains: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    country: str | None = None
    language: str | None = None
    agency: bool = False
    hover_cards: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Registry:
    """Outlets by domain and by name. Where two claim one domain or name, the later one has it."""

    outlets: tuple[Outlet, ...]
    _by_domain: dict[str, Outlet] = field(default_factory=dict, repr=False)
    _by_name: dict[str, Outlet] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Fill the two tables."""
        for outlet in self.outlets:
            for domain in outlet.domains:
                self._by_domain[domain.lower()] = outlet
            for name in (*outlet.also, outlet.name):
                self._by_name[_key(name)] = outlet

    def by_domain(self, domain: str) -> Outlet | None:
        """Return the outlet that publishes at ``domain`` or at a domain above it."""
        rest = domain.lower().strip(".")
        while "." in rest:
            if (outlet := self._by_domain.get(rest)) is not None:
                return outlet
            rest = rest.partition(".")[2]
        return None

    def by_name(self, name: str) -> Outlet | None:
        """Return the outlet of that name: case, a leading "The" and white space don't matter."""
        return self._by_name.get(_key(name))

    def by_url(self, url: str) -> Outlet | None:
        """Return the outlet that publishes at ``url``."""
        domain = domain_of(url)
        return None if domain is None else self.by_domain(domain)

    def over(self, others: Registry) -> Registry:
        """Return a registry in which the outlets of this one stand above ``others``."""
        return Registry((*others.outlets, *self.outlets))


def domain_of(url: str) -> str | None:
    """Return the host of ``url`` in lower case without a leading ``www.``; None if it has none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@cache
def built_in() -> Registry:
    """Return the outlets that come with the program."""
    text = resources.files("reader.ingest").joinpath("outlets.toml").read_text(encoding="utf-8")
    return Registry(tuple(_outlets(tomllib.loads(text), "outlets.toml")))


def load_registry(own: Path | None) -> Registry:
    """Return the built-in outlets with a person's ``outlets.toml`` over them; raise ``ConfigError`` if it is unsound.

    An outlet of the same name as a built-in one replaces it; a domain or name that it claims is then its own.
    """
    if own is None or not own.exists():
        return built_in()
    try:
        table = tomllib.loads(own.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(own), _line(error), str(error)) from error
    return Registry(tuple(_outlets(table, str(own)))).over(built_in())


def _outlets(table: dict[str, object], path: str) -> Iterator[Outlet]:
    rows = table.get("outlet", [])
    if not isinstance(rows, list):
        raise ConfigError(path, None, "outlet must be a list of tables, as in [[outlet]]")
    for row in rows:
        name = row.get("name") if isinstance(row, dict) else None
        if not isinstance(name, str) or not name.strip():
            raise ConfigError(path, None, "every outlet needs a name")
        yield Outlet(
            name=name.strip(),
            domains=_words(row, "domains", name, path),
            also=_words(row, "also", name, path),
            country=_word(row, "country", name, path) or None,
            language=_word(row, "language", name, path) or None,
            agency=row.get("agency") is True,
            hover_cards=row.get("hover_cards") is True,
            notes=_word(row, "notes", name, path),
        )


def _word(row: dict[str, object], key: str, name: str, path: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise ConfigError(path, None, f"{key} of {name} must be text in quotation marks")
    return value


def _words(row: dict[str, object], key: str, name: str, path: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ConfigError(path, None, f'{key} of {name} must be a list, as in ["a", "b"]')
    return tuple(_stripped(value))


def _stripped(words: Iterable[object]) -> Iterator[str]:
    return (text for word in words if (text := str(word).strip()))


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold().removeprefix(_ARTICLE)


def _line(error: Exception) -> int | None:
    line = getattr(error, "lineno", None)
    return line if isinstance(line, int) else None
