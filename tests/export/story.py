"""A small report about a flood, told by two outlets, with every kind of mark in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reader.export import Match, Report
from reader.model import (
    Analysis,
    Anchor,
    Anchoring,
    Article,
    Checklist,
    ChecklistItem,
    Difference,
    DifferenceKind,
    Evidence,
    Flag,
    FlagEvent,
    FlagState,
    ItemRelation,
    OffsetMap,
    OutletStance,
    Provenance,
    ProvenanceKind,
    Quotation,
    QuotationKind,
    QuotationMatch,
    Span,
    Speaker,
    Stance,
    Status,
    Story,
    TargetKind,
    Verdict,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

GAZETTE = Article(
    id="a1",
    text="The flood killed at least 19 people. “Nobody warned us,” said Ann Lee. The dam is safe.",
    title="Flood kills 19",
    outlet="Gazette",
    date=dt.date(2020, 3, 4),
    url="https://gazette.example/flood",
    raw="The flood killed at least 19 people. “Nobody warned us,” said Ann Lee. The dam is safe.",
    offsets=OffsetMap((0, 87), (0, 87)),
)
HERALD = Article(id="b2", text="The flood killed 26 people. “No one warned us,” Lee said.", outlet="Herald")
MADE = dt.datetime(2020, 3, 5, 12, 0, tzinfo=dt.UTC)


def words(article: Article, text: str) -> Words:
    """Return the place of ``text`` in an article."""
    start = article.text.index(text)
    return Words(article.id, Span(start, start + len(text)), text)


def quotation(article: Article, text: str) -> Quotation:
    """Return ``text`` as something that Ann Lee said."""
    span = words(article, text).span
    mention = words(article, "Lee").span
    return Quotation(span, text, QuotationKind.DIRECT, Speaker("Lee", "Ann Lee", mention, confidence=0.9), cue="said")


DEATHS = ChecklistItem(
    id="f00d01",
    headline="The flood killed at least 19 people.",
    relation=ItemRelation.DIFFERS,
    stances={
        "Gazette": OutletStance(
            Stance.REPORTS,
            (words(GAZETTE, "The flood killed at least 19 people."),),
            Provenance(ProvenanceKind.AGENCY, "Reuters"),
            "lead",
        ),
        "Herald": OutletStance(Stance.DIFFERS, (words(HERALD, "The flood killed 26 people."),), None, "lead"),
    },
    differences=(
        Difference(
            DifferenceKind.NUMBER,
            words(GAZETTE, "at least 19"),
            words(HERALD, "26"),
            "figures differ: at least 19 / 26",
            ("Gazette", "Herald"),
        ),
        Difference(
            DifferenceKind.PRECISION,
            words(GAZETTE, "people"),
            words(HERALD, "people"),
            "the same word",
            ("Gazette", "Herald"),
            harmless=True,
        ),
    ),
    origins=2,
)
DAM = ChecklistItem(
    id="da3000",
    headline="The dam is safe.",
    relation=ItemRelation.SINGLE,
    stances={
        "Gazette": OutletStance(Stance.REPORTS, (words(GAZETTE, "The dam is safe."),), None, "¶ 1 of 1"),
        "Herald": OutletStance(Stance.NOT_FOUND),
    },
)


def flag(item: ChecklistItem, state: FlagState, person: str = "Bo Ek", anchoring: Anchoring = Anchoring.FOUND) -> Flag:
    """Return a flag on an item's first words."""
    first = next(iter(item.stances.values())).words[0]
    anchor = Anchor(first.article, first.span, first.text, "", " “Nobody", "hash")
    return Flag(item.id, TargetKind.ITEM, state, anchor, person, MADE, anchoring, first.span)


DISPUTED = FlagState(
    Status.CHECKED,
    Verdict.DISPUTED,
    "The toll rose later.",
    (
        Evidence("https://ministry.example/toll", "26 dead", "2020-03-05", "https://archive.example/1"),
        Evidence("Ministry of the Interior, bulletin 7"),
    ),
)


def report(
    *, flags: Mapping[str, tuple[Flag, ...]] | None = None, publication: str = "", article: Article = GAZETTE
) -> Report:
    """Return the report, with these flags instead of the one on the deaths."""
    given = {DEATHS.id: (flag(DEATHS, DISPUTED),)} if flags is None else flags
    event = FlagEvent(
        "e1", "Bo Ek", MADE, TargetKind.ITEM, DEATHS.id, flag(DEATHS, DISPUTED).anchor, FlagState(), DISPUTED
    )
    quotations = {"a1": (quotation(GAZETTE, "Nobody warned us,"),), "b2": (quotation(HERALD, "No one warned us,"),)}
    operations = (("replace", "Nobody", "No one"), ("equal", "warned us", "warned us"))
    return Report(
        story=Story("s1", "Flood in the valley", ("a1", "b2"), ("Gazette", "Herald")),
        articles=(article, HERALD),
        analyses={key: Analysis(key, "1", quotations=each) for key, each in quotations.items()},
        checklist=Checklist("s1", ("Gazette", "Herald"), (DEATHS, DAM)),
        made=MADE,
        program="0.1.0",
        flags=given,
        events=(event,),
        matches=(Match(("a1", 0), ("b2", 0), QuotationMatch(0, 0, "altered", 0.9, operations)),),
        publication=publication,
    )


def quotation_flag(state: FlagState, person: str = "Bo Ek") -> Flag:
    """Return a flag on what Ann Lee said in the Herald."""
    said = words(HERALD, "No one warned us,")
    anchor = Anchor(HERALD.id, said.span, said.text, "“", "” Lee", "hash")
    return Flag("b2:29-46", TargetKind.QUOTATION, state, anchor, person, MADE, Anchoring.FOUND, said.span)
