"""How much two stretches are in the same words."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from reader.claims.words import FUNCTION_WORDS
from reader.text.background import weight
from reader.text.tokens import stem

if TYPE_CHECKING:
    from reader.claims.stretch import Stretch

_MARKS = ".,;:!?\"“”«»‘’'()[]–—-"


class Likeness:
    """Tells how much two stretches are in the same words; the stems of a stretch are found once."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._stems: dict[Stretch, tuple[dict[str, float], float]] = {}

    def __call__(self, a: Stretch, b: Stretch) -> float:
        """Return the weight of the stems that two stretches share, as a share of what both have."""
        (one, mine), (other, theirs) = self._weighted(a), self._weighted(b)
        whole = mine + theirs
        return 2 * fsum([one[key] for key in one.keys() & other.keys()]) / whole if whole else 0.0

    def _weighted(self, stretch: Stretch) -> tuple[dict[str, float], float]:
        """Return the weight of each stem of a stretch, and their sum."""
        known = self._stems.get(stretch)
        if known is None:
            words = (word.strip(_MARKS) for word in stretch.words.text.split())
            stems = (stem(word) for word in words if word and word.lower().replace("’", "'") not in FUNCTION_WORDS)
            weights = {one: weight(one) for one in stems}
            known = self._stems[stretch] = weights, sum(weights.values())
        return known
