"""How much two sides say with the same words: a weighted overlap of their terms, without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.variants import are_initials, is_short_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.compare.terms import Term

_SAME = 1.0
_SEAT = 0.7
_ALIKE = 0.8
_FAMILY = 0.75
_FAMILY_LETTERS = 5
_SPELLED = 0.9
_ASIDE = 0.3
_SHORT = 0.8
# So many terms of a side are looked at for short forms and the like: of a sentence, all.
_MOST_OPEN = 60


class Overlap(NamedTuple):
    """What share of each side's weight the other side has, 0 to 1, and the best match of each term (None: none)."""

    a: float
    b: float
    a_matches: tuple[tuple[int, float] | None, ...]
    b_matches: tuple[tuple[int, float] | None, ...]

    @property
    def score(self) -> float:
        """The harmonic mean of both shares."""
        return 2 * self.a * self.b / (self.a + self.b) if self.a and self.b else 0.0


def overlap(a: Sequence[Term], b: Sequence[Term]) -> Overlap:
    """Match the terms of two sides. The cost is the product of their lengths at worst, of sentences that is."""
    a_matches = _matches(a, b)
    b_matches = _matches(b, a)
    return Overlap(_share(a, a_matches), _share(b, b_matches), a_matches, b_matches)


def _share(side: Sequence[Term], matches: Sequence[tuple[int, float] | None]) -> float:
    """Return the share of a side's weight that is matched.

    What only one side has counts less where it adds nothing to the assertion: a first name beside a surname that both
    have, and tags that say who says it.
    """
    total = held = 0.0
    for place, (term, match) in enumerate(zip(side, matches, strict=True)):
        if match is not None:
            total += term.weight
            held += term.weight * match[1]
        elif term.aside or _names_the_same(side, matches, place):
            total += _ASIDE * term.weight
        else:
            total += term.weight
    return held / total if total else 0.0


def _names_the_same(side: Sequence[Term], matches: Sequence[tuple[int, float] | None], place: int) -> bool:
    """Tell whether an unmatched first name stands right before a capitalised word that the other side has too."""
    if not side[place].first or place + 1 == len(side) or matches[place + 1] is None:
        return False
    after = side[place + 1]
    return after.capital and after.span.start == side[place].span.end + 1


def _matches(side: Sequence[Term], other: Sequence[Term]) -> tuple[tuple[int, float] | None, ...]:
    """Return for each term the place and degree of its best match in ``other``."""
    by_key: dict[str, int] = {}
    by_group: dict[int, int] = {}
    by_family: dict[str, int] = {}
    by_shape: dict[str, int] = {}
    for place, term in enumerate(other):
        by_key.setdefault(term.key, place)
        by_family.setdefault(term.key[:_FAMILY_LETTERS], place)
        by_shape.setdefault(term.shape, place)
        for group in term.groups:
            by_group.setdefault(group, place)
    found = [_match(term, other, by_key, by_group, by_family, by_shape) for term in side]
    open_ = [place for place, match in enumerate(found) if match is None][:_MOST_OPEN]
    lows = [candidate.word.lower() for candidate in other[:_MOST_OPEN]] if open_ else []
    for place in open_:
        found[place] = _variant(side, place, other, lows)
    _match_initials(side, other, found)
    return tuple(found)


def _variant(side: Sequence[Term], at: int, other: Sequence[Term], lows: Sequence[str]) -> tuple[int, float] | None:
    """Return the match of a word that one side writes in two words, or in short; ``lows`` are the other's words."""
    word, low = side[at].word, side[at].word.lower()
    pairs = {(side[place].word + side[place + 1].word).lower() for place in (at - 1, at) if 0 <= place < len(side) - 1}
    for place, candidate in enumerate(lows):
        if (
            candidate.startswith(low) or low.startswith(candidate) or candidate.endswith(low) or low.endswith(candidate)
        ) and is_short_form(word, other[place].word):
            return place, _SHORT
        if candidate in pairs:
            return place, _SPELLED
        if place and low == lows[place - 1] + candidate:
            return place, _SPELLED
    return None


def _match_initials(side: Sequence[Term], other: Sequence[Term], found: list[tuple[int, float] | None]) -> None:
    """Match initials on either side with the words they stand for: "BoE" and "Bank of England"."""
    for ours, place, _ in _spelt_out(side, other):
        found[ours] = found[ours] or (place, _SPELLED)
    for theirs, place, length in _spelt_out(other, side):
        for ours in range(place, place + length):
            found[ours] = found[ours] or (theirs, _SPELLED)


def _spelt_out(short: Sequence[Term], long: Sequence[Term]) -> list[tuple[int, int, int]]:
    """Return where initials of one side stand, and where and how long the words are that they stand for."""
    letters = "".join(term.word[:1].upper() if term.capital else " " for term in long)
    return [
        (place, at, len(term.word))
        for place, term in enumerate(short)
        if are_initials(term.word) and (at := letters.find(term.word.upper())) >= 0
    ]


def _match(
    term: Term,
    other: Sequence[Term],
    by_key: dict[str, int],
    by_group: dict[int, int],
    by_family: dict[str, int],
    by_shape: dict[str, int],
) -> tuple[int, float] | None:
    """Return the best match of one term: the same, a synonym, another spelling, or a word of the same family."""
    place = by_key.get(term.key)
    if place is not None:
        return place, _SAME if term.seat == other[place].seat else _SEAT
    for group in term.groups:
        if group in by_group:
            return by_group[group], _ALIKE
    if term.shape and term.shape in by_shape:
        return by_shape[term.shape], _SPELLED
    place = by_family.get(term.key[:_FAMILY_LETTERS]) if len(term.key) >= _FAMILY_LETTERS else None
    if place is not None and not term.key.startswith("@"):
        return place, _FAMILY
    return None
