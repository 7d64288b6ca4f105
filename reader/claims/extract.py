"""Cut an article into claims: one checkable assertion each, with its place, its slots and who it is attributed to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol, TypeVar

from reader.claims.attribution import governed_by, said_by, vouched
from reader.claims.checkable import not_checkable, opinion, worth
from reader.claims.clauses import clauses
from reader.claims.polarity import polarity_in
from reader.claims.provenance import Reading, outlets_named, provenance
from reader.model import Claim, QuotationKind, Span
from reader.quotations import extract as extract_quotations
from reader.text.dates import calendar_tokens, locate, mentions
from reader.text.names import names
from reader.text.quantities import quantities_in
from reader.text.sentences import paragraphs, sentences
from reader.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, DateMention, Name, Quantity, Quotation
    from reader.text.tokens import Token


class _Placed(Protocol):
    """Anything that was found at a span."""

    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=_Placed)


def extract(article: Article, *, quotations: Sequence[Quotation] | None = None) -> list[Claim]:
    """Return the claims of ``article`` in the order of the text.

    ``quotations`` are those of the article when they were found already. Claims that can't be checked are there too,
    with the reason. Linear in the length of the text.
    """
    reader = _Reader(article, extract_quotations(article.text) if quotations is None else quotations)
    return [claim for sentence in sentences(article.text) for claim in reader.claims(sentence)]


class _Reader:
    """What was found in one article, to be handed out by span."""

    def __init__(self, article: Article, quotations: Sequence[Quotation]) -> None:
        """Read the whole text once for each kind of thing."""
        text = article.text
        self.article = article
        self.words = tokens(text)
        self.word_starts = [word.start for word in self.words]
        self.names: list[Name] = names(text)
        located = locate(self.words, article.date)
        self.quantities: list[Quantity] = quantities_in(self.words, calendar_tokens(located))
        self.dates: list[DateMention] = mentions(text, self.words, located)
        self.said = vouched(quotations)
        self.marked = sorted(one.span for one in quotations if one.kind is not QuotationKind.INDIRECT)
        self.outlets = outlets_named(text, self.names)
        self.paragraphs = [paragraph.start for paragraph in paragraphs(text)]

    def claims(self, sentence: Span) -> list[Claim]:
        """Return the claims of one sentence."""
        article = self.article
        paragraph = max(0, bisect_right(self.paragraphs, sentence.start) - 1)
        own = self._words(sentence)
        lows = [word.text.lower().replace("’", "'") for word in own]
        comment = opinion(lows) > 0
        found: list[Claim] = []
        for span in clauses(sentence, own):
            part = self._words(span)
            speaker = said_by(span, self.said)
            through = speaker or governed_by(span, part, self.said)
            reading = Reading(own, lows, _inside(self.names, sentence), through, article.outlet, self.outlets)
            polarity = polarity_in(part)
            slots = (_inside(self.names, span), _inside(self.quantities, span), _inside(self.dates, span))
            words = span.of(article.text)
            found.append(
                Claim(
                    article=article.id,
                    span=span,
                    text=words,
                    sentence=sentence,
                    paragraph=paragraph,
                    not_checkable=not_checkable(part, said=speaker is not None, comment=comment),
                    worth=worth(part, *(len(slot) for slot in slots), said=speaker is not None),
                    names=slots[0],
                    quantities=slots[1],
                    dates=slots[2],
                    negated=polarity.negated,
                    hedges=polarity.hedges,
                    attribution=speaker,
                    provenance=provenance(reading),
                    quoted=_half_of(span, self.marked),
                )
            )
        return found

    def _words(self, span: Span) -> Sequence[Token]:
        """Return the tokens of a span."""
        return self.words[bisect_left(self.word_starts, span.start) : bisect_left(self.word_starts, span.end)]


def _inside(found: Sequence[_P], span: Span) -> tuple[_P, ...]:
    """Return what lies inside ``span``, of things in order that do not overlap."""
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    last = bisect_left(found, span.end, key=lambda one: one.span.start)
    return tuple(one for one in found[first:last] if one.span.end <= span.end)


def _half_of(span: Span, marked: Sequence[Span]) -> bool:
    """Tell whether half of ``span`` or more lies in the stretches ``marked``, which are in order."""
    first = bisect_left(marked, span)
    last = bisect_left(marked, Span(span.end, span.end))
    return 2 * sum(one.overlap(span) for one in marked[max(0, first - 2) : last]) >= span.end - span.start
