"""Reporting frames: a reporting verb in use, with its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.quotations.cues import ADVERBS, AUXILIARIES, BE, CUES, PHRASAL
from reader.quotations.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    POSSESSIVES,
    POSSESSOR,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from reader.quotations.mentions import clause_subject, find_subject
from reader.quotations.outline import MARK, NAME, STRETCH, WORD
from reader.quotations.walk import FARTHEST, Form, Mention, one, phrase_start, walk_left

if TYPE_CHECKING:
    from reader.quotations.cues import Cue
    from reader.quotations.outline import Outline, Sentence, Tok

_OBJECT_OF = frozenset({"for", "of"})
_AFTER_VERB = frozenset({",", ":", "."})
_COMPLEMENTS = frozenset({"that", "to", "of", "on", "about", "for", "against", "with"})
_FARTHEST_POSSESSOR = 4
_LONGEST_BODY = 10
_SHORTEST_HEADING = 4
_NEVER_NOUNS = frozenset({"say", "tell", "write", "add"})
_BEFORE_NOUNS = (DETERMINERS - RELATIVES) | POSSESSIVES
_PEOPLE = frozenset({"people", "men", "women", "police", "some", "many", "others", "most", "few", "several"})


class Frame(NamedTuple):
    """A reporting verb at token ``cue`` with its subject; the cue's words are tokens ``[cue, last]``."""

    cue: int
    last: int
    subject: Mention
    lemma: str
    speech: bool

    @property
    def left(self) -> int:
        """The first token of the frame."""
        return min(self.cue, self.subject.first)

    @property
    def right(self) -> int:
        """The last token of the frame."""
        return max(self.last, self.subject.last)


def frames(draft: Outline, sentence: Sentence) -> list[Frame]:
    """Return the reporting frames of ``sentence`` in order."""
    found: list[Frame] = []
    for cue in sentence.cues:
        verb = CUES[draft.toks[cue].low]
        if not _in_use(draft, sentence, cue, verb):
            continue
        subject = _subject(draft, sentence, cue, verb, found)
        if subject is not None:
            subject = _whole(draft, sentence, subject, cue)
            last = cue + 1 if draft.toks[cue].low in PHRASAL else cue
            found.append(Frame(cue, last, subject, verb.lemma, speech=verb.speech))
    if sentence.according:
        found += _according(draft, sentence)
    if sentence.nouns:
        found += _nouns(draft, sentence, {frame.cue for frame in found})
    if sentence.named and sentence.named[0] == sentence.first:
        found += _heading(draft, sentence)
    if len(found) > 1:
        found.sort(key=_cue)
    return found


def _whole(draft: Outline, sentence: Sentence, subject: Mention, cue: int) -> Mention:
    """Return ``subject`` with the words before its name: "campaign manager Ann Lee"."""
    if subject.form is not Form.NAME or subject.at > cue:
        return subject
    first = phrase_start(draft, max(sentence.first, subject.at - FARTHEST), subject.at)
    return Mention(subject.form, subject.at, min(first, subject.first), subject.last, subject.how)


def _cue(frame: Frame) -> int:
    """Return the place of the frame's verb."""
    return frame.cue


def _subject(draft: Outline, sentence: Sentence, cue: int, verb: Cue, before: list[Frame]) -> Mention | None:
    """Return the subject of a verb in use; a participle takes the subject of the frame before it."""
    toks = draft.toks
    previous = toks[cue - 1] if cue > sentence.first else None
    if verb.form == "ing" and (previous is None or previous.low not in BE):
        if previous is not None and previous.low in _OBJECT_OF:
            for at in range(cue - 2, max(sentence.first, cue - 5) - 1, -1):
                if toks[at].sort == NAME:
                    return one(Form.NAME, at, "object of the verb before")
        if before and before[-1].cue < cue:
            earlier = before[-1].subject
            return Mention(earlier.form, earlier.at, earlier.first, earlier.last, "subject of the clause")
        return (
            clause_subject(draft, sentence, cue)
            or _subject_after_comma(draft, sentence, cue)
            or walk_left(draft, sentence, cue)
        )
    if verb.form == "past" and previous is not None and previous.low in {"and", "but"} and before:
        earlier = before[-1].subject
        return Mention(earlier.form, earlier.at, earlier.first, earlier.last, "subject of the clause")
    return find_subject(draft, sentence, cue)


def _subject_after_comma(draft: Outline, sentence: Sentence, cue: int) -> Mention | None:
    """Return the name that follows the phrase a participle begins the sentence with ("Calling it …, Trump said")."""
    if cue > sentence.first + 1:
        return None
    toks = draft.toks
    for at in range(cue + 1, min(sentence.last - 1, cue + 40)):
        if toks[at].low == "," or (toks[at].sort == STRETCH and _ends_in_comma(draft, toks[at])):
            following = toks[at + 1]
            if following.sort == NAME:
                return one(Form.NAME, at + 1, "after the opening phrase")
            if following.low in SUBJECT_PRONOUNS:
                return one(Form.PRONOUN, at + 1, "after the opening phrase")
    return None


def _ends_in_comma(draft: Outline, tok: Tok) -> bool:
    """Tell whether the stretch of ``tok`` has a comma before its closing mark."""
    return draft.text[draft.stretches[tok.ref].inner.end - 1] == ","


def _in_use(draft: Outline, sentence: Sentence, cue: int, verb: Cue) -> bool:
    """Tell whether the word at ``cue`` is used as an active verb."""
    toks = draft.toks
    place = cue - 1
    while place > sentence.first and (toks[place].low in ADVERBS or toks[place].low.endswith("ly")):
        place -= 1
    if place < sentence.first:
        return verb.form in {"ing", "past", "s"}
    previous = toks[place]
    low = previous.low
    following = ":" if cue + 1 == sentence.last else _following(toks[cue + 1])
    if previous.sort == WORD and low in _BEFORE_NOUNS:
        return low in _PEOPLE and verb.form != "ing"
    match verb.form:
        case "adjective":
            used = low in BE
        case "past":
            used = low not in BE or low in POSSESSOR or following == "by"
        case "base":
            used = _base_in_use(previous, verb, following) or _is_plural(draft, previous)
        case "s":
            used = _third_person_in_use(previous, verb, following)
        case _:
            used = low not in POSSESSOR or place < cue - 1 or toks[max(place - 1, 0)].low in PERSONAL
    return used


def _following(tok: Tok) -> str:
    """Return the word or mark after a verb; a stretch counts as a colon, for words come."""
    if tok.sort == STRETCH:
        return ":"
    return tok.low


def _base_in_use(previous: Tok, verb: Cue, following: str) -> bool:
    """Tell whether a verb's plain form is used as a verb after ``previous``."""
    low = previous.low
    if low in AUXILIARIES or low in PERSONAL or low in RELATIVES or low in _PEOPLE:
        return True
    if low in {"to", "and"}:
        return verb.speech or low == "to"
    plural = previous.sort == WORD and low.endswith("s") and low not in POSSESSOR
    return plural and (verb.lemma == "say" or following == "that")


def _is_plural(draft: Outline, previous: Tok) -> bool:
    """Tell whether ``previous`` is one capitalised plural that begins its sentence: "Forecasters say"."""
    if previous.sort != NAME:
        return False
    run = draft.runs[previous.ref]
    return run.initial and len(run.words) == 1 and run.words[0].endswith("s")


def _third_person_in_use(previous: Tok, verb: Cue, following: str) -> bool:
    """Tell whether a form in "-s" is a verb after ``previous`` and not a plural."""
    low = previous.low
    if low in POSSESSOR or low in PREPOSITIONS:
        return False
    if previous.sort != WORD or low in PERSONAL or low in RELATIVES or low in CONJUNCTIONS:
        return True
    return verb.lemma in _NEVER_NOUNS or following == "that" or (verb.speech and following in _AFTER_VERB)


def _heading(draft: Outline, sentence: Sentence) -> list[Frame]:
    """Return the frame of a heading or entry that begins with a name and a colon: "Gantz: …"."""
    toks = draft.toks
    first = sentence.first
    if sentence.last - first < _SHORTEST_HEADING or toks[first].sort != NAME or toks[first + 1].low != ":":
        return []
    return [Frame(first + 1, first + 1, one(Form.NAME, first, "before a colon"), lemma=":", speech=True)]


def _nouns(draft: Outline, sentence: Sentence, verbs: set[int]) -> list[Frame]:
    """Return a frame for each noun of saying that has a possessor and a complement: "Gantz's claim that …"."""
    toks = draft.toks
    found: list[Frame] = []
    for at in sentence.nouns:
        if at in verbs or at + 1 >= sentence.last or toks[at + 1].low not in _COMPLEMENTS:
            continue
        for place in range(at - 1, max(sentence.first - 1, at - _FARTHEST_POSSESSOR), -1):
            low = toks[place].low
            if low in POSSESSOR and place > sentence.first and toks[place - 1].sort == NAME:
                found.append(Frame(at, at, one(Form.NAME, place - 1, "possessor"), lemma="noun", speech=False))
            elif low in {"his", "her"}:
                found.append(Frame(at, at, one(Form.PRONOUN, place, "possessor"), lemma="noun", speech=False))
            elif toks[place].sort == WORD and low not in PREPOSITIONS:
                continue
            break
    return found


def _according(draft: Outline, sentence: Sentence) -> list[Frame]:
    """Return a frame for each "according to X" of the sentence."""
    toks = draft.toks
    found: list[Frame] = []
    for at in sentence.according:
        if at + 2 < sentence.last and toks[at + 1].low == "to":
            mention = _after_according(draft, sentence, at + 2)
            if mention is not None:
                found.append(Frame(at, at + 1, mention, lemma="according", speech=True))
    return found


def _after_according(draft: Outline, sentence: Sentence, start: int) -> Mention | None:
    """Return whom the noun phrase at ``start`` means."""
    toks = draft.toks
    place = start
    while place < min(sentence.last, start + _LONGEST_BODY):
        tok = toks[place]
        if tok.sort == NAME and not (place + 1 < sentence.last and toks[place + 1].low in POSSESSOR):
            return Mention(Form.NAME, place, start, place, "according to")
        if tok.sort in {MARK, STRETCH} or (tok.sort == WORD and tok.low in PREPOSITIONS):
            break
        place += 1
    return Mention(Form.NOUN, place - 1, start, place - 1, "according to") if place > start else None
