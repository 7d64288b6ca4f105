"""One side of a comparison: an assertion with everything that comparing it needs, computed once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.claims.compare.terms import Term, terms
from reader.claims.polarity import Polarity, polarity_in
from reader.model import Span
from reader.text.dates import calendar_tokens, locate, mentions
from reader.text.quantities import quantities_in
from reader.text.tokens import tokens

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from reader.model import DateMention, Quantity, Speaker
    from reader.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Side:
    """An assertion in ``text`` at ``span``, with its terms, slots and polarity; all spans are in ``text``.

    ``counted`` holds for each quantity the stems of the words around it that may name what is counted. ``quoted`` are
    the stretches in quotation marks; ``attribution`` is who says it.
    """

    article: str
    text: str
    span: Span
    tokens: tuple[Token, ...]
    terms: tuple[Term, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    polarity: Polarity
    quoted: tuple[Span, ...] = ()
    attribution: Speaker | None = None

    @property
    def breaks(self) -> tuple[int, ...]:
        """The places of the marks that end a clause, and of "but" and "because"."""
        return tuple(token.start for token in self.tokens if token.text.lower() in _BREAKS)

    @property
    def asks(self) -> bool:
        """Tell whether the words ask: a question mark stands in them."""
        return any(token.text == "?" for token in self.tokens)


def features(
    text: str,
    *,
    article: str = "",
    start: int = 0,
    end: int | None = None,
    published: dt.date | None = None,
    attribution: Speaker | None = None,
    quantities: Sequence[Quantity] | None = None,
    dates: Sequence[DateMention] | None = None,
) -> Side:
    """Return the side that ``text[start:end]`` is; ``published`` is the day that its weekdays are resolved against.

    ``quantities`` and ``dates`` are those inside the span, when they were found already.
    """
    stop = len(text) if end is None else end
    words = tokens(text, start, stop)
    located = locate(words, published) if quantities is None or dates is None else []
    figures = quantities_in(words, calendar_tokens(located)) if quantities is None else quantities
    days = mentions(text, words, located) if dates is None else dates
    taken = [*(figure.span for figure in figures), *(day.span for day in days)]
    content = terms(text, words, taken)
    return Side(
        article=article,
        text=text,
        span=Span(start, stop),
        tokens=tuple(words),
        terms=content,
        quantities=tuple(figures),
        dates=tuple(days),
        polarity=_outside(polarity_in(words), content),
        quoted=_quoted(words),
        attribution=attribution,
    )


_BREAKS = frozenset({",", ";", ":", ".", "?", "!", "but", "because", "although", "though", "while", "(", "—", "–"})


def _outside(found: Polarity, content: Sequence[Term]) -> Polarity:
    """Leave out the negations that are part of a phrase with a meaning of its own ("found not guilty")."""
    places = [bisect_right(content, span.start, key=lambda term: term.span.start) - 1 for span in found.negations]
    kept = tuple(
        span
        for span, place in zip(found.negations, places, strict=True)
        if place < 0 or not content[place].span.covers(span) or content[place].span == span
    )
    return found if kept == found.negations else found._replace(negations=kept)


_OPENING = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"'}


def _quoted(words: Sequence[Token]) -> tuple[Span, ...]:
    """Return the stretches between quotation marks, without the marks; an open one runs to the end."""
    found: list[Span] = []
    close = ""
    begin = 0
    for word in words:
        if close:
            if word.text == close:
                found.append(Span(begin, word.start))
                close = ""
        elif word.text in _OPENING:
            close, begin = _OPENING[word.text], word.end
    if close and words and words[-1].end > begin:
        found.append(Span(begin, words[-1].end))
    return tuple(found)
