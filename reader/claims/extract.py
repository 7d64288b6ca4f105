"""Cut an article into claims: one checkable assertion each, with its place, its slots and who it is attributed to."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.claims.checkable import not_checkable, worth
from reader.claims.clauses import clauses
from reader.model import Claim, QuotationKind, Span
from reader.text.sentences import paragraphs, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, Quotation, Speaker


def extract(article: Article, *, quotations: Sequence[Quotation] | None = None) -> list[Claim]:
    """Return the claims of ``article`` in the order of the text.

    ``quotations`` are those of the article when they were found already. Claims that can't be checked are there too,
    with the reason.
    """
    text = article.text
    said = quotations or ()
    starts = [paragraph.start for paragraph in paragraphs(text)]
    found: list[Claim] = []
    for sentence in sentences(text):
        paragraph = max(0, bisect_right(starts, sentence.start) - 1)
        for span in clauses(text, sentence):
            words = span.of(text)
            found.append(
                Claim(
                    article=article.id,
                    span=span,
                    text=words,
                    sentence=sentence,
                    paragraph=paragraph,
                    not_checkable=not_checkable(words),
                    worth=worth(words, names=0, quantities=0, dates=0, said=False),
                    attribution=_speaker(said, span),
                )
            )
    return found


def _speaker(quotations: Sequence[Quotation], span: Span) -> Speaker | None:
    """Return whose words most of ``span`` are, if anybody's."""
    for quotation in quotations:
        if quotation.kind is QuotationKind.UNATTRIBUTED or quotation.speaker is None:
            continue
        if 2 * quotation.span.overlap(span) >= span.end - span.start:
            return quotation.speaker
    return None
