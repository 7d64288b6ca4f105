"""The searches that a person made and those they saved, kept as settings of the library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.errors import NotFound
from reader.model import SavedSearch, Searches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.ports import LibraryStore

_HISTORY = "searches made"
_SAVED = "searches saved"
_REMEMBERED = 50
_LONGEST = 2_000
"""Characters of a query that is remembered; a longer one was pasted by mistake."""


class SearchMemory:
    """Searches made and saved. Two processes may change them at once: none undoes the other's."""

    def __init__(self, store: LibraryStore) -> None:
        """Keep them in ``store``."""
        self._store = store

    def searches(self) -> Searches:
        """Return the saved searches by name, and the last fifty different queries, the latest first."""
        saved = tuple(SavedSearch(name, query) for name, query in sorted(self._saved().items(), key=_by_name))
        return Searches(saved, tuple(self._history()))

    def note(self, query: str) -> None:
        """Make a query the latest of those that were made; blanks and what is far too long are left out."""
        query = " ".join(query.split())
        if not query or len(query) > _LONGEST or self._history()[:1] == [query]:
            return
        with self._store.batch():
            known = [query, *(other for other in self._history() if other != query)]
            self._store.remember(_HISTORY, json.dumps(known[:_REMEMBERED], ensure_ascii=False))

    def save(self, name: str, query: str) -> SavedSearch:
        """Save a query under a name, in place of what had that name; raise ``ValueError`` where either is blank."""
        search = SavedSearch(" ".join(name.split()), " ".join(query.split()))
        if not search.name or not search.query:
            raise ValueError("a saved search needs a name and words to search for")
        with self._store.batch():
            self._write({**self._saved(), search.name: search.query})
        return search

    def saved(self, name: str) -> SavedSearch:
        """Return a saved search by its name, in any case; raise ``NotFound``."""
        wanted = " ".join(name.split())
        for known, query in self._saved().items():
            if known.casefold() == wanted.casefold():
                return SavedSearch(known, query)
        raise NotFound("saved search", name)

    def forget(self, name: str) -> SavedSearch:
        """Forget a saved search, and return what it was; raise ``NotFound``."""
        with self._store.batch():
            found = self.saved(name)
            self._write({known: query for known, query in self._saved().items() if known != found.name})
        return found

    def forget_history(self) -> None:
        """Forget which searches were made; saved ones stay."""
        self._store.remember(_HISTORY, "[]")

    def _history(self) -> Sequence[str]:
        """Return the queries that were made, the latest first."""
        found = _read(self._store.recall(_HISTORY))
        return [query for query in found if isinstance(query, str)] if isinstance(found, list) else []

    def _saved(self) -> Mapping[str, str]:
        """Return the saved queries by name."""
        found = _read(self._store.recall(_SAVED))
        if not isinstance(found, dict):
            return {}
        return {str(name): query for name, query in found.items() if isinstance(query, str)}

    def _write(self, saved: Mapping[str, str]) -> None:
        """Keep the saved queries."""
        self._store.remember(_SAVED, json.dumps(saved, ensure_ascii=False))


def _by_name(entry: tuple[str, str]) -> tuple[str, str]:
    """Return what saved searches are ordered by."""
    return entry[0].casefold(), entry[0]


def _read(setting: str | None) -> object:
    """Return what a setting holds, None where it can't be read."""
    try:
        return json.loads(setting or "null")
    except ValueError:
        return None
