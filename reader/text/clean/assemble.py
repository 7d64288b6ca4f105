"""Putting the clean text together from what the rules left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import CleanText, OffsetMap, Removed
from reader.text.offsets import joined

if TYPE_CHECKING:
    from reader.text.clean.draft import Draft

_NO_SPACE_BEFORE = ".,;:!?’'”)]%…"


class _Copy:
    """A text that grows by stretches of another one, and remembers where each came from."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._clean: list[int] = []
        self._raw: list[int] = []
        self._length = 0

    def add(self, start: int, end: int) -> None:
        """Copy ``[start, end)``."""
        self.put(self._text[start:end], start)

    def put(self, piece: str, start: int) -> None:
        """Append ``piece``, which stands for what begins at ``start``."""
        self._clean.append(self._length)
        self._raw.append(start)
        self._pieces.append(piece)
        self._length += len(piece)

    def finish(self) -> tuple[str, OffsetMap]:
        """Return the text, and the way back."""
        end = (self._length, len(self._text))
        return "".join(self._pieces), OffsetMap((*self._clean, end[0]), (*self._raw, end[1]))


def assemble(draft: Draft, offsets: OffsetMap) -> CleanText:
    """Return what is left of ``draft``; ``offsets`` lead from its text to the raw one.

    Paragraphs that stood apart, or had something removed between them, are kept apart by an empty line.
    """
    text = draft.text
    copy = _Copy(text)
    cuts = sorted(draft.cuts)
    removed: list[Removed] = []
    next_cut = 0
    end_of_last: int | None = None
    gap = False
    for number, line in enumerate(draft.lines):
        inside = []
        while next_cut < len(cuts) and cuts[next_cut].raw_start < line.end:
            inside.append(cuts[next_cut])
            next_cut += 1
        kind = draft.kinds[number]
        pieces = [] if kind else _kept(text, line.start, line.end, inside)
        removed += [Removed(line.start, line.end, kind)] if kind else inside
        if not pieces:
            gap = True
            continue
        if end_of_last is not None:
            apart = gap or text.count("\n", end_of_last, line.start) > 1
            copy.put("\n\n" if apart else "\n", end_of_last)
        for start, end in pieces:
            copy.add(start, end)
        end_of_last, gap = line.end, False
    clean, to_draft = copy.finish()
    return CleanText(
        text=clean,
        removed=tuple(
            Removed(offsets.to_raw(cut.raw_start), offsets.to_raw(cut.raw_end - 1) + 1, cut.kind) for cut in removed
        ),
        title=draft.title,
        byline=draft.byline,
        updated=draft.updated,
        offsets=joined(to_draft, offsets),
    )


def _kept(text: str, start: int, end: int, cuts: list[Removed]) -> list[tuple[int, int]]:
    """Return the stretches of a line that its cuts leave, without the spaces that the cuts made superfluous."""
    pieces = []
    for cut in cuts:
        if cut.raw_start > start:
            pieces.append((start, cut.raw_start))
        start = max(start, cut.raw_end)
        before = text[pieces[-1][1] - 1] if pieces else " "
        while start < end and text[start] == " " and before == " ":
            start += 1
        if pieces and before == " " and (start >= end or text[start] in _NO_SPACE_BEFORE):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] - 1)
    if start < end:
        pieces.append((start, end))
    return [(first, last) for first, last in pieces if last > first]
