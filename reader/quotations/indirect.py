"""Paraphrases: what a sentence reports in the outlet's own words, and where the paraphrase begins and ends.

For each reporting frame that no stretch in marks belongs to: the words after it (X said that …), before it (…, X said)
or around it (…, X said, …).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Span
from reader.quotations.complement import says_something
from reader.quotations.cues import ADVERBS, AUXILIARIES, BE, CUES
from reader.quotations.grammar import (
    DETERMINERS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIMES,
)
from reader.quotations.outline import MARK, WORD

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.quotations.frames import Frame
    from reader.quotations.outline import Outline, Sentence

_OBJECT_LONGEST = 10
_FEWEST = 2
_CONNECTING = frozenset({"and", "but", "while", "though", "although", "then", ",", ";", "—", "–", "-"})
_PARTING = frozenset({",", "—", "–", "--"})
_BREAKS = frozenset(
    {
        ";",
        "—",
        "–",
        "--",
        "while",
        "when",
        "after",
        "before",
        "because",
        "but",
        "although",
        "during",
        "until",
        "despite",
    }
)
_AFTER_COMMA = frozenset({"while", "even", "though", "although"})
_AFTER_COMMA_LOOSE = frozenset({"and", "but", "who", "which", "when", "as", "where", "the", "he", "she", "then"})
_PLACE_WORDS = frozenset({"a", "an", "last", "this", "friday", "twitter", "facebook"}) | TIMES
_STAGES = frozenset({"stump", "trail", "air", "floor", "stage", "show", "campaign"})
# Before these a paraphrase may end; ``_breaks`` tells whether it does.
_BREAKS_OF_SPEECH = frozenset({",", ";"})
_BREAKS_OF_THOUGHT = _BREAKS | TIMES | {",", "on", "in", "at", "with"}
_PLACING = PREPOSITIONS - {"about", "of", "for", "that", "like", "as", "than"}
_VERB_PARTICLES = frozenset(
    {
        "upon",
        "on",
        "at",
        "for",
        "about",
        "of",
        "with",
        "against",
        "back",
        "out",
        "off",
        "up",
        "to",
        "down",
        "away",
        "over",
    }
)
_OPENING = frozenset({"the", "a", "an", "his", "her", "their"})
# Verbs that bring words in marks; without marks they report only with "that".
_WITH_MARKS = frozenset(
    {
        *("speak", "begin", "continue", "respond", "write", "read", "sing", "reply", "answer", "state", "comment"),
        *("post", "blog", "text", "email", "went", "goes", "shot", "fired", "hit", "put", "puts", "chimed", "ended"),
        *("opened", "sign", "close", "thank", "greet", "fire", "thunder", "counter", "object", "sell"),
    }
)
# "continued to defend", "went on to list": the second verb reports.
_CHAIN = frozenset(
    {
        *("continue", "continued", "continues", "continuing", "on", "began", "begun", "begins", "tried", "tries"),
        *("trying", "sought", "seeks", "likes", "liked", "loves", "twitter", "facebook", "rushed", "proceeded", "used"),
    }
)
_ANSWERING = frozenset(
    {"speak", "begin", "continue", "respond", "reply", "answer", "comment", "sign", "close", "thank", "greet"}
)
_AFTER_QUOTING = frozenset({"that", "about", "of", ","})
_VERBS = AUXILIARIES | BE
_BEFORE_NOUNS = DETERMINERS | POSSESSIVES
_BEFORE_VERBS = ADVERBS | AUXILIARIES
_LOOSE = _CONNECTING | ADVERBS
_NO_WORDS = PERSONAL | ADVERBS  # alone they are nothing that somebody says
_GOING_ON = frozenset({"that", "to", "he", "she", "it", "they", "we"})
_TELLING = frozenset({"tell", "assure", "remind", "warn", "inform", "advise", "promise", "ask"})


def paraphrases(
    draft: Outline, sentence: Sentence, frames: list[Frame], used: Collection[int]
) -> list[tuple[Frame, Span]]:
    """Return each frame of ``sentence`` that brings a paraphrase, with the paraphrase's span.

    ``used`` are the verbs that bring words in marks already. A frame that ends the sentence (…, X said.) reports all
    that stands before it and goes first; frames inside what another one reports are left out.
    """
    found: list[tuple[Frame, Span]] = []
    free = [frame for frame in frames if frame.cue not in used and _reports(draft, sentence, frame)]
    if len(free) > 1:
        free.sort(key=lambda frame: not _trails(draft, sentence, frame))
    covered: list[tuple[int, int]] = []
    for frame in free:
        if any(start <= frame.cue < stop for start, stop in covered):
            continue
        bounds = _bounds(draft, sentence, frame, frames)
        if bounds is None or any(bounds[0] < stop and start < bounds[1] for start, stop in covered):
            continue
        covered.append(bounds)
        span = None if _quoted(draft, sentence, *bounds) else _span(draft, *bounds)
        if span is not None and says_something(draft, sentence, frame, *bounds):
            found.append((frame, span))
    return found


def _reports(draft: Outline, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether the frame's verb brings a paraphrase here at all."""
    toks = draft.toks
    before = toks[frame.cue - 1] if frame.cue > sentence.first else None
    if before is not None and before.low == "to":
        return frame.cue - 2 > sentence.first and toks[frame.cue - 2].low in _CHAIN
    if frame.lemma in _WITH_MARKS:
        after = frame.right + 1
        trailing = frame.lemma not in _ANSWERING and _trails(draft, sentence, frame)
        return trailing or (after < sentence.last and toks[after].low in _AFTER_QUOTING)
    if frame.speech:
        return True
    first = frame.left - 1
    return not (first >= sentence.first and toks[first].low in SUBORDINATORS)


def _trails(draft: Outline, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether the frame ends its sentence, after a comma: "…, he said on Sunday."."""
    if not frame.speech or frame.left - 1 <= sentence.first or draft.toks[frame.left - 1].low not in _PARTING:
        return False
    after = frame.right + 1
    if not _is_clause(draft, sentence.first, frame.left - 1):
        return False
    if frame.lemma in _TELLING:
        return not _goes_on(draft, sentence, after)
    return frame.subject.at > frame.cue or _ends_clause(draft, sentence, after)


def _is_clause(draft: Outline, start: int, stop: int) -> bool:
    """Tell whether tokens ``[start, stop)`` are more than an opening phrase such as "In Oslo" or "On Monday"."""
    first = draft.toks[start]
    if first.low not in PREPOSITIONS and first.low not in ADVERBS:
        return True
    return any(draft.toks[at].low in _VERBS or draft.toks[at].low.endswith("ed") for at in range(start, stop))


def _goes_on(draft: Outline, sentence: Sentence, start: int) -> bool:
    """Tell whether what somebody is told follows at ``start``, and not only who is told."""
    for at in range(start, sentence.last):
        low = draft.toks[at].low
        if low in _GOING_ON:
            return True
        if low == ",":
            return False
    return False


def _bounds(draft: Outline, sentence: Sentence, frame: Frame, frames: list[Frame]) -> tuple[int, int] | None:
    """Return the tokens ``[start, stop)`` of the paraphrase that ``frame`` brings."""
    toks = draft.toks
    left, after = frame.left, frame.right + 1
    covered = _clause_start(sentence, frame)
    before = _before(draft, covered, left)
    if _trails(draft, sentence, frame):
        return before
    stop = _stop(draft, sentence, frame, frames)
    if after < sentence.last and toks[after].low == ",":
        if before is not None and frame.speech:
            return before[0], stop if stop - after > _FEWEST else before[1]
        return (after + 1, stop) if frame.lemma == "according" else None
    if frame.subject.at > frame.cue and frame.lemma != "according" and toks[frame.cue + 1].low != "by":
        return None
    start = _content_start(draft, frame, after, stop)
    return (start, stop) if stop > start else None


def _clause_start(sentence: Sentence, frame: Frame) -> int:
    """Return where what stands before ``frame`` begins: with the sentence, or after the last stretch before it."""
    start = sentence.first
    for at in sentence.quoted:
        if at < frame.left:
            start = max(start, at + 1)
    return start


def _before(draft: Outline, covered: int, left: int) -> tuple[int, int] | None:
    """Return the tokens before a frame that a comma parts from it."""
    if left <= covered or draft.toks[left - 1].low not in {",", "—", "–"}:
        return None
    start = covered
    while start < left - 1 and draft.toks[start].low in _CONNECTING:
        start += 1
    return (start, left - 1) if left - 1 - start >= _FEWEST else None


def _ends_clause(draft: Outline, sentence: Sentence, place: int) -> bool:
    """Tell whether nothing but a phrase of time or place follows at ``place``, or another verb of the same speaker."""
    toks = draft.toks
    if place >= sentence.last:
        return True
    first = toks[place]
    if first.sort == MARK:
        following = toks[place + 1] if place + 1 < sentence.last else None
        return (
            first.low not in _PARTING
            or following is None
            or (following.low in CUES and CUES[following.low].form == "ing")
        )
    if first.low not in _PLACING and first.low not in TIMES and first.low not in ADVERBS and first.low[-2:] != "ly":
        return False
    return all(toks[at].low not in _PARTING for at in range(place, sentence.last))


def _content_start(draft: Outline, frame: Frame, start: int, stop: int) -> int:
    """Return where the words that are reported begin: at "that", or after whom they are told or when."""
    toks = draft.toks
    if start >= stop or toks[start].low == "that":
        return start
    told = frame.lemma in _TELLING and frame.subject.at < frame.cue
    if frame.speech and (told or toks[start].low in _PLACING or toks[start].low in TIMES):
        for at in range(start, min(stop, start + _OBJECT_LONGEST)):
            if toks[at].low == "that":
                return at
    at = start
    while at < stop - 1 and toks[at].low in _VERB_PARTICLES and not (toks[at].low == "to" and frame.speech):
        if toks[at].low == "to" and toks[at + 1].sort == WORD and toks[at + 1].low not in _BEFORE_NOUNS:
            break
        at += 1
    if told:
        while at < stop - 1 and toks[at].sort == WORD and toks[at].low in _OPENING:
            at += 1
        return at + 1
    while at + 1 < stop and (toks[at].low in TIMES or (toks[at].low == "on" and toks[at + 1].low in TIMES)):
        at += 1
    return at


def _stop(draft: Outline, sentence: Sentence, frame: Frame, frames: list[Frame]) -> int:
    """Return where the paraphrase ends: at the next verb of the same subject, at a comma, or with the sentence."""
    toks = draft.toks
    end, right = sentence.last, frame.right
    for other in frames:
        if other.cue > right + 1 and other.subject.at == frame.subject.at and _joined(draft, other.cue):
            end = other.cue
            break
    may_break = _BREAKS_OF_SPEECH if frame.speech else _BREAKS_OF_THOUGHT
    for at in range(right + 2, end):
        if toks[at].low in may_break and _breaks(draft, sentence, frame, at, end):
            end = at
            break
    loose = _LOOSE if end < sentence.last else _CONNECTING
    while end > right + 1 and (toks[end - 1].sort == MARK or toks[end - 1].low in loose):
        end -= 1
    return end


def _breaks(draft: Outline, sentence: Sentence, frame: Frame, at: int, end: int) -> bool:
    """Tell whether the paraphrase ends before token ``at``, which may break it: a new clause, or where it was said."""
    toks = draft.toks
    low = toks[at].low
    following = toks[at + 1].low if at + 1 < end else ""
    if low == ",":
        first = frame.left - 1
        subordinate = first == sentence.first and toks[first].low in SUBORDINATORS
        passive = toks[frame.cue + 1].low == "by"
        if subordinate or passive or frame.subject.how == "relative clause" or following in _AFTER_COMMA:
            return True
        return not frame.speech and (following in _AFTER_COMMA_LOOSE or following in CUES)
    if frame.speech or low in _BREAKS or low in TIMES:
        return True
    return following in _PLACE_WORDS or (
        low == "on" and (following in TIMES or (following == "the" and at + 2 < end and toks[at + 2].low in _STAGES))
    )


def _joined(draft: Outline, cue: int) -> bool:
    """Tell whether a conjunction or comma joins the verb at ``cue`` to what stands before it."""
    at = cue - 1
    while at > 0 and draft.toks[at].low in _BEFORE_VERBS:
        at -= 1
    return draft.toks[at].low in _CONNECTING or draft.toks[at].low in SUBJECT_PRONOUNS


def _quoted(draft: Outline, sentence: Sentence, start: int, stop: int) -> bool:
    """Tell whether a stretch, other than a heading's, stands in tokens ``[start, stop)``."""
    return any(start <= at < stop and not draft.stretches[draft.toks[at].ref].heading for at in sentence.quoted)


def _span(draft: Outline, start: int, stop: int) -> Span | None:
    """Return the span from the first to the last word of tokens ``[start, stop)``."""
    toks = draft.toks
    while start < stop and toks[start].sort == MARK:
        start += 1
    while stop > start and toks[stop - 1].sort == MARK:
        stop -= 1
    if stop <= start or (stop - start == 1 and toks[start].low in _NO_WORDS):
        return None
    return Span(toks[start].start, toks[stop - 1].end)
