"""The two seed articles against what a careful reader finds in them: counts of what is right.

Out of: 13 quotations and their speakers, 3 quotations that both outlets have, 10 facts that both have, 7 that one has,
4 claims that are second-hand. ``facts_apart`` is the share of rows of both outlets that join nothing but one fact.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.claims import checklist, extract
from reader.model import ItemRelation, ProvenanceKind, QuotationKind, RawArticle, Span
from reader.quotations import extract as quotations
from reader.quotations import same
from reader.text.article import article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, ChecklistItem

_DATE = dt.date(2019, 9, 14)


class Seeds(NamedTuple):
    """The seed articles by file, what is right of them, and their checklist."""

    articles: dict[str, Article]
    gold: dict[str, Any]
    items: Sequence[ChecklistItem]


def scores(folder: Path) -> dict[str, float]:
    """Return the counts for ``folder/seeds``."""
    seeds = read(folder / "seeds")
    shared = [fact for fact in seeds.gold["facts"] if fact["relation"] != "one source only"]
    alone = [fact for fact in seeds.gold["facts"] if fact["relation"] == "one source only"]
    rows = {fact["name"]: row_of(seeds, fact) for fact in shared}
    found, named = _quotations(seeds)
    return {
        "quotations": found,
        "speakers": named,
        "same_quotations": _same(seeds),
        "shared_facts": sum(row is not None for row in rows.values()),
        "shared_relations": sum(_right(rows[fact["name"]], fact) for fact in shared),
        "single_facts": sum(is_alone(seeds, fact) for fact in alone),
        "facts_apart": _apart(seeds),
        "second_hand": sum(
            min(group["count"], _through(seeds, group["file"], group["through"])) for group in seeds.gold["second_hand"]
        ),
    }


def read(folder: Path) -> Seeds:
    """Return the seeds in ``folder``, which has the texts and ``gold.json``."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    articles = {}
    for given in gold["articles"]:
        text = (folder / given["file"]).read_bytes().decode("utf-8")
        raw = RawArticle(given["file"], text, outlet=given["outlet"], date=_DATE)
        articles[given["file"]] = article(raw, id=given["file"])
    return Seeds(articles, gold, checklist(list(articles.values()), story="seeds").items)


def row_of(seeds: Seeds, fact: dict[str, Any]) -> ChecklistItem | None:
    """Return the row that has words of the fact from every article that has it."""
    return next((item for item in seeds.items if all(_holds(seeds, item, *place) for place in _places(fact))), None)


def is_alone(seeds: Seeds, fact: dict[str, Any]) -> bool:
    """Tell whether a row of one outlet has the fact, and no row of several has."""
    rows = [item for item in seeds.items if any(_holds(seeds, item, *place) for place in _places(fact))]
    return bool(rows) and all(row.relation is ItemRelation.SINGLE for row in rows)


def _places(fact: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the files and words that show a fact."""
    return [(file, words) for file, shown in fact["evidence"].items() for words in shown]


def _holds(seeds: Seeds, item: ChecklistItem, file: str, words: str) -> bool:
    """Tell whether half of ``words``, or half of the row's words, are the same stretch of the article."""
    text = seeds.articles[file].text
    begin = text.find(words)
    span = Span(begin, begin + len(words))
    return begin >= 0 and any(
        2 * one.span.overlap(span) >= min(one.span.end - one.span.start, len(words))
        for stance in item.stances.values()
        for one in stance.words
        if one.article == file
    )


def _right(row: ChecklistItem | None, fact: dict[str, Any]) -> bool:
    """Tell whether the row says of the fact what is right: agreed, or differs in the kind that is named.

    Another framing of one fact is no kind of difference that the program knows: either answer counts.
    """
    if row is None:
        return False
    relation, _, kind = fact["relation"].partition(": ")
    if kind == "framing":
        return True
    if relation == "agree":
        return row.relation is ItemRelation.AGREED
    kinds = {str(one.kind) for one in row.differences if not one.harmless}
    return row.relation is ItemRelation.DIFFERS and kind in kinds


def _apart(seeds: Seeds) -> float:
    """Return the share of rows of both outlets in which the words of the outlets show one fact."""
    rows = [item for item in seeds.items if item.relation is not ItemRelation.SINGLE]
    right = 0
    for row in rows:
        shown = [
            {file for file, words in _places(fact) if _holds(seeds, row, file, words)} for fact in seeds.gold["facts"]
        ]
        right += any(len(files) > 1 for files in shown) or not any(shown)
    return right / len(rows)


def _quotations(seeds: Seeds) -> tuple[int, int]:
    """Count the quotations that are found, and those with the right speaker."""
    found = named = 0
    for gold in seeds.gold["quotes"]:
        one = seeds.articles[gold["file"]]
        begin, end = gold["raw_span"]
        for quotation in quotations(one.text):
            span = one.offsets.span_to_raw(quotation.span)
            if quotation.kind is not QuotationKind.UNATTRIBUTED and (span.start, span.end) == (begin, end):
                found += 1
                named += quotation.speaker is not None and quotation.speaker.name == gold["speaker"]
                break
    return found, named


def _same(seeds: Seeds) -> int:
    """Count the quotations of both outlets that are paired."""
    files = list(seeds.articles)
    first, second = (quotations(seeds.articles[file].text) for file in files)
    pairs = {(first[match.a].content, second[match.b].content) for match in same(first, second)}
    wanted = [dict(group["members"]) for group in seeds.gold["same_quote"]]
    return sum((group[files[0]], group[files[1]]) in pairs for group in wanted)


def _through(seeds: Seeds, file: str, outlet: str) -> int:
    """Count the sentences that the article has through another outlet."""
    kinds = {ProvenanceKind.AGENCY, ProvenanceKind.OTHER_OUTLET}
    return len(
        {
            claim.sentence
            for claim in extract(seeds.articles[file])
            if claim.provenance and claim.provenance.kind in kinds and claim.provenance.through == outlet
        }
    )


if __name__ == "__main__":
    for name, value in scores(Path(sys.argv[1])).items():
        sys.stdout.write(f"{name:24} {value:g}\n")
