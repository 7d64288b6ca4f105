"""What was found in one article: names, quantities, dates, quotations, claims. Every object carries its span."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.article import Span


class NameKind(StrEnum):
    """What a name stands for, as far as its form and context tell."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"


class Gender(StrEnum):
    """The grammatical gender that pronouns for a name take here."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name where it stands; ``canonical`` is the fullest form the article has for the same bearer."""

    span: Span
    text: str
    canonical: str
    kind: NameKind = NameKind.OTHER
    gender: Gender = Gender.UNKNOWN


class QuantityBound(StrEnum):
    """How a figure limits the value it gives."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: ``value`` (and ``high`` for a range) with scale applied, in ``unit`` (``USD``, ``percent``…)."""

    span: Span
    value: float
    high: float | None = None
    unit: str = ""
    bound: QuantityBound = QuantityBound.EXACT
    ordinal: bool = False


class DatePrecision(StrEnum):
    """How finely a date is given."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time where it stands; ``value`` is ISO 8601 (``2019-09-14``, ``2019-09``), "" when unresolved."""

    span: Span
    text: str
    value: str = ""
    precision: DatePrecision = DatePrecision.VAGUE


class QuotationKind(StrEnum):
    """How words are given as somebody's.

    ``unattributed``: in quotation marks and nobody's words (titles, nicknames, scare quotes).
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    UNATTRIBUTED = "unattributed"


class SpeakerKind(StrEnum):
    """What sort of words name the speaker."""

    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    UNNAMED = "unnamed"
    PRONOUN = "pronoun"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted: as written (``mention`` at ``span``) and resolved (``name``).

    ``how`` is the rule that found it; ``confidence`` is the measured share of right names for that rule, 0 to 1.
    """

    mention: str
    name: str
    span: Span
    kind: SpeakerKind = SpeakerKind.PERSON
    how: str = ""
    confidence: float = 1.0


class CueKind(StrEnum):
    """What a reporting verb says of the words it reports."""

    NEUTRAL = "neutral"
    STANCE = "stance"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said.

    ``span`` and ``content`` leave out the marks; ``group`` joins the parts of one utterance.
    """

    span: Span
    content: str
    kind: QuotationKind
    speaker: Speaker | None = None
    cue: str | None = None
    cue_span: Span | None = None
    cue_kind: CueKind | None = None
    group: int = 0


class ProvenanceKind(StrEnum):
    """The rungs of the sourcing ladder, best attested first."""

    DOCUMENT = "document"
    NAMED_SPEAKER = "named speaker"
    STATEMENT = "statement"
    TWEET = "tweet"
    OWN_REPORTING = "own reporting"
    AGENCY = "agency"
    OTHER_OUTLET = "other outlet"
    UNNAMED = "unnamed officials"
    REPORTS_SAID = "reports said"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Through whom an outlet has a claim; ``through`` is the agency, outlet, speaker or document where one is named."""

    kind: ProvenanceKind
    through: str = ""
    span: Span | None = None


class NotCheckable(StrEnum):
    """Why a claim is not one that can be checked."""

    OPINION = "opinion"
    QUESTION = "question"
    FUTURE = "prediction"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion in one article, with its slots.

    ``sentence`` is the sentence that holds it, ``paragraph`` counts from 0, ``worth`` orders claims by check-worthiness
    (0 to 1), ``not_checkable`` is None for a checkable claim, ``quoted`` tells that half or more of it stands in
    quotation marks.
    """

    article: str
    span: Span
    text: str
    sentence: Span
    paragraph: int = 0
    not_checkable: NotCheckable | None = None
    worth: float = 0.0
    names: tuple[Name, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    negated: bool = False
    hedges: tuple[Span, ...] = ()
    attribution: Speaker | None = None
    provenance: Provenance | None = None
    quoted: bool = False

    @property
    def id(self) -> str:
        """A name for the claim that is unique among the articles' present versions."""
        return f"{self.article}:{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one article by one version of the analyser."""

    article: str
    version: str
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
