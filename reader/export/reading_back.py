"""What ``reader.export.document`` wrote, read back: raw articles and flag events.

A document comes from somebody else: nothing of it is believed but the raw texts, what was known of them and who
flagged what. Clean texts, quotations and checklists are made again by whoever reads it.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from reader.export.document import SCHEMA, SCHEMA_VERSION
from reader.model import (
    UNKNOWN_OUTLET,
    Anchor,
    Evidence,
    FlagEvent,
    FlagState,
    RawArticle,
    RemovedKind,
    Span,
    Status,
    TargetKind,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_ID = re.compile(r"[A-Za-z0-9][\w.\-]{0,63}\Z")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """One version of an article as a document keeps it.

    ``raw.id`` is its id there, ``repeated`` are the lines that were taken out of it as its outlet's furniture, and
    ``text_hash`` is the hash of the clean text that they left.
    """

    raw: RawArticle
    repeated: frozenset[str]
    text_hash: str
    version: int


@dataclass(frozen=True, slots=True)
class KeptStory:
    """What a document holds: every version of each article (by id, oldest first), and what people said of them."""

    title: str
    articles: Mapping[str, tuple[KeptArticle, ...]]
    events: tuple[FlagEvent, ...]


def is_story(text: str) -> bool:
    """Tell whether a text is a story that was exported as JSON, of whatever version."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and value.get("schema") == SCHEMA


def read_back(text: str) -> KeptStory:
    """Return what a document holds; raise ``ValueError`` saying where it is not what was written."""
    whole = _Fields(json.loads(text), "document")
    if whole.get("schema", str) != SCHEMA:
        raise ValueError("not a story that was exported as JSON")
    if whole.get("schema_version", int) > SCHEMA_VERSION:
        raise ValueError("made by a newer version of newsreader")
    versions: dict[str, list[KeptArticle]] = {}
    for each in (*whole.rows("earlier_versions"), *whole.rows("articles")):
        kept = _article(each)
        versions.setdefault(kept.raw.id or "", []).append(kept)
    return KeptStory(
        title=whole.part("story").get("title", str),
        articles={key: tuple(sorted(kept, key=lambda each: each.version)) for key, kept in versions.items()},
        events=tuple(_event(each) for each in whole.rows("history")),
    )


class _Fields:
    """An object of JSON whose fields have to be there and of the kind that is asked for."""

    def __init__(self, value: object, place: str) -> None:
        """Hold ``value``, found at ``place``; raise ``ValueError`` where it is no object."""
        if not isinstance(value, dict):
            raise ValueError(f"{place} is not an object")  # noqa: TRY004 - of a file, not of a program
        self._value = value
        self._place = place

    def get(self, name: str, kind: type[_T]) -> _T:
        """Return a field."""
        value = self._value.get(name)
        if not isinstance(value, kind):
            raise ValueError(f"{self._place}.{name} is not a {kind.__name__}")  # noqa: TRY004 - of a file
        if isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
            raise ValueError(f"{self._place}.{name} holds half a character")
        return value

    def maybe(self, name: str) -> str | None:
        """Return a string, or None where there is none."""
        return None if self._value.get(name) is None else self.get(name, str)

    def part(self, name: str) -> _Fields:
        """Return the object in a field."""
        return _Fields(self._value.get(name), f"{self._place}.{name}")

    def rows(self, name: str) -> list[_Fields]:
        """Return the objects of a list; none where there is no list."""
        if name not in self._value:
            return []
        rows = self.get(name, list)
        return [_Fields(row, f"{self._place}.{name}[{number}]") for number, row in enumerate(rows)]


def _article(each: _Fields) -> KeptArticle:
    article_id = each.get("id", str)
    if not _ID.match(article_id):
        raise ValueError(f"{article_id[:80]!r} is no id of an article")
    text = each.get("raw", str)
    outlet, date = each.get("outlet", str), each.maybe("date")
    raw = RawArticle(
        name=article_id,
        text=text,
        title=each.get("title", str) or None,
        outlet=None if outlet == UNKNOWN_OUTLET else outlet,
        outlet_guessed=each.get("outlet_guessed", bool),
        domain=each.maybe("domain"),
        date=dt.date.fromisoformat(date) if date else None,
        url=each.maybe("url"),
        byline=each.maybe("byline"),
        updated=each.maybe("updated"),
        language=each.get("language", str),
        id=article_id,
    )
    return KeptArticle(raw, _repeated(each, text), each.get("text_hash", str), each.get("version", int))


def _repeated(article: _Fields, text: str) -> frozenset[str]:
    """Return the lines that were taken out because the outlet prints them everywhere.

    A line that was taken out only where it stands a second time is still in the clean text.
    """
    left = {line.strip() for line in article.get("text", str).splitlines()}
    places = (
        (each.get("raw_start", int), each.get("raw_end", int))
        for each in article.rows("removed")
        if each.get("kind", str) == RemovedKind.REPEATED_LINE
    )
    return frozenset(line.strip() for start, end in places for line in text[start:end].splitlines()) - left


def _event(each: _Fields) -> FlagEvent:
    at = dt.datetime.fromisoformat(each.get("at", str))
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no time zone")
    return FlagEvent(
        id=each.get("id", str),
        person=each.get("person", str),
        at=at,
        kind=TargetKind(each.get("kind", str)),
        target=each.get("target", str),
        anchor=_anchor(each.part("anchor")),
        before=_state(each.part("before")),
        after=_state(each.part("after")),
        undoes=each.maybe("undoes"),
    )


def _anchor(each: _Fields) -> Anchor:
    span = each.part("span")
    return Anchor(
        article=each.get("article", str),
        span=Span(span.get("start", int), span.get("end", int)),
        exact=each.get("exact", str),
        prefix=each.get("prefix", str),
        suffix=each.get("suffix", str),
        text_hash=each.get("text_hash", str),
    )


def _state(each: _Fields) -> FlagState:
    verdict = each.maybe("verdict")
    return FlagState(
        status=Status(each.get("status", str)),
        verdict=None if verdict is None else Verdict(verdict),
        note=each.get("note", str),
        evidence=tuple(
            Evidence(*(row.get(name, str) for name in ("citation", "words", "seen", "archive")))
            for row in each.rows("evidence")
        ),
    )
