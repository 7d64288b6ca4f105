"""The subject of a reporting verb: before it, after it ("said Ann Lee"), or the clause's.

Every walk is bounded, so the whole is linear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import NameKind
from reader.quotations.cues import ADVERBS, AUXILIARIES, BE, CUES
from reader.quotations.grammar import (
    DETERMINERS,
    NO_NOUN,
    PERSONAL,
    POSSESSIVES,
    POSSESSOR,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from reader.quotations.outline import MARK, NAME, STRETCH, WORD
from reader.quotations.walk import FARTHEST, Form, Mention, governed, one, walk_left

if TYPE_CHECKING:
    from reader.quotations.outline import Outline, Sentence

# Verbs that want an object before their words ("told AFP"): what follows them is no subject.
WITH_OBJECT = frozenset(
    {"tell", "call", "describe", "quote", "cite", "thank", "accuse", "urge", "assure", "advise", "label", "dub"}
)
_BEFORE_INVERSION = frozenset({",", "—", "–", "?", "!"})
_LONGEST_SUBJECT = 12
_LONGEST_ROLE = 6


def find_subject(draft: Outline, sentence: Sentence, cue: int) -> Mention | None:
    """Return the subject of the reporting verb at token ``cue`` of ``sentence``."""
    toks = draft.toks
    if cue + 2 < sentence.last and toks[cue + 1].low == "by":
        agent, stop = _name_after(draft, sentence, cue + 2)
        if agent is not None:
            return agent
        if stop > cue + 2 and (toks[cue + 2].low in DETERMINERS or toks[stop - 1].low.endswith("s")):
            return Mention(Form.NOUN, stop - 1, cue + 2, stop - 1, "noun after the verb")
        return None
    if _can_invert(draft, sentence, cue):
        if cue > sentence.first and toks[cue - 1].low == ",":
            apart = walk_left(draft, sentence, cue)
            if apart is not None and apart.form is not Form.NOUN and apart.how == "before an apposition":
                return apart
        after = _inverted(draft, sentence, cue)
        if after is not None:
            return after
    return walk_left(draft, sentence, cue) or clause_subject(draft, sentence, cue)


def _can_invert(draft: Outline, sentence: Sentence, cue: int) -> bool:
    """Tell whether a subject may follow the verb at ``cue``: right after a stretch or a comma, or first of all."""
    verb = CUES[draft.toks[cue].low]
    if verb.form == "ing" or verb.lemma in WITH_OBJECT:
        return False
    if cue == sentence.first:
        return True
    before = draft.toks[cue - 1]
    return before.sort == STRETCH or (before.sort == MARK and before.low in _BEFORE_INVERSION)


def _inverted(draft: Outline, sentence: Sentence, cue: int) -> Mention | None:
    """Return the subject that follows the verb at ``cue``, if what comes after it can't be the verb's object."""
    toks = draft.toks
    place = cue + 1
    if place >= sentence.last:
        return None
    if toks[place].sort == WORD and toks[place].low in SUBJECT_PRONOUNS:
        head: Mention | None = one(Form.PRONOUN, place, "after the verb")
    else:
        head, stop = _name_after(draft, sentence, place)
        if head is None:
            return _noun_after(draft, sentence, cue, stop)
    if head is None or _goes_on(draft, sentence, cue, head.at + 1):
        return None
    if cue > sentence.first and toks[cue - 1].sort == STRETCH:
        return head
    follows = toks[head.at + 1] if head.at + 1 < sentence.last else None
    if follows is None or follows.sort in {MARK, STRETCH} or follows.low in PREPOSITIONS:
        return head
    return None


def _name_after(draft: Outline, sentence: Sentence, start: int) -> tuple[Mention | None, int]:
    """Return the last name of the noun phrase that begins at ``start``, and where the phrase stops."""
    toks = draft.toks
    head: Mention | None = None
    place = start
    while place < min(sentence.last, start + _LONGEST_SUBJECT):
        tok = toks[place]
        if tok.sort == NAME:
            head = one(Form.NAME, place, "after the verb")
            if place + 1 < sentence.last and toks[place + 1].low in POSSESSOR:
                head = None
                place += 1
        elif tok.sort != WORD or tok.low in NO_NOUN or (head is not None and tok.low in DETERMINERS):
            break
        place += 1
    return head, place


def _goes_on(draft: Outline, sentence: Sentence, cue: int, place: int) -> bool:
    """Tell whether a verb follows at ``place``, so that what the rule took for a subject is one of another clause."""
    if place >= sentence.last or cue - 1 <= sentence.first:
        return False
    low = draft.toks[place].low
    return low in AUXILIARIES or low in BE


def _noun_after(draft: Outline, sentence: Sentence, cue: int, stop: int) -> Mention | None:
    """Return the noun phrase ``[cue + 1, stop)``, or the name in apposition to it."""
    toks = draft.toks
    first = toks[cue + 1]
    if stop <= cue + 1 or not (first.sort == NAME or first.low in DETERMINERS or first.low in POSSESSIVES):
        return None
    if stop + 1 < sentence.last and toks[stop].low == "," and toks[stop + 1].sort == NAME:
        return Mention(Form.NAME, stop + 1, cue + 1, stop + 1, "after the verb")
    if cue == sentence.first or toks[cue - 1].sort != STRETCH or _goes_on(draft, sentence, cue, stop):
        return None
    return Mention(Form.NOUN, stop - 1, cue + 1, stop - 1, "noun after the verb")


def clause_subject(draft: Outline, sentence: Sentence, before: int) -> Mention | None:
    """Return the first mention of ``sentence`` before token ``before`` that can be its subject."""
    toks = draft.toks
    start = sentence.first
    first = toks[start]
    if first.sort == WORD and (
        first.low in SUBORDINATORS or first.low in PREPOSITIONS or first.low.endswith("ing") or first.low == "asked"
    ):
        for at in range(start, min(before, start + FARTHEST)):
            if toks[at].low == ",":
                found = _first_mention(draft, at + 1, before)
                if found is not None:
                    return found
                break
    return _first_mention(draft, start, before) or _first_noun(draft, start, before)


def _first_noun(draft: Outline, start: int, stop: int) -> Mention | None:
    """Return the noun phrase that begins the clause: "The ad", "A paper from the institution"."""
    toks = draft.toks
    if toks[start].low not in DETERMINERS and toks[start].low not in POSSESSIVES:
        return None
    at = start + 1
    while at < min(stop, start + _LONGEST_ROLE) and toks[at].sort in {WORD, NAME}:
        low = toks[at].low
        if low in NO_NOUN or low in CUES or low in ADVERBS or low in BE:
            break
        at += 1
    return Mention(Form.NOUN, at - 1, start, at - 1, "noun of the clause") if at > start + 1 else None


def _first_mention(draft: Outline, start: int, stop: int) -> Mention | None:
    """Return the first name or pronoun in ``[start, stop)`` that is no possessor and in no prepositional phrase."""
    toks = draft.toks
    place_name: Mention | None = None
    for at in range(start, min(stop, start + FARTHEST)):
        tok = toks[at]
        if tok.sort == NAME:
            if at + 1 < stop and toks[at + 1].low in POSSESSOR:
                continue
            if _modifies(draft, at, stop):
                continue
            if at > start and governed(draft, start, at) >= 0:
                continue
            found = one(Form.NAME, at, "subject of the clause")
            if draft.names[tok.ref].kind is not NameKind.PLACE:
                return found
            place_name = place_name or found
        elif tok.sort == WORD and tok.low in PERSONAL and tok.low != "it":
            return one(Form.PRONOUN, at, "subject of the clause")
    return place_name


def _modifies(draft: Outline, at: int, stop: int) -> bool:
    """Tell whether the name at ``at`` stands before another one that it describes: "Clinton spokesman Ann Lee"."""
    toks = draft.toks
    for place in range(at + 1, min(stop, at + _LONGEST_ROLE)):
        tok = toks[place]
        if tok.sort == NAME:
            return True
        if tok.sort != WORD or tok.low in NO_NOUN or tok.low in CUES or tok.low in ADVERBS or tok.low in DETERMINERS:
            return False
    return False
