"""Quotations of one text: stretches in marks, and whose words they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import CueKind, NameKind, Quotation, QuotationKind, Span, Speaker
from reader.text.names import names
from reader.text.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Name

_STRETCH = re.compile(r"“([^“”\n]+)(?:”|$)|\"([^\"\n]+)(?:\"|$)", re.MULTILINE)
_CUE = re.compile(r"\b(?:said|says|added|told|wrote|tweeted|asked|saying|adding|writing|argued|arguing)\b")


def extract(text: str) -> list[Quotation]:
    """Return the quotations in ``text``, in order."""
    found: list[Quotation] = []
    known = names(text)
    at = 0
    for paragraph in paragraphs(text):
        inside: list[Name] = []
        while at < len(known) and known[at].span.start < paragraph.end:
            inside.append(known[at])
            at += 1
        found.extend(_in_paragraph(text, paragraph, inside))
    return found


def _in_paragraph(text: str, paragraph: Span, known: Sequence[Name]) -> list[Quotation]:
    """Return the quotations of one paragraph; one with a reporting verb takes the name nearest to the verb."""
    stretches = [
        Span(*match.span(1 if match.group(1) else 2))
        for match in _STRETCH.finditer(text, paragraph.start, paragraph.end)
    ]
    cue = next(
        (
            Span(*match.span())
            for match in _CUE.finditer(text, paragraph.start, paragraph.end)
            if not any(stretch.start <= match.start() < stretch.end for stretch in stretches)
        ),
        None,
    )
    outside = [
        name
        for name in known
        if name.kind is NameKind.PERSON and not any(stretch.covers(name.span) for stretch in stretches)
    ]
    if cue is None or not outside:
        return [Quotation(stretch, stretch.of(text), QuotationKind.UNATTRIBUTED) for stretch in stretches]
    nearest = min(outside, key=lambda name: abs(name.span.start - cue.start))
    speaker = Speaker(nearest.text, nearest.canonical, nearest.span, how="nearest name", confidence=0.7)
    return [
        Quotation(stretch, stretch.of(text), QuotationKind.DIRECT, speaker, cue.of(text), cue, CueKind.NEUTRAL)
        for stretch in stretches
    ]
