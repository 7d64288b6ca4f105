"""What is laid over a text: layers of spans that may overlap, found by bisection for the lines that are visible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.model import Span


class Layer(StrEnum):
    """The layers, the lowest first; the values name their looks in the palette."""

    QUOTATION = "quotation"
    REMOVED = "removed"
    SENTENCE = "sentence"
    FLAG = "flag"
    EVIDENCE = "evidence"
    ONLY = "only"
    DIFFERENCE = "difference"
    HIT = "hit"
    CURRENT_HIT = "current-hit"
    SELECTION = "selection"


_ORDER = {layer: place for place, layer in enumerate(Layer)}


class SpanIndex:
    """Spans in reading order that answer which of them touch a stretch, in logarithmic time."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Take any spans; empty ones are left out."""
        self.spans = sorted({span for span in spans if span.end > span.start})
        self._starts = [span.start for span in self.spans]
        self._reach = list(accumulate((span.end for span in self.spans), max))

    def __len__(self) -> int:
        """Return how many spans there are."""
        return len(self.spans)

    def touching(self, start: int, end: int) -> list[Span]:
        """Return the spans that share at least one code point with ``[start, end)``."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [span for span in self.spans[first:last] if span.end > start]

    def next_after(self, offset: int) -> Span | None:
        """Return the first span that starts after ``offset``."""
        place = bisect_right(self._starts, offset)
        return self.spans[place] if place < len(self.spans) else None

    def last_before(self, offset: int) -> Span | None:
        """Return the last span that starts before ``offset``."""
        place = bisect_left(self._starts, offset)
        return self.spans[place - 1] if place else None


def runs(start: int, end: int, layers: Mapping[Layer, SpanIndex]) -> list[tuple[int, int, tuple[Layer, ...]]]:
    """Cut ``[start, end)`` into stretches over which the same layers lie, lowest layer first."""
    touching = [
        (layer, max(start, span.start), min(end, span.end))
        for layer, index in layers.items()
        if index.spans
        for span in index.touching(start, end)
    ]
    if not touching:
        return [(start, end, ())]
    cuts = sorted({start, end, *(piece[1] for piece in touching), *(piece[2] for piece in touching)})
    return [
        (
            left,
            right,
            tuple(
                sorted(
                    {layer for layer, first, last in touching if first <= left and right <= last},
                    key=_ORDER.__getitem__,
                )
            ),
        )
        for left, right in pairwise(cuts)
    ]
