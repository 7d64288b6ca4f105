"""Makes a tree of a query's tokens. Whatever is typed gives a tree; what was not understood is told in one line."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from reader.index.documents import Area
from reader.index.query import words
from reader.index.query.fields import AREAS, NotUnderstood, filtered
from reader.index.query.scan import Kind, Token, tokens
from reader.index.query.tree import And, Everything, Node, Not, Or

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

LONGEST = 2_000
"""Characters of a query that are read."""

_DEEPEST = 40
_USUAL_DISTANCE = 5
_WIDEST_DISTANCE = 50
_UNKNOWN_FIELD = re.compile(r"([A-Za-z]{2,}):[^/]")


class Parsed(NamedTuple):
    """A query as a tree, and in one line where and why a part of it was not understood ("" if all was)."""

    node: Node
    problem: str = ""


def parse(
    query: str, *, as_typed: bool = False, today: dt.date | None = None, known: Collection[str] = frozenset()
) -> Parsed:
    """Parse a query.

    ``as_typed`` takes its last word as the beginning of a word, and does not complain of what is not finished yet.
    ``today`` is what ``date:yesterday`` counts from; ``known`` are tags besides the usual that a filter may name.
    """
    read = query[:LONGEST]
    parser = _Parser(read, as_typed=as_typed, today=today or dt.date.min, known=known)
    node = parser.whole()
    if len(query) > LONGEST:
        parser.complain(LONGEST, "the query is too long, the rest is left out")
    return Parsed(node, parser.problem)


class _Parser:
    """Reads tokens from left to right: ``OR`` binds least, then standing side by side, then ``-``."""

    def __init__(self, query: str, *, as_typed: bool, today: dt.date, known: Collection[str]) -> None:
        self.problem = ""
        self._query = query
        self._tokens = tokens(query)
        self._next = 0
        self._as_typed = as_typed
        self._today = today
        self._known = known
        self._depth = 0
        # The words of values that no filter could be made of: looked for if nothing else is.
        self._refused: list[Node] = []

    def complain(self, place: int, why: str) -> None:
        """Keep the first problem: where, counted from 1, and why."""
        if not self.problem:
            self.problem = f"at {place + 1}: {why}"

    def whole(self) -> Node:
        """Return the tree of the whole query; brackets that close nothing are passed over."""
        parts = [self._either(Area.TEXT)]
        while self._peek() is not None:
            self.complain(self._take().start, "this bracket closes nothing")
            parts.append(self._either(Area.TEXT))
        asked = [part for part in parts if not isinstance(part, Everything)] or self._refused
        if asked or self._as_typed or not self._tokens:
            return _and(asked)
        self.complain(0, "there is no word in this to look for")
        return Or(())

    def _either(self, area: Area) -> Node:
        """Return alternatives with ``OR`` between them."""
        choices = [self._together(area)]
        while (token := self._peek()) is not None and token.kind is Kind.OR:
            self._take()
            choices.append(self._together(area))
            if any(isinstance(choice, Everything) for choice in choices[-2:]) and not self._is_unfinished(token):
                self.complain(token.start, "OR needs a word on each side")
        asked = [choice for choice in choices if not isinstance(choice, Everything)]
        return Or(tuple(asked)) if len(asked) > 1 else _and(asked)

    def _together(self, area: Area) -> Node:
        """Return what stands side by side: all of it is asked for."""
        parts: list[Node] = []
        while (token := self._peek()) is not None and token.kind not in {Kind.OR, Kind.CLOSE}:
            part = self._one(area)
            if part is not None:
                parts.append(part)
        return _and(words.with_figures(parts))

    def _one(self, area: Area) -> Node | None:
        """Return what the next tokens ask for, None if nothing."""
        token = self._take()
        match token.kind:
            case Kind.NOT:
                return self._negated(token, area)
            case Kind.OPEN:
                return self._bracketed(token, area)
            case Kind.FIELD:
                return self._field(token)
            case Kind.PHRASE:
                return self._phrase(token, area)
            case Kind.WORD:
                return self._word(token, area)
            case _:
                # AND is what standing side by side means anyway; nothing else gets here.
                return None

    def _negated(self, minus: Token, area: Area) -> Node | None:
        """Return what is not asked for; twice not is asked for."""
        odd = True
        while (token := self._peek()) is not None and token.kind is Kind.NOT:
            self._take()
            odd = not odd
        if token is None or token.kind in {Kind.OR, Kind.CLOSE}:
            if not self._is_unfinished(minus):
                self.complain(minus.start, f"{minus.text} needs a word behind it")
            return None
        part = self._one(area)
        return Not(part) if part is not None and odd else part

    def _bracketed(self, bracket: Token, area: Area) -> Node | None:
        """Return what stands in brackets."""
        if self._depth >= _DEEPEST:
            self.complain(bracket.start, "too many brackets inside one another, this one is left out")
            return None
        self._depth += 1
        node = self._either(area)
        self._depth -= 1
        if self._peek() is not None:
            self._take()
        elif not self._as_typed:
            self.complain(bracket.start, "this bracket is not closed")
        return None if isinstance(node, Everything) else node

    def _phrase(self, token: Token, area: Area) -> Node | None:
        """Return words in quotation marks, and perhaps ``~5``."""
        slop = self._peek()
        if slop is not None and slop.kind is Kind.SLOP:
            self._take()
            return words.near(token.text, min(int(slop.text or _USUAL_DISTANCE), _WIDEST_DISTANCE), area)
        if self._as_typed and not token.closed:
            return words.typed_phrase(token.text, area)
        return words.phrase(token.text, area)

    def _word(self, token: Token, area: Area) -> Node | None:
        """Return a word, a beginning with ``*``, or what is still being typed."""
        unknown = _UNKNOWN_FIELD.match(token.text)
        if unknown is not None:
            self.complain(token.start, f"there is no field {unknown.group(1)}; its words are searched for")
            return _all_words(token.text.replace(":", " "), area)
        inner = token.text.rstrip("*")
        if "*" in inner:
            self.complain(token.start, "a word can be left open at its end only, as in hosp*")
            return _all_words(token.text.replace("*", " "), area)
        if inner != token.text:
            return self._beginning(token, inner, area)
        if self._as_typed and token.end == len(self._query):
            return words.typed(token.text, area)
        return words.word(token.text, area)

    def _beginning(self, token: Token, inner: str, area: Area) -> Node | None:
        """Return the words that begin with ``inner``; too short a beginning is taken as a word."""
        node = words.beginning(inner, area)
        if node is None:
            self.complain(token.start, f"* needs at least {words.SHORTEST_BEGINNING} letters before it")
            return words.word(inner, area)
        return node

    def _field(self, field: Token) -> Node | None:
        """Return what a field asks for."""
        value = self._peek()
        if value is None or value.start != field.end or value.kind is Kind.CLOSE:
            if not self._is_unfinished(field):
                self.complain(field.start, f"{field.text}: needs a value right behind it")
            return None
        area = AREAS.get(field.text)
        if area is not None:
            return self._in_area(field, self._take(), area)
        if value.kind is Kind.OPEN:
            return self._any_of(field)
        return self._filter(field, self._take())

    def _any_of(self, field: Token) -> Node | None:
        """Return a filter with several values in brackets, any of which will do."""
        choices: list[Node] = []
        self._take()
        while (token := self._peek()) is not None:
            self._take()
            if token.kind is Kind.CLOSE:
                break
            if token.kind is not Kind.OR and (part := self._filter(field, token)) is not None:
                choices.append(part)
        return Or(tuple(choices)) if choices else None

    def _in_area(self, field: Token, value: Token, area: Area) -> Node | None:
        """Return what is asked for in one part of an article."""
        following = self._peek()
        is_near = field.text == "near" and not (following is not None and following.kind is Kind.SLOP)
        match value.kind:
            case Kind.PHRASE if is_near:
                return words.near(value.text, _USUAL_DISTANCE, area)
            case Kind.PHRASE:
                return self._phrase(value, area)
            case Kind.OPEN:
                return self._bracketed(value, area)
            case Kind.NOT:
                return self._negated(value, area)
            case _:
                return self._word(value, area)

    def _filter(self, field: Token, value: Token) -> Node | None:
        """Return a filter, None if its value is not understood."""
        try:
            return filtered(field.text, value.text, self._today, self._known)
        except NotUnderstood as error:
            if not (self._as_typed and value.end == len(self._query)):
                self.complain(value.start, str(error))
                refused = words.word(value.text, Area.TEXT)
                self._refused += [] if refused is None else [refused]
            return None

    def _is_unfinished(self, token: Token) -> bool:
        """Tell whether a query that is being typed ends with ``token``."""
        return self._as_typed and not self._query[token.end :].strip()

    def _peek(self) -> Token | None:
        """Return the next token without taking it."""
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self) -> Token:
        """Take the next token."""
        token = self._tokens[self._next]
        self._next += 1
        return token


def _all_words(text: str, area: Area) -> Node | None:
    """Return what asks for each word of ``text``, None if there is none."""
    parts = [part for piece in text.split() if (part := words.word(piece, area)) is not None]
    return _and(parts) if parts else None


def _and(parts: Sequence[Node]) -> Node:
    """Return what asks for all parts: for everything if there are none."""
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(tuple(parts))
