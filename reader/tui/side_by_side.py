"""What some articles of a story, side by side, tell alike or differently, and what only one of them tells."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.model import ItemRelation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import ChecklistItem, Difference, Span
    from reader.tui.opened import OpenStory

_NOWHERE = (1 << 40,)


class SideBySide:
    """The facts of a story as these of its articles tell them: what the others do with a fact doesn't count."""

    def __init__(self, opened: OpenStory, names: Sequence[str]) -> None:
        """Find where these articles tell each fact."""
        self.items = opened.checklist.items
        self._names = tuple(names)
        self._words: dict[str, dict[str, list[Span]]] = {name: {} for name in names}
        for item in self.items:
            for stance in item.stances.values():
                for words in stance.words:
                    if words.article in self._words:
                        self._words[words.article].setdefault(item.id, []).append(words.span)

    def words(self, item: ChecklistItem, name: str) -> list[Span]:
        """Return where an article tells a fact."""
        return self._words[name].get(item.id, [])

    def differences(self, item: ChecklistItem) -> list[Difference]:
        """Return in what these articles differ over a fact."""
        return [
            difference
            for difference in item.differences
            if not difference.harmless and {difference.a.article, difference.b.article} <= self._words.keys()
        ]

    def relation(self, item: ChecklistItem) -> ItemRelation:
        """Return what these articles together do with a fact that one of them tells."""
        if sum(item.id in told for told in self._words.values()) <= 1:
            return ItemRelation.SINGLE
        return ItemRelation.DIFFERS if self.differences(item) else ItemRelation.AGREED

    @cached_property
    def shared(self) -> list[ChecklistItem]:
        """The facts that at least two of the articles tell, in the first one's reading order."""
        shared = [item for item in self.items if self.relation(item) is not ItemRelation.SINGLE]
        return sorted(shared, key=self._order)

    def _order(self, item: ChecklistItem) -> tuple[list[tuple[int, ...]], str]:
        return [min(self.words(item, name), default=_NOWHERE) for name in self._names], item.id

    def step(self, item: ChecklistItem | None, step: int) -> ChecklistItem | None:
        """Return the next (1) or previous (-1) shared fact, round the end; ``item`` itself need not be shared."""
        if not self.shared:
            return None
        order = self._order(item) if item is not None else ([], "")
        before = [other for other in self.shared if self._order(other) < order]
        after = [other for other in self.shared if self._order(other) > order]
        return [*after, *self.shared][0] if step > 0 else [*self.shared, *before][-1]
