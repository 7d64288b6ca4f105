"""What searching answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.article import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a query found, and where.

    ``spans`` are the hits in its text, ``snippet`` is a window around the first, ``marks`` are the hits inside it.
    """

    article: str
    score: float
    spans: tuple[Span, ...] = ()
    snippet: str = ""
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a query: best first. ``problem`` says in one line where and why the query was not understood.

    ``as_typed``: the last word was taken as the beginning of a word; ``partial``: of that beginning only the most
    frequent words were looked up, and the query without ``as_typed`` may find more. ``behind``: the newest articles
    were not in the index yet.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    problem: str = ""
    did_you_mean: tuple[str, ...] = ()
    as_typed: bool = False
    partial: bool = False
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to finish the word being typed, with how many articles hold it."""

    text: str
    articles: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that a person keeps under a name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Searches:
    """What a person searched for: saved searches by name, and the queries that were made, the latest first."""

    saved: tuple[SavedSearch, ...] = ()
    made: tuple[str, ...] = ()
