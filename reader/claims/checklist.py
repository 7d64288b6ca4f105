"""The fact checklist of a story: a row a fact, what each outlet does with it, and in what they differ."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from reader.claims.align import align
from reader.claims.extract import extract
from reader.model import Checklist, ChecklistItem, ItemRelation, OutletStance, Span, Stance, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Article, Claim

_ORDER = {ItemRelation.DIFFERS: 0, ItemRelation.AGREED: 1, ItemRelation.SINGLE: 2}
_ID_LENGTH = 8


def checklist(
    articles: Sequence[Article], *, story: str = "", claims: Mapping[str, Sequence[Claim]] | None = None
) -> Checklist:
    """Return the checklist of one story: conflicts, then agreed facts, then those of one outlet, each by worth.

    ``claims`` are those of each article, by its id, where they were extracted already.
    """
    known = claims or {}
    by_id = {article.id: article for article in articles}
    every = [
        claim for article in articles for claim in (known[article.id] if article.id in known else extract(article))
    ]
    outlets = tuple(dict.fromkeys(article.outlet for article in articles))
    rows = [[every[place] for place in row.members] for row in align(every)]
    items = [_item(row, by_id, outlets) for row in rows if len(row) > 1 or row[0].not_checkable is None]
    items.sort(key=lambda item: (_ORDER[item.relation], -item.worth))
    return Checklist(story=story, outlets=outlets, items=tuple(_distinct(items)))


def omits(
    articles: Sequence[Article], article_id: str, *, claims: Mapping[str, Sequence[Claim]] | None = None
) -> list[ChecklistItem]:
    """Return the facts that at least two other outlets report and the article ``article_id`` does not."""
    own = next(article.outlet for article in articles if article.id == article_id)
    return [
        item
        for item in checklist(articles, claims=claims).items
        if all(words.article != article_id for words in item.stances[own].words)
        and sum(stance.stance is not Stance.NOT_FOUND for outlet, stance in item.stances.items() if outlet != own) > 1
    ]


def _item(claims: Sequence[Claim], articles: Mapping[str, Article], outlets: Sequence[str]) -> ChecklistItem:
    """Return the row that these claims make."""
    stances = {
        outlet: _stance([c for c in claims if articles[c.article].outlet == outlet], articles) for outlet in outlets
    }
    reporting = sum(stance.stance is not Stance.NOT_FOUND for stance in stances.values())
    headline = max(claims, key=lambda claim: (claim.worth, -claim.span.start))
    return ChecklistItem(
        id=sha256(claims[0].text.encode()).hexdigest()[:_ID_LENGTH],
        headline=headline.text,
        relation=ItemRelation.AGREED if reporting > 1 else ItemRelation.SINGLE,
        stances=stances,
        origins=max(1, reporting),
        worth=headline.worth,
    )


def _stance(claims: Sequence[Claim], articles: Mapping[str, Article]) -> OutletStance:
    """Return what one outlet does with a fact, given its claims in the row."""
    if not claims:
        return OutletStance(Stance.NOT_FOUND)
    first = claims[0]
    return OutletStance(
        stance=Stance.REPORTS,
        words=_words(claims, articles),
        provenance=first.provenance,
        prominence=_prominence(first, articles[first.article]),
    )


def _words(claims: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[Words, ...]:
    """Return the words of the claims, neighbours of one sentence as one stretch."""
    found: list[tuple[Claim, Span]] = []
    for claim in claims:
        if found and found[-1][0].article == claim.article and found[-1][0].sentence == claim.sentence:
            before = found[-1][1]
            found[-1] = (claim, Span(before.start, max(before.end, claim.span.end)))
        else:
            found.append((claim, claim.span))
    return tuple(Words(claim.article, span, span.of(articles[claim.article].text)) for claim, span in found)


def _prominence(claim: Claim, article: Article) -> str:
    """Return where in its article the claim stands."""
    if claim.paragraph == 0:
        return "lead"
    return f"¶ {claim.paragraph + 1} of {sum(bool(line.strip()) for line in article.text.splitlines())}"


def _distinct(items: Sequence[ChecklistItem]) -> list[ChecklistItem]:
    """Keep ids apart: where two rows begin with the same words, the later one gets another id."""
    seen: set[str] = set()
    kept: list[ChecklistItem] = []
    for item in items:
        name = item.id
        turn = 0
        while name in seen:
            turn += 1
            name = sha256(f"{item.id} {turn}".encode()).hexdigest()[:_ID_LENGTH]
        seen.add(name)
        kept.append(item if name == item.id else _renamed(item, name))
    return kept


def _renamed(item: ChecklistItem, name: str) -> ChecklistItem:
    """Return the row under another id."""
    return ChecklistItem(
        id=name,
        headline=item.headline,
        relation=item.relation,
        stances=item.stances,
        differences=item.differences,
        origins=item.origins,
        worth=item.worth,
    )
