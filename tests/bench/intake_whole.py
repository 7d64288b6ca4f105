"""Taking a whole batch in (clean, quotations, claims, stories, SQLite, Whoosh) against indexing the same texts alone.

The peer is Whoosh with the schema that its manual begins with (a stored title and path, a text field), in one commit.
Times are by the wall, since the batch works in several processes; the memory is that of the largest one.
"""

from __future__ import annotations

import json
import resource
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.fields import ID, TEXT, Schema
from whoosh.index import create_in

from reader.config import Config
from reader.wiring import open_library
from tests.bench.articles import raw_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import RawArticle

#: Articles in each of two batches; ten thousand take some minutes.
BATCH = 2_000
_MEGABYTE = 1024


def run() -> Sequence[tuple[str, float, str]]:
    """Return the rows: what was measured, the figure, what it is measured in or against."""
    made = list(raw_articles(2 * BATCH))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        alone = _indexed_alone(made[:BATCH], folder / "alone")
        files = [_dump(made[:BATCH], folder / "first.jsonl"), _dump(made[BATCH:], folder / "second.jsonl")]
        library = open_library(Config(library=folder / "library", person="bench"))
        try:
            times = []
            for file in files:
                before = time.perf_counter()
                reports = list(library.add([str(file)]))
                library.stories()
                library.search("harbour")
                times.append(time.perf_counter() - before)
                if len(reports) != BATCH:
                    raise AssertionError(reports)
        finally:
            library.close()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return [
        (f"the first {BATCH:,} articles in", BATCH / times[0], "articles a second"),
        ("the same by Whoosh's simplest schema alone", BATCH / alone, "articles a second"),
        ("share of that rate", alone / times[0], "of Whoosh alone"),
        (f"the second {BATCH:,}", times[1] / times[0], "times the first"),
        ("largest process", peak / _MEGABYTE, "MB"),
    ]


def _dump(articles: Sequence[RawArticle], path: Path) -> Path:
    rows = (
        {
            "id": raw.id,
            "text": raw.text,
            "title": raw.title,
            "outlet": raw.outlet,
            "date": str(raw.date),
            "url": raw.url,
        }
        for raw in articles
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _indexed_alone(articles: Sequence[RawArticle], folder: Path) -> float:
    folder.mkdir()
    before = time.perf_counter()
    index = create_in(folder, Schema(title=TEXT(stored=True), path=ID(stored=True), content=TEXT))
    writer = index.writer()
    for raw in articles:
        writer.add_document(title=raw.title, path=raw.id, content=raw.text)
    writer.commit()
    return time.perf_counter() - before
