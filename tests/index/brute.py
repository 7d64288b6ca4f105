"""What a query asks for, found by going through every text from beginning to end."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, assert_never

from reader.index.documents import Area
from reader.index.query.tree import (
    And,
    Dated,
    Everything,
    Figure,
    HasQuotation,
    LanguageIs,
    Near,
    Node,
    Not,
    Or,
    OutletIs,
    Phrase,
    Prefix,
    Tagged,
    Word,
)
from reader.index.terms import fold, stem_of, terms
from reader.model import QuotationKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reader.model import Analysis, Article

Stretch = list[tuple[str, ...]]


def asked_for(node: Node, article: Article, analysis: Analysis, tags: Mapping[str, Collection[str]]) -> bool:  # noqa: C901, PLR0911 - one case a kind of node
    """Tell whether ``node`` asks for an article."""
    match node:
        case Word() | Prefix() | Phrase() | Near():
            return any(_stands_in(node, stretch) for stretch in _stretches(node.area, article, analysis))
        case Figure():
            parts = And(node.parts)
            return any(asked_for(n, article, analysis, tags) for n in (parts, Word(node.value, node.area)))
        case And():
            return all(asked_for(part, article, analysis, tags) for part in node.parts)
        case Or():
            return any(asked_for(part, article, analysis, tags) for part in node.parts)
        case Not():
            return not asked_for(node.part, article, analysis, tags)
        case Everything():
            return True
        case OutletIs():
            names = [*fold(article.outlet).split(), *fold(article.domain or "").split(".")]
            return all(any(name.startswith(begun) for name in names) for begun in node.beginnings)
        case LanguageIs():
            return article.language == node.code or article.language.startswith(node.code + "-")
        case Dated():
            return article.date is not None and node.first <= article.date.toordinal() <= node.last
        case HasQuotation():
            return any(q.kind is not QuotationKind.UNATTRIBUTED for q in analysis.quotations)
        case Tagged():
            return article.id in tags.get(node.tag, ())
        case _:
            assert_never(node)


def _stretches(area: Area, article: Article, analysis: Analysis) -> Sequence[Stretch]:
    """Return the stretches of words of an area; no phrase reaches from one into another."""
    quotations = [q for q in analysis.quotations if q.kind is not QuotationKind.UNATTRIBUTED]
    match area:
        case Area.TEXT:
            texts = [article.title, article.text]
        case Area.TITLE:
            texts = [article.title]
        case Area.QUOTATION:
            texts = [q.span.of(article.text) for q in quotations]
        case Area.SPEAKER:
            texts = [name for q in quotations if q.speaker for name in (q.speaker.name, q.speaker.mention)]
        case Area.CUE:
            texts = [q.cue for q in quotations if q.cue]
    return [[term.keys for term in terms(text)] for text in texts]


def _stands_in(node: Word | Prefix | Phrase | Near, stretch: Stretch) -> bool:
    """Tell whether a leaf stands in a stretch of words."""
    match node:
        case Word():
            return any(_is_form(node.key, keys) for keys in stretch)
        case Prefix():
            return any(key.startswith(node.beginning) for keys in stretch for key in keys)
        case Phrase():
            size = len(node.keys)
            return any(
                all(key in ("", *keys) for key, keys in zip(node.keys, stretch[start : start + size], strict=True))
                for start in range(len(stretch) - size + 1)
            )
        case Near():
            places = [[at for at, keys in enumerate(stretch) if _is_form(key, keys)] for key in node.keys]
            reach = max(node.distance, len(places) - 1)
            return any(max(chosen) - min(chosen) <= reach for chosen in product(*places))


def _is_form(key: str, keys: Sequence[str]) -> bool:
    """Tell whether any of a position's keys is a form of ``key``."""
    return any(stem_of(own) == stem_of(key) for own in keys)
