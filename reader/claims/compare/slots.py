"""The typed differences between two sides, each with the words of both that show it.

Harmful differences come first. A harmless one is a difference that a reader would see and that changes nothing: a
rounded figure, a floor, a converted unit, a day where the other has the month.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.claims.compare.agreement import Agreement
from reader.claims.compare.figures import pair_figures
from reader.claims.compare.overlap import overlap
from reader.claims.compare.quoted import wording
from reader.claims.compare.tables import opposites
from reader.model import DatePrecision, Difference, DifferenceKind, QuantityBound, SpeakerKind, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare.figures import Pairing
    from reader.claims.compare.overlap import Overlap
    from reader.claims.compare.side import Side
    from reader.model import DateMention, Span

_SCOPE = 2
_CLAUSE = 40
_COMPARISONS = frozenset({"more", "better", "greater", "bigger", "other", "than", "less", "matter"})
# What these negate is seldom the assertion itself.
_LOOSE = frozenset({"without", "rather", "instead", "nothing", "nobody"})
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


_CALENDAR = frozenset({DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR})


def days(a: Side, b: Side) -> list[Difference]:
    """Return the dates that differ: none of one side's can be one of the other's."""
    left = [date for date in a.dates if date.precision in _CALENDAR]
    right = [date for date in b.dates if date.precision in _CALENDAR]
    if not left or not right:
        return []
    for one in left:
        for other in right:
            if _compatible(one, other):
                if one.precision is other.precision:
                    return []
                return [
                    _differ(
                        DifferenceKind.PRECISION,
                        words_of(a, one.span),
                        words_of(b, other.span),
                        "dates of other precision",
                        harmless=True,
                    )
                ]
    return [_differ(DifferenceKind.DATE, words_of(a, left[0].span), words_of(b, right[0].span), "dates differ")]


def _compatible(one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates can be the same: equal, or one a part of the other, or not to be told."""
    if not one.value or not other.value:
        same_kind = one.precision is other.precision and not one.value and not other.value
        return not same_kind or one.text.lower().split()[-1] == other.text.lower().split()[-1]
    x, y = one.value.lstrip("-"), other.value.lstrip("-")
    if one.value.startswith("--") is not other.value.startswith("--"):
        dated = other.value if one.value.startswith("--") else one.value
        return len(dated) == len("2019") or dated[5:].startswith(x if dated is other.value else y)
    return x.startswith(y) or y.startswith(x)


def places(a: Side, b: Side) -> list[Difference]:
    """Return the countries that differ: each side names one that the other lacks."""
    left = {term.key: term for term in a.terms if term.is_place}
    right = {term.key: term for term in b.terms if term.is_place}
    one = next((term for key, term in left.items() if key not in right), None)
    other = next((term for key, term in right.items() if key not in left), None)
    if one is None or other is None:
        return []
    return [_differ(DifferenceKind.NAME, words_of(a, one.span), words_of(b, other.span), "places differ")]


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


def negation(a: Side, b: Side, shared: Overlap | None = None) -> list[Difference]:
    """Return words that only one side negates, or words of opposite meaning where the sides otherwise agree.

    The terms are matched only where a negation asks for it: that is what costs.
    """
    turned_a, turned_b = negated_terms(a), negated_terms(b)
    both = bool(turned_a) and bool(turned_b) and len(a.polarity.negations) == len(b.polarity.negations)
    if both or not (turned_a or turned_b):
        return _opposite_words(a, b)
    matched = overlap(a.terms, b.terms) if shared is None else shared
    for side, other, matches in ((a, b, matched.a_matches), (b, a, matched.b_matches)):
        turned = set(turned_b if side is a else turned_a)
        for place, span in (turned_a if side is a else turned_b).items():
            match = matches[place]
            if match is None or match[0] in turned:
                continue
            shows, plain = words_of(side, span), words_of(other, other.terms[match[0]].span)
            one, two = (shows, plain) if side is a else (plain, shows)
            said = (f"{shows.text} {side.terms[place].span.of(side.text)}", plain.text)
            what = " / ".join(said if side is a else said[::-1])
            return [Difference(DifferenceKind.NEGATION, one, two, f"one negates what the other says: {what}")]
    return _opposite_words(a, b)


def _opposite_words(a: Side, b: Side) -> list[Difference]:
    """Return words of opposite meaning, one of each side."""
    pair = opposed(a, b)
    if pair is None:
        return []
    first, second = words_of(a, a.terms[pair[0]].span), words_of(b, b.terms[pair[1]].span)
    return [_differ(DifferenceKind.NEGATION, first, second, "opposite words")]


def negated_terms(side: Side) -> dict[int, Span]:
    """Return the terms that a negation has in its scope, with the negation: the next two in the same clause."""
    found: dict[int, Span] = {}
    breaks = side.breaks
    for span in side.polarity.negations:
        if span.of(side.text).lower() in _LOOSE:
            continue
        mark = bisect_left(breaks, span.end)
        stop = breaks[mark] if mark < len(breaks) else side.span.end
        if span.of(side.text).lower() == "no" and _compares(side, span.end, stop):
            continue
        first = bisect_left(side.terms, span.end, key=lambda term: term.span.start)
        for place in range(first, min(first + _SCOPE, len(side.terms))):
            if side.terms[place].span.start >= stop:
                break
            if place in found:
                del found[place]
            else:
                found[place] = span
    return found


def _compares(side: Side, start: int, stop: int) -> bool:
    """Tell whether "no" belongs to a comparison, as in "no candidate has done more"."""
    first = bisect_left(side.tokens, start, key=lambda token: token.start)
    last = bisect_left(side.tokens, stop, key=lambda token: token.start)
    return any(token.text.lower() in _COMPARISONS for token in side.tokens[first:last][:_CLAUSE])


def opposed(a: Side, b: Side) -> tuple[int, int] | None:
    """Return the places of two terms that say the opposite and are said in both ways by neither side."""
    table = opposites()
    keys_a = {term.key for term in a.terms}
    keys_b = {term.key: place for place, term in enumerate(b.terms)}
    for place, term in enumerate(a.terms):
        against = table.get(term.key)
        if against is None or term.key in keys_b or not against.isdisjoint(keys_a):
            continue
        hit = next((keys_b[key] for key in against if key in keys_b), None)
        if hit is not None and table[b.terms[hit].key].isdisjoint(keys_b):
            return place, hit
    return None


def hedges(a: Side, b: Side) -> list[Difference]:
    """Return a hedge that only one side has."""
    if bool(a.polarity.hedges) is bool(b.polarity.hedges):
        return []
    side, bare = (a, b) if a.polarity.hedges else (b, a)
    shows = words_of(side, side.polarity.hedges[0])
    plain = words_of(bare, bare.span)
    one, other = (shows, plain) if side is a else (plain, shows)
    return [Difference(DifferenceKind.HEDGE, one, other, f"one says {shows.text!r}, the other says it outright")]


_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.BODY})


def attribution(a: Side, b: Side) -> list[Difference]:
    """Return the speakers when both sides name one and no word of their names is shared."""
    left, right = a.attribution, b.attribution
    if left is None or right is None or left.kind not in _NAMED or right.kind not in _NAMED:
        return []
    if not set(left.name.lower().split()).isdisjoint(right.name.lower().split()):
        return []
    one, other = Words(a.article, left.span, left.mention), Words(b.article, right.span, right.mention)
    return [_differ(DifferenceKind.ATTRIBUTION, one, other, "said by")]
