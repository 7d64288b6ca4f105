"""Where a query's words stand in a text, and the window around the first of them. Pure."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, assert_never

from reader.index.documents import Area
from reader.index.positions import near, phrase_starts
from reader.index.query.tree import And, Figure, Near, Not, Or, Phrase, Prefix, Word
from reader.index.stems import forms_among
from reader.index.terms import scan
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from reader.index.query.tree import Node

_BEFORE = 60
_LENGTH = 200
_MARKED = frozenset({Area.TEXT, Area.QUOTATION, Area.SPEAKER, Area.CUE})


class Snippet(NamedTuple):
    """A window of a text and the hits inside it, in offsets of the window."""

    text: str
    marks: tuple[Span, ...]


def find(node: Node, text: str) -> list[Span]:
    """Return where the words that ``node`` asks for stand in ``text``, in order and without overlaps."""
    leaves = list(_leaves(node))
    if not leaves:
        return []
    scanned = scan(text)
    vocabulary = set(chain.from_iterable(scanned.keys))
    spans = [
        Span(scanned.starts[first], scanned.ends[last])
        for leaf in leaves
        for first, last in _stretches(leaf, scanned.keys, vocabulary)
    ]
    return _joined(sorted(spans))


def cut(text: str, spans: Sequence[Span]) -> Snippet:
    """Return a window of about 200 characters around the first of ``spans``, or the beginning of the text."""
    first = spans[0].start if spans else 0
    start = _word_start(text, max(0, first - _BEFORE), first)
    end = _word_end(text, min(len(text), max(start + _LENGTH, spans[0].end if spans else 0)), start)
    before, after = "…" if start > 0 else "", "…" if end < len(text) else ""
    window = text[start:end].translate(_LINE_BREAKS)
    shift = len(before) - start
    marks = tuple(
        Span(span.start + shift, min(span.end, end) + shift)
        for span in spans[: bisect_left(spans, (end, end))]
        if span.start >= start
    )
    return Snippet(f"{before}{window}{after}", marks)


_LINE_BREAKS = {ord("\n"): " ", ord("\t"): " "}

_Leaf = Word | Phrase | Near | Prefix


def _leaves(node: Node) -> Iterator[_Leaf]:
    """Yield the words, phrases and beginnings in ``node`` that are asked for and stand in the text."""
    match node:
        case Word() | Phrase() | Near() | Prefix():
            if node.area in _MARKED:
                yield node
        case Figure():
            yield from _leaves(And((*node.parts, Word(node.value, node.area))))
        case And() | Or():
            for part in node.parts:
                yield from _leaves(part)
        case Not() | _:
            return


def _stretches(leaf: _Leaf, keys: Sequence[tuple[str, ...]], vocabulary: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last position of each place where ``leaf`` stands; ``vocabulary`` is all of ``keys``."""
    match leaf:
        case Word():
            yield from ((place, place) for place in _places(keys, forms_among(leaf.key, vocabulary)))
        case Prefix():
            begun = {key for key in vocabulary if key.startswith(leaf.beginning)}
            yield from ((place, place) for place in _places(keys, begun))
        case Phrase():
            last = len(leaf.keys) - 1
            for start in phrase_starts([_places(keys, {key}) for key in leaf.keys]):
                yield start, start + last
        case Near():
            words = [_places(keys, forms_among(key, vocabulary)) for key in leaf.keys]
            yield from ((place, place) for place in near(words, leaf.distance))
        case _:
            assert_never(leaf)


def _places(keys: Sequence[tuple[str, ...]], wanted: AbstractSet[str]) -> list[int]:
    """Return the positions that have any of the ``wanted`` keys."""
    if not wanted:
        return []
    return [
        place for place, own in enumerate(keys) if own[0] in wanted or (len(own) > 1 and not wanted.isdisjoint(own))
    ]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return sorted spans with those that overlap made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _word_start(text: str, start: int, latest: int) -> int:
    """Return the first beginning of a word from ``start`` on, at most ``latest``."""
    if start == 0:
        return 0
    while start < latest and not text[start - 1].isspace():
        start += 1
    return start


def _word_end(text: str, end: int, earliest: int) -> int:
    """Return the last end of a word up to ``end``, more than ``earliest``; ``end`` itself when there is none near."""
    if end == len(text):
        return end
    for place in range(end, max(earliest, end - _BEFORE), -1):
        if text[place].isspace():
            return place
    return end
