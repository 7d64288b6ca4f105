"""What turns or weakens an assertion: negations, denials, hedges and modal verbs, each with its place.

There is no parsing of scope: a negation counts for the whole clause, except where it is part of a phrase that negates
nothing ("not only", "no fewer than", "no longer" does negate), and two negations in one clause cancel out ("did not
deny"). Linear: one look at each token, looking at most four tokens ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.claims.polarity_words import DENIALS, FAILURES, HEDGES, MODALS, NEGATIONS, NO_NEGATION_BEFORE
from reader.model import Span
from reader.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from reader.text.tokens import Token


class Polarity(NamedTuple):
    """The places of the words that turn or weaken an assertion.

    ``negations`` are grammatical ("not", "never", "didn't"), ``failures`` are verbs that say that something was not
    ("failed to", "rejected"), ``denials`` say that an assertion is not so ("hoax", "denies"), ``hedges`` that nobody
    vouches for it; ``modality`` is "", "possible", "conditional", "duty" or "future", the first that stands there.
    """

    negations: tuple[Span, ...] = ()
    failures: tuple[Span, ...] = ()
    denials: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    modality: str = ""

    @property
    def negated(self) -> bool:
        """Tell whether the assertion is negated: an odd number of negations."""
        return len(self.negations) % 2 == 1


def polarity(text: str, start: int = 0, end: int | None = None) -> Polarity:
    """Return what turns or weakens the assertion in ``text[start:end]``; spans are in ``text``."""
    return polarity_in(tokens(text, start, end))


def polarity_in(
    words: Sequence[Token], lows: Sequence[str] | None = None, known: AbstractSet[str] | None = None
) -> Polarity:
    """Return the polarity of a text that is cut into tokens; ``lows`` are their words as ``lowered`` makes them.

    ``known`` are those words, and maybe others, at which a rule can hold, as ``turning`` finds them. Only they are
    looked at closely: in most clauses there are none.
    """
    low = [lowered(word.text) for word in words] if lows is None else lows
    known = turning(low) if known is None else known
    if known.isdisjoint(low):
        return PLAIN
    negations: list[Span] = []
    failures: list[Span] = []
    denials: list[Span] = []
    hedges: list[Span] = []
    modality = ""
    for at in [at for at, word in enumerate(low) if word in known]:
        word = low[at]
        is_modal = word in MODALS and _is_verb(words, low, at)
        if _negates(low, at):
            negations.append(_span(words, at, 1))
        if word in FAILURES:
            failures.append(_span(words, at, 1))
        if word in _DENIALS_BY_FIRST and (length := _denial(low, at)):
            denials.append(_span(words, at, length))
        if word in HEDGES and (is_modal or word not in MODALS):
            hedges.append(_span(words, at, 1))
        if is_modal and not modality:
            modality = MODALS[word]
    return Polarity(tuple(negations), tuple(failures), tuple(denials), tuple(hedges), modality)


def turning(words: Iterable[str]) -> AbstractSet[str]:
    """Return those of the lower-cased words at which one of the rules can hold."""
    return {word for word in words if word in _TURNING or word.endswith("n't")}


def lowered(word: str) -> str:
    """Return a word in small letters with a straight apostrophe."""
    return word.lower().replace("’", "'")


def _span(words: Sequence[Token], at: int, length: int) -> Span:
    """Return the span of ``length`` tokens from ``at`` on."""
    return Span(words[at].start, words[at + length - 1].end)


def _get(low: Sequence[str], at: int) -> str:
    """Return the word at ``at``, "" outside the text."""
    return low[at] if 0 <= at < len(low) else ""


def _negates(low: Sequence[str], at: int) -> bool:
    """Tell whether the word at ``at`` negates its clause."""
    word = low[at]
    if (word, _get(low, at + 1)) in _CONTRASTS:
        return True
    if word.endswith("n't") or word in NEGATIONS:
        return _get(low, at + 1) not in NO_NEGATION_BEFORE or (word == "no" and _get(low, at + 1) == "longer")
    return False


_CONTRASTS = frozenset({("rather", "than"), ("instead", "of")})


def _by_first(phrases: Sequence[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Group phrases by their first word, the longest first."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        groups.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in groups.items()}


_DENIALS_BY_FIRST = _by_first(DENIALS)
_TURNING = frozenset().union(NEGATIONS, FAILURES, HEDGES, MODALS, _DENIALS_BY_FIRST, (first for first, _ in _CONTRASTS))
"""The words at which one of the rules can hold, beside those that end in "n't"."""

PLAIN = Polarity()
"""Of an assertion that nothing turns or weakens."""


def _denial(low: Sequence[str], at: int) -> int:
    """Return how many tokens the denial at ``at`` has, 0 if none begins there."""
    for phrase in _DENIALS_BY_FIRST[low[at]]:
        if tuple(low[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_verb(words: Sequence[Token], low: Sequence[str], at: int) -> bool:
    """Tell the modal verb from the month and the noun: "May" before a day or a year, "a can", "the will"."""
    if low[at] in {"may", "can", "will", "might", "must"} and _get(low, at - 1) in {"a", "the", "his", "her", "their"}:
        return False
    return low[at] != "may" or not (
        words[at].text[:1].isupper() and (at > 0 or _get(low, at + 1)[:1].isdigit()) and not words[at].text.isupper()
    )
