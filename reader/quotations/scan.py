"""Where words stand in quotation marks: the marks of a text paired into stretches, paragraph by paragraph.

Pairing never looks past the next paragraph, so that an odd mark can't flip the rest of an article. Marks whose shape
does not tell their direction (straight ones, and curly ones typed the wrong way round) are read from their
neighbours. Linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Span
from reader.quotations.single import is_heading, single_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = '["“”„‟«»「」『』＂]'
LONGEST_ROW = 6  # marks side by side: more of them are ornament and quote nothing
_MARKS = re.compile(f"{MARKS}+")
_OPENING = frozenset("“„‟«「『")
_CLOSING = frozenset("”»」』")
_PAIRS = {"«": "»", "»": "«", "「": "」", "『": "』"}
_STRAIGHT = frozenset('"＂')
_CURLY = frozenset("“”„‟")
_BEFORE_OPENING = frozenset("([{—–-/…‘'*_")
_INVISIBLE = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_SENTENCE_ENDS = frozenset(".?!")
_SHORTEST_RUN_ON = 45  # code points: a shorter line that only closes a mark is a signature under a quotation
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…’'*")


class Stretch(NamedTuple):
    """Words inside marks: ``inner`` without the marks, ``outer`` with them.

    ``paragraph`` counts from 0. ``closed`` is false where the paragraph ends before a closing mark, ``run_on`` is true
    where the words go on from a paragraph before without a new opening mark. ``heading`` is true for single marks in a
    heading, where they mark a headline's own words as often as somebody's.
    """

    inner: Span
    outer: Span
    paragraph: int
    closed: bool = True
    run_on: bool = False
    heading: bool = False


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one; ``nested`` are the marks opened inside it."""

    at: int
    mark: str
    nested: list[str] = field(default_factory=list)


def stretches(text: str, paragraphs: Sequence[Span]) -> list[Stretch]:
    """Return the stretches of ``text`` that stand in marks, in order and apart from each other."""
    found: list[Stretch] = []
    with_double = False
    open_before = False
    plain: list[tuple[int, Span]] = []
    for number, paragraph in enumerate(paragraphs):
        marks = list(_marks(text, paragraph))
        if marks:
            with_double = True
            here = list(_paired(text, paragraph, number, marks, run_on=open_before))
            found.extend(here)
            open_before = bool(here) and not here[-1].closed
        else:
            plain.append((number, paragraph))
            open_before = False
    headings = {number: is_heading(text, paragraph) or (with_double and number == 0) for number, paragraph in plain}
    singles = [
        Stretch(inner, Span(inner.start - 1, inner.end + 1), number, heading=headings[number])
        for number, paragraph in plain
        if headings[number] or not with_double
        for inner in single_stretches(text, paragraph)
    ]
    return sorted([*found, *singles], key=_start) if singles else found


def _marks(text: str, paragraph: Span) -> Iterator[tuple[int, str]]:
    """Yield each mark of ``paragraph`` with its place, but those in long rows and those that stand for inches."""
    for row in _MARKS.finditer(text, paragraph.start, paragraph.end):
        if row.end() - row.start() <= LONGEST_ROW:
            for at, mark in enumerate(row.group(), row.start()):
                if not _is_inch(text, at, mark):
                    yield at, mark


def _start(stretch: Stretch) -> int:
    """Return where ``stretch`` starts."""
    return stretch.outer.start


def _is_inch(text: str, at: int, mark: str) -> bool:
    """Tell whether a straight mark stands for inches: right after a digit, with no space before the figure's mark."""
    return (
        mark in _STRAIGHT
        and text[at - 1 : at].isdigit()
        and text[at + 1 : at + 2] == " "
        and text[at + 2 : at + 3].isalnum()
        and "'" in text[max(0, at - 4) : at]
    )


def _paired(
    text: str, paragraph: Span, number: int, marks: Sequence[tuple[int, str]], *, run_on: bool
) -> Iterator[Stretch]:
    """Yield the stretches of one paragraph."""
    waiting: _Open | None = None
    closers_left = _closers_after(text, paragraph, marks)
    straight_left = _straight_after(marks)
    for place, (at, mark) in enumerate(marks):
        if waiting is None:
            if place == 0 and run_on and at - paragraph.start > _SHORTEST_RUN_ON and _closes(text, paragraph, at, mark):
                yield from _stretch(text, number, paragraph.start, paragraph.start, at, run_on=True)
            elif _opens(text, paragraph, at, mark) or not _closes(text, paragraph, at, mark):
                waiting = _Open(at, mark)
        elif _nested(text, paragraph, waiting, at, mark):
            nests = mark in _STRAIGHT or waiting.mark in _STRAIGHT or closers_left[place] > len(waiting.nested) + 1
            if nests and not _begins_sentence(text, waiting.at + 1, at):
                waiting.nested.append(mark)
            else:
                yield from _unclosed(text, number, waiting.at, at)
                waiting = _Open(at, mark)
        elif _ends(waiting.nested[-1] if waiting.nested else waiting.mark, mark, straight_left[place]):
            if waiting.nested:
                waiting.nested.pop()
            else:
                yield from _stretch(text, number, waiting.at, waiting.at + 1, at)
                waiting = None
    if waiting is not None:
        yield from _unclosed(text, number, waiting.at, paragraph.end, at_end=True)


def _closers_after(text: str, paragraph: Span, marks: Sequence[tuple[int, str]]) -> list[int]:
    """Return for each mark how many of the marks from it on can only close."""
    left = [0] * len(marks)
    total = 0
    for place in range(len(marks) - 1, -1, -1):
        at, mark = marks[place]
        if _closes(text, paragraph, at, mark):
            total += 1
        left[place] = total
    return left


def _straight_after(marks: Sequence[tuple[int, str]]) -> list[int]:
    """Return for each mark how many straight ones come after it."""
    left = [0] * len(marks)
    for place in range(len(marks) - 2, -1, -1):
        left[place] = left[place + 1] + (marks[place + 1][1] in _STRAIGHT)
    return left


def _neighbours(text: str, paragraph: Span, at: int) -> tuple[str, str]:
    """Return the characters around a mark; the paragraph's ends and invisible signs count as spaces."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return " " if before in _INVISIBLE else before, " " if after in _INVISIBLE else after


def _opens(text: str, paragraph: Span, at: int, mark: str) -> bool:
    """Tell whether the neighbours of a mark make it an opening one."""
    before, after = _neighbours(text, paragraph, at)
    if mark in "„「『":
        return True
    if mark in "«»":
        return not after.isspace() and (before.isspace() or before in _BEFORE_OPENING) if mark == "»" else True
    return (before.isspace() or before in _BEFORE_OPENING) and not (after.isspace() or after in ",;:!?)")


def _closes(text: str, paragraph: Span, at: int, mark: str) -> bool:
    """Tell whether the shape or the neighbours of a mark make it a closing one."""
    if mark in "」』":
        return True
    before, after = _neighbours(text, paragraph, at)
    if mark in _CLOSING:
        return not (before.isspace() and after.isalnum())
    return not before.isspace() and before not in "([{" and (after.isspace() or after in _AFTER_CLOSING)


def _nested(text: str, paragraph: Span, waiting: _Open, at: int, mark: str) -> bool:
    """Tell whether a mark inside a stretch opens another one."""
    if mark in _STRAIGHT:
        return at > waiting.at + 1 and _opens(text, paragraph, at, mark)
    if waiting.mark in _CURLY or waiting.mark in _STRAIGHT:
        return mark in _OPENING and not _closes(text, paragraph, at, mark)
    return mark == waiting.mark and mark not in _CLOSING


def _begins_sentence(text: str, start: int, at: int) -> bool:
    """Tell whether a sentence ends before the mark at ``at``: then it begins anew, and nothing closed the last one."""
    place = at - 1
    while place > start and text[place].isspace():
        place -= 1
    return place < at - 1 and text[place] in _SENTENCE_ENDS


def _ends(opened: str, mark: str, straight_left: int) -> bool:
    """Tell whether ``mark`` closes what ``opened`` opened; one of the other sort does if none of its own comes."""
    if opened in _PAIRS:
        return mark == _PAIRS[opened]
    if opened in _STRAIGHT:
        return mark in _STRAIGHT or (mark in _CLOSING and straight_left == 0)
    return mark in _CURLY or mark in _STRAIGHT


def _stretch(text: str, number: int, outer: int, start: int, close: int, *, run_on: bool = False) -> Iterator[Stretch]:
    """Yield the stretch whose inner words lie in ``[start, close)``, trimmed, if there are any."""
    inner = _trim(text, start, close)
    if inner.end > inner.start:
        yield Stretch(inner, Span(outer, close + 1), number, run_on=run_on)


def _unclosed(text: str, number: int, at: int, end: int, *, at_end: bool = False) -> Iterator[Stretch]:
    """Yield the stretch from an opening mark without a closing one up to ``end``, if there are words in it."""
    inner = _trim(text, at + 1, end)
    if inner.end > inner.start:
        yield Stretch(inner, Span(at, inner.end), number, closed=not at_end)


def _trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
