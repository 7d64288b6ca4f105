"""Inputs into stored, analysed articles, a batch at a time: what was reported is stored, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Self

from reader.errors import IndexUnavailable, InputError
from reader.library.analysing import Task, read_closely
from reader.library.identity import Identity, origin, text_hash
from reader.library.repeated import Furniture
from reader.model import AddReport, AddResult, RawArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from reader.library.analysing import Reading as Read
    from reader.library.reading import Reading
    from reader.library.searching import Searching
    from reader.model import Article
    from reader.ports import ArticleReader, LibraryStore

Given = tuple[str, "RawArticle | InputError"]

_FIRST_BATCH = 4
_BATCH = 64
_WORKERS_FROM = 16  # starting a worker costs as much as reading a dozen articles


class Adding:
    """Puts articles into the library."""

    def __init__(
        self,
        store: LibraryStore,
        open_reader: Callable[[], ArticleReader],
        reading: Reading,
        searching: Searching,
    ) -> None:
        """Read inputs by what ``open_reader`` opens into ``store``, and keep stories and index in step."""
        self._store = store
        self._open_reader = open_reader
        self._reading = reading
        self._searching = searching
        self._furniture = Furniture(store)
        self._identity = Identity(store)

    def add(
        self,
        inputs: Iterable[str],
        stop: Callable[[], bool],
        progress: Callable[[int, str], None] | None = None,
    ) -> Iterator[AddReport]:
        """Yield a report for each article found in ``inputs``, after it was stored.

        ``progress`` gets (how many are done, name of the last); ``stop`` is asked before each batch.
        The stories and the index follow at the end, and after an interruption at the next reading.
        """
        done = 0
        stored = False
        with _Workers() as workers:
            for batch in _batches(self._read(inputs)):
                if stop():
                    return
                for report in self._add(batch, workers):
                    done += 1
                    stored = stored or report.result in {AddResult.ADDED, AddResult.NEW_VERSION}
                    if progress is not None:
                        progress(done, report.input)
                    yield report
        if stored:
            self._reading.regroup()
            try:
                self._searching.catch_up()
            except IndexUnavailable:
                return  # the texts are stored; the index follows when it can be opened

    def _read(self, inputs: Iterable[str]) -> Iterator[Given]:
        """Yield what the reader finds in every input, with the input's name."""
        reader = self._open_reader()
        for given in inputs:
            for found in reader.read(given):
                yield given, found

    def _add(self, batch: Sequence[Given], workers: _Workers) -> Iterator[AddReport]:
        """Read a batch closely, store it in one transaction, then report it."""
        raws = [_storable(found) for _, found in batch if isinstance(found, RawArticle)]
        self._identity.begin_batch()
        self._furniture.learn(raws)
        named = [(raw, self._identity.of(raw)) for raw in raws]
        held = [self._held(article_id, raw) for raw, article_id in named]
        tasks = [
            Task(raw, article_id, self._furniture.of(raw))
            for (raw, article_id), known in zip(named, held, strict=True)
            if known is None
        ]
        read = iter(workers.read(tasks))
        stored = iter(list(zip(raws, held, strict=True)))
        with self._store.batch():
            reports = [
                AddReport(found.name or given, AddResult.REFUSED, found.reason)
                if isinstance(found, InputError)
                else self._put(*next(stored), read)
                for given, found in batch
            ]
        yield from reports

    def _held(self, article_id: str, raw: RawArticle) -> Article | None:
        """Return the stored article whose newest version was made of this very text, if it is there and whole."""
        if not self._store.versions(article_id):
            return None
        held = self._store.get(article_id)
        return held if held.raw == raw.text and text_hash(held.text) == held.text_hash else None

    def _put(self, raw: RawArticle, held: Article | None, read: Iterator[Read]) -> AddReport:
        """Store one article: the one held, brought up to date with what is now known of it, or the next one read."""
        if held is not None:
            self._note_origin(raw, held.id)
            if (now := _brought_up_to_date(held, raw)) != held:
                self._store.put(now, self._store.analysis(held.id))
            return AddReport(raw.name, AddResult.ALREADY_THERE, article=held.id)
        article, analysis = self._identity.settled(next(read))
        if not article.text.strip():
            return AddReport(raw.name, AddResult.REFUSED, "nothing is left of it after cleaning: no article in it")
        versions = self._store.versions(article.id)
        self._note_origin(raw, article.id)
        self._store.put(article, analysis)
        if not versions:
            return AddReport(raw.name, AddResult.ADDED, article=article.id)
        same = versions[-1][1] == article.text_hash
        return AddReport(raw.name, AddResult.ALREADY_THERE if same else AddResult.NEW_VERSION, article=article.id)

    def _note_origin(self, raw: RawArticle, article_id: str) -> None:
        """Remember where the article came from, where that says which article it is."""
        key = origin(raw)
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
        language=raw.language or held.language,
    )


class _Workers:
    """Reads tasks closely: a few here, many in worker processes that are started once."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._pool: Executor | None = None
        self._broken = False

    def __enter__(self) -> Self:
        """Return the workers themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """Send the workers home, at once."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def read(self, tasks: Sequence[Task]) -> Sequence[Read]:
        """Return what was found in each task, in order."""
        if len(tasks) >= _WORKERS_FROM and not self._broken:
            from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - only a bulk needs them

            try:
                return list(self._started().map(read_closely, tasks, chunksize=4))
            except (BrokenProcessPool, OSError):
                self._broken = True  # no process may be started here: everything can be done in this one
        return [read_closely(task) for task in tasks]

    def _started(self) -> Executor:
        """Return the pool; its processes are spawned, since this one has threads."""
        if self._pool is None:
            import multiprocessing  # noqa: PLC0415 - only a bulk needs them
            import os  # noqa: PLC0415 - the same
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same

            self._pool = ProcessPoolExecutor(
                max_workers=max(1, min(8, os.cpu_count() or 1)),
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin_work,
            )
        return self._pool


def _begin_work() -> None:
    """Leave ctrl+c to the one process that knows what to do about it, and end when that process does.

    A worker that waits for its next task does not notice that the process which would give it was killed.
    """
    import multiprocessing  # noqa: PLC0415 - only workers need it
    import os  # noqa: PLC0415 - the same
    import signal  # noqa: PLC0415 - the same
    import threading  # noqa: PLC0415 - the same
    from multiprocessing.connection import wait  # noqa: PLC0415 - the same

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _batches(found: Iterator[Given]) -> Iterator[Sequence[Given]]:
    """Yield a small first batch, so that something is reported soon, and then larger ones."""
    size = _FIRST_BATCH
    while batch := list(islice(found, size)):
        yield batch
        size = _BATCH


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
