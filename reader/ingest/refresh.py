"""Remembered feeds: asked again, in parallel and politely, for what has changed since."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING

from reader.errors import FetchError, InputError
from reader.ingest import formats
from reader.ingest.feeds import article_of, read_feed
from reader.ingest.timestamps import parse_time
from reader.model import RawArticle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reader.ingest.complete import Completer
    from reader.ingest.feeds import Entry
    from reader.ingest.robots import PoliteFetcher
    from reader.model import Feed

#: Feeds that are asked at the same time; a host is asked one thing at a time all the same.
AT_ONCE = 8
#: A refresh fetches the pages of at most so many new entries of one feed; the next one goes on with the others.
MOST_PAGES = 50


class Refresher:
    """Asks feeds for what is new."""

    def __init__(self, fetcher: PoliteFetcher, completer: Completer) -> None:
        """Fetch with ``fetcher`` and fill articles in with ``completer``."""
        self._fetcher = fetcher
        self._completer = completer

    def refresh(
        self, feeds: Iterable[Feed], known: Collection[str] = ()
    ) -> Iterator[tuple[Feed, Sequence[RawArticle | InputError]]]:
        """Yield each feed that is not paused, as it should be remembered now, with what is new in it."""
        there = frozenset(known)
        with ThreadPoolExecutor(max_workers=AT_ONCE) as workers:
            asked = [workers.submit(self._one, feed, there) for feed in feeds if not feed.paused]
            try:
                for answer in as_completed(asked):
                    yield answer.result()
            finally:
                # Somebody who stops listening does not wait for feeds that were not asked yet.
                for waiting in asked:
                    waiting.cancel()

    def _one(self, feed: Feed, known: frozenset[str]) -> tuple[Feed, Sequence[RawArticle | InputError]]:
        now = self._fetcher.now().isoformat(timespec="seconds")
        try:
            fetched = self._fetcher.feed(feed.url, etag=feed.etag or None, last_modified=feed.last_modified or None)
            if fetched.not_modified:
                return dataclasses.replace(feed, checked=now, failure=""), ()
            content = read_feed(fetched.content, feed.url, url=fetched.url, kind=fetched.content_type)
        except InputError as error:
            return dataclasses.replace(feed, checked=now, failure=error.reason), (error,)
        asked_before = parse_time(feed.checked)
        fresh = [entry for entry in content.entries if entry.url not in known or _was_changed(entry, asked_before)]
        entries = [article_of(entry, content, f"{feed.url}#{place}") for place, entry in enumerate(fresh, 1)]
        short = [entry for entry in entries if isinstance(entry, RawArticle) and formats.needs_page(entry)]
        later = {entry.name for entry in short[MOST_PAGES:]}
        asked = dataclasses.replace(
            feed,
            title=feed.title or content.title,
            # Whoever left entries for the next time has to be told them again, though nothing changes until then.
            etag="" if later else fetched.etag or "",
            last_modified="" if later else fetched.last_modified or "",
            checked=now,
            failure="",
        )
        return asked, [self._whole(entry) for entry in entries if entry.name not in later]

    def _whole(self, entry: RawArticle | InputError) -> RawArticle | InputError:
        """Return an entry's page where the feed has only its beginning; the entry itself where that can't be had."""
        if isinstance(entry, InputError):
            return entry
        found = entry
        if formats.needs_page(entry) and entry.url is not None:
            try:
                fetched = self._fetcher.page(entry.url)
                page = next(iter(formats.read(fetched.content, formats.origin_of(entry.url, fetched))))
            except (FetchError, InputError):
                page = entry
            if isinstance(page, RawArticle) and len(page.text) > len(entry.text):
                found = formats.over(page, entry)
        return self._completer.complete(found)


def _was_changed(entry: Entry, asked_before: dt.datetime | None) -> bool:
    """Tell whether a feed says that an entry was changed since the feed was last asked."""
    return asked_before is not None and entry.changed is not None and entry.changed > asked_before
