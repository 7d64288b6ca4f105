"""What workers and small screens tell the desk. Workers post these and touch nothing else.

Nobody compares or prints a message, and the first paint waits for every method that is made: hence ``eq`` and ``repr``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library import Library
    from reader.model import Article, FlagEvent, Searches, SearchResults, Span, Story
    from reader.text.changes import Part
    from reader.tui.opened import OpenStory


@dataclass(eq=False, repr=False)
class LibraryOpened(Message):
    """The library is open; ``settings`` is what was remembered of the desk."""

    library: Library
    settings: Mapping[str, str] = field(default_factory=dict)
    first_start: bool = False


@dataclass(eq=False, repr=False)
class Listed(Message):
    """The library's articles and stories; ``grouped`` tells whether every article was grouped."""

    library: Library
    headers: Sequence[Article]
    stories: Sequence[Story]
    grouped: bool = True


@dataclass(eq=False, repr=False)
class WorkBegun(Message):
    """Long work has begun."""


@dataclass(eq=False, repr=False)
class WorkOver(Message):
    """A piece of long work has ended; ``said`` is what came of it."""

    said: Message


@dataclass(eq=False, repr=False)
class StoryOpened(Message):
    """A story was gathered; ``article`` is to be shown from offset ``at``, on its first or last hit if ``to_hit``.

    Where that article is shown already and ``stays``, neither the text nor the hit is left.
    """

    opened: OpenStory
    article: str | None = None
    at: int = 0
    to_hit: int = 0
    stays: bool = False


@dataclass(eq=False, repr=False)
class FlagsChanged(Message):
    """Flags were read anew; ``event`` is what was said, None when there was nothing to undo or redo."""

    opened: OpenStory
    event: FlagEvent | None
    done: str


@dataclass(eq=False, repr=False)
class Found(Message):
    """A search was answered; ``final`` when the person ended the query with Enter."""

    results: SearchResults
    final: bool


@dataclass(eq=False, repr=False)
class SearchesRead(Message):
    """The searches that were saved and made, and how many articles have each tag."""

    searches: Searches
    tags: Mapping[str, int]


@dataclass(eq=False, repr=False)
class LikeFound(Message):
    """Articles like one of that title."""

    results: SearchResults
    title: str


@dataclass(eq=False, repr=False)
class SearchLater(Message):
    """A query could not be answered yet; ``text`` says why."""

    query: str
    text: str


@dataclass(eq=False, repr=False)
class HitsFound(Message):
    """The places of the query's words in one article."""

    article: str
    spans: Sequence[Span]
    to_hit: int


@dataclass(eq=False, repr=False)
class Told(Message):
    """Something to say at the foot of the screen."""

    text: str


@dataclass(eq=False, repr=False)
class Pasted(Message):
    """What is on the clipboard."""

    text: str


@dataclass(eq=False, repr=False)
class VersionsRead(Message):
    """An article's versions, the newest first, each with the paragraphs that it has otherwise than the one before."""

    outlet: str
    versions: Sequence[tuple[int, Sequence[Sequence[Part]]]]


@dataclass(eq=False, repr=False)
class Added(Message):
    """Inputs were added: how many became what, and a line for each that was refused."""

    summary: str
    refused: Sequence[str]


@dataclass(eq=False, repr=False)
class Failed(Message):
    """Something went wrong; one line for a person."""

    text: str
