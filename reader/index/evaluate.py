"""Answers a query tree on a view of the index: which articles, and how well each fits.

A node is evaluated term by term on whole posting lists: it gives a score for every document of a segment that it
finds. And, Or and Not are then operations on the keys of dictionaries.

The score is BM25F (Robertson and Zaragoza, 2009): the weight of a word in an article is the sum of its occurrences in
title, lead, text, quotations and beside speakers, each times the weight of its place, set right for the article's
length when it was indexed. An article that has the word as it was typed gets more than any that only has another form.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, assert_never

from reader.index.lexicon import counted
from reader.index.phrases import phrase_counts
from reader.index.positions import near
from reader.index.postings import WEIGHTS
from reader.index.query.tree import (
    And,
    Dated,
    Everything,
    Figure,
    HasQuotation,
    LanguageIs,
    Near,
    Node,
    Not,
    Or,
    OutletIs,
    Phrase,
    Prefix,
    Tagged,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from reader.index.documents import Area
    from reader.index.lexicon import Lexicon
    from reader.index.postings import PostingList
    from reader.index.view import Segment, View

Scores = dict[int, float]

_STORY = "story:"
_SATURATION = 1.2
_EXACT = 1.0 + _SATURATION
"""What the typed form adds: as much as the most that any number of other forms can give."""


def _saturated(weight: float) -> float:
    """Return how much a weight counts: rising towards ``1 + _SATURATION``."""
    return weight * (1.0 + _SATURATION) / (weight + _SATURATION)


_SATURATED = tuple(_saturated(weight) for weight in WEIGHTS)


class Evaluation:
    """The evaluation of queries on one view.

    ``tags`` maps a state that a query can ask for to the ids of the articles that have it. ``most_words`` and
    ``most_postings`` bound how many words a beginning stands for, the most frequent first (0: no bound); ``dropped``
    tells afterwards whether that left any out.
    """

    def __init__(
        self, view: View, tags: Mapping[str, Collection[str]], *, most_words: int = 0, most_postings: int = 0
    ) -> None:
        """Evaluate on ``view``."""
        self._view = view
        self._tags = tags
        self._most_words = most_words
        self._most_postings = most_postings
        self._rarities: dict[Node, float] = {}
        self._chosen: dict[Prefix, frozenset[str] | None] = {}
        self.dropped = False

    def scores(self, node: Node, segment: Segment) -> Scores:
        """Return the documents of ``segment`` that ``node`` asks for, with their scores; deleted ones are left out."""
        found = self._scores(node, segment)
        for number in segment.deleted:
            found.pop(number, None)
        return found

    def _scores(self, node: Node, segment: Segment) -> Scores:  # noqa: PLR0911 - one case a kind of node
        match node:
            case Word():
                return self._word(node, segment)
            case Figure():
                together = self._and(node.parts, segment)
                return _added([together, self._word(Word(node.value, node.area), segment)])
            case Phrase():
                return self._phrase(node, segment)
            case Near():
                return self._near(node, segment)
            case Prefix():
                return self._prefix(node, segment)
            case And():
                return self._and(node.parts, segment)
            case Or():
                return _added([self._scores(part, segment) for part in node.parts])
            case Not() | Everything():
                return self._and((node,), segment)
            case OutletIs() | LanguageIs() | Dated() | HasQuotation() | Tagged():
                return dict.fromkeys(self._filtered(node, segment), 0.0)
            case _:
                assert_never(node)

    def _and(self, parts: Sequence[Node], segment: Segment) -> Scores:
        """Return the documents that all parts find and no negated part finds, with the sums of their scores."""
        found: list[Scores] = []
        for part in parts:
            if not isinstance(part, Not | Everything):
                scores = self._scores(part, segment)
                if not scores:
                    return {}
                found.append(scores)
        common = _common(found) if found else dict.fromkeys(segment.all_documents(), 0.0)
        for part in parts:
            if isinstance(part, Not):
                for number in self._scores(part.part, segment):
                    common.pop(number, None)
        return common

    def _rarity(self, node: Node, count: Callable[[Segment], int]) -> float:
        """Return how rare a node's words are in the whole view: the usual inverse document frequency."""
        rarity = self._rarities.get(node)
        if rarity is None:
            articles = max(1, self._view.manifest.articles)
            holding = min(articles, sum(count(segment) for segment in self._view.segments))
            rarity = self._rarities[node] = math.log(1.0 + (articles - holding + 0.5) / (holding + 0.5))
        return rarity

    def _word(self, node: Word, segment: Segment) -> Scores:
        words = segment.words(node.area)
        if words is None:
            return {}
        rarity = self._rarity(node, lambda one: _articles(one, node.area, one.forms(node.area, node.key)))
        rows = segment.forms(node.area, node.key)
        return _weighed([segment.postings(node.area, row) for row in rows], _own(rows, words, node.key), rarity)

    def _prefix(self, node: Prefix, segment: Segment) -> Scores:
        words = segment.words(node.area)
        if words is None:
            return {}
        chosen = self._completions(node)
        rows: Sequence[int] = words.rows(node.beginning)
        if chosen is not None:
            rows = [row for row in rows if words.words[row] in chosen]
        rarity = self._rarity(node, lambda one: _articles(one, node.area, _begun(one, node)))
        return _weighed([segment.postings(node.area, row) for row in rows], _own(rows, words, node.beginning), rarity)

    def _completions(self, node: Prefix) -> frozenset[str] | None:
        """Return the words that a beginning stands for, None for all of them."""
        if not self._most_words:
            return None
        if node not in self._chosen:
            lexicons = [words for segment in self._view.segments if (words := segment.words(node.area))]
            counts = counted(lexicons, node.beginning)
            self._chosen[node] = self._most_frequent(counts, node.beginning)
            self.dropped |= self._chosen[node] is not None
        return self._chosen[node]

    def _most_frequent(self, counts: Mapping[str, int], typed: str) -> frozenset[str] | None:
        """Return the most frequent words within the bounds, and the typed one itself; None if that is all of them."""
        ordered = sorted(counts, key=lambda word: (-counts[word], word))[: self._most_words]
        kept: set[str] = {typed}
        postings = 0
        for word in ordered:
            if postings > self._most_postings:
                break
            kept.add(word)
            postings += counts[word]
        return None if counts.keys() <= kept else frozenset(kept)

    def _phrase(self, node: Phrase, segment: Segment) -> Scores:
        keys = [(offset, key) for offset, key in enumerate(node.keys) if key]
        lists = self._exact_lists([key for _, key in keys], node.area, segment)
        if lists is None:
            return {}
        rarity = sum(self._rarity_of_key(key, node.area) for _, key in keys)
        if len(lists) == 1:
            return _weighed(lists, 0, rarity)
        counts = phrase_counts([(offset, found) for (offset, _), found in zip(keys, lists, strict=True)])
        return {number: rarity * (_saturated(count) + _EXACT) for number, count in counts.items()}

    def _rarity_of_key(self, key: str, area: Area) -> float:
        """Return how rare a word is as it stands."""
        return self._rarity(Phrase((key,), area), lambda segment: _holding(segment, area, key))

    def _exact_lists(self, keys: Iterable[str], area: Area, segment: Segment) -> list[PostingList] | None:
        """Return the postings of each key as it is, None if one is nowhere in the segment."""
        words = segment.words(area)
        if words is None:
            return None
        rows = [words.row(key) for key in keys]
        return None if -1 in rows else [segment.postings(area, row) for row in rows]

    def _near(self, node: Near, segment: Segment) -> Scores:
        lists = [[segment.postings(node.area, row) for row in segment.forms(node.area, key)] for key in node.keys]
        common = self._and([Word(key, node.area) for key in node.keys], segment)
        scores: Scores = {}
        for number, score in common.items():
            positions = [sorted({p for found in forms for p in found.positions_in(number)}) for forms in lists]
            if near(positions, node.distance):
                scores[number] = score
        return scores

    def _tagged(self, tag: str) -> Collection[str]:
        """Return the ids of the articles in a state; a story may be named by words of its title."""
        known = self._tags.get(tag)
        if known is not None or not tag.startswith(_STORY):
            return known or ()
        return _of_story(tag, self._tags)

    def _filtered(self, node: OutletIs | LanguageIs | Dated | HasQuotation | Tagged, segment: Segment) -> Iterable[int]:
        """Return the documents that pass a filter."""
        files = segment.files
        match node:
            case OutletIs():
                return _of_outlets(files.outlets, node.beginnings)
            case LanguageIs():
                dialects = node.code + "-"
                return [n for n, row in enumerate(files.rows) if (row.language.casefold() + "-").startswith(dialects)]
            case Dated():
                days = files.by_date
                low = bisect_left(days, (node.first, -1))
                return [number for _, number in days[low : bisect_right(days, (node.last, len(files.rows)))]]
            case HasQuotation():
                return [number for number, row in enumerate(files.rows) if row.has_quotation]
            case Tagged():
                places = files.places
                return {places[id_] for id_ in self._tagged(node.tag) if id_ in places}
            case _:
                assert_never(node)


def _of_story(tag: str, tags: Mapping[str, Collection[str]]) -> set[str]:
    """Return the articles of all stories whose title has all the words of a tag."""
    wanted = set(tag.removeprefix(_STORY).split())
    return {
        id_
        for known, ids in tags.items()
        if known.startswith(_STORY) and wanted <= set(known.removeprefix(_STORY).split())
        for id_ in ids
    }


def _articles(segment: Segment, area: Area, rows: Iterable[int]) -> int:
    """Return the sum of the articles that hold the words of ``rows``."""
    words = segment.words(area)
    return 0 if words is None else sum(words.articles[row] for row in rows)


def _holding(segment: Segment, area: Area, key: str) -> int:
    """Return how many articles hold a word as it is."""
    words = segment.words(area)
    row = -1 if words is None else words.row(key)
    return 0 if words is None or row < 0 else words.articles[row]


def _begun(segment: Segment, node: Prefix) -> range:
    """Return the rows of the words with a beginning."""
    words = segment.words(node.area)
    return range(0) if words is None else words.rows(node.beginning)


def _own(rows: Sequence[int], words: Lexicon, key: str) -> int:
    """Return where in ``rows`` the word stands as it was typed, -1 if it does not."""
    row = words.row(key)
    return rows.index(row) if row in rows else -1


def _weighed(lists: Sequence[PostingList], own: int, rarity: float) -> Scores:
    """Return the scores of the documents in ``lists``; the one at ``own`` is that of the word as typed."""
    if own >= 0 and len(lists) == 1:
        table = [rarity * (weight + _EXACT) for weight in _SATURATED]
        return dict(zip(lists[own].documents, map(table.__getitem__, lists[own].weights), strict=True))
    weights: Scores = {}
    for found in lists:
        for number, code in zip(found.documents, found.weights, strict=True):
            weights[number] = weights.get(number, 0.0) + WEIGHTS[code]
    scores = {number: rarity * _saturated(weight) for number, weight in weights.items()}
    if own >= 0:
        more = rarity * _EXACT
        for number in lists[own].documents:
            scores[number] += more
    return scores


def _common(found: Sequence[Scores]) -> Scores:
    """Return the documents that are in all of ``found``, with the sums of their scores."""
    ordered = sorted(found, key=len)
    common = ordered[0]
    for scores in ordered[1:]:
        common = {number: score + scores[number] for number, score in common.items() if number in scores}
    return common


def _added(found: Iterable[Scores]) -> Scores:
    """Return the documents that are in any of ``found``, with the sums of their scores."""
    total: Scores = {}
    for scores in found:
        for number, score in scores.items():
            total[number] = total.get(number, 0.0) + score
    return total


def _of_outlets(outlets: Mapping[tuple[str, str], Sequence[int]], beginnings: Sequence[str]) -> Iterable[int]:
    """Return the documents of the outlets whose name or domain has, for each beginning, a word that begins so."""
    for (name, domain), numbers in outlets.items():
        words = [*name.split(), *domain.replace(".", " ").split(), domain]
        if all(any(word.startswith(beginning) for word in words) for beginning in beginnings):
            yield from numbers
