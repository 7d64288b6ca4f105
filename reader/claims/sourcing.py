"""Through whom two outlets have what they both tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Difference, DifferenceKind, Provenance, ProvenanceKind, SpeakerKind, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.stretch import Stretch

_SECOND_HAND = frozenset({ProvenanceKind.AGENCY, ProvenanceKind.OTHER_OUTLET, ProvenanceKind.REPORTS_SAID})


def sourcing(mine: Sequence[Stretch], theirs: Sequence[Stretch]) -> list[Difference]:
    """Return that one outlet has through another outlet what the other outlet vouches for itself.

    What the other one has from somebody's own words is better attested, and not told otherwise; nor is what it names
    the same outlet for, or what a person said to that outlet.
    """
    left, right = _second_hand(mine), _second_hand(theirs)
    second, others = (left, theirs) if left else (right, mine)
    if second is None or (left and right) or all(_has_anothers_words(one) for one in others):
        return []
    if _names_it_too(second, others) or _is_spoken(second):
        return []
    one = _shown(left) if left else mine[0].words
    other = _shown(right) if right else theirs[0].words
    says = f"through another: {_through(left or mine[0])} / {_through(right or theirs[0])}"
    return [Difference(DifferenceKind.ATTRIBUTION, one, other, says)]


def _second_hand(own: Sequence[Stretch]) -> Stretch | None:
    """Return the stretch that an outlet has through another one, if any."""
    return next((one for one in own if _provenance(one).kind in _SECOND_HAND), None)


def _names_it_too(second: Stretch, others: Sequence[Stretch]) -> bool:
    """Tell whether the other outlet names the one through which a stretch came, by its last word."""
    through = _through(second).split()[-1].lower()
    return any(through in one.words.text.lower() for one in others)


def _is_spoken(stretch: Stretch) -> bool:
    """Tell whether a stretch gives what a person said."""
    return any(
        claim.attribution is not None and claim.attribution.kind is SpeakerKind.PERSON for claim in stretch.claims
    )


def _has_anothers_words(stretch: Stretch) -> bool:
    """Tell whether any of the stretch is more than the outlet's own telling."""
    return any(
        claim.provenance is not None and claim.provenance.kind is not ProvenanceKind.OWN_REPORTING
        for claim in stretch.claims
    )


def _provenance(stretch: Stretch) -> Provenance:
    """Return through whom the outlet has the stretch."""
    return stretch.claims[0].provenance or Provenance(ProvenanceKind.OWN_REPORTING)


def _shown(stretch: Stretch) -> Words:
    """Return the words that show a provenance, or the whole stretch."""
    span = _provenance(stretch).span or stretch.span
    return Words(stretch.article.id, span, span.of(stretch.article.text))


def _through(stretch: Stretch) -> str:
    """Return through whom, in words."""
    provenance = _provenance(stretch)
    return provenance.through or str(provenance.kind)
