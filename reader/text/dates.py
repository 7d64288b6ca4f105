"""Dates and times: found by a linear grammar over tokens, and resolved against the day an article was published.

Rules, in the order they are tried at each token: ``iso`` 2019-09-14, ``slashes`` 9/14/2019, ``month`` Sept. 14, 2019 ·
14 September · May 2019, ``weekday`` Saturday · next Friday, ``day_word`` today · yesterday, ``clock`` 12:53 p.m.,
``period`` earlier this year · last week, ``season`` last summer, ``duration`` three days ago · five months after,
``decade`` the 1990s, ``year`` 2019. "may" the verb is no month: a month that is also a word needs a day, a year or a
cue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import DateMention, DatePrecision, Span
from reader.text.date_rules import FOR_FIGURES, FOR_WORDS
from reader.text.date_words import BEGINNINGS, COUNTS, DURATIONS
from reader.text.tokens import tokens

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from reader.text.date_rules import Found
    from reader.text.tokens import Token


class Located(NamedTuple):
    """A date in a token list: it covers the tokens ``[start, stop)``."""

    start: int
    stop: int
    found: Found


def dates(text: str, published: dt.date | None, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Return the dates and times of ``text[start:end]`` in order, none overlapping another; spans are in ``text``.

    ``value`` is as much of ISO 8601 as the words and ``published`` give: ``2019-09-14``, ``2019-09``, ``2019``,
    ``2019-W37``, ``--09-14`` (a day of an unknown year), ``T12:53``, ``199`` (a decade), or "" when the words cannot be
    placed in time (a weekday without ``published``, "five months after"). Linear in the length of the text.
    """
    return dates_in(text, tokens(text, start, end), published)


def dates_in(text: str, words: Sequence[Token], published: dt.date | None) -> list[DateMention]:
    """Return the dates of a text that is already cut into tokens."""
    return mentions(text, words, locate(words, published))


def mentions(text: str, words: Sequence[Token], located: Sequence[Located]) -> list[DateMention]:
    """Return the dates that were located in a token list of ``text``."""
    found: list[DateMention] = []
    for start, stop, date in located:
        span = Span(words[start].start, words[stop - 1].end)
        found.append(DateMention(span, span.of(text), date.value, date.precision))
    return found


def calendar_tokens(located: Sequence[Located]) -> frozenset[int]:
    """Return the indexes of the tokens that belong to a calendar date, a year or a clock time, and so are no quantity.

    Durations ("three days ago") are left out: their figure is a quantity as well.
    """
    return frozenset(
        index
        for start, stop, date in located
        if date.precision is not DatePrecision.VAGUE and not date.duration
        for index in range(start, stop)
    )


def locate(words: Sequence[Token], published: dt.date | None, small: Sequence[str] | None = None) -> list[Located]:
    """Return the dates of a text that is already cut into tokens, with the tokens they cover.

    ``small`` are the tokens in small letters, where somebody made them already.
    """
    low = [word.text.lower() for word in words] if small is None else small
    located: list[Located] = []
    stop = 0
    for at in [at for at, word in enumerate(low) if word in BEGINNINGS or word[0].isdigit()]:
        if at < stop or (low[at] in COUNTS and (at + 1 == len(low) or low[at + 1] not in DURATIONS)):
            continue
        for rule in FOR_FIGURES if low[at][0].isdigit() else FOR_WORDS:
            found = rule(words, low, at, published)
            if found is not None:
                located.append(Located(at, found.stop, found))
                stop = found.stop
                break
    return located
