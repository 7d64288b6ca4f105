"""The one-cell signs that say a state without colour, and the letters that stand for outlets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from reader.model import FlagState, ItemRelation, QuotationKind, Stance, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

VERDICTS = {
    Verdict.VERIFIED: "✓",
    Verdict.DISPUTED: "!",
    Verdict.FALSE: "✗",
    Verdict.MISSING_CONTEXT: "◐",
    Verdict.UNVERIFIABLE: "?",
    Verdict.NOT_CHECKABLE: "–",
}
STATUSES = {
    Status.UNCHECKED: " ",
    Status.IN_PROGRESS: "~",
    Status.NEEDS_EVIDENCE: "◇",
    Status.CHECKED: "●",
}
ORIGIN = "⊙"
"""Stands for an independent origin of a fact."""

CHANGED = "Δ"
"""Stands before what has other words now than when it was flagged."""

_ARTICLE_WORDS = re.compile(r"^(?:the|a|an|el|la|le|les|los|der|die|das)\s+", re.IGNORECASE)


def of_state(state: FlagState | None) -> str:
    """Return the sign of what the person said: the verdict's, else a note's, else the status's."""
    if state is None:
        return " "
    if state.verdict is not None:
        return VERDICTS[state.verdict]
    if state.status is Status.UNCHECKED and (state.note or state.evidence):
        return "✎"
    return STATUSES[state.status]


def look_of_state(state: FlagState | None) -> str:
    """Return the name of the look that goes with ``of_state``."""
    if state is None:
        return "plain"
    match state.verdict:
        case Verdict.VERIFIED:
            return "good"
        case Verdict.FALSE | Verdict.DISPUTED:
            return "bad"
        case Verdict.MISSING_CONTEXT | Verdict.UNVERIFIABLE | Verdict.NOT_CHECKABLE:
            return "open"
        case None:
            return "good" if state.status is Status.CHECKED else "open"
        case _:
            assert_never(state.verdict)


def of_relation(relation: ItemRelation) -> str:
    """Return the sign of what the outlets together do with a fact."""
    match relation:
        case ItemRelation.AGREED:
            return "="
        case ItemRelation.DIFFERS:
            return "≠"
        case ItemRelation.SINGLE:
            return "1"
        case _:
            assert_never(relation)


def of_kind(kind: QuotationKind) -> str:
    """Return the letter that says how words are given: in marks, partly in marks, or in the outlet's own words."""
    match kind:
        case QuotationKind.DIRECT:
            return "d"
        case QuotationKind.MIXED:
            return "p"
        case QuotationKind.INDIRECT:
            return "i"
        case QuotationKind.UNATTRIBUTED:
            return "u"
        case _:
            assert_never(kind)


def of_stance(stance: Stance) -> str:
    """Return the sign of what one outlet does with a fact."""
    match stance:
        case Stance.REPORTS:
            return "●"
        case Stance.DIFFERS:
            return "≠"
        case Stance.NOT_FOUND:
            return "·"
        case _:
            assert_never(stance)


def letters(outlets: Sequence[str]) -> dict[str, str]:
    """Return one letter for each outlet, its first where no earlier outlet has it, and digits when letters run out."""
    given: dict[str, str] = {}
    for outlet in outlets:
        name = _ARTICLE_WORDS.sub("", outlet)
        candidates = [character.upper() for character in name if character.isalnum()]
        candidates += list("123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        taken = set(given.values())
        given[outlet] = next((letter for letter in candidates if letter not in taken), "+")
    return given
