"""What claims are about: their telling stems, and how much each one weighs in a story."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from reader.claims.words import FUNCTION_WORDS
from reader.text.tokens import stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ALONE = 0.6
"""How much a stem that only one article has counts against a claim: more detail is not another fact."""


def content(words: str) -> list[str]:
    """Return the stems of the content words of ``words`` in order."""
    return [
        stem(part).replace(".", "")
        for token in tokens(words)
        if token.text[0].isalnum()
        for part in token.text.replace("‑", "-").replace("‐", "-").split("-")
        if part and part.lower().replace("’", "'") not in FUNCTION_WORDS
    ]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature is worth where two claims share it, and where one claim has it (``own``)."""

    shared: Mapping[str, float]
    own: Mapping[str, float]

    def total(self, held: Iterable[str]) -> float:
        """Return what a claim with these features has to be matched."""
        own = self.own
        return sum([own.get(feature, 0.0) for feature in held])

    def common(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return what two claims share."""
        both = a & b
        if not both:
            return 0.0
        shared = self.shared
        return sum([shared.get(feature, 0.0) for feature in both])


def weigh(sentences: Sequence[tuple[str, frozenset[str]]]) -> Weights:
    """Weigh the features of a story, given its sentences as (article, features).

    The rarer a feature is among the story's sentences, the more it weighs (inverse document frequency). Frequencies of
    the language at large were tried in its place and beside it and did worse: in a story the rare words of English are
    the ones that every sentence has. Pairs of neighbouring stems beside the stems bought found facts with false ones.
    """
    counts: Counter[str] = Counter()
    holder: dict[str, str] = {}
    several: set[str] = set()
    for article, held in sentences:
        counts.update(held)
        for feature in held:
            if holder.setdefault(feature, article) != article:
                several.add(feature)
    number = len(sentences) + 1
    shared: dict[str, float] = {}
    own: dict[str, float] = {}
    for feature, count in counts.items():
        rarity = log(number / (count + 0.5))
        if feature in several:
            shared[feature] = own[feature] = rarity
        else:
            own[feature] = ALONE * rarity
    return Weights(shared, own)
