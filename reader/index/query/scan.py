"""Cuts a query into tokens by an ordered list of named rules; the first that fits at a place wins."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FIELDS = frozenset(
    "text title quote quotation speaker cue outlet date lang language story tag is status verdict has near".split()
)
"""The names that may stand before a colon."""

_CLOSING = {'"': '"”“„', "“": '”“"', "„": '“”"', "«": "»"}
_MINUS = "-−"
_KEYWORD = re.compile(r"(OR|AND|NOT)(?=[\s()\"]|\Z)")
_FIELD = re.compile(r"([A-Za-z]+):")
_SLOP = re.compile(r"~(\d{0,6})")
_WORD = re.compile(r"[^\s()\"“„«»]+|[»]")


class Kind(StrEnum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    OR = "OR"
    AND = "AND"
    NOT = "NOT"
    FIELD = "field"
    PHRASE = "phrase"
    SLOP = "~"
    WORD = "word"


class Token(NamedTuple):
    """A token: its text without marks, where it stands, and whether its closing mark was typed."""

    kind: Kind
    text: str
    start: int
    end: int
    closed: bool = True


def tokens(query: str) -> list[Token]:
    """Return the tokens of ``query`` in order. Every character but white space is in one."""
    found: list[Token] = []
    place = 0
    while place < len(query):
        if query[place].isspace():
            place += 1
            continue
        token = _first(query, place, found)
        found.append(token)
        place = token.end
    return found


def _first(query: str, place: int, before: Sequence[Token]) -> Token:
    """Return the token of the first rule that fits; the last one always does."""
    fitting = (token for _, rule in RULES if (token := rule(query, place, before)) is not None)
    return next(fitting)


def _bracket(query: str, place: int, _: Sequence[Token]) -> Token | None:
    """Take ``(`` or ``)``."""
    if query[place] in "()":
        return Token(Kind(query[place]), query[place], place, place + 1)
    return None


def _minus(query: str, place: int, _: Sequence[Token]) -> Token | None:
    """Take a minus right before what it negates."""
    if query[place] in _MINUS and place + 1 < len(query) and not query[place + 1].isspace():
        return Token(Kind.NOT, query[place], place, place + 1)
    return None


def _phrase(query: str, place: int, _: Sequence[Token]) -> Token | None:
    """Take words in quotation marks; a missing closing mark stands at the end."""
    closing = _CLOSING.get(query[place])
    if closing is None:
        return None
    end = next((at for at in range(place + 1, len(query)) if query[at] in closing), -1)
    if end < 0:
        return Token(Kind.PHRASE, query[place + 1 :], place, len(query), closed=False)
    return Token(Kind.PHRASE, query[place + 1 : end], place, end + 1)


def _slop(query: str, place: int, before: Sequence[Token]) -> Token | None:
    """Take ``~5`` right behind a phrase."""
    match = _SLOP.match(query, place)
    if match is None or not before or before[-1].kind is not Kind.PHRASE or before[-1].end != place:
        return None
    return Token(Kind.SLOP, match.group(1), place, match.end())


def _keyword(query: str, place: int, _: Sequence[Token]) -> Token | None:
    """Take ``OR``, ``AND`` or ``NOT`` in capitals."""
    match = _KEYWORD.match(query, place)
    return None if match is None else Token(Kind(match.group(1)), match.group(1), place, match.end())


def _field(query: str, place: int, _: Sequence[Token]) -> Token | None:
    """Take the name of a field and its colon."""
    match = _FIELD.match(query, place)
    if match is None or match.group(1).casefold() not in FIELDS:
        return None
    return Token(Kind.FIELD, match.group(1).casefold(), place, match.end())


def _word(query: str, place: int, _: Sequence[Token]) -> Token:
    """Take all up to white space, a bracket or a quotation mark."""
    match = _WORD.match(query, place)
    end = place + 1 if match is None else match.end()
    return Token(Kind.WORD, query[place:end], place, end)


RULES: tuple[tuple[str, Callable[[str, int, Sequence[Token]], Token | None]], ...] = (
    ("bracket", _bracket),
    ("minus", _minus),
    ("phrase", _phrase),
    ("slop", _slop),
    ("keyword", _keyword),
    ("field", _field),
    ("word", _word),
)
