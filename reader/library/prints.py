"""Near-identical texts that one outlet printed within a few days, found without reading all it ever printed."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article
    from reader.ports import LibraryStore

_DAYS = 3  # between two prints of one text
_SKETCH = 8  # sentences that stand for a text
_SHORTEST = 30  # code points: shorter sentences are anybody's
_EACH_DAY = 300  # articles of an outlet and day that are looked at
_END = re.compile(r"[.!?\n]+")

_NOBODY: frozenset[str] = frozenset()
_Holders = dict[int, "str | set[str]"]
_Bucket = tuple[str, "dt.date | None"]


class Prints:
    """The texts of each outlet and day by a few of their sentences.

    The sentences are those with the smallest checksums, so that two texts which share most of their sentences share
    most of these too (bottom-k sketches; Broder, On the resemblance and containment of documents, 1997).
    """

    def __init__(self, store: LibraryStore) -> None:
        """Look at what is in ``store``, an outlet and day at a time."""
        self._store = store
        self._holders: dict[_Bucket, _Holders] = {}
        self._last: tuple[str, Sequence[int]] | None = None

    def add(self, article: Article) -> None:
        """Take in the text of an article that is being stored."""
        holders = self._of((article.outlet, article.date))
        for sentence in self._sketch(article):
            _hold(holders, sentence, article.id)

    def like(self, article: Article) -> Sequence[str]:
        """Return the ids of the articles that may be prints of the same text, the likeliest first.

        They are of the same outlet, at most three days apart; an article without a date is looked for among those
        without one.
        """
        own = self._sketch(article)
        shared: Counter[str] = Counter()
        for day in _days_around(article.date):
            holders = self._of((article.outlet, day))
            for sentence in own:
                held = holders.get(sentence, _NOBODY)
                for other in (held,) if isinstance(held, str) else held:
                    shared[other] += 1
        return [other for other, count in shared.most_common() if other != article.id and 2 * count >= len(own)]

    def _sketch(self, article: Article) -> Sequence[int]:
        """Return the sketch of an article's text; that of the last one is kept, for it is asked twice."""
        if self._last is None or self._last[0] is not article.text:
            self._last = (article.text, sketch(article.text))
        return self._last[1]

    def _of(self, bucket: _Bucket) -> _Holders:
        """Return the articles of an outlet and day by their sentences."""
        if bucket not in self._holders:
            holders: _Holders = {}
            for article_id, text in self._store.printed(*bucket, limit=_EACH_DAY):
                for sentence in sketch(text):
                    _hold(holders, sentence, article_id)
            self._holders[bucket] = holders
        return self._holders[bucket]


def _hold(holders: _Holders, sentence: int, article_id: str) -> None:
    """Remember that an article has a sentence; most sentences have one article, for which a set is large."""
    known = holders.get(sentence)
    if isinstance(known, set):
        known.add(article_id)
    else:
        holders[sentence] = article_id if known is None or known == article_id else {known, article_id}


def sketch(text: str) -> Sequence[int]:
    """Return the checksums of a few sentences of a text, the same ones wherever they stand."""
    sentences = (" ".join(part.split()).casefold() for part in _END.split(text))
    sums = {zlib.crc32(sentence.encode("utf-8", "replace")) for sentence in sentences if len(sentence) >= _SHORTEST}
    return sorted(sums)[:_SKETCH]


def _days_around(day: dt.date | None) -> Sequence[dt.date | None]:
    """Return the days on which another print of a text of this day is looked for."""
    if day is None:
        return [None]
    first = max(dt.date.min.toordinal(), day.toordinal() - _DAYS)
    last = min(dt.date.max.toordinal(), day.toordinal() + _DAYS)
    return [dt.date.fromordinal(number) for number in range(first, last + 1)]
