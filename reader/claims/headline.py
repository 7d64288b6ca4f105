"""The words that stand for a row: a clause that can stand alone where there is one, and marks that show where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.words import (
    APPOSING,
    COORDINATORS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_finite,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.stretch import Stretch

FRAGMENT, PRONOUN, STANDING = range(3)
"""How well words stand alone: as a part of a sentence, with a pronoun that stands for somebody, by themselves."""

_OPENS = "… "
_LOOSE_ENDS = " ,;:–—-"
_STOPS = ".!?…"
_QUOTES = (("“", "”"), ("«", "»"))
_LEADS_UP = RELATIVES | SUBORDINATORS | COORDINATORS | APPOSING - {"a", "an", "the", "his", "her", "their", "its"}
_LOOSE_WORDS = _LEADS_UP | frozenset(["with", "in", "of", "for", "on", "not", "to", "by", "just", "only"])
_POINTING = SUBJECT_PRONOUNS | frozenset(["his", "her", "their", "its", "these", "those"])


class Headlines:
    """Chooses the words that stand for a row. How well a stretch serves is found once for all its rows."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._ranks: dict[Stretch, tuple[bool, int, bool, float]] = {}

    def chosen(self, found: Sequence[Stretch]) -> Stretch:
        """Choose what is checkable, standing alone, in an outlet's own voice, worth most, short."""
        return max(found, key=self._rank) if len(found) > 1 else found[0]

    def _rank(self, stretch: Stretch) -> tuple[bool, int, bool, float]:
        """Return how well the words of a stretch serve, more being better."""
        known = self._ranks.get(stretch)
        if known is None:
            claims = stretch.claims
            known = self._ranks[stretch] = (
                any(claim.not_checkable is None for claim in claims),
                standing(stretch),
                not all(claim.quoted for claim in claims),
                max(claim.worth for claim in claims) - len(stretch.words.text) / 1000,
            )
        return known


def standing(stretch: Stretch) -> int:
    """Return how well the words stand alone.

    The beginning of a sentence does; so does what begins with a subject that is no connecting word, if a verb follows.
    """
    lows = [word.strip("\"“”«»‘’',;:.()").lower() for word in stretch.words.text.split()]
    whole = stretch.span == stretch.claims[0].sentence
    first = lows[0] if lows else ""
    if not whole and (
        not any(is_finite(low) for low in lows if low) or (not _begins_sentence(stretch) and _leads_up(lows))
    ):
        return FRAGMENT
    return PRONOUN if first in _POINTING else STANDING


def shown(stretch: Stretch) -> str:
    """Return the words as a headline: "… " before what begins within a sentence, and no loose mark at an end."""
    words = stretch.words.text.strip().rstrip(_LOOSE_ENDS)
    if not words:
        return stretch.words.text
    if not _begins_sentence(stretch):
        if not words.endswith(("...", "U.S.")):
            words = words.rstrip(_STOPS) or words
        words = words if standing(stretch) and words[0].isupper() else _OPENS + words
    return _closed(words)


def _begins_sentence(stretch: Stretch) -> bool:
    """Tell whether the words begin where their sentence does."""
    return stretch.span.start == stretch.claims[0].sentence.start


def _leads_up(lows: Sequence[str]) -> bool:
    """Tell whether words begin as a part of a longer sentence: "after he", "in which", "promoting", "moved"."""
    first = lows[0]
    return first in _LOOSE_WORDS or first.endswith("ing") or is_finite(first)


def _closed(words: str) -> str:
    """Give a quotation mark that stands alone its other half, so that nobody reads on as if words were quoted."""
    for left, right in _QUOTES:
        missing = words.count(left) - words.count(right)
        if missing > 0:
            words += right
        elif missing < 0:
            words = f"{_OPENS}{left}{words.removeprefix(_OPENS)}" if words.startswith(_OPENS) else left + words
    return words
