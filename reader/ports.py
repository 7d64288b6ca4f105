"""What the core needs from the outside, as protocols. ``storage``, ``index`` and ``ingest`` implement them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from reader.errors import InputError
    from reader.model import Analysis, Article, Completion, FlagEvent, RawArticle, SearchResults, Span, Story


class ArticleReader(Protocol):
    """Turns an input as a person names it (a path, a folder, an address, ``-``) into raw articles."""

    def read(self, source: str) -> Iterator[RawArticle | InputError]:
        """Yield every article in ``source``, and an error (not raised) for each part that can't be used."""
        ...


class ArticleStore(Protocol):
    """Owns the articles, their versions and analyses, and the stories. What it has returned from is on disk."""

    def put(self, article: Article, analysis: Analysis) -> int:
        """Store an article (or its new version) with its analysis, in one transaction; return the new change number."""
        ...

    def get(self, article_id: str, version: int | None = None) -> Article:
        """Return an article (its newest version by default); raise ``NotFound``."""
        ...

    def headers(self) -> Sequence[Article]:
        """Return every article's newest version without its text, raw text and offsets, oldest first. Cheap."""
        ...

    def analysis(self, article_id: str) -> Analysis:
        """Return what was found in the newest version of an article; raise ``NotFound``."""
        ...

    def stories(self) -> Sequence[Story]:
        """Return the stories, newest first."""
        ...

    def put_stories(self, stories: Iterable[Story]) -> None:
        """Replace the stories by these, in one transaction."""
        ...

    def changed_since(self, change: int) -> Iterator[tuple[int, Article, Analysis]]:
        """Yield what was put after change number ``change``, oldest first, each with its own change number."""
        ...

    def remember(self, key: str, value: str) -> None:
        """Keep a small setting (the place in a text, pane sizes) beside the articles."""
        ...

    def recall(self, key: str) -> str | None:
        """Return a setting that was remembered, or None."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class FlagLog(Protocol):
    """The append-only log of what a person flagged."""

    def append(self, event: FlagEvent) -> None:
        """Store an event; when this returns, the event survives a kill and a power loss."""
        ...

    def events(self, target: str | None = None) -> Sequence[FlagEvent]:
        """Return all events, or those of one target, in the order they were appended."""
        ...


class SearchIndex(Protocol):
    """Finds articles by words. It can be deleted at any moment and is rebuilt from the store."""

    def catch_up(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Index what the store has and the index has not; return how many articles. ``progress`` gets (done, of)."""
        ...

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        as_typed: bool = False,
        tags: Mapping[str, Collection[str]] | None = None,
    ) -> SearchResults:
        """Answer a query in the program's query language, best first.

        ``as_typed`` takes the last word as the beginning of a word. ``tags`` maps a state that the query can ask for
        (``is:flagged``, ``verdict:disputed``, ``has:conflict``, ``story:ID``) to the ids of the articles that have it.
        """
        ...

    def find(self, query: str, text: str) -> Sequence[Span]:
        """Return where the words of ``query`` stand in ``text``."""
        ...

    def complete(self, beginning: str, *, limit: int = 8) -> Sequence[Completion]:
        """Return the most frequent ways to finish the last word or field value of ``beginning``."""
        ...

    def more_like(self, article_id: str, *, limit: int = 10) -> SearchResults:
        """Return the articles nearest to one."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...
