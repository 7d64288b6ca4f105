"""Page times ("Updated: 12:53 p.m.", "7 years ago") and bylines ("By A. Writer - 11/19/19 06:56 AM EST")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.clean.lexicon import AGENCIES, STAMP_FILLERS, STAMP_WORDS, TIME_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_STAMP = 130
_LONGEST_BYLINE = 140
_WORD = re.compile(r"[^\W\d_][\w.'’\-]*|\d[\d:./,\-]*(?:[^\W\d_]+\b)?")
_NUMBER = re.compile(r"\d[\d:./,\-]*(?:st|nd|rd|th|am|pm|a\.m|p\.m|h|z)?", re.IGNORECASE)
_AGO = re.compile(
    r"(?:about |over |almost )?(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|this article is more than \d+ (?:month|year)s? old",
    re.IGNORECASE,
)
_STAMP_HINTS = ("updat", "publi", "post", "modif", "creat", " ago", " old")
"""One of these is in every page time: the cheap question before the dear one."""

_BARE_STAMPS = frozenset(
    {"last modified", "last updated", "posted", "posted on", "published", "published on", "updated"}
)
_UPDATED = re.compile(r"(?:last |most recent )?(?:updated?|modified)\b[\s:.\-]*(?:(?:at|on|:)\s+)?", re.IGNORECASE)
_BY = re.compile(r"\bby:?\s+(?=\S)", re.IGNORECASE)
_BEFORE_BY = frozenset({"written", "reported", "story", "analysis", "commentary", "words", "text", "review"})
_FURTHEST_BY = 50
_WORKS_FOR = re.compile(
    rf" (?:{'|'.join(map(re.escape, AGENCIES))}|[A-Z]{{2,}}(?: [A-Z]{{2,}}){{0,2}}|@\w{{2,30}}.*"
    r"|(?:(?:Senior|Staff|Chief|Special|Political|National|Contributing) )*"
    r"(?:Writer|Contributor|Reporter|Correspondent|Columnist|Editor|Staff))$"
)
_EMAIL = re.compile(r"\S{1,64}@[\w\-]{1,60}(?:\.[\w\-]{1,60}){1,4}")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
_PERSON = re.compile(rf"{_NAME}(?: (?:{_NAME}|de|la|del|van|von|der|bin|al|el|da|di|le)){{1,4}}")
_PERSONS_APART = re.compile(r",? and |, | & ")
_NAME_PARTS = 4
_AT_SIGN_HANDLE = re.compile(r"@\w{2,30}")


def times_only(words: Sequence[str]) -> bool:
    """Tell whether the words, casefolded, are a date or a time and nothing else."""
    return any(_NUMBER.fullmatch(word) for word in words) and all(
        word in TIME_WORDS or word in STAMP_FILLERS or _NUMBER.fullmatch(word) for word in words
    )


def stamp_words(line: str) -> list[str]:
    """Return the words of a line, casefolded, their closing full stops left out."""
    return [found.group().casefold().rstrip(".,:-") for found in _WORD.finditer(line)]


def is_stamp(line: str) -> bool:
    """Tell whether a line says when the page was published or updated, and nothing else."""
    if len(line) > _LONGEST_STAMP:
        return False
    if not any(map(line.casefold().__contains__, _STAMP_HINTS)):
        return False
    words = stamp_words(line)
    if not STAMP_WORDS.isdisjoint(words):
        rest = [word for word in words if word not in STAMP_WORDS]
        return all(word in TIME_WORDS or word in STAMP_FILLERS or _NUMBER.fullmatch(word) for word in rest) and (
            any(word in TIME_WORDS or word[0].isdigit() for word in rest) or " ".join(words) in _BARE_STAMPS
        )
    return _AGO.fullmatch(line.strip(" .-–—|")) is not None


def is_bare_date(line: str) -> bool:
    """Tell whether a line is a date, with or without a time of day."""
    return len(line) <= _LONGEST_STAMP and times_only(stamp_words(line))


def updated_in(line: str) -> str | None:
    """Return the time that a page time gives for the last update, as it is written."""
    found = _UPDATED.search(line)
    return line[found.end() :].strip(" -–—|()") or None if found else None


def byline_in(line: str) -> str | None:
    """Return whom a byline names, as written; None for a line that is no byline."""
    if len(line) > _LONGEST_BYLINE or (
        line.endswith((".", "?", "!", ":")) and not line.endswith((" Jr.", " Sr.", "a.m.", "p.m."))
    ):
        return None
    opening = _BY.search(line, 0, _FURTHEST_BY)
    if opening is None or not all(
        word in TIME_WORDS
        or word in STAMP_WORDS
        or word in STAMP_FILLERS
        or word in _BEFORE_BY
        or _NUMBER.fullmatch(word)
        for word in stamp_words(line[: opening.start()])
    ):
        return None
    rest = line[opening.end() :]
    named = _PERSON.match(rest)
    if named is None:
        return rest.strip() if rest.strip() in AGENCIES or (rest.istitle() and " " not in rest.strip()) else None
    return _names(rest) or named.group()


def _names(rest: str) -> str:
    """Return the part of a byline before its outlet, time or handle."""
    stop = re.search(r"\s+[-–—|/(@•]|\s+on\s|\s*\d|, (?:[A-Z]{2,}|Staff|Special)\b", rest)
    return rest[: stop.start()].strip(" ,|") if stop else rest.strip(" ,|")


def are_names(line: str) -> bool:
    """Tell whether a line is nothing but names of persons ("A. Writer and B. Editor")."""
    if len(line) > _LONGEST_BYLINE or not line[-1:].isalpha():
        return False
    parts = [part for part in _PERSONS_APART.split(line) if part]
    return bool(parts) and all(
        _PERSON.fullmatch(part) is not None and len(part.split()) <= _NAME_PARTS and not part.isupper()
        for part in parts
    )


def names_before_outlet(line: str) -> str | None:
    """Return the names in a line that says no more than who wrote and for whom ("A. Writer Some Agency")."""
    outlet = _WORKS_FOR.search(line) if len(line) <= _LONGEST_BYLINE else None
    if outlet is None or not are_names(line[: outlet.start()]) or " " not in line[: outlet.start()]:
        return None
    return line[: outlet.start()]


def is_address(line: str) -> bool:
    """Tell whether a line is an e-mail address or a handle and nothing else."""
    return _EMAIL.fullmatch(line) is not None or _AT_SIGN_HANDLE.fullmatch(line) is not None
