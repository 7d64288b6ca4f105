"""What a sentence or a whole text does with a claim: asserts it, passes it on, denies it, or leaves it out."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.claims.compare.overlap import overlap
from reader.claims.compare.side import features
from reader.claims.polarity_words import HEDGES, PASSED_ON
from reader.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.claims.compare.overlap import Overlap
    from reader.claims.compare.side import Side
    from reader.model import Span

_SCOPE = 4
_BEFORE = 2
_FOUND = 0.25
_ABOUT = 0.25
_FIRST = 3


class Treatment(StrEnum):
    """What a text does with a claim."""

    ASSERTS = "asserts"
    PASSES_ON = "passes on"
    DENIES = "denies"
    NOT_FOUND = "not found"


def treatment(claim: Side, sentence: Side) -> Treatment:
    """Return what a sentence does with a claim that it is known to be about.

    It denies it by a word of denial ("hoax", "denies", "no evidence") or by negating words that the claim has, unless
    the claim is negated itself or two of these cancel out ("no hoax", "denies it was faked"); it passes it on by
    hedging it, naming who says so or asking; else it asserts it.
    """
    if _denied(claim, sentence):
        return Treatment.DENIES
    if sentence.asks or _passes_on(sentence, {token.text.lower() for token in claim.tokens}):
        return Treatment.PASSES_ON
    return Treatment.ASSERTS


def stance(claim: str, text: str) -> Treatment:
    """Return what a whole text does with a claim, which may be about something else altogether.

    The claim is not found when the text as a whole has less than a quarter of its weight in words. Else the text denies
    it when one of the two, text and claim, has words of denial and the other has none; it passes it on when the claim
    is hedged itself or most of the first sentences about it pass it on; else it asserts it.
    """
    asked = features(claim)
    spans = sentences(text)
    sides = [features(text, start=span.start, end=span.end) for span in spans]
    shares = [overlap(asked.terms, side.terms) for side in sides]
    if _found(asked, shares) < _FOUND:
        return Treatment.NOT_FOUND
    if any(side.polarity.denials for side in sides) is not bool(asked.polarity.denials):
        return Treatment.DENIES
    about = [side for side, shared in zip(sides, shares, strict=True) if shared.a >= _ABOUT][:_FIRST]
    passing = sum(treatment(asked, side) is Treatment.PASSES_ON for side in about)
    if asked.asks or _passes_on(asked) or passing > 1:
        return Treatment.PASSES_ON
    return Treatment.ASSERTS


def _found(claim: Side, shares: Sequence[Overlap]) -> float:
    """Return what share of a claim's weight stands anywhere in the sentences that were overlapped with it."""
    total = sum(term.weight for term in claim.terms)
    held = sum(
        term.weight * max((match[1] for shared in shares if (match := shared.a_matches[place])), default=0.0)
        for place, term in enumerate(claim.terms)
    )
    return held / total if total else 0.0


def _passes_on(side: Side, own: Collection[str] = ()) -> bool:
    """Tell whether a side hedges or names who says it, by a word that is not among ``own``."""
    return any(
        low not in own and (low in HEDGES or low in PASSED_ON) for low in (token.text.lower() for token in side.tokens)
    )


def _denied(claim: Side, sentence: Side) -> bool:
    """Tell whether the sentence denies the claim."""
    words = {term.key for term in claim.terms} | {str(group) for term in claim.terms for group in term.groups}
    low = [token.text.lower() for token in sentence.tokens]
    own = claim.text.lower()
    denials = [
        span
        for span in sentence.polarity.denials
        if span.of(sentence.text).lower() not in own and not _is_choice(sentence, low, span)
    ]
    if denials:
        return not all(_flipped(sentence, span, denials) for span in denials)
    if claim.polarity.negations:
        return False
    return any(_negates(sentence, span, words) for span in sentence.polarity.negations)


def _is_choice(sentence: Side, low: Sequence[str], span: Span) -> bool:
    """Tell whether a denial is one side of a question: "Real or hoax?"."""
    if not sentence.asks:
        return False
    first = bisect_left(sentence.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(sentence.tokens, span.end, key=lambda token: token.start)
    return "or" in low[max(0, first - 1) : last + 1]


def _flipped(sentence: Side, span: Span, denials: Collection[Span]) -> bool:
    """Tell whether a denial is itself denied: by a negation or another denial shortly before it."""
    at = bisect_left(sentence.tokens, span.start, key=lambda token: token.start)
    if not at:
        return False
    begin = sentence.tokens[max(0, at - _BEFORE)].start
    return any(begin <= other.start < span.start for other in (*sentence.polarity.negations, *denials))


def _negates(sentence: Side, span: Span, words: Collection[str]) -> bool:
    """Tell whether a negation has a word of the claim in its scope: among the next few terms."""
    first = bisect_left(sentence.terms, span.end, key=lambda term: term.span.start)
    scope = sentence.terms[first : first + _SCOPE]
    return any(term.key in words or any(str(group) in words for group in term.groups) for term in scope)
