"""Numbers in digits and words: the part of the quantity grammar that knows no units, bounds or currencies."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.model import QuantityBound
from reader.text.quantity_words import (
    CURRENCY_SIGNS,
    DENOMINATORS,
    LETTER_SCALES,
    NUMBER_WORDS,
    ORDINAL_ENDINGS,
    ORDINALS,
    SCALES,
    TENS,
    UNIT_WORDS,
    UNITS,
    VAGUE_COUNTS,
    VAGUE_MULTIPLIERS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.tokens import Token

_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_LONGEST_NUMBER = 24
_LARGEST_SCALE = 1e12
_METRES_BEFORE = frozenset("tall high deep long wide from below above waves race sprint final freestyle".split())
_LAST_OF_ASCII = "\x7f"
_ARTICLES = frozenset({"a", "an"})
_AFTER_ARTICLE = frozenset({"dozen", "couple", *SCALES, *DENOMINATORS})
_HYPHENS = re.compile(r"[-‐‑]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Tokens, with those that join number words by hyphens cut apart ("five-day": five, -, day).

    ``source[i]`` is the token that piece ``i`` is part of.
    """

    low: list[str]
    starts: list[int]
    ends: list[int]
    source: list[int]

    def __len__(self) -> int:
        """Count the pieces."""
        return len(self.low)

    def word(self, at: int) -> str:
        """Return piece ``at`` in lower case, "" outside the text."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def touches(self, at: int) -> bool:
        """Tell whether piece ``at`` follows the one before it without white space."""
        return 0 < at < len(self.low) and self.ends[at - 1] == self.starts[at]


class Number(NamedTuple):
    """A number that covers the pieces ``[start, stop)``; ``scale`` is the scale word's, already in ``value``."""

    start: int
    stop: int
    value: float
    scale: float = 1.0
    ordinal: bool = False
    share: bool = False
    bound: QuantityBound = QuantityBound.EXACT


def pieces(words: Sequence[Token], small: Sequence[str] | None = None) -> Pieces:
    """Return the pieces of a token list; ``small`` are the tokens in small letters, where they were made already."""
    low = [text.lower() for text, _, _ in words] if small is None else small
    line = Pieces([], [], [], [])
    done = 0
    for index in [at for at, word in enumerate(low) if not word.isalnum() and len(word) > 1 and _HYPHENS.search(word)]:
        text, start, _ = words[index]
        if _begins_with_number(text):
            _copy(line, words, low, done, index)
            _cut(line, text, start, index)
            done = index + 1
    _copy(line, words, low, done, len(words))
    return line


def _copy(line: Pieces, words: Sequence[Token], low: Sequence[str], start: int, stop: int) -> None:
    """Append the tokens ``[start, stop)`` to ``line`` as they are."""
    line.low.extend(low[start:stop])
    line.starts.extend([word.start for word in words[start:stop]])
    line.ends.extend([word.end for word in words[start:stop]])
    line.source.extend(range(start, stop))


def _begins_with_number(text: str) -> bool:
    """Tell whether the word before the first hyphen is a number word."""
    first = _HYPHENS.split(text, maxsplit=1)[0].lower()
    return first in UNITS or first in TENS or first in SCALES or first in ORDINALS or first == "half"


def _cut(line: Pieces, text: str, start: int, index: int) -> None:
    """Append the parts of a hyphenated token, and its hyphens, to ``line``."""
    at = 0
    for part in filter(None, re.split(r"([-‐‑])", text)):
        line.low.append("-" if _HYPHENS.fullmatch(part) else part.lower())
        line.starts.append(start + at)
        at += len(part)
        line.ends.append(start + at)
        line.source.append(index)


def beginnings(line: Pieces) -> list[int]:
    """Return the pieces at which a number may begin: every other one is passed over unread."""
    found = [
        at
        for at, low in enumerate(line.low)
        # No sign of ASCII but a digit is a number ("½" is one).
        if low in NUMBER_WORDS or low[0].isdigit() or (low > _LAST_OF_ASCII and len(low) == 1)
    ]
    return [at for at in found if line.low[at] not in _ARTICLES or line.word(at + 1) in _AFTER_ARTICLE]


def number_at(line: Pieces, at: int) -> Number | None:
    """Return the number that begins at piece ``at``, or None."""
    for read in _READERS_OF_WORDS if line.word(at).isalpha() else _READERS:
        found = read(line, at)
        if found is not None:
            return found
    return None


def _digits(line: Pieces, at: int) -> Number | None:
    """Read digits, their ending ("86th", "2.5m"), a fraction ("3/4", "2½") and a scale word."""
    word = line.word(at)
    if len(word) == 1 and not word.isascii() and unicodedata.category(word) == "No":
        return Number(at, at + 1, unicodedata.numeric(word), share=True)
    if not _DIGITS.fullmatch(word) or len(word) > _LONGEST_NUMBER:
        return None
    value = float(word.replace(",", ""))
    stop = at + 1
    if line.touches(stop) and line.word(stop).isalpha():
        return _with_ending(line, at, value)
    if line.word(stop) == "/" and line.word(stop + 1).isdigit():
        below = float(line.word(stop + 1)) if len(line.word(stop + 1)) <= 2 else 0.0
        return Number(at, stop + 2, value / below, share=True) if value < below <= 10 and below != 7 else None
    part = line.word(stop)
    if len(part) == 1 and not part.isascii() and unicodedata.category(part) == "No":
        value, stop = value + unicodedata.numeric(part), stop + 1
    return _scaled(line, at, stop, value)


def _with_ending(line: Pieces, at: int, value: float) -> Number | None:
    """Read what is written right after digits; None for identifiers such as "3D" and "1990s"."""
    ending, stop = line.word(at + 1), at + 2
    if ending in ORDINAL_ENDINGS:
        return Number(at, stop, value, ordinal=True)
    if ending in SCALES:
        return Number(at, stop, value * SCALES[ending], SCALES[ending])
    if ending in LETTER_SCALES:
        is_money = line.word(at - 1) in CURRENCY_SIGNS
        if ending == "m" and not is_money and line.word(stop) in _METRES_BEFORE:
            return None
        if ending == "b" and not is_money:
            return None
        return Number(at, stop, value * LETTER_SCALES[ending], LETTER_SCALES[ending])
    return Number(at, at + 1, value) if ending in UNIT_WORDS else None


def _scaled(line: Pieces, at: int, stop: int, value: float) -> Number:
    """Multiply ``value`` by the scale words from piece ``stop`` on ("2 million", "3-billion", "2 dozen")."""
    scale = 1.0
    while True:
        ahead = stop + (line.word(stop) == "-" and line.touches(stop))
        word = line.word(ahead)
        if word in {"dozen", "score"} and scale == 1:
            return Number(at, ahead + 1, value * (12 if word == "dozen" else 20))
        if word not in SCALES or scale > _LARGEST_SCALE:
            return Number(at, stop, value * scale, scale)
        scale *= SCALES[word]
        stop = ahead + 1


def _vague(line: Pieces, at: int) -> Number | None:
    """Read "dozens", "several hundred", "tens of thousands": a floor."""
    word = line.word(at)
    if word in VAGUE_MULTIPLIERS and line.word(at + 1) == "of" and line.word(at + 2) in VAGUE_COUNTS:
        value = VAGUE_MULTIPLIERS[word] * VAGUE_COUNTS[line.word(at + 2)]
        return Number(at, at + 3, value, bound=QuantityBound.AT_LEAST)
    if word in VAGUE_COUNTS:
        return Number(at, at + 1, VAGUE_COUNTS[word], bound=QuantityBound.AT_LEAST)
    if word == "several" and line.word(at + 1) in SCALES:
        return Number(at, at + 2, 2 * SCALES[line.word(at + 1)], bound=QuantityBound.AT_LEAST)
    if word == "scores" and line.word(at + 1) == "of":
        return Number(at, at + 1, 40.0, bound=QuantityBound.AT_LEAST)
    return None


def _a_dozen(line: Pieces, at: int) -> Number | None:
    """Read "a dozen", "a hundred", "a million", "a couple of", and "dozen" alone."""
    word, after = line.word(at), line.word(at + 1)
    if word == "dozen":
        return Number(at, at + 1, 12.0)
    if word in {"a", "an"}:
        if after == "dozen":
            return Number(at, at + 2, 12.0)
        if after == "couple" and line.word(at + 2) == "of":
            return Number(at, at + 3, 2.0, bound=QuantityBound.ABOUT)
        if after in SCALES and len(after) > 3:
            return _scaled(line, at, at + 1, 1.0)
        if after in DENOMINATORS and line.word(at + 2) == "of":
            return Number(at, at + 2, 1 / DENOMINATORS[after], share=True)
    return None


def _half(line: Pieces, at: int) -> Number | None:
    """Read "half a million", "half-million", "half of", "half the"."""
    if line.word(at) != "half" or line.word(at - 1) == "-":
        return None
    ahead = at + 1 + (line.word(at + 1) in {"a", "-"})
    if line.word(ahead) in SCALES:
        return _scaled(line, at, ahead, 0.5)
    if line.word(ahead) == "dozen":
        return Number(at, ahead + 1, 6.0)
    return Number(at, at + 1, 0.5, share=True) if line.word(at + 1) in {"of", "the", "its", "their"} else None


def _in_words(line: Pieces, at: int) -> Number | None:
    """Read a cardinal in words: "two hundred and five", "twenty-five thousand", "three quarters", "one in five"."""
    total, group, stop = 0.0, 0.0, at
    scale, seen = 1.0, False
    while stop < len(line):
        ahead = stop + (seen and line.word(stop) in {"-", "and"} and _continues(line, stop, group))
        word = line.word(ahead)
        if word in UNITS and (not seen or group % 100 in set(TENS.values()) or group % 100 == 0):
            if seen and UNITS[word] >= 10 and group % 100:
                break
            group += UNITS[word]
        elif word in TENS and (not seen or group % 100 == 0):
            group += TENS[word]
        elif word in SCALES and seen and len(word) > 3:
            if word == "hundred":
                if group >= 100:
                    break
                group *= 100
            else:
                scale = SCALES[word]
                total, group = total + group * scale, 0.0
        else:
            break
        seen, stop = True, ahead + 1
    if not seen:
        return None
    return _after_words(line, Number(at, stop, total + group, scale if not group else 1.0))


def _continues(line: Pieces, at: int, group: float) -> bool:
    """Tell whether a number goes on after the "-" or "and" at piece ``at``."""
    word = line.word(at + 1)
    if line.word(at) == "-":
        return word in UNITS or word in SCALES
    return (word in UNITS or word in TENS) and group >= 100 and group % 100 == 0


def _after_words(line: Pieces, number: Number) -> Number:
    """Read what may follow a cardinal in words: "-thirds", "and a half", "in five", "dozen"."""
    stop = number.stop
    ahead = stop + (line.word(stop) == "-")
    word = line.word(ahead)
    if word in DENOMINATORS and (word.endswith("s") or number.value == 1) and word != "seconds":
        return Number(number.start, ahead + 1, number.value / DENOMINATORS[word], share=True)
    if word == "dozen":
        return Number(number.start, ahead + 1, number.value * 12)
    if [line.word(stop + i) for i in range(3)] == ["and", "a", "half"]:
        return _scaled(line, number.start, stop + 3, number.value + 0.5)
    below = _out_of(line.word(stop + 1)) if word == "in" else 0
    if number.value < below <= 10:
        return Number(number.start, stop + 2, number.value / below, share=True)
    return number


def _out_of(word: str) -> int:
    """Return the small number that "in" stands before in a share, 0 if it is none."""
    return UNITS.get(word, int(word) if word in {"10", "5", "4", "3", "2"} else 0)


def _ordinal(line: Pieces, at: int) -> Number | None:
    """Read an ordinal in words: "fifth", "twenty-first"."""
    word = line.word(at)
    if word in TENS and line.word(at + 1) == "-" and ORDINALS.get(line.word(at + 2), 10) < 10:
        return Number(at, at + 3, TENS[word] + ORDINALS[line.word(at + 2)], ordinal=True)
    return Number(at, at + 1, ORDINALS[word], ordinal=True) if word in ORDINALS else None


_READERS = (_digits, _vague, _a_dozen, _half, _ordinal, _in_words)
_READERS_OF_WORDS = _READERS[1:]
