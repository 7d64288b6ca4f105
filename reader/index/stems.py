"""Which words of a lexicon are forms of one word: those that share its English stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.index.terms import has_stem, stem_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.index.lexicon import Lexicon

_OTHERWISE = {"die": "dy", "lie": "ly", "tie": "ty", "sky": "ski"}
_LONGEST_SUFFIX = 12


def forms(key: str, words: Lexicon) -> Sequence[int]:
    """Return the rows of ``words`` whose word has the stem of ``key``, its own row among them, rising.

    Large lexicons have their stems written down; in a small one the words that begin alike are stemmed now.
    """
    if not has_stem(key):
        own = words.row(key)
        return (own,) if own >= 0 else ()
    stem = stem_of(key)
    if words.stems is not None:
        return words.stems.rows_of(stem)
    longest = len(stem) + _LONGEST_SUFFIX
    return sorted(
        row
        for beginning in beginnings(stem)
        for row in words.rows(beginning)
        if len(word := words.words[row]) <= longest and has_stem(word) and stem_of(word) == stem
    )


def forms_among(key: str, vocabulary: Iterable[str]) -> set[str]:
    """Return the words of ``vocabulary`` that are forms of ``key``."""
    if not has_stem(key):
        return {key}
    stem = stem_of(key)
    starts = tuple(beginnings(stem))
    return {word for word in vocabulary if word.startswith(starts) and has_stem(word) and stem_of(word) == stem}


def beginnings(stem: str) -> Iterator[str]:
    """Yield beginnings, none the beginning of another, that all words with this Porter 2 stem have.

    The algorithm only cuts endings off, but writes ``i`` for ``y``, puts an ``e`` back, and turns ``-bility`` into
    ``-bl``; in each of these the last letter of the stem is not in the word.
    """
    changed = len(stem) > 2 and stem[-1] in "iel"  # noqa: PLR2004 - shorter stems are whole words
    yield stem[:-1] if changed else stem
    if stem in _OTHERWISE:
        yield _OTHERWISE[stem]
