"""The outer text: what an article says around the words in marks, as tokens and sentences.

A stretch in marks is one token, a name (with the titles before it) is one token, so that the rules see
``STRETCH , NAME said .`` whatever stands inside the marks. Linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.quotations.cues import CUES, PHRASAL, REPORTING_NOUNS
from reader.quotations.scan import LONGEST_ROW, MARKS, Stretch, stretches
from reader.text.names import resolve
from reader.text.names_scan import Run, runs
from reader.text.names_words import ABBREVIATIONS
from reader.text.sentences import paragraphs

if TYPE_CHECKING:
    from reader.model import Name, Span

_TOKEN = re.compile(
    r"\w++(?=[\s,])|"  # first of all, for most words are plain ones
    rf"{MARKS}{{{LONGEST_ROW + 1},}}|"
    r"[A-Za-z]\.(?:[A-Za-z]\.)+|[’'](?:s|d|ll|re|ve|m)\b|\w+(?:[’'\-‐‑&](?!(?:s|d|ll|re|ve|m)\b)\w+)*|--|[^\w\s]"
)
_ENDS = frozenset(".!?")
_ACCORDING = "according"
_NOTED = REPORTING_NOUNS.union(CUES, {_ACCORDING})
_LONGEST_SENTENCE = 300  # tokens: what is longer is no sentence, and the rules look at pairs of a sentence's tokens


class Sort(IntEnum):
    """What a token is."""

    WORD = 0
    MARK = 1
    NAME = 2
    STRETCH = 3


# By their own names: Python 3.11 looks an enumeration's members up by a function, and these are asked at every token.
WORD, MARK, NAME, STRETCH = Sort


class Tok(NamedTuple):
    """One token: ``low`` is its text in small letters, ``ref`` the index of the name or stretch it stands for."""

    sort: Sort
    low: str
    start: int
    end: int
    ref: int = -1


_MAKE = partial(tuple.__new__, Tok)


@dataclass(slots=True)
class Sentence:
    """Tokens ``[first, last)`` of the outline.

    ``cues`` are the places of reporting verbs, ``quoted`` of stretches, ``named`` of names, ``nouns`` of words such as
    "claim", ``according`` of that very word; ``bare`` is kept once it has been asked whether the sentence is nothing
    but stretches.
    """

    first: int
    last: int
    paragraph: int
    cues: list[int] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    nouns: list[int] = field(default_factory=list)
    according: list[int] = field(default_factory=list)
    bare: bool | None = None


@dataclass(slots=True)
class Outline:
    """A text as the rules see it."""

    text: str
    paragraphs: list[Span]
    stretches: list[Stretch]
    runs: list[Run]
    names: list[Name]
    toks: list[Tok]
    sentences: list[Sentence]


def outline(text: str) -> Outline:
    """Return the outline of ``text``."""
    spans = paragraphs(text)
    marked = stretches(text, spans)
    found = runs(text)
    draft = Outline(text, spans, marked, found, resolve(text, found), [], [])
    _Builder(draft).build()
    return draft


def _is_word(token: str) -> bool:
    """Tell whether a token of more than letters is a word: a figure, "’s", "well-known", "U.S."."""
    return token[-1].isalnum() or (token[-1] == "." and token[0] != ".")


class _Builder:
    """Fills an outline's tokens and sentences, paragraph by paragraph."""

    def __init__(self, draft: Outline) -> None:
        """Start at the first stretch and the first name."""
        self.draft = draft
        self.stretch = 0
        self.name = 0

    def build(self) -> None:
        """Go through all paragraphs."""
        draft = self.draft
        for number, paragraph in enumerate(draft.paragraphs):
            first = len(draft.toks)
            at = paragraph.start
            while self.stretch < len(draft.stretches) and draft.stretches[self.stretch].paragraph == number:
                stretch = draft.stretches[self.stretch]
                self._words(at, stretch.outer.start)
                draft.toks.append(Tok(STRETCH, "", stretch.outer.start, stretch.outer.end, self.stretch))
                at = max(at, stretch.outer.end)
                self.stretch += 1
            self._words(at, paragraph.end)
            self._sentences(first, number)

    def _words(self, start: int, end: int) -> None:
        """Append the tokens of ``[start, end)``, a stretch of outer text."""
        draft = self.draft
        text, toks, known, found = draft.text, draft.toks, draft.names, draft.runs
        at = start
        while self.name < len(found) and found[self.name].outer < start:
            self.name += 1
        while at < end:
            stop = found[self.name].outer if self.name < len(found) else end
            stop = min(stop, end)
            made = [
                (WORD if word.isalpha() or _is_word(word) else MARK, word.lower(), match.start(), match.end(), -1)
                for match in _TOKEN.finditer(text, at, stop)
                for word in (match[0],)
            ]
            toks += map(_MAKE, made)
            at = stop
            if stop < end:
                at = min(known[self.name].span.end, end)
                toks.append(_MAKE((NAME, "", stop, at, self.name)))
                self.name += 1

    def _sentences(self, first: int, number: int) -> None:
        """Cut the paragraph's tokens from ``first`` on, at least one, into sentences."""
        toks = self.draft.toks
        last = len(toks) - 1
        sentence = Sentence(first, first, number)
        # Most tokens are words that no rule asks for.
        noted = [at for at, tok in enumerate(toks[first:], first) if tok[0] is not WORD or tok[1] in _NOTED]
        for place in noted:
            if place - sentence.first > _LONGEST_SENTENCE:
                sentence = self._cut(sentence, place)
            sort, low, _, _, _ = toks[place]
            may_end = False
            if sort is WORD:
                self._report(sentence, place, low)
            elif sort is MARK:
                may_end = low in _ENDS
            elif sort is NAME:
                sentence.named.append(place)
            else:
                sentence.quoted.append(place)
                may_end = True
            if may_end and place < last and self._ends(place):
                sentence = self._end(sentence, place)
        self._end(self._cut(sentence, last), last)

    def _cut(self, sentence: Sentence, place: int) -> Sentence:
        """End a sentence that is too long to be one before ``place``, and return the one that holds ``place``."""
        while place - sentence.first > _LONGEST_SENTENCE:
            sentence = self._end(sentence, sentence.first + _LONGEST_SENTENCE)
        return sentence

    def _end(self, sentence: Sentence, place: int) -> Sentence:
        """End a sentence with the token at ``place``, and return the one that begins after it."""
        sentence.last = place + 1
        self.draft.sentences.append(sentence)
        return Sentence(place + 1, place + 1, sentence.paragraph)

    def _report(self, sentence: Sentence, place: int, low: str) -> None:
        """Note a word that may report: a verb, unless it lacks the particle that makes it one, or a noun."""
        toks = self.draft.toks
        if low in CUES and (low not in PHRASAL or (place + 1 < len(toks) and toks[place + 1].low in PHRASAL[low])):
            sentence.cues.append(place)
        if low in REPORTING_NOUNS:
            sentence.nouns.append(place)
        if low == _ACCORDING:
            sentence.according.append(place)

    def _ends(self, place: int) -> bool:
        """Tell whether a sentence ends with the full stop or stretch at ``place``; it is not the paragraph's last."""
        draft = self.draft
        text, tok, following = draft.text, draft.toks[place], draft.toks[place + 1]
        if following.sort == MARK:
            return False
        if tok.sort == STRETCH:
            inner = draft.stretches[tok.ref].inner
            if text[inner.end - 1] not in _ENDS:
                return False
        elif tok.low == "." and place > 0:
            before = draft.toks[place - 1]
            abbreviated = text[before.start : before.end] in ABBREVIATIONS or before.end - before.start == 1
            if before.sort == WORD and abbreviated:
                return False
        return following.sort == STRETCH or not text[following.start].islower()
