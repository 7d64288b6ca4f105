"""Keeping the index in step with the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import IndexUnavailable
from reader.index.manifest import NAME, ForeignIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.index.catalogue import Writer
    from reader.index.shelf import Shelf
    from reader.ports import ArticleStore

BATCH = 5_000
"""How many articles are committed at once: a kill loses at most the work on these."""


class Upkeep:
    """Brings one index up to its store, under the writer's lock."""

    def __init__(self, shelf: Shelf, store: ArticleStore, progress: Callable[[int, int], None] | None) -> None:
        """Take index and store; ``progress`` gets how many articles are indexed, and of how many."""
        self._shelf = shelf
        self._store = store
        self._progress = progress

    def run(self, *, thorough: bool) -> int:
        """Index what is missing, and return how many articles that was.

        A folder that can't be used is set aside and the index built anew; ``thorough`` also reads every file to find
        damage; afterwards the index holds as many articles as the store, or is built anew once.
        """
        self._repair(thorough=thorough)
        done = self._follow()
        while thorough and self._shelf.view().manifest.articles != len(self._store.headers()):
            # Either articles were added just now, or the index has lost count.
            followed = self._follow()
            if not followed:
                self._shelf.set_aside()
                self._shelf.begin()
                return self._follow()
            done += followed
        return done

    def _repair(self, *, thorough: bool) -> None:
        """Leave a folder behind whose index can be opened and written."""
        if not (self._shelf.folder / NAME).exists() and not any(self._shelf.folder.iterdir()):
            self._shelf.begin()
        try:
            if thorough:
                self._shelf.check_sums()
            self._shelf.tidy()
        except ForeignIndex:
            self._shelf.set_aside()
            self._shelf.begin()

    def _follow(self) -> int:
        """Index every change of the store that the index has not seen; one commit a batch."""
        done = 0
        change = self._shelf.view().manifest.change
        missing = 0 if self._progress is None else len(self._store.headers()) - self._shelf.view().manifest.articles
        writer: Writer | None = None
        view = self._shelf.view()
        added: set[str] = set()
        try:
            for number, article, analysis in self._store.changed_since(change):
                if writer is not None and (article.id in added or len(added) >= BATCH):
                    # A writer can only replace what was committed before it began.
                    writer.commit_at(change)
                    writer = None
                    added.clear()
                if writer is None:
                    writer = self._shelf.writer()
                    view = self._shelf.view()
                place = view.place(article.id)
                if place is not None:
                    segment, row = place
                    writer.remove([(segment.files.id, row)])
                writer.add(article, analysis)
                added.add(article.id)
                change = number
                done += 1
                if self._progress is not None:
                    self._progress(done, max(done, missing))
            if writer is not None:
                writer.commit_at(change)
        except BaseException:
            # Whatever stopped this, the next start indexes what is not committed.
            if writer is not None:
                writer.abandon()
            raise
        return done


def unavailable(why: str) -> IndexUnavailable:
    """Return the error that a person sees while an index can't be used."""
    return IndexUnavailable(f"the search index can't be used ({why}): it has to be built anew from the articles")
