"""Ranks what a query tree finds on a view."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reader.index.documents import Area
from reader.index.evaluate import Evaluation
from reader.index.query.tree import Or, Word
from reader.index.terms import terms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reader.index.query.tree import Node
    from reader.index.view import View

TYPED_WORDS = 64
TYPED_POSTINGS = 60_000
_TELLING_WORDS = 25
_TITLE_COUNTS = 3


class Ranked(NamedTuple):
    """The best articles with their scores, how many there are in all, and whether rare completions were left out."""

    best: list[tuple[str, float]]
    total: int
    partial: bool


def rank(
    view: View, node: Node, *, limit: int, as_typed: bool = False, tags: Mapping[str, Collection[str]] | None = None
) -> Ranked:
    """Return the ``limit`` best articles for ``node``; of equal ones the newest first, then by id.

    ``as_typed`` takes a beginning for the most frequent of its completions only, so that a keystroke is answered in
    time; ``partial`` then tells whether any were left out.
    """
    bounds = {"most_words": TYPED_WORDS, "most_postings": TYPED_POSTINGS} if as_typed else {}
    evaluation = Evaluation(view, tags or {}, **bounds)
    found = [(segment, evaluation.scores(node, segment)) for segment in view.segments]
    total = sum(len(scores) for _, scores in found)
    least = min(heapq.nlargest(limit, (score for _, scores in found for score in scores.values())), default=0.0)
    best = [
        (-score, -segment.files.days[number], segment.files.rows[number].id)
        for segment, scores in found
        for number, score in scores.items()
        if score >= least
    ]
    best = heapq.nsmallest(limit, best)
    return Ranked([(id_, -score) for score, _, id_ in best], total, evaluation.dropped)


def telling_words(view: View, title: str, text: str, *, least: int = 2) -> list[str]:
    """Return the words that tell a text from others: frequent in it, rare in the index, the best first.

    Words that fewer than ``least`` articles have are left out, and those of most articles unless there are no others.
    """
    counts = Counter(term.keys[0] for term in terms(text))
    for term in terms(title):
        counts[term.keys[0]] += _TITLE_COUNTS
    articles = max(1, view.manifest.articles)
    lexicons = [words for segment in view.segments if (words := segment.words(Area.TEXT))]
    holding_of: dict[str, int] = {}
    worth: dict[str, float] = {}
    for key, count in counts.items():
        rows = [(words, row) for words in lexicons if (row := words.row(key)) >= 0]
        holding = holding_of[key] = sum(words.articles[row] for words, row in rows)
        if holding >= least:
            worth[key] = (1.0 + math.log(count)) * math.log(articles / holding)
    rare = [key for key in worth if holding_of[key] * 2 <= articles + 1] or worth
    return sorted(rare, key=lambda key: (-worth[key], key))[:_TELLING_WORDS]


def likeness(view: View, text: str, *, title: str = "", least: int = 2) -> Or:
    """Return the query for what is near a text: any of its telling words."""
    return Or(tuple(Word(key) for key in telling_words(view, title, text, least=least)))


def nearest(view: View, node: Node, article_id: str, *, limit: int) -> Ranked:
    """Return the articles that fit ``node`` best, one of them left out."""
    found = rank(view, node, limit=limit + 1)
    others = [(id_, score) for id_, score in found.best if id_ != article_id][:limit]
    return Ranked(others, found.total - (len(others) < len(found.best)), partial=False)
