"""What stands below an article's last paragraph: comments, links, the note about the author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import RemovedKind
from reader.text.abbreviations import OPENERS
from reader.text.clean.lexicon import AUTHOR_NOUNS, COMMENT_HEADINGS, COMMENT_WORDS, LINK_HEADINGS
from reader.text.clean.patterns import CONTACT
from reader.text.clean.stamps import is_bare_date

if TYPE_CHECKING:
    from reader.text.clean.draft import Draft, Line

_LONGEST_HEADING = 60
_LEAST_BODY = 250
"""Code points of text that must stand above comments before everything below them is cut."""

_LEAST_BODY_SHARE = 0.6
"""How far down the text a heading of links must stand before everything below it is cut."""

_MOST_BELOW_SHARE = 0.12
"""How much of the text may be paragraphs below such a heading; where it is more, the article goes on."""

_LONGEST_LINK = 160
_BLURB_LINES = 4
_LONGEST_BLURB = 700
_MARKS = " \t.,:;!|•·*-–—_[](){}<>»«›‹→▶►#+…"
_MORE_FROM = re.compile(r"(?:(?:more|related coverage|related articles|latest) from|more great) .{2,40}$")
_THOUGHTS_ON = re.compile(r"\d{1,4} thoughts on [“\"]")
_BLURB = re.compile(
    r"[—–\-*•\s]*(?:Dr\.? |Sen\.? |Rep\.? |Professor )?([A-ZÀ-ÖØ-Þ][\w.'’\-]*(?: [A-ZÀ-ÖØ-Þ][\w.'’\-]*){0,4})"
    r"(?: \([^()]{1,60}\))?,? "
    r"(?:is|was|has been|has|covers|writes|reports|serves|works|teaches|leads)\b"
)


def comments(draft: Draft) -> None:
    """Cut the readers' comments, with everything below their heading."""
    above = 0
    for number, line in draft.remaining():
        if above >= _LEAST_BODY and _heads_comments(line):
            _remove_from(draft, number, RemovedKind.WIDGET)
            return
        above += len(line.words)


def links(draft: Draft) -> None:
    """Cut headings of links to other stories and the links below them; at the end of the page, all that follows."""
    remaining = list(draft.remaining())
    if not any(_heads_links(line) for _, line in remaining):
        return
    total = sum(len(line.words) for _, line in remaining)
    below = sum(len(line.words) for _, line in remaining if line.is_prose)
    above = 0
    in_links = False
    for number, line in remaining:
        if _heads_links(line):
            if above >= max(_LEAST_BODY, total * _LEAST_BODY_SHARE) and below <= total * _MOST_BELOW_SHARE:
                _remove_from(draft, number, RemovedKind.RELATED)
                return
            draft.remove(number, RemovedKind.RELATED)
            in_links = True
        elif in_links and _is_link(line):
            draft.remove(number, RemovedKind.RELATED)
        else:
            in_links = False
        above += len(line.words)
        below -= len(line.words) * line.is_prose


def author_blurb(draft: Draft) -> None:
    """Cut the note about the author below the text, and a date that stands there alone.

    The note says what a person is, that person is named nowhere above it, and nothing of the article comes after.
    """
    for number, line in reversed(list(draft.remaining())[-_BLURB_LINES:]):
        if number == 0:
            return
        if is_bare_date(line.words):
            draft.remove(number, RemovedKind.PAGE_TIME)
        elif _is_author_note(draft, line):
            draft.remove(number, RemovedKind.AUTHOR_BLURB)
        else:
            return


def _remove_from(draft: Draft, first: int, kind: RemovedKind) -> None:
    for number, _ in list(draft.remaining()):
        if number >= first:
            draft.remove(number, kind)


def _heads_comments(line: Line) -> bool:
    if _THOUGHTS_ON.match(line.words):
        return True
    if len(line.words) > _LONGEST_HEADING:
        return False
    low = line.words.casefold()
    bare = low.strip(_MARKS)
    if bare in COMMENT_HEADINGS:
        return True
    number, _, noun = bare.partition(" ")
    return (number.isdigit() and noun in COMMENT_WORDS) or (bare.startswith("comments") and "(" in low)


def _heads_links(line: Line) -> bool:
    if len(line.words) > _LONGEST_HEADING:
        return False
    bare = line.words.casefold().replace("’", "'").strip(_MARKS)
    return bare in LINK_HEADINGS or (_MORE_FROM.match(bare) is not None and not line.ends_sentence)


def _is_link(line: Line) -> bool:
    """Tell whether a line below a heading of links is one: a short line that is no sentence."""
    return len(line.words) <= _LONGEST_LINK and not line.words.endswith((".", ":", ".”", '."')) and not line.is_prose


def _is_author_note(draft: Draft, line: Line) -> bool:
    if len(line.words) > _LONGEST_BLURB:
        return False
    if CONTACT.match(line.words.casefold()):
        return True
    subject = _BLURB.match(line.words)
    if subject is None or subject.group(1).split()[0].casefold() in OPENERS:
        return False
    words = {word.strip(".,;:’'\"()").removesuffix("’s").removesuffix("'s") for word in line.words.casefold().split()}
    if AUTHOR_NOUNS.isdisjoint(words):
        return False
    last_name = subject.group(1).split()[-1]
    return not any(last_name in other.words for _, other in draft.remaining() if other.start < line.start)
