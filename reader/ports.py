"""What the core needs from the outside, as protocols. ``storage``, ``index`` and ``ingest`` implement them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from reader.errors import InputError
    from reader.model import (
        Analysis,
        Anchor,
        Article,
        Checklist,
        Completion,
        Feed,
        FlagEvent,
        RawArticle,
        SearchResults,
        Span,
        Story,
        TargetKind,
    )

SEEDED = "seeds"
"""The setting that a library has from its first start on."""


class ArticleReader(Protocol):
    """Turns an input as a person names it (a path, a folder, an address, ``-``) into raw articles."""

    def read(self, source: str) -> Iterator[RawArticle | InputError]:
        """Yield every article in ``source``, and an error (not raised) for each part that can't be used."""
        ...


class FeedReader(Protocol):
    """Asks remembered feeds for what is new."""

    def refresh(
        self, feeds: Iterable[Feed], known: Collection[str] = ()
    ) -> Iterator[tuple[Feed, Sequence[RawArticle | InputError]]]:
        """Yield each feed that is not paused, as it should be remembered now, with what is new in it.

        ``known`` are addresses of articles that are there already: they are fetched again only where the feed says that
        they were changed since it was last asked. Feeds come in the order in which their servers answer; a feed that
        fails says so in its ``failure``.
        """
        ...

    def found(self) -> Sequence[Feed]:
        """Return the feeds that were read by their addresses since the last call, to be remembered."""
        ...


class InputReader(ArticleReader, FeedReader, Protocol):
    """Reads what a person names, and the feeds that are remembered from it."""


class Packed(Protocol):
    """An article with its analysis as a store keeps them: packed where it was read, and quick to send from there."""

    @property
    def article(self) -> Article:
        """The article."""
        ...

    def renamed(self, article_id: str) -> Packed:
        """Return the same under another id."""
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
        """Yield what was put after change number ``change``, oldest first, each with its own change number.

        That is what an index needs: the article without raw text and offsets, the analysis with its quotations only.
        """
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


class LibraryStore(ArticleStore, Protocol):
    """What the library needs of its store beside the articles: batches, where articles came from, checklists."""

    @property
    def pack(self) -> Callable[[Article, Analysis], Packed]:
        """What packs an article with its analysis for ``put_packed``; it can be sent to another process."""
        ...

    def put_packed(self, packed: Packed) -> int:
        """Store what ``pack`` made, as ``put`` does; return the new change number."""
        ...

    def batch(self) -> AbstractContextManager[None]:
        """Make one transaction of all that this thread stores inside: all of it or nothing."""
        ...

    def change(self) -> int:
        """Return the newest change number, 0 for an empty store. Cheap."""
        ...

    def versions(self, article_id: str) -> Sequence[tuple[int, str]]:
        """Return (version, hash of its text) of every version of an article, oldest first; empty when unknown."""
        ...

    def put_analysis(self, text_hash: str, analysis: Analysis) -> bool:
        """Replace the analysis of an article's newest version, if its text still has this hash; tell whether it had."""
        ...

    def headers_of(self, ids: Iterable[str]) -> Sequence[Article]:
        """Return the headers of these articles, oldest first; one that is not there is left out."""
        ...

    def leads(self, characters: int, ids: Iterable[str] | None = None) -> Sequence[Article]:
        """Return the headers with the first ``characters`` code points of each text, of all articles or of some."""
        ...

    def titled(self, outlet: str, title: str) -> Sequence[str]:
        """Return the ids of an outlet's articles that have this title, the latest first; at most a few."""
        ...

    def printed(self, outlet: str, day: dt.date | None, *, limit: int) -> Sequence[tuple[str, str]]:
        """Return (id, text) of an outlet's articles of one day (None: without a date), the latest ones first."""
        ...

    def with_claims(self) -> frozenset[str]:
        """Return the ids of the articles in whose newest version a checkable claim was found."""
        ...

    def raw_texts(self, outlet: str, limit: int) -> Sequence[str]:
        """Return the raw texts of an outlet's latest articles, at most ``limit``."""
        ...

    def origin(self, key: str) -> str | None:
        """Return the id of the article that came from ``key`` (a path, an address), if one did."""
        ...

    def put_origin(self, key: str, article_id: str) -> None:
        """Remember that what comes from ``key`` is this article."""
        ...

    def checklist(self, story_id: str) -> tuple[str, Checklist] | None:
        """Return the stored checklist of a story with the key it was stored under."""
        ...

    def put_checklist(self, key: str, checklist: Checklist) -> None:
        """Keep a story's checklist; ``key`` names the texts and the analyser that it was made from."""
        ...


class FlagLog(Protocol):
    """The append-only log of what people flagged; state is a fold of it: the latest event of a person and target."""

    def append(self, event: FlagEvent) -> None:
        """Store an event; when this returns, the event survives a kill and a power loss."""
        ...

    def merge(self, events: Iterable[FlagEvent]) -> int:
        """Store those events that the log does not have, all or none; return how many they were."""
        ...

    def events(self, target: str | None = None) -> Sequence[FlagEvent]:
        """Return all events, or those of one target, by time."""
        ...

    def event(self, event_id: str) -> FlagEvent | None:
        """Return one event by its id, or None."""
        ...

    def present(self) -> Sequence[FlagEvent]:
        """Return the event that holds now for each person and target, oldest first."""
        ...

    def held_near(self, person: str, kind: TargetKind, words: Anchor) -> Sequence[FlagEvent]:
        """Return the events of one person that hold now and may be on these words.

        Those are on the same kind of thing in the same article: where they were taken from the same version of its
        text, they overlap the words; what was taken from another version may be anywhere.
        """
        ...

    def since(self, revision: int) -> tuple[int, Sequence[FlagEvent]]:
        """Return the present revision, and the events that were appended or merged after ``revision``."""
        ...

    def state(self, person: str, target: str) -> FlagEvent | None:
        """Return the event that holds now for one person and target, or None."""
        ...

    def newest_time(self, person: str) -> dt.datetime | None:
        """Return the time of the person's latest event, or None."""
        ...

    def undoable(self, person: str) -> FlagEvent | None:
        """Return the event that the person's next undo takes back, or None."""
        ...

    def redoable(self, person: str) -> FlagEvent | None:
        """Return the undo that the person's next redo takes back, or None."""
        ...

    def revision(self) -> int:
        """Return a number that grows with every event of any process. Cheap."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class SearchIndex(Protocol):
    """Finds articles by words. It can be deleted at any moment and is rebuilt from the store."""

    def catch_up(
        self, progress: Callable[[int, int], None] | None = None, *, waiting: Callable[[], None] | None = None
    ) -> int:
        """Index what the store has and the index has not; return how many articles. ``progress`` gets (done, of).

        An index that is damaged, another library's or an older version's is set aside and built anew. ``waiting`` is
        called once when another process is writing and has to be waited for.
        """
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
        The first ten hits come with their places and snippets; raise ``IndexUnavailable`` before the first
        ``catch_up`` has made the index, and while it is being built anew.
        """
        ...

    def snippets(self, results: SearchResults, start: int, stop: int) -> SearchResults:
        """Return ``results`` with the spans, snippets and marks of hits ``start`` to ``stop`` (not included) filled in.

        For the rows that have become visible: cutting snippets costs more than searching.
        """
        ...

    def find(self, query: str, text: str) -> Sequence[Span]:
        """Return where the words of ``query`` stand in ``text``."""
        ...

    def complete(self, beginning: str, *, limit: int = 8) -> Sequence[Completion]:
        """Return the most frequent ways to finish the last word or field value of ``beginning``."""
        ...

    def more_like(self, article_id: str, *, words: str = "", limit: int = 10) -> SearchResults:
        """Return the articles nearest to one, or to ``words`` of it (a claim, a sentence); it is left out itself.

        The first ten hits come with the places where most of the telling words stand together, and a snippet there.
        The id may be "" where the words belong to no article.
        """
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...
