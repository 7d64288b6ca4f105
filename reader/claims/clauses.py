"""Cut a sentence into the stretches that assert something of their own.

Each rule looks at one token in its sentence and says whether a clause opens there; the word that stands there tells
which rules may hold. A clause runs to the next opening, or, for a relative clause inside its sentence, to the comma
that closes it: then the clause around it covers it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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
    from collections.abc import Callable, Mapping, Sequence

    from reader.text.tokens import Token

_BREAKS = frozenset([",", "-", "–", "—", "--", ";", "(", ":"])
_BREAKS_AND_CONJUNCTIONS = _BREAKS.union(SUBORDINATORS, COORDINATORS)
_DASHES = frozenset(["–", "—", "--", ";"])
_OPENING = frozenset('“"«„')
_CLOSING = frozenset('”"»')
_MARKS = _OPENING | _CLOSING
_LOOK_AHEAD = 8
_FARTHEST_COMMA = 120  # tokens: a clause inside another is shorter, and the whole stays linear
_SHORTEST = 3
_SIDES = frozenset(["after", "before"])


class Sentence(NamedTuple):
    """The tokens of one sentence, lower-cased, which stand between quotation marks, and the words before each."""

    tokens: Sequence[Token]
    lows: Sequence[str]
    quoted: Sequence[bool]
    words_before: Sequence[int]


Rule: TypeAlias = "Callable[[Sentence, int], bool]"


class Clauses:
    """Cuts the sentences of one text into clauses."""

    def __init__(self, words: Sequence[Token], lows: Sequence[str]) -> None:
        """Take the tokens of the text, and their words as ``polarity.lowered`` makes them."""
        self._words = words
        self._lows = lows
        self._openings = _openings(lows)
        spoken = {low for low in set(lows) if low[0].isalnum()}
        self._words_before = list(accumulate(map(spoken.__contains__, lows), initial=0))

    def of(self, sentence: Span, first: int, last: int) -> list[Span]:
        """Return the clauses of ``sentence``, the tokens ``[first, last)``, in order of their starts; at least one.

        Spans are trimmed of white space and of the comma that ends them; none is shorter than three words. One pass
        over the tokens.
        """
        if last - first < 2 * _SHORTEST:
            return [sentence]
        begin = bisect_right(self._openings, first)
        places = self._openings[begin : bisect_left(self._openings, last, begin)]
        if not places and self._lows[last - 1] not in _BREAKS:
            return [sentence]
        lows = self._lows[first:last]
        read = Sentence(self._words[first:last], lows, _quoted(lows), self._words_before[first : last + 1])
        starts, closers = _starts(read, [place - first for place in places])
        if len(starts) == 1 and lows[-1] not in _BREAKS:
            return [sentence]
        return _spans(sentence, read, starts, closers)


def _openings(lows: Sequence[str]) -> list[int]:
    """Return the places where a rule may open a clause: after a break, and at a conjunction."""
    near = [at for at, low in enumerate(lows) if low in _BREAKS_AND_CONJUNCTIONS]
    return sorted({at + (lows[at] in _BREAKS) for at in near})


def _starts(read: Sentence, places: Sequence[int]) -> tuple[list[int], dict[int, int]]:
    """Return where clauses begin, at one of ``places`` but for the first, and where those end that are closed early."""
    starts = [0]
    closers: dict[int, int] = {}
    whole = len(read.tokens)
    for at in places:
        if read.quoted[at] or _words(read, starts[-1], at) < _SHORTEST or _words(read, at, whole) < _SHORTEST:
            continue
        rule = _opening(read, at)
        if rule is None:
            continue
        end = _closing_comma(read, at) if rule is relative or rule is apposition else whole
        begin = _with_duration(read, at) if rule is subordinate else at
        if _words(read, starts[-1], begin) < _SHORTEST or _words(read, at, end) < _SHORTEST:
            continue
        starts.append(begin)
        if end < whole:
            closers[begin] = end
    return starts, closers


def _opening(read: Sentence, at: int) -> Rule | None:
    """Return the rule by which a clause opens at ``at``, if there is one."""
    low = read.lows[at]
    for rule in _AFTER_BREAK.get(low, _OF_ANY_WORD) if _after_break(read, at) else _WITHIN[low]:
        if rule(read, at):
            return rule
    return None


def _quoted(lows: Sequence[str]) -> list[bool]:
    """Return which tokens stand between quotation marks; none where the last mark is not closed."""
    quoted = [False] * len(lows)
    if _OPENING.isdisjoint(lows):
        return quoted
    begin: int | None = None
    for at in [at for at, low in enumerate(lows) if low in _MARKS]:
        if begin is None:
            begin = at if lows[at] in _OPENING else None
        elif lows[at] in _CLOSING:
            quoted[begin : at + 1] = [True] * (at + 1 - begin)
            begin = None
    return quoted if begin is None else [False] * len(lows)


def _words(read: Sentence, start: int, end: int) -> int:
    """Count the words among the tokens from ``start`` to ``end``."""
    return read.words_before[end] - read.words_before[start]


def _has_verb(words: Sequence[Token]) -> bool:
    """Guess whether there is a finite verb among the tokens, from their forms."""
    return any(map(is_finite, [word.text for word in words]))


def _verb_ahead(read: Sentence, at: int) -> bool:
    """Tell whether a finite verb follows within a few tokens, before the next mark."""
    for low, word in zip(read.lows[at : at + _LOOK_AHEAD], read.tokens[at : at + _LOOK_AHEAD], strict=True):
        if low in _BREAKS:
            return False
        if is_finite(word.text):
            return True
    return False


def _verb_before(read: Sentence, at: int) -> bool:
    """Tell whether a finite verb stands before: what has none is not a clause that could be cut off."""
    return _has_verb(read.tokens[max(0, at - 3 * _LOOK_AHEAD) : at])


def _after_break(read: Sentence, at: int) -> bool:
    """Tell whether the token before is a comma, dash or bracket."""
    return read.lows[at - 1] in _BREAKS


def relative(read: Sentence, at: int) -> bool:
    """Open at ", who", ", which", ", in which", "— where"."""
    if read.lows[at] in RELATIVES:
        return True
    return at + 1 < len(read.lows) and read.lows[at + 1] in {"which", "whom"}


def apposition(read: Sentence, at: int) -> bool:
    """Open at ", a former chief of staff, said", ", perhaps his closest ally": a name is followed by what it is."""
    if read.lows[at - 1] != ",":
        return False
    end = _closing_comma(read, at)
    return _BREAKS.isdisjoint(read.lows[at:end]) and not _has_verb(read.tokens[at:end])


def subordinate(read: Sentence, at: int) -> bool:
    """Open at "while", "after", "because" … where a verb (or "-ing") follows."""
    if not _after_break(read, at) and (read.lows[at] in {"as", "if", "since"} or not _verb_before(read, at)):
        return False
    return _verb_ahead(read, at + 1) or (at + 1 < len(read.lows) and _is_participle(read, at + 1))


def _with_duration(read: Sentence, at: int) -> int:
    """Return where the duration before an "after" or "before" begins ("just five months after …"), else ``at``."""
    if read.lows[at] not in _SIDES or read.lows[at - 1] not in TIME_UNITS:
        return at
    begin = at - 1
    while begin > 0 and (read.lows[begin - 1] in BEFORE_UNITS or read.lows[begin - 1][0].isdigit()):
        begin -= 1
    return begin if begin < at - 1 or read.lows[begin - 1] in _BREAKS else at


def duration(read: Sentence, at: int) -> bool:
    """Open at ", five months after …" and "— just days before …"."""
    ahead = enumerate(read.lows[at + 1 : at + _LOOK_AHEAD], at + 1)
    return any(low in _SIDES and _with_duration(read, place) == at for place, low in ahead)


def coordinate(read: Sentence, at: int) -> bool:
    """Open at ", and", ", but" and at "and", "but" before a new subject with its verb."""
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
    return _is_participle(read, at) and read.lows[at] not in ARGUING


def absolute(read: Sentence, at: int) -> bool:
    """Open at ", with Washington sending …"."""
    ahead = range(at + 1, min(at + _LOOK_AHEAD, len(read.tokens)))
    return any(_is_participle(read, place) for place in ahead)


def dash(read: Sentence, at: int) -> bool:
    """Open after a dash or semicolon that a verb follows."""
    return read.lows[at - 1] in _DASHES and read.lows[at][0].isalnum() and _verb_ahead(read, at)


_RULES: tuple[tuple[frozenset[str], Rule], ...] = (
    (RELATIVES | {"in", "of", "for", "on", "with"}, relative),
    (APPOSING, apposition),
    (BEFORE_UNITS | TIME_UNITS, duration),
    (SUBORDINATORS, subordinate),
    (COORDINATORS, coordinate),
    (frozenset(["with"]), absolute),
)
"""The words at which a clause may open, and the rule that tells whether it does: the first that holds."""

_OF_ANY_WORD: tuple[Rule, ...] = (participle, dash)
"""The rules that come last, whatever the word is."""


def _by_word(
    rules: Sequence[tuple[frozenset[str], Rule]], last: tuple[Rule, ...] = ()
) -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules of each word in order, with ``last`` behind them."""
    words = frozenset().union(*(listed for listed, _ in rules))
    return {word: (*(rule for listed, rule in rules if word in listed), *last) for word in words}


_AFTER_BREAK = _by_word(_RULES, _OF_ANY_WORD)
_WITHIN = _by_word([(listed, rule) for listed, rule in _RULES if rule in {subordinate, coordinate}])
"""A clause opens at a conjunction without a comma, dash or bracket before it, too."""


def _closing_comma(read: Sentence, at: int) -> int:
    """Return the place of the comma that closes the relative clause at ``at``, or the end of the sentence."""
    whole = len(read.tokens)
    stop = min(whole - 1, at + _FARTHEST_COMMA)
    for place, low in enumerate(read.lows[at + 2 : stop], at + 2):
        if low == "," and not read.quoted[place] and is_finite(read.tokens[place + 1].text):
            return place
    return whole


def _spans(sentence: Span, read: Sentence, starts: Sequence[int], closers: Mapping[int, int]) -> list[Span]:
    """Turn token places into spans."""
    last = len(read.tokens)
    found: list[Span] = []
    for start, end in zip(starts, _ends(starts, closers, last), strict=True):
        stop = end
        while stop > start + 1 and read.lows[stop - 1] in _BREAKS:
            stop -= 1
        first = sentence.start if start == 0 else read.tokens[start].start
        found.append(Span(first, sentence.end if stop == last else read.tokens[stop - 1].end))
    return found


def _ends(starts: Sequence[int], closers: Mapping[int, int], last: int) -> list[int]:
    """Return where the clauses end; what follows a closed relative clause belongs to the clause around it."""
    ends: list[int] = []
    end = last
    for start in reversed(starts):
        ends.append(closers.get(start, end))
        if start not in closers:
            end = start
    ends.reverse()
    return ends
