"""Links to other stories in CAPITALS between the paragraphs.

Capitals are also body: a tweet, a subhead, a chyron that the text quotes. So a line of capitals goes only if it
reads as a headline (several words, no full stop, no exclamation, not wholly in quotation marks) and nothing announces
it. A page that promotes at all (two such headlines, or the outlet's app) may promote in few words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import RemovedKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.clean.draft import Draft, Line

_LONGEST = 220
_LETTERS = re.compile(r"[^\W\d_]")
_LOWER_ALLOWED = 0.08
_FEWEST_LETTERS = 12
_SURE_WORDS = 5
_SURE_LENGTH = 32
_SURE_QUESTION_WORDS = 7
_LIKELY_WORDS = 4
_QUOTED_SURE_WORDS = 8
_PEOPLES = "#@!"
"""Marks of what people write, not of headlines."""

_OPENING = "\"“‘'«"
_CLOSING = "\"”’'»"


def shouted_promotion(draft: Draft) -> None:
    """Take out headlines in capitals."""
    remaining = list(draft.remaining())
    shouted = [
        (number, line)
        for place, (number, line) in enumerate(remaining)
        if _is_shouted_headline(line) and not _is_announced(remaining, place)
    ]
    sure = [(number, line) for number, line in shouted if _is_surely_promotion(line)]
    promotes = len(sure) > 1 or (bool(shouted) and _app_is_promoted(draft))
    for number, _ in shouted if promotes else sure:
        draft.remove(number, RemovedKind.PROMOTION)


def is_shouted(words: str) -> bool:
    """Tell whether a line is in capitals, but for a letter or two (McCONNELL)."""
    letters = "".join(_LETTERS.findall(words))
    lower = sum(letter.islower() for letter in letters)
    return (
        len(letters) >= _FEWEST_LETTERS
        and lower <= len(letters) * _LOWER_ALLOWED
        and letters.upper() != letters.lower()
    )


def _is_shouted_headline(line: Line) -> bool:
    words = line.words
    if len(words) > _LONGEST or words[0].islower() or words.endswith((".", "!", ":", "…", "!”", ".”", '!"', '."')):
        return False
    if (words[0].isdigit() and words[1:3] in {". ", ") "}) or words[0] in "*•":
        return False
    if any(mark in words for mark in _PEOPLES):
        return False
    if words[0] in _OPENING and words[-1] in _CLOSING and not any(mark in _CLOSING for mark in words[1:-1]):
        return False
    return len(words.split()) >= _LIKELY_WORDS and is_shouted(words)


def _is_announced(remaining: Sequence[tuple[int, Line]], place: int) -> bool:
    """Tell whether the line above quotes this one, or the line below names who wrote it."""
    above = remaining[place - 1][1].words if place else ""
    below = remaining[place + 1][1].words if place + 1 < len(remaining) else ""
    return above.endswith((":", "…", "...")) or below.startswith(("—", "–", "pic.twitter.com"))


def _is_surely_promotion(line: Line) -> bool:
    count = len(line.words.split())
    if line.words[0] in _OPENING:
        return count >= _QUOTED_SURE_WORDS
    if line.words[-1] == "?":
        return count >= _SURE_QUESTION_WORDS
    return count >= _SURE_WORDS and len(line.words) >= _SURE_LENGTH


def _app_is_promoted(draft: Draft) -> bool:
    return any(
        kind is RemovedKind.PROMOTION and line.words.isupper()
        for kind, line in zip(draft.kinds, draft.lines, strict=True)
    )
