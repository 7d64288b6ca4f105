"""The word tables of comparing, read once: synonyms, opposites, light words, phrases, countries by their first word."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.claims.compare.opposites import DEEDS, OPPOSITES, OUTCOMES
from reader.claims.compare.phrases import LIGHT, PHRASES
from reader.claims.compare.synonyms import SYNONYMS
from reader.claims.compare.variants import key_of
from reader.text.countries import NAMES, SEATS

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def groups() -> Mapping[str, frozenset[int]]:
    """Read the synonym table: each stem with the numbers of its lines."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(SYNONYMS.strip().splitlines()):
        for word in line.split():
            groups.setdefault(key_of(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Read the table of opposites: each stem with the stems that say the opposite."""
    against: dict[str, set[str]] = {}
    for line in OPPOSITES.strip().splitlines():
        left, right = ({key_of(word) for word in side.split()} for side in line.split("|"))
        for one, other in ((left, right), (right, left)):
            for word in one:
                against.setdefault(word, set()).update(other - one)
    return {word: frozenset(others) for word, others in against.items()}


@cache
def outcomes() -> Mapping[str, frozenset[int]]:
    """Read the table of what happens to people that are counted: each stem with the numbers of its lines."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(OUTCOMES.strip().splitlines()):
        for word in line.split():
            found.setdefault(key_of(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def deeds() -> frozenset[str]:
    """Read the deeds that could as well be done by whom they are done to."""
    return frozenset(key_of(f"{word}{ending}") for word in DEEDS.split() for ending in ("", "d", "ed"))


@cache
def light() -> frozenset[str]:
    """Read the light words."""
    return frozenset(key_of(word) for word in LIGHT.split())


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Read the phrases by their first stem, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in PHRASES.strip().splitlines():
        phrase, _, word = line.partition(" = ")
        stems = tuple(key_of(part) for part in phrase.split())
        by_first.setdefault(stems[0], []).append((stems, word))
    return {first: tuple(sorted(rest, key=lambda item: -len(item[0]))) for first, rest in by_first.items()}


@cache
def countries() -> Mapping[str, tuple[str, ...]]:
    """Return the names of countries by their first word, the longest first."""
    by_first: dict[str, list[str]] = {}
    for name in [*NAMES, *SEATS]:
        by_first.setdefault(_first_word(name), []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in by_first.items()}


def _first_word(name: str) -> str:
    """Return the first word of a name as the tokens have it."""
    first = name.split(maxsplit=1)[0]
    return first if first.count(".") > 1 else first.split("'")[0].split("’")[0].rstrip(".")
