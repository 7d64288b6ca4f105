"""Opening: the library after the first paint, then stories and articles."""

from __future__ import annotations

import gc
import time
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.tui import later, messages
from reader.tui.remembered import Remembered
from reader.tui.screens.working import Working
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.library import Library
    from reader.tui.widgets.article_rows import StoryRows

PREVIEW_DELAY = 0.08
SETTLED = 0.2
"""Seconds without a step after which the cursor of the list, having been hurried on, has come to where it was to go."""
REST = 0.4
"""Seconds without a key after which the story of an article that was glanced at is opened."""


class Opening(Working):
    """Opens the library, lists it, and puts articles into the text pane."""

    remembered = Remembered()
    resting: Timer | None = None
    coming: str | None = None
    """The article that is being opened."""
    strayed = False
    """Whether the cursor of the list was moved on since: it is not brought back then."""
    previewing: Timer | None = None
    _stepped = float("-inf")
    story_rows: StoryRows | None = None
    """The stories as the list of articles shows them, once they were read."""

    def begin(self) -> None:
        """Open the library in a thread; on an empty one read the seed articles first."""
        gc.enable()

        def job() -> messages.LibraryOpened:
            library = self.open_library()
            first_start = not library.headers()
            if first_start:
                for count, report in enumerate(library.add_seeds(), start=1):
                    self.post_message(
                        messages.Told(f"first start: reading the seed articles · {count} · {report.input}")
                    )
            return messages.LibraryOpened(library, Remembered.read(library), first_start)

        self.work_off(job, "library")

    @on(messages.LibraryOpened)
    def take_library(self, message: messages.LibraryOpened) -> None:
        """Keep the library and list what is in it."""
        self.library = message.library
        self.attend(message.library)
        self.remembered = Remembered(message.settings)
        self.apply_remembered()
        if message.first_start:
            self.tell("Welcome! Tab: panes, /: search, f: flag")
        self.list_library(message.library)

    def apply_remembered(self) -> None:
        """Give the screen the shape it had."""
        raise NotImplementedError

    def list_library(self, library: Library) -> None:
        """Read what is in the library, in a thread; what no story has yet is grouped afterwards."""

        def job() -> messages.Listed:
            grouped = library.is_grouped
            return messages.Listed(library, library.headers(), library.kept_stories(), grouped)

        self.work_off(job, "list")

    @on(messages.Listed)
    def take_list(self, message: messages.Listed) -> None:
        """Show the stories, and go back to where the person was."""
        self.headers = {article.id: article for article in message.headers}
        self.stories = list(message.stories)
        self.story_rows = later.article_rows.StoryRows(self.stories, self.headers)
        self.story_of = {name: story for story in self.stories for name in story.articles}
        self.articles.empty = "no articles: a adds some"
        if not self.headers:
            # The list itself may be a drawer that is shut.
            self.tell(self.articles.empty)
        if not message.grouped:
            self.group(message.library)
        self.refill()
        place = self.remembered.place
        shown = self.shown
        if shown is not None and shown in self.headers:
            # Read the story anew, with what was flagged elsewhere meanwhile; the text stays where it is.
            self.returning = (shown, self.text.top, self.text.cursor)
            self.open_story_of(message.library, shown)
            return
        if place is not None and place[0] in self.headers:
            self.read_article(place[0], at=place[1])
        else:
            wanted = next((name for story in self.stories for name in story.articles if name in self.headers), None)
            wanted = wanted or next(iter(self.headers), None)
            if wanted is not None:
                self.read_article(wanted)

    def read_article(self, name: str, *, at: int = 0, to_hit: int = 0) -> None:
        """Show any article, opening its story first where needed; ``to_hit`` 1 or -1 goes to its first or last hit."""
        library = self.library
        if library is None:
            return
        self.stop_resting()
        if self.is_open(name):
            if name != self.shown:
                self.show_article(name, at=at)
            self.mark_hits(to_hit=to_hit)
            return
        self.open_story_of(library, name, at=at, to_hit=to_hit)

    def open_story_of(self, library: Library, name: str, *, at: int = 0, to_hit: int = 0, stays: bool = False) -> None:
        """Gather the story of an article in a thread, and then show the article."""
        story = self.story_of.get(name) or later.model.Story("", "", (name,))
        self.coming, self.strayed = name, False
        self.work_off(
            lambda: messages.StoryOpened(later.opened.open_story(library, story), name, at, to_hit, stays), "story"
        )

    def glance(self, name: str, *, to_hit: int = 1) -> None:
        """Show any article at its first (1) or last (-1) hit; its story follows when the person rests.

        Finding the facts of a story for the first time would hold up the keys.
        """
        library = self.library
        if library is None:
            return
        self.stop_resting()
        if self.is_open(name):
            self.read_article(name, to_hit=to_hit)
            return
        self.coming, self.strayed = name, False
        self.work_off(
            lambda: messages.StoryOpened(later.opened.open_article(library, name), name, to_hit=to_hit), "story"
        )
        self.resting = self.set_timer(REST, lambda: self.open_story_of(library, name, to_hit=to_hit, stays=True))

    def stop_resting(self) -> None:
        """Leave the story of the article that was glanced at closed."""
        if self.resting is not None:
            self.resting.stop()
            self.resting = None

    def is_open(self, name: str) -> bool:
        """Tell whether an article is of the story that is open."""
        return self.opened is not None and name in self.opened.articles and self.opened.story in self.stories

    @on(messages.StoryOpened)
    def take_story(self, message: messages.StoryOpened) -> None:
        """Fill the panes with a story."""
        follow = not self.strayed
        self.coming, self.strayed = None, False
        changed = self.opened is None or self.opened.story.id != message.opened.story.id
        self.opened = message.opened
        if changed:
            self.close_card()
        name = message.article if message.article in self.opened.articles else next(iter(self.opened.articles), None)
        stays = message.stays and name == self.shown
        if name is not None:
            if stays:
                self.returning = (name, self.text.top, self.text.cursor)
                self.kept_hit = (name, self.hit_place)
            self.show_article(name, at=message.at, follow=follow)
        self.refill()
        self.mark_hits(to_hit=0 if stays else message.to_hit)

    def refill(self) -> None:
        """Fill the lists from what is open, keeping their cursors."""
        self.refill_articles()
        if self.opened is not None:
            quotations = later.quotation_rows.rows(self.opened)
            self.quotations.show(quotations)
            self.quotations.border_subtitle = str(sum(row.key.startswith("quotation") for row in quotations))
            self.facts.show(later.fact_rows.rows(self.opened))
            self.facts.empty = "no facts were found here" if self.opened.story.id else "no facts yet"
            self.facts.border_title = f"Facts · {later.fact_rows.counts(self.opened)}"
            self.facts.border_subtitle = later.fact_rows.progress(self.opened)

    def refill_articles(self) -> None:
        """List the stories, unless the list shows what was found."""
        rows = self.story_rows
        if rows is None:
            return
        rows.opened, rows.shown = self.opened, self.shown
        if self.results is not None:
            return
        if self.articles.rows is rows:
            self.articles.refresh()
            return
        first = self.articles.current is None and self.shown is not None
        self.articles.show(rows, key=f"article {self.shown}" if first else None)
        self.articles.border_title = "Articles"
        self.articles.border_subtitle = f"{len(self.headers)}" if self.headers else ""

    @on(RowList.Moved, "#articles")
    def preview(self, message: RowList.Moved) -> None:
        """Show the article that the cursor came to: soon after one step, and after many when it rests there.

        Articles that are passed by cost nothing but their rows.
        """
        name = later.article_rows.article_of(message.row.value)
        now = time.monotonic()
        hurried, self._stepped = now - self._stepped < SETTLED, now
        if self.previewing is not None:
            self.previewing.stop()
        self.strayed = self.coming not in {None, name}
        if name is None or name in {self.shown, self.coming}:
            return
        show = partial(self._preview_if_still, message.row.key, name)
        if hurried:
            self.previewing = self.set_timer(SETTLED, show)
        elif self.opened is not None and name in self.opened.articles:
            show()
        else:
            self.previewing = self.set_timer(PREVIEW_DELAY, show)

    def _preview_if_still(self, key: str, name: str) -> None:
        if self.articles.current is not None and self.articles.current.key == key and name != self.coming:
            self.read_article(name, to_hit=1 if self.results else 0)

    @on(messages.Told)
    def say(self, message: messages.Told) -> None:
        """Say what a worker tells."""
        self.tell(message.text)

    @on(messages.Failed)
    def complain(self, message: messages.Failed) -> None:
        """Say what went wrong."""
        self.coming = None
        if self.library is None:
            self.articles.empty = one_line(message.text)
            self.articles.refresh()
        self.status.tell(message.text, trouble=True)
