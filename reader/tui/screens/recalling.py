"""Searches that were saved or made before, and articles like the one that is read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual import on

from reader.tui import later, messages
from reader.tui.actions import Where
from reader.tui.screens.searching import SEARCH, Searching
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.row_list import Row
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Searches

SAVE = "save search"
OFFERED = 20
"""Searches made before that are offered."""


class Recalling(Searching):
    """What the list of articles offers before a query is typed, and what leads from an article to its like."""

    picking = False

    async def action_search(self) -> None:
        """Ask for a query, and offer the searches of before."""
        self.picking = False
        await super().action_search()
        library = self.library
        if library is not None and not self.sought:
            self.work_off(lambda: messages.SearchesRead(library.searches(), _counted(library.tags())), "searches")

    @on(messages.SearchesRead)
    def offer(self, message: messages.SearchesRead) -> None:
        """List the searches, unless something is being typed already."""
        rows = [*of_searches(message.searches), *of_tags(message.tags)]
        if not rows or self.sought or self.results is not None or not self.has_class("-searching"):
            return
        self.articles.show(rows)
        self.articles.border_title = "Searches · ↓ Enter"
        self.articles.border_subtitle = ""
        self.add_class("-found")

    @on(Prompt.Stepped)
    def pick(self) -> None:
        """Take the row under the cursor as meant."""
        self.picking = True

    @on(Prompt.Entered)
    def search_picked(self, message: Prompt.Entered) -> None:
        """Search for what was picked, or save the search that is shown."""
        if message.purpose == SEARCH and not message.text.strip():
            picked = self.articles.value
            if self.picking and isinstance(picked, later.model.SavedSearch):
                self.search(picked.query, final=True)
            else:
                self.restore()
        elif message.purpose == SAVE and message.text.strip() and self.library is not None and self.sought:
            library, query = self.library, self.sought

            def job() -> messages.Told:
                saved = library.save_search(message.text, query)
                return messages.Told(f"saved as {saved.name}: / offers it")

            self.work_off(job, "save search")

    async def action_save_search(self) -> None:
        """Ask for a name for the search that is shown."""
        if self.results is None or not self.sought:
            self.tell("nothing was searched for: / searches")
            return
        await self.ask(SAVE, "save as:", "", f"a name for {self.sought}")

    def action_like(self) -> None:
        """Look for articles like the one that is read."""
        library, article = self.library, self.text.article
        if library is None or article is None:
            return
        self.remember_before()
        title = one_line(article.title) or article.outlet
        self.work_off(lambda: messages.LikeFound(library.more_like(article.id), title), "search")

    @on(messages.LikeFound)
    def take_like(self, message: messages.LikeFound) -> None:
        """List the articles; Escape goes back."""
        rows = later.article_rows.of_hits(message.results, self.headers)
        if not rows:
            self.before = None
            self.tell(f"no article is like {message.title}")
            return
        self.sought = ""
        self.results = message.results
        self.add_class("-found")
        self.articles.show(rows)
        self.articles.border_title = f"Like · {message.title}"
        self.articles.border_subtitle = f"{len(message.results.hits)}"
        self.tell(f"like {message.title} · Esc goes back")
        self.go_to_pane(Where.ARTICLES)


def _counted(tags: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return how many articles have each tag."""
    return dict(Counter(tag for names in tags.values() for tag in names))


def of_tags(tags: Mapping[str, int]) -> list[Row]:
    """Return a row for each tag, which searches for it."""
    return [
        Row(
            f"tag {tag}",
            (Piece("# ", ("key",)), Piece(tag, ("strong",))),
            (Piece(str(count), ("dim",)),),
            later.model.SavedSearch("", f"tag:{tag}"),
        )
        for tag, count in sorted(tags.items())
    ]


def of_searches(searches: Searches) -> list[Row]:
    """Return a row for each saved search, then one for each of the latest that were made."""
    rows = [
        Row(
            f"saved {saved.name}",
            (
                Piece("★ ", ("key",)),
                Piece(one_line(saved.name), ("strong",)),
                Piece(f"  {one_line(saved.query)}", ("dim",)),
            ),
            (),
            saved,
        )
        for saved in searches.saved
    ]
    known = {saved.query for saved in searches.saved}
    made = [query for query in searches.made if query not in known][:OFFERED]
    rows += [
        Row(f"made {query}", (Piece("  "), Piece(one_line(query))), (), later.model.SavedSearch("", query))
        for query in made
    ]
    return rows
