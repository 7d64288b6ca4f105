"""Taking a whole batch in (clean, quotations, claims, stories, SQLite, Whoosh) against indexing the same texts alone.

The peer is Whoosh with the schema that its manual begins with (a stored title and path, a text field), in one commit.
Times are by the wall, since the batch works in several processes, and by the processor, since others may need it
too; the memory is that of the largest process. ``NEWSREADER_BATCH`` sets the size.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from whoosh.fields import ID, TEXT, Schema
from whoosh.index import create_in

from reader.config import Config
from reader.wiring import open_library
from tests.bench.articles import raw_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library import Library
    from reader.model import RawArticle

#: Articles in each of two batches; ten thousand take some minutes.
BATCH = int(os.environ.get("NEWSREADER_BATCH", "2000"))
_MEGABYTE = 1024
_CORES = 2
_THOUSANDTHS = 1_000.0


def run() -> Sequence[tuple[str, float, str]]:
    """Return the rows: what was measured, the figure, what it is measured in or against."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load = raw_articles(2 * BATCH)
        first = list(islice(load, BATCH))
        alone = _indexed_alone(first, folder / "alone")
        files = [_dump(first, folder / "first.jsonl"), _dump(load, folder / "second.jsonl")]
        del first  # the memory to be measured is that of the program, not of its load
        library = open_library(Config(library=folder / "library", person="bench"))
        try:
            spent = [_added(library, file) for file in files]
        finally:
            library.close()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return [
        (f"the first {BATCH:,} articles in", BATCH / spent[0].wall, "articles a second"),
        ("the same by Whoosh's simplest schema alone", BATCH / alone.wall, "articles a second"),
        ("share of that rate", alone.wall / spent[0].wall, "of Whoosh alone"),
        ("the same by processor time, were two cores free", _CORES * alone.cpu / spent[0].cpu, "of Whoosh alone"),
        ("processor time an article", spent[0].cpu / BATCH * _THOUSANDTHS, "ms in all processes"),
        (f"the second {BATCH:,}", spent[1].wall / spent[0].wall, "times the first"),
        ("the same by processor time", spent[1].cpu / spent[0].cpu, "times the first"),
        ("largest process", peak / _MEGABYTE, "MB"),
    ]


class _Spent(NamedTuple):
    """Seconds by the wall and of all processes' processor time."""

    wall: float
    cpu: float


def _added(library: Library, file: Path) -> _Spent:
    """Return what taking in a file takes, up to its articles standing in stories and being found."""
    wall, cpu = time.perf_counter(), _cpu()
    reports = list(library.add([str(file)]))
    library.stories()
    library.search("harbour")
    took = time.perf_counter() - wall
    if len(reports) != BATCH:
        raise AssertionError(reports)
    while multiprocessing.active_children():  # what a process took is known once it has ended
        time.sleep(0.01)
    return _Spent(took, _cpu() - cpu)


def _cpu() -> float:
    """Return the seconds that this process and those it has waited for had a processor."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _dump(articles: Iterable[RawArticle], path: Path) -> Path:
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
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def _indexed_alone(articles: Sequence[RawArticle], folder: Path) -> _Spent:
    folder.mkdir()
    wall, cpu = time.perf_counter(), _cpu()
    index = create_in(folder, Schema(title=TEXT(stored=True), path=ID(stored=True), content=TEXT))
    writer = index.writer()
    for raw in articles:
        writer.add_document(title=raw.title, path=raw.id, content=raw.text)
    writer.commit()
    return _Spent(time.perf_counter() - wall, _cpu() - cpu)
