"""Words in marks in a language whose reporting verbs are not known: that they are said is told, by whom is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import Quotation, QuotationKind

if TYPE_CHECKING:
    from reader.quotations.outline import Outline
    from reader.quotations.scan import Stretch

#: Languages, as ISO 639-1 names them, whose reporting verbs are known; "" is a text of a language that can't be told.
_READ = frozenset({"en", ""})

_WORD = re.compile(r"[^\W_]+")
# Fewer words in marks are titles, names and scare quotes as often as somebody's words.
_FEWEST_WORDS = 4
# From Thai on, Unicode has the scripts that are written without spaces, in which a word is about two letters.
_UNSPACED = "\N{THAI CHARACTER KO KAI}"
_LETTERS_A_WORD = 2


def is_read(language: str) -> bool:
    """Tell whether who says what, and with it claims, are looked for in texts of this language."""
    return language.split("-", maxsplit=1)[0] in _READ


def in_marks(draft: Outline) -> list[Quotation]:
    """Return every stretch in marks, without a speaker: one as long as an utterance as direct, others as nobody's."""
    return [
        Quotation(
            stretch.inner, stretch.inner.of(draft.text), _kind(draft.text, stretch), None, None, None, None, number
        )
        for number, stretch in enumerate(draft.stretches, 1)
    ]


def _kind(text: str, stretch: Stretch) -> QuotationKind:
    words = 0
    for word in _WORD.finditer(text, *stretch.inner):
        unspaced = sum(letter >= _UNSPACED for letter in word.group())
        words += max(1, unspaced // _LETTERS_A_WORD)
        if words >= _FEWEST_WORDS and not stretch.heading:
            return QuotationKind.DIRECT
    return QuotationKind.UNATTRIBUTED
