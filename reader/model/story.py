"""What was found across articles: comparisons of two claims, the checklist of a story, stories."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from reader.model.article import Span
    from reader.model.reading import Provenance


class PairRelation(StrEnum):
    """How two sentences relate."""

    SAME = "same"
    DIFFERS = "differs"
    DIFFERENT = "different"


class DifferenceKind(StrEnum):
    """In what two tellings of one fact differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEDGE = "hedge"
    WORDING = "wording"
    ATTRIBUTION = "attribution"
    PRECISION = "precision"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one article that show something; ``text`` is what the span covers."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One typed difference between two tellings.

    ``a`` and ``b`` are the words that show it, ``says`` is one phrase for a person ("figures differ: nearly $4
    billion / $3.8 billion"); ``outlets`` are the two it lies between ("" in a bare comparison of two sentences). A
    difference that is named but does not make the tellings differ (rounding, a floor, a converted unit) has
    ``harmless`` set.
    """

    kind: DifferenceKind
    a: Words
    b: Words
    says: str
    outlets: tuple[str, str] = ("", "")
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two sentences gave; ``score`` is how much they assert the same thing, 0 to 1."""

    relation: PairRelation
    score: float
    differences: tuple[Difference, ...] = ()


class Stance(StrEnum):
    """What one outlet does with a fact. Never "silent": only the loaded text is known."""

    REPORTS = "reports"
    DIFFERS = "differs"
    NOT_FOUND = "not found"


class ItemRelation(StrEnum):
    """What the outlets together do with a fact."""

    AGREED = "agreed"
    DIFFERS = "differs"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class OutletStance:
    """What one outlet does with a fact, with its words.

    ``prominence`` is "headline", "lead" or "¶ n of m", and "" if the fact was not found.
    """

    stance: Stance
    words: tuple[Words, ...] = ()
    provenance: Provenance | None = None
    prominence: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A fact: the claims of several articles that assert the same thing.

    ``id`` stays the same as long as the words of its first claim do. ``origins`` counts independent origins, at most
    the number of reporting outlets.
    """

    id: str
    headline: str
    relation: ItemRelation
    stances: Mapping[str, OutletStance]
    differences: tuple[Difference, ...] = ()
    origins: int = 1
    worth: float = 0.0


@dataclass(frozen=True, slots=True)
class Checklist:
    """The rows of one story: conflicts, then agreed, then one-outlet facts, each by check-worthiness."""

    story: str
    outlets: tuple[str, ...]
    items: tuple[ChecklistItem, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """One quotation in two outlets: indexes into the two lists compared, and how the words differ.

    ``relation`` is "same", "cut", "extended", "altered" or "other attribution"; ``operations`` are
    ``(tag, a_words, b_words)`` with tag "equal", "insert", "delete" or "replace".
    """

    a: int
    b: int
    relation: str
    score: float
    operations: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event, oldest first; ``title`` is its most central headline."""

    id: str
    title: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    first_date: dt.date | None = None
    last_date: dt.date | None = None
