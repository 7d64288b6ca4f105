"""Words in quotation marks that two sides give differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Difference, DifferenceKind, Words
from reader.text.tokens import tokens

if TYPE_CHECKING:
    from reader.claims.compare.side import Side
    from reader.model import Span

_ONE_UTTERANCE = 0.67
# Quotations that begin with the same three words are of one utterance with fewer words in common.
_ONE_BEGINNING = 0.4
_BEGINNING = 3
_SHORTEST = 4


def wording(a: Side, b: Side) -> list[Difference]:
    """Return quotations of the two sides that share at least two thirds of their words and are not cut from each other.

    A quotation that is a stretch of the other one is harmless.
    """
    for one in a.quoted:
        for other in b.quoted:
            left, right = _words(a.text, one), _words(b.text, other)
            if min(len(left), len(right)) < _SHORTEST or left == right:
                continue
            common = len(set(left) & set(right)) / min(len(set(left)), len(set(right)))
            if common < (_ONE_BEGINNING if left[:_BEGINNING] == right[:_BEGINNING] else _ONE_UTTERANCE):
                continue
            x, y = Words(a.article, one, one.of(a.text)), Words(b.article, other, other.of(b.text))
            cut = _within(left, right) or _within(right, left)
            what = "one quotation cuts the other" if cut else "quoted words differ"
            return [Difference(DifferenceKind.WORDING, x, y, f"{what}: {x.text} / {y.text}", harmless=cut)]
    return []


def _words(text: str, span: Span) -> list[str]:
    """Return the lower-cased words of a stretch, without its marks; "&" is "and"."""
    return [
        token.text.lower().replace("’", "'").replace("&", "and")
        for token in tokens(text, *span)
        if token.text[0].isalnum() or token.text == "&"
    ]


def _within(short: list[str], long: list[str]) -> bool:
    """Tell whether ``short`` stands in ``long`` word for word."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "
