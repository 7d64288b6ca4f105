"""Lines that are a page's furniture wherever they stand. Each rule looks at one line and names what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.model import RemovedKind
from reader.text.clean import patterns
from reader.text.clean.lexicon import AD_MARKERS, BUTTON_WORDS, SHARE_WORDS, WIDGETS
from reader.text.clean.stamps import is_address, is_stamp, updated_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.text.clean.draft import Draft

_LONGEST = 400
_LONGEST_LABEL = 60
_LONGEST_LINK_END = 14
_LONGEST_LABELLED = 150
_LONGEST_CREDIT = 130
_MOST_BUTTONS = 20
_MOST_TAGS = 25
_TAGS_IN_CAPITALS = 0.7
_MARKS = " \t.,:;!|•·*-–—_[](){}<>»«›‹→▶►#+…"
_SHARE_HINTS = ("share", "tweet", "email", "facebook", "twitter", "print", "whatsapp", "pinterest", "listen")
_CREDIT_HINTS = ("/", "(", "|", ": ", "via ")
"""One of these is in every row of share buttons, and in every credit: the cheap question before the dear one."""

_CLOCK = re.compile(r"\d{1,2}:\d\d")


class Candidate(NamedTuple):
    """A line as the rules look at it: as written, casefolded, and that without marks at its ends."""

    words: str
    low: str
    bare: str


def ad_marker(line: Candidate) -> bool:
    """Find where an advertisement stood: ADVERTISEMENT, Story Continued Below, Anzeige."""
    if len(line.low) > _LONGEST_LABEL:
        return False
    return (
        line.bare in AD_MARKERS
        or patterns.CONTINUES_BELOW.match(line.bare) is not None
        or (line.bare.startswith("adv") and all(word.strip(_MARKS) in AD_MARKERS for word in line.bare.split()))
    )


def page_time(line: Candidate) -> bool:
    """Find when the page was published or updated."""
    return is_stamp(line.words)


def widget(line: Candidate) -> bool:
    """Find share rows, players, galleries and the words on buttons."""
    if line.bare in WIDGETS or patterns.PLAYER.match(line.low):
        return True
    if "listen" in line.low and patterns.LISTEN.search(line.low, max(0, len(line.low) - _LONGEST_LABEL)):
        return True
    if not any(map(line.low.__contains__, _SHARE_HINTS)):
        return False
    words = [word.strip(_MARKS) for word in line.low.split(None, _MOST_BUTTONS)]
    if not 1 < len(words) <= _MOST_BUTTONS:
        return False
    if line.low.startswith("listen to article"):
        return True
    return sum(word in SHARE_WORDS for word in words) * 2 >= len(words) and all(
        word in BUTTON_WORDS or not word or _CLOCK.fullmatch(word) for word in words
    )


def photo_credit(line: Candidate) -> bool:
    """Find who took a picture, with the caption that it closes."""
    if patterns.CREDIT_START.match(line.low):
        return True
    if patterns.PERSON_AND_OUTLET.fullmatch(line.words) and not line.words.isupper():
        return True
    if patterns.PICTURE_OF.match(line.low):
        return True
    tail = line.words[-_LONGEST_CREDIT:]
    return any(map(tail.__contains__, _CREDIT_HINTS)) and patterns.CREDIT_END.search(tail) is not None


def related(line: Candidate) -> bool:
    """Find links to other stories."""
    if patterns.RELATED.match(line.low):
        return True
    if len(line.words) <= _LONGEST_LABELLED and patterns.LABELLED_LINK.match(line.words) and line.words[-1] != ".":
        return not line.words.split(":", 1)[0].isupper()
    if patterns.LINK_AFTER_CALL.match(line.words):
        return True
    end = line.low[-_LONGEST_LINK_END:]
    return "more" in end and patterns.RELATED_END.search(end) is not None


def promotion(line: Candidate) -> bool:
    """Find what promotes apps, newsletters, social media and subscriptions."""
    return patterns.PROMOTION.match(line.low) is not None


def copyright_line(line: Candidate) -> bool:
    """Find who owns the page, and where its office is."""
    return (
        patterns.COPYRIGHT.match(line.low) is not None
        or any(map(line.low.__contains__, patterns.RIGHTS))
        or (("tel" in line.low or "fax" in line.low) and patterns.TELEPHONES.search(line.low) is not None)
    )


def tags(line: Candidate) -> bool:
    """Find tag lists: after a colon, or all in names ("Tags First Last Some Place")."""
    opening = patterns.TAGS.match(line.low)
    if opening is None or line.words.endswith((".", "!", "?", "”", '"')):
        return False
    listed = line.words[opening.end() :].split()
    if len(listed) > _MOST_TAGS:
        return False
    if ":" in opening.group() or "|" in opening.group():
        return True
    return sum(not word[0].islower() for word in listed) >= len(listed) * _TAGS_IN_CAPITALS


def address(line: Candidate) -> bool:
    """Find an e-mail address or a handle that stands alone."""
    return is_address(line.words)


def cookie_notice(line: Candidate) -> bool:
    """Find what the page says about cookies."""
    return patterns.COOKIES.match(line.low) is not None


LINE_RULES: tuple[tuple[str, RemovedKind, Callable[[Candidate], bool]], ...] = (
    ("ad marker", RemovedKind.AD_MARKER, ad_marker),
    ("page time", RemovedKind.PAGE_TIME, page_time),
    ("widget", RemovedKind.WIDGET, widget),
    ("photo credit", RemovedKind.PHOTO_CREDIT, photo_credit),
    ("related", RemovedKind.RELATED, related),
    ("promotion", RemovedKind.PROMOTION, promotion),
    ("copyright", RemovedKind.COPYRIGHT, copyright_line),
    ("tags", RemovedKind.TAGS, tags),
    ("address", RemovedKind.BYLINE, address),
    ("cookie notice", RemovedKind.WIDGET, cookie_notice),
)


def line_rules(draft: Draft) -> None:
    """Take out the lines that one of ``LINE_RULES`` knows. Long paragraphs are never furniture."""
    for number, line in draft.remaining():
        if len(line.words) > _LONGEST:
            continue
        low = line.words.casefold().replace("’", "'")
        candidate = Candidate(line.words, low, low.strip(_MARKS))
        for _, kind, applies in LINE_RULES:
            if applies(candidate):
                draft.remove(number, kind)
                if kind is RemovedKind.PAGE_TIME:
                    draft.updated = updated_in(line.words) or draft.updated
                break
