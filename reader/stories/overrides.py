"""What a person has said of the stories; their word stands above the program's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Overrides:
    """By ids of articles: ``together`` sets are each in one story, ``apart`` pairs never are.

    ``pinned`` sets are stories that stay as they are: nothing joins them and nothing leaves. Where two words
    contradict, pinned goes before together, and together before apart.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[frozenset[str], ...] = ()
    pinned: tuple[frozenset[str], ...] = ()

    def merge(self, ids: Iterable[str]) -> Overrides:
        """Return these and that the articles are of one story; earlier words that held them apart are dropped."""
        joined = frozenset(ids)
        return Overrides(
            (*self.together, joined),
            tuple(pair for pair in self.apart if not pair <= joined),
            tuple(story for story in self.pinned if not story & joined),
        )

    def split(self, taken: Iterable[str], left: Iterable[str]) -> Overrides:
        """Return these and that no article of ``taken`` is of one story with one of ``left``."""
        out, rest = frozenset(taken), frozenset(left)
        pairs = tuple(frozenset({a, b}) for a in sorted(out) for b in sorted(rest) if a != b)
        kept = tuple(part for story in self.together for part in (story & out, story - out) if len(part) > 1)
        pinned = tuple(story for story in self.pinned if not (story & out and story & rest))
        return Overrides(kept, (*self.apart, *(pair for pair in pairs if pair not in self.apart)), pinned)

    def pin(self, ids: Iterable[str]) -> Overrides:
        """Return these and that the articles are one story, to which nothing else belongs."""
        story = frozenset(ids)
        others = tuple(rest for other in self.pinned if (rest := other - story))
        return Overrides(self.together, self.apart, (*others, story))
