"""Words and marks with their places, and English stems."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from reader.stemming import stem

__all__ = ["Token", "stem", "tokens"]

_LETTER = (
    "\\w\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e4e\u200c\u200d"
)
"""Letters and figures with the marks and joiners that belong to them: accents typed apart, vowel signs."""

_TOKEN = re.compile(
    rf"""
    [^\W\d]\w*+(?=[\s,])                               # most words, without a look at their joints
    | [A-Za-z]\.(?:[A-Za-z]\.)+                         # U.S., a.m.
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


_MAKE = partial(tuple.__new__, Token)
"""``Token._make`` without the function in Python that it is: there are some hundred tokens in every text."""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with their places in ``text``. Linear in the length."""
    stop = len(text) if end is None else end
    found = _TOKEN.finditer(text, start, stop)
    return list(map(_MAKE, [(match[0], match.start(), match.end()) for match in found]))
