"""Neighbouring claims of one sentence that stand in one row, as one stretch of their article."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.model import Span, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Article, Claim


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Neighbouring claims of one sentence as one stretch of their article, and as words that can be shown.

    A stretch is itself, and like no other.
    """

    article: Article
    span: Span
    claims: tuple[Claim, ...]
    words: Words


class Stretches:
    """The stretches of a story, each made once, however many rows it stands in."""

    def __init__(self, claims: Sequence[Claim], articles: Mapping[str, Article]) -> None:
        """Take the claims of a story, article by article, in order."""
        self._claims = claims
        self._articles = articles
        numbers: dict[tuple[str, Span], int] = {}
        self._sentences = [numbers.setdefault((claim.article, claim.sentence), len(numbers)) for claim in claims]
        self._known: dict[tuple[int, ...], Stretch] = {}

    def of(self, places: Sequence[int]) -> list[Stretch]:
        """Join the claims at ``places``, which are in order, where they stand in one sentence."""
        return [self._one(tuple(own)) for _, own in groupby(places, self._sentences.__getitem__)]

    def _one(self, places: tuple[int, ...]) -> Stretch:
        """Return the stretch of claims of one sentence."""
        known = self._known.get(places)
        if known is None:
            claims = tuple(self._claims[place] for place in places)
            article = self._articles[claims[0].article]
            span = Span(claims[0].span.start, max([claim.span.end for claim in claims]))
            words = Words(article.id, span, span.of(article.text))
            known = self._known[places] = Stretch(article, span, claims, words)
        return known
