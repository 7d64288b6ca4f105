"""The content words of an assertion as terms: what they are compared by, and how much each tells."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.opposites import OPPOSITES
from reader.claims.compare.synonyms import SYNONYMS
from reader.claims.words import FUNCTION_WORDS
from reader.model import Span
from reader.text.background import weight
from reader.text.countries import NAMES, SEATS
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.text.tokens import Token

_COUNTRY_WEIGHT = 6.0
_LEAST_WEIGHT = 1.0


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
    for word in words:
        while hole is not None and hole.end <= word.start:
            hole = next(holes, None)
        if word.start < skip or (hole is not None and hole.start <= word.start):
            continue
        name = _country_at(text, word)
        if name:
            skip = word.start + len(name)
            seat = name if name in SEATS else ""
            key = f"@{NAMES.get(name) or SEATS[name]}"
            found.append(Term(key, _COUNTRY_WEIGHT, Span(word.start, skip), seat=seat, capital=True))
            continue
        found.extend(_word_terms(word))
    return tuple(found)


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
        Term(key, heavy, Span(word.start + at, word.start + end), groups=groups, capital=capital)
        for at, end, key, heavy, groups, capital in _parts(word.text)
    ]


@lru_cache(maxsize=65_536)
def _parts(word: str) -> tuple[tuple[int, int, str, float, frozenset[int], bool], ...]:
    """Return the hyphenated parts of a word without function words: place, key, weight, groups, whether capitalised."""
    found: list[tuple[int, int, str, float, frozenset[int], bool]] = []
    at = 0
    for part in word.replace("‐", "-").replace("‑", "-").split("-"):
        low = part.lower().replace("’", "'").removesuffix("'s")
        if part[:1].isalpha() and low not in FUNCTION_WORDS and "n't" not in low:
            key = stem(part)
            groups = _groups().get(key, frozenset())
            found.append((at, at + len(part), key, max(_LEAST_WEIGHT, weight(key)), groups, part[:1].isupper()))
        at += len(part) + 1
    return tuple(found)
