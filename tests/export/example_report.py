"""``python -m tests.export.example_report FILE.html``: the seeds' report with seven facts flagged by two people.

For looking at it as a reader would, in a browser and on paper. The evidence is invented and says so by its addresses.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.config import Config
from reader.flags.marks import marked
from reader.model import Evidence, Status, TargetKind, Verdict, Words
from reader.wiring import open_library

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model import ChecklistItem, FlagState

SEEN = "2026-01-20T09:30:00+00:00"


class Mark(NamedTuple):
    """What one person says of the fact that an outlet tells with ``words`` among its own."""

    person: str
    words: str
    said: Verdict | Status
    note: str = ""
    evidence: tuple[str, ...] = ()


MARKS = (
    Mark("Ada Lind", "three days before", Verdict.VERIFIED, "Saturday to Tuesday.", ("https://example.org/calendar",)),
    Mark("Ada Lind", "said he spoke Saturday", Verdict.VERIFIED, "", ("https://example.org/tweet-of-14-september",)),
    Mark("Ada Lind", "I look forward to", Verdict.VERIFIED, "Word for word in both."),
    Mark("Ada Lind", "Benny Gantz", Status.NEEDS_EVIDENCE, "Ask his office for the speech."),
    Mark(
        "Ada Lind",
        "nearly $4 billion",
        Verdict.MISSING_CONTEXT,
        "The memorandum of 2016 says 3.8 billion a year.",
        ("https://example.org/memorandum-2016",),
    ),
    Mark("Bo Ek", "nearly $4 billion", Verdict.VERIFIED, "3.8 is nearly 4.", ("Memorandum of 2016, page 2",)),
    Mark(
        "Ada Lind",
        "fifth term in April",
        Verdict.MISSING_CONTEXT,
        "His party came first; no government was formed, and elections were called again.",
        ("https://example.org/april-results",),
    ),
    Mark("Bo Ek", "appeared aimed at", Verdict.NOT_CHECKABLE, "What he aimed at is an opinion."),
)


def say(mark: Mark, library: Library) -> None:
    """Flag the fact that a mark means."""
    items = library.checklist(library.story().id).items
    item = next(item for item in items if any(mark.words in text for text in _texts(item)))
    words = next(words for stance in item.stances.values() for words in stance.words)
    evidence = [Evidence(citation, seen=SEEN) for citation in mark.evidence]
    change = partial(_changed, mark=mark, evidence=evidence)
    library.flag(TargetKind.ITEM, item.id, words, change)


def _texts(item: ChecklistItem) -> list[str]:
    return [item.headline, *(words.text for stance in item.stances.values() for words in stance.words)]


def _changed(state: FlagState, *, mark: Mark, evidence: list[Evidence]) -> FlagState:
    return marked(state, mark.said, note=mark.note, evidence=evidence)


def main(file: Path) -> None:
    """Write the report."""
    with tempfile.TemporaryDirectory() as folder:
        people = {
            person: open_library(Config(library=Path(folder), person=person))
            for person in dict.fromkeys(mark.person for mark in MARKS)
        }
        first = next(iter(people.values()))
        list(first.add_seeds())
        for mark in MARKS:
            say(mark, people[mark.person])
        article = first.story().articles[0]
        span = first.analysis(article).quotations[0].span
        words = Words(article, span, span.of(first.article(article).text))
        first.flag(
            TargetKind.QUOTATION,
            f"{article}:{span.start}-{span.end}",
            words,
            lambda state: marked(state, Status.IN_PROGRESS, note="Find the whole of it."),
        )
        file.write_text(first.export(None, "html"), encoding="utf-8")
        for library in people.values():
            library.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
