"""What became otherwise between two versions of a text, to the word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+|[^\w\s]")
# Beyond so many on either side what differs is one change: comparing takes the product of the two numbers.
_MOST_PARAGRAPHS = 5_000
_MOST_WORDS = 5_000
_LONGEST = 200_000


class Part(NamedTuple):
    """Words of a changed paragraph: ``gone`` were in the earlier version only, ``new`` are in the later one only."""

    text: str
    gone: bool = False
    new: bool = False


class Change(NamedTuple):
    """Words of one version and those in their place in the next; where words were put in or taken out, one is empty."""

    before: Span
    after: Span


def changes(before: str, after: str) -> list[Change]:
    """Return where two texts differ, in order: first by paragraphs, then by words within these; spaces don't count."""
    return [
        change
        for old, new in _unlike(
            _pieces(_PARAGRAPH, before), _pieces(_PARAGRAPH, after), before, after, _MOST_PARAGRAPHS
        )
        for change in _by_words(before, after, old, new)
    ]


def changed_paragraphs(before: str, after: str) -> list[list[Part]]:
    """Return the paragraphs of ``after`` in which something changed, in parts, with what was there before."""
    found: list[list[Part]] = []
    done = 0
    for change in changes(before, after):
        start = after.rfind("\n", 0, change.after.start) + 1
        if not found or start >= done:
            if found:
                found[-1].append(Part(_rest(after, done)))
            found.append([])
            done = start
        found[-1] += (
            Part(after[done : change.after.start]),
            Part(_gone(before, after, change), gone=True),
            Part(change.after.of(after), new=True),
        )
        done = change.after.end
    if found:
        found[-1].append(Part(_rest(after, done)))
    return [[part for part in parts if part.text] for parts in found]


def _gone(before: str, after: str, change: Change) -> str:
    """Return the words that are gone, with the space that parted them from the words before where that is gone too."""
    words = change.before.of(before)
    parted = _before(before, change.before.start).isspace() and not _before(after, change.after.start).isspace()
    return f" {words}" if words and parted else words


def _before(text: str, at: int) -> str:
    return text[at - 1 : at] if at else ""


def _rest(text: str, start: int) -> str:
    """Return the rest of the paragraph from ``start`` on."""
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end]


def _by_words(before: str, after: str, old: Span, new: Span) -> Iterator[Change]:
    """Yield what differs between two stretches of paragraphs."""
    if max(old.end - old.start, new.end - new.start) > _LONGEST:
        yield Change(old, new)
        return
    words_old, words_new = _pieces(_WORD, before, old), _pieces(_WORD, after, new)
    for change_old, change_new in _unlike(words_old, words_new, before, after, _MOST_WORDS, old.start, new.start):
        yield Change(change_old, change_new)


def _pieces(kind: re.Pattern[str], text: str, within: Span | None = None) -> list[Span]:
    start, end = within or (0, len(text))
    return [Span(*found.span()) for found in kind.finditer(text, start, end)]


def _unlike(
    old: Sequence[Span], new: Sequence[Span], before: str, after: str, most: int, old_start: int = 0, new_start: int = 0
) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches of pieces that each side has where the other has others; an empty one stands in its place."""
    if max(len(old), len(new)) > most:
        blocks = [(0, len(old), 0, len(new))] if [s.of(before) for s in old] != [s.of(after) for s in new] else []
    else:
        blocks = _blocks(
            [" ".join(span.of(before).split()) for span in old], [" ".join(span.of(after).split()) for span in new]
        )
    for first_old, last_old, first_new, last_new in blocks:
        yield _stretch(old, first_old, last_old, old_start), _stretch(new, first_new, last_new, new_start)


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return where two lists differ; what is taken out and put in at one place is one block."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - loaded at the first comparison: most runs compare nothing

    blocks: list[tuple[int, int, int, int]] = []
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            continue
        if blocks and blocks[-1][1] == code.src_start and blocks[-1][3] == code.dest_start:
            blocks[-1] = (blocks[-1][0], code.src_end, blocks[-1][2], code.dest_end)
        else:
            blocks.append((code.src_start, code.src_end, code.dest_start, code.dest_end))
    return blocks


def _stretch(pieces: Sequence[Span], first: int, last: int, start: int) -> Span:
    """Return the span from piece ``first`` to before piece ``last``; an empty one after the piece before it."""
    if first < last:
        return Span(pieces[first].start, pieces[last - 1].end)
    at = pieces[first - 1].end if first else start
    return Span(at, at)
