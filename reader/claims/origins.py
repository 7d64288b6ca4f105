"""How many independent origins a fact has: outlets that print one wire text, or lean on one agency, are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import ProvenanceKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.claims.differing import Stretch

_THROUGH = frozenset({ProvenanceKind.AGENCY, ProvenanceKind.OTHER_OUTLET})


def independent(found: Sequence[Stretch], copies: Collection[frozenset[str]]) -> int:
    """Return the number of independent origins of the stretches of one row, at most the number of its outlets.

    ``copies`` are the ids of articles that print one text. An outlet that has the fact on its own anywhere in the row
    is an origin of its own.
    """
    origins: dict[str, set[str]] = {}
    for stretch in found:
        origins.setdefault(stretch.article.outlet, set()).add(_origin(stretch, copies))
    return len({_best(own) for own in origins.values()})


def _origin(stretch: Stretch, copies: Collection[frozenset[str]]) -> str:
    """Return a name for where the outlet has the stretch from."""
    for claim in stretch.claims:
        if claim.provenance is not None and claim.provenance.kind in _THROUGH:
            return f"through {claim.provenance.through.lower().removeprefix('the ')}"
    copied = next((group for group in copies if stretch.article.id in group), None)
    if copied is not None:
        return f"text of {min(copied)}"
    return f"outlet {stretch.article.outlet.lower().removeprefix('the ')}"


def _best(own: set[str]) -> str:
    """Return the origin that counts for an outlet: its own reporting before a text it shares, that before another's."""
    return min(own)
