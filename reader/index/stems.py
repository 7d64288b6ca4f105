"""Which words of a lexicon are forms of one word: those that share its English stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.index.terms import stem_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.index.lexicon import Lexicon

_SHORTENED = {"die": "dy", "lie": "ly", "tie": "ty"}
_LONGEST_SUFFIX = 12


def forms(key: str, words: Lexicon) -> list[int]:
    """Return the rows of ``words`` whose word has the stem of ``key``, its own row among them."""
    stem = stem_of(key)
    own = words.row(key)
    if stem == key and not (key.isascii() and key.isalpha()):
        return [own] if own >= 0 else []
    longest = len(stem) + _LONGEST_SUFFIX
    return [
        row
        for beginning in _beginnings(stem)
        for row in words.rows(beginning)
        if len(words.words[row]) <= longest and stem_of(words.words[row]) == stem
    ]


def _beginnings(stem: str) -> Iterator[str]:
    """Yield beginnings, none the beginning of another, that all words with this Porter 2 stem have.

    The algorithm only cuts endings off, but writes ``i`` for ``y``, puts an ``e`` back, and turns ``-bility`` into
    ``-bl``; in each of these the last letter of the stem is not in the word.
    """
    changed = len(stem) > 2 and stem[-1] in "iel"  # noqa: PLR2004 - shorter stems are whole words
    yield stem[:-1] if changed else stem
    if stem in _SHORTENED:
        yield _SHORTENED[stem]
