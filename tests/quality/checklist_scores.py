"""Whole checklists of stories told by three outlets, against checklists that people made by reading.

The articles go the way they go in the program (cleaned, read, aligned), and what is found is scored at its place in the
text as given. ``python -m tests.quality.checklist_scores DIR [tuned|unseen]`` prints the figures on a part of the
stories: ``unseen`` are the three that no rule or number was chosen on.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.claims import checklist
from reader.model import RawArticle
from reader.text.article import article

if TYPE_CHECKING:
    from types import ModuleType

    from reader.model import Article, ChecklistItem

_UNSEEN = ("basil-d16050b3", "basil-eb17fa36", "basil-f506aafc")


def scores(folder: Path, part: str = "all") -> dict[str, float]:
    """Return the figures for ``folder/checklist``; the texts are in ``folder/stories/basil_dev.jsonl``."""
    gold = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((folder / "checklist").glob("*.json"))
        if part == "all" or path.name.startswith(_UNSEEN) is (part == "unseen")
    ]
    with (folder / "stories" / "basil_dev.jsonl").open(encoding="utf-8") as lines:
        texts = {record["id"]: record for record in map(json.loads, lines)}
    predicted = {story["story"]: _items(story, texts) for story in gold}
    measured = _scorer(folder / "checklist" / "score.py").score(gold, predicted)[0]
    return {
        "pairs_f1": measured["pairs"]["f1"],
        "pairs_precision": measured["pairs"]["p"],
        "pairs_recall": measured["pairs"]["r"],
        "found": measured["found"],
        "relation": measured["relation"],
        "differs_f1": measured["differs"]["f1"],
        "differs_precision": measured["differs"]["p"],
        "single_precision": measured["single"]["p"],
        "single_recall": measured["single"]["r"],
    }


def _items(story: dict[str, Any], texts: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of one story as the scorer reads them."""
    articles = {given["id"]: _article(texts[given["id"]]) for given in story["articles"]}
    return [_row(item, articles) for item in checklist(list(articles.values()), story=story["story"]).items]


def _article(record: dict[str, Any]) -> Article:
    """Return the article of one record."""
    date = dt.date.fromisoformat(record["date"][:10]) if record.get("date") else None
    raw = RawArticle(record["id"], record["text"], title=record["title"], outlet=record["source"], date=date)
    return article(raw, id=record["id"])


def _row(item: ChecklistItem, articles: dict[str, Article]) -> dict[str, Any]:
    """Return one row with its words at their places in the texts as given."""
    words: dict[str, list[list[int]]] = {}
    for stance in item.stances.values():
        for one in stance.words:
            span = articles[one.article].offsets.span_to_raw(one.span)
            words.setdefault(one.article, []).append([span.start, span.end])
    kinds = [{"kind": str(one.kind)} for one in item.differences if not one.harmless]
    return {"relation": str(item.relation), "words": words, "differences": kinds}


def _scorer(path: Path) -> ModuleType:
    """Load the scorer that came with the labels."""
    spec = importlib.util.spec_from_file_location("checklist_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for name, value in scores(Path(sys.argv[1]), *sys.argv[2:3]).items():
        sys.stdout.write(f"{name:24} {value:.4f}\n")
