"""Stretches in single marks: headlines, and texts that quote the British way.

An apostrophe looks like a closing single mark, so a stretch needs an opening mark at the beginning of a word and a
closing one at the end of a word; elisions ('90s, 'em) open nothing. In a text that uses double marks, only headings
(a first paragraph, a short line without a full stop) are read so.
"""

from __future__ import annotations

import re

from reader.model import Span

_SINGLES = re.compile("['‘’]")
_ELISIONS = re.compile(r"['‘’](?:\d|em\b|tis\b|twas\b|til\b|cause\b|n\b|bout\b|round\b|nuff\b)", re.IGNORECASE)
_AFTER_CLOSING = frozenset(".,;:!?)]—–-…")
_BEFORE_OPENING = frozenset('([—–"“')
_FULL_STOPS = frozenset(".!?,")
_LONGEST_HEADING = 160


def single_stretches(text: str, paragraph: Span) -> list[Span]:
    """Return the inner spans of stretches in single marks."""
    found: list[Span] = []
    start = -1
    closers: list[int] = []
    for match in _SINGLES.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and match.group() != "’":
            if _ELISIONS.match(text, at, paragraph.end):
                continue
            if start >= 0 and closers:
                found.append(Span(start, _closer(text, closers)))
                start = -1
            if start < 0:
                start, closers = at + 1, []
        elif start >= 0 and not before.isspace() and (after.isspace() or after in _AFTER_CLOSING):
            closers.append(at)
    if start >= 0 and closers:
        found.append(Span(start, _closer(text, closers)))
    return [span for span in found if span.end > span.start]


def _closer(text: str, closers: list[int]) -> int:
    """Return the mark that closes: the first that can't be a plural's apostrophe, or else the last."""
    for at in closers:
        if text[at - 1] != "s" or text[at + 1 : at + 2] != " ":
            return at
    return closers[-1]


def is_heading(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph is short and ends as headings do."""
    if paragraph.end - paragraph.start > _LONGEST_HEADING:
        return False
    return paragraph.of(text).rstrip("'’")[-1:] not in _FULL_STOPS
