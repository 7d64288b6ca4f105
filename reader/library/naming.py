"""Articles under the names that their outlets have by now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Article
    from reader.ports import LibraryStore


def name_outlets(store: LibraryStore, name_of: Callable[[Article], str | None]) -> int:
    """Give every article the name that ``name_of`` has for its outlet; return how many changed.

    None leaves an article its outlet's name. Texts, versions and flags stay as they are.
    """
    changed = 0
    with store.batch():
        for head in store.headers():
            name = name_of(head)
            if name is not None and name != head.outlet:
                store.put(replace(store.get(head.id), outlet=name), store.analysis(head.id))
                changed += 1
    return changed
