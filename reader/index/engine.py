"""The port SearchIndex: searching, completing, and keeping the index in step with the store."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.index.answer import nearest, rank
from reader.index.documents import Area
from reader.index.hits import find
from reader.index.lexicon import counted
from reader.index.manifest import ForeignIndex
from reader.index.query import parse
from reader.index.shelf import DAMAGE, Shelf
from reader.index.snippets import cut
from reader.index.terms import terms
from reader.index.upkeep import Upkeep, unavailable
from reader.model import Completion, Hit, SearchResults

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Collection, Mapping, Sequence

    from reader.index.query.tree import Node
    from reader.index.view import View
    from reader.ports import ArticleStore

LIBRARY = "library id"
"""The setting that holds the store's own id: an index carries it too."""

_VISIBLE = 10


class Engine:
    """An open index over a store. Every method may be called from any thread."""

    def __init__(self, folder: pathlib.Path, store: ArticleStore) -> None:
        """Take folder and store; a store without an id gets one."""
        library = store.recall(LIBRARY)
        if library is None:
            library = uuid.uuid4().hex
            store.remember(LIBRARY, library)
        self._store = store
        self._shelf = Shelf(folder, library)
        self._checked = False
        self._catching_up = threading.Lock()

    def catch_up(self, progress: Callable[[int, int], None] | None, waiting: Callable[[], None] | None) -> int:
        """Index what is missing; see the port."""
        with self._catching_up, self._shelf.writing(waiting or _nothing):
            done = Upkeep(self._shelf, self._store, progress).run(thorough=not self._checked)
            self._checked = True
            return done

    def search(self, query: str, *, limit: int, as_typed: bool, tags: Mapping[str, Collection[str]]) -> SearchResults:
        """Answer a query; see the port."""
        known = {tag.casefold(): ids for tag, ids in tags.items()}
        parsed = parse(query, as_typed=as_typed, today=_today(), known=known)
        view = self._view()
        try:
            ranked = rank(view, parsed.node, limit=limit, as_typed=as_typed, tags=known)
        except DAMAGE as error:
            raise unavailable(ForeignIndex("one of its files is damaged")) from error
        hits = tuple(Hit(id_, score) for id_, score in ranked.best)
        results = SearchResults(
            query, hits, ranked.total, parsed.problem, as_typed=as_typed, partial=as_typed and ranked.partial
        )
        return self.snippets(results, 0, _VISIBLE)

    def snippets(self, results: SearchResults, start: int, stop: int) -> SearchResults:
        """Return the results with the hits of rows ``start`` to ``stop`` shown in their text; see the port."""
        node = parse(results.query, as_typed=results.as_typed).node
        shown = [self._shown(hit, node) for hit in results.hits[start:stop]]
        return replace(results, hits=(*results.hits[:start], *shown, *results.hits[start + len(shown) :]))

    def complete(self, beginning: str, *, limit: int) -> Sequence[Completion]:
        """Return completions of the last word; see the port."""
        last = terms(beginning)
        if not last or last[-1].end != len(beginning):
            return ()
        lexicons = [words for segment in self._view().segments if (words := segment.words(Area.TEXT))]
        counts = counted(lexicons, last[-1].keys[0])
        best = sorted(counts, key=lambda word: (-counts[word], word))[:limit]
        return tuple(Completion(word, counts[word]) for word in best)

    def more_like(self, article_id: str, *, limit: int) -> SearchResults:
        """Return the articles nearest to one; see the port."""
        article = self._store.get(article_id)
        ranked = nearest(self._view(), article_id, article.title, article.text, limit=limit)
        return SearchResults("", tuple(Hit(id_, score) for id_, score in ranked.best), ranked.total)

    def close(self) -> None:
        """Let go of the files."""
        self._shelf.close()

    def _view(self) -> View:
        """Return the index as it is now."""
        try:
            return self._shelf.view()
        except ForeignIndex as error:
            raise unavailable(error) from error

    def _shown(self, hit: Hit, node: Node) -> Hit:
        """Return a hit with its places in the text and the window around the first."""
        if hit.snippet:
            return hit
        text = self._store.get(hit.article).text
        spans = find(node, text)
        snippet = cut(text, spans)
        return replace(hit, spans=tuple(spans), snippet=snippet.text, marks=snippet.marks)


def _today() -> dt.date:
    """Return the day it is where the person is."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def _nothing() -> None:
    """Say nothing."""
