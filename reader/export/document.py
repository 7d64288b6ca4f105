"""Everything about a story as one JSON document, and its quotations as JSON Lines."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from reader.model import QuotationKind, Span

if TYPE_CHECKING:
    from reader.export.report import Report
    from reader.model import Article, Quotation

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

SCHEMA = "newsreader story"
SCHEMA_VERSION = 1


def encoded(value: object) -> Json:
    """Return a model object as JSON values.

    Dataclasses and named tuples become objects with the names of their fields, enums their words, dates ISO 8601.
    """
    match value:
        case None | bool() | int() | float() | str():
            return value
        case dt.date():
            return value.isoformat()
        case tuple() if hasattr(value, "_fields"):
            return {name: encoded(each) for name, each in zip(value._fields, value, strict=True)}
        case tuple() | list():
            return [encoded(each) for each in value]
        case Mapping():
            return {str(key): encoded(each) for key, each in value.items()}
        case _ if dataclasses.is_dataclass(value):
            return {each.name: encoded(getattr(value, each.name)) for each in dataclasses.fields(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")


def document(report: Report) -> str:
    """Return the story, its articles (raw text included), quotations, checklist, flags and their history.

    The articles and the history are all that ``reader.export.reading_back`` needs to make the same library again.
    """
    whole = {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "program": f"newsreader {report.program}",
        "made": encoded(report.made),
        "story": encoded(report.story),
        "articles": [encoded(each) for each in report.articles],
        "earlier_versions": [encoded(each) for each in report.earlier],
        "quotations": {
            article: [encoded(each) for each in analysis.quotations] for article, analysis in report.analyses.items()
        },
        "checklist": encoded(report.checklist),
        "flags": [encoded(flag) for flags in report.flags.values() for flag in flags]
        + [encoded(flag) for flag in report.other_flags],
        "history": [encoded(event) for event in report.events],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def quotation_lines(report: Report) -> str:
    """Return one JSON object a line for each quotation that somebody said, in the order of the articles."""
    return "".join(
        json.dumps(_line(article, quotation), ensure_ascii=False) + "\n"
        for article in report.articles
        for quotation in report.analyses[article.id].quotations
        if quotation.kind is not QuotationKind.UNATTRIBUTED
    )


def _line(article: Article, quotation: Quotation) -> dict[str, Json]:
    raw = article.offsets.span_to_raw(Span(*quotation.span))
    speaker = quotation.speaker
    return {
        "article": article.id,
        "outlet": article.outlet,
        "date": encoded(article.date),
        "url": article.url,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "raw_start": raw.start,
        "raw_end": raw.end,
        "content": quotation.content,
        "kind": quotation.kind,
        "speaker": speaker.name if speaker else None,
        "mention": speaker.mention if speaker else None,
        "cue": quotation.cue,
        "group": quotation.group,
        "confidence": speaker.confidence if speaker else None,
    }
