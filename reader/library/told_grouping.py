"""Grouping that tells how far it is: of many thousand articles it takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.stories import Grouping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.onlooker import Tell
    from reader.model import Article
    from reader.stories import Overrides
    from reader.stories.profile import Profile


class ToldGrouping(Grouping):
    """Groups as ever; whatever ``tell`` raises while the articles are looked at stops it."""

    def __init__(self, articles: Iterable[Article], overrides: Overrides, tell: Tell) -> None:
        """Group ``articles``, telling how many were looked at."""
        self._told: Tell | None = tell
        super().__init__(articles, overrides=overrides)
        self._told = None  # whoever takes in more articles later tells of those

    def _take_in(self, place: int, counts: Profile) -> None:
        """Find what an article is near to."""
        if self._told is not None:
            self._told(place, len(self._articles))
        super()._take_in(place, counts)
