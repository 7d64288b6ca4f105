"""Lines that recur across an outlet's articles: its furniture, not its reporting."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_SHORTEST = 8  # code points: shorter lines say too little to be anybody's
_ARTICLES = 3
_NEAR_COPY = 0.5


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
