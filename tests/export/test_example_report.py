"""The report of the seeds that is looked at in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.export.example_report import main
from tests.export.test_page import read

if TYPE_CHECKING:
    from pathlib import Path


def test_the_seeds_report_shows_seven_flagged_facts_and_a_quotation(tmp_path: Path) -> None:
    main(tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    read(text)
    assert text.count("<div class=flags>") == 8
    assert text.count("<div class=flag>") == 9
    assert text.count("The second check disagrees.") == 1
    assert text.count("verified, no evidence given") == 2
    assert "<h3>Quotation in " in text
    assert text.count("<summary>History</summary>") == 8
