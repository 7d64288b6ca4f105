"""The library as the command line and the desk hold it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from reader import __version__
from reader.errors import LibraryError, NotFound
from reader.library.feeding import Feeds
from reader.library.flagging import Flagging
from reader.library.onlooker import Onlooker, never
from reader.library.reading import Reading
from reader.library.searches import SearchMemory
from reader.library.searching import Searching
from reader.model import TargetKind
from reader.ports import SEEDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from reader.export import Report
    from reader.library.adding import Adding
    from reader.library.reading import Pair
    from reader.library.taking_in import TakenIn
    from reader.model import (
        AddReport,
        Analysis,
        Article,
        Checklist,
        ChecklistItem,
        Completion,
        Feed,
        Flag,
        FlagEvent,
        FlagState,
        Progress,
        SavedSearch,
        Searches,
        SearchResults,
        Span,
        Story,
        Words,
    )
    from reader.ports import FlagLog, InputReader, LibraryStore, SearchIndex


class Library:
    """A person's articles, flags and index. Every method may be called from any thread.

    Built by ``reader.wiring.open_library``. Methods raise errors of ``reader.errors`` only.
    """

    def __init__(
        self,
        store: LibraryStore,
        flag_log: FlagLog,
        open_reader: Callable[[], InputReader],
        open_index: Callable[[], SearchIndex],
        *,
        person: str,
        strict: bool = False,
        publication: str = "",
        seeds: Callable[[], AbstractContextManager[Path]],
        expect: Callable[[Sequence[str]], int | None] = lambda _inputs: None,
    ) -> None:
        """Put the parts together; ``seeds`` lends the folder of the articles that a first start shows.

        ``expect`` says how many articles are in inputs, where that can be told without reading them.
        """
        self._store = store
        self._log = flag_log
        self._seeds = seeds
        self._publication = publication
        self._flagging = Flagging(store, flag_log, person, strict=strict)
        self._onlooker = Onlooker()
        self._reading = Reading(store, self._onlooker)
        self._searching = Searching(store, open_index, self._reading, self._flagging, self._onlooker)
        self._search_memory = SearchMemory(store)
        self._open_reader = open_reader
        self._expect = expect
        self._feeds = Feeds(store)
        self.person = person

    def watch(self, told: Callable[[Progress], None]) -> None:
        """Have ``told`` called, from any thread and often, with how far adding, grouping and indexing are."""
        self._onlooker.watch(told)

    def headers(self) -> Sequence[Article]:
        """Return every article's newest version without its text, raw text and offsets, oldest first. Cheap."""
        return self._store.headers()

    def article(self, article_id: str, version: int | None = None) -> Article:
        """Return an article (its newest version by default); raise ``NotFound``."""
        return self._store.get(article_id, version)

    def versions(self, article_id: str) -> Sequence[tuple[int, str]]:
        """Return (version, hash of its text) of every version, oldest first; empty for an unknown article."""
        return self._store.versions(article_id)

    def analysis(self, article_id: str) -> Analysis:
        """Return what is in an article's newest version; raise ``NotFound``."""
        return self._reading.analysis(article_id)

    def stories(self) -> Sequence[Story]:
        """Return the stories, newest first; articles that came since they were grouped are grouped first.

        While another thread adds or groups articles, the stories are as they were.
        """
        return self._reading.stories()

    @property
    def is_grouped(self) -> bool:
        """Whether every article was grouped into stories. Cheap."""
        return self._reading.is_grouped

    def kept_stories(self) -> Sequence[Story]:
        """Return the stories as they were last grouped, newest first. Cheap."""
        return self._reading.kept_stories()

    def regroup(self, stop: Callable[[], bool] = never) -> bool:
        """Group the articles that no story has yet; return whether that was done before ``stop`` said so."""
        return self._reading.regroup(stop)

    def story(self, name: str | None = None) -> Story:
        """Return the story of that id, or whose title has those words; the newest without a name; else ``NotFound``."""
        return self._reading.story(name)

    def story_of(self, article_id: str) -> Story:
        """Return the story that an article belongs to; raise ``NotFound``."""
        return self._reading.story_of(article_id)

    def join_stories(self, article_ids: Iterable[str]) -> None:
        """Make one story of all that tell of these articles; the person's word stands above the program's."""
        self._reading.join_stories(article_ids)

    def split_story(self, article_ids: Iterable[str]) -> None:
        """Keep these articles apart from the others of their stories."""
        self._reading.split_story(article_ids)

    def pin_story(self, story_id: str) -> None:
        """Keep a story as it is: nothing joins it and nothing leaves."""
        self._reading.pin_story(story_id)

    def checklist(self, story_id: str) -> Checklist:
        """Return a story's checklist; made anew only when one of its articles changed."""
        return self._reading.checklist(story_id)

    def item(self, name: str) -> tuple[Checklist, ChecklistItem]:
        """Return the fact of that id, or the only one whose id begins so, with its checklist; raise ``NotFound``."""
        return self._reading.item(name)

    def omits(self, article_id: str) -> Sequence[ChecklistItem]:
        """Return the facts that at least two other outlets of its story report and this article does not."""
        return self._reading.omits(article_id)

    def quotation_matches(self, story_id: str) -> Sequence[Pair]:
        """Return the quotations that two outlets of a story both have: (article, index) twice, and how they differ."""
        return self._reading.quotation_matches(story_id)

    def search(self, query: str, *, limit: int = 50, as_typed: bool = False) -> SearchResults:
        """Answer a query, best first; ``as_typed`` takes the last word as the beginning of a word."""
        return self._searching.search(query, limit=limit, as_typed=as_typed)

    def snippets(self, results: SearchResults, start: int, stop: int) -> SearchResults:
        """Return ``results`` with places and snippets for hits ``start`` to ``stop``; the first ten have theirs."""
        return self._searching.snippets(results, start, stop)

    def find(self, query: str, article_id: str) -> Sequence[Span]:
        """Return where the words of a query stand in an article."""
        return self._searching.find(query, article_id)

    def complete(self, beginning: str, *, limit: int = 8) -> Sequence[Completion]:
        """Return the most frequent ways to finish what is being typed."""
        return self._searching.complete(beginning, limit=limit)

    def more_like(self, article_id: str, *, words: str = "", limit: int = 10) -> SearchResults:
        """Return the articles nearest to one, or to ``words`` of it (a claim); the article itself is left out."""
        return self._searching.more_like(article_id, words=words, limit=limit)

    def searches(self) -> Searches:
        """Return the saved searches by name, and the last fifty queries that were noted, the latest first."""
        return self._search_memory.searches()

    def note_search(self, query: str) -> None:
        """Remember a query that a person finished, where the library can be written just now."""
        with contextlib.suppress(LibraryError):
            self._search_memory.note(query)

    def save_search(self, name: str, query: str) -> SavedSearch:
        """Save a query under a name, in place of what had it; raise ``ValueError`` where either is blank."""
        return self._search_memory.save(name, query)

    def saved_search(self, name: str) -> SavedSearch:
        """Return a saved search by its name; raise ``NotFound``."""
        return self._search_memory.saved(name)

    def forget_search(self, name: str) -> SavedSearch:
        """Forget a saved search, and return what it was; raise ``NotFound``."""
        return self._search_memory.forget(name)

    def forget_searches_made(self) -> None:
        """Forget which queries were made; saved searches stay."""
        self._search_memory.forget_history()

    def begin_indexing(self) -> None:
        """Begin to index what is not indexed yet, in a thread of its own; a search does that too."""
        self._searching.begin_indexing()

    def stop_indexing(self) -> bool:
        """Stop what is being indexed in that thread, until the next search; return whether something was."""
        return self._searching.stop_indexing()

    def add(self, inputs: Iterable[str]) -> Iterator[AddReport]:
        """Yield a report for each article in ``inputs`` (paths, folders, addresses) once it is stored."""
        return self.add_until(inputs, never)

    def add_until(self, inputs: Iterable[str], stop: Callable[[], bool]) -> Iterator[AddReport]:
        """Add as ``add`` does, until ``stop`` says so: when it ends, all that is stored was reported."""
        return self._adding().add(list(inputs), stop, self._expect)

    def refresh(self, stop: Callable[[], bool] = never) -> Iterator[AddReport]:
        """Ask the feeds for what is new or changed: a report for each article once it is stored, and each failure."""
        return self._adding().refresh(stop)

    def name_outlets(self, name_of: Callable[[Article], str | None]) -> int:
        """Give articles the names that ``name_of`` has for their outlets (None: as it is); return how many changed."""
        from reader.library.naming import name_outlets  # noqa: PLC0415 - only renaming outlets needs it

        return name_outlets(self._store, name_of)

    def feeds(self) -> Sequence[Feed]:
        """Return the feeds that are remembered, in the order in which they were first added."""
        return self._feeds.all()

    def change_feed(self, name: str, change: Callable[[Feed], Feed | None]) -> Feed:
        """Rename, pause or (``None``) forget the feed of that address or title; raise ``NotFound``."""
        return self._feeds.change(name, change)

    def _adding(self) -> Adding:
        """Return what takes articles in."""
        from reader.library.adding import Adding  # noqa: PLC0415 - readers of formats load only where one adds

        return Adding(self._store, self._open_reader, self._feeds, self._reading, self._searching, self._onlooker)

    def add_seeds(self) -> Iterator[AddReport]:
        """Yield a report for each seed article, where nothing was ever loaded; nothing otherwise."""
        if self._store.recall(SEEDED) is not None:
            return
        if not self._store.change():
            with self._seeds() as folder:
                yield from self.add([str(folder)])
        self._store.remember(SEEDED, __version__)

    def flag(self, kind: TargetKind, target: str, words: Words, change: Callable[[FlagState], FlagState]) -> FlagEvent:
        """Flag a target as ``change`` says, held by ``words`` to its article; on disk when this returns."""

        def present() -> frozenset[str]:
            items = self.checklist(self.story_of(words.article).id).items if kind is TargetKind.ITEM else ()
            return frozenset(item.id for item in items)

        return self._flagging.flag(kind, target, words, change, present)

    def tag(self, article_id: str, change: Callable[[Sequence[str]], Iterable[str]]) -> FlagEvent:
        """Set the person's tags of an article as ``change`` says; undo takes it back like a flag."""
        return self._flagging.tag(article_id, change)

    def tags(self) -> Mapping[str, tuple[str, ...]]:
        """Return everybody's tags of each article that has some."""
        return self._flagging.tags()

    def undo(self) -> FlagEvent | None:
        """Take back the latest flagging that still stands, of this start or an earlier one; None: nothing to undo."""
        return self._flagging.undo()

    def redo(self) -> FlagEvent | None:
        """Do again what the latest undo took back; None: nothing to redo."""
        return self._flagging.redo()

    def flags(self) -> Sequence[Flag]:
        """Return everybody's flags, placed in the present texts, oldest first."""
        return self._flagging.flags()

    def item_flags(self, checklist: Checklist) -> Mapping[str, tuple[Flag, ...]]:
        """Return the flags on a checklist's items by item id, one for each person; they outlive re-loading."""
        return self._flagging.item_flags(checklist)

    def history(self, target: str) -> Sequence[FlagEvent]:
        """Return everything that was said of a flag's target, by anybody, oldest first."""
        return self._flagging.history(target)

    def events(self) -> Sequence[FlagEvent]:
        """Return the whole log of flags, by time."""
        return self._flagging.events()

    def merge(self, events: Iterable[FlagEvent]) -> int:
        """Take another log's events in; return how many were new. Twice is once, and the order does not matter."""
        return self._flagging.merge(events)

    def reports(self, stories: Iterable[Story]) -> Iterator[Report]:
        """Yield everything that is known of each of these stories, for the formats of ``reader.export``."""
        from reader.library.reporting import Reporting  # noqa: PLC0415 - the formats load only where one is asked

        return Reporting(self._store, self._reading, self._flagging, self._publication).reports(stories)

    def export(self, story_id: str | None, format_name: str) -> str:
        """Return a story as text of one of ``reader.export.FORMATS``; raise ``NotFound``."""
        from reader.export import FORMATS  # noqa: PLC0415 - the formats load only where one is asked

        if format_name not in FORMATS:
            raise NotFound("format", format_name)
        return FORMATS[format_name].render(next(self.reports([self.story(story_id)])))

    def take_in(self, text: str, name: str) -> TakenIn:
        """Store the articles and flags of a story that was exported as JSON; ``name`` is what errors call it."""
        from reader.library.taking_in import take_in  # noqa: PLC0415 - only taking a story in needs it

        return take_in(
            text, name, store=self._store, reading=self._reading, searching=self._searching, flagging=self._flagging
        )

    def remember(self, key: str, value: str) -> None:
        """Keep a small setting (the place in a text, pane sizes) beside the articles."""
        self._store.remember(key, value)

    def recall(self, key: str) -> str | None:
        """Return a setting that was remembered, or None."""
        return self._store.recall(key)

    def close(self) -> None:
        """Let go of the files."""
        self._searching.close()
        self._log.close()
        self._store.close()
