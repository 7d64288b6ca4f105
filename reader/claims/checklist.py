"""The fact checklist of a story: a row a fact, what each outlet does with it, and in what they differ."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.claims.align import align
from reader.claims.differing import Comparer, standing_apart
from reader.claims.extract import extract
from reader.claims.headline import Headlines, shown
from reader.claims.likeness import Likeness
from reader.claims.origins import Origins
from reader.claims.outlets import told_apart
from reader.claims.stretch import Stretches
from reader.model import Checklist, ChecklistItem, ItemRelation, OutletStance, Stance
from reader.quotations.foreign import is_read
from reader.stories import near_copies
from reader.text.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.claims.stretch import Stretch
    from reader.model import Article, Claim, Difference, DifferenceKind, Span

_ORDER = {ItemRelation.DIFFERS: 0, ItemRelation.AGREED: 1, ItemRelation.SINGLE: 2}
_ID_LENGTH = 8


def checklist(
    articles: Sequence[Article], *, story: str = "", claims: Mapping[str, Sequence[Claim]] | None = None
) -> Checklist:
    """Return the checklist of one story: conflicts, then agreed facts, then those of one outlet, each by worth.

    ``claims`` are those of each article, by its id, where they were extracted already. Articles in a language other
    than English are left out, and ``note`` says so. Articles of unknown outlets are outlets of their own. Linear in the
    length of the articles for the most part: claims are compared with those that share something telling.
    """
    known = claims or {}
    articles = told_apart(articles)
    read = [article for article in articles if is_read(article.language)]
    every = [claim for article in read for claim in (known[article.id] if article.id in known else extract(article))]
    table = _Table(read, every)
    rows = [row.members for row in align(every)]
    items = [table.item(row) for row in rows if len(row) > 1 or every[row[0]].not_checkable is None]
    items.sort(key=lambda item: (_ORDER[item.relation], -item.worth))
    return Checklist(
        story=story,
        outlets=tuple(dict.fromkeys(article.outlet for article in articles)),
        items=tuple(_distinct(items)),
        note=_note(articles, read),
    )


def omits(
    articles: Sequence[Article], article_id: str, *, claims: Mapping[str, Sequence[Claim]] | None = None
) -> list[ChecklistItem]:
    """Return the facts that at least two other outlets report and the article ``article_id`` does not, best first.

    Only the loaded text is known: what is missing in it may stand in another article of the outlet.
    """
    articles = told_apart(articles)
    own = next(article.outlet for article in articles if article.id == article_id)
    found: list[ChecklistItem] = []
    for item in checklist(articles, claims=claims).items:
        stances = item.stances
        if any(words.article == article_id for stance in stances.values() for words in stance.words):
            continue
        others = [outlet for outlet in stances if outlet != own and stances[outlet].stance is not Stance.NOT_FOUND]
        if len(others) > 1:
            found.append(item)
    return found


def _note(articles: Sequence[Article], read: Sequence[Article]) -> str:
    """Say which articles were not compared, "" when all were."""
    left = [article.outlet for article in articles if article not in read]
    if not left:
        return ""
    return f"not compared, because not in English: {', '.join(dict.fromkeys(left))}"


class _Table:
    """The articles of a story while its rows are made."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim]) -> None:
        """Look once at what the rows need of the articles as a whole."""
        self._claims = claims
        self._stretches = Stretches(claims, {article.id: article for article in articles})
        self._nothing = {article.outlet: OutletStance(Stance.NOT_FOUND) for article in articles}
        self._order = {outlet: number for number, outlet in enumerate(self._nothing)}
        self._origins = Origins(near_copies(articles))
        alike = Likeness()
        self._comparer = Comparer(articles, alike)
        self._headlines = Headlines(alike)
        self._shown: set[tuple[DifferenceKind, str, Span]] = set()
        self._lengths = {article.id: len(paragraphs(article.text)) for article in articles}

    def item(self, places: Sequence[int]) -> ChecklistItem:
        """Return the row that the claims at these places make."""
        by_outlet: dict[str, list[Stretch]] = {}
        for stretch in self._stretches.of(places):
            by_outlet.setdefault(stretch.article.outlet, []).append(stretch)
        reporting = {outlet: by_outlet[outlet] for outlet in sorted(by_outlet, key=self._order.__getitem__)}
        found = self._new(self._comparer.between_outlets(reporting)) if len(reporting) > 1 else ()
        every = [stretch for own in reporting.values() for stretch in own]
        claims = [self._claims[place] for place in places]
        return ChecklistItem(
            id=sha256(claims[0].text.encode()).hexdigest()[:_ID_LENGTH],
            headline=shown(self._headlines.chosen(reporting.values())),
            relation=_relation(len(reporting), found),
            stances=self._stances(reporting, found),
            differences=found,
            origins=self._origins.independent(every),
            worth=max((claim.worth for claim in claims if claim.not_checkable is None), default=0.0),
        )

    def _new(self, found: Sequence[Difference]) -> tuple[Difference, ...]:
        """Leave out the differences whose words a better row has shown: a claim may stand in several rows."""
        places = [
            {(one.kind, words.article, words.span) for words in (one.a, one.b) if not one.harmless} for one in found
        ]
        kept = tuple(one for one, own in zip(found, places, strict=True) if not own & self._shown)
        self._shown.update(*places)
        return kept

    def _stances(
        self, reporting: Mapping[str, Sequence[Stretch]], found: Sequence[Difference]
    ) -> dict[str, OutletStance]:
        """Return what each outlet does with the fact; the first outlet is the one that others differ from."""
        apart = standing_apart(list(reporting), found)
        stances = self._nothing.copy()
        for outlet, own in reporting.items():
            stances[outlet] = OutletStance(
                stance=Stance.DIFFERS if outlet in apart else Stance.REPORTS,
                words=tuple(stretch.words for stretch in own),
                provenance=own[0].claims[0].provenance,
                prominence=self._prominence(own[0]),
            )
        return stances

    def _prominence(self, stretch: Stretch) -> str:
        """Return where in its article the stretch stands."""
        claim = stretch.claims[0]
        if stretch.words.text.strip() == stretch.article.title.strip():
            return "headline"
        if claim.paragraph == 0:
            return "lead"
        return f"¶ {claim.paragraph + 1} of {self._lengths[claim.article]}"


def _relation(reporting: int, found: Sequence[Difference]) -> ItemRelation:
    """Return what the outlets together do with the fact."""
    if reporting < 2:  # noqa: PLR2004 - two outlets agree or differ
        return ItemRelation.SINGLE
    return ItemRelation.DIFFERS if any(not one.harmless for one in found) else ItemRelation.AGREED


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
        kept.append(item if name == item.id else replace(item, id=name))
    return kept
