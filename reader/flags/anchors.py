"""Anchors: words of one version of a text, and where they stand in another.

After the W3C Web Annotation model (TextQuoteSelector, TextPositionSelector), with one rule on top: what a person
checked is never silently taken to be what stands there now. A place is ``found`` only where the words are the same, or
differ in nothing that could change what they say; otherwise it is to be checked again, or an orphan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.flags.sameness import says_the_same, sentence_after, sentence_before, turned
from reader.flags.similar import in_place_of, most_similar
from reader.model import Anchor, Anchoring, Span

if TYPE_CHECKING:
    from reader.model import Article, Words

CONTEXT = 32
"""Code points kept before and after the words, as in the examples of the W3C's model."""

SIMILAR = 0.85
"""From this similarity on, other words are taken for a changed version of the anchor's."""

_ENOUGH = 8  # code points of context on both sides that make a place the same place …
_PLENTY = 24  # … or on one side, when the other was rewritten
_LONG = 20  # shorter words need context on both sides: they may stand anywhere
_MOST_PLACES = 500
_OPENING = frozenset("\"'“‘«„")
_ENDS_SENTENCE = frozenset(".!?…")


class Placing(NamedTuple):
    """How an anchor's words stand in a text, and where; no span for an orphan."""

    anchoring: Anchoring
    span: Span | None = None


class _Place(NamedTuple):
    """A place of the very words, with how many code points before and after it are those that the anchor has."""

    start: int
    before: int
    after: int

    @property
    def context(self) -> int:
        """How much of the surroundings is the same."""
        return self.before + self.after


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


def locate(words: Words, text: str) -> Span | None:
    """Return where words stand in the text they were read from; elsewhere where they stand once; else None."""
    if words.text and words.span.of(text) == words.text:
        return words.span
    if not words.text or text.count(words.text) != 1:
        return None
    start = text.index(words.text)
    return Span(start, start + len(words.text))


def place(held: Anchor, text: str, text_hash: str = "") -> Placing:
    """Return where an anchor's words stand in ``text``, a version of its article whose hash is ``text_hash``.

    In order: the same version; the very words, where their surroundings say which ones; words that took their place.
    """
    if not held.exact:
        return Placing(Anchoring.ORPHAN)
    if held.text_hash and held.text_hash == text_hash and held.span.of(text) == held.exact:
        return Placing(Anchoring.FOUND, held.span)
    places = _places(held, text)
    if places:
        return _chosen(held, text, places)
    return _replaced(held, text)


def _places(held: Anchor, text: str) -> list[_Place]:
    """Return where the very words stand, the nearest surroundings first, then the nearest to the old position."""
    found: list[_Place] = []
    start = text.find(held.exact)
    while start >= 0 and len(found) < _MOST_PLACES:
        before = text[max(0, start - CONTEXT) : start]
        end = start + len(held.exact)
        after = text[end : end + CONTEXT]
        found.append(_Place(start, _shared(held.prefix[::-1], before[::-1]), _shared(held.suffix, after)))
        start = text.find(held.exact, start + 1)
    return sorted(found, key=lambda at: (-at.context, abs(at.start - held.span.start)))


def _chosen(held: Anchor, text: str, places: list[_Place]) -> Placing:
    """Return the place whose surroundings are the anchor's; to be checked again where they don't decide it.

    Of several places only one with the whole context is taken: near them, a rewritten neighbour may be a copy's.
    """
    best = places[0]
    span = Span(best.start, best.start + len(held.exact))
    if len(places) > 1:
        known = _known_by_context(held, text, span, best, CONTEXT) and best.context > places[1].context
    else:
        known = _known_by_context(held, text, span, best)
    if known and not _turned(held, text, span):
        return Placing(Anchoring.FOUND, span)
    return Placing(Anchoring.RECHECK, span)


def _known_by_context(held: Anchor, text: str, span: Span, at: _Place, enough: int = _ENOUGH) -> bool:
    """Tell whether enough stands around a place as it stood around the anchor.

    Less is enough where the anchor's text began or ended, as long as this one does so too.
    """
    starts = at.before == len(held.prefix) < CONTEXT and at.before == span.start
    ends = at.after == len(held.suffix) < CONTEXT and at.after == len(text) - span.end
    if (starts or at.before >= enough) and (ends or at.after >= enough):
        return True
    return enough < CONTEXT and len(held.exact) >= _LONG and max(at.before, at.after) >= _PLENTY


def _turned(held: Anchor, text: str, span: Span) -> bool:
    """Tell whether the rest of the sentence now says that the words are not so, or no longer does."""
    before = text[max(0, span.start - CONTEXT) : span.start]
    if turned(sentence_before(held.prefix, CONTEXT), sentence_before(before, CONTEXT)):
        return True
    if held.exact.rstrip("\"'”’») \n")[-1:] in _ENDS_SENTENCE:
        return False
    after = text[span.end : span.end + CONTEXT]
    return turned(sentence_after(held.suffix, CONTEXT), sentence_after(after, CONTEXT))


def _replaced(held: Anchor, text: str) -> Placing:
    """Return the words that stand in the place of the anchor's."""
    similarity, span = most_similar(held, text)
    if similarity < SIMILAR or span is None:
        between = in_place_of(held, text)
        return Placing(Anchoring.ORPHAN) if between is None else Placing(Anchoring.RECHECK, between)
    before = _shared(held.prefix[::-1], text[max(0, span.start - CONTEXT) : span.start][::-1])
    after = _shared(held.suffix, text[span.end : span.end + CONTEXT])
    known = _known_by_context(held, text, span, _Place(span.start, before, after))
    inside = held.prefix.rstrip()[-1:] in _OPENING
    if known and says_the_same(held.exact, span.of(text), quoted=inside) and not _turned(held, text, span):
        return Placing(Anchoring.FOUND, span)
    return Placing(Anchoring.RECHECK, span)


def _shared(a: str, b: str) -> int:
    """Return how many code points two texts share from their beginning."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count
