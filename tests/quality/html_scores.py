"""How well pages and feeds are read.

Pages: F1 of 4-word shingles, averaged over pages as the article-extraction-benchmark defines it, of the body after
cleaning. Feeds: how many are read, and the share found of the entries that a reference reader finds.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from reader.errors import InputError
from reader.ingest.feeds import read_feed
from reader.ingest.html import read_page
from reader.text import clean

if TYPE_CHECKING:
    import pathlib

# The figures read the data of another module.
FOLDER = "ingest"

_WORD = re.compile(r"\w+")
_SHINGLE = 4


def scores(folder: pathlib.Path) -> dict[str, float]:
    """Return the figures for the data in ``folder/ingest``."""
    place = folder / "ingest"
    figures: dict[str, float] = {}
    if (place / "html_dev" / "ground-truth.json").exists():
        figures |= _pages(place / "html_dev")
    if (place / "feeds_dev" / "expect.json").exists():
        figures |= _feeds(place / "feeds_dev")
    return figures


def _pages(place: pathlib.Path) -> dict[str, float]:
    gold = json.loads((place / "ground-truth.json").read_text(encoding="utf-8"))
    precisions: list[float] = []
    recalls: list[float] = []
    for name, wanted in gold.items():
        try:
            page = read_page(gzip.decompress((place / f"{name}.html.gz").read_bytes()), name)
            found = clean(page.text).text
        except InputError:
            found = ""
        right, extra, missed = _compared(wanted["articleBody"], found)
        if right + extra:
            precisions.append(right / (right + extra))
        if right + missed:
            recalls.append(right / (right + missed))
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return {
        "shingle_f1": 2 * precision * recall / (precision + recall),
        "shingle_precision": precision,
        "shingle_recall": recall,
    }


def _compared(wanted: str, found: str) -> tuple[int, int, int]:
    """Return how many shingles are in both, only in what was found, only in what was wanted."""
    gold, ours = _shingles(wanted), _shingles(found)
    return (gold & ours).total(), (ours - gold).total(), (gold - ours).total()


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if 0 < len(words) < _SHINGLE:
        return Counter([tuple(words)])
    return Counter(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _feeds(place: pathlib.Path) -> dict[str, float]:
    read = lost = all_entries = 0
    for name, wanted in json.loads((place / "expect.json").read_text(encoding="utf-8")).items():
        try:
            found = len(read_feed((place / name).read_bytes(), name).entries)
            read += 1
        except InputError:
            found = 0
        lost += max(0, wanted["entries"] - found)
        all_entries += wanted["entries"]
    return {"feeds_read": float(read), "feed_entries_found": 1.0 - lost / all_entries}
