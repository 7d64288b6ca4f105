"""What an article is about, counted: the telling words of its headline and beginning, and pairs of neighbours."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from reader.text.background import weight
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.model import Article

#: Words of the body that are looked at, and how many of them count in full, the others half.
BODY_WORDS, LEAD_WORDS = 400, 150
#: Telling words of the body of which the pairs are looked at.
PAIR_STEMS = 200
#: How often a word of the headline counts.
HEADLINE_TIMES = 3.0
#: How much more a capitalised word or a number counts than another: names and figures make an event.
NAME_TIMES = 1.5

_LATER_WORDS = 0.5
_LONGEST_WORD = 40
_MOST_KNOWN = 65_536
# Characters enough for the words of the body, so that a text of megabytes costs no more than a long one.
_BODY_CHARACTERS = 3_000
# Words that weigh less than this in general English ("would", "about", "after") tell nothing of an event.
_FUNCTION_WORD = 3.5
_WORD = re.compile(r"\w+(?:[’'&.,:]\w+)*")


class Profile(NamedTuple):
    """Counts of one article: of stems (as weighted above), and of two stems side by side, joined by a space."""

    words: Mapping[str, float]
    pairs: Mapping[str, int]


class _Telling(NamedTuple):
    """A word that tells something: its stem, and how often it counts."""

    stem: str
    times: float


def profile(article: Article) -> Profile:
    """Return the counts of an article's headline and the beginning of its text."""
    headline = _telling(article.title.split())
    body = article.text[:_BODY_CHARACTERS].split()[:BODY_WORDS]
    lead = _telling(body[:LEAD_WORDS])
    later = _telling(body[LEAD_WORDS:])
    words: dict[str, float] = {}
    for found, times in ((headline, HEADLINE_TIMES), (lead, 1.0), (later, _LATER_WORDS)):
        for stem_, own in found:
            words[stem_] = words.get(stem_, 0.0) + own * times
    # One string for all articles that have the pair: a library holds a hundred pairs of each.
    pairs = Counter(map(intern, _pairs(headline)))
    pairs.update(map(intern, _pairs([*lead, *later][:PAIR_STEMS])))
    return Profile(words, pairs)


def _telling(text: list[str]) -> list[_Telling]:
    """Return the words of ``text``, which was split at its white space, that tell something."""
    return list(chain.from_iterable(map(_KNOWN.__getitem__, text)))


def _pairs(found: list[_Telling]) -> Iterable[str]:
    """Return the stems side by side, joined by a space."""
    return map(" ".join, pairwise([stem_ for stem_, _ in found]))


class _Known(dict[str, tuple[_Telling, ...]]):
    """What stands between two white spaces ("(the", "Brexit-weary") and the telling words in it."""

    def __missing__(self, piece: str) -> tuple[_Telling, ...]:
        """Find the words; the pieces of some articles are kept, since most come again."""
        found = tuple(telling for word in _WORD.findall(piece) if (telling := _read(word)) is not None)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        if len(piece) <= _LONGEST_WORD:
            self[piece] = found
        return found


_KNOWN = _Known()


def _read(word: str) -> _Telling | None:
    """Return what a word tells, None for one that tells nothing."""
    found = stem(word) if 1 < len(word) <= _LONGEST_WORD else ""
    if len(found) < 2 or weight(found) < _FUNCTION_WORD:  # noqa: PLR2004 - a single letter is no word
        return None
    return _Telling(found, NAME_TIMES if word[0].isupper() or word[0].isdigit() else 1.0)
