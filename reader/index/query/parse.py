"""Parses a query."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.index.query.tree import And, Everything, Node, Not, Phrase, Prefix, Word
from reader.index.terms import terms

_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')


class Parsed(NamedTuple):
    """A query as a tree, and in one line where and why a part of it was not understood ("" if all was)."""

    node: Node
    problem: str = ""


def parse(query: str, *, as_typed: bool = False) -> Parsed:
    """Parse a query; ``as_typed`` takes its last word as the beginning of a word."""
    parts: list[Node] = []
    for match in _PART.finditer(query):
        minus, phrase, word = match.groups()
        keys = [term.keys[0] for term in terms(phrase if word is None else word)]
        if not keys:
            continue
        node: Node = Word(keys[0]) if len(keys) == 1 else Phrase(tuple(keys))
        if word is not None and (word.endswith("*") or (as_typed and match.end() == len(query))):
            node = Prefix(keys[-1])
        parts.append(Not(node) if minus else node)
    return Parsed(And(tuple(parts)) if parts else Everything())
