"""``python -m tests.coverage_floors REPORT.json``: fail unless coverage is as good as the house demands.

95 % of all lines, and every branch of the pure folders, of which case files and properties can reach the last one.
"""

from __future__ import annotations

import json
import pathlib
import sys
from typing import TypedDict, cast

LINES_FLOOR = 95.0
PURE_FOLDERS = ("text", "quotations", "claims", "stories", "export", "flags", "model")


class Summary(TypedDict):
    """Counts of one file."""

    covered_lines: int
    num_statements: int
    missing_branches: int
    missing_lines: int


class File(TypedDict):
    """What coverage.py reports of one file."""

    summary: Summary
    missing_branches: list[list[int]]
    missing_lines: list[int]


class Report(TypedDict):
    """The JSON report of coverage.py."""

    files: dict[str, File]


def complaints(report: Report) -> list[str]:
    """Return one line for each floor that is not reached."""
    found: list[str] = []
    covered = sum(each["summary"]["covered_lines"] for each in report["files"].values())
    statements = sum(each["summary"]["num_statements"] for each in report["files"].values())
    share = 100 * covered / statements
    if share < LINES_FLOOR:
        found.append(f"{share:.1f} % of lines are covered, not {LINES_FLOOR} %")
    for name, each in sorted(report["files"].items()):
        pure = any(name.startswith(f"reader/{folder}/") for folder in PURE_FOLDERS)
        if pure and (each["missing_lines"] or each["missing_branches"]):
            branches = ", ".join(f"{start}->{end}" for start, end in each["missing_branches"])
            found.append(f"{name}: not covered: lines {each['missing_lines']}, branches {branches or 'none'}")
    return found


def main(path: str) -> int:
    """Print what is under a floor; return 1 if anything is."""
    report = cast("Report", json.loads(pathlib.Path(path).read_text(encoding="utf-8")))
    found = complaints(report)
    for line in found:
        sys.stderr.write(f"{line}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
