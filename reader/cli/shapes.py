"""The JSON that scripts read. A span has ``start, end`` in the clean text, ``raw_start, raw_end`` in the raw one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.flags.agreement import second_check
from reader.model import FlagState, QuotationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.ingest.outlets import Outlet
    from reader.model import (
        AddReport,
        Analysis,
        Article,
        Checklist,
        ChecklistItem,
        Claim,
        Comparison,
        Difference,
        Feed,
        Flag,
        FlagEvent,
        Hit,
        OffsetMap,
        OutletStance,
        Quotation,
        Span,
        Story,
        Words,
    )
    from reader.text.changes import Change

    Json = Mapping[str, object]
    Offsets = Callable[[str], OffsetMap | None]


def span_shape(span: Span, offsets: OffsetMap | None) -> dict[str, object]:
    """Return a span in the clean and in the raw text; without ``offsets`` the text is its own raw text."""
    raw = offsets.span_to_raw(span) if offsets is not None else span
    return {"start": span.start, "end": span.end, "raw_start": raw.start, "raw_end": raw.end}


def analysis_shape(article: Article, analysis: Analysis) -> Json:
    """Return all that was found in one article."""
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "removed": [
            {"raw_start": part.raw_start, "raw_end": part.raw_end, "kind": part.kind} for part in article.removed
        ],
        "quotations": [quotation_shape(quotation, article.offsets) for quotation in attributed(analysis.quotations)],
        "claims": [claim_shape(claim, article) for claim in analysis.claims],
    }


def attributed(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations that are somebody's words: titles and scare quotes are nobody's."""
    return [quotation for quotation in quotations if quotation.kind is not QuotationKind.UNATTRIBUTED]


def quotation_shape(quotation: Quotation, offsets: OffsetMap) -> Json:
    """Return one quotation."""
    speaker = quotation.speaker
    return {
        **span_shape(quotation.span, offsets),
        "content": quotation.content,
        "kind": quotation.kind,
        "speaker": speaker.name if speaker else None,
        "mention": speaker.mention if speaker else None,
        "mention_start": speaker.span.start if speaker else None,
        "mention_end": speaker.span.end if speaker else None,
        "cue": quotation.cue,
        "group": quotation.group,
        "confidence": speaker.confidence if speaker else 0.0,
    }


def claim_shape(claim: Claim, article: Article) -> Json:
    """Return one claim with its slots."""
    offsets, text = article.offsets, article.text
    return {
        **span_shape(claim.span, offsets),
        "text": claim.text,
        "checkable": claim.not_checkable is None,
        "quantities": [
            {
                **span_shape(quantity.span, offsets),
                "text": quantity.span.of(text),
                "value": quantity.value,
                "high": quantity.high,
                "unit": quantity.unit,
                "bound": quantity.bound,
                "ordinal": quantity.ordinal,
            }
            for quantity in claim.quantities
        ],
        "names": [
            {**span_shape(name.span, offsets), "text": name.text, "canonical": name.canonical, "kind": name.kind}
            for name in claim.names
        ],
        "dates": [
            {**span_shape(date.span, offsets), "text": date.text, "value": date.value, "precision": date.precision}
            for date in claim.dates
        ],
        "negated": claim.negated,
        "hedged": bool(claim.hedges),
        "attribution": claim.attribution.name if claim.attribution else None,
        "id": claim.id,
        "sentence": span_shape(claim.sentence, offsets),
        "worth": claim.worth,
        "not_checkable": claim.not_checkable,
    }


def checklist_shape(
    checklist: Checklist, offsets: Offsets, flags: Mapping[str, Sequence[Flag]], person: str = ""
) -> Json:
    """Return a checklist; ``offsets`` gives an article's by its id, ``flags`` are by item id."""
    return {
        "story": checklist.story,
        "outlets": list(checklist.outlets),
        "items": [_item(item, offsets, flags.get(item.id, ()), person) for item in checklist.items],
        **({"note": checklist.note} if checklist.note else {}),
    }


def _item(item: ChecklistItem, offsets: Offsets, flags: Sequence[Flag], person: str) -> Json:
    """Return one row; its status and verdict are the person's own, or else the latest that anybody gave."""
    own = [flag for flag in flags if flag.person == person] or flags
    state = own[-1].state if own else FlagState()
    return {
        "id": item.id,
        "headline": item.headline,
        "relation": item.relation,
        "origins": item.origins,
        "stances": {outlet: _stance(stance, offsets) for outlet, stance in item.stances.items()},
        "differences": [_difference(difference, offsets) for difference in item.differences],
        "status": state.status,
        "verdict": state.verdict,
        **({"flags": [flag_shape(flag) for flag in flags], "second_check": second_check(flags)} if flags else {}),
    }


def item_shape(item: ChecklistItem, offsets: Offsets) -> Json:
    """Return one row without anybody's flags."""
    return _item(item, offsets, (), "")


def _stance(stance: OutletStance, offsets: Offsets) -> Json:
    """Return what one outlet does with a fact."""
    provenance = stance.provenance
    words = stance.words[0].article if stance.words else ""
    return {
        "stance": stance.stance,
        "words": [words_shape(words, offsets) for words in stance.words],
        "provenance": None
        if provenance is None
        else {
            "kind": provenance.kind,
            "through": provenance.through,
            **(span_shape(provenance.span, offsets(words)) if provenance.span else {}),
        },
        "prominence": stance.prominence,
    }


def words_shape(words: Words, offsets: Offsets) -> Json:
    """Return words with their article and place."""
    return {"article": words.article, **span_shape(words.span, offsets(words.article)), "text": words.text}


def _difference(difference: Difference, offsets: Offsets) -> Json:
    """Return one difference with the words of both sides."""
    return {
        "kind": difference.kind,
        "outlets": list(difference.outlets),
        "words": [words_shape(difference.a, offsets), words_shape(difference.b, offsets)],
        "says": difference.says,
        "harmless": difference.harmless,
    }


def comparison_shape(pair_id: object, comparison: Comparison) -> Json:
    """Return how two sentences relate."""
    return {
        "id": pair_id,
        "relation": comparison.relation,
        "score": comparison.score,
        "differences": [_difference(difference, lambda _: None) for difference in comparison.differences],
    }


def report_shape(report: AddReport) -> Json:
    """Return what became of one input."""
    shape: dict[str, object] = {"input": report.input, "result": report.result}
    if report.reason is not None:
        shape["reason"] = report.reason
    if report.article is not None:
        shape["article"] = report.article
    return shape


def feed_shape(feed: Feed) -> Json:
    """Return a remembered feed; ``checked`` and ``failure`` are missing until it was asked and unless it failed."""
    shape: dict[str, object] = {"url": feed.url, "title": feed.title, "paused": feed.paused}
    if feed.checked:
        shape["checked"] = feed.checked
    if feed.failure:
        shape["failure"] = feed.failure
    return shape


def outlet_shape(outlet: Outlet, articles: int, guessed: int) -> Json:
    """Return an outlet, with how many articles of the library it has, and of how many that is a guess."""
    return {
        "name": outlet.name,
        "articles": articles,
        "guessed": guessed,
        "domains": list(outlet.domains),
        "also": list(outlet.also),
        "country": outlet.country,
        "language": outlet.language,
        "notes": outlet.notes,
    }


def flag_shape(flag: Flag, offsets: Offsets = lambda _: None) -> Json:
    """Return a flag: what was said, by whom, and where its words stand now (no span for an orphan)."""
    return {
        "id": flag.target,
        "kind": flag.kind,
        "person": flag.person,
        "at": flag.at.isoformat(),
        **state_shape(flag.state),
        "anchoring": flag.anchoring,
        "article": flag.anchor.article,
        "text": flag.anchor.exact,
        **(span_shape(flag.span, offsets(flag.anchor.article)) if flag.span else {}),
    }


def state_shape(state: FlagState) -> Json:
    """Return all that one person says of one thing."""
    return {
        "status": state.status,
        "verdict": state.verdict,
        "note": state.note,
        "evidence": [
            {"citation": one.citation, "words": one.words, "seen": one.seen, "archive": one.archive}
            for one in state.evidence
        ],
    }


def event_shape(event: FlagEvent) -> Json:
    """Return one entry of the log."""
    return {
        "event": event.id,
        "id": event.target,
        "kind": event.kind,
        "person": event.person,
        "at": event.at.isoformat(),
        "before": state_shape(event.before),
        "after": state_shape(event.after),
        "undoes": event.undoes,
        "article": event.anchor.article,
        "text": event.anchor.exact,
    }


def story_shape(story: Story) -> Json:
    """Return a story."""
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "outlets": list(story.outlets),
        "first_date": story.first_date.isoformat() if story.first_date else None,
        "last_date": story.last_date.isoformat() if story.last_date else None,
    }


def header_shape(article: Article) -> dict[str, object]:
    """Return what is known of an article beside its text."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_guessed": article.outlet_guessed,
        "domain": article.domain,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "byline": article.byline,
        "updated": article.updated,
        "language": article.language,
        "version": article.version,
    }


def changes_shape(before: Article, after: Article, changes: Iterable[Change]) -> Json:
    """Return what changed between two versions of an article; an empty span stands where words are gone or new."""
    return {
        "id": after.id,
        "from": before.version,
        "to": after.version,
        "changes": [
            {
                name: {**span_shape(span, version.offsets), "text": span.of(version.text)}
                for name, span, version in (("before", change.before, before), ("after", change.after, after))
            }
            for change in changes
        ],
    }


def hit_shape(hit: Hit, article: Article) -> Json:
    """Return an article that a query found, with every place of its words in the text."""
    return {
        "article": hit.article,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.date.isoformat() if article.date else None,
        "score": hit.score,
        "snippet": hit.snippet,
        "marks": [[mark.start, mark.end] for mark in hit.marks],
        "spans": [span_shape(span, article.offsets) for span in hit.spans],
    }
