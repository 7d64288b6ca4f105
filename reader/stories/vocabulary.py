"""The telling words of articles as numbers: each stem has one, in the order in which they come up."""

from __future__ import annotations

import math
import re
from array import array
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from reader.stories.newswords import NEWS_STEMS
from reader.text.background import weight
from reader.text.tokens import stem

if TYPE_CHECKING:
    from reader.model import Article

#: Words of the body that are looked at, and how many of them count in full, the others half.
BODY_WORDS, LEAD_WORDS = 400, 150
#: Code points of a text that are looked at, enough for these words: one of megabytes costs no more than a long one.
CHARACTERS = 3_000

_LONGEST_WORD = 40
_MOST_KNOWN = 65_536
# Words that weigh less than this in general English ("would", "about", "after") tell nothing of an event.
_FUNCTION_WORD = 3.5
# From a frequency among words to a share of articles: an article has some hundreds of words.
_WORDS_IN_ARTICLE = 20.0
_MOST_SHARE = 0.9
# Stems of every day's news weigh at most this, figures this.
_NEWS_WEIGHT = 4.0
_FIGURE_WEIGHT = 7.0
_WORD = re.compile(r"\w+(?:[’'&.,:]\w+)*")


class Telling(NamedTuple):
    """The telling words of an article: the number of each one's stem, doubled, and one more where it is a name.

    Names and figures make an event: a name is what begins with a capital letter or a figure.
    """

    headline: list[int]
    lead: list[int]
    later: list[int]


class Vocabulary:
    """The stems of articles, numbered from 0."""

    def __init__(self) -> None:
        """Know none yet."""
        self._numbers: dict[str, int] = {}
        self._pieces = _Pieces(self)
        #: Of each stem the share of articles that have it, from general frequencies.
        self.shares = array("d")
        #: Of each stem a number that does not depend on which articles came before.
        self.marks = array("L")

    def telling(self, article: Article) -> Telling:
        """Return the telling words of an article's headline and of the beginning of its text."""
        body = article.text[:CHARACTERS].split()[:BODY_WORDS]
        headline = article.title[:CHARACTERS].split()
        return Telling(self._of(headline), self._of(body[:LEAD_WORDS]), self._of(body[LEAD_WORDS:]))

    def code(self, word: str) -> int | None:
        """Return the number of a word's stem, doubled, and one more for a name; None if it tells nothing."""
        found = stem(word) if 1 < len(word) <= _LONGEST_WORD else ""
        if len(found) < 2 or weight(found) < _FUNCTION_WORD:  # noqa: PLR2004 - a single letter is no word
            return None
        number = self._numbers.setdefault(found, len(self._numbers))
        if number == len(self.shares):
            self.shares.append(_general_share(found))
            self.marks.append(crc32(found.encode()))
        return 2 * number + (word[0].isupper() or word[0].isdigit())

    def _of(self, text: list[str]) -> list[int]:
        """Return the codes of a text that was split at its white space."""
        return list(chain.from_iterable(map(self._pieces.__getitem__, text)))


class _Pieces(dict[str, tuple[int, ...]]):
    """What stands between two white spaces ("(the", "Brexit-weary") and the codes of the telling words in it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, piece: str) -> tuple[int, ...]:
        """Find the words; the pieces of some articles are kept, since most come again."""
        found = tuple(code for word in _WORD.findall(piece) if (code := self._vocabulary.code(word)) is not None)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        if len(piece) <= _LONGEST_WORD:
            self[piece] = found
        return found


def _general_share(found: str) -> float:
    """Return the share of articles that have a stem, from general frequencies."""
    heavy = weight(found)
    if found in NEWS_STEMS:
        heavy = min(heavy, _NEWS_WEIGHT)
    elif found[0].isdigit():
        heavy = min(heavy, _FIGURE_WEIGHT)
    return min(_MOST_SHARE, _WORDS_IN_ARTICLE * math.exp(-heavy))
