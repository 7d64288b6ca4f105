"""The remembered feeds, kept as JSON beside the articles."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING

from reader.errors import NotFound
from reader.model import Feed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.ports import LibraryStore

_KEY = "feeds"
_FIELDS = frozenset(field.name for field in fields(Feed))


class Feeds:
    """The feeds of one library. Every change is one transaction: threads and processes do not undo each other's."""

    def __init__(self, store: LibraryStore) -> None:
        """Keep them in ``store``."""
        self._store = store

    def all(self) -> Sequence[Feed]:
        """Return the feeds in the order in which they were first met."""
        return list(self._kept().values())

    def meet(self, feeds: Iterable[Feed]) -> None:
        """Remember the feeds that are not known yet.

        What their server said of their state is left out: whoever met them may have stopped in the middle of one, and
        the next refresh has to see all of it.
        """
        new = [replace(feed, etag="", last_modified="") for feed in feeds]
        if not new:
            return
        with self._store.batch():
            kept = self._kept()
            for feed in new:
                kept.setdefault(feed.url, feed)
            self._keep(kept)

    def asked(self, feed: Feed) -> None:
        """Remember how asking a feed went; what the person has said of it in the meantime stands."""
        with self._store.batch():
            kept = self._kept()
            now = kept.get(feed.url)
            if now is not None:
                kept[feed.url] = replace(feed, title=now.title or feed.title, paused=now.paused)
                self._keep(kept)

    def change(self, name: str, change: Callable[[Feed], Feed | None]) -> Feed:
        """Change the feed of that address, or the only one that is called so; ``None`` forgets it.

        Return the feed as it is now, a forgotten one as it was; raise ``NotFound``.
        """
        with self._store.batch():
            kept = self._kept()
            feed = _named(name, kept)
            changed = change(feed)
            if changed is None:
                del kept[feed.url]
            else:
                kept[feed.url] = changed
            self._keep(kept)
        return changed or feed

    def _kept(self) -> dict[str, Feed]:
        """Return the feeds by their addresses; what a newer version knows of them beyond this one is passed over."""
        rows = json.loads(self._store.recall(_KEY) or "[]")
        feeds = (Feed(**{name: value for name, value in row.items() if name in _FIELDS}) for row in rows)
        return {feed.url: feed for feed in feeds}

    def _keep(self, kept: Mapping[str, Feed]) -> None:
        """Write the feeds down."""
        self._store.remember(_KEY, json.dumps([asdict(feed) for feed in kept.values()], ensure_ascii=False))


def _named(name: str, kept: Mapping[str, Feed]) -> Feed:
    """Return the feed that a person means: by its address, its title, or words of its title that no other has."""
    if name in kept:
        return kept[name]
    words = name.casefold().split()
    exact = [feed for feed in kept.values() if feed.title.casefold() == name.casefold()]
    alike = exact or [feed for feed in kept.values() if words and all(word in feed.title.casefold() for word in words)]
    if len(alike) == 1:
        return alike[0]
    raise NotFound(f"one feed ({len(alike)} are called so)" if alike else "feed", name)
