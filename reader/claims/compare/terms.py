"""The content words of an assertion as terms: what they are compared by, and how much each tells."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.opposites import OPPOSITES
from reader.claims.compare.phrases import LIGHT, PHRASES
from reader.claims.compare.synonyms import SYNONYMS
from reader.claims.words import FUNCTION_WORDS
from reader.model import Span
from reader.text.background import weight
from reader.text.countries import BODIES, NAMES, SEATS
from reader.text.names_scan import FIRST_NAMES
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.text.tokens import Token

_COUNTRY_WEIGHT = 6.0
_LEAST_WEIGHT = 1.0
_LONGEST_TAG = 4
_TAG_MARKS = frozenset({":", "-", "–", "—"})
_RARE = 6.5
_SHORTEST_SHAPED = 5
_FEWEST_CONSONANTS = 3
_VOWELS = frozenset("aeiouyhw'")
_SPELLINGS = str.maketrans({"z": "s", "k": "c", "q": "c", "v": "b"})


class Term(NamedTuple):
    """A content word, or the name of a country, at ``span``.

    ``key`` is what makes two terms the same: the stem, or ``@`` and the country; ``seat`` is the capital that stands
    for a country; ``groups`` are the lines of the synonym table that hold it; ``capital`` tells that it is capitalised.
    """

    key: str
    weight: float
    span: Span
    groups: frozenset[int] = frozenset()
    seat: str = ""
    capital: bool = False
    shape: str = ""
    aside: bool = False
    first: bool = False

    @property
    def is_place(self) -> bool:
        """Tell whether the term is a country."""
        return self.key.startswith("@") and self.key[1:] not in BODIES


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    """Read the synonym table: each stem with the numbers of its lines."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(SYNONYMS.strip().splitlines()):
        for word in line.split():
            groups.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Read the table of opposites: each stem with the stems that say the opposite."""
    against: dict[str, set[str]] = {}
    for line in OPPOSITES.strip().splitlines():
        left, right = ({stem(word) for word in side.split()} for side in line.split("|"))
        for one, other in ((left, right), (right, left)):
            for word in one:
                against.setdefault(word, set()).update(other - one)
    return {word: frozenset(others) for word, others in against.items()}


@cache
def _light() -> frozenset[str]:
    """Read the light words."""
    return frozenset(stem(word) for word in LIGHT.split())


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Read the phrases by their first stem, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in PHRASES.strip().splitlines():
        phrase, _, word = line.partition(" = ")
        stems = tuple(stem(part) for part in phrase.split())
        by_first.setdefault(stems[0], []).append((stems, word))
    return {first: tuple(sorted(rest, key=lambda item: -len(item[0]))) for first, rest in by_first.items()}


def _phrase_at(words: Sequence[Token], place: int) -> tuple[Term, int] | None:
    """Return the term of the phrase that begins at a token, and the token after it."""
    for stems, word in _phrases().get(stem(words[place].text), ()):
        stop = place + len(stems)
        if stop <= len(words) and all(stem(words[place + i].text) == stems[i] for i in range(1, len(stems))):
            span = Span(words[place].start, words[stop - 1].end)
            return _parts(word)[0]._replace(span=span), stop
    return None


@cache
def _countries() -> Mapping[str, tuple[str, ...]]:
    """Return the names of countries by their first word, the longest first."""
    by_first: dict[str, list[str]] = {}
    for name in [*NAMES, *SEATS]:
        by_first.setdefault(_first_word(name), []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in by_first.items()}


def _first_word(name: str) -> str:
    """Return the first word of a name as the tokens have it."""
    first = name.split(maxsplit=1)[0]
    return first if first.count(".") > 1 else first.split("'")[0].split("’")[0].rstrip(".")


def terms(text: str, words: Sequence[Token], taken: Sequence[Span] = ()) -> tuple[Term, ...]:
    """Return the terms of a token list of ``text`` in order; words inside the spans ``taken`` are left out."""
    found: list[Term] = []
    skip = 0
    holes = iter(sorted(taken))
    hole = next(holes, None)
    begin, end = _body(words)
    for place, word in enumerate(words):
        while hole is not None and hole.end <= word.start:
            hole = next(holes, None)
        if word.start < skip or (hole is not None and hole.start <= word.start):
            continue
        aside = not begin <= place < end
        name = _country_at(text, word)
        if name:
            skip = word.start + len(name)
            seat = name if name in SEATS else ""
            key = f"@{NAMES.get(name) or SEATS[name]}"
            found.append(Term(key, _COUNTRY_WEIGHT, Span(word.start, skip), seat=seat, capital=True, aside=aside))
            continue
        phrase = _phrase_at(words, place)
        if phrase is not None:
            skip = words[phrase[1] - 1].end
        own = _word_terms(word) if phrase is None else [phrase[0]]
        found.extend(term._replace(aside=True) if aside else term for term in own)
    return tuple(found)


def _body(words: Sequence[Token]) -> tuple[int, int]:
    """Return where the assertion begins and ends inside tags such as "Lawyers: …" and "… : USGS", "… -- police"."""
    begin, end = 0, len(words)
    for place in range(1, min(_LONGEST_TAG + 1, len(words))):
        if words[place].text == ":" and len(words) - place > _LONGEST_TAG:
            begin = place + 1
    for place in range(len(words) - 2, max(begin + _LONGEST_TAG, len(words) - 2 - _LONGEST_TAG), -1):
        if words[place].text in _TAG_MARKS and words[place - 1].end < words[place].end - (words[place].text != ":"):
            end = place
    return begin, end


def _country_at(text: str, word: Token) -> str:
    """Return the name of a country that begins at ``word``, "" if none does."""
    if not word.text[:1].isupper():
        return ""
    first = word.text.split("'")[0].split("’")[0]
    for name in _countries().get(first, ()):
        end = word.start + len(name)
        if text.startswith(name, word.start) and not text[end : end + 1].isalnum():
            return name
    return ""


def _word_terms(word: Token) -> list[Term]:
    """Return the terms of one token."""
    return [
        term._replace(span=Span(word.start + term.span.start, word.start + term.span.end)) for term in _parts(word.text)
    ]


@lru_cache(maxsize=65_536)
def _parts(word: str) -> tuple[Term, ...]:
    """Return the terms of a word's hyphenated parts, without function words; spans are in the word."""
    found: list[Term] = []
    at = 0
    for part in word.replace("‐", "-").replace("‑", "-").split("-"):
        low = part.lower().replace("’", "'").removesuffix("'s")
        if part[:1].isalpha() and low not in FUNCTION_WORDS and "n't" not in low:
            key = stem(part)
            heavy = _LEAST_WEIGHT if key in _light() else max(_LEAST_WEIGHT, weight(key))
            found.append(
                Term(
                    key,
                    heavy,
                    Span(at, at + len(part)),
                    groups=_groups().get(key, frozenset()),
                    capital=part[:1].isupper(),
                    shape=_shape(key) if heavy >= _RARE else "",
                    first=low.capitalize() in FIRST_NAMES,
                )
            )
        at += len(part) + 1
    return tuple(found)


def _shape(key: str) -> str:
    """Return the first letter and the consonants of a stem, letters that spellings interchange made one; "" if few."""
    if len(key) < _SHORTEST_SHAPED:
        return ""
    consonants = key[0] + "".join(letter for letter in key[1:].translate(_SPELLINGS) if letter not in _VOWELS)
    single = "".join(letter for place, letter in enumerate(consonants) if consonants[place - 1 : place] != letter)
    return single if len(single) >= _FEWEST_CONSONANTS else ""
