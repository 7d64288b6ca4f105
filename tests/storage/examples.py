"""Articles, analyses and events to store."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from typing import Any

from reader.model import (
    Analysis,
    Anchor,
    Article,
    Claim,
    CueKind,
    DateMention,
    DatePrecision,
    Evidence,
    FlagEvent,
    FlagState,
    Gender,
    Name,
    NameKind,
    OffsetMap,
    Provenance,
    ProvenanceKind,
    Quantity,
    QuantityBound,
    Quotation,
    QuotationKind,
    Removed,
    RemovedKind,
    Span,
    Speaker,
    SpeakerKind,
    Status,
    TargetKind,
    Verdict,
)

TEXT = "“The pier is cracked,” Ines Falk said. Nine million crowns are needed by 4 May 2031."
START = dt.datetime(2031, 5, 4, 12, tzinfo=dt.UTC)


def article(article_id: str = "a", text: str = TEXT, **known: Any) -> Article:  # noqa: ANN401 - any field
    """Return an article with every field filled."""
    filled: dict[str, Any] = {
        "title": "Pier “cracked”",
        "outlet": "Norvale Post",
        "outlet_guessed": True,
        "domain": "post.example",
        "date": dt.date(2031, 5, 4),
        "url": "https://post.example/pier",
        "byline": "A. Reporter",
        "updated": "12:53 p.m.",
        "language": "en",
        "raw": f"MENU\n{text}",
        "removed": (Removed(0, 5, RemovedKind.WIDGET),),
        "offsets": OffsetMap((0, len(text)), (5, len(text) + 5)),
        "text_hash": hashlib.sha256(text.encode()).hexdigest(),
        **known,
    }
    return Article(id=article_id, text=text, **filled)


def analysis(article_id: str = "a", version: str = "1") -> Analysis:
    """Return an analysis with every field filled."""
    falk = Speaker("Ines Falk", "Ines Falk", Span(23, 32), SpeakerKind.PERSON, "after the quotation", 0.97)
    claim = Claim(
        article=article_id,
        span=Span(39, 84),
        text=TEXT[39:84],
        sentence=Span(39, 84),
        paragraph=2,
        worth=0.5,
        names=(Name(Span(23, 32), "Ines Falk", "Ines Falk", NameKind.PERSON, Gender.FEMALE),),
        quantities=(Quantity(Span(39, 58), 9e6, None, "crown", QuantityBound.EXACT, ordinal=False),),
        dates=(DateMention(Span(73, 83), "4 May 2031", "2031-05-04", DatePrecision.DAY),),
        negated=True,
        hedges=(Span(1, 2), Span(3, 4)),
        attribution=falk,
        provenance=Provenance(ProvenanceKind.NAMED_SPEAKER, "Ines Falk", Span(23, 32)),
    )
    said = Quotation(Span(1, 20), TEXT[1:20], QuotationKind.DIRECT, falk, "said", Span(33, 37), CueKind.NEUTRAL, 3)
    return Analysis(article_id, version, (Span(0, 38), Span(39, 84)), (said,), (claim,))


def event(target: str = "item", *, person: str = "Ada", minute: int = 0, **known: Any) -> FlagEvent:  # noqa: ANN401 - any field
    """Return an event of the log with every field filled; ``minute`` is when."""
    filled: dict[str, Any] = {
        "id": str(uuid.uuid4()),
        "kind": TargetKind.ITEM,
        "anchor": Anchor("a", Span(0, 22), TEXT[:22], "before ", " after", "hash"),
        "before": FlagState(),
        "after": FlagState(
            Status.CHECKED, Verdict.DISPUTED, "note “x”", (Evidence("https://e.example", "words", "2031", "archived"),)
        ),
        **known,
    }
    return FlagEvent(person=person, at=START + dt.timedelta(minutes=minute), target=target, **filled)
