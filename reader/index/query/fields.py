"""What stands behind the colon of a field, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.index.documents import Area
from reader.index.query import dates
from reader.index.query.tree import Dated, HasQuotation, LanguageIs, Node, OutletIs, Tagged
from reader.index.terms import fold, terms
from reader.model import Anchoring, Status, Verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

AREAS = {
    "text": Area.TEXT,
    "title": Area.TITLE,
    "quote": Area.QUOTATION,
    "quotation": Area.QUOTATION,
    "speaker": Area.SPEAKER,
    "cue": Area.CUE,
    "near": Area.TEXT,
}
"""The fields whose values are words of a part of the article."""

STATES = {
    "is": ("flagged", *(status.value for status in Status), *(anchoring.value for anchoring in Anchoring)),
    "status": tuple(status.value for status in Status),
    "verdict": tuple(verdict.value for verdict in Verdict),
    "has": ("quote", "conflict", "note", "evidence"),
}
"""The states that a query can ask for."""

_QUOTED = frozenset({"quote", "quotes", "quotation", "quotations"})


class NotUnderstood(Exception):
    """A value that a field can't have; the text says why."""


def filtered(field: str, value: str, today: dt.date, known: Collection[str]) -> Node:
    """Return the node of a filter; ``known`` are further tags that it may name. Raise ``NotUnderstood``."""
    match field:
        case "outlet":
            return OutletIs(tuple(term.keys[0] for term in terms(value)) or (fold(value),))
        case "date":
            return _dated(value, today)
        case "lang" | "language":
            return LanguageIs(fold(value).replace("_", "-"))
        case "story" | "tag":
            return Tagged(tag(field, value.lstrip("#")))
        case _:
            return _in_state(field, _plain(value), known)


def tag(field: str, value: str) -> str:
    """Return the tag of a state, however its value is written: ``is:in-progress`` is ``is:in progress``."""
    return f"{field.casefold()}:{_plain(value)}"


def _dated(value: str, today: dt.date) -> Node:
    """Return the node of ``date:``."""
    found = dates.days(value, today)
    if found is None:
        raise NotUnderstood(f'{value!r} is no date; write 2019, 2019-09, 2019-09-14, >=2019-09-14 or "last week"')
    return Dated(found.first, found.last)


def _in_state(field: str, value: str, known: Collection[str]) -> Node:
    """Return the node of ``is:``, ``status:``, ``verdict:`` and ``has:``; ``is:checked`` is ``status:checked``."""
    if field == "has" and value in _QUOTED:
        return HasQuotation()
    asked = tag(field, value)
    if value not in STATES[field] and asked not in known:
        raise NotUnderstood(f"there is no {asked}; it can be {', '.join(STATES[field])}")
    if field == "is" and value in STATES["status"]:
        return Tagged(tag("status", value))
    return Tagged(asked)


def _plain(value: str) -> str:
    """Return a value in small letters, single spaces, without hyphens between words."""
    return " ".join(value.casefold().replace("_", " ").replace("-", " ").split())
