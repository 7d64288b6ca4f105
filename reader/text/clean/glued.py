"""Furniture pasted to a paragraph: an ad marker at its end, a label at its beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import RemovedKind

if TYPE_CHECKING:
    from reader.text.clean.draft import Draft

_AD_AT_END = re.compile(
    r"(?<=[.!?”\"’)])\s*(?:ADVERTISEMENT|Advertisement|Story Continued Below|Continue Reading Below)$"
)
_LONGEST_MARKER = 24
_LABELS = ("Story highlights ", "STORY HIGHLIGHTS ", "Highlights ", "Story Highlights ")


def glued_ad_marker(draft: Draft) -> None:
    """Cut an ad marker from the end of a paragraph."""
    for _, line in draft.remaining():
        found = _AD_AT_END.search(line.words, max(0, len(line.words) - _LONGEST_MARKER))
        if found:
            draft.cut(line.start + found.start(), line.end, RemovedKind.AD_MARKER)


def glued_label(draft: Draft) -> None:
    """Cut the label from the first of the sentences that sum a story up."""
    for _, line in draft.remaining():
        for label in _LABELS:
            if line.words.startswith(label):
                draft.cut(line.start, line.start + len(label), RemovedKind.WIDGET)
                break
