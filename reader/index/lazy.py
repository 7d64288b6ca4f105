"""The index as the rest of the program holds it: opened at its first use."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from reader.index.hits import find
from reader.index.query import parse

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Collection, Mapping, Sequence

    from reader.index.engine import Engine
    from reader.model import Completion, SearchResults, Span
    from reader.ports import ArticleStore


class WhooshIndex:
    """The port SearchIndex on a folder. Every method may be called from any thread."""

    def __init__(self, folder: pathlib.Path, store: ArticleStore) -> None:
        """Take folder and store; nothing is read or imported yet."""
        self._folder = folder
        self._store = store
        self._opening = threading.Lock()
        self._opened: Engine | None = None

    def __reduce__(self) -> tuple[type[WhooshIndex], tuple[pathlib.Path, ArticleStore]]:
        """Open the same index anew where this one is sent to another process."""
        return WhooshIndex, (self._folder, self._store)

    def catch_up(
        self, progress: Callable[[int, int], None] | None = None, *, waiting: Callable[[], None] | None = None
    ) -> int:
        """Index what the store has and the index has not; see the port."""
        return self._engine().catch_up(progress, waiting)

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        as_typed: bool = False,
        tags: Mapping[str, Collection[str]] | None = None,
    ) -> SearchResults:
        """Answer a query, best first; see the port."""
        return self._engine().search(query, limit=limit, as_typed=as_typed, tags=tags or {})

    def snippets(self, results: SearchResults, start: int, stop: int) -> SearchResults:
        """Show the hits of rows ``start`` to ``stop`` in their texts; see the port."""
        return self._engine().snippets(results, start, stop)

    def find(self, query: str, text: str) -> Sequence[Span]:
        """Return where the words of ``query`` stand in ``text``."""
        return find(parse(query).node, text)

    def complete(self, beginning: str, *, limit: int = 8) -> Sequence[Completion]:
        """Return the most frequent ways to finish the last word or field value of ``beginning``."""
        return self._engine().complete(beginning, limit=limit)

    def more_like(self, article_id: str, *, words: str = "", limit: int = 10) -> SearchResults:
        """Return the articles nearest to one, or to ``words`` of it; see the port."""
        return self._engine().more_like(article_id, words=words, limit=limit)

    def close(self) -> None:
        """Let go of the files."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()

    def _engine(self) -> Engine:
        """Return the open index. Whoosh takes 60 ms to import, which the program's first paint must not wait for."""
        from reader.index.engine import Engine  # noqa: PLC0415 - see above

        with self._opening:
            if self._opened is None:
                self._opened = Engine(self._folder, self._store)
            return self._opened
