"""How much each thing that claims are about weighs in a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.claims.wordings import Wording

ALONE = 0.6
"""How much a stem that only one article has counts against a claim: more detail is not another fact."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature is worth, by its number, where two claims share it, and where one claim has it (``own``)."""

    shared: Sequence[float]
    own: Sequence[float]

    def total(self, held: Iterable[int]) -> float:
        """Return what a claim with these features has to be matched."""
        return sum(map(self.own.__getitem__, held))

    def common(self, a: frozenset[int], b: frozenset[int]) -> float:
        """Return what two claims share."""
        return sum(map(self.shared.__getitem__, a & b))


def weigh(wordings: Sequence[Wording]) -> Weights:
    """Weigh the features of a story by its wordings.

    The rarer a feature is among the story's wordings, the more it weighs (inverse document frequency). Frequencies of
    the language at large were tried in its place and beside it and did worse: in a story the rare words of English are
    the ones that every sentence has. Pairs of neighbouring stems beside the stems bought found facts with false ones.
    """
    counts: Counter[int] = Counter()
    holders: defaultdict[int, set[str]] = defaultdict(set)
    for one in wordings:
        counts.update(one.held)
        for feature in one.held:
            holders[feature].update(one.articles)
    number = len(wordings) + 1
    known = 1 + max((feature for one in wordings for part in one.parts for feature in part), default=-1)
    shared, own = [0.0] * known, [0.0] * known
    for feature, count in counts.items():
        rarity = log(number / (count + 0.5))
        several = len(holders[feature]) > 1
        shared[feature] = rarity if several else 0.0
        own[feature] = rarity if several else ALONE * rarity
    return Weights(shared, own)
