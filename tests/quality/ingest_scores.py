"""Cleaning on labelled scrapes: junk spans (``boilerplate_dev``) and marked bodies (``plain_dev``).

``boilerplate_f1`` is the F1 of removed characters that are junk and junk that was removed; ``boilerplate_kept_body``
is the share of body characters that stayed. ``plain_f1`` is the F1 of four-word shingles against the marked body,
``plain_f1_ahead_of_raw`` how far it lies above the same figure for the scrape as it came.
"""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

from reader.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType


def scores(folder: Path) -> dict[str, float]:
    """Return the figures for the data in ``folder/ingest``; a file that is not there gives no figure."""
    ingest = folder / "ingest"
    scorer = _scorer(ingest / "score.py")
    found: dict[str, float] = {}
    if (ingest / "boilerplate_dev.jsonl").exists():
        found |= _boilerplate(scorer.score_clean, ingest / "boilerplate_dev.jsonl")
    if (ingest / "plain_dev.jsonl").exists():
        found |= _plain(scorer.score_extract, ingest / "plain_dev.jsonl", ingest / "html_dev" / "ground-truth.json")
    return found


def _scorer(path: Path) -> ModuleType:
    """Return the scorer that comes with the data, as a module."""
    spec = importlib.util.spec_from_file_location("ingest_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _boilerplate(score_clean: Callable[..., dict[str, float]], path: Path) -> dict[str, float]:
    gold = _lines(path)
    removed = {
        article["id"]: {
            "removed": [{"start": cut.raw_start, "end": cut.raw_end} for cut in clean(article["raw"]).removed]
        }
        for article in gold
    }
    result = score_clean(gold, removed)
    return {
        "boilerplate_f1": result["f1"],
        "boilerplate_precision": result["precision"],
        "boilerplate_recall": result["recall"],
        "boilerplate_kept_body": 1.0 - result["lost_body"],
        "boilerplate_exact": result["exact"],
    }


def _plain(score_extract: Callable[..., dict[str, float]], path: Path, gold_path: Path) -> dict[str, float]:
    pages = _lines(path)
    every = json.loads(gold_path.read_text(encoding="utf-8"))
    gold = {page["id"]: every[page["id"]] for page in pages}
    cleaned = score_extract(gold, {page["id"]: clean(page["raw"]).text for page in pages})
    as_it_came = score_extract(gold, {page["id"]: page["raw"] for page in pages})
    return {
        "plain_f1": cleaned["f1"],
        "plain_precision": cleaned["precision"],
        "plain_recall": cleaned["recall"],
        "plain_f1_ahead_of_raw": cleaned["f1"] - as_it_came["f1"],
    }
