"""A spreadsheet as CSV (RFC 4180): one row for each fact and outlet."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from reader.export.report import plain, says_flag

if TYPE_CHECKING:
    from reader.export.report import Report
    from reader.model import ChecklistItem

COLUMNS = (
    "fact",
    "headline",
    "relation",
    "origins",
    "outlet",
    "stance",
    "words",
    "article",
    "start",
    "end",
    "provenance",
    "through",
    "prominence",
    "differences",
    "verdict",
    "status",
    "note",
    "evidence",
)
# What a spreadsheet takes as the start of a formula: OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # the last four: their full-width forms


class _Lines(list[str]):
    """What csv writes into."""

    def write(self, line: str) -> int:
        """Keep one line."""
        self.append(line)
        return len(line)


def table(report: Report) -> str:
    """Return the rows with a header. A cell that a spreadsheet would run as a formula begins with an apostrophe."""
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for item in report.checklist.items:
        for outlet in report.checklist.outlets:
            writer.writerow(neutralised(cell) for cell in _row(report, item, outlet))
    return "".join(lines)


def neutralised(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    one_line = plain(cell)
    return f"'{one_line}" if one_line.startswith(_FORMULA) else one_line


def _row(report: Report, item: ChecklistItem, outlet: str) -> list[str]:
    stance = item.stances[outlet]
    flags = report.flags_of(item)
    first = stance.words[0] if stance.words else None
    return [
        item.id,
        item.headline,
        item.relation,
        str(item.origins),
        outlet,
        stance.stance,
        " … ".join(words.text for words in stance.words),
        first.article if first else "",
        str(first.span.start) if first else "",
        str(first.span.end) if first else "",
        stance.provenance.kind if stance.provenance else "",
        stance.provenance.through if stance.provenance else "",
        stance.prominence,
        "; ".join(each.says for each in item.differences if outlet in each.outlets),
        "; ".join(f"{flag.person}: {says_flag(flag)}" for flag in flags if flag.state.verdict),
        "; ".join(f"{flag.person}: {flag.state.status}" for flag in flags),
        "; ".join(flag.state.note for flag in flags if flag.state.note),
        "; ".join(each.citation for flag in flags for each in flag.state.evidence),
    ]
