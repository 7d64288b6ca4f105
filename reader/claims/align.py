"""Find the claims of different articles that assert the same thing, and put them into rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from reader.claims.words import FUNCTION_WORDS
from reader.text.tokens import stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.model import Claim

THRESHOLD = 0.34
MOST_OF_ONE_ARTICLE = 2
_LONGEST_LIST = 80


@dataclass(frozen=True, slots=True)
class Row:
    """Claims that assert the same thing, by their places in the list that was aligned; ``score`` is the weakest tie."""

    members: tuple[int, ...]
    score: float = 1.0


def align(claims: Sequence[Claim]) -> list[Row]:
    """Return the rows of ``claims``: every claim is in exactly one, most in a row of its own.

    A row has at most two claims of one article. Candidates come from an inverted index of stems, so the cost grows
    with what the articles share.
    """
    stems = [_stems(claim.text) for claim in claims]
    weights = _weights(stems)
    totals = [sqrt(sum(weights[one] ** 2 for one in own)) for own in stems]
    pairs = sorted(
        ((-score, a, b) for (a, b), score in _scores(claims, stems, weights, totals).items() if score >= THRESHOLD),
    )
    return _rows(claims, [(a, b, -score) for score, a, b in pairs])


def _stems(words: str) -> frozenset[str]:
    """Return the stems of the content words."""
    return frozenset(
        stem(part)
        for token in tokens(words)
        if token.text[0].isalnum()
        for part in token.text.split("-")
        if part and part.lower().replace("’", "'") not in FUNCTION_WORDS
    )


def _weights(stems: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return how telling each stem is among these claims."""
    counts: Counter[str] = Counter()
    number = 1
    for own in stems:
        number += 1
        counts.update(own)
    return {one: log((number + 1) / (count + 0.5)) for one, count in counts.items()}


def _scores(
    claims: Sequence[Claim],
    stems: Sequence[frozenset[str]],
    weights: Mapping[str, float],
    totals: Sequence[float],
) -> dict[tuple[int, int], float]:
    """Score the pairs of claims of different articles that share a telling stem."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(stems):
        for one in sorted(own):
            places[one].append(place)
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for one, holders in places.items():
        if len(holders) > _LONGEST_LIST:
            continue
        square = weights[one] ** 2
        for order, a in enumerate(holders):
            for b in holders[order + 1 :]:
                if claims[a].article != claims[b].article:
                    shared[a, b] += square
    return {pair: value / (totals[pair[0]] * totals[pair[1]]) for pair, value in shared.items()}


def _rows(claims: Sequence[Claim], pairs: Sequence[tuple[int, int, float]]) -> list[Row]:
    """Join the pairs, best first, where no article gets more than its share of a row."""
    owner = list(range(len(claims)))
    members: dict[int, list[int]] = {place: [place] for place in owner}
    weakest: dict[int, float] = {}
    for a, b, score in pairs:
        one, other = owner[a], owner[b]
        if one == other:
            continue
        joined = members[one] + members[other]
        if max(Counter(claims[place].article for place in joined).values()) > MOST_OF_ONE_ARTICLE:
            continue
        for place in members[other]:
            owner[place] = one
        members[one] = joined
        del members[other]
        weakest[one] = score
    return [Row(tuple(sorted(own)), weakest.get(root, 1.0)) for root, own in sorted(members.items())]
