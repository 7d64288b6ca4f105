"""Is the article that somebody has in mind at the top? Its title less two words, beside SQLite FTS5's bm25.

``mrr`` is the mean over all articles of 1 / the rank at which the article stands (0 when it is not among 50), with all
of the words asked for; ``mrr_fts5`` is the same for FTS5 with its Porter tokenizer and the same weight of the title,
and ``mrr_ahead_of_fts5`` the difference. ``unseen`` figures are over the third of the articles that nothing was tuned
on.
"""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reader.index import open_index
from reader.model import Analysis, Article
from tests.index.shelves import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FOLDER = "stories"

_DROPPED = 2
_FEWEST_LEFT = 2
_LIMIT = 50
_MARKS = ".,;:!?\"'()[]“”‘’-–—*"


def scores(folder: Path) -> dict[str, float]:
    """Return the figures over the articles in ``folder``/stories."""
    articles = [article for name in ("allsides", "basil") for article in _read(folder / FOLDER / f"{name}_dev.jsonl")]
    questions = [(article.id, words) for article in articles if (words := _question(article))]
    unseen = [question for question in questions if _is_unseen(question[0])]
    with tempfile.TemporaryDirectory() as place:
        store = MemoryStore()
        for article in articles:
            store.put(article, Analysis(article.id, "none"))
        index = open_index(Path(place) / "index", store)
        index.catch_up()

        def ours(words: Sequence[str]) -> list[str]:
            return [hit.article for hit in index.search(" ".join(words), limit=_LIMIT).hits]

        fts5 = _fts5(articles)
        mrr, mrr_unseen = _mrr(questions, ours), _mrr(unseen, ours)
        mrr_fts5, mrr_fts5_unseen = _mrr(questions, fts5), _mrr(unseen, fts5)
        index.close()
    return {
        "mrr": mrr,
        "mrr_fts5": mrr_fts5,
        "mrr_ahead_of_fts5": mrr - mrr_fts5,
        "mrr_unseen": mrr_unseen,
        "mrr_fts5_unseen": mrr_fts5_unseen,
    }


def _read(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Article(id=row["id"], text=row["text"], title=row["title"], outlet=row["source"])


def _question(article: Article) -> list[str]:
    """Return the words of a title less two, picked by the article's id; none of a short title."""
    words = [bare for word in article.title.split() if (bare := word.strip(_MARKS)) and bare.isalnum()]
    if len(words) < _DROPPED + _FEWEST_LEFT:
        return []
    rng = random.Random(article.id)  # noqa: S311 - nothing secret
    dropped = set(rng.sample(range(len(words)), _DROPPED))
    return [word.lower() for place, word in enumerate(words) if place not in dropped]


def _is_unseen(id_: str) -> bool:
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16) % 3 == 0


def _mrr(questions: Sequence[tuple[str, Sequence[str]]], search: Callable[[Sequence[str]], Sequence[str]]) -> float:
    total = 0.0
    for id_, words in questions:
        found = search(words)
        total += 1 / (found.index(id_) + 1) if id_ in found else 0.0
    return total / len(questions)


def _fts5(articles: Sequence[Article]) -> Callable[[Sequence[str]], list[str]]:
    """Return a search by FTS5 over the same articles."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE a USING fts5(id UNINDEXED, title, body, tokenize = 'porter unicode61')")
    base.executemany("INSERT INTO a VALUES (?, ?, ?)", [(one.id, one.title, one.text) for one in articles])

    def search(words: Sequence[str]) -> list[str]:
        asked = " ".join(f'"{word}"' for word in words)
        rows = base.execute("SELECT id FROM a WHERE a MATCH ? ORDER BY bm25(a, 0, 4, 1) LIMIT ?", (asked, _LIMIT))
        return [str(row[0]) for row in rows]

    return search
