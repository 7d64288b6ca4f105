"""Stories as reports: everything that is known of one, for the formats of ``reader.export``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reader import __version__
from reader.export.report import Match, Report
from reader.model import TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.library.flagging import Flagging
    from reader.library.reading import Reading
    from reader.model import Article, Flag, FlagEvent, Story
    from reader.ports import LibraryStore


class Reporting:
    """Puts reports together."""

    def __init__(self, store: LibraryStore, reading: Reading, flagging: Flagging, publication: str = "") -> None:
        """Tell what these hold; ``publication`` is the address where the person publishes verdicts."""
        self._store = store
        self._reading = reading
        self._flagging = flagging
        self._publication = publication

    def reports(self, stories: Iterable[Story]) -> Iterator[Report]:
        """Yield a report of each story; the log of flags is read once for all of them."""
        flags: dict[str, list[Flag]] = {}
        for flag in self._flagging.flags():
            flags.setdefault(flag.anchor.article, []).append(flag)
        events: dict[str, list[FlagEvent]] = {}
        for event in self._flagging.events():
            if event.kind is not TargetKind.ARTICLE:
                events.setdefault(event.anchor.article, []).append(event)
        for story in stories:
            of_story = [flag for article_id in story.articles for flag in flags.get(article_id, ())]
            said = [event for article_id in story.articles for event in events.get(article_id, ())]
            yield self._report(story, of_story, said)

    def _report(self, story: Story, flags: Sequence[Flag], events: Sequence[FlagEvent]) -> Report:
        """Return the report of a story with the flags and events on its articles."""
        checklist = self._reading.checklist(story.id)
        by_item = self._flagging.item_flags(checklist)
        on_items = {(flag.person, flag.target) for found in by_item.values() for flag in found}
        return Report(
            story=story,
            articles=self._reading.articles(story),
            analyses={article_id: self._reading.analysis(article_id) for article_id in story.articles},
            checklist=checklist,
            made=dt.datetime.now(dt.UTC),
            program=__version__,
            flags=by_item,
            other_flags=tuple(
                sorted((flag for flag in flags if (flag.person, flag.target) not in on_items), key=lambda flag: flag.at)
            ),
            earlier=tuple(self._earlier(story)),
            events=tuple(sorted(events, key=lambda event: (event.at, event.id))),
            matches=tuple(Match(*pair) for pair in self._reading.quotation_matches(story.id)),
            publication=self._publication,
        )

    def _earlier(self, story: Story) -> Iterator[Article]:
        """Yield the older versions of a story's articles, oldest first."""
        for article_id in story.articles:
            for version, _ in self._store.versions(article_id)[:-1]:
                yield self._store.get(article_id, version)
