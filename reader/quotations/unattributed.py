"""Words in marks that are nobody's: titles of works, nicknames, scare quotes, words mentioned as words.

An ordered list of named rules, asked after the search for a speaker: a frame that touches the words outweighs how they
look. What a rule catches is kept as ``unattributed``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import NameKind
from reader.quotations.grammar import POSSESSOR
from reader.quotations.outline import NAME, STRETCH, WORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.quotations.attribute import Found, Place

_WORD = re.compile(r"[^\W_][\w’'\-]*")
_MOST_WORDS = 9
_SMALL_WORD = 3
_SHORT = 3
_LONE = 1
_WORKS = frozenset(
    {
        *(
            "book",
            "books",
            "memoir",
            "novel",
            "biography",
            "autobiography",
            "play",
            "musical",
            "film",
            "movie",
            "documentary",
        ),
        *(
            "show",
            "series",
            "sitcom",
            "drama",
            "comedy",
            "program",
            "programme",
            "podcast",
            "broadcast",
            "episode",
            "song",
        ),
        *(
            "album",
            "hit",
            "single",
            "track",
            "poem",
            "essay",
            "article",
            "column",
            "report",
            "study",
            "paper",
            "magazine",
        ),
        *("newsletter", "blog", "website", "site", "painting", "opera", "ballet", "exhibition", "game", "ad", "spot"),
        *("commercial", "video", "clip", "titled", "entitled", "called", "named", "headlined", "hosts", "host", "star"),
        *("sequel", "remake", "blockbuster", "bestseller", "trilogy", "edition", "segment", "slogan", "anthem", "tour"),
        *("shows", "films", "movies", "songs", "albums", "novels", "plays", "programs", "programmes", "podcasts"),
        *("initiative", "campaign", "act", "bill", "hashtag", "author", "editor", "co-author", "anchor", "creator"),
    }
)
_AIRED = frozenset({"on", "of", "in", "from", "for", "to"})
_STRONG = frozenset(
    {"frame right after", "frame after a question", "runs on", "same paragraph goes on", "paragraph before goes on"}
)


def nobodys(place: Place, found: Found | None) -> str | None:
    """Return the name of the rule by which the stretch at ``place`` is nobody's words, or None."""
    heading = place.draft.stretches[place.draft.toks[place.at].ref].heading
    if not heading and found is not None and found.rule in _STRONG and not (found.same_as >= 0 and _titled(place)):
        return None
    for rule in RULES:
        name = rule(place, found)
        if name:
            return name
    return None


def words_of(place: Place) -> list[str]:
    """Return the first words of the stretch, one more than a title has."""
    inner = place.draft.stretches[place.draft.toks[place.at].ref].inner
    words: list[str] = []
    for match in _WORD.finditer(place.draft.text, inner.start, inner.end):
        words.append(match.group())
        if len(words) > _MOST_WORDS:
            break
    return words


def _titled(place: Place) -> bool:
    """Tell whether the stretch is written as titles are: every longer word with a capital, not many words."""
    words = words_of(place)
    if not words or len(words) > _MOST_WORDS or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in words if len(word) > _SMALL_WORD)


def _nickname(place: Place, found: Found | None) -> str | None:
    """Leave out what stands inside somebody's name: George "Jay" Keyworth."""
    del found
    toks, at = place.draft.toks, place.at
    sentence = place.sentence
    if len(words_of(place)) > _SHORT or at == sentence.first or at + 1 >= sentence.last:
        return None
    around = toks[at - 1].sort == NAME and toks[at + 1].sort == NAME
    return "nickname" if around and toks[at + 1].start - toks[at].end == 1 else None


def _title(place: Place, found: Found | None) -> str | None:
    """Leave out the title of a work: ABC's "This Week", her memoir, "Tough Choices"."""
    if not _titled(place):
        return None
    toks, sentence = place.draft.toks, place.sentence
    at = place.at - 1
    while at >= sentence.first and (toks[at].low in {",", "("} or toks[at].sort == STRETCH or _and(place, at)):
        at -= 1
    if at < sentence.first:
        return None if found is not None else "title"
    following = toks[place.at + 1] if place.at + 1 < sentence.last else None
    after_work = following is not None and following.sort == WORD and following.low in _WORKS
    return "title of a work" if after_work or _announced(place, at) else None


def _and(place: Place, at: int) -> bool:
    """Tell whether the token at ``at`` is the "and" of a list of stretches."""
    toks = place.draft.toks
    return toks[at].low == "and" and at > place.sentence.first and toks[at - 1].sort == STRETCH


def _announced(place: Place, at: int) -> bool:
    """Tell whether the token at ``at`` before a title announces one: a sort of work, a broadcaster, "on"."""
    toks, first = place.draft.toks, place.sentence.first
    before = toks[at]
    if before.sort == NAME:
        return place.at - at == 1 and place.draft.names[before.ref].kind is NameKind.BODY
    if before.low in POSSESSOR and at > first and toks[at - 1].sort == NAME:
        return place.draft.names[toks[at - 1].ref].kind is not NameKind.PERSON
    return before.low in _WORKS or before.low in _AIRED


def _heading(place: Place, found: Found | None) -> str | None:
    """Leave out a heading's words in single marks unless somebody is said to say them."""
    stretch = place.draft.stretches[place.draft.toks[place.at].ref]
    if not stretch.heading:
        return None
    strong = found is not None and found.rule in {"name and colon", "frame right before", "frame right after"}
    return None if strong else "heading"


def _scare(place: Place, found: Found | None) -> str | None:
    """Leave out a word or a title in a sentence that reports nothing: the "moderate" vote."""
    if found is None:
        return "no speaker"
    if found.rule == "subject of the sentence" and (len(words_of(place)) <= _LONE or _titled(place)):
        return "scare quotes"
    if found.rule == "frame after in the sentence" and _titled(place):
        return "scare quotes"
    if found.rule == "paragraph before" and _titled(place):
        return "heading"
    return None


RULES: tuple[Callable[[Place, Found | None], str | None], ...] = (_nickname, _title, _heading, _scare)
