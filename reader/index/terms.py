"""What of a text can be searched for: its words as folded keys, one list entry a position.

A key is a word without case, accents and possessive ending. Names that ordinary tokenisers lose are kept (``C++``,
``AT&T``, ``U.S.``), Chinese, Japanese and Korean are cut into single characters and pairs, and a figure also gets the
key of its value, so that ``4 billion`` and ``4,000,000,000`` meet. Of two very common words side by side (``of the``)
the first also gets the pair as a key: looking for it takes one posting list, not a walk through two that hold nearly
every article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from reader.stemming import stem

GAP = 100
"""How many positions lie between a title and a text, or two quotations: no phrase reaches over it."""

_LONGEST_KEY = 80
_AT_ONCE = 4_096  # terms whose matches are held together: of a text of megabytes all would take hundreds of megabytes
_CJK = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u1031-\u103e"
)
_PIECE = rf"(?:[^\W{_CJK}]|[{_MARKS}])+"
_TERM = re.compile(
    rf"""
      (?P<plain>[A-Za-z][a-z]*+(?=[\s,;:!?)"”]|\.[\s"”]|\Z))          # most words, four times as fast as <word>
    | (?P<dotted>(?<!\w)(?:[A-Za-z]\.){{2,}})                        # U.S.
    | (?P<figure>\d+(?:[.,]\d+)*[A-Za-z]*(?![^\W{_CJK}]))            # 4,000.5  4bn  2nd
    | (?P<cjk>[{_CJK}]+)
    | (?P<word>{_PIECE}(?:['’&]{_PIECE})*(?:\+\+|\#(?!\w))?)         # Netanyahu’s, AT&T, C++
    | (?P<sign>[\u2600-\u27bf\U0001f000-\U0001faff])                 # emoji
    """,
    re.VERBOSE,
)
_FIRST_CJK = "\u3005"
_ANY_CJK = re.compile(f"[{_CJK}]")
_STRIPPED_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670]+")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_FIGURE = re.compile(r"(\d+(?:[.,]\d+)*)([a-z]*)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SCALES = {
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "millions": 6, "mln": 6, "mn": 6, "m": 6,
    "billion": 9, "billions": 9, "bln": 9, "bn": 9, "b": 9, "trillion": 12, "trillions": 12, "trn": 12, "tn": 12,
}  # fmt: skip
_SPELLED_SCALES = frozenset(word for word in _SCALES if len(word) > 1)
_SMALL_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_COMMON = frozenset(
    "the of to and a in that is was for on it with as said by he at from his be has an are have not but they which "
    "will who we been this had were would".split()
)
_JOINED = _COMMON | _SPELLED_SCALES
_LONGEST_ACRONYM = 4


class Term(NamedTuple):
    """One position of a text: the keys it can be found by (the word's own first), and ``[start, end)`` in the text."""

    keys: tuple[str, ...]
    start: int
    end: int


class Scanned(NamedTuple):
    """The positions of a text as columns: keys, and where each begins and ends."""

    keys: list[tuple[str, ...]]
    starts: list[int]
    ends: list[int]


def scan(text: str) -> Scanned:
    """Return the positions of ``text`` as columns, which is faster than one object a position. Linear in the length."""
    scanned = Scanned([], [], [])
    matches = _TERM.finditer(text)
    if text.isascii() or _ANY_CJK.search(text) is None:
        # A column at a time: half the time of a row at a time, and nearly every text is read here.
        keys, starts, ends = scanned
        while found := list(islice(matches, _AT_ONCE)):
            keys += [_keys(match[0]) for match in found]
            starts += [match.start() for match in found]
            ends += [match.end() for match in found]
    else:
        for match in matches:
            _add(scanned, match)
    _join_neighbours(scanned.keys)
    return scanned


def term_at(text: str, place: int) -> Term:
    """Return the term that begins at ``place`` with a letter, without the keys that depend on the next one."""
    match = _TERM.match(text, place)
    token = text[place : place + 1] if match is None else match.group()
    return Term(_keys(token), place, place + len(token))


def term_after(text: str, place: int) -> Term | None:
    """Return the first term from ``place`` on, as ``term_at`` does; None if there is none."""
    match = _TERM.search(text, place)
    return None if match is None else Term(_keys(match.group()), match.start(), match.end())


def terms(text: str) -> list[Term]:
    """Return the terms of ``text`` in order; a term's index is its position."""
    return [Term(*row) for row in zip(*scan(text), strict=True)]


def fold(word: str) -> str:
    """Return ``word`` without case, accents and compatibility forms, at most 80 characters of it."""
    low = word[:_LONGEST_KEY].casefold()
    if low.isascii():
        return low
    decomposed = unicodedata.normalize("NFKD", low).casefold()
    bare = _STRIPPED_MARKS.sub("", decomposed).translate(_UNDECOMPOSED).replace("’", "'")
    # Accents that stand on nothing are a word of their own: no key is empty.
    return unicodedata.normalize("NFC", bare or decomposed)


def without_next(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of a position that do not depend on the next one: for where a stretch of a text ends."""
    return keys[:-1] if len(keys) > 1 and (keys[0] >= _FIRST_CJK or " " in keys[-1]) else keys


def has_stem(key: str) -> bool:
    """Tell whether a key is a word with English forms; figures and words in other letters stand for themselves."""
    return key.isascii() and key.isalpha()


@lru_cache(maxsize=65_536)
def stem_of(key: str) -> str:
    """Return the English stem of a key that has one, else the key."""
    return stem(key) if has_stem(key) else key


def _add(scanned: Scanned, match: re.Match[str]) -> None:
    """Add the position, or positions, of one term."""
    if match.lastgroup == "cjk":
        _add_characters(scanned, match[0], match.start())
        return
    scanned.keys.append(_keys(match[0]))
    scanned.starts.append(match.start())
    scanned.ends.append(match.end())


def _join_neighbours(keys: list[tuple[str, ...]]) -> None:
    """Give the first of two common words the pair as a key, and a figure before a scale the value that both make."""
    words = [found[0] for found in keys]
    before = -1
    for place in [place for place, word in enumerate(words) if word in _JOINED]:
        word = words[place]
        if word in _SPELLED_SCALES:
            if place and (value := scaled(words[place - 1], word)):
                keys[place - 1] = (*keys[place - 1], value)
            continue
        if before == place - 1 and place:
            keys[before] = (*keys[before], f"{words[before]} {word}")
        before = place


def _add_characters(scanned: Scanned, run: str, start: int) -> None:
    """Add a position for each character of a CJK run, each also found by the pair it begins."""
    folded = [unicodedata.normalize("NFKC", character) for character in run]
    following = [*folded[1:], ""]
    scanned.keys.extend((one, one + two) if two else (one,) for one, two in zip(folded, following, strict=True))
    scanned.starts.extend(range(start, start + len(run)))
    scanned.ends.extend(range(start + 1, start + len(run) + 1))


@lru_cache(maxsize=65_536)
def _keys(token: str) -> tuple[str, ...]:
    """Return the keys of a token that is not CJK."""
    key = fold(token)
    if key[0].isdigit():
        return _figure_keys(key)
    if key.endswith("."):
        return (key, key.replace(".", ""))
    bare = key.removesuffix("'s") or key
    if "'" in bare:
        return (bare, bare.replace("'", ""))
    if token.isupper() and token.isascii() and token.isalpha() and 1 < len(token) <= _LONGEST_ACRONYM:
        return (bare, "".join(f"{letter}." for letter in bare))
    return (bare,)


def _figure_keys(key: str) -> tuple[str, ...]:
    """Return the keys of a figure: its digits without separators, and its value when a scale is glued to it."""
    match = _FIGURE.match(key)
    if match is None:
        return (key,)
    digits, suffix = match.groups()
    plain = digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits
    if not suffix:
        return (plain,)
    value = scaled(plain, suffix)
    return (plain + suffix, value) if value else (plain + suffix,)


def scaled(digits: str, scale: str) -> str:
    """Return the key of a value written as digits and a scale (``"2.5", "million"`` gives ``"2500000"``), or ""."""
    power = _SCALES.get(scale)
    plain = _SMALL_NUMBERS.get(digits, digits)
    whole, _, fraction = plain.partition(".")
    if power is None or not (whole + fraction).isdecimal() or not whole.isascii() or len(fraction) > power:
        return ""
    return (whole + fraction + "0" * (power - len(fraction))).lstrip("0") or "0"
