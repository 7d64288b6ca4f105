"""Flags as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one collection with one page."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING

from reader.export.report import says_flag

if TYPE_CHECKING:
    from reader.export.document import Json
    from reader.export.report import Report
    from reader.model import Article, Evidence, Flag

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotation(report: Report) -> str:
    """Return an AnnotationCollection of every flag whose article is in the report."""
    known = {article.id: article for article in report.articles}
    flags = [flag for each in report.flags.values() for flag in each] + list(report.other_flags)
    items: list[Json] = [
        _annotation(flag, known[flag.anchor.article]) for flag in flags if flag.anchor.article in known
    ]
    name = f"urn:newsreader:story:{report.story.id}"
    collection: dict[str, Json] = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": report.story.title,
        "total": len(items),
    }
    if items:
        # A page of its own names its context again, so that it can be served alone.
        collection["first"] = {"id": f"{name}:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
        collection["last"] = f"{name}:page:1"
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotation(flag: Flag, article: Article) -> Json:
    bodies: list[Json] = [
        {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": says_flag(flag)}
    ]
    if flag.state.note:
        bodies.append(
            {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": flag.state.note}
        )
    bodies += [_evidence(each) for each in flag.state.evidence]
    anchor = flag.anchor
    quote: dict[str, Json] = {"type": "TextQuoteSelector", "exact": anchor.exact}
    if anchor.prefix:
        quote["prefix"] = anchor.prefix
    if anchor.suffix:
        quote["suffix"] = anchor.suffix
    position: Json = {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end}
    seen = f"{flag.at:%Y-%m-%dT%H:%M:%SZ}"
    return {
        "id": f"urn:newsreader:flag:{_digest(flag)}",
        "type": "Annotation",
        "motivation": "assessing",
        "created": seen,
        "creator": {"type": "Person", "name": flag.person},
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": article.url or f"urn:newsreader:article:{article.id}",
            "selector": [quote, position],
            "state": {"type": "TimeState", "sourceDate": seen},
        },
    }


def _evidence(each: Evidence) -> Json:
    """Return evidence as a link to the words it quotes, in the state that was seen; without an address as words."""
    if not each.citation.startswith(("http://", "https://")):
        said = " — ".join(part for part in (each.citation, each.words, each.seen, each.archive) if part)
        return {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": said}
    body: dict[str, Json] = {"type": "SpecificResource", "purpose": "linking", "source": each.citation}
    if each.words:
        body["selector"] = {"type": "TextQuoteSelector", "exact": each.words}
    state: dict[str, Json] = {}
    if moment := _moment(each.seen):
        state["sourceDate"] = moment
    if each.archive.startswith(("http://", "https://")):
        state["cached"] = each.archive
    if state:
        body["state"] = {"type": "TimeState", **state}
    return body


def _moment(seen: str) -> str:
    """Return a time as the model wants it, in UTC; "" for what is no time with its zone."""
    try:
        moment = dt.datetime.fromisoformat(seen)
    except ValueError:
        return ""
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if moment.tzinfo is not None else ""


def _digest(flag: Flag) -> str:
    """Name a flag by whose it is and what it is on: the same flag has the same name in every export."""
    return hashlib.sha256(f"{flag.person}\n{flag.kind}\n{flag.target}".encode()).hexdigest()[:32]
