"""What the person said: flags, the events they are folded from, and the anchors that hold them to the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from reader.model.article import Span


class Verdict(StrEnum):
    """What the person found."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    FALSE = "false"
    MISSING_CONTEXT = "missing context"
    UNVERIFIABLE = "unverifiable"
    NOT_CHECKABLE = "not checkable"


class Status(StrEnum):
    """How far the person has come."""

    UNCHECKED = "unchecked"
    IN_PROGRESS = "in progress"
    NEEDS_EVIDENCE = "needs evidence"
    CHECKED = "checked"


class TargetKind(StrEnum):
    """What a flag is on."""

    ITEM = "item"
    CLAIM = "claim"
    QUOTATION = "quotation"
    SENTENCE = "sentence"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of one article version, findable again (W3C Web Annotation: TextQuoteSelector and TextPositionSelector).

    ``exact`` are the words at ``span``; ``prefix`` and ``suffix`` are up to 32 code points before and after;
    ``text_hash`` names the version of the text they were taken from.
    """

    article: str
    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""
    text_hash: str = ""


class Anchoring(StrEnum):
    """How a flag's words stand in the article's present version."""

    FOUND = "found"
    RECHECK = "recheck"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on: an address or citation, the words quoted from it, and when it was seen (ISO 8601)."""

    citation: str
    words: str = ""
    seen: str = ""
    archive: str = ""


@dataclass(frozen=True, slots=True)
class FlagState:
    """All that one person says of one thing at one time; ``tags`` are said of articles only."""

    status: Status = Status.UNCHECKED
    verdict: Verdict | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagEvent:
    """One entry of the append-only log. ``undoes`` is the id of the event that an undo (or redo) takes back."""

    id: str
    person: str
    at: dt.datetime
    kind: TargetKind
    target: str
    anchor: Anchor
    before: FlagState
    after: FlagState
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """The present state of one target: a fold of its events.

    ``target`` is the id it was flagged under, ``span`` where its words stand now (None for an orphan).
    """

    target: str
    kind: TargetKind
    state: FlagState
    anchor: Anchor
    person: str
    at: dt.datetime
    anchoring: Anchoring = Anchoring.FOUND
    span: Span | None = field(default=None)
