"""Cut an article into claims: one checkable assertion each, with its place, its slots and who it is attributed to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from reader.claims.attribution import Vouched, governed_by, said_by
from reader.claims.checkable import commenting, is_comment, not_checkable, telling, worth
from reader.claims.clauses import Clauses
from reader.claims.places import Places
from reader.claims.polarity import polarity_in, turning
from reader.claims.provenance import Reading, of_origins, others_named, provenance
from reader.model import Claim, QuotationKind, Span
from reader.quotations import extract as extract_quotations
from reader.text.dates import calendar_tokens, locate, mentions
from reader.text.names import names as find_names
from reader.text.quantities import quantities_in
from reader.text.sentences import paragraphs
from reader.text.sentences import sentences as find_sentences
from reader.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, Name, Quotation, Speaker
    from reader.text.tokens import Token


class _WithSpan(Protocol):
    """Anything that was found at a span."""

    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=_WithSpan)


def extract(
    article: Article,
    *,
    quotations: Sequence[Quotation] | None = None,
    names: Sequence[Name] | None = None,
    sentences: Sequence[Span] | None = None,
) -> list[Claim]:
    """Return the claims of ``article`` in the order of the text.

    ``quotations``, ``names`` and ``sentences`` are those of the article where they were found already. Claims that
    can't be checked are there too, with the reason. Linear in the length of the text.
    """
    text = article.text
    reader = _Reader(
        article,
        extract_quotations(text) if quotations is None else quotations,
        find_names(text) if names is None else names,
    )
    spans = find_sentences(text) if sentences is None else sentences
    return [claim for sentence in spans for claim in reader.claims(sentence)]


class _Placed(Generic[_P]):
    """What was found in an article, in order and apart from each other, to be handed out by place."""

    def __init__(self, found: Sequence[_P]) -> None:
        """Take what was found."""
        self._found = tuple(found)
        self._starts = [one.span.start for one in found]

    def inside(self, span: Span) -> tuple[_P, ...]:
        """Return what lies inside ``span``."""
        starts = self._starts
        first = bisect_left(starts, span.start)
        if first == len(starts) or starts[first] >= span.end:
            return ()
        last = bisect_left(starts, span.end, first)
        if self._found[last - 1].span.end > span.end:
            last -= 1
        return self._found[first:last]


class _Reader:
    """What was found in one article, to be handed out by span."""

    def __init__(self, article: Article, quotations: Sequence[Quotation], names: Sequence[Name]) -> None:
        """Read the whole text once for each kind of thing."""
        text = article.text
        self.article = article
        self.words = tokens(text)
        self.word_starts = [word.start for word in self.words]
        small = [word.text.lower() for word in self.words]
        self.lows = [low.replace("’", "'") for low in small] if "’" in text else small
        self.clauses = Clauses(self.words, self.lows)
        different = set(self.lows)
        self.turning = turning(different)
        self.commenting = commenting(different)
        self.content_before = list(accumulate(map(telling(different).__contains__, self.lows), initial=0))
        located = locate(self.words, article.date, small)
        self.names = _Placed(names)
        self.quantities = _Placed(quantities_in(self.words, calendar_tokens(located), small))
        self.dates = _Placed(mentions(text, self.words, located))
        self.said = Vouched(quotations)
        self.marked = sorted(one.span for one in quotations if one.kind is not QuotationKind.INDIRECT)
        self.marks = Places(self.marked)
        self.others = _Placed(others_named(article, names))
        self.paragraphs = [paragraph.start for paragraph in paragraphs(text)]

    def claims(self, sentence: Span) -> list[Claim]:
        """Return the claims of one sentence."""
        article = self.article
        paragraph = max(0, bisect_right(self.paragraphs, sentence.start) - 1)
        first, last = self._between(sentence)
        own, own_lows = self.words[first:last], self.lows[first:last]
        reading = Reading(own, own_lows, of_origins(own_lows), self.others.inside(sentence), article.outlet)
        comment = is_comment(own_lows, self.commenting)
        found: list[Claim] = []
        for span in self.clauses.of(sentence, first, last):
            start, stop, words, lows = first, last, own, own_lows
            if span != sentence:
                start, stop = self._between(span)
                words, lows = self.words[start:stop], self.lows[start:stop]
            speaker, through = self._speakers(span, words)
            said = speaker is not None
            polarity = polarity_in(words, lows, self.turning)
            names, quantities, dates = self.names.inside(span), self.quantities.inside(span), self.dates.inside(span)
            content = self.content_before[stop] - self.content_before[start]
            found.append(
                Claim(
                    article=article.id,
                    span=span,
                    text=span.of(article.text),
                    sentence=sentence,
                    paragraph=paragraph,
                    not_checkable=not_checkable(lows, content, said=said, comment=comment),
                    worth=worth(stop - start, len(names), len(quantities), len(dates), said=said),
                    names=names,
                    quantities=quantities,
                    dates=dates,
                    negated=polarity.negated,
                    hedges=polarity.hedges,
                    attribution=speaker,
                    provenance=provenance(reading, through),
                    quoted=_half_of(span, self.marked[self.marks.touching(span)]),
                )
            )
        return found

    def _speakers(self, span: Span, words: Sequence[Token]) -> tuple[Speaker | None, Speaker | None]:
        """Return whose words the clause at ``span``, the tokens ``words``, is, and through whom the outlet has it."""
        said = self.said.touching(span)
        if not said:
            return None, None
        speaker = said_by(span, said)
        return speaker, speaker or governed_by(span, words, said)

    def _between(self, span: Span) -> tuple[int, int]:
        """Return the tokens ``[first, last)`` of a span."""
        first = bisect_left(self.word_starts, span.start)
        return first, bisect_left(self.word_starts, span.end, first)


def _half_of(span: Span, marked: Sequence[Span]) -> bool:
    """Tell whether half of ``span`` or more lies in the stretches ``marked``."""
    return 2 * sum([one.overlap(span) for one in marked]) >= span.end - span.start
