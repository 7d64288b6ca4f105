"""Pure: model objects in, text of an exchange format out.

Every format is a function of one ``Report``; ``FORMATS`` names them all. Foreign text and the person's notes are
escaped by each format for what will read it: a browser, a spreadsheet, a terminal, a search engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.export.annotations import web_annotation
from reader.export.claim_review import claim_review
from reader.export.document import document, quotation_lines
from reader.export.markdown import markdown
from reader.export.page import page
from reader.export.report import Match, Report
from reader.export.table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["FORMATS", "Format", "Match", "Report"]


@dataclass(frozen=True, slots=True)
class Format:
    """One way out: ``render`` gives the whole text of a file that is usually called ``*suffix``."""

    name: str
    suffix: str
    says: str
    render: Callable[[Report], str]


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("markdown", ".md", "a report to read and to edit", markdown),
        Format("html", ".html", "a report to send: one file that any browser shows", page),
        Format("csv", ".csv", "a spreadsheet: one row for each fact and outlet", table),
        Format("json", ".json", "everything, for other programs", document),
        Format("jsonl", ".jsonl", "one quotation a line, for researchers", quotation_lines),
        Format("webannotation", ".jsonld", "W3C Web Annotations of the words flagged", web_annotation),
        Format("claimreview", ".json", "schema.org ClaimReview of the facts with a verdict", claim_review),
    )
}
