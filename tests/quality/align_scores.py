"""Comparison on labelled pairs: same claims, conflicts and stances.

``same_claim_headlines``: ``same`` against pairs that people scored at least 4 of 5. ``numeric_conflict_headlines`` has
nothing between one event and two, so what is ``different`` and yet scores three quarters counts as agreeing.
``stance_emergent`` pairs are known to be about one claim: what the headline does with it (``treatment``).
``nli_rte3`` and ``numeric_equate_news`` ask whether a passage gives a statement: the share of the statement that the
passage has, and the harmful differences. ``claim_vs_article_fnc`` is ``stance`` of the whole article.

``python -m tests.quality.align_scores DIR [tuned|unseen]`` prints the figures on a part of the data: ``unseen`` is the
third that no rule, word or weight was chosen on.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import zlib
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from reader.claims import compare
from reader.claims.compare import Treatment, differences, features, overlap, stance, treatment
from reader.model import DifferenceKind, PairRelation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

_OPTIONS = SimpleNamespace(threshold=0.5, best=False, numbers=False)
_AGREES = {PairRelation.SAME: "agree", PairRelation.DIFFERS: "conflict", PairRelation.DIFFERENT: "unrelated"}
_TREATS = {
    Treatment.ASSERTS: "agree",
    Treatment.PASSES_ON: "neutral",
    Treatment.DENIES: "conflict",
    Treatment.NOT_FOUND: "unrelated",
}
_AGREE = 0.75
# From which share of a statement on a passage gives it, and from which a difference of a kind conflicts with it:
# the pairs of ``numeric_equate_news`` are about figures alone.
_RTE = (
    0.7,
    {
        DifferenceKind.NEGATION: 0.5,
        DifferenceKind.NUMBER: 0.75,
        DifferenceKind.DATE: 0.75,
        DifferenceKind.NAME: 0.75,
    },
)
_EQUATE = (0.6, {DifferenceKind.NUMBER: 0.75})


def scores(folder: Path, part: str = "all") -> dict[str, float]:
    """Return the figures for the data in ``folder/align``; a file that is not there gives no figure."""
    align = folder / "align"
    scorer = _scorer(align / "score.py")
    found: dict[str, float] = {}
    headlines = _items(align / "same_claim_headlines.jsonl", part)
    if headlines:
        found |= _headlines(scorer, headlines)
    texts = {doc["doc"]: doc["text"] for doc in _lines(align / "claim_vs_article_fnc_docs.jsonl")}
    labels: dict[str, Callable[[dict[str, Any]], str]] = {
        "numeric_conflict_headlines": _numeric,
        "stance_emergent": lambda item: _TREATS[treatment(features(item["a"]), features(item["b"]))],
        "nli_rte3": lambda item: _given(item, *_RTE),
        "numeric_equate_news": lambda item: _given(item, *_EQUATE),
        "claim_vs_article_fnc": lambda item: _TREATS[stance(item["claim"], texts[item["doc"]])],
    }
    for name, label in labels.items():
        items = _items(align / f"{name}.jsonl", part)
        if items:
            result = scorer.threeway(items, [{"id": item["id"], "label": label(item)} for item in items], _OPTIONS)
            found |= {f"{name}.{key}": result[key] for key in ("macro_f1", "conflict_f1", "conflict_precision")}
    return found


def _headlines(scorer: ModuleType, items: list[dict[str, Any]]) -> dict[str, float]:
    """Score ``same`` on headline pairs."""
    predicted = []
    for item in items:
        comparison = compare(item["a"], item["b"])
        same = int(comparison.relation is PairRelation.SAME)
        predicted.append({"id": item["id"], "label": same, "score": comparison.score})
    result = scorer.pairs(items, predicted, _OPTIONS)
    return {f"same_claim_headlines.{key}": result[key] for key in ("accuracy", "f1", "auc")}


def _numeric(item: dict[str, Any]) -> str:
    """Label a pair of headlines with figures."""
    comparison = compare(item["a"], item["b"])
    if comparison.relation is PairRelation.DIFFERENT and comparison.score >= _AGREE:
        return "agree"
    return _AGREES[comparison.relation]


def _given(item: dict[str, Any], least: float, conflicts: Mapping[DifferenceKind, float]) -> str:
    """Label a passage ``a`` and a statement ``b``."""
    passage, statement = features(item["a"]), features(item["b"])
    share = overlap(passage.terms, statement.terms).b
    harmful = [one for one in differences(passage, statement) if not one.harmless]
    if any(share >= conflicts.get(one.kind, 2.0) for one in harmful):
        return "conflict"
    figures = any(one.kind is DifferenceKind.NUMBER for one in harmful)
    return "agree" if share >= least and not figures else "neutral"


def _scorer(path: Path) -> ModuleType:
    """Return the scorer that comes with the data, as a module."""
    spec = importlib.util.spec_from_file_location("align_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _items(path: Path, part: str) -> list[dict[str, Any]]:
    """Return the items of a file that belong to a part; items that share a text or claim are in one part."""
    return [item for item in _lines(path) if part == "all" or (part == "unseen") is _is_unseen(path.stem, item)]


def _is_unseen(name: str, item: dict[str, Any]) -> bool:
    key = {"stance_emergent": "claim", "claim_vs_article_fnc": "doc", "nli_rte3": "a"}.get(name, "id")
    return zlib.crc32(item[key].replace("sts-hl-", "").replace("nch-", "").encode()) % 3 == 0


def main() -> None:
    """Print the figures of a part, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("part", choices=["all", "tuned", "unseen"], default="all", nargs="?")
    asked = parser.parse_args()
    for name, value in scores(asked.folder, asked.part).items():
        sys.stdout.write(f"align.{name:48} {value:.4f}\n")


if __name__ == "__main__":
    main()
