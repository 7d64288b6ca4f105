"""Where a query's words stand in a text. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from reader.index.documents import Area
from reader.index.positions import near, phrase_starts
from reader.index.query.tree import And, Figure, Near, Or, Phrase, Prefix, Word
from reader.index.stems import beginnings, forms_among
from reader.index.terms import has_stem, scan, stem_of, term_at
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from reader.index.query.tree import Node

_MARKED = frozenset({Area.TEXT, Area.QUOTATION, Area.SPEAKER, Area.CUE})
FOREIGN = re.compile("[^\\x00-\\x7f\\u00a0‘’“”–—…€£]")
_COMPARED_LETTERS = 5
_DOTTED = r"[a-z]\.[a-z]\."
_INSIDE_WORDS = "'’&."


def find(node: Node, text: str) -> list[Span]:
    """Return where the words that ``node`` asks for stand in ``text``, in order and without overlaps."""
    leaves = list(_leaves(node))
    if not leaves:
        return []
    quick = _quick_spans(leaves, text)
    if quick is not None:
        return quick
    scanned = scan(text)
    vocabulary = set(chain.from_iterable(scanned.keys))
    spans = [
        Span(scanned.starts[first], scanned.ends[last])
        for leaf in leaves
        for first, last in _stretches(leaf, scanned.keys, vocabulary)
    ]
    return _joined(sorted(spans))


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
        case _:
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
            wanted = [(offset, _places(keys, {key})) for offset, key in enumerate(leaf.keys) if key]
            for start in phrase_starts(wanted):
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


def _quick_spans(leaves: Sequence[_Leaf], text: str) -> list[Span] | None:
    """Return what ``find`` does for plain words in a plain English text, None if either is not plain.

    One expression looks for where such words may begin, and only those places are looked at: a fifth of the time.
    """
    plain = [leaf for leaf in leaves if isinstance(leaf, Word | Prefix) and has_stem(_typed(leaf))]
    if len(plain) != len(leaves) or FOREIGN.search(text):
        return None
    spans: list[Span] = []
    place = 0
    candidates = _candidates(tuple(sorted({start for leaf in plain for start in _starts(leaf)})))
    while (found := candidates.search(text, place)) is not None:
        start = found.start()
        if start > 1 and text[start - 1] in _INSIDE_WORDS and text[start - 2].isalnum():
            return None
        term = term_at(text, start)
        if any(_fits(leaf, term.keys) for leaf in plain):
            spans.append(Span(term.start, term.end))
        place = term.end
    return spans


def _typed(leaf: Word | Prefix) -> str:
    """Return what was typed."""
    return leaf.key if isinstance(leaf, Word) else leaf.beginning


def _starts(leaf: Word | Prefix) -> Iterable[str]:
    """Return the first letters, of which each word that fits has some."""
    if isinstance(leaf, Prefix):
        return (leaf.beginning[:_COMPARED_LETTERS],)
    return (start[:_COMPARED_LETTERS] for start in beginnings(stem_of(leaf.key)))


@lru_cache(maxsize=64)
def _candidates(starts: tuple[str, ...]) -> re.Pattern[str]:
    """Return an expression for where a word may begin that has one of ``starts``, or an acronym with dots."""
    # A word is also found without its apostrophes, as obrien for O'Brien.
    words = "|".join("['’]?".join(start) for start in starts)
    return re.compile(rf"(?<!\w)(?:{words}|{_DOTTED})", re.IGNORECASE)


def _fits(leaf: Word | Prefix, keys: Sequence[str]) -> bool:
    """Tell whether a term is one that ``leaf`` asks for."""
    if isinstance(leaf, Prefix):
        return any(key.startswith(leaf.beginning) for key in keys)
    stem = stem_of(leaf.key)
    return any(has_stem(key) and stem_of(key) == stem for key in keys)
