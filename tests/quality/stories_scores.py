"""How well articles are grouped into stories: B-cubed F1 on labelled articles of several outlets.

Sets: articles of round-ups of one event (``allsides``), of three outlets each (``basil``), of look-alike events
(``ecbplus``), small lists as a person loads them (``mini``); and how many of 200 unrelated articles are drawn into
stories of others (``unrelated_left_alone`` are not).
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from reader.model import Article
from reader.stories import group

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping, Sequence

_FILES = ("allsides", "basil", "ecbplus")
_UNRELATED = 200


def scores(folder: pathlib.Path) -> dict[str, float]:
    """Return the figures for the data in ``folder/stories``."""
    place = folder / "stories"
    figures: dict[str, float] = {}
    sets = {name: _load(place / f"{name}_dev.jsonl") for name in _FILES if (place / f"{name}_dev.jsonl").exists()}
    for name, (articles, gold) in sets.items():
        figures[f"{name}_bcubed_f1"] = bcubed(gold, _grouped(articles))
    mini = place / "mini_sets_dev.json"
    if mini.exists() and "allsides" in sets:
        articles, gold = sets["allsides"]
        by_id = {article.id: article for article in articles}
        found = []
        for ids in json.loads(mini.read_text(encoding="utf-8")):
            labels = {name: gold[name] for name in ids}
            found.append(bcubed(labels, _grouped([by_id[name] for name in ids])))
        figures["mini_bcubed_f1"] = sum(found) / len(found)
    if {"allsides", "basil"} <= sets.keys():
        figures["unrelated_left_alone"] = float(_UNRELATED - drawn_in(sets["basil"][0], sets["allsides"]))
    return figures


def bcubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return the B-cubed F1 (Bagga and Baldwin 1998) of one grouping against another."""
    in_gold, in_found = Counter(gold.values()), Counter(found[name] for name in gold)
    both = Counter((gold[name], found[name]) for name in gold)
    precision = sum(n * n / in_found[found_story] for (_, found_story), n in both.items()) / len(gold)
    recall = sum(n * n / in_gold[gold_story] for (gold_story, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def drawn_in(articles: Sequence[Article], others: tuple[Sequence[Article], Mapping[str, str]]) -> int:
    """Return how many of 200 articles, each about an event of its own, end in a story of ``articles``."""
    alone = {story: article for article in reversed(others[0]) for story in [others[1][article.id]]}
    unrelated = sorted(alone.values(), key=lambda article: article.id)[:_UNRELATED]
    ids = {article.id for article in unrelated}
    return sum(
        len(ids & set(story.articles)) for story in group([*articles, *unrelated]) if not ids.issuperset(story.articles)
    )


def _grouped(articles: Sequence[Article]) -> dict[str, str]:
    return {name: story.id for story in group(articles) for name in story.articles}


def _load(path: pathlib.Path) -> tuple[list[Article], dict[str, str]]:
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [_article(row) for row in rows], {row["id"]: row["cluster"] for row in rows}


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        text=row["text"],
        title=row["title"] or "",
        outlet=row["source"] or "unknown",
        date=dt.date.fromisoformat(row["date"][:10]) if row["date"] else None,
    )
