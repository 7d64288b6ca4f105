"""What one side turns into its opposite: negations, opposite words and hedges that only one of two sides has."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.claims.compare.overlap import overlap
from reader.claims.compare.tables import opposites
from reader.claims.polarity_words import NO_NEGATION_BEFORE
from reader.claims.words import is_finite
from reader.model import Difference, DifferenceKind, Words

if TYPE_CHECKING:
    from reader.claims.compare.overlap import Overlap
    from reader.claims.compare.side import Side
    from reader.claims.compare.terms import Term
    from reader.model import Span

_SCOPE = 2
_CLAUSE = 40
# What is negated has an argument in common with what it is compared with among so many terms around both.
_ARGUMENTS = 4
_FEW = 6
_PREPOSITIONS = frozenset("in on at of for from to by with about against over into".split())
_CLAUSES = frozenset("that which who whom whose when where because although though while if as after before".split())
_DETERMINERS = frozenset({"a", "an"})
# "Not the first", "not all": something is so, though not this thing or not of each.
_TELLING_APART = frozenset("the all every everyone everything just only even so".split())
_CONDITIONS = frozenset("if unless whether until".split())
_THINGS = ("ion", "ions", "ment", "ments", "ance", "ence", "ity", "ities", "ness")
_MARKS = frozenset({",", ";", ":", "."})
_NEAR = 12
_COMPARISONS = frozenset({"more", "better", "greater", "bigger", "other", "than", "less", "matter"})
# What these negate is seldom the assertion itself.
_LOOSE = frozenset({"without", "rather", "instead", "nothing", "nobody"})


def negation(a: Side, b: Side, shared: Overlap | None = None) -> list[Difference]:
    """Return words that only one side negates, or words of opposite meaning where the sides otherwise agree.

    The terms are matched only where a negation asks for it: that is what costs.
    """
    turned_a, turned_b = negated_terms(a), negated_terms(b)
    both = bool(turned_a) and bool(turned_b) and len(_negations(a)) == len(_negations(b))
    if both or not (turned_a or turned_b) or _denies(a if turned_b else b):
        return _opposite_words(a, b, shared)
    matched = overlap(a.terms, b.terms) if shared is None else shared
    for side, other, matches in ((a, b, matched.a_matches), (b, a, matched.b_matches)):
        turned = set(turned_b if side is a else turned_a)
        things: set[Span] = set()
        for place, span in (turned_a if side is a else turned_b).items():
            match = matches[place]
            if match is None or match[0] in turned or span in things:
                continue
            if _is_no_thing(side, span, place, other.terms[match[0]]):
                things.add(span)
                continue
            if not _share_an_argument(matched, *((place, match[0]) if side is a else (match[0], place))):
                continue
            shows, plain = _words(side, span), _words(other, other.terms[match[0]].span)
            one, two = (shows, plain) if side is a else (plain, shows)
            said = (f"{shows.text} {side.terms[place].span.of(side.text)}", plain.text)
            what = " / ".join(said if side is a else said[::-1])
            return [Difference(DifferenceKind.NEGATION, one, two, f"one negates what the other says: {what}")]
    return _opposite_words(a, b, matched)


def _denies(side: Side) -> bool:
    """Tell whether a side denies by a verb what the other may negate: "denied taking", "did not take"."""
    return bool(side.polarity.denials) and not side.polarity.negations


def _is_no_thing(side: Side, span: Span, place: int, other: Term) -> bool:
    """Tell whether one word names a thing and the other is a verb: "no issue", "issued"; "violated", "violations"."""
    own = side.terms[place]
    if span.of(side.text).lower() == "no":
        return is_finite(other.word) and not is_finite(own.word)
    return other.word.lower().endswith(_THINGS) and not own.word.lower().endswith(_THINGS)


def _share_an_argument(shared: Overlap, ours: int, theirs: int) -> bool:
    """Tell whether terms around two matched terms match as well: "did not sign the letter", "signed the letter".

    Of a side of few terms all are around each.
    """
    few_a, few_b = len(shared.a_matches) <= _FEW, len(shared.b_matches) <= _FEW
    pairs = [(place, match[0]) for place, match in enumerate(shared.a_matches) if match is not None]
    pairs += [(match[0], place) for place, match in enumerate(shared.b_matches) if match is not None]
    return any(
        place != ours
        and match != theirs
        and (few_b or abs(place - ours) <= _ARGUMENTS)
        and (few_a or abs(match - theirs) <= _ARGUMENTS)
        for place, match in pairs
    )


def _opposite_words(a: Side, b: Side, shared: Overlap | None) -> list[Difference]:
    """Return words of opposite meaning, one of each side."""
    pair = opposed(a, b, shared)
    if pair is None:
        return []
    first, second = _words(a, a.terms[pair[0]].span), _words(b, b.terms[pair[1]].span)
    says = f"opposite words: {first.text} / {second.text}"
    return [Difference(DifferenceKind.NEGATION, first, second, says)]


def negated_terms(side: Side) -> dict[int, Span]:
    """Return the terms that a negation has in its scope, with the negation: the next two in the same clause."""
    found: dict[int, Span] = {}
    negations = _negations(side)
    breaks = side.breaks if negations else ()
    for span in negations:
        if span.of(side.text).lower() in _LOOSE:
            continue
        at = bisect_left(side.tokens, span.end, key=lambda token: token.start)
        if _is_condition(side, at) or (at < len(side.tokens) and side.tokens[at].text.lower() in _TELLING_APART):
            continue
        mark = bisect_left(breaks, span.end)
        stop = breaks[mark] if mark < len(breaks) else side.span.end
        if span.of(side.text).lower() == "no" and _compares(side, span.end, stop):
            continue
        stop = min(stop, _end_of_scope(side, at, span.of(side.text).lower()))
        first = bisect_left(side.terms, span.end, key=lambda term: term.span.start)
        for place in range(first, min(first + _SCOPE, len(side.terms))):
            if side.terms[place].span.start >= stop:
                break
            if place in found:
                del found[place]
            else:
                found[place] = span
    return found


def _negations(side: Side) -> list[Span]:
    """Return the negations of a side, and its failures to do something."""
    return [*side.polarity.negations, *(span for span in side.polarity.failures if _fails(side, span))]


def _fails(side: Side, span: Span) -> bool:
    """Tell whether a failure is one to do something: "failed to reach", not "a failed bank"."""
    at = bisect_left(side.tokens, span.end, key=lambda token: token.start)
    words = [token.text.lower() for token in side.tokens[at : at + 2]]
    return words[:1] == ["to"] and words[-1] not in NO_NEGATION_BEFORE


def _is_condition(side: Side, at: int) -> bool:
    """Tell whether a negation before a token stands in a condition: "if he does not sign"."""
    for token in reversed(side.tokens[max(0, at - _NEAR) : at]):
        if token.text.lower() in _CONDITIONS:
            return True
        if token.text in _MARKS:
            return False
    return False


def _end_of_scope(side: Side, at: int, negation: str) -> int:
    """Return where the scope of a negation ends that stands before a token.

    A subordinate clause ends it; a preposition ends it after "no", and after "not a", which deny a thing.
    """
    first = side.tokens[at].text.lower() if at < len(side.tokens) else ""
    ends = _CLAUSES | _PREPOSITIONS if negation == "no" or first in _DETERMINERS else _CLAUSES
    return next((token.start for token in side.tokens[at + 1 :] if token.text.lower() in ends), side.span.end)


def _compares(side: Side, start: int, stop: int) -> bool:
    """Tell whether "no" belongs to a comparison, as in "no candidate has done more"."""
    first = bisect_left(side.tokens, start, key=lambda token: token.start)
    last = bisect_left(side.tokens, stop, key=lambda token: token.start)
    return any(token.text.lower() in _COMPARISONS for token in side.tokens[first:last][:_CLAUSE])


def opposed(a: Side, b: Side, shared: Overlap | None = None) -> tuple[int, int] | None:
    """Return the places of two terms that say the opposite of one thing and are said in both ways by neither side."""
    table = opposites()
    places = [place for place, term in enumerate(a.terms) if term.key in table]
    if not places:
        return None
    keys_a = {term.key for term in a.terms}
    keys_b = {term.key: place for place, term in enumerate(b.terms)}
    for place in places:
        against = table[a.terms[place].key]
        if a.terms[place].key in keys_b or not against.isdisjoint(keys_a):
            continue
        hit = next((keys_b[key] for key in against if key in keys_b), None)
        if hit is not None and table[b.terms[hit].key].isdisjoint(keys_b):
            shared = overlap(a.terms, b.terms) if shared is None else shared
            if _share_an_argument(shared, place, hit):
                return place, hit
    return None


def hedges(a: Side, b: Side) -> list[Difference]:
    """Return a hedge that only one side has."""
    if bool(a.polarity.hedges) is bool(b.polarity.hedges):
        return []
    side, bare = (a, b) if a.polarity.hedges else (b, a)
    shows = _words(side, side.polarity.hedges[0])
    plain = _words(bare, bare.span)
    one, other = (shows, plain) if side is a else (plain, shows)
    return [Difference(DifferenceKind.HEDGE, one, other, f"one says {shows.text!r}, the other says it outright")]


def _words(side: Side, span: Span) -> Words:
    """Return the words of a side at ``span``."""
    return Words(side.article, span, span.of(side.text))
