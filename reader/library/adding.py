"""Inputs into stored, analysed articles, a batch at a time: what was reported is stored, and nothing else is."""

from __future__ import annotations

import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import IndexUnavailable, InputError
from reader.library.analysing import Task
from reader.library.identity import Identity, file_of, origin, text_hash
from reader.library.meanwhile import Meanwhile
from reader.library.onlooker import StoppedError
from reader.library.repeated import Furniture
from reader.library.workers import Workers
from reader.model import AddReport, AddResult, Doing, PastedText, RawArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.library.feeding import Feeds
    from reader.library.onlooker import Onlooker, Tell
    from reader.library.reading import Reading
    from reader.library.searching import Searching
    from reader.model import Article
    from reader.ports import InputReader, LibraryStore, Packed

_FIRST_BATCH = 4
_BATCH = 64
_LONGEST_WAIT = 2.0  # seconds after which a batch is full, whatever it has
_AHEAD = 2  # batches that are read closely while another one is stored


class _Afterwards(NamedTuple):
    """What there is to do once everything that was found before is stored."""

    act: Callable[[], None]


Given = tuple[str, RawArticle | InputError | _Afterwards]


class _Batch(NamedTuple):
    """What was given, its raw articles with those already held, and what waits for the readings of the others."""

    given: Sequence[Given]
    raws: Sequence[tuple[RawArticle, Article | None]]
    readings: Callable[[], Sequence[Packed]]


@dataclass
class _Course:
    """Tells how many were stored, and what is being read."""

    tell: Tell
    of: int | None
    done: int = 0
    name: str = ""

    def read(self, name: str) -> None:
        """Go on to read that."""
        self.name = name
        self.tell(self.done, self.of, self.name)

    def stored(self) -> None:
        """Count what is on disk."""
        self.done += 1
        self.tell(self.done, self.of, self.name)


class Adding:
    """Puts articles into the library."""

    def __init__(
        self,
        store: LibraryStore,
        open_reader: Callable[[], InputReader],
        feeds: Feeds,
        reading: Reading,
        searching: Searching,
        onlooker: Onlooker,
    ) -> None:
        """Read inputs by what ``open_reader`` opens into ``store``; keep feeds, stories and index in step.

        ``onlooker`` is told how far it is.
        """
        self._store = store
        self._open_reader = open_reader
        self._feeds = feeds
        self._reading = reading
        self._searching = searching
        self._onlooker = onlooker
        self._furniture = Furniture(store)
        self._identity = Identity(store)

    def add(
        self, inputs: Sequence[str], stop: Callable[[], bool], expect: Callable[[Sequence[str]], int | None]
    ) -> Iterator[AddReport]:
        """Yield a report for each article found in ``inputs``, after it was stored.

        ``expect`` says how many articles the inputs hold, where that can be told. ``stop`` is asked before anything is
        read and stored: whatever was reported then stays, and nothing else was stored.
        The stories and the index follow at the end, and after an interruption at the next reading.
        """
        return self._take_in(lambda course: self._read(inputs, course), stop, lambda: expect(inputs))

    def refresh(self, stop: Callable[[], bool]) -> Iterator[AddReport]:
        """Yield a report for each article that is new or changed in the remembered feeds, and for each that failed."""
        reports = self._take_in(self._ask, stop, lambda: None)
        return (report for report in reports if report.result is not AddResult.ALREADY_THERE)

    def _read(self, inputs: Iterable[str], course: _Course) -> Iterator[Given]:
        """Yield what the reader finds in every input, with the input's name."""
        reader = self._open_reader()
        for given in inputs:
            course.read("" if isinstance(given, PastedText) else given)
            for found in reader.read(given):
                course.read(found.name)
                yield given, found
            yield given, _Afterwards(partial(self._feeds.meet, reader.found()))

    def _ask(self, course: _Course) -> Iterator[Given]:
        """Yield what is new in each feed, with the feed's address. A feed was asked once all of it is stored."""
        feeds = self._feeds.all()
        if not feeds:
            return
        known = {head.url for head in self._store.headers() if head.url}
        course.read(f"{len(feeds)} feeds")
        for feed, items in self._open_reader().refresh(feeds, known):
            course.read(feed.title or feed.url)
            for found in items:
                yield feed.url, found
            yield feed.url, _Afterwards(partial(self._feeds.asked, feed))

    def _take_in(
        self, find: Callable[[_Course], Iterator[Given]], stop: Callable[[], bool], expect: Callable[[], int | None]
    ) -> Iterator[AddReport]:
        """Store what is found, and then have the stories and the index follow."""
        stored = 0
        with self._reading.taking_in():
            with Workers(self._store.pack) as workers:
                indexing = Meanwhile(workers, self._searching.elsewhere)
                with self._onlooker.course(Doing.ADDING) as tell:
                    course = _Course(tell, expect())
                    for report in self._stored(find(course), stop, workers):
                        if report.result in {AddResult.ADDED, AddResult.NEW_VERSION}:
                            stored += 1
                            indexing.stored()
                        course.stored()
                        yield report
                if not stored or stop() or not self._follow(indexing, stop):
                    return
            with suppress(StoppedError, IndexUnavailable):  # the index follows when it can be opened, and nobody stops
                self._searching.catch_up(stop)

    def _follow(self, indexing: Meanwhile, stop: Callable[[], bool]) -> bool:
        """Have the stories follow while the rest is indexed; return whether that was done before ``stop`` said so."""
        indexing.begin()
        if not self._reading.regroup(stop):
            return False
        with suppress(StoppedError), self._onlooker.course(Doing.INDEXING, stop) as tell:
            indexing.finish(tell)
        return not stop()

    def _stored(self, found: Iterator[Given], stop: Callable[[], bool], workers: Workers) -> Iterator[AddReport]:
        """Yield the reports of what was stored; batches are read closely by the workers while others are stored."""
        begun: deque[_Batch] = deque()
        for batch in _batches(found, stop):
            begun.append(self._begin(batch, workers))
            while begun and (len(batch) < _BATCH or len(begun) > _AHEAD):
                yield from self._finish(begun.popleft())
        while begun and not stop():
            yield from self._finish(begun.popleft())

    def _begin(self, given: Sequence[Given], workers: Workers) -> _Batch:
        """Find out which articles these are, and have those that are new read closely."""
        raws = [_storable(found) for _, found in given if isinstance(found, RawArticle)]
        self._furniture.learn(raws)
        named = [(raw, self._identity.of(raw)) for raw in raws]
        held = [self._held(article_id, raw) for raw, article_id in named]
        tasks = [
            Task(raw, article_id, self._furniture.of(raw))
            for (raw, article_id), known in zip(named, held, strict=True)
            if known is None
        ]
        return _Batch(given, list(zip(raws, held, strict=True)), workers.begin(tasks))

    def _finish(self, batch: _Batch) -> Iterator[AddReport]:
        """Store a batch in one transaction, then report it."""
        read = iter(batch.readings())
        raws = iter(batch.raws)
        afterwards: list[_Afterwards] = []
        reports: list[AddReport] = []
        with self._store.batch():
            for given, found in batch.given:
                match found:
                    case InputError():
                        reports.append(AddReport(found.name or given, AddResult.REFUSED, found.reason))
                    case RawArticle():
                        reports.append(self._put(*next(raws), read))
                    case _Afterwards():
                        afterwards.append(found)
        for following in afterwards:
            following.act()
        yield from reports

    def _held(self, article_id: str, raw: RawArticle) -> Article | None:
        """Return the stored article whose newest version was made of this very text, if it is there and whole."""
        if not self._store.versions(article_id):
            return None
        held = self._store.get(article_id)
        return held if held.raw == raw.text and text_hash(held.text) == held.text_hash else None

    def _put(self, raw: RawArticle, held: Article | None, read: Iterator[Packed]) -> AddReport:
        """Store one article: the one held, brought up to date with what is now known of it, or the next one read."""
        if held is not None:
            self._note_origin(raw, held.id)
            if (now := _brought_up_to_date(held, raw)) != held:
                self._store.put(now, self._store.analysis(held.id))
            return AddReport(raw.name, AddResult.ALREADY_THERE, article=held.id)
        settled = self._identity.settled(next(read))
        article = settled.article
        if not article.text.strip():
            return AddReport(raw.name, AddResult.REFUSED, "nothing is left of it after cleaning: no article in it")
        versions = self._store.versions(article.id)
        self._note_origin(raw, article.id)
        self._store.put_packed(settled)
        if not versions:
            return AddReport(raw.name, AddResult.ADDED, article=article.id)
        same = versions[-1][1] == article.text_hash
        return AddReport(raw.name, AddResult.ALREADY_THERE if same else AddResult.NEW_VERSION, article=article.id)

    def _note_origin(self, raw: RawArticle, article_id: str) -> None:
        """Remember where the article came from, where that says which article it is."""
        for key in (origin(raw), file_of(raw)):
            if key is not None and self._store.origin(key) != article_id:
                self._store.put_origin(key, article_id)


def _brought_up_to_date(held: Article, raw: RawArticle) -> Article:
    """Return the article with what its container now says of it in place of what it said before."""
    return replace(
        held,
        title=raw.title or held.title,
        outlet=raw.outlet or held.outlet,
        outlet_guessed=raw.outlet_guessed if raw.outlet else held.outlet_guessed,
        domain=raw.domain or held.domain,
        date=raw.date or held.date,
        url=raw.url or held.url,
        byline=raw.byline or held.byline,
        updated=raw.updated or held.updated,
        language=raw.language or held.language,
    )


def _batches(
    found: Iterator[Given], stop: Callable[[], bool], clock: Callable[[], float] = time.monotonic
) -> Iterator[Sequence[Given]]:
    """Yield a small first batch, so that something is reported soon, and then larger ones, until ``stop`` says so.

    What comes slowly, as pages do, comes in smaller ones.
    """
    size = _FIRST_BATCH
    batch: list[Given] = []
    began = clock()
    for given in found:
        if stop():
            return
        batch.append(given)
        if len(batch) == size or clock() - began > _LONGEST_WAIT:
            yield batch
            batch, size, began = [], _BATCH, clock()
    if batch:
        yield batch


def _storable(raw: RawArticle) -> RawArticle:
    """Return the article with every lone surrogate of its text and title replaced: nothing on a disk can hold one."""
    return replace(raw, text=_whole(raw.text), title=raw.title and _whole(raw.title), id=raw.id and _whole(raw.id))


def _whole(text: str) -> str:
    """Return ``text`` with a replacement character for each lone surrogate; as long as it was."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(
            "\N{REPLACEMENT CHARACTER}" if "\ud800" <= character <= "\udfff" else character for character in text
        )
    return text
