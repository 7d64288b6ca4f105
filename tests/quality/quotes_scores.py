"""Quotations on labelled news: whose words, which words, and paraphrases.

``attribution_f1_direct`` and ``_quoted`` are the scorer's end-to-end figures (overlap at least 0.5 and the right
person; quoted is direct and mixed together), ``pronoun_names`` the share of right names where the speaker is a pronoun,
``exact_span_f1_direct`` the F1 of exactly right spans.

Paraphrases have a scorer of our own: gold are the indirect quotations that have a ``speaker_name``, paired one to one
with predictions of overlap at least 0.5, and right if the name is. Predictions paired with gold of unknown name are
left out, and so are unpaired ones whose speaker is no name. ``indirect_f1`` takes overlap as shared tokens of all
tokens (as the scorer does for marks), ``indirect_found_f1`` as shared tokens of the shorter of the two: the right words
were found, wherever their edges were drawn.

``python -m tests.quality.quotes_scores DIR`` prints how often each rule names the right person: the figures behind
``reader/quotations/calibration.py``.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.model import QuotationKind, SpeakerKind
from reader.quotations import extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from reader.model import Quotation

    Overlap = Callable[[frozenset[int], frozenset[int]], float]
    Record = dict[str, Any]

_HALF = 0.5
_RARE = 20
_RELATIVE = {"who", "which", "that"}
_NAMED = {SpeakerKind.PERSON, SpeakerKind.PRONOUN}


def scores(folder: Path) -> dict[str, float]:
    """Return the figures for ``folder/quotes/dev.jsonl``."""
    scorer = _scorer(folder / "quotes" / "score.py")
    articles = _lines(folder / "quotes" / "dev.jsonl")
    return figures(scorer, articles, {article["id"]: extract(article["text"]) for article in articles})


def figures(scorer: ModuleType, articles: list[Record], found: dict[str, list[Quotation]]) -> dict[str, float]:
    """Return the figures for the quotations ``found`` in ``articles``, by article id."""
    result: dict[str, float] = {}
    for name, kinds in (("direct", {"direct"}), ("quoted", {"direct", "mixed"})):
        counts: Counter[str] = Counter()
        for article in articles:
            scorer.score_doc(article, [_record(one) for one in _in_marks(found[article["id"]])], kinds, counts)
        summary = scorer.summary(counts)
        result[f"attribution_f1_{name}"] = summary["attribution"]["f1"]
        result[f"exact_span_f1_{name}"] = summary["exact"]["f1"]
        result[f"names_{name}"] = summary["speaker_name_acc"]
        result[f"pronoun_names_{name}"] = summary["speaker_name_acc_by_gold_mention"].get("pronoun", [0.0])[0]
    for name, overlap in (("indirect", scorer.jac), ("indirect_found", _of_shorter)):
        result |= {f"{name}_{figure}": value for figure, value in _indirect(scorer, articles, found, overlap).items()}
    return result


def calibration(folder: Path) -> list[tuple[str, int, float]]:
    """Return for each rule how often it spoke and its share of right speakers, commonest first, on the tuned part.

    Right is the right name; where the data has no name for the speaker, the right words ("a senior official").
    """
    scorer = _scorer(folder / "quotes" / "score.py")
    spoke: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in _lines(folder / "quotes" / "dev.jsonl"):
        if not _is_tuned(article):
            continue
        document = scorer.Doc(article)
        gold = [(document.span(one["start"], one["end"]), one) for one in article["quotes"] if _says_who(one)]
        for quotation in extract(article["text"]):
            if quotation.speaker is None or not gold:
                continue
            words = document.span(*quotation.span)
            span, best = max(gold, key=lambda pair: scorer.jac(pair[0], words))
            if scorer.jac(span, words) >= _HALF:
                spoke[quotation.speaker.how] += 1
                judge = scorer.name_right if best.get("speaker_name") else scorer.mention_right
                right[quotation.speaker.how] += judge(best, _record(quotation))
    return [(how, count, right[how] / count) for how, count in spoke.most_common()]


def _indirect(
    scorer: ModuleType, articles: list[Record], found: dict[str, list[Quotation]], overlap: Overlap
) -> dict[str, float]:
    """Return precision, recall and F1 of paraphrases of named speakers."""
    counts: Counter[str] = Counter()
    for article in articles:
        document = scorer.Doc(article)
        gold = [
            (document.span(one["start"], one["end"]), one) for one in article["quotes"] if one["type"] == "indirect"
        ]
        predicted = [
            (document.span(*one.span), one) for one in found[article["id"]] if one.kind is QuotationKind.INDIRECT
        ]
        pairs = _paired([span for span, _ in gold], [span for span, _ in predicted], overlap)
        counts["gold"] += sum(1 for _, one in gold if one.get("speaker_name"))
        for place, (_, one) in enumerate(predicted):
            if place not in pairs:
                counts["predicted"] += one.speaker is not None and one.speaker.kind in _NAMED
            elif gold[pairs[place]][1].get("speaker_name"):
                counts["predicted"] += 1
                counts["right"] += scorer.name_right(gold[pairs[place]][1], _record(one))
    precision = counts["right"] / max(1, counts["predicted"])
    recall = counts["right"] / max(1, counts["gold"])
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}


def _paired(gold: list[frozenset[int]], predicted: list[frozenset[int]], overlap: Overlap) -> dict[int, int]:
    """Return predictions paired one to one with gold, best overlap first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, span in enumerate(gold):
        for token in span:
            holders[token].append(number)
    candidates = sorted(
        (-overlap(gold[number], span), number, place)
        for place, span in enumerate(predicted)
        for number in {number for token in span for number in holders[token]}
    )
    pairs: dict[int, int] = {}
    for negative, number, place in candidates:
        if -negative >= _HALF and place not in pairs and number not in pairs.values():
            pairs[place] = number
    return pairs


def _of_shorter(a: frozenset[int], b: frozenset[int]) -> float:
    """Return shared tokens as a share of the shorter span."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _says_who(record: Record) -> bool:
    """Tell whether a gold quotation says who speaks, by a name or by words that are more than "who"."""
    return bool(record.get("speaker_name") or (record.get("speaker") or "who").lower() not in _RELATIVE)


def _is_tuned(article: Record) -> bool:
    """Tell whether an article is of the two thirds that rules and figures are drawn from; the rest stays unseen."""
    return zlib.crc32(article["id"].encode()) % 3 != 0


def _in_marks(found: Iterable[Quotation]) -> list[Quotation]:
    """Return the quotations in marks that are somebody's."""
    return [one for one in found if one.kind in {QuotationKind.DIRECT, QuotationKind.MIXED}]


def _record(quotation: Quotation) -> Record:
    """Return a quotation as the scorer reads it."""
    record: Record = {"start": quotation.span.start, "end": quotation.span.end, "type": quotation.kind.value}
    if quotation.speaker is not None:
        speaker = quotation.speaker
        record |= {"speaker": speaker.mention, "speaker_name": speaker.name}
        record |= {"speaker_start": speaker.span.start, "speaker_end": speaker.span.end}
    return record


def _scorer(path: Path) -> ModuleType:
    """Return the scorer that comes with the data, as a module."""
    spec = importlib.util.spec_from_file_location("quotes_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines(path: Path) -> list[Record]:
    """Return the records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the calibration of the data folder named on the command line."""
    rare, rare_right = 0, 0.0
    for how, count, share in calibration(Path(sys.argv[1])):
        if count < _RARE:
            rare += count
            rare_right += share * count
        else:
            sys.stdout.write(f'    "{how}": {share:.2f},  # {count}\n')
    sys.stdout.write(f"rare rules together: {rare_right / max(1, rare):.2f} of {rare}\n")


if __name__ == "__main__":
    main()
