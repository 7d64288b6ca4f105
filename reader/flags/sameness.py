"""Whether changed words still say the same: strict, since what is let through is not looked at again."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’\-‐‑]\w+)*|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s|\n")
_SILENT_MARKS = frozenset(",;:.!–—-…()[]")
_ARTICLES = frozenset({"a", "an", "the"})
_MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‐": "-", "‑": "-"}
_TURNING = frozenset(
    {
        *("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"),
        *("deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "rejecting"),
        *("refute", "refutes", "refuted", "dispute", "disputes", "disputed", "doubt", "doubts", "doubted"),
        *("false", "falsely", "untrue", "wrong", "wrongly", "unlikely", "hardly", "fail", "fails", "failed"),
        *("if", "unless", "allegedly", "reportedly", "may", "might", "could", "would"),
    }
)


def says_the_same(before: str, after: str, *, quoted: bool = False) -> bool:
    """Tell whether two texts differ only in white space, typography, punctuation, and articles outside of quotation.

    ``quoted``: the texts begin inside quotation marks, where every word counts.
    """
    return _said(before, inside=quoted) == _said(after, inside=quoted)


def turned(before: str, after: str) -> bool:
    """Tell whether a word that turns a statement (a negation, a denial, a condition) came or went between two texts."""
    return _turning(before) != _turning(after)


def sentence_before(context: str, cut: int) -> str:
    """Return what ``context`` has of the sentence that goes on after it, without a word cut at ``cut`` code points."""
    ends = [found.end() for found in _SENTENCE_END.finditer(context)]
    if ends:
        return context[ends[-1] :]
    return context.partition(" ")[2] if len(context) >= cut else context


def sentence_after(context: str, cut: int) -> str:
    """Return what ``context`` has of the sentence that went on before it, without a word cut at ``cut`` code points."""
    end = _SENTENCE_END.search(context)
    if end is not None:
        return context[: end.start()]
    return context.rpartition(" ")[0] if len(context) >= cut else context


def _turning(text: str) -> Counter[str]:
    """Count the turning words of a text; ``n't`` is one."""
    words = (found.group().casefold().replace("’", "'") for found in _WORD.finditer(text))
    return Counter(
        "not" if word.endswith("n't") else word for word in words if word in _TURNING or word.endswith("n't")
    )


def _said(text: str, *, inside: bool) -> list[str]:
    """Return the words and figures of a text that carry what it says."""
    said: list[str] = []
    for found in _WORD.finditer(text):
        word = "".join(_MARKS.get(character, character) for character in found.group())
        if word == '"':
            inside = not inside
        if word in _SILENT_MARKS or (word.casefold() in _ARTICLES and not inside):
            continue
        said.append(word)
    return said
