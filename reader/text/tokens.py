"""Words and marks with their places, and English stems."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_LETTER = (
    "\\w\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e4e\u200c\u200d"
)
"""Letters and figures with the marks and joiners that belong to them: accents typed apart, vowel signs."""

_TOKEN = re.compile(
    rf"""
    (?:[A-Za-z]\.){{2,}}                                 # U.S., a.m.
    | \d+(?:[.,:]\d+)*                                  # 4,000.5  12:53
    | \w[{_LETTER}]*(?:[’'\-‐‑&]\w[{_LETTER}]*)*         # Netanyahu’s, well-known, AT&T
    | [^\w\s]                                          # one mark
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or single mark, with ``[start, end)`` in the text it came from."""

    text: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with their places in ``text``. Linear in the length."""
    stop = len(text) if end is None else end
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text, start, stop)]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the English Snowball (Porter 2) stem of ``word``, lower-cased, a possessive ending left out."""
    low = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    return _stemmer()(low)


@cache
def _stemmer() -> Callable[[str], str]:
    """Return the stemmer. Its package loads every language's, which takes 20 ms: not before the first word."""
    import snowballstemmer  # noqa: PLC0415 - see above

    stem_word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem_word
