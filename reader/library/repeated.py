"""Lines that recur across an outlet's articles: its furniture, not its reporting."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.model import RawArticle
    from reader.ports import LibraryStore

_SHORTEST = 8  # code points: shorter lines say too little to be anybody's
_ARTICLES = 3
_NEAR_COPY = 0.5
_SAMPLE = 40  # articles of an outlet that are looked at: furniture shows in the first few


class Furniture:
    """What is known of each outlet's recurring lines, from its stored articles and those that come in."""

    def __init__(self, store: LibraryStore) -> None:
        """Look at the articles in ``store``."""
        self._store = store
        self._texts: dict[str, list[str]] = {}
        self._lines: dict[str, frozenset[str]] = {}

    def learn(self, raws: Iterable[RawArticle]) -> None:
        """Look at more articles, as long as their outlet is not well known."""
        changed = set()
        for raw in raws:
            if raw.outlet is None:
                continue
            if raw.outlet not in self._texts:
                self._texts[raw.outlet] = list(self._store.raw_texts(raw.outlet, _SAMPLE))
                changed.add(raw.outlet)
            if len(self._texts[raw.outlet]) < _SAMPLE:
                self._texts[raw.outlet].append(raw.text)
                changed.add(raw.outlet)
        for outlet in changed:
            self._lines[outlet] = repeated_lines(self._texts[outlet])

    def of(self, raw: RawArticle) -> frozenset[str]:
        """Return the recurring lines of an article's outlet; none where the outlet is not known."""
        return self._lines.get(raw.outlet or "", frozenset())


def repeated_lines(texts: Iterable[str]) -> frozenset[str]:
    """Return the lines that stand in at least three of these raw texts of one outlet.

    Texts that share half of their lines with one already looked at are versions of one article and count once, so that
    a paragraph is not taken for furniture because the article was printed three times.
    """
    looked_at: list[frozenset[str]] = []
    articles: Counter[str] = Counter()
    for text in texts:
        lines = frozenset(line for part in text.splitlines() if len(line := part.strip()) >= _SHORTEST)
        if lines and not any(_near(lines, other) for other in looked_at):
            looked_at.append(lines)
            articles.update(lines)
    return frozenset(line for line, count in articles.items() if count >= _ARTICLES)


def _near(a: Collection[str], b: Collection[str]) -> bool:
    """Tell whether one of the two shares half of its lines with the other."""
    shared = len(frozenset(a) & frozenset(b))
    return shared >= _NEAR_COPY * min(len(a), len(b))
