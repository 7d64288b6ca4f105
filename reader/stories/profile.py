"""What an article is about, counted: the telling words of its headline and beginning, and pairs of neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.background import weight
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model import Article

#: Words of the body that are looked at, and how many of them count in full, the others half.
BODY_WORDS, LEAD_WORDS = 400, 150
#: How often a word of the headline counts.
HEADLINE_TIMES = 3.0
#: How much more a capitalised word or a number counts than another: names and figures make an event.
NAME_TIMES = 1.5

_LATER_WORDS = 0.5
_LONGEST_WORD = 40
# Characters enough for the words of the body, so that a text of megabytes costs no more than a long one.
_BODY_CHARACTERS = 8_000
# Words that weigh less than this in general English ("would", "about", "after") tell nothing of an event.
_FUNCTION_WORD = 3.5
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*|\w+(?:[’'&]\w+)*")


class Profile(NamedTuple):
    """Counts of one article: of stems (as weighted above), and of two stems side by side, joined by a space."""

    words: Mapping[str, float]
    pairs: Mapping[str, float]


def profile(article: Article) -> Profile:
    """Return the counts of an article's headline and the beginning of its text."""
    words: dict[str, float] = {}
    pairs: dict[str, float] = {}
    headline = _WORD.findall(article.title)
    body = _WORD.findall(article.text[:_BODY_CHARACTERS])[:BODY_WORDS]
    _count(headline, words, pairs, [HEADLINE_TIMES])
    _count(body, words, pairs, [1.0] * LEAD_WORDS + [_LATER_WORDS])
    return Profile(words, pairs)


@lru_cache(maxsize=65_536)
def _telling(word: str) -> str:
    """Return the stem of a word that tells something, "" for any other."""
    found = stem(word) if 1 < len(word) <= _LONGEST_WORD else ""
    return found if len(found) > 1 and weight(found) >= _FUNCTION_WORD else ""


def _count(text: list[str], words: dict[str, float], pairs: dict[str, float], times: list[float]) -> None:
    """Add the telling words of ``text`` to the counts; the word at place i counts ``times[i]``, later ones the last."""
    before = ""
    last = len(times) - 1
    for place, word in enumerate(text):
        found = _telling(word)
        if not found:
            continue
        capital = word[0].isupper() or word[0].isdigit()
        words[found] = words.get(found, 0.0) + times[min(place, last)] * (NAME_TIMES if capital else 1.0)
        if before:
            pair = f"{before} {found}"
            pairs[pair] = pairs.get(pair, 0.0) + 1.0
        before = found
