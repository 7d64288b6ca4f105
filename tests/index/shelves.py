"""A store in memory behind the port ArticleStore, and articles to put into it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import NotFound
from reader.model import Analysis, Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Story


class MemoryStore:
    """Keeps articles in a dictionary, with change numbers as the real store has them."""

    def __init__(self) -> None:
        """Begin empty."""
        self._articles: dict[str, tuple[int, Article, Analysis]] = {}
        self._settings: dict[str, str] = {}
        self._change = 0

    def put(self, article: Article, analysis: Analysis) -> int:
        self._change += 1
        known = self._articles.get(article.id)
        version = known[1].version + 1 if known else 1
        self._articles[article.id] = (self._change, replace(article, version=version), analysis)
        return self._change

    def get(self, article_id: str, version: int | None = None) -> Article:
        del version
        if article_id not in self._articles:
            raise NotFound("article", article_id)
        return self._articles[article_id][1]

    def headers(self) -> Sequence[Article]:
        return [replace(article, text="", raw="") for _, article, _ in self._articles.copy().values()]

    def analysis(self, article_id: str) -> Analysis:
        return self._articles[article_id][2]

    def stories(self) -> Sequence[Story]:
        return []

    def put_stories(self, stories: Iterable[Story]) -> None:
        del stories

    def changed_since(self, change: int) -> Iterator[tuple[int, Article, Analysis]]:
        yield from sorted(
            (entry for entry in self._articles.copy().values() if entry[0] > change), key=lambda entry: entry[0]
        )

    def remember(self, key: str, value: str) -> None:
        self._settings[key] = value

    def recall(self, key: str) -> str | None:
        return self._settings.get(key)

    def close(self) -> None:
        self._articles.clear()


def article(id_: str, text: str, title: str = "", outlet: str = "The Daily Wire", day: str = "2019-09-14") -> Article:
    """Return an article; ``day`` is its date in ISO form, "" for none."""
    return Article(
        id=id_, text=text, title=title, outlet=outlet, date=dt.date.fromisoformat(day) if day else None, text_hash=text
    )


def stored(*articles: Article) -> MemoryStore:
    """Return a store that holds the articles, with nothing found in them."""
    store = MemoryStore()
    for one in articles:
        store.put(one, Analysis(one.id, "1"))
    return store
