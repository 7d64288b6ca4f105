"""Paragraphs and sentences as spans.

A sentence ends at a full stop, question or exclamation mark or an ellipsis, with the closing marks that stand at it, if
what follows can open another one; after an abbreviation or an initial, what follows must not go on in a name. Each
decision looks at one word before the mark and a few after it: linear in the length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.model import Span
from reader.text.abbreviations import (
    AFTER_TIMES,
    BEFORE_NUMBERS,
    BEFORE_NUMBERS_SMALL,
    EITHER,
    EITHER_SMALL,
    IN_MIDDLE,
    LETTERED,
    MEASURES,
    OPENERS,
    SHOUTED_NAMES,
    TELLING,
    TITLES,
)

_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")
# One set of characters at the beginning, so that the search passes over all others in one go.
_END = re.compile(
    r"([.!?…。！？｡।؟](?:(?<=\.)(?: \.){1,3}|(?<=[.!?…])[.!?…]*|[。！？｡।؟]*))([\"'”’»›)\]」』]*(?:\[\d{1,3}\])*)"
)
_WIDE_MARKS = frozenset("。！？｡।؟")
_QUOTES = "\"'”’»›"
_DASHES = "—–-"
_NOT_YET = frozenset("\"'“‘«‹([{—–-•*¿¡" + " ")
"""What may stand before a sentence's first letter."""

_WIDEST_GAP = 12
_LONGEST_WORD = 40
_LONGEST_LIST_NUMBER = 2
_SHORTEST_GLUED = 2
_LONGEST_PART = 2
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*$")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,40}")
_GLUED_WORD = re.compile(r"[A-Z][a-z'’]*(?=\s)")
_TELLING = re.compile(r"(?:[A-Z][\w.'’\-]{0,30}\s){1,4}([a-z]{3,12})\b")


def paragraphs(text: str) -> list[Span]:
    """Return the lines of ``text`` that hold more than white space, as trimmed spans."""
    return [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]


def sentences(text: str) -> list[Span]:
    """Return the sentences of ``text`` in order, trimmed; none runs over a line break."""
    found: list[Span] = []
    for start, end in paragraphs(text):
        opening = start
        for mark in _END.finditer(text, start, end):
            if mark.end() < end and _ends_sentence(text, opening, mark, end):
                found.append(Span(opening, mark.end()))
                opening = mark.end()
                while text[opening].isspace():
                    opening += 1
        found.append(Span(opening, end))
    return found


class _Break(NamedTuple):
    """A mark that may end a sentence: the word before it, and the first word after it with what stands between."""

    text: str
    opening: int
    word_start: int
    word: str
    closing: str
    gap: str
    following: int

    @property
    def first(self) -> str:
        """The first letter or figure that follows."""
        return self.text[self.following]

    @property
    def opens_plainly(self) -> bool:
        """Tell whether what follows opens a sentence and does not go on in a name."""
        after = _WORD_AFTER.match(self.text, self.following)
        if after is None or after.group().casefold() not in OPENERS:
            return False
        return len(after.group()) > 1 or self.text[after.end() : after.end() + 1] != "."


def _ends_sentence(text: str, opening: int, found: re.Match[str], end: int) -> bool:
    """Tell whether the sentence that begins at ``opening`` ends with the mark that was ``found``."""
    mark, closing = found.groups()
    if mark[0] in _WIDE_MARKS:
        return True
    before = text[max(opening, found.start() - _LONGEST_WORD) : found.start()]
    word = _WORD_BEFORE.search(before, before.rfind(" ") + 1)
    word_start = found.start() - len(before) + word.start() if word else found.start()
    after = found.end()
    if not text[after].isspace():
        return _glued(text, mark, closing, after, text[max(opening, word_start - 1) : found.start()])
    following = after
    while following < min(end, after + _WIDEST_GAP) and text[following] in _NOT_YET:
        following += 1
    if following >= end or text[following].islower():
        return False
    place = _Break(text, opening, word_start, word.group() if word else "", closing, text[after:following], following)
    if (closing and any(quote in closing for quote in _QUOTES)) and (
        any(dash in place.gap for dash in _DASHES) or (mark != "." and _is_told(place))
    ):
        return False
    return _after_stop(place) if mark == "." else _after_other(place, mark)


def _glued(text: str, mark: str, closing: str, after: int, last_word: str) -> bool:
    """Tell whether a sentence ends although no space follows: the scrape lost it ("… said no.He left")."""
    if not text[after].isupper() or mark[-1] == "…" or len(mark) > 1:
        return False
    if closing:
        return closing[-1] in _QUOTES and closing[-1] not in "'’" and len(last_word.strip()) >= _SHORTEST_GLUED
    bare = last_word.strip()
    return (
        bare != last_word
        and bare.isalpha()
        and bare.islower()
        and len(bare) >= _SHORTEST_GLUED
        and _GLUED_WORD.match(text, after) is not None
    )


def _is_told(place: _Break) -> bool:
    """Tell whether the sentence goes on by naming who asked or exclaimed: "Why?" Smith asked."""
    telling = _TELLING.match(place.text, place.following)
    return telling is not None and telling.group(1) in TELLING and not place.gap.strip()


def _after_other(place: _Break, mark: str) -> bool:
    """Decide at question and exclamation marks and ellipses."""
    if not place.word:
        return place.opens_plainly or mark[0] in "!?"
    return mark != "!" or place.word.casefold() not in SHOUTED_NAMES or bool(place.closing)


def _after_stop(place: _Break) -> bool:
    """Decide at a full stop, by the word before it."""
    word = place.word
    low = word.casefold()
    capital = word[:1].isupper()
    if (low in TITLES and capital) or low in IN_MIDDLE:
        return False
    if len(word) == 1 and capital:
        return _after_initial(place)
    if (low in BEFORE_NUMBERS and capital) or low in BEFORE_NUMBERS_SMALL:
        return not place.first.isdigit()
    if "." in word:
        return _after_dotted(place, low)
    if low in EITHER and (capital or low in EITHER_SMALL or (low in MEASURES and _figure_before(place))):
        return place.opens_plainly or any(quote in place.gap for quote in '"“‘«')
    is_list_number = word.isdigit() and len(word) <= _LONGEST_LIST_NUMBER and place.word_start == place.opening
    return not is_list_number


def _after_initial(place: _Break) -> bool:
    """Decide after one letter: an initial, but for "Plan B."."""
    words_before = place.text[max(place.opening, place.word_start - _LONGEST_WORD) : place.word_start].split()
    lettered = bool(words_before) and words_before[-1].casefold() in LETTERED
    return lettered or place.opens_plainly


def _after_dotted(place: _Break, low: str) -> bool:
    """Decide after a word with full stops in it: U.S., p.m., Ph.D., an address."""
    if any(len(part) > _LONGEST_PART for part in low.split(".")):
        return True
    if low in {"a.m", "p.m"}:
        after = _WORD_AFTER.match(place.text, place.following)
        return after is None or after.group().casefold() not in AFTER_TIMES
    return place.opens_plainly or any(quote in place.gap for quote in '"“‘«')


def _figure_before(place: _Break) -> bool:
    """Tell whether a figure stands before the word ("10 in.")."""
    return place.text[max(place.opening, place.word_start - 2) : place.word_start].strip().isdigit()
