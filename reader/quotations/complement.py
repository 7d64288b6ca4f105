"""Whether what follows a reporting verb is said at all: a clause, or only the object of a deed or a state.

"Gantz added that …" reports words; "Gantz added two ministers", "Gantz campaigned heavily on security" and "Gantz did
not elaborate on the tweet" report none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.quotations.cues import ADVERBS, AUXILIARIES, BE
from reader.quotations.grammar import PERSONAL, PREPOSITIONS

if TYPE_CHECKING:
    from reader.quotations.frames import Frame
    from reader.quotations.outline import Outline, Sentence

# What verbs say of things done: with a noun phrase for an object they report a deed.
_DEEDS = frozenset(
    """
    campaign crusade lobby push press promote publicize advertise pitch peddle sell dangle float raise cast back support
    order rule plan decide introduce name address maintain add share clash distance rank rate commit leak document lay
    find decline seek accept
    """.split()
)
# What verbs say of somebody's mind: with a noun phrase they report a state.
_STATES = frozenset(
    "know see understand feel enjoy love like hate trust care learn notice remember forget discover".split()
)
_SURE = frozenset({"according", "noun", ":"})
# Words that begin a clause or an infinitive: then words are reported whatever the verb.
_CLAUSES = PERSONAL | frozenset({"that", "to", "how", "why", "what", "whether", "if", "when", "who", "where", "there"})
_FINITE = AUXILIARIES | BE
_REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself", "myself", "ourselves"})
_NEGATIONS = frozenset({"not", "never", "cannot"})
_NEGATED = ("n't", "n’t")
_MANNER = PREPOSITIONS - {"about", "of", "to", "like", "as"}
_FARTHEST = 4


def says_something(draft: Outline, sentence: Sentence, frame: Frame, start: int, stop: int) -> bool:
    """Tell whether tokens ``[start, stop)`` are words that somebody says: a clause, or no rule of RULES objects."""
    if start <= frame.cue or frame.lemma in _SURE or draft.toks[start].low in _CLAUSES:
        return True
    return not any(rule(draft, sentence, frame, start, stop) for rule in RULES)


def _deed_or_state(draft: Outline, sentence: Sentence, frame: Frame, start: int, stop: int) -> bool:  # noqa: ARG001 - one shape for all rules
    """Leave out what is done or felt: Gantz promoted the plan."""
    return frame.lemma in _DEEDS or frame.lemma in _STATES


def _no_object(draft: Outline, sentence: Sentence, frame: Frame, start: int, stop: int) -> bool:  # noqa: ARG001 - one shape for all rules
    """Leave out a verb that only a phrase of place, time or manner follows: Gantz agreed with the board."""
    tok = draft.toks[start]
    return tok.low in _MANNER or tok.low.endswith("ly")


def _reflexive(draft: Outline, sentence: Sentence, frame: Frame, start: int, stop: int) -> bool:  # noqa: ARG001 - one shape for all rules
    """Leave out what somebody makes of himself: Gantz declared himself the winner."""
    return draft.toks[start].low in _REFLEXIVES


def _not_said(draft: Outline, sentence: Sentence, frame: Frame, start: int, stop: int) -> bool:
    """Leave out a negated verb of speech without a clause: Gantz did not elaborate on the tweet."""
    if not frame.speech or any(draft.toks[at].low in _FINITE for at in range(start, stop)):
        return False
    return _negated(draft, sentence, frame)


RULES = (_deed_or_state, _no_object, _reflexive, _not_said)


def _negated(draft: Outline, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether the verb of ``frame`` is negated."""
    toks = draft.toks
    for at in range(frame.cue - 1, max(sentence.first, frame.cue - _FARTHEST) - 1, -1):
        low = toks[at].low
        if low in _NEGATIONS or low.endswith(_NEGATED):
            return True
        if low not in ADVERBS and low not in _FINITE and not low.endswith("ly"):
            break
    return False
