"""The port SearchIndex: searching, completing, and keeping the index in step with the store."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import IndexUnavailable
from reader.index.answer import likeness, nearest, rank
from reader.index.hits import find
from reader.index.manifest import ForeignIndex
from reader.index.query import parse
from reader.index.query.fields import tag
from reader.index.shelf import DAMAGE, Shelf
from reader.index.snippets import cut, densest
from reader.index.suggest import completions, corrections
from reader.index.upkeep import Upkeep, unavailable
from reader.model import Completion, Hit, SearchResults

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from reader.index.query.tree import Node
    from reader.index.view import View
    from reader.ports import ArticleStore

LIBRARY = "library id"
"""The setting that holds the store's own id: an index carries it too."""

_VISIBLE = 10
_MOST_MEANT = 3


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
        with self._catching_up:
            try:
                if self._is_current():
                    return 0
                with self._shelf.writing(waiting or _nothing):
                    done = Upkeep(self._shelf, self._store, progress).run(thorough=not self._checked)
            except ForeignIndex as error:
                raise unavailable(str(error)) from error
            except OSError as error:
                reason = error.strerror or str(error)
                raise IndexUnavailable(
                    f"the search index can't be written ({reason}); the texts are unharmed"
                ) from error
            self._checked = True
            return done

    def _is_current(self) -> bool:
        """Tell whether the index is whole and has all that the store has; takes no lock and writes nothing."""
        try:
            view = self._shelf.view()
            if not self._checked:
                self._shelf.check_sums()
                if view.manifest.articles != len(self._store.headers()):
                    return False
        except ForeignIndex:
            return False
        if next(iter(self._store.changed_since(view.manifest.change)), None) is not None:
            return False
        self._checked = True
        return True

    def search(self, query: str, *, limit: int, as_typed: bool, tags: Mapping[str, Collection[str]]) -> SearchResults:
        """Answer a query; see the port."""
        known = {tag(field, value): ids for name, ids in tags.items() for field, _, value in (name.partition(":"),)}
        parsed = parse(query, as_typed=as_typed, today=_today(), known=known)
        if "story:" in query.casefold():
            known |= self._stories()
        with self._reading() as view:
            ranked = rank(view, parsed.node, limit=limit, as_typed=as_typed, tags=known)
            meant = () if ranked.total else self._meant(view, query, known)
        hits = tuple(Hit(id_, score) for id_, score in ranked.best)
        results = SearchResults(
            query, hits, ranked.total, parsed.problem, meant, as_typed=as_typed, partial=as_typed and ranked.partial
        )
        return self.snippets(results, 0, _VISIBLE)

    def snippets(self, results: SearchResults, start: int, stop: int) -> SearchResults:
        """Return the results with the hits of rows ``start`` to ``stop`` shown in their text; see the port."""
        node = parse(results.query, as_typed=results.as_typed).node
        shown = [self._shown(hit, node) for hit in results.hits[start:stop]]
        return replace(results, hits=(*results.hits[:start], *shown, *results.hits[start + len(shown) :]))

    def complete(self, beginning: str, *, limit: int) -> Sequence[Completion]:
        """Return completions of the last word; see the port."""
        with self._reading() as view:
            return completions(view, beginning, limit=limit)

    def more_like(self, article_id: str, *, words: str, limit: int) -> SearchResults:
        """Return the articles nearest to one, or to words of it; see the port."""
        with self._reading() as view:
            if words:
                # A word of an article is in at least that one; one of no article has to be in another.
                node = likeness(view, words, least=2 if article_id else 1)
            else:
                article = self._store.get(article_id)
                node = likeness(view, article.text, title=article.title)
            ranked = nearest(view, node, article_id, limit=limit)
        hits = [Hit(id_, score) for id_, score in ranked.best]
        hits[:_VISIBLE] = [self._shown(hit, node, narrow=True) for hit in hits[:_VISIBLE]]
        return SearchResults("", tuple(hits), ranked.total)

    def close(self) -> None:
        """Let go of the files."""
        self._shelf.close()

    @contextmanager
    def _reading(self) -> Iterator[View]:
        """Hold the index as it is now; whatever shows that it is damaged says so in one line."""
        try:
            yield self._shelf.view()
        except ForeignIndex as error:
            raise unavailable(str(error)) from error
        except DAMAGE as error:
            raise unavailable("one of its files is damaged") from error

    def _meant(self, view: View, query: str, known: Mapping[str, Collection[str]]) -> tuple[str, ...]:
        """Return up to three queries with a word corrected that find something."""
        found: list[str] = []
        for corrected in corrections(view, query):
            if rank(view, parse(corrected, today=_today(), known=known).node, limit=1, tags=known).total:
                found.append(corrected)
                if len(found) == _MOST_MEANT:
                    break
        return tuple(found)

    def _stories(self) -> dict[str, Collection[str]]:
        """Return the articles of each story, by its title."""
        return {tag("story", story.title): story.articles for story in self._store.stories()}

    def _shown(self, hit: Hit, node: Node, *, narrow: bool = False) -> Hit:
        """Return a hit with its places in the text, or ``narrow`` where most words stand, and a window there."""
        if hit.snippet:
            return hit
        text = self._store.get(hit.article).text
        spans = find(node, text)
        if narrow:
            spans = list(densest(text, spans))
        snippet = cut(text, spans)
        return replace(hit, spans=tuple(spans), snippet=snippet.text, marks=snippet.marks)


def _today() -> dt.date:
    """Return the day it is where the person is."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def _nothing() -> None:
    """Say nothing."""
