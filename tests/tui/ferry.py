"""A story told by three outlets, with everything that was found in it written down by hand.

So the desk's tests say what is shown of a reading, and don't change when the reading rules do. The store, the flag
log and the index under it are the real ones.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from reader.index import open_index
from reader.ingest import open_reader
from reader.library import Library
from reader.library.analysing import ANALYSER
from reader.model import (
    Analysis,
    Article,
    Checklist,
    ChecklistItem,
    Difference,
    DifferenceKind,
    ItemRelation,
    OffsetMap,
    OutletStance,
    Provenance,
    ProvenanceKind,
    Quotation,
    QuotationKind,
    QuotationMatch,
    Removed,
    RemovedKind,
    Span,
    Speaker,
    Stance,
    Story,
    Words,
)
from reader.storage import SqliteFlagLog, SqliteStore
from reader.text import sentences
from reader.wiring import seeds_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.export.report import Report
    from reader.library.reading import Pair
    from reader.ports import InputReader

COURIER = """The ferry Saint Brendan ran aground off Carrow Head late on Tuesday with 48 people on board, \
the coastguard said.

All passengers were taken off by lifeboat before midnight. Nobody was seriously hurt.

“The sea was calm and the light was good,” said Captain Maeve Doran. “I can’t explain it.”

The company had inspected the ship in March, a spokesman said, and found no fault.

Ferries to the islands were cancelled on Wednesday. About 300 people were waiting in Carrow."""

POST = """A ferry carrying around 50 people struck rocks near Carrow Head on Tuesday night.

Lifeboats brought everyone ashore by midnight, and nobody was seriously hurt.

“The sea was calm, the light was good,” the captain, Maeve Doran, told the Post.

The ship had last been inspected in May, according to the harbour office.

The union has warned for years that crews work shifts of 14 hours."""

WIRE = """ISLAND FERRY AGROUND: the Saint Brendan hit rocks off Carrow Head on Tuesday, the coastguard said.

Three people were treated for bruises, the county hospital said.

“The sea was calm,” Doran told reporters.

Sailings are to begin again on Thursday."""

JUNK = "READ MORE: TEN ISLANDS TO SEE THIS SUMMER"
OUTLETS = {"courier": "The Carrow Courier", "post": "Island Post", "wire": "Northern Wire"}
TEXTS = {"courier": COURIER, "post": POST, "wire": WIRE}
TITLES = {
    "courier": "Ferry runs aground off Carrow Head",
    "post": "Lifeboats save everyone from stranded ferry",
    "wire": "Island ferry aground",
}
DAY = dt.date(2024, 5, 14)
STORY = Story("ferry", TITLES["courier"], tuple(TEXTS), tuple(OUTLETS.values()), DAY, DAY)


def span(article: str, words: str) -> Span:
    """Return where words stand in one of the texts."""
    start = TEXTS[article].index(words)
    return Span(start, start + len(words))


def words(article: str, text: str) -> Words:
    """Return words of one of the texts, with their span."""
    return Words(article, span(article, text), text)


def article(name: str) -> Article:
    """Return one of the articles; the courier's had a line of promotion in its raw text."""
    text = TEXTS[name]
    raw, offsets = text, OffsetMap((0, len(text)), (0, len(text)))
    removed: tuple[Removed, ...] = ()
    if name == "courier":
        place = text.index("“The sea")
        raw = f"{text[:place]}{JUNK}\n\n{text[place:]}"
        removed = (Removed(place, place + len(JUNK) + 2, RemovedKind.PROMOTION),)
        offsets = OffsetMap((0, place, len(text)), (0, place + len(JUNK) + 2, len(raw)))
    return Article(
        name,
        text,
        title=TITLES[name],
        outlet=OUTLETS[name],
        outlet_guessed=name == "wire",
        date=DAY,
        url="https://courier.example/ferry" if name == "courier" else None,
        byline="By Aoife Lynch" if name == "courier" else None,
        raw=raw,
        removed=removed,
        offsets=offsets,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
    )


def quotation(name: str, content: str, mention: str, cue: str, group: int = 0) -> Quotation:
    """Return a quotation of Captain Doran's."""
    speaker = Speaker(mention, "Maeve Doran", span(name, mention))
    return Quotation(span(name, content), content, QuotationKind.DIRECT, speaker, cue, group=group)


QUOTATIONS = {
    "courier": (
        quotation("courier", "The sea was calm and the light was good,", "Captain Maeve Doran", "said", 1),
        quotation("courier", "I can’t explain it.", "Captain Maeve Doran", "said", 1),
    ),
    "post": (quotation("post", "The sea was calm, the light was good,", "Maeve Doran", "told"),),
    "wire": (quotation("wire", "The sea was calm,", "Doran", "told"),),
}


def analysis(name: str) -> Analysis:
    """Return what was found in one of the texts."""
    return Analysis(name, ANALYSER, tuple(sentences(TEXTS[name])), QUOTATIONS[name], ())


def stance(name: str, text: str, *, differs: bool = False, place: str = "lead", through: str = "") -> OutletStance:
    """Return what an outlet does with a fact, in its words."""
    provenance = Provenance(ProvenanceKind.AGENCY, through) if through else Provenance(ProvenanceKind.OWN_REPORTING)
    return OutletStance(Stance.DIFFERS if differs else Stance.REPORTS, (words(name, text),), provenance, place)


def _stances(**told: OutletStance) -> dict[str, OutletStance]:
    return {outlet: told.get(name, OutletStance(Stance.NOT_FOUND)) for name, outlet in OUTLETS.items()}


def items() -> tuple[ChecklistItem, ...]:
    """Return the facts: two told differently, one alike, and one each that a single outlet has."""
    aboard = (
        stance("courier", "with 48 people on board", differs=True),
        stance("post", "A ferry carrying around 50 people", differs=True),
    )
    inspected = (
        stance("courier", "The company had inspected the ship in March", differs=True, place="¶ 4 of 5"),
        stance("post", "The ship had last been inspected in May", differs=True, place="¶ 4 of 5"),
    )
    return (
        ChecklistItem(
            "aboard", "48 people were on board", ItemRelation.DIFFERS, _stances(courier=aboard[0], post=aboard[1]),
            (
                Difference(
                    DifferenceKind.NUMBER, words("courier", "48 people"), words("post", "around 50 people"),
                    "figures differ: 48 people / around 50 people", (OUTLETS["courier"], OUTLETS["post"]),
                ),
            ),
            2,
        ),
        ChecklistItem(
            "inspected", "the ship was inspected in March", ItemRelation.DIFFERS,
            _stances(courier=inspected[0], post=inspected[1]),
            (
                Difference(
                    DifferenceKind.DATE, words("courier", "March"), words("post", "May"),
                    "dates differ: March / May", (OUTLETS["courier"], OUTLETS["post"]),
                ),
            ),
            2,
        ),
        ChecklistItem(
            "aground", "the ferry ran aground off Carrow Head on Tuesday", ItemRelation.AGREED,
            _stances(
                courier=stance("courier", "The ferry Saint Brendan ran aground off Carrow Head late on Tuesday"),
                post=stance("post", "struck rocks near Carrow Head on Tuesday night"),
                wire=stance("wire", "the Saint Brendan hit rocks off Carrow Head on Tuesday", through="the coastguard"),
            ),
            (), 2,
        ),
        ChecklistItem(
            "shifts", "crews work shifts of 14 hours", ItemRelation.SINGLE,
            _stances(
                post=stance(
                    "post", "The union has warned for years that crews work shifts of 14 hours.", place="¶ 5 of 5"
                )
            ),
        ),
        ChecklistItem(
            "bruises", "three people were treated for bruises", ItemRelation.SINGLE,
            _stances(
                wire=stance(
                    "wire", "Three people were treated for bruises", place="¶ 2 of 4", through="the county hospital"
                )
            ),
        ),
    )  # fmt: skip


CHECKLIST = Checklist("ferry", tuple(OUTLETS.values()), items())
_CALM = ("equal", "The sea was calm", "The sea was calm")
_LIGHT = ("equal", "the light was good,", "the light was good,")
PAIRS: Sequence[Pair] = (
    (("courier", 0), ("post", 0), QuotationMatch(0, 0, "altered", 0.9, (_CALM, ("replace", "and", ","), _LIGHT))),
    (("courier", 0), ("wire", 0), QuotationMatch(0, 0, "cut", 0.6, (_CALM,))),
)


class FerryLibrary(Library):
    """A real library, but for the story, its facts and its pairs of quotations: those are written down above."""

    def stories(self) -> Sequence[Story]:
        """Return the story, when its articles are there; other articles are in no story."""
        return [STORY] if any(header.id == "courier" for header in self.headers()) else []

    @property
    def is_grouped(self) -> bool:
        """Nothing is left to be grouped."""
        return True

    def kept_stories(self) -> Sequence[Story]:
        """Return the story, as ``stories`` does."""
        return self.stories()

    def story(self, name: str | None = None) -> Story:
        """Return the story."""
        assert name in {None, STORY.id}
        return STORY

    def checklist(self, story_id: str) -> Checklist:
        """Return the facts."""
        assert story_id == STORY.id
        return CHECKLIST

    def reports(self, stories: Iterable[Story]) -> Iterator[Report]:
        """Tell of the story with its facts."""
        for report in super().reports(stories):
            yield dataclasses.replace(report, checklist=CHECKLIST, flags=self.item_flags(CHECKLIST))

    def quotation_matches(self, story_id: str) -> Sequence[Pair]:
        """Return the pairs."""
        assert story_id == STORY.id
        return PAIRS


def open_ferry(
    folder: Path, *, articles: Sequence[Article] = (), open_reader: Callable[[], InputReader] = open_reader
) -> FerryLibrary:
    """Open the library in a folder, with the story (and more articles, in no story) in it."""
    folder.mkdir(parents=True, exist_ok=True)
    store = SqliteStore(folder / "library.db")
    library = FerryLibrary(
        store,
        SqliteFlagLog(folder / "flags.db"),
        open_reader,
        lambda: open_index(folder / "index", store),
        person="Ada",
        seeds=seeds_folder,
    )
    if not library.headers():
        with store.batch():
            for name in TEXTS:
                store.put(article(name), analysis(name))
            for more in articles:
                store.put(more, Analysis(more.id, ANALYSER, tuple(sentences(more.text))))
    return library


def opener(folder: Path, *, articles: Sequence[Article] = ()) -> Callable[[], FerryLibrary]:
    """Return what opens the library, for the desk."""
    return lambda: open_ferry(folder, articles=articles)
