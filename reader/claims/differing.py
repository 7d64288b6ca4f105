"""In what the outlets of a row differ, each difference with the words of both that show it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare import compare_sides, differences, features
from reader.model import Difference, DifferenceKind, Provenance, ProvenanceKind, Span, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.claims.compare import Side
    from reader.model import Article, Claim

_COMPARED = 4
"""So many outlets of a row are compared each with each; every further one is compared with the first."""
_SECOND_HAND = frozenset({ProvenanceKind.AGENCY, ProvenanceKind.OTHER_OUTLET, ProvenanceKind.REPORTS_SAID})


class Stretch(NamedTuple):
    """Neighbouring claims of one sentence that stand in one row, as one stretch of their article."""

    article: Article
    span: Span
    claims: tuple[Claim, ...]

    @property
    def words(self) -> Words:
        """Return the stretch as words that can be shown."""
        return Words(self.article.id, self.span, self.span.of(self.article.text))


def stretches(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[Stretch]:
    """Join the claims that stand in one sentence."""
    found: list[Stretch] = []
    for claim in claims:
        last = found[-1] if found else None
        if last and last.article.id == claim.article and last.claims[0].sentence == claim.sentence:
            span = Span(last.span.start, max(last.span.end, claim.span.end))
            found[-1] = Stretch(last.article, span, (*last.claims, claim))
        else:
            found.append(Stretch(articles[claim.article], claim.span, (claim,)))
    return found


def between_outlets(by_outlet: Mapping[str, Sequence[Stretch]]) -> tuple[Difference, ...]:
    """Return the differences between the outlets of one row, harmful ones first.

    Where an outlet has several sentences in the row, the two that are most alike are compared.
    """
    outlets = [outlet for outlet, own in by_outlet.items() if own]
    sides = {outlet: [_side(stretch) for stretch in by_outlet[outlet]] for outlet in outlets}
    pairs = list(combinations(outlets[:_COMPARED], 2)) + [(outlets[0], other) for other in outlets[_COMPARED:]]
    found: list[Difference] = []
    for one, other in pairs:
        a, b = _most_alike(by_outlet[one], sides[one], by_outlet[other], sides[other])
        here = (*differences(a[1], b[1]), *sourcing(a[0], b[0]))
        found.extend(replace(difference, outlets=(one, other)) for difference in here)
    return tuple(sorted(found, key=lambda difference: difference.harmless))


def _side(stretch: Stretch) -> Side:
    """Return what comparing needs of a stretch."""
    return features(
        stretch.article.text,
        article=stretch.article.id,
        start=stretch.span.start,
        end=stretch.span.end,
        published=stretch.article.date,
        attribution=next((claim.attribution for claim in stretch.claims if claim.attribution is not None), None),
    )


def _most_alike(
    mine: Sequence[Stretch], my_sides: Sequence[Side], theirs: Sequence[Stretch], their_sides: Sequence[Side]
) -> tuple[tuple[Stretch, Side], tuple[Stretch, Side]]:
    """Return the two stretches that are most alike, with their sides."""
    if len(mine) == len(theirs) == 1:
        return (mine[0], my_sides[0]), (theirs[0], their_sides[0])
    x, y = max(
        ((x, y) for x in range(len(mine)) for y in range(len(theirs))),
        key=lambda pair: compare_sides(my_sides[pair[0]], their_sides[pair[1]]).score,
    )
    return (mine[x], my_sides[x]), (theirs[y], their_sides[y])


def sourcing(a: Stretch, b: Stretch) -> list[Difference]:
    """Return that one outlet has through another outlet or unnamed officials what the other one vouches for."""
    left, right = _provenance(a), _provenance(b)
    if left is None or right is None or left.kind is right.kind:
        return []
    if (left.kind in _SECOND_HAND) is (right.kind in _SECOND_HAND):
        return []
    one, other = _shown(a, left), _shown(b, right)
    says = f"through another: {_named(left)} / {_named(right)}"
    return [Difference(DifferenceKind.ATTRIBUTION, one, other, says)]


def _provenance(stretch: Stretch) -> Provenance | None:
    """Return through whom the outlet has the stretch."""
    return next((claim.provenance for claim in stretch.claims if claim.provenance is not None), None)


def _shown(stretch: Stretch, provenance: Provenance) -> Words:
    """Return the words that show a provenance, or the whole stretch."""
    if provenance.span is None:
        return stretch.words
    return Words(stretch.article.id, provenance.span, provenance.span.of(stretch.article.text))


def _named(provenance: Provenance) -> str:
    """Return a provenance in words."""
    return provenance.through or str(provenance.kind)
