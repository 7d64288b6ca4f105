"""How many independent origins a fact has: outlets that print one wire text, or lean on one agency, are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import ProvenanceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.claims.stretch import Stretch

_THROUGH = frozenset({ProvenanceKind.AGENCY, ProvenanceKind.OTHER_OUTLET})


class Origins:
    """Counts the origins of the rows of one story; ``copies`` are the ids of articles that print one text."""

    def __init__(self, copies: Iterable[frozenset[str]]) -> None:
        """Keep which text an article prints."""
        self._printed = {article: min(group) for group in copies for article in group}
        self._known: dict[Stretch, str] = {}

    def independent(self, found: Iterable[Stretch]) -> int:
        """Return the number of independent origins of the stretches of one row, at most the number of its outlets.

        An outlet that has the fact on its own anywhere in the row is an origin of its own.
        """
        origins: dict[str, set[str]] = {}
        for stretch in found:
            origins.setdefault(stretch.article.outlet, set()).add(self._origin(stretch))
        return len({_best(own) for own in origins.values()})

    def _origin(self, stretch: Stretch) -> str:
        """Return a name for where the outlet has the stretch from."""
        known = self._known.get(stretch)
        if known is None:
            known = self._known[stretch] = self._named(stretch)
        return known

    def _named(self, stretch: Stretch) -> str:
        """Name the agency or outlet that the stretch is taken from, else the text it is part of, else the outlet."""
        for claim in stretch.claims:
            if claim.provenance is not None and claim.provenance.kind in _THROUGH:
                return f"through {claim.provenance.through.lower().removeprefix('the ')}"
        printed = self._printed.get(stretch.article.id)
        if printed is not None:
            return f"text of {printed}"
        return f"outlet {stretch.article.outlet.lower().removeprefix('the ')}"


def _best(own: set[str]) -> str:
    """Return the origin that counts for an outlet: its own reporting before a text it shares, that before another's."""
    return min(own)
