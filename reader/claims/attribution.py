"""Whose words a clause is: the quotation that covers most of it, or the one whose reporting verb governs it."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.places import Places
from reader.claims.words import RELATIVES, SUBJECT_PRONOUNS, is_finite
from reader.model import QuotationKind
from reader.quotations.cues import CUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Quotation, Span, Speaker
    from reader.text.tokens import Token

_BRINGS = SUBJECT_PRONOUNS | frozenset(["that", "to", "whether", "how"])
_BEFORE = 3
_TITLED = 5
"""So many words of titles may stand before the speaker at the beginning of a clause."""


class Said(NamedTuple):
    """Words at ``span`` that ``speaker`` says; ``cue`` is where the verb of saying stands that brings them."""

    span: Span
    speaker: Speaker
    cue: Span | None


def vouched(quotations: Sequence[Quotation]) -> list[Said]:
    """Return what somebody says, in order of the spans.

    A retelling without a verb of saying is one only where it goes on like reported speech ("hopes that …", "plans to
    …"): who campaigns on something, or supports somebody, is told of and tells nothing.
    """
    return sorted(
        (
            Said(one.span, one.speaker, one.cue_span if _is_speech(one.cue) else None)
            for one in quotations
            if one.speaker is not None and _is_said(one)
        ),
        key=lambda one: one.span,
    )


def _is_said(one: Quotation) -> bool:
    """Tell whether a quotation passes on what somebody says."""
    if one.kind is not QuotationKind.INDIRECT or one.cue is None or _is_speech(one.cue):
        return True
    return one.content.split(maxsplit=1)[0].lower() in _BRINGS


@lru_cache(maxsize=1_024)
def _is_speech(cue: str | None) -> bool:
    """Tell whether the cue is a verb of saying; what is no verb ("according to") is one too."""
    known = CUES.get((cue or "").lower().split(" ", 1)[0])
    return known is None or known.speech


class Vouched:
    """What somebody says in one article, by place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        """Take the article's quotations."""
        self._said = vouched(quotations)
        self._places = Places([one.span for one in self._said])

    def touching(self, span: Span) -> Sequence[Said]:
        """Return what may touch ``span``, if anything does."""
        return self._said[self._places.touching(span)]


def said_by(span: Span, said: Sequence[Said]) -> Speaker | None:
    """Return whose words half of ``span`` or more are; None where they are the outlet's own.

    ``said`` is what somebody says that may touch ``span``, at least one thing.
    """
    near = [one for one in said if one.span.end > span.start]
    if len(near) == 1:
        name = near[0].speaker.name
        if 2 * near[0].span.overlap(span) < span.end - span.start:
            return None
        return next(one.speaker for one in said if one.speaker.name == name)
    shares: dict[str, int] = {}
    speakers: dict[str, Speaker] = {}
    for one in said:
        name = one.speaker.name
        shares[name] = shares.get(name, 0) + one.span.overlap(span)
        speakers.setdefault(name, one.speaker)
    best = max(shares, key=shares.__getitem__)
    return None if 2 * shares[best] < span.end - span.start else speakers[best]


def governed_by(span: Span, words: Sequence[Token], said: Sequence[Said]) -> Speaker | None:
    """Return through whom the outlet has the clause at ``span``, with the tokens ``words``, though it retells most."""
    for one in said:
        if one.cue is not None and span.covers(one.cue) and one.cue.end <= one.span.start:
            at = bisect_left(words, one.cue.start, key=lambda word: word.start)
            if _governs(one.speaker, one.cue, span, words, at):
                return one.speaker
    return None


def _governs(speaker: Speaker, cue: Span, span: Span, words: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of saying, the word at ``at``, is that of the clause: "Lund said nine “ferries” had sunk".

    It is where half of the clause or more follows it, or where its speaker begins the clause. The verb of a relative
    clause ("who said “never”") governs no more than that clause.
    """
    if any(word.text.lower() in RELATIVES for word in words[max(0, at - _BEFORE) : at]):
        return False
    return 2 * (span.end - cue.end) >= span.end - span.start or _begins(speaker.span, words, at)


def _begins(speaker: Span, words: Sequence[Token], at: int) -> bool:
    """Tell whether the speaker begins the clause, with no other verb up to the cue, which is the word at ``at``."""
    if all(word.start != speaker.start for word in words[:_TITLED]):
        return False
    between = [word for word in words[:at] if word.start >= speaker.end]
    return (bool(between) and between[-1].text == ",") or not any(is_finite(word.text) for word in between)
