"""Searches as one types, in CPU milliseconds, beside other engines on the same invented articles in the same run.

1,000 and 10,000 articles; 20,000 and 50,000 with ``NEWSREADER_BENCH_LARGE=1``. Our figures include the snippets of the
ten visible rows, cut from texts in the library's SQLite file; Whoosh's own are without snippets.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.index import open_index
from reader.model import Analysis
from reader.storage.articles import SqliteStore
from tests.bench._search_corpus import Corpus
from tests.bench._search_peers import Fts5, PlainWhoosh, Tantivy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.model import Article
    from reader.ports import SearchIndex
    from tests.bench._search_peers import Engine

SIZES = (1_000, 10_000)
LARGE_SIZES = (20_000, 50_000)
QUESTIONS = 60
SLOW_QUESTIONS = 8
DAY = dt.date(2019, 6, 1)
KINDS = ("one word", "two words", "phrase", "3 letters", "2 letters", "fuzzy", "word, outlet, date")


class Ours:
    """The program's index over a store in SQLite."""

    name = "newsreader"

    def __init__(self, folder: Path) -> None:
        """Make an empty library."""
        self._folder = folder
        folder.mkdir()
        self.store = SqliteStore(folder / "articles.db")
        self.index: SearchIndex = open_index(folder / "index", self.store)

    def build(self, articles: Iterable[Article]) -> None:
        """Index what the store has, which ``fill`` put there."""
        del articles
        self.index.catch_up()

    def fill(self, articles: Corpus) -> None:
        """Put the articles into the store."""
        with self.store.batch():
            for article, analysis in articles:
                self.store.put(article, analysis)

    def reopen(self) -> None:
        """Open the index as a new process would."""
        self.index.close()
        self.index = open_index(self._folder / "index", self.store)

    def ask(self, kind: str, question: str, day: dt.date) -> int | None:
        """Answer with snippets."""
        if kind == "word, outlet, date":
            return self.index.search(f"{question} outlet:courier date:>={day}", limit=10).total
        return self.index.search(question, limit=10, as_typed=kind.endswith("letters")).total


def run() -> list[tuple[str, float, str]]:
    """Return a row for each size, kind and engine."""
    rows: list[tuple[str, float, str]] = []
    for size in SIZES + (LARGE_SIZES if os.environ.get("NEWSREADER_BENCH_LARGE") else ()):
        with tempfile.TemporaryDirectory() as folder:
            rows.extend(_rows(Corpus(size), Path(folder)))
    return rows


def _rows(corpus: Corpus, folder: Path) -> Iterator[tuple[str, float, str]]:
    ours = Ours(folder / "ours")
    ours.fill(corpus)
    rates: dict[str, float] = {}
    engines: list[Engine] = [ours, *_peers(folder)]
    for engine in engines:
        rates[engine.name] = corpus.size / _seconds(lambda engine=engine: engine.build(a for a, _ in corpus))  # type: ignore[misc]  # mypy does not infer a lambda's default
    generated = _seconds(lambda: [None for _ in corpus])
    for name, rate in rates.items():
        # The peers' articles are made while they index, ours were in the store before.
        own = rate if name == ours.name else corpus.size / (corpus.size / rate - generated)
        rates[name] = own
        yield f"{corpus.size}: build, articles a second: {name}", own, f"{own / rates[ours.name]:.2f} of ours"
    questions = _questions(corpus)
    ours.reopen()
    first = questions["one word"][0]
    yield f"{corpus.size}: open to first answer, ms", _seconds(lambda: ours.ask("one word", first, DAY)) * 1e3, ""
    ours.index.catch_up()
    for number in range(3):
        yield f"{corpus.size}: add one article and find it, ms", _add_and_find(ours, corpus, number) * 1e3, ""
    for kind in KINDS:
        for engine in engines:
            yield from _timed(engine, kind, questions[kind], corpus.size)


def _peers(folder: Path) -> Iterator[Engine]:
    yield PlainWhoosh(folder / "whoosh")
    yield Fts5(folder / "fts5")
    try:
        yield Tantivy(folder / "tantivy")
    except ModuleNotFoundError:
        return


def _timed(engine: Engine, kind: str, questions: Sequence[str], size: int) -> Iterator[tuple[str, float, str]]:
    slow = engine.name == PlainWhoosh.name and kind.endswith("letters")
    taken: list[float] = []
    for question in questions[: SLOW_QUESTIONS if slow else QUESTIONS]:
        start = time.process_time()
        if engine.ask(kind, question, DAY) is None:
            return
        taken.append((time.process_time() - start) * 1e3)
    taken.sort()
    middle, late = taken[len(taken) // 2], taken[min(len(taken) - 1, len(taken) * 95 // 100)]
    yield f"{size}: {kind}, p95 ms: {engine.name}", late, f"p50 {middle:.1f}, {len(taken)} questions"


def _questions(corpus: Corpus) -> dict[str, list[str]]:
    """Return questions of each kind: words neither the most common nor very rare, phrases as they stand in texts."""
    rng = random.Random(11)  # noqa: S311 - nothing secret
    words = [word for word in corpus.words[40:4_000] if len(word) > 3]
    texts = [article.text.translate({ord("“"): " ", ord("”"): " "}).split() for article, _ in _some(corpus, 300)]

    def phrase() -> str:
        text = rng.choice(texts)
        place = rng.randrange(len(text) - 2)
        return '"' + " ".join(word.strip(".,") for word in text[place : place + 2]) + '"'

    def misspelt() -> str:
        word = rng.choice([word for word in words if len(word) > 5])
        place = rng.randrange(2, len(word) - 1)
        return word[:place] + "x" + word[place + 1 :]

    makers: dict[str, Callable[[], str]] = {
        "one word": lambda: rng.choice(words),
        "two words": lambda: f"{rng.choice(words)} {rng.choice(words)}",
        "phrase": phrase,
        "3 letters": lambda: rng.choice(words)[:3],
        "2 letters": lambda: rng.choice(words)[:2],
        "fuzzy": misspelt,
        "word, outlet, date": lambda: rng.choice(words),
    }
    return {kind: [makers[kind]() for _ in range(QUESTIONS)] for kind in KINDS}


def _some(corpus: Corpus, count: int) -> Iterator[tuple[Article, Analysis]]:
    for number, one in enumerate(corpus):
        if number == count:
            return
        yield one


def _add_and_find(ours: Ours, corpus: Corpus, number: int) -> float:
    """Return the seconds of indexing an article that was stored, and of finding it."""
    article, _ = next(iter(corpus))
    word = f"zyzzyva{number}"
    ours.store.put(replace(article, id=word, text=f"{article.text} {word}"), Analysis(word, "1"))

    def found() -> None:
        ours.index.catch_up()
        if ours.index.search(word).total != 1:
            raise AssertionError(f"{word} was not found")

    return _seconds(found)


def _seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start
