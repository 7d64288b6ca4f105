"""Anchors: words of one version of a text, and where they stand in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import Anchor, Anchoring, Span

if TYPE_CHECKING:
    from reader.model import Article, Words

CONTEXT = 32
"""Code points kept before and after the words, as the W3C Web Annotation model's examples do."""


class Placing(NamedTuple):
    """How an anchor's words stand in a text, and where; no span for an orphan."""

    anchoring: Anchoring
    span: Span | None = None


def anchor(article: Article, span: Span) -> Anchor:
    """Return what holds the words of ``article`` at ``span``."""
    return Anchor(
        article=article.id,
        span=span,
        exact=span.of(article.text),
        prefix=article.text[max(0, span.start - CONTEXT) : span.start],
        suffix=article.text[span.end : span.end + CONTEXT],
        text_hash=article.text_hash,
    )


def place(held: Anchor, text: str, text_hash: str = "") -> Placing:
    """Return where the words stand in ``text``."""
    if held.text_hash and held.text_hash == text_hash:
        return Placing(Anchoring.FOUND, held.span)
    start = text.find(held.exact)
    if start < 0:
        return Placing(Anchoring.ORPHAN)
    return Placing(Anchoring.FOUND, Span(start, start + len(held.exact)))


def loose(words: Words) -> Anchor:
    """Return an anchor of words whose surroundings and version are not known."""
    return Anchor(article=words.article, span=words.span, exact=words.text)
