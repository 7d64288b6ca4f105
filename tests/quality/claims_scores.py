"""Sentences aligned across articles, and sentences that can be checked, on labelled data.

``align_ecbplus``: sentences of short news on two look-alike events a topic; ``look_alike_errors`` is the share of the
false pairs that join the two events, ``look_alike_kept_apart`` is the rest of them. ``align_superpal``: sentences that
one fact of a summary comes from, beside what plain overlap of stems reaches there at its best threshold.
``claims_babe``: sentences that tell or that comment. ``claims_claimbuster``: sentences worth checking.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.claims import extract, tied_sentences
from reader.model import Article, Claim, Span
from reader.text.names import names
from reader.text.tokens import stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDER = "align"
WORTH_CHECKING = 0.34
"""From this worth on a sentence counts as worth checking: a property of the labels, not of the program."""

Place = tuple[str, Any]
Pair = tuple[Place, Place]


def scores(folder: Path) -> dict[str, float]:
    """Return the figures for the data in ``folder/align``."""
    align = folder / FOLDER
    ecbplus = _lines(align / "align_ecbplus.jsonl")
    superpal = _lines(align / "align_superpal.jsonl")
    ours, plain = _aligned(superpal, _tied), _aligned(superpal, _overlapping)
    events = _aligned(ecbplus, _tied)
    return {
        "ecbplus_f1": events["f1"],
        "ecbplus_precision": events["precision"],
        "ecbplus_recall": events["recall"],
        "ecbplus_look_alike_kept_apart": 1 - events["across"],
        "superpal_f1": ours["f1"],
        "superpal_ahead_of_overlap": ours["f1"] - plain["f1"],
        "babe_accuracy": _telling(_lines(align / "claims_babe.jsonl")),
        "newssubj_accuracy": _telling(_lines(align / "claims_newssubj.jsonl")),
        "claimbuster_accuracy": _worth(_lines(align / "claims_claimbuster.jsonl")),
    }


def _lines(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _claims(topic: dict[str, Any]) -> tuple[list[Claim], list[Place]]:
    """Return the sentences of a topic as claims, with their places."""
    found: list[Claim] = []
    places: list[Place] = []
    for doc in topic["docs"]:
        at = 0
        for sentence in doc["sents"]:
            text = sentence["text"]
            span = Span(at, at + len(text))
            named = tuple(
                type(name)(Span(name.span.start + at, name.span.end + at), name.text, name.canonical, name.kind)
                for name in names(text)
            )
            at = span.end + 1
            found.append(Claim(doc["doc"], span, text, span, names=named))
            places.append((doc["doc"], sentence["sid"]))
    return found, places


def _tied(topic: dict[str, Any]) -> Iterator[tuple[float, Place, Place]]:
    """Yield the pairs of sentences that the program ties."""
    claims, places = _claims(topic)
    for tie in tied_sentences(claims):
        yield 1.0, places[tie.a.line], places[tie.b.line]


def _overlapping(topic: dict[str, Any]) -> Iterator[tuple[float, Place, Place]]:
    """Yield all pairs of sentences with the cosine of their weighted stems: what plain overlap gives."""
    claims, places = _claims(topic)
    stems = [{stem(word.text) for word in tokens(claim.text) if word.text[0].isalnum()} for claim in claims]
    counts = Counter(one for own in stems for one in own)
    weights = {one: log((len(stems) + 1) / (count + 0.5)) for one, count in counts.items()}
    totals = [sum(weights[one] for one in own) for own in stems]
    for a, b in combinations(range(len(claims)), 2):
        common = sum(weights[one] for one in stems[a] & stems[b])
        if common > 0 and places[a][0] != places[b][0]:
            yield common / sqrt(totals[a] * totals[b]), places[a], places[b]


def _aligned(topics: Sequence[dict[str, Any]], pairs: Any) -> dict[str, float]:  # noqa: ANN401 - either of the two above
    """Return F1 at the best threshold (the program's ties have but one), and the share of errors across events."""
    scored: list[tuple[float, bool, bool]] = []
    wanted = 0
    for topic in topics:
        groups = {doc["doc"]: doc.get("event_group") for doc in topic["docs"]}
        judged = {(doc["doc"], one["sid"]) for doc in topic["docs"] for one in doc["sents"] if one.get("judged", True)}
        right, partial = _gold(topic["aligned"]), _gold(topic["partial"])
        wanted += len(right)
        seen: set[Pair] = set()
        for score, one, other in pairs(topic):
            pair = _ordered(one, other)
            if pair in seen or pair in partial or not judged.issuperset(pair):
                continue
            seen.add(pair)
            scored.append((score, pair in right, groups[one[0]] != groups[other[0]]))
    return _best(scored, wanted)


def _best(scored: Sequence[tuple[float, bool, bool]], wanted: int) -> dict[str, float]:
    """Return the figures at the threshold with the best F1."""
    best = {"f1": 0.0, "precision": 0.0, "recall": 0.0, "across": 0.0}
    right = across = 0
    ordered = sorted(scored, key=lambda one: -one[0])
    for number, (score, hit, apart) in enumerate(ordered, 1):
        right += hit
        across += apart and not hit
        last_of_its_score = number == len(ordered) or ordered[number][0] < score
        f1 = 2 * right / (number + wanted)
        if last_of_its_score and f1 > best["f1"]:
            wrong = max(1, number - right)
            best = {"f1": f1, "precision": right / number, "recall": right / wanted, "across": across / wrong}
    return best


def _gold(pairs: Sequence[Sequence[Any]]) -> set[Pair]:
    """Return labelled pairs in a fixed order."""
    return {_ordered((pair[0], pair[1]), (pair[2], pair[3])) for pair in pairs}


def _ordered(one: Place, other: Place) -> Pair:
    """Return a pair in a fixed order."""
    return (one, other) if one < other else (other, one)


def _telling(sentences: Sequence[dict[str, Any]]) -> float:
    """Return the share of sentences rightly called telling (most of it can be checked) or comment."""
    judged = [one for one in sentences if one["label"] != "mixed"]
    right = 0
    for one in judged:
        claims = extract(Article("sentence", one["text"]))
        checkable = sum(len(claim.text) for claim in claims if claim.not_checkable is None)
        telling = 2 * checkable >= sum(len(claim.text) for claim in claims)
        right += telling is (one["label"] == "factual")
    return right / len(judged)


def _worth(sentences: Sequence[dict[str, Any]]) -> float:
    """Return the share of sentences rightly called worth checking."""
    right = 0
    for one in sentences:
        worth = max((claim.worth for claim in extract(Article("sentence", one["text"]))), default=0.0)
        right += (worth >= WORTH_CHECKING) is bool(one["label"])
    return right / len(sentences)


if __name__ == "__main__":
    for name, value in scores(Path(sys.argv[1])).items():
        sys.stdout.write(f"{name:32} {value:.4f}\n")
