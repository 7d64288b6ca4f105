"""Stretches of an article, to be asked for by place."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Span

_NOTHING = slice(0)
_BEFORE = 3  # stretches that begin before another and may reach into it: quotations lie in one another, but not deep


class Places:
    """Stretches that may lie in one another, in the order of their starts."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Take the stretches, in order."""
        self._starts = [span.start for span in spans]
        self._farthest = list(accumulate([span.end for span in spans], max))

    def touching(self, span: Span) -> slice:
        """Return which may touch ``span``: those that start in it and the few that start before it, if any touches."""
        last = bisect_left(self._starts, span.end)
        if not last or self._farthest[last - 1] <= span.start:
            return _NOTHING
        return slice(max(0, bisect_left(self._starts, span.start, 0, last) - _BEFORE), last)
