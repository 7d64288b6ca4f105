"""Building the map from a text to the text it was made of, and joining two such maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterable


class Edit(NamedTuple):
    """``[start, end)`` of a text, and what stands there afterwards."""

    start: int
    end: int
    replacement: str


class Edited(NamedTuple):
    """A text after some edits, and where each of its code points stood before."""

    text: str
    offsets: OffsetMap


def unedited(text: str) -> Edited:
    """Return ``text`` as it is."""
    return Edited(text, OffsetMap((0, len(text)), (0, len(text))))


def edited(text: str, edits: Iterable[Edit]) -> Edited:
    """Return ``text`` after ``edits``, which are in order and do not overlap. Linear in the length."""
    pieces: list[str] = []
    after, before = [0], [0]
    length = position = 0

    def run_starts(at_before: int) -> None:
        if after[-1] == length:
            before[-1] = at_before
        else:
            after.append(length)
            before.append(at_before)

    for start, end, replacement in edits:
        pieces += (text[position:start], replacement)
        length += start - position
        if len(replacement) != end - start:
            if replacement:
                run_starts(start)
            length += len(replacement)
            run_starts(end)
        else:
            length += len(replacement)
        position = end
    pieces.append(text[position:])
    length += len(text) - position
    run_starts(len(text))
    return Edited("".join(pieces), OffsetMap(tuple(after), tuple(before)))


def joined(last: OffsetMap, first: OffsetMap) -> OffsetMap:
    """Return the map of two steps: ``last`` leads to the text that ``first`` made, the result to what ``first`` had."""
    if first.clean == first.raw:
        return last
    clean: list[int] = []
    raw: list[int] = []
    inner = 0
    for run, (start, middle) in enumerate(zip(last.clean, last.raw, strict=True)):
        clean.append(start)
        raw.append(first.to_raw(middle))
        length = last.clean[run + 1] - start if run + 1 < len(last.clean) else 0
        while inner < len(first.clean) and first.clean[inner] <= middle:
            inner += 1
        while inner < len(first.clean) and first.clean[inner] < middle + length:
            clean.append(start + first.clean[inner] - middle)
            raw.append(first.raw[inner])
            inner += 1
    return OffsetMap(tuple(clean), tuple(raw))
