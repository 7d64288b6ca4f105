"""Roles: "the Florida senator", "the prime minister" — whom a noun phrase without a name means.

While an article is read, the titles and nouns that stand before and after a person's name are kept; a definite phrase
with one of them as its head is that person, the latest one who fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import NameKind
from reader.quotations.cues import AUXILIARIES, CUES
from reader.quotations.grammar import DETERMINERS, NO_NOUN, POSSESSIVES, POSSESSOR
from reader.quotations.outline import NAME, WORD

if TYPE_CHECKING:
    from reader.quotations.outline import Outline

_TITLE_NOUNS = {
    "sen": ("senator",),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker"),
    "gov": ("governor",),
    "dr": ("doctor",),
    "prof": ("professor",),
    "gen": ("general",),
    "col": ("colonel",),
    "lt": ("lieutenant",),
    "sgt": ("sergeant",),
    "capt": ("captain",),
    "rev": ("reverend", "pastor"),
    "det": ("detective",),
    "ms": (),
    "mr": (),
    "mrs": (),
    "miss": (),
}
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})
_NO_DESCRIPTION = NO_NOUN.union(AUXILIARIES, CUES)
_FARTHEST = 8
_LONGEST_WORD_LIST = 24


class Roles:
    """The nouns by which the people of one article have been described."""

    def __init__(self, draft: Outline) -> None:
        """Begin with nobody."""
        self.draft = draft
        self.by_noun: dict[str, dict[str, frozenset[str]]] = {}

    def note(self, at: int, first: int, last: int, name: str) -> None:
        """Remember how the name at token ``at`` of the sentence ``[first, last)`` is described."""
        toks = self.draft.toks
        words: set[str] = set()
        for title in self.draft.runs[toks[at].ref].titles:
            words.add(title.lower())
            words.update(_TITLE_NOUNS.get(title.lower(), ()))
        place = at - 1
        lowest = max(first, at - _FARTHEST)
        while place >= lowest and _describes(self.draft, place):
            words.add(self._word(place))
            place -= 1
        if at + 2 < last and toks[at + 1].low == ",":
            place = at + 2
            stop = min(last, place + _FARTHEST)
            while place < stop and _describes(self.draft, place):
                words.add(self._word(place))
                place += 1
        words.discard("")
        if not words or len(words) > _LONGEST_WORD_LIST:
            return
        described = frozenset(words)
        for word in words:
            people = self.by_noun.setdefault(word, {})
            people[name] = people.pop(name, frozenset()) | described

    def find(self, first: int, last: int) -> str | None:
        """Return the person whom the noun phrase of tokens ``[first, last]`` means, or None."""
        toks = self.draft.toks
        if toks[first].low not in _DEFINITE:
            return None
        people = self.by_noun.get(toks[last].low)
        if not people:
            return None
        wanted = {self._word(at) for at in range(first + 1, last + 1)} - {""}
        best, best_fit = None, 0
        for name in reversed(people):
            fit = len(wanted & people[name])
            if fit > best_fit:
                best, best_fit = name, fit
        return best

    def _word(self, at: int) -> str:
        """Return the word of a token that can describe: a name's last word, a noun, "" for a determiner."""
        tok = self.draft.toks[at]
        if tok.sort == NAME:
            return self.draft.runs[tok.ref].words[-1].lower()
        return "" if tok.low in DETERMINERS or tok.low in POSSESSIVES or tok.low in POSSESSOR else tok.low


def _describes(draft: Outline, at: int) -> bool:
    """Tell whether the token at ``at`` can be part of a description next to a name."""
    tok = draft.toks[at]
    if tok.sort == NAME:
        kind = draft.names[tok.ref].kind
        return kind is NameKind.PLACE or kind is NameKind.BODY
    return tok.sort == WORD and tok.low not in _NO_DESCRIPTION
