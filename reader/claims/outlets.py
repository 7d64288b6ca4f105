"""Articles whose outlet nobody knows: each speaks for itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import UNKNOWN_OUTLET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article


def told_apart(articles: Sequence[Article]) -> list[Article]:
    """Return ``articles``; several of outlet "unknown" are of "unknown 1", "unknown 2" in their order.

    Two texts of unknown origin are not two tellings of one outlet. A single one stays "unknown".
    """
    nameless = [article.id for article in articles if article.outlet == UNKNOWN_OUTLET]
    if len(nameless) < 2:  # noqa: PLR2004 - one needs no number
        return list(articles)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(nameless), 1)}
    return [
        replace(article, outlet=f"{UNKNOWN_OUTLET} {numbers[article.id]}")
        if article.outlet == UNKNOWN_OUTLET
        else article
        for article in articles
    ]
