"""Verdicts as ClaimReview (https://schema.org/ClaimReview), ready to stand in a page that publishes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.export.report import plain
from reader.model import Stance, Verdict

if TYPE_CHECKING:
    from reader.export.document import Json
    from reader.export.report import Report
    from reader.model import ChecklistItem, Flag

# Google's guideline for the field "claimReviewed" (Fact Check structured data): to be shown whole.
SHORT = 75
# 1 is the worst and 5 the best rating; a verdict without a number says nothing about truth.
RATINGS = {Verdict.FALSE: 1, Verdict.DISPUTED: 2, Verdict.MISSING_CONTEXT: 3, Verdict.VERIFIED: 5}


def claim_review(report: Report) -> str:
    """Return a JSON-LD graph with one ClaimReview for each fact that a named person gave a verdict.

    The graph is empty without an address of publication: a review that nobody publishes is none. It is never made from
    two outlets disagreeing. ``<`` is escaped, so that the text can stand inside a script element.
    """
    reviews: list[Json] = [
        _review(report, item, flag)
        for item in report.checklist.items
        for flag in report.flags_of(item)
        if report.publication and plain(flag.person) and flag.state.verdict not in {None, Verdict.NOT_CHECKABLE}
    ]
    graph = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(graph, ensure_ascii=False, indent=1).replace("<", "\\u003c") + "\n"


def shortened(headline: str) -> str:
    """Return the headline in at most ``SHORT`` characters, cut between words where there is a space to cut at."""
    whole = plain(headline)
    if len(whole) <= SHORT:
        return whole
    head, _, _ = whole[:SHORT].rpartition(" ")
    return (head or whole[: SHORT - 1]).rstrip(" ,;:–—-") + "…"


def _review(report: Report, item: ChecklistItem, flag: Flag) -> Json:
    verdict = flag.state.verdict
    rating: dict[str, Json] = {"@type": "Rating", "alternateName": str(verdict).capitalize()}
    if verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[verdict], "bestRating": 5, "worstRating": 1}
    review: dict[str, Json] = {
        "@type": "ClaimReview",
        "url": f"{report.publication}#{item.id}",
        "datePublished": f"{flag.at:%Y-%m-%d}",
        "author": {"@type": "Person", "name": plain(flag.person)},
        "claimReviewed": shortened(item.headline),
        "reviewRating": rating,
        "itemReviewed": {"@type": "Claim", "name": plain(item.headline), "appearance": _appearances(report, item)},
    }
    if flag.state.note:
        review["reviewBody"] = flag.state.note
    addresses = [each.citation for each in flag.state.evidence]
    if addresses:
        review["citation"] = list(addresses)
    return review


def _appearances(report: Report, item: ChecklistItem) -> list[Json]:
    """Return one NewsArticle for each article that has the fact."""
    found: list[Json] = []
    for outlet, stance in item.stances.items():
        if stance.stance is Stance.NOT_FOUND:
            continue
        for article_id in dict.fromkeys(words.article for words in stance.words):
            article = report.article(article_id)
            work: dict[str, Json] = {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": outlet}}
            if article.title:
                work["headline"] = article.title
            if article.url:
                work["url"] = article.url
            if article.date:
                work["datePublished"] = article.date.isoformat()
            found.append(work)
    return found
