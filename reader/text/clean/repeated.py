"""Lines that recur across an outlet's articles: finding them, and taking them out."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.model import RemovedKind
from reader.text.clean.draft import Draft
from reader.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.text.clean.draft import Line

_LONGEST = 300
_SHORTEST_COPY = 60
_FEWEST_ARTICLES = 4
_LEAST_SHARE = 0.02
_EDGE = 6
"""Lines from the top and from the end of an article where whole sentences can be furniture."""


def line_key(words: str) -> str:
    """Return what two prints of one line have in common: its words, casefolded."""
    return " ".join(words.casefold().split())


def repeated_lines(raws: Iterable[str]) -> frozenset[str]:
    """Return the lines that recur across one outlet's articles, given as they came, for ``clean``'s ``repeated``.

    A line counts once an article, and articles that begin alike (versions of one text) count once together. It must
    stand in at least four of them and in one of fifty. Sentences recur in articles too ("The White House did not
    respond"): a line that ends as one must stand among the first or last lines each time.
    """
    seen: dict[str, int] = defaultdict(int)
    beginnings: set[str] = set()
    for raw in raws:
        draft = Draft(normalise(raw).text)
        beginning = next((line_key(line.words) for line in draft.lines if line.is_prose), "")
        if beginning and beginning in beginnings:
            continue
        beginnings.add(beginning)
        count = len(draft.lines)
        for key in {
            line_key(line.words)
            for number, line in enumerate(draft.lines)
            if len(line.words) <= _LONGEST and (not line.ends_sentence or number < _EDGE or number >= count - _EDGE)
        }:
            seen[key] += 1
    least = max(_FEWEST_ARTICLES, len(beginnings) * _LEAST_SHARE)
    return frozenset(key for key, articles in seen.items() if articles >= least)


def pasted_twice(draft: Draft) -> None:
    """Take out a paragraph that repeats the one above it, as captions of galleries do.

    Copies further apart stay: articles say again below what their first lines summed up.
    """
    for (_, above), (number, line) in pairwise(list(draft.remaining())):
        # Lines that differ in their last words, as most do, need no key.
        if _bare_key(_last_word(line)) == _bare_key(_last_word(above)):
            key = _bare_key(line.words)
            if len(key) >= _SHORTEST_COPY and key == _bare_key(above.words):
                draft.remove(number, RemovedKind.REPEATED_LINE)


def _last_word(line: Line) -> str:
    """Return the last word of a line."""
    return line.words.rsplit(None, 1)[-1]


def _bare_key(words: str) -> str:
    """Return the key of a line without the bullet before it."""
    return line_key(words).lstrip("•*-– ")


def known_repeated(draft: Draft) -> None:
    """Take out the lines that are known to recur; a sentence only at the edges of the text."""
    if not draft.repeated:
        return
    count = len(draft.lines)
    for number, line in draft.remaining():
        at_edge = number < _EDGE or number >= count - _EDGE
        if (
            len(line.words) <= _LONGEST
            and (at_edge or not line.ends_sentence)
            and line_key(line.words) in draft.repeated
        ):
            draft.remove(number, RemovedKind.REPEATED_LINE)
