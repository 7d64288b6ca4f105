"""In what the outlets of a row differ, each difference with the words of both that show it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from reader.claims.compare import differences, features
from reader.claims.governed import are_two_speakers, governs, in_one_slot, of_one_event
from reader.claims.reworded import reworded
from reader.claims.sourcing import sourcing
from reader.claims.words import TIME_UNITS
from reader.model import (
    DateMention,
    Difference,
    DifferenceKind,
    Quantity,
    QuantityBound,
    Span,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.claims.compare import Side
    from reader.claims.likeness import Likeness
    from reader.claims.stretch import Stretch
    from reader.model import Article, Speaker

_LEAST_SHARED = {
    DifferenceKind.NEGATION: 0.5,
    DifferenceKind.NAME: 0.5,
    DifferenceKind.ATTRIBUTION: 0.5,
    DifferenceKind.HEDGE: 0.35,
}
"""The share of their weight that two stretches have in common where a "not", a place, a speaker or a hedge that only
one of them has makes them differ: in less alike ones it bears on something else. Of 43 such differences between
stretches that share less than half, in twenty stories read by hand, 32 stood in rows that do not differ; of 9 between
stretches that share more, one."""
_COMPARED = 3
_WITH_FIRST = 4
"""So many outlets of a row are compared each with each, and so many further ones with the first. Of still further ones
only what differs is told: that they round a figure or put it in other words is seen at the others already."""
Counts = dict[tuple[str, str], tuple[bool, Words]]
"""A unit of time and the word after it: whether it is counted, and the words that show it."""


_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}
_MARK = re.compile(r"""["“”„«»\n]""")


def marked(text: str) -> list[Span]:
    """Return the stretches in quotation marks, without the marks; one that is left open ends with its line. Linear."""
    found: list[Span] = []
    close = ""
    begin = 0
    for mark in _MARK.finditer(text):
        at, character = mark.start(), mark.group()
        if close:
            if character in (close, "\n"):
                found.append(Span(begin, at))
                close = ""
        elif character in _CLOSING:
            close, begin = _CLOSING[character], at + 1
    if close and begin < len(text):
        found.append(Span(begin, len(text)))
    return [span for span in found if span.end > span.start]


_Look = tuple[object, ...]
_Told = tuple["Stretch", "Stretch", tuple[Difference, ...]]


class Comparer:
    """Compares the outlets of the rows of one story; what comparing needs of a stretch is made once."""

    def __init__(self, articles: Iterable[Article], alike: Likeness) -> None:
        """Find the quotation marks of the articles."""
        self._alike = alike
        self._marked = {article.id: marked(article.text) for article in articles}
        self._sides: dict[Stretch, Side] = {}
        self._counts: dict[Stretch, Counts] = {}
        self._looks: dict[Stretch, _Look] = {}
        self._told: dict[tuple[_Look, _Look], _Told] = {}

    def between_outlets(self, by_outlet: Mapping[str, Sequence[Stretch]]) -> tuple[Difference, ...]:
        """Return the differences between the outlets of one row, harmful ones first.

        Where an outlet has several sentences in the row, the two that are most alike are compared. Linear in the
        outlets: each is compared with the first, and with the one that has most figures and dates.
        """
        outlets = [outlet for outlet, own in by_outlet.items() if own]
        pairs = list(combinations(outlets[:_COMPARED], 2))
        pairs += [(outlets[0], other) for other in outlets[_COMPARED : _COMPARED + _WITH_FIRST]]
        found = [told for one, other in pairs for told in self._of_pair(one, other, by_outlet)]
        further = _further(outlets, by_outlet) if len(outlets) > _COMPARED else []
        for one, other in further:
            if (one, other) not in pairs and (other, one) not in pairs:
                found += [told for told in self._of_pair(one, other, by_outlet) if not told.harmless]
        return tuple(sorted(found, key=lambda difference: difference.harmless))

    def _of_pair(self, one: str, other: str, by_outlet: Mapping[str, Sequence[Stretch]]) -> list[Difference]:
        """Return the differences between two outlets."""
        mine, theirs = by_outlet[one], by_outlet[other]
        first, second = self._most_alike(mine, theirs)
        here = [*lengths(self._counted(mine), self._counted(theirs)), *self._between(first, second)]
        here += sourcing(mine, theirs)
        shared = self._alike(first, second) if here else 0.0
        return [
            replace(told, outlets=(one, other))
            for told in here
            if told.harmless or shared >= _LEAST_SHARED.get(told.kind, 0.0)
        ]

    def _between(self, one: Stretch, other: Stretch) -> tuple[Difference, ...]:
        """Return the differences between two stretches; the same words do not differ.

        What several outlets print in the same words is compared once.
        """
        if one.words.text == other.words.text:
            return ()
        looks = self._look(one), self._look(other)
        known = self._told.get(looks)
        if known is None:
            a, b = self._side(one), self._side(other)
            known = self._told[looks] = one, other, tuple(weighed(differences(a, b), a, b))
        first, second, found = known
        if first is one and second is other:
            return found
        return tuple(replace(each, a=_moved(each.a, first, one), b=_moved(each.b, second, other)) for each in found)

    def _look(self, stretch: Stretch) -> _Look:
        """Return all of a stretch that its differences depend on, but for where it stands."""
        known = self._looks.get(stretch)
        if known is None:
            begin = stretch.span.start
            said = _said(stretch)
            known = self._looks[stretch] = (
                stretch.words.text,
                stretch.article.date,
                tuple(span.start - begin for span in _cut(self._marked[stretch.article.id], stretch.span)),
                said and (said.name, said.kind, said.mention, said.span.start - begin),
            )
        return known

    def _counted(self, own: Iterable[Stretch]) -> Counts:
        """Return the times before and after something that the stretches of one outlet count or only name."""
        found: Counts = {}
        for stretch in own:
            known = self._counts.get(stretch)
            if known is None:
                turns = _UNIT_AND_TURN.search(stretch.words.text)
                known = self._counts[stretch] = counted(self._side(stretch)) if turns else {}
            found.update((key, times) for key, times in known.items() if times[0] or key not in found)
        return found

    def _side(self, stretch: Stretch) -> Side:
        """Return what comparing needs of a stretch."""
        known = self._sides.get(stretch)
        if known is None:
            side = features(
                stretch.article.text,
                article=stretch.article.id,
                start=stretch.span.start,
                end=stretch.span.end,
                published=stretch.article.date,
                attribution=_said(stretch),
                quantities=_in_order(figure for claim in stretch.claims for figure in claim.quantities),
                dates=_in_order(date for claim in stretch.claims for date in claim.dates),
            )
            known = self._sides[stretch] = replace(side, quoted=_cut(self._marked[stretch.article.id], stretch.span))
        return known

    def _most_alike(self, mine: Sequence[Stretch], theirs: Sequence[Stretch]) -> tuple[Stretch, Stretch]:
        """Return the stretch of each outlet that is most like one of the other's, by the stems that both have."""
        if len(mine) == len(theirs) == 1:
            return mine[0], theirs[0]
        return max(((one, other) for one in mine for other in theirs), key=lambda pair: self._alike(*pair))


def _further(outlets: Sequence[str], by_outlet: Mapping[str, Iterable[Stretch]]) -> list[tuple[str, str]]:
    """Pair each outlet with the first, and with the one that gives most figures and dates: the first may give none."""

    def figures(outlet: str) -> int:
        return sum(len(claim.quantities) + len(claim.dates) for own in by_outlet[outlet] for claim in own.claims)

    exact = max(outlets, key=figures)
    return [(one, other) for one in dict.fromkeys((outlets[0], exact)) for other in outlets if other != one]


def standing_apart(outlets: Sequence[str], found: Sequence[Difference]) -> set[str]:
    """Return the outlets that differ from the one they were compared with, all of them where all do.

    Of a few outlets both are meant by a difference, but for the first. Where there are more, what differs from an
    outlet that stands apart itself may be as all others.
    """
    apart: set[str] = set()
    for one, other in [each.outlets for each in found if not each.harmless]:
        if len(outlets) <= _COMPARED:
            apart.add(one)
        if len(outlets) <= _COMPARED or one not in apart:
            apart.add(other)
    if len(outlets) > _COMPARED and apart.issuperset(outlets[1:]):
        apart.add(outlets[0])
    return apart if apart.issuperset(outlets) else apart - {outlets[0]}


def _said(stretch: Stretch) -> Speaker | None:
    """Return who says the stretch, if anybody."""
    return next((claim.attribution for claim in stretch.claims if claim.attribution is not None), None)


def _moved(words: Words, stretch: Stretch, other: Stretch) -> Words:
    """Return the same words where they stand in another article, given a stretch of each that looks the same."""
    by = other.span.start - stretch.span.start
    return Words(other.article.id, Span(words.span.start + by, words.span.end + by), words.text)


_Slot = TypeVar("_Slot", Quantity, DateMention)


def _in_order(found: Iterable[_Slot]) -> list[_Slot]:
    """Return each slot once, in the order of the text: a claim may lie inside another."""
    by_place = {one.span: one for one in found}
    return [by_place[span] for span in sorted(by_place)]


def _cut(marked: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """Return the parts of the stretches in quotation marks that lie in ``span``."""
    first = bisect_left(marked, span.start, key=lambda one: one.end)
    found: list[Span] = []
    for one in marked[first:]:
        if one.start >= span.end:
            break
        found.append(Span(max(one.start, span.start), min(one.end, span.end)))
    return tuple(found)


def weighed(found: Iterable[Difference], a: Side, b: Side) -> list[Difference]:
    """Keep the differences that count between two claims that are known to be about one thing.

    A negation or hedge counts where it bears on something that the other side has too, a place where it stands beside
    the same word, a date where it hangs on the same verb, a speaker whom the other side does not name. "More than" a
    figure and the bare figure are two figures.
    """
    kept: list[Difference] = []
    for one in found:
        match one.kind:
            case DifferenceKind.NEGATION | DifferenceKind.HEDGE:
                if governs(one, a, b):
                    kept.append(one)
            case DifferenceKind.PRECISION if _open_ended(one, a, b):
                says = f"figures differ: {one.a.text} / {one.b.text}"
                kept.append(replace(one, kind=DifferenceKind.NUMBER, says=says, harmless=False))
            case DifferenceKind.WORDING:
                kept.append(reworded(one, a, b))
            case DifferenceKind.NAME if not in_one_slot(one, a, b):
                pass
            case DifferenceKind.DATE if not of_one_event(one, a, b):
                pass
            case DifferenceKind.ATTRIBUTION if not are_two_speakers(one, a, b):
                pass
            case _:
                kept.append(one)
    return kept


def lengths(left: Counts, right: Counts) -> list[Difference]:
    """Return that one outlet counts the time before or after something, and the other only names its unit."""
    return [
        Difference(
            DifferenceKind.PRECISION,
            left[key][1],
            right[key][1],
            f"one is more precise: {left[key][1].text} / {right[key][1].text}",
        )
        for key in sorted(left.keys() & right.keys())
        if left[key][0] is not right[key][0]
    ]


def counted(side: Side) -> Counts:
    """Return each unit of time before "before" or "after": whether it is counted anywhere, and its words."""
    found: Counts = {}
    lows = [token.text.lower() for token in side.tokens]
    for at, turn in enumerate(lows[2:], 2):
        if turn not in _TURNS or lows[at - 1] not in TIME_UNITS or not lows[at - 1].endswith("s"):
            continue
        number, unit = side.tokens[at - 2], side.tokens[at - 1]
        key = lows[at - 1], turn
        figure = next((one for one in side.quantities if one.span.start <= number.start < one.span.end), None)
        span = Span(unit.start if figure is None else figure.span.start, unit.end)
        if figure is not None or key not in found:
            found[key] = figure is not None, Words(side.article, span, span.of(side.text))
    return found


_TURNS = frozenset(["before", "after"])
_UNIT_AND_TURN = re.compile(r"s\s+(?:before|after)", re.IGNORECASE)
_OPEN = frozenset({QuantityBound.MORE_THAN, QuantityBound.LESS_THAN})
_PLAIN = frozenset({QuantityBound.EXACT, QuantityBound.ABOUT})


def _open_ended(one: Difference, a: Side, b: Side) -> bool:
    """Tell whether the same figure stands alone on one side and as "more than" or "less than" it on the other."""
    bounds = [
        next((figure.bound for figure in side.quantities if figure.span == words.span), None)
        for side, words in ((a, one.a), (b, one.b))
    ]
    return any(bound in _OPEN for bound in bounds) and any(bound in _PLAIN for bound in bounds)
