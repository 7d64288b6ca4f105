"""The words that stand for a row: a clause that can stand alone where there is one, and marks that show where not."""

from __future__ import annotations

import re
from itertools import islice
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
    from collections.abc import Collection, Sequence

    from reader.claims.likeness import Likeness
    from reader.claims.stretch import Stretch

FRAGMENT, PRONOUN, STANDING = range(3)
"""How well words stand alone: as a part of a sentence, with a pronoun that stands for somebody, by themselves."""

_OPENS = "… "
_LOOSE_ENDS = " ,;:–—-"
_STOPS = ".!?…"
_LEADING = re.compile(
    r"""
    \A
    (?:[A-Z][A-Z.'’]+(?:\ [A-Z][A-Z.'’]+){0,3}         # LARNBY, NEW LARNBY
       (?:,\ [A-Z][a-z]{1,10}\.?)?                    # , Conn.
       (?:\ \([A-Za-z]{2,12}\))?                      # (AP)
       \ (?:—|–|--|-)\ )?
    [-–—*•]*[ ]*                                      # the mark of an item in a list
    (?:"(?="))?                                       # a mark that was doubled
    """,
    re.VERBOSE,
)
_QUOTES = (("“", "”"), ("«", "»"))
_LEADS_UP = RELATIVES | SUBORDINATORS | COORDINATORS | APPOSING - {"a", "an", "the", "his", "her", "their", "its"}
_LOOSE_WORDS = _LEADS_UP | frozenset(["with", "in", "of", "for", "on", "not", "to", "by", "just", "only"])
_POINTING = SUBJECT_PRONOUNS | frozenset(["his", "her", "their", "its", "these", "those"])


CENTRAL = 0.75
"""Words stand for a row that are like those of the other outlets, by this share of what the likest are."""
_ASKED = 4
"""The words are chosen among those of so many outlets."""


class Headlines:
    """Chooses the words that stand for the rows of a story; how well a stretch serves is found once for all rows."""

    def __init__(self, alike: Likeness) -> None:
        """Begin with nothing chosen."""
        self._alike = alike
        self._ranks: dict[Stretch, tuple[bool, int, bool, float]] = {}
        self._taken: set[Stretch] = set()

    def chosen(self, reporting: Collection[Sequence[Stretch]]) -> Stretch:
        """Choose from the stretches of each outlet of a row.

        What is checkable and no fragment comes first, then what all have in common, what stands for no other row, what
        stands alone, is in an outlet's own voice, worth most, and short.
        """
        outlets = list(islice(reporting, _ASKED))
        every = [stretch for own in outlets for stretch in own]
        found = every[0] if len(every) == 1 else self._best(outlets, every)
        self._taken.add(found)
        return found

    def _best(self, outlets: Sequence[Sequence[Stretch]], every: Sequence[Stretch]) -> Stretch:
        """Return the one of ``every`` stretch of the outlets that serves best."""
        central = self._central(outlets) if len(every) > 2 else every  # noqa: PLR2004 - two are as like as each other
        return max(every, key=lambda one: (self._serves(one), one in central, one not in self._taken, self._rank(one)))

    def _central(self, outlets: Sequence[Sequence[Stretch]]) -> list[Stretch]:
        """Return the stretches that are most like those of the other outlets."""
        points = {
            one: sum(max(self._alike(one, other) for other in theirs) for theirs in outlets if theirs is not own)
            for own in outlets
            for one in own
        }
        least = CENTRAL * max(points.values())
        return [one for one, own in points.items() if own >= least]

    def _serves(self, stretch: Stretch) -> tuple[bool, bool]:
        """Tell whether the words of a stretch can be checked and are more than a part of a sentence."""
        checkable, stands, _, _ = self._rank(stretch)
        return checkable, stands > FRAGMENT

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
    if _begins_sentence(stretch):
        words = _LEADING.sub("", words)
    if not words:
        return stretch.words.text
    if not _begins_sentence(stretch):
        if not words.endswith(("...", "U.S.")):
            words = words.rstrip(_STOPS + _LOOSE_ENDS) or words
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
