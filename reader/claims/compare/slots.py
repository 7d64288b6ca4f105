"""The typed differences between two sides, each with the words of both that show it.

Harmful differences come first. A harmless one is a difference that a reader would see and that changes nothing: a
rounded figure, a floor, a converted unit, a day where the other has the month.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.claims.compare.agreement import Agreement
from reader.claims.compare.dated import days
from reader.claims.compare.figures import pair_figures
from reader.claims.compare.quoted import wording
from reader.claims.compare.roles import turned_round
from reader.claims.compare.turned import hedges, negation
from reader.model import Difference, DifferenceKind, QuantityBound, SpeakerKind, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare.figures import Pairing
    from reader.claims.compare.overlap import Overlap
    from reader.claims.compare.side import Side
    from reader.model import Span

_SAYS = {
    Agreement.CONVERTED: "same amount in other units",
    Agreement.ROUNDED: "rounded",
    Agreement.FLOOR: "a floor, which the other figure meets",
    Agreement.CEILING: "a ceiling, which the other figure meets",
    Agreement.RANGE: "ranges that meet",
    Agreement.SUM: "a sum of the other's figures",
    Agreement.OLDER: "an older figure",
}


def differences(a: Side, b: Side) -> tuple[Difference, ...]:
    """Return in what two sides differ that assert the same thing, harmful differences first."""
    return differences_of(a, b, None, pair_figures(a, b))


def differences_of(a: Side, b: Side, shared: Overlap | None, pairings: Sequence[Pairing]) -> tuple[Difference, ...]:
    """Return the differences when the figures of the sides are matched already, and the terms, unless None."""
    found = [
        *numbers(a, b, pairings),
        *days(a, b),
        *places(a, b),
        *roles(a, b),
        *negation(a, b, shared),
        *hedges(a, b),
        *wording(a, b),
        *attribution(a, b),
    ]
    return tuple(sorted(found, key=lambda difference: difference.harmless))


def words_of(side: Side, span: Span) -> Words:
    """Return the words of a side at ``span``."""
    return Words(side.article, span, span.of(side.text))


def _differ(kind: DifferenceKind, a: Words, b: Words, what: str, *, harmless: bool = False) -> Difference:
    """Return a difference that says ``what`` and shows both words."""
    return Difference(kind, a, b, f"{what}: {a.text} / {b.text}", harmless=harmless)


def numbers(a: Side, b: Side, pairings: Sequence[Pairing]) -> list[Difference]:
    """Return the figures that differ, and the harmless ones by name."""
    found: list[Difference] = []
    for pairing in pairings:
        left, right = a.quantities[pairing.a], b.quantities[pairing.b]
        one, other = words_of(a, left.span), words_of(b, right.span)
        if pairing.agreement is Agreement.DIFFERENT:
            found.append(_differ(DifferenceKind.NUMBER, one, other, "figures differ"))
        elif pairing.agreement is not Agreement.SAME:
            found.append(_differ(DifferenceKind.NUMBER, one, other, _SAYS[pairing.agreement], harmless=True))
        elif left.bound is not right.bound and QuantityBound.RANGE not in {left.bound, right.bound}:
            found.append(_differ(DifferenceKind.PRECISION, one, other, "same figure, other bound", harmless=True))
    return found


def places(a: Side, b: Side) -> list[Difference]:
    """Return the countries that differ: each side names one that the other lacks."""
    left = {term.key: term for term in a.terms if term.is_place}
    right = {term.key: term for term in b.terms if term.is_place}
    one = next((term for key, term in left.items() if key not in right), None)
    other = next((term for key, term in right.items() if key not in left), None)
    if one is None or other is None:
        return []
    return [_differ(DifferenceKind.NAME, words_of(a, one.span), words_of(b, other.span), "places differ")]


def roles(a: Side, b: Side) -> list[Difference]:
    """Return the verbs of a deed that one side has done by those to whom the other has it done."""
    pair = turned_round(a, b)
    if pair is None:
        return []
    one, other = words_of(a, pair[0].span), words_of(b, pair[1].span)
    return [_differ(DifferenceKind.NAME, one, other, "who does it to whom")]


def in_other_quarters(a: Side, b: Side) -> bool:
    """Tell whether the sides name quarters of a place, none of which can be one of the other's: "east", "south"."""
    left = _quarters(a)
    right = _quarters(b) if left else []
    return bool(right) and not any(one.issuperset(other) or one.issubset(other) for one in left for other in right)


_QUARTERS = {
    word: frozenset(letters)
    for letters, words in {
        "n": "north northern northward",
        "s": "south southern southward",
        "e": "east eastern eastward",
        "w": "west western westward",
        "ne": "northeast northeastern north-east north-eastern ne",
        "nw": "northwest northwestern north-west north-western nw",
        "se": "southeast southeastern south-east south-eastern se",
        "sw": "southwest southwestern south-west south-western sw",
        "c": "central",
    }.items()
    for word in words.split()
}
# These are names of countries, not quarters of one.
_NO_QUARTER_BEFORE = frozenset("korea korean koreans africa african africans sudan sudanese bank".split())


def _quarters(side: Side) -> list[frozenset[str]]:
    """Return the quarters of the compass that a side names."""
    lows = [token.text.lower() for token in side.tokens]
    return [
        _QUARTERS[low] for low, after in pairwise([*lows, ""]) if low in _QUARTERS and after not in _NO_QUARTER_BEFORE
    ]


def attribution(a: Side, b: Side) -> list[Difference]:
    """Return the speakers when both sides name a person and no word of the names is shared."""
    left, right = a.attribution, b.attribution
    if left is None or right is None or not left.kind is right.kind is SpeakerKind.PERSON:
        return []
    if not set(left.name.lower().split()).isdisjoint(right.name.lower().split()):
        return []
    one, other = Words(a.article, left.span, left.mention), Words(b.article, right.span, right.mention)
    return [_differ(DifferenceKind.ATTRIBUTION, one, other, "said by")]
