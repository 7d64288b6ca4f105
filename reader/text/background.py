"""How much a word tells: weights of English stems from general frequencies, the same for every library.

The weight of a stem is its inverse frequency in nats, less what a word of every sentence would have: "the" weighs 0,
"government" about 4, a word that is not among the frequent ones (most names) ``UNKNOWN``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.text.background_common import STEMS as COMMON
from reader.text.background_rare import STEMS as RARE

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUARTER = 0.25


@cache
def _weights() -> Mapping[str, float]:
    """Unfold the table once; it holds some 9,000 stems."""
    return {
        stem: quarters * _QUARTER
        for table in (COMMON, RARE)
        for quarters, line in table.items()
        for stem in line.split()
    }


UNKNOWN = max(RARE) * _QUARTER + 0.5


def weight(stem: str) -> float:
    """Return how much a Snowball stem (see ``tokens.stem``) tells, 0 to ``UNKNOWN``."""
    return _weights().get(stem, UNKNOWN)
