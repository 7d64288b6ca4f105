"""The stretch of a text that is most like an anchor's words, and the one that stands where they stood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Anchor

_WIDEST = 60_000  # code points searched for similar words; in longer texts, around the old position
_BOUNDARY = re.compile(r"(?<!\w)(?=\w)|(?<=\w)(?!\w)|(?<=\s)(?=\S)|(?<=\S)(?=\s)")
_ROOM = 40  # code points by which a similar stretch may begin or end elsewhere
_HOME = 6  # code points of context next to an edge that say that the stretch begins or ends there …
_AT_HOME = 0.1  # … which counts as much as this difference in likeness
_NEIGHBOUR = 12  # code points of context that have to stand on both sides of what was put in place of the words
_LONGER = 3  # times as long as the words may be what was put in their place


def most_similar(held: Anchor, text: str) -> tuple[float, Span | None]:
    """Return how like the anchor's words the likest stretch of ``text`` is (0 to 1), and where it stands.

    By rapidfuzz's partial ratio (normalised indel similarity); the stretch begins and ends at a word's edge.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a changed text needs it

    low, high = _window(held, text)
    found = fuzz.partial_ratio_alignment(held.exact, text[low:high])
    if found is None or len(held.exact) > high - low:
        return 0.0, None
    start, end = low + found.dest_start, low + found.dest_end
    starts = [(edge, _AT_HOME * _goes_before(held, text, edge)) for edge in _edges(text, start)]
    ends = [(edge, _AT_HOME * _goes_after(held, text, edge)) for edge in _edges(text, end)]
    pairs = [(first, last, a + b) for first, a in starts for last, b in ends if first < last]
    _, likeness, span = max(
        ((likeness := fuzz.ratio(held.exact, text[first:last]) / 100) + home, likeness, Span(first, last))
        for first, last, home in pairs
    )
    return likeness, span


def _goes_before(held: Anchor, text: str, edge: int) -> bool:
    """Tell whether the end of the anchor's prefix stands before a position."""
    near = held.prefix[-_HOME:]
    return bool(near) and text[max(0, edge - _HOME) : edge].endswith(near)


def _goes_after(held: Anchor, text: str, edge: int) -> bool:
    """Tell whether the beginning of the anchor's suffix stands after a position."""
    near = held.suffix[:_HOME]
    return bool(near) and text.startswith(near, edge)


def in_place_of(held: Anchor, text: str) -> Span | None:
    """Return what stands between the anchor's surroundings, when both are there, once, and near each other."""
    before, after = held.prefix[-_NEIGHBOUR:], held.suffix[:_NEIGHBOUR]
    if len(before) < _NEIGHBOUR or len(after) < _NEIGHBOUR or text.count(before) != 1:
        return None
    start = text.index(before) + len(before)
    end = text.find(after, start, start + _LONGER * len(held.exact) + _ROOM)
    return Span(start, end) if end > start else None


def _window(held: Anchor, text: str) -> tuple[int, int]:
    """Return the part of the text to search: all of it, or what is around the old position."""
    if len(text) <= _WIDEST:
        return 0, len(text)
    middle = min(max((held.span.start + held.span.end) // 2, 0), len(text))
    low = max(0, min(middle - _WIDEST // 2, len(text) - _WIDEST))
    return low, low + _WIDEST


def _edges(text: str, near: int) -> Iterator[int]:
    """Yield the edges of words around a position, and the position itself."""
    low = max(0, near - _ROOM)
    yield near
    for found in _BOUNDARY.finditer(text, low, min(len(text), near + _ROOM)):
        yield found.start()
