"""Cut a sentence into the stretches that assert something of their own.

Each rule looks at one token in its sentence and says whether a clause opens there. A clause runs to the next opening,
or, for a relative clause inside its sentence, to the comma that closes it: then the clause around it covers it.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.claims.polarity import lowered
from reader.claims.words import (
    APPOSING,
    ARGUING,
    BEFORE_UNITS,
    COORDINATORS,
    NOT_PARTICIPLES,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_UNITS,
    is_finite,
)
from reader.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.tokens import Token

_BREAKS = frozenset([",", "-", "–", "—", "--", ";", "(", ":"])
_CONJUNCTIONS = SUBORDINATORS | COORDINATORS
_DASHES = frozenset(["–", "—", "--", ";"])
_OPENING = frozenset('“"«„')
_CLOSING = frozenset('”"»')
_LOOK_AHEAD = 8
_FARTHEST_COMMA = 120  # tokens: a clause inside another is shorter, and the whole stays linear
_SHORTEST = 3


class Sentence(NamedTuple):
    """The tokens of one sentence, lower-cased, which stand between quotation marks, and the words before each."""

    tokens: Sequence[Token]
    lows: Sequence[str]
    quoted: Sequence[bool]
    words_before: Sequence[int]


Rule: TypeAlias = "Callable[[Sentence, int], bool]"


def clauses(sentence: Span, words: Sequence[Token], lows: Sequence[str] | None = None) -> list[Span]:
    """Return the clauses of ``sentence``, whose tokens are ``words``, in order of their starts; at least one.

    ``lows`` are the tokens' words as ``lowered`` makes them. Spans are trimmed of white space and of the comma that
    ends them; none is shorter than three words. One pass over the tokens.
    """
    if len(words) < 2 * _SHORTEST:
        return [sentence]
    read = _read(words, [lowered(word.text) for word in words] if lows is None else lows)
    starts = [0]
    closers: dict[int, int] = {}
    for at in _openings(read.lows):
        if read.quoted[at]:
            continue
        rule = _opening(read, at)
        if rule is None or _words(read, starts[-1], at) < _SHORTEST:
            continue
        end = _closing_comma(read, at) if rule in {relative, apposition} else len(read.tokens)
        if _words(read, at, end) < _SHORTEST:
            continue
        begin = _with_duration(read, at) if rule is subordinate else at
        if _words(read, starts[-1], begin) < _SHORTEST:
            continue
        starts.append(begin)
        if end < len(read.tokens):
            closers[begin] = end
    return _spans(sentence, read, starts, closers)


def _opening(read: Sentence, at: int) -> Rule | None:
    """Return the rule by which a clause opens at ``at``, if there is one."""
    for rule in _RULES:
        if rule(read, at):
            return rule
    return None


def _openings(lows: Sequence[str]) -> list[int]:
    """Return the places where a rule may open a clause: after a break, and at a conjunction."""
    return [at for at in range(1, len(lows)) if lows[at - 1] in _BREAKS or lows[at] in _CONJUNCTIONS]


def _read(found: Sequence[Token], lows: Sequence[str]) -> Sentence:
    """Return the tokens of a sentence and which of them are quoted."""
    words_before = list(accumulate([low[0].isalnum() for low in lows], initial=0))
    return Sentence(found, lows, _quoted(lows), words_before)


def _quoted(lows: Sequence[str]) -> list[bool]:
    """Return which tokens stand between quotation marks; none where the last mark is not closed."""
    quoted = [False] * len(lows)
    if _OPENING.isdisjoint(lows):
        return quoted
    inside = False
    for at, low in enumerate(lows):
        closes = inside and low in _CLOSING
        opens = not inside and low in _OPENING
        quoted[at] = inside or opens
        inside = opens or (inside and not closes)
    return [False] * len(lows) if inside else quoted


def _words(read: Sentence, start: int, end: int) -> int:
    """Count the words among the tokens from ``start`` to ``end``."""
    return read.words_before[end] - read.words_before[start]


def _is_verb(read: Sentence, at: int) -> bool:
    """Guess whether the token is a finite verb, from its form."""
    return is_finite(read.tokens[at].text)


def _verb_ahead(read: Sentence, at: int) -> bool:
    """Tell whether a finite verb follows within a few tokens, before the next mark."""
    for ahead in range(at, min(at + _LOOK_AHEAD, len(read.tokens))):
        if read.lows[ahead] in _BREAKS:
            return False
        if _is_verb(read, ahead):
            return True
    return False


def _verb_before(read: Sentence, at: int) -> bool:
    """Tell whether a finite verb stands before: what has none is not a clause that could be cut off."""
    return any(_is_verb(read, before) for before in range(max(0, at - 3 * _LOOK_AHEAD), at))


def _after_break(read: Sentence, at: int) -> bool:
    """Tell whether the token before is a comma, dash or bracket."""
    return read.lows[at - 1] in _BREAKS


def relative(read: Sentence, at: int) -> bool:
    """Open at ", who", ", which", ", in which", "— where"."""
    if not _after_break(read, at):
        return False
    if read.lows[at] in RELATIVES:
        return True
    return (
        at + 1 < len(read.lows)
        and read.lows[at] in {"in", "of", "for", "on", "with"}
        and read.lows[at + 1]
        in {
            "which",
            "whom",
        }
    )


def apposition(read: Sentence, at: int) -> bool:
    """Open at ", a former chief of staff, said", ", perhaps his closest ally": a name is followed by what it is."""
    if read.lows[at - 1] != "," or read.lows[at] not in APPOSING:
        return False
    end = _closing_comma(read, at)
    stop = next((place for place in range(at, end) if read.lows[place] in _BREAKS), end)
    return stop == end and not any(_is_verb(read, place) for place in range(at, end))


def subordinate(read: Sentence, at: int) -> bool:
    """Open at "while", "after", "because" … where a verb (or "-ing") follows."""
    if read.lows[at] not in SUBORDINATORS:
        return False
    if read.lows[at] in {"as", "if", "since"} and not _after_break(read, at):
        return False
    if not _after_break(read, at) and not _verb_before(read, at):
        return False
    return _verb_ahead(read, at + 1) or (at + 1 < len(read.lows) and _is_participle(read, at + 1))


def _with_duration(read: Sentence, at: int) -> int:
    """Return where the duration before an "after" or "before" begins ("just five months after …"), else ``at``."""
    if read.lows[at] not in {"after", "before"} or read.lows[at - 1] not in TIME_UNITS:
        return at
    begin = at - 1
    while begin > 0 and (read.lows[begin - 1] in BEFORE_UNITS or read.lows[begin - 1][0].isdigit()):
        begin -= 1
    return begin if begin < at - 1 or read.lows[begin - 1] in _BREAKS else at


def duration(read: Sentence, at: int) -> bool:
    """Open at ", five months after …" and "— just days before …"."""
    if not _after_break(read, at) or read.lows[at] not in BEFORE_UNITS | TIME_UNITS:
        return False
    ahead = range(at + 1, min(at + _LOOK_AHEAD, len(read.lows)))
    return any(read.lows[place] in {"after", "before"} and _with_duration(read, place) == at for place in ahead)


def coordinate(read: Sentence, at: int) -> bool:
    """Open at ", and", ", but" and at "and", "but" before a new subject with its verb."""
    if read.lows[at] not in COORDINATORS:
        return False
    if _after_break(read, at):
        return _verb_ahead(read, at + 1)
    return (
        at + 2 < len(read.lows)
        and (read.lows[at + 1] in SUBJECT_PRONOUNS or read.lows[at] == "but")
        and _verb_ahead(read, at + 2)
    )


def _is_participle(read: Sentence, at: int) -> bool:
    """Guess whether the token is a present participle, from its form."""
    low = read.lows[at]
    return low.endswith("ing") and len(low) > 4 and low not in NOT_PARTICIPLES and read.tokens[at].text[0].islower()  # noqa: PLR2004 - "ring", "king" …


def participle(read: Sentence, at: int) -> bool:
    """Open at ", moving …", ", saying …", but not at ", arguing …": that goes on with the same statement."""
    return _after_break(read, at) and _is_participle(read, at) and read.lows[at] not in ARGUING


def absolute(read: Sentence, at: int) -> bool:
    """Open at ", with Washington sending …"."""
    if read.lows[at] != "with" or not _after_break(read, at):
        return False
    ahead = range(at + 1, min(at + _LOOK_AHEAD, len(read.tokens)))
    return any(_is_participle(read, place) for place in ahead)


def dash(read: Sentence, at: int) -> bool:
    """Open after a dash or semicolon that a verb follows."""
    return read.lows[at - 1] in _DASHES and read.lows[at][0].isalnum() and _verb_ahead(read, at)


_RULES: tuple[Rule, ...] = (
    relative,
    apposition,
    duration,
    subordinate,
    coordinate,
    absolute,
    participle,
    dash,
)


def _closing_comma(read: Sentence, at: int) -> int:
    """Return the place of the comma that closes the relative clause at ``at``, or the end of the sentence."""
    for place in range(at + 2, min(len(read.tokens) - 1, at + _FARTHEST_COMMA)):
        if read.lows[place] == "," and not read.quoted[place] and _is_verb(read, place + 1):
            return place
    return len(read.tokens)


def _spans(sentence: Span, read: Sentence, starts: Sequence[int], closers: dict[int, int]) -> list[Span]:
    """Turn token places into spans; what follows a closed relative clause belongs to the clause around it."""
    last = len(read.tokens)
    ends: list[int] = []
    for order, start in enumerate(starts):
        end = closers.get(start)
        if end is None:
            end = starts[order + 1] if order + 1 < len(starts) else last
            # The clause around a closed relative one goes on behind it.
            follow = order + 1
            while follow < len(starts) and starts[follow] in closers:
                follow += 1
                end = starts[follow] if follow < len(starts) else last
        ends.append(end)
    found: list[Span] = []
    for start, end in zip(starts, ends, strict=True):
        stop = end
        while stop > start + 1 and read.lows[stop - 1] in _BREAKS:
            stop -= 1
        first = sentence.start if start == 0 else read.tokens[start].start
        found.append(Span(first, sentence.end if stop == last else read.tokens[stop - 1].end))
    return found
