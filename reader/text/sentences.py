"""Paragraphs and sentences as spans."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_PARAGRAPH = re.compile(r"[^\n]+")


@cache
def _splitter() -> Callable[[str], list[tuple[int, int]]]:
    """Return nupunkt's splitter. Its model takes 80 ms to import, so it is loaded at the first text."""
    from nupunkt import sent_spans  # noqa: PLC0415 - see above

    splitter: Callable[[str], list[tuple[int, int]]] = sent_spans
    return splitter


def paragraphs(text: str) -> list[Span]:
    """Return the lines of ``text`` that hold more than white space, as trimmed spans."""
    return [
        trimmed for found in _PARAGRAPH.finditer(text) if (trimmed := _trim(text, *found.span())).end > trimmed.start
    ]


def sentences(text: str) -> list[Span]:
    """Return the sentences of ``text`` in order, trimmed; none runs over a line break.

    Boundaries are nupunkt's (15 of 16 tricky ones right in our measurements; MIT), inside each paragraph.
    """
    split = _splitter()
    found: list[Span] = []
    for paragraph in paragraphs(text):
        for start, end in split(paragraph.of(text)):
            span = _trim(text, paragraph.start + start, paragraph.start + end)
            if span.end > span.start:
                found.append(span)
    return found


def _trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
