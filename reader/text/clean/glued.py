"""Furniture pasted to a paragraph: an ad marker at its end, a label at its beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import RemovedKind

if TYPE_CHECKING:
    from reader.text.clean.draft import Draft

_MARKERS = ("ADVERTISEMENT", "Advertisement", "Story Continued Below", "Continue Reading Below")
_AD_AT_END = re.compile(rf"(?<=[.!?”\"’)])\s*(?:{'|'.join(_MARKERS)})$")
_LONGEST_MARKER = 24
_LABELS = ("Story highlights ", "STORY HIGHLIGHTS ", "Highlights ", "Story Highlights ")


def glued_ad_marker(draft: Draft) -> None:
    """Cut an ad marker from the end of a paragraph."""
    for _, line in draft.remaining():
        if not line.words.endswith(_MARKERS):
            continue
        found = _AD_AT_END.search(line.words, max(0, len(line.words) - _LONGEST_MARKER))
        if found:
            draft.cut(line.start + found.start(), line.end, RemovedKind.AD_MARKER)


def glued_label(draft: Draft) -> None:
    """Cut the label from the first of the sentences that sum a story up."""
    for _, line in draft.remaining():
        if line.words.startswith(_LABELS):
            label = next(filter(line.words.startswith, _LABELS))
            draft.cut(line.start, line.start + len(label), RemovedKind.WIDGET)
