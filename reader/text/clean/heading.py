"""What stands above an article's first paragraph: translation banners, titles, bylines, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import RemovedKind
from reader.text.clean.lexicon import AGENCIES, READ_IN, TRANSLATED
from reader.text.clean.patterns import CAPTION_IN_HEAD
from reader.text.clean.stamps import are_names, byline_in, is_address, is_bare_date, names_before_outlet

if TYPE_CHECKING:
    from reader.text.clean.draft import Draft, Line

_DEEPEST_HEAD = 14
"""Lines above the first paragraph that can be a page's head."""

_LONGEST_BANNER = 260
_LONGEST_TITLE = 220
_LONGEST_PAGE_TITLE = 130
_SHORTEST_TITLE = 15
_FEWEST_TITLE_WORDS = 3
_MOST_OUTLET_WORDS = 4
_MOST_LONE_NAMES = 3
_TITLE_FURNITURE = frozenset({
    RemovedKind.BYLINE,
    RemovedKind.PAGE_TIME,
    RemovedKind.WIDGET,
    RemovedKind.TRANSLATION_BANNER,
})  # fmt: skip
_STAMPED = frozenset({RemovedKind.BYLINE, RemovedKind.PAGE_TIME})
_SUMMARY_LINES = 2
_CAPTION_LINES = 3
_CARD_CLOSE = "MORE"
_AGENCY_NAMES = frozenset(agency.casefold() for agency in AGENCIES) | {"cnn", "npr", "wire services", "staff"}


def translation_banner(draft: Draft) -> None:
    """Take out what the page says, in any language, about its translation, above the text or below it."""
    count = len(draft.lines)
    edges = {*range(min(count, _DEEPEST_HEAD)), *range(max(0, count - _DEEPEST_HEAD), count)}
    short = {number: line for number in edges if len((line := draft.lines[number]).words) <= _LONGEST_BANNER}
    low = {number: line.words.casefold() for number, line in short.items()}
    together = "\n".join(low.values())
    stems = [stem for stem in TRANSLATED if stem in together]
    for number, line in short.items():
        offers = low[number].startswith(READ_IN) and not line.ends_sentence
        if offers or any(stem in low[number] for stem in stems):
            draft.remove(number, RemovedKind.TRANSLATION_BANNER)


def caption_in_head(draft: Draft) -> None:
    """Take out a caption that stands above the text, with its credit and the headline pasted to it."""
    for number, line in draft.remaining():
        if number >= _CAPTION_LINES:
            break
        if _CARD_CLOSE not in line.words and CAPTION_IN_HEAD.match(line.words):
            draft.remove(number, RemovedKind.PHOTO_CREDIT)


def title_key(words: str) -> str:
    """Return what two prints of one title have in common: letters and digits, casefolded."""
    return "".join(filter(str.isalnum, words.casefold()))


def repeated_title(draft: Draft) -> None:
    """Take out every copy of a title that stands more than once at the head of the text."""
    first_seen: dict[str, int] = {}
    for number, line in list(draft.remaining())[:_DEEPEST_HEAD]:
        if len(line.words) > _LONGEST_TITLE or line.words.endswith((".", ":")):
            continue
        key = title_key(line.words)
        if len(key) < _SHORTEST_TITLE:
            continue
        earlier = first_seen.setdefault(key, number)
        if earlier != number:
            draft.title = draft.lines[earlier].words
            draft.remove(earlier, RemovedKind.REPEATED_TITLE)
            draft.remove(number, RemovedKind.REPEATED_TITLE)


def byline(draft: Draft) -> None:
    """Take out who wrote the article, above its first paragraph, and keep it as the byline."""
    head = _head(draft)
    for place, number in enumerate(head):
        line = draft.lines[number]
        names = byline_in(line.words) or names_before_outlet(line.words)
        if names is None and are_names(line.words):
            below = draft.lines[head[place + 1]] if place + 1 < len(head) else None
            if _has_outlet_below(below) or (number == 0 and len(head) == 1 and _is_lone_name(line)):
                names = line.words
        if names is not None:
            draft.byline = draft.byline or names
            draft.remove(number, RemovedKind.BYLINE)
        elif place and draft.kinds[head[place - 1]] is RemovedKind.BYLINE and _has_outlet_below(line):
            draft.remove(number, RemovedKind.BYLINE)


def page_date(draft: Draft) -> None:
    """Take out dates that stand alone above the first paragraph."""
    for number in _head(draft):
        if is_bare_date(draft.lines[number].words):
            draft.remove(number, RemovedKind.PAGE_TIME)


def page_title(draft: Draft) -> None:
    """Find the title: the first line, where it is none of the text.

    A title among the furniture of a page's head (a byline, a time, a picture) is furniture, and goes. One that
    stands alone above the text stays in it: it may be all there is of a title.
    """
    if draft.title is not None:
        return
    head = _head(draft)
    if not head or not _could_be_title(draft.lines[head[0]]):
        return
    number = head[0]
    draft.title = draft.lines[number].words
    if _TITLE_FURNITURE.intersection(filter(None, draft.kinds[: _head_end(draft)])):
        draft.remove(number, RemovedKind.REPEATED_TITLE)


def _head(draft: Draft) -> list[int]:
    """Return the numbers of the remaining lines of the page's head."""
    return [number for number in range(_head_end(draft)) if draft.kinds[number] is None]


def _head_end(draft: Draft) -> int:
    """Return how many lines the page's head has; 0 for a text without paragraphs.

    It ends with the last line before the first paragraph, or, where one or two sentences sum the article up before
    the byline, with the byline.
    """
    start = draft.body_start()
    if start == len(draft.lines):
        return 0
    end = min(start, _DEEPEST_HEAD)
    passed = 0
    for number in range(end, len(draft.lines)):
        if draft.kinds[number] in _STAMPED or byline_in(draft.lines[number].words):
            end = number + 1
        elif draft.kinds[number] is None:
            passed += 1
            if passed > _SUMMARY_LINES:
                break
    return end


def _has_outlet_below(line: Line | None) -> bool:
    """Tell whether a line says for whom the person above it works: an address, an agency, a name in capitals."""
    if line is None:
        return False
    words = line.words.split()
    return (
        is_address(line.words)
        or line.words.casefold() in _AGENCY_NAMES
        or (len(words) <= _MOST_OUTLET_WORDS and line.words.isupper() and not line.ends_sentence)
        or is_bare_date(line.words)
    )


def _is_lone_name(line: Line) -> bool:
    """Tell whether one line of names above the text is short enough to be no title."""
    return len(line.words.split()) <= _MOST_LONE_NAMES


def _could_be_title(line: Line) -> bool:
    """Tell whether a line reads as a title: some words, and no full stop."""
    return (
        _SHORTEST_TITLE <= len(line.words) <= _LONGEST_PAGE_TITLE
        and len(line.words.split()) >= _FEWEST_TITLE_WORDS
        and not line.words.endswith((".", ":", ",", ";"))
        and not (line.words[0] in '"“' and line.words[-1] in '"”')
    )
