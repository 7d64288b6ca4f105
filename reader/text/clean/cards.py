"""Hover cards: a person's full name and headlines about them, pasted after the name and closed by ``MORE``.

They come glued ("President SmithJohn SmithHeadline one Headline two MORE said") and spaced ("President Smith John
Paul SmithHeadline … MORE said"). The name that the reader saw stays. What gives a card away is the full name's last
word with a headline glued to it, after the same word stood before the card.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import RemovedKind

if TYPE_CHECKING:
    from reader.text.clean.draft import Draft, Line

_CLOSE = "MORE"
_LONGEST_CARD = 800
_LONGEST_NAME = 70
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?<!\bMc)(?<!\bMac)(?<!\b[DL][aeiou])(?=[A-Z0-9'\"‘“#])|(?<=[a-z][.)])(?=[A-Z])")
_NAME_WORD = r"(?:[A-Z(\"“][\w.'’\-)\"”]*|de|la|del|van|von|der|bin|al|el|da|di|le|du)"
_NAME_WORDS = re.compile(rf"\s*(?:{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,6}})?\s*")
_NAME_TWICE = re.compile(r"\b([A-Z][\w'’\-]+) (?:[A-Z(][\w.'’\-)]* ){1,4}\1 ")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr)\.|\s+(?:II|III|IV)\b")


def hover_cards(draft: Draft) -> None:
    """Cut hover cards out of the lines that hold one."""
    for _, line in draft.remaining():
        if _CLOSE in line.words:
            _cards_in(draft, line)


def _cards_in(draft: Draft, line: Line) -> None:
    words = line.words
    after_last_card = 0
    found = words.find(_CLOSE)
    while found >= 0:
        end = found + len(_CLOSE)
        if _closes_card(words, found, end):
            start = _card_start(words, max(after_last_card, found - _LONGEST_CARD), found)
            if start is not None:
                draft.cut(line.start + start, line.start + end, RemovedKind.HOVER_CARD)
        after_last_card = end
        found = words.find(_CLOSE, end)


def _closes_card(words: str, start: int, end: int) -> bool:
    """Tell whether ``MORE`` can be a card's last word: not a part of a longer word, nor of a line in capitals."""
    if start == 0 or words[end : end + 1].isalpha():
        return False
    before, after = words[max(0, start - 3) : start - 1], words[end + 1 : end + 3]
    return not (before.isupper() and after.isupper() and after.isalpha())


def _card_start(words: str, floor: int, close: int) -> int | None:
    """Return where the card that ends before ``close`` begins; None if there is no card."""
    glued = [found.start() for found in _GLUED.finditer(words, floor, close + 1)]
    for order, place in enumerate(glued):
        name = words[max(0, place - _LONGEST_NAME) : place].rsplit(maxsplit=1)[-1]
        if _glued_again(words, name, place, glued[order + 1 :]):
            return place
        start = _after_same_name(words, name, floor, place - len(name))
        if start is not None:
            return start
    if close in glued:
        return close
    return _after_name_twice(words, floor, close)


def _after_name_twice(words: str, floor: int, close: int) -> int | None:
    """Return where a full name begins that no headline is glued to: its last word stood before it."""
    found = _NAME_TWICE.search(words, floor, close)
    if found is None:
        return None
    # First names come twice before last names do: "Ada Lund Ada Maria Lund".
    while later := _NAME_TWICE.match(words, found.end(1) + 1, close):
        found = later
    return found.end(1) + 1


def _glued_again(words: str, name: str, place: int, later: list[int]) -> bool:
    """Tell whether the full name that begins at ``place`` ends, glued again, in the same last name."""
    for other in later:
        if other - place > _LONGEST_NAME:
            return False
        if words.endswith(name, place, other) and _NAME_WORDS.fullmatch(words, place, other):
            return True
    return False


def _after_same_name(words: str, name: str, floor: int, until: int) -> int | None:
    """Return where the full name begins that ends in ``name`` at ``until``, if ``name`` stood just before it."""
    seen = words.rfind(name, max(floor, until - _LONGEST_NAME), until)
    if seen < 0 or (seen > 0 and words[seen - 1].isalnum()):
        return None
    start = seen + len(name)
    suffix = _SUFFIX.match(words, start, until)
    if suffix:
        start = suffix.end()
    if words[start : start + 1].isalnum() or not _NAME_WORDS.fullmatch(words, start, until):
        return None
    while start < until and words[start] == " ":
        start += 1
    return start
