"""What a query asks for, as a tree of values."""

from __future__ import annotations

from dataclasses import dataclass

from reader.index.documents import Area


@dataclass(frozen=True, slots=True)
class Word:
    """Articles that hold a word or another form of it; ``key`` is folded."""

    key: str
    area: Area = Area.TEXT


@dataclass(frozen=True, slots=True)
class Figure:
    """Articles that hold a figure, in either writing: all of ``parts`` (4, billion), or ``value`` (4000000000)."""

    parts: tuple[Word, ...]
    value: str
    area: Area = Area.TEXT


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles where the exact words stand one behind the other. The key "" takes any word; the first is another."""

    keys: tuple[str, ...]
    area: Area = Area.TEXT


@dataclass(frozen=True, slots=True)
class Near:
    """Articles where words, or other forms of them, stand in any order with at most ``distance`` words between them."""

    keys: tuple[str, ...]
    distance: int
    area: Area = Area.TEXT


@dataclass(frozen=True, slots=True)
class Prefix:
    """Articles that hold a word beginning with ``beginning``."""

    beginning: str
    area: Area = Area.TEXT


@dataclass(frozen=True, slots=True)
class OutletIs:
    """Articles of outlets whose name or domain has words that begin with all of ``beginnings``."""

    beginnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguageIs:
    """Articles in a language, by its code (``es`` also finds ``es-MX``)."""

    code: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles dated from day ``first`` to day ``last``, both included, as ordinals."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class HasQuotation:
    """Articles that quote somebody."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Articles in a state that the library knows, such as ``is:flagged``; ``tag`` is in small letters."""

    tag: str


@dataclass(frozen=True, slots=True)
class And:
    """Articles that all parts ask for."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that any part asks for."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that the part does not ask for."""

    part: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """All articles."""


Node = (
    Word
    | Figure
    | Phrase
    | Near
    | Prefix
    | OutletIs
    | LanguageIs
    | Dated
    | HasQuotation
    | Tagged
    | And
    | Or
    | Not
    | Everything
)
