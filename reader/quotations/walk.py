"""From a reporting verb leftwards to its subject, over what may stand between."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.model import NameKind
from reader.quotations.cues import ADVERBS, AUXILIARIES, BE, CUES
from reader.quotations.grammar import (
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    PERSONAL,
    POSSESSIVES,
    POSSESSOR,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    VERBS_OF_BEING,
)
from reader.quotations.outline import MARK, NAME, STRETCH, WORD

if TYPE_CHECKING:
    from reader.quotations.outline import Outline, Sentence, Tok

FARTHEST = 45  # tokens that a walk goes at most: keeps the whole linear
_CLAUSE_ENDS = frozenset({";", ":", "?", "!", "."})
_CLOSERS = {",": frozenset({","}), ")": frozenset({"("}), "]": frozenset({"["})}
_STEPPED_OVER = ADVERBS | AUXILIARIES | BE
_FAR_PREPOSITION = 4


class Form(StrEnum):
    """What words a mention is made of."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOUN = "noun"


class Mention(NamedTuple):
    """Somebody who is mentioned: tokens ``[first, last]``; ``at`` is the head's token. ``how`` found it."""

    form: Form
    at: int
    first: int
    last: int
    how: str


def one(form: Form, at: int, how: str) -> Mention:
    """Return a mention of a single token."""
    return Mention(form, at, at, at, how)


def walk_left(draft: Outline, sentence: Sentence, cue: int) -> Mention | None:
    """Return the mention that the verb at ``cue`` leads back to, or None."""
    return _Walk(draft, max(sentence.first, cue - FARTHEST), cue).mention()


class _Walk:
    """One walk to the left: ``place`` is where it stands, ``how`` what it has stepped over."""

    def __init__(self, draft: Outline, lowest: int, cue: int) -> None:
        """Begin before the verb."""
        self.draft = draft
        self.toks = draft.toks
        self.lowest = lowest
        self.place = cue - 1
        self.how = "before the verb"
        self.inner: Mention | None = None
        self.stopped = False

    def mention(self) -> Mention | None:
        """Walk until a subject is found; else return the last name that a preposition governs."""
        while not self.stopped and self.place >= self.lowest:
            tok = self.toks[self.place]
            if tok.sort == NAME:
                found = self._name()
            elif tok.sort == MARK:
                found = self._mark(tok)
            elif tok.sort == STRETCH:
                break
            else:
                found = self._word(tok)
            if found is not None:
                return found
        return self.inner

    def _name(self) -> Mention | None:
        """Take a name, unless a preposition governs it: then go on before the preposition."""
        found = one(Form.NAME, self.place, self.how)
        if self.how == "relative clause":
            return found
        pair = _first_of_pair(self.draft, self.lowest, found)
        preposition = governed(self.draft, self.lowest, pair.at)
        if preposition < 0:
            return pair
        self.inner = self.inner or found
        self.place = preposition - 1
        self.how = "before a phrase before the verb"
        return None

    def _mark(self, tok: Tok) -> Mention | None:
        """Step over an apposition, a bracket or a dash; a name alone between commas is the subject."""
        if tok.low in _CLAUSE_ENDS:
            self.stopped = True
            return None
        opened = _opened(self.toks, self.place, self.lowest)
        if opened < 0:
            self.place -= 1
            return None
        if self.place - opened == 2 and self.toks[opened + 1].sort == NAME and tok.low == ",":  # noqa: PLR2004 - ", Lee ,"
            return one(Form.NAME, opened + 1, "in apposition")
        self.place = opened - 1
        self.how = "before an apposition"
        return None

    def _word(self, tok: Tok) -> Mention | None:
        """Take a pronoun or a noun, step over adverbs and auxiliaries, stop at another verb."""
        if tok.low in PERSONAL:
            return one(Form.PRONOUN, self.place, self.how)
        if tok.low in RELATIVES:
            self.place -= 1
            self.how = "relative clause"
            if self.place >= self.lowest and self.toks[self.place].low in {",", "and"}:
                self.place -= 1
        elif tok.low in _STEPPED_OVER or tok.low.endswith("ly"):
            self.place -= 1
        elif tok.low in CONJUNCTIONS or tok.low in PREPOSITIONS or (tok.low in CUES and not self._is_noun()):
            self.stopped = True
        else:
            return self._noun(tok)
        return None

    def _noun(self, tok: Tok) -> Mention | None:
        """Take a noun phrase, or the name it stands in apposition to; step over phrases of time and place."""
        start = phrase_start(self.draft, self.lowest, self.place)
        before = self.toks[start - 1] if start > self.lowest else None
        if before is not None and before.sort == WORD and self.how != "relative clause":
            if before.low in PREPOSITIONS:
                self.place = start - 2
                self.how = "before a phrase before the verb"
                return None
            if before.low in VERBS_OF_BEING or before.low in AUXILIARIES:
                self.stopped = True
                return None
        if tok.low in TIMES:
            self.place = start - 1
            return None
        named = start - 2
        if before is not None and before.low == "," and named >= self.lowest and self.toks[named].sort == NAME:
            kind = self.draft.names[self.toks[named].ref].kind
            if kind is not NameKind.PLACE and governed(self.draft, self.lowest, named) < 0:
                return one(Form.NAME, named, "before an apposition")
        return Mention(Form.NOUN, self.place, start, self.place, self.how)

    def _is_noun(self) -> bool:
        """Tell whether a word that could be a verb follows a determiner or possessor: "the report"."""
        if self.place <= self.lowest:
            return False
        at = self.place - 1
        if self.toks[at].sort == NAME and at > self.lowest:
            at -= 1
        before = self.toks[at].low
        return before in DETERMINERS or before in POSSESSIVES or before in POSSESSOR


def governed(draft: Outline, lowest: int, place: int) -> int:
    """Return the place of the preposition that governs the name at ``place``, or -1.

    A preposition that begins the sentence governs nothing here: what follows "In Iowa" is settled by its comma.
    """
    toks = draft.toks
    for at in range(place - 1, max(lowest - 1, place - 1 - _FAR_PREPOSITION), -1):
        tok = toks[at]
        if tok.sort == WORD and tok.low in PREPOSITIONS:
            if tok.low in SUBORDINATORS:
                return -1
            return at if at > lowest and toks[at - 1].sort in {WORD, NAME} else -1
        if tok.sort not in {WORD, NAME} or tok.low in CONJUNCTIONS or tok.low in CUES:
            return -1
        if tok.low in AUXILIARIES or tok.low in BE or tok.low in RELATIVES or tok.low in PERSONAL:
            return -1
    return -1


def _first_of_pair(draft: Outline, lowest: int, found: Mention) -> Mention:
    """Return the first of two names that "and" joins, or ``found`` itself."""
    toks = draft.toks
    joint = found.at - 1
    if joint > lowest and toks[joint].low == "the":
        joint -= 1
    first = joint - 1
    if first < lowest or toks[joint].low != "and" or toks[first].sort != NAME:
        return found
    return Mention(Form.NAME, first, first, found.last, found.how)


def _opened(toks: list[Tok], place: int, lowest: int) -> int:
    """Return where the apposition opened that the mark at ``place`` closes, or -1."""
    close = toks[place].low
    wanted = DASHES if close in DASHES else _CLOSERS.get(close)
    if wanted is None:
        return -1
    for at in range(place - 1, lowest - 1, -1):
        if toks[at].low in wanted:
            return at
    return -1


def phrase_start(draft: Outline, lowest: int, head: int) -> int:
    """Return the first token of the noun phrase whose last word stands at ``head``."""
    toks = draft.toks
    at = head
    while at > lowest:
        tok = toks[at - 1]
        if tok.sort != NAME and (
            tok.sort != WORD
            or tok.low in PREPOSITIONS
            or tok.low in CONJUNCTIONS
            or tok.low in RELATIVES
            or tok.low in AUXILIARIES
            or tok.low in VERBS_OF_BEING
            or tok.low in PERSONAL
        ):
            break
        at -= 1
        if tok.low in DETERMINERS or tok.low in POSSESSIVES:
            break
    return at
