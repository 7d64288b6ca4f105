"""Whose text it is, guessed from what the text itself shows when nobody has said so.

An ordered list of named rules, surest first; the first that names an outlet of the registry has it. Agencies come
last: a dateline says where the words came from, and only where nothing else speaks is it taken for the publisher.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.ingest.outlets import Outlet, Registry, domain_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Traces stand at the ends of a text; a name in the middle is somebody else's.
_HEAD, _TAIL = 1_500, 3_000
_LONGEST_NAME = 60


class Trace(NamedTuple):
    """The outlet a text points to, and the rule that says so."""

    outlet: Outlet
    rule: str


class _Ends(NamedTuple):
    """What the rules look at: title, byline, and the lines near both ends of the text."""

    title: str
    byline: str
    head: list[str]
    tail: list[str]
    text: str


_APP = re.compile(r"\bGET THE (\S+(?: \S+){0,4}?) APP\b", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bCopyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s+)?(?:by\s+)?(\S[^.|\n]*)", re.IGNORECASE
)
_MENTIONED = re.compile(r"(?:https?://|www\.|@)([A-Za-z0-9.-]+\.[A-Za-z]{2,})")
_CONTRIBUTED = re.compile(r"^(.{2,60}?)['’]s? (?:\S+ ){1,12}contributed to this (?:report|story|article)")
_SIGNED_OFF = re.compile(r"\b(?:write|work|report)s? for (?:the )?(\S[^.,;\n]*)", re.IGNORECASE)
_DATELINE = re.compile(r"^[^()\n]{0,60}\(([A-Z][A-Za-z ]{1,30})\)\s*(?:[-–—]|--)")
_BYLINE = re.compile(r"^by\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|,/•·»–—]\s*|\s+-{1,2}\s+|\s+(?:for|of|at|from|in)\s+(?=(?:the )?[A-Z])", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[|•·»–—-]{1,2}\s+")
# A pop-up card begins with the full name glued to the name in the sentence and ends in MORE glued to the next word.
_CARD_END = re.compile(r"(?:\s|[a-z.)’'])MORE(?= [(a-z]|[’',.])")
_FEWEST_CARDS = 2
_LONGEST_BYLINE = 160


def guess(text: str, registry: Registry, *, title: str | None = None, byline: str | None = None) -> Trace | None:
    """Return the outlet that ``text`` (with its title and byline, where they came apart) points to, or None."""
    lines_head = text[:_HEAD].splitlines()
    lines_tail = text[-_TAIL:].splitlines() if len(text) > _HEAD else lines_head
    ends = _Ends(title or "", byline or "", lines_head, lines_tail, text)
    for rule, find in _RULES:
        for name in find(ends):
            outlet = _outlet(name, registry, rule)
            if outlet is not None:
                return Trace(outlet, rule)
    if _has_cards(text):
        for outlet in registry.outlets:
            if outlet.hover_cards:
                return Trace(outlet, "hover cards")
    return None


def _outlet(name: str, registry: Registry, rule: str) -> Outlet | None:
    if len(name) > _LONGEST_NAME:
        return None
    if rule == "addresses":
        return registry.by_domain(name)
    outlet = registry.by_name(name.strip(" .,:;*_\"'“”()[]"))
    # "© Reuters" stands under a picture, and "AP contributed" under anybody's text.
    return None if outlet is not None and outlet.agency and rule != "dateline" else outlet


def _app(ends: _Ends) -> Iterator[str]:
    for line in (*ends.head, *ends.tail):
        for found in _APP.finditer(line):
            yield found.group(1)


def _copyright(ends: _Ends) -> Iterator[str]:
    for line in (*ends.tail, *ends.head):
        for found in _COPYRIGHT.finditer(line[: 2 * _LONGEST_BYLINE]):
            owner = re.split(
                r"\s*(?:,|\ball rights\b|\binc\b|\bllc\b|\bltd\b)", found.group(1), maxsplit=1, flags=re.IGNORECASE
            )[0]
            yield owner
            yield owner.partition("/")[0]


def _bylines(ends: _Ends) -> Iterator[str]:
    lines = [line.strip() for line in ends.head if _BYLINE.match(line.strip()) and len(line) <= _LONGEST_BYLINE]
    for line in (ends.byline, *lines):
        parts = _PARTS.split(_BYLINE.sub("", line))
        yield from reversed([part for part in parts if part])


def _titles(ends: _Ends) -> Iterator[str]:
    first = next((line for line in ends.head if line.strip()), "")
    for title in (ends.title, first):
        if len(title) <= 2 * _LONGEST_BYLINE:
            parts = _TITLE_PARTS.split(title.strip())
            yield from reversed(parts[1:])


def _site_lines(ends: _Ends) -> Iterator[str]:
    """Yield the lines near an end that may be nothing but the name of an outlet."""
    for line in (*ends.head, *ends.tail):
        if 0 < len(line.strip()) <= _LONGEST_NAME:
            yield line.strip()


def _contributed(ends: _Ends) -> Iterator[str]:
    for line in ends.tail:
        if found := _CONTRIBUTED.match(line.strip()):
            yield found.group(1)


def _signed_off(ends: _Ends) -> Iterator[str]:
    for line in ends.tail[-3:]:
        for found in _SIGNED_OFF.finditer(line):
            yield found.group(1)


def _addresses(ends: _Ends) -> Iterator[str]:
    for line in (*ends.head[:5], *reversed(ends.tail[-5:])):
        for found in _MENTIONED.finditer(line):
            yield domain_of(f"//{found.group(1)}") or ""


def _dateline(ends: _Ends) -> Iterator[str]:
    for line in ends.head[:6]:
        if found := _DATELINE.match(line.strip()):
            yield found.group(1)


def _has_cards(text: str) -> bool:
    return sum(1 for _ in _CARD_END.finditer(text[: 4 * _TAIL])) >= _FEWEST_CARDS


_RULES: tuple[tuple[str, Callable[[_Ends], Iterator[str]]], ...] = (
    ("app line", _app),
    ("copyright line", _copyright),
    ("title", _titles),
    ("byline", _bylines),
    ("name on a line", _site_lines),
    ("contributors", _contributed),
    ("author's line", _signed_off),
    ("addresses", _addresses),
    ("dateline", _dateline),
)
