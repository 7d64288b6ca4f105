"""Words, phrases and beginnings as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.index.query.tree import And, Figure, Near, Node, Or, Phrase, Prefix, Word
from reader.index.terms import scaled, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.index.documents import Area
    from reader.index.terms import Term

SHORTEST_BEGINNING = 2
"""Letters that a beginning must have; fewer fit a large part of all words."""

_FIRST_CJK = "\u3005"


def word(text: str, area: Area) -> Node | None:
    """Return the node of a word as it was typed, None if there is nothing in it to look for.

    A word of several parts (``well-known``) is a phrase, a figure with its scale (``4-billion``) a figure.
    """
    found = terms(text)
    if not found:
        return None
    if len(found) == 1:
        return Word(_key(found[0]), area)
    if len(found) == 2:  # noqa: PLR2004 - a figure and its scale
        figure = _figure(found[0].keys[0], found[1].keys[0], area)
        if figure is not None:
            return figure
    return Phrase(phrase_keys(found), area)


def phrase(text: str, area: Area) -> Node | None:
    """Return the node of words in quotation marks: exactly these, in this order."""
    keys = phrase_keys(terms(text))
    return Phrase(keys, area) if keys else None


def near(text: str, distance: int, area: Area) -> Node | None:
    """Return the node of words near each other; a single one is just a word."""
    keys = tuple(dict.fromkeys(term.keys[0] for term in terms(text)))
    if not keys:
        return None
    return Word(keys[0], area) if len(keys) == 1 else Near(keys, distance, area)


def beginning(text: str, area: Area) -> Node | None:
    """Return the node of ``text*``: words before the last as they are, and words that begin like the last.

    None if there are too few letters.
    """
    found = terms(text)
    if not found or not _is_long_enough(found[-1].keys[0]):
        return None
    before = [Word(_key(term), area) for term in found[:-1]]
    last = Prefix(found[-1].keys[0], area)
    return And((*before, last)) if before else last


def typed(text: str, area: Area) -> Node | None:
    """Return the node of a word that is still being typed: its forms, or words that begin like it."""
    whole, begun = word(text, area), beginning(text, area)
    if whole is None or begun is None:
        return whole
    return Or((whole, begun))


def typed_phrase(text: str, area: Area) -> Node | None:
    """Return the node of a phrase that is still being typed: the last word may be a beginning, anywhere."""
    found = terms(text)
    if not found or found[-1].end != len(text) or not _is_long_enough(found[-1].keys[0]):
        return phrase(text, area)
    last = Prefix(found[-1].keys[0], area)
    keys = phrase_keys(found[:-1])
    return And((Phrase(keys, area), last)) if keys else last


def with_figures(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes with each figure that its scale follows (``4 billion``) made one node."""
    joined: list[Node] = []
    for node in nodes:
        before = joined[-1] if joined else None
        if isinstance(node, Word) and isinstance(before, Word) and before.area is node.area:
            figure = _figure(before.key, node.key, node.area)
            if figure is not None:
                joined[-1] = figure
                continue
        joined.append(node)
    return joined


def phrase_keys(found: Sequence[Term]) -> tuple[str, ...]:
    """Return the key of each position of a phrase, "" where the key before it covers this one too.

    A term may have a key that it makes together with the next: two CJK characters, two very common words.
    """
    keys: list[str] = []
    covered = False
    for index, term in enumerate(found):
        pair = term.keys[-1]
        is_pair = index + 1 < len(found) and (term.keys[0] >= _FIRST_CJK or " " in pair) and len(term.keys) > 1
        keys.append(pair if is_pair else "" if covered else term.keys[0])
        covered = is_pair
    return tuple(keys)


def _key(term: Term) -> str:
    """Return the key of one term: of a figure with a scale (``4bn``) its value."""
    return term.keys[-1] if term.keys[0][0].isdigit() else term.keys[0]


def _figure(digits: str, scale: str, area: Area) -> Figure | None:
    """Return the figure that digits and a scale make, None if they make none."""
    value = scaled(digits, scale)
    return Figure((Word(digits, area), Word(scale, area)), value, area) if value else None


def _is_long_enough(key: str) -> bool:
    """Tell whether a beginning narrows the words down: two letters, or one of a script with many signs."""
    return len(key) >= SHORTEST_BEGINNING or key >= _FIRST_CJK
