"""Capitalised runs: where names may stand, with the titles before them.

One pass over the capitalised words of a text joins neighbours into runs; each run is then cut by an ordered list of
rules (plain words that only begin a sentence, days, possessors, titles, first names). What remains is a name or is
dropped. Linear in the length of the text.
"""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from reader.text.names_first import EITHER_FIRST, FEMALE_FIRST, MALE_FIRST
from reader.text.names_words import (
    ABBREVIATIONS,
    BODIES,
    BODY_WORDS,
    CALENDAR,
    DEMONYMS,
    PARTICLES,
    PLACE_ENDS,
    PLACES,
    PLAIN,
    SUFFIXES,
    TITLES,
)

_LISTED = PLACES | BODIES
_NO_NAME = TITLES | DEMONYMS | PLAIN
_NO_FIRST_NAME = TITLES | DEMONYMS | BODY_WORDS
FIRST_NAMES = MALE_FIRST | FEMALE_FIRST | EITHER_FIRST
# One set of characters at the beginning, so that the search passes over all others in one go.
_CAPITALISED = re.compile(r"[^\Wa-z\d_](?<!\w.)(?:(?<=[A-Z])\.(?:[A-Z]\.)+|\w*+(?:[’'\-‐‑&]\w+)*)")
_SENTENCE_END = frozenset(".!?:;…•|–—")
_OPENERS = frozenset("\"“”‘’'«»„([*- ")
_APOSTROPHES = frozenset("’'")
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_BODY_GAPS = frozenset({"of", "of the", "for", "for the", "on", "&"})
_VERB_ENDS = ("ing", "ed", "ly")
_SMALL = re.compile(r"[a-z]\w+")
_SMALL_WORD = re.compile(rf"\b{_SMALL.pattern}")
_BOUNDARY = re.compile(r"\b")
_FEW = 20
_OFFICES_OF = frozenset({"Secretary", "Director", "Minister", "Undersecretary"})
_OFFICES = frozenset({"Secretary", "Bank", "Ministry", "Bureau"})
_MOST_WORDS = 12
_MOST_GAP = 12
_HEADING_RUN = 6  # so many capitalised words in a row, with no body's "of" between them, are a heading


class Word(NamedTuple):
    """A capitalised word: ``text`` without possessive ending, ``end`` before that ending."""

    text: str
    start: int
    end: int
    possessive: bool


_WORD = partial(tuple.__new__, Word)
"""``Word._make`` without the function in Python that it is: every capitalised word is one."""


class Run(NamedTuple):
    """A name as it stands: its words, the titles before it, and where the titled form begins.

    A ``weak`` one is a title or adjective that is a name only if somebody in the text bears it ("King", "Cuban").
    """

    words: tuple[str, ...]
    start: int
    end: int
    outer: int
    titles: tuple[str, ...] = ()
    initial: bool = False
    weak: bool = False


def runs(text: str) -> list[Run]:
    """Return the names that stand in ``text``, in order.

    In a heading, where every word has a capital, only names that the rest of the text knows are taken. A word that
    stands capitalised only where sentences begin, and that looks like a verb or that the text has in small letters too,
    is no name.
    """
    found: list[Run] = []
    heading: list[list[Word]] = []
    for joined in _joined(text, _capitalised(text)):
        if len(joined) >= _HEADING_RUN or (heading and "\n" not in text[heading[-1][-1].end : joined[0].start]):
            heading.append(joined)
        elif not _shouted(joined):
            initial = _begins_sentence(text, joined[0].start)
            for part in _parts(joined):
                found.extend(_named(part, initial=initial and part[0] is joined[0]))
    surnames = {run.words[-1] for run in found if len(run.words) > 1}
    found = [run for run in found if not run.weak or run.words[0] in surnames]
    sure = _without_plain_beginnings(text, found)
    in_headings = _known_in(heading, sure)
    return sorted([*sure, *in_headings], key=_start) if in_headings else sure


def _start(run: Run) -> int:
    """Return where ``run`` starts."""
    return run.start


def _without_plain_beginnings(text: str, found: list[Run]) -> list[Run]:
    """Return ``found`` without lone words that only sentences' beginnings capitalise."""
    inside = {run.words[0] for run in found if not run.initial}
    doubtful = {run.words[0] for run in found if run.initial and len(run.words) == 1} - inside - FIRST_NAMES
    if not doubtful:
        return found
    small = _standing_small(text, {word.lower() for word in doubtful if not word.endswith(_VERB_ENDS)})
    plain = {word for word in doubtful if word.endswith(_VERB_ENDS) or word.lower() in small}
    return [run for run in found if not (run.initial and len(run.words) == 1 and run.words[0] in plain)]


def _standing_small(text: str, words: set[str]) -> set[str]:
    """Return those of ``words``, in small letters, that stand in ``text`` by themselves.

    Few words, as most texts have, are looked for one by one; many in one pass, so that the time stays linear.
    """
    if len(words) > _FEW:
        return words.intersection(_SMALL_WORD.findall(text))
    return {word for word in words if _stands_small(text, word)}


def _stands_small(text: str, word: str) -> bool:
    """Tell whether ``word`` stands in ``text`` by itself."""
    at = text.find(word)
    while at >= 0:
        if _BOUNDARY.match(text, at) and _BOUNDARY.match(text, at + len(word)):
            return _SMALL.fullmatch(word) is not None
        at = text.find(word, at + 1)
    return False


def _known_in(heading: list[list[Word]], known: list[Run]) -> list[Run]:
    """Return the names of ``known`` that stand in the runs of headings, longest form first."""
    forms = {run.words for run in known}
    longest = max((len(form) for form in forms), default=0)
    surnames = {form[-1] for form in forms}
    found: list[Run] = []
    for line in heading:
        place = 0
        while place < len(line):
            size = 0
            for length in range(min(longest, len(line) - place), 0, -1):
                words = tuple(word.text for word in line[place : place + length])
                if words in forms or (length == 1 and words[0] in surnames):
                    size = length
                    found.append(Run(words, line[place].start, line[place + length - 1].end, line[place].start))
                    break
            place += max(size, 1)
    return found


def _capitalised(text: str) -> list[Word]:
    """Return the words of ``text`` that begin with a capital letter."""
    found: list[Word] = []
    for match in _CAPITALISED.finditer(text):
        word = match[0]
        if not word[0].isupper():
            continue
        start, end = match.span()
        following = text[end : end + 1]
        possessive = word.endswith(_POSSESSIVES)
        if possessive:
            word, end = word[:-2], end - 2
        elif following == ".":
            end += word in ABBREVIATIONS or (len(word) == 1 and word != "I")
        elif following in _APOSTROPHES and word[-1] == "s" and text[end + 1 : end + 2] == " ":
            possessive = True
        found.append(_WORD((word, start, end, possessive)))
    return found


def _joined(text: str, words: list[Word]) -> list[list[Word]]:
    """Return neighbouring words as runs: over one space, a particle, or the "of" inside a body's name."""
    found: list[list[Word]] = []
    for word in words:
        if found and _joins(text, found[-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _joins(text: str, run: list[Word], word: Word) -> bool:
    """Tell whether ``word`` goes on with ``run``."""
    last = run[-1]
    if last.possessive or word.start - last.end > _MOST_GAP or len(run) >= _MOST_WORDS:
        return False
    gap = text[last.end : word.start]
    inner = gap.strip()
    if "\n" in gap or not inner:
        return "\n" not in gap
    if inner in _BODY_GAPS:
        return last.text in BODY_WORDS or (inner != "on" and last.text in _OFFICES)
    return (
        (inner == "," and word.text in SUFFIXES)
        or (inner == "and" and len(run) > 1 and run[0].text in BODY_WORDS)
        or inner.startswith("al-")
        or all(piece in PARTICLES for piece in inner.split())
    )


def _shouted(run: list[Word]) -> bool:
    """Tell whether a run is a line in capitals rather than a name."""
    return len(run) > 2 and all(len(word.text) > 1 and word.text.isupper() for word in run[:4])  # noqa: PLR2004 - "U.S. FBI" is a name


def _begins_sentence(text: str, start: int) -> bool:
    """Tell whether what stands at ``start`` is capitalised only because a sentence begins there."""
    place = start - 1
    lowest = max(0, start - 4)
    if place >= 0 and text[place] in "\"“”‘'«»„(":
        return True
    while place >= lowest and text[place] in _OPENERS:
        place -= 1
    return place < 0 or text[place] == "\n" or text[place] in _SENTENCE_END


def _parts(run: list[Word]) -> list[list[Word]]:
    """Return ``run`` cut at days and months, plain words and adjectives of origin taken off its ends."""
    if len(run) == 1:
        return [] if run[0].text in CALENDAR else [run]
    parts: list[list[Word]] = [[]]
    for place, word in enumerate(run):
        if word.text in CALENDAR and not _named_like_a_month(run, place):
            parts.append([])
        else:
            parts[-1].append(word)
    trimmed = (_trimmed(part) for part in parts)
    return [part for part in trimmed if part]


def _named_like_a_month(run: list[Word], place: int) -> bool:
    """Tell whether the day or month at ``place`` is somebody's name: "April Osk", "Yin May"."""
    word = run[place].text
    if place > 0:
        return word == "May" and run[place - 1].text not in CALENDAR
    return word in FIRST_NAMES and len(run) > 1 and run[1].text not in CALENDAR and run[1].text not in _LISTED


def _trimmed(part: list[Word]) -> list[Word]:
    """Return ``part`` without the plain words that begin it, unless they begin the name of a place or body.

    A plain word alone is kept for now: "Will" and "Read" are surnames too.
    """
    if len(part) == 1:
        return part
    while part and (_opens_a_clause(part) or (part[0].text in PLAIN and not _known_beginning(part))):
        part = part[1:]
    while part and part[-1].text in PLAIN and not (len(part) > 1 and part[-2].text in FIRST_NAMES):
        part = part[:-1]
    return part


def _opens_a_clause(part: list[Word]) -> bool:
    """Tell whether ``part`` begins with a verb that leads up to a name: "Asked Ada Byrne", "Calling Tom"."""
    word = part[0].text
    return len(part) > 1 and word.endswith(_VERB_ENDS) and word not in FIRST_NAMES and part[1].text in FIRST_NAMES


def _known_beginning(part: list[Word]) -> bool:
    """Tell whether ``part`` begins with a listed place or body of two or three words, or a first and a last name."""
    for size in (2, 3):
        if " ".join(word.text for word in part[:size]) in _LISTED:
            return True
    return len(part) > 1 and part[0].text in FIRST_NAMES and part[1].text not in PLAIN


def _named(part: list[Word], *, initial: bool) -> list[Run]:
    """Return the names in ``part``: what stands before a title or a first name is a name of its own."""
    cut = _person_begins(part) if len(part) > 1 else 0
    if cut == 0:
        return _plain_name(part, initial=initial)
    title_start = cut
    while title_start > 0 and _is_title(part[title_start - 1].text):
        title_start -= 1
    while title_start > 0 and part[title_start - 1].text in DEMONYMS:
        title_start -= 1
    before = _plain_name(part[:title_start], initial=initial) if title_start else []
    titles = tuple(word.text for word in part[title_start:cut])
    name = part[cut:]
    if not name:
        return before
    words = tuple(word.text for word in name)
    return [*before, Run(words, name[0].start, name[-1].end, part[title_start].start, titles, initial=False)]


def _person_begins(part: list[Word]) -> int:
    """Return where in ``part`` the name begins that its titles or adjectives lead up to; 0 if nothing leads."""
    for place in range(len(part) - 1, -1, -1):
        word = part[place].text
        if word in DEMONYMS or _is_title(word):
            rest = part[place + 1 :]
            if not rest and (place == 0 or part[place - 1].text not in _NO_FIRST_NAME):
                continue
            if any(other.text in BODY_WORDS for other in rest) and not (rest and rest[0].text in FIRST_NAMES):
                continue
            if word in FIRST_NAMES and rest and rest[0].text not in FIRST_NAMES and word not in DEMONYMS:
                continue
            return place + 1
    for place in range(1, len(part) - 1):
        if part[place].text in FIRST_NAMES and _leads(part[:place]):
            return place
    return 0


def _is_title(word: str) -> bool:
    """Tell whether ``word`` is a title, or begins with one as "Editor-in-Chief" does."""
    return word in TITLES or ("-" in word and word.split("-", 1)[0] in TITLES)


def _leads(words: list[Word]) -> bool:
    """Tell whether ``words`` are a place or body that can stand before a person's name."""
    phrase = " ".join(word.text for word in words)
    return phrase in PLACES or phrase in BODIES or words[-1].text in BODY_WORDS


def _plain_name(part: list[Word], *, initial: bool) -> list[Run]:
    """Return ``part`` as one name, or nothing if it is only titles or adjectives of origin."""
    words = tuple(word.text for word in part)
    if _NO_NAME.issuperset(words):
        if len(words) > 1 or (initial and words[0] in PLAIN):
            return []
        return [Run(words, part[0].start, part[0].end, part[0].start, (), initial=initial, weak=True)]
    if words[0] in _OFFICES_OF and len(words) > 1 and words[1] in BODY_WORDS:
        return []
    return [Run(words, part[0].start, part[-1].end, part[0].start, (), initial=initial)]


def place_like(words: tuple[str, ...]) -> bool:
    """Tell whether ``words`` name a place: listed, or ending as places do."""
    return " ".join(words) in PLACES or (len(words) > 1 and words[-1] in PLACE_ENDS)


def body_like(words: tuple[str, ...]) -> bool:
    """Tell whether ``words`` name a body: listed, in capitals, or holding a word that bodies' names hold."""
    if " ".join(words) in BODIES or words[-1] in BODIES:
        return True
    if len(words) == 1:
        return len(words[0]) > 1 and words[0].isupper() and "." not in words[0]
    return any(word in BODY_WORDS for word in words[1:] if word not in FIRST_NAMES) or (
        words[0] in BODY_WORDS and words[0] not in FIRST_NAMES
    )
