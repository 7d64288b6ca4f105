"""Reporting frames: a reporting verb in use, with its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from reader.quotations.outline import Sort
from reader.quotations.walk import Form, Mention, one, walk_left

if TYPE_CHECKING:
    from reader.quotations.cues import Cue
    from reader.quotations.outline import Outline, Sentence, Tok

_OBJECT_OF = frozenset({"for", "of"})
_AFTER_VERB = frozenset({",", ":", "."})
_NEVER_NOUNS = frozenset({"say", "tell", "write", "add"})
_PEOPLE = frozenset({"people", "men", "women", "police", "some", "many", "others", "most", "few", "several"})


@dataclass(frozen=True, slots=True)
class Frame:
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
            last = cue + 1 if draft.toks[cue].low in PHRASAL else cue
            found.append(Frame(cue, last, subject, verb.lemma, speech=verb.speech))
    found.extend(_according(draft, sentence))
    found.sort(key=_cue)
    return found


def _cue(frame: Frame) -> int:
    """Return the place of the frame's verb."""
    return frame.cue


def _subject(draft: Outline, sentence: Sentence, cue: int, verb: Cue, before: list[Frame]) -> Mention | None:
    """Return the subject of a verb in use; a participle takes the subject of the frame before it."""
    toks = draft.toks
    previous = toks[cue - 1] if cue > sentence.first else None
    if verb.form == "ing" and previous is not None and previous.low not in BE:
        if previous.low in _OBJECT_OF:
            for at in range(cue - 2, max(sentence.first, cue - 5) - 1, -1):
                if toks[at].sort == Sort.NAME:
                    return one(Form.NAME, at, "object of the verb before")
        if before and before[-1].cue < cue:
            earlier = before[-1].subject
            return Mention(earlier.form, earlier.at, earlier.first, earlier.last, "subject of the clause")
        return (
            clause_subject(draft, sentence, cue)
            or _subject_after_comma(draft, sentence, cue)
            or walk_left(draft, sentence, cue)
        )
    return find_subject(draft, sentence, cue)


def _subject_after_comma(draft: Outline, sentence: Sentence, cue: int) -> Mention | None:
    """Return the name that follows the phrase a participle begins the sentence with ("Calling it …, Trump said")."""
    if cue > sentence.first + 1:
        return None
    toks = draft.toks
    for at in range(cue + 1, min(sentence.last - 1, cue + 40)):
        if toks[at].low == ",":
            following = toks[at + 1]
            if following.sort == Sort.NAME:
                return one(Form.NAME, at + 1, "after the opening phrase")
            if following.low in SUBJECT_PRONOUNS:
                return one(Form.PRONOUN, at + 1, "after the opening phrase")
    return None


def _in_use(draft: Outline, sentence: Sentence, cue: int, verb: Cue) -> bool:
    """Tell whether the word at ``cue`` is used as an active verb."""
    toks = draft.toks
    place = cue - 1
    while place > sentence.first and toks[place].low in ADVERBS:
        place -= 1
    if place < sentence.first:
        return verb.form in {"ing", "past", "s"}
    previous = toks[place]
    low = previous.low
    following = ":" if cue + 1 == sentence.last else _following(toks[cue + 1])
    if previous.sort == Sort.WORD and (low in DETERMINERS - RELATIVES or low in POSSESSIVES):
        return low in _PEOPLE and verb.form != "ing"
    if verb.form == "past":
        return low not in BE or low in POSSESSOR
    if verb.form == "base":
        return _base_in_use(previous, verb, following)
    if verb.form == "s":
        return _third_person_in_use(previous, verb, following)
    return low not in POSSESSOR


def _following(tok: Tok) -> str:
    """Return the word or mark after a verb; a stretch counts as a colon, for words come."""
    if tok.sort == Sort.STRETCH:
        return ":"
    return tok.low


def _base_in_use(previous: Tok, verb: Cue, following: str) -> bool:
    """Tell whether a verb's plain form is used as a verb after ``previous``."""
    low = previous.low
    if low in AUXILIARIES or low in PERSONAL or low in RELATIVES or low in _PEOPLE:
        return True
    if low in {"to", "and"}:
        return verb.speech
    return previous.sort == Sort.WORD and low.endswith("s") and (verb.lemma == "say" or following == "that")


def _third_person_in_use(previous: Tok, verb: Cue, following: str) -> bool:
    """Tell whether a form in "-s" is a verb after ``previous`` and not a plural."""
    low = previous.low
    if low in POSSESSOR or low in PREPOSITIONS:
        return False
    if previous.sort != Sort.WORD or low in PERSONAL or low in RELATIVES or low in CONJUNCTIONS:
        return True
    return verb.lemma in _NEVER_NOUNS or following == "that" or (verb.speech and following in _AFTER_VERB)


def _according(draft: Outline, sentence: Sentence) -> list[Frame]:
    """Return a frame for each "according to X" of the sentence."""
    toks = draft.toks
    found: list[Frame] = []
    for at in range(sentence.first, sentence.last - 2):
        if toks[at].low == "according" and toks[at + 1].low == "to":
            mention = _after_according(draft, sentence, at + 2)
            if mention is not None:
                found.append(Frame(at, at + 1, mention, lemma="according", speech=True))
    return found


def _after_according(draft: Outline, sentence: Sentence, start: int) -> Mention | None:
    """Return whom the noun phrase at ``start`` means."""
    toks = draft.toks
    stop = min(sentence.last, start + 10)
    for place in range(start, stop):
        tok = toks[place]
        if tok.sort == Sort.NAME and not (place + 1 < sentence.last and toks[place + 1].low in POSSESSOR):
            return Mention(Form.NAME, place, start, place, "according to")
        if tok.sort in {Sort.MARK, Sort.STRETCH} or (tok.sort == Sort.WORD and tok.low in PREPOSITIONS):
            return Mention(Form.NOUN, place - 1, start, place - 1, "according to") if place > start else None
    return None
