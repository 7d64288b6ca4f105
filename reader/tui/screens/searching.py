"""Searching: the library as one types, one article, and going from hit to hit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from reader.errors import IndexUnavailable
from reader.tui import later, messages
from reader.tui.actions import Where
from reader.tui.screens.base import DeskBase
from reader.tui.widgets.layers import Layer
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.model import SearchResults

DEBOUNCE, AGAIN = 0.1, 0.3
SEARCH, FIND = "search", "find"


class Before(NamedTuple):
    """Where the person was when the search began; Escape goes back there."""

    article: str | None
    at: int
    cursor: int
    row: str | None
    where: Where


class Searching(DeskBase):
    """The line of the query, the hits, and the way back."""

    before: Before | None = None
    pending: Timer | None = None
    asking: bool

    async def action_search(self) -> None:
        """Ask for a query."""
        self.indexing_stopped = False
        self.remember_before()
        await self.ask(SEARCH, "/", self.sought, 'words, "a phrase", speaker:name, outlet:name, date:2019-09')

    async def action_find(self) -> None:
        """Ask for words to find in this article."""
        self.remember_before()
        await self.ask(FIND, "find:", "", "words in this article")

    def remember_before(self) -> None:
        """Keep where the person is, to go back there when the search ends."""
        if self.before is None:
            row = self.articles.current
            self.before = Before(self.shown, self.text.top, self.text.cursor, row.key if row else None, self.where)

    @on(Prompt.Typed)
    def search_as_typed(self, message: Prompt.Typed) -> None:
        """Search a moment after the last key."""
        if message.purpose == FIND:
            self.find_literally(message.text)
        if message.purpose != SEARCH:
            return
        if self.pending is not None:
            self.pending.stop()
        self.pending = self.set_timer(DEBOUNCE, lambda: self._search_if_pending(message.text))

    def _search_if_pending(self, query: str) -> None:
        """Search unless Enter was pressed after the moment had passed and before this was called."""
        if self.pending is not None:
            self.search(query, final=False)

    def _search_on(self, message: messages.Found) -> None:
        """Search again for what may be indexed by now, unless the person went on to something else or stopped that."""
        if message.results.query == self.sought and not self.indexing_stopped:
            if message.final and not self.asking:
                self.search(self.sought, final=True)
            else:
                self._search_if_pending(self.sought)

    def search(self, query: str, *, final: bool) -> None:
        """Search in a thread; an empty query ends the search."""
        library = self.library
        if self.pending is not None:
            self.pending.stop()
            self.pending = None
        self.sought = query.strip()
        if library is None or not self.sought:
            self.take_results(messages.Found(later.model.SearchResults(""), final=False))
            return
        text = self.sought

        def job() -> messages.Found | messages.SearchLater:
            try:
                if final:
                    library.note_search(text)
                found = library.search(text, as_typed=not final)
                if final and not (found.hits or found.problem):
                    # What was listed while the last word was being typed doesn't vanish with Enter.
                    begun = library.search(text, as_typed=True)
                    found = begun if begun.hits else found
                return messages.Found(found, final)
            except IndexUnavailable as error:
                if final:
                    raise
                return messages.SearchLater(text, str(error))

        self.work_off(job, "search")

    @on(messages.SearchLater)
    def search_again(self, message: messages.SearchLater) -> None:
        """Ask again in a moment, unless the person typed on or ended the search."""
        if message.query == self.sought and self.asking:
            self.tell(message.text)
            self.pending = self.set_timer(AGAIN, lambda: self._search_if_pending(message.query))

    @on(Prompt.Entered)
    def end_prompt(self, message: Prompt.Entered) -> None:
        """Search for good and go to the first hit."""
        if message.purpose == SEARCH:
            if message.text.strip():
                self.search(message.text, final=True)
        elif message.purpose == FIND:
            self.find_literally(message.text)
            self.before = None
            self.go_to_pane(Where.TEXT)

    @on(messages.Found)
    def take_results(self, message: messages.Found) -> None:
        """List what was found."""
        if message.results.query != self.sought:
            return
        if not self.sought:
            self.results = None
            self.remove_class("-found")
            self.hits = []
            self.text.mark(Layer.HIT, ())
            self.text.mark(Layer.CURRENT_HIT, ())
            self.refill()
            return
        if message.results.behind and (self.asking or not message.results.hits):
            # Articles are being indexed: there may be more to find in a moment.
            self.pending = self.set_timer(AGAIN, lambda: self._search_on(message))
            if self.results is not None and self.results.hits == message.results.hits and self.results.hits:
                return
        self.results = message.results
        total = message.results.total
        self.articles.empty = _nothing_found(message.results)
        self.articles.show(later.article_rows.of_hits(message.results, self.headers))
        self.articles.border_title = f"Found · {self.sought}"
        self.articles.border_subtitle = f"{total} article{'' if total == 1 else 's'}"
        self.add_class("-found")
        said = f"{total} article{'' if total == 1 else 's'}"
        if message.final:
            begun = "words that begin like " if message.results.as_typed and total else ""
            said += f" with {begun}{self.sought}"
        said += " so far: articles are being indexed" if message.results.behind else ""
        self.tell(message.results.problem or said)
        if message.final and message.results.hits:
            self.articles.cursor = 0
            self.read_article(message.results.hits[0].article, to_hit=1)
            self.go_to_pane(Where.TEXT)
        elif message.results.hits:
            self.articles.cursor = 0
            self.glance(message.results.hits[0].article)
        else:
            self.mark_hits()

    def mark_hits(self, *, to_hit: int = 0) -> None:
        """Look for the query's words in the article that is shown, in a thread."""
        library, name, query = self.library, self.shown, self.sought
        if library is None or name is None or not query or self.results is None:
            return
        known = next((hit.spans for hit in self.results.hits if hit.article == name), ())
        if known:
            self.take_hits(messages.HitsFound(name, known, to_hit))
            return
        self.work_off(lambda: messages.HitsFound(name, library.find(query, name), to_hit), "hits")

    @on(messages.HitsFound)
    def take_hits(self, message: messages.HitsFound) -> None:
        """Mark the hits and go to the first or last of them if that was wanted."""
        if message.article != self.shown:
            return
        self.hits = sorted(message.spans)
        self.text.mark(Layer.HIT, self.hits)
        self.text.mark(Layer.CURRENT_HIT, ())
        self.hit_place = -1
        name, place = self.kept_hit or ("", -1)
        self.kept_hit = None
        if message.to_hit and self.hits:
            self.go_to_hit(0 if message.to_hit > 0 else len(self.hits) - 1)
        elif name == message.article and 0 <= place < len(self.hits):
            # Its story was opened around the article meanwhile.
            self.hit_place = place
            self.text.mark(Layer.CURRENT_HIT, [self.hits[place]])

    def go_to_hit(self, place: int) -> None:
        """Show one hit of this article."""
        self.hit_place = place
        hit = self.hits[place]
        self.text.mark(Layer.CURRENT_HIT, [hit])
        self.text.jump(hit)
        if self.asking and self.results is not None:
            return
        articles = f" · {self.results.total} articles" if self.results and self.results.total > 1 else ""
        self.tell(f"{self.sought}  hit {place + 1} of {len(self.hits)}{articles}")

    def action_hit(self, step: int) -> None:
        """Go to the next or previous hit, at the end of the article on into the next one."""
        if not self.sought and not self.hits:
            self.tell("nothing was searched for: / searches")
            return
        there = self.hit_place + step
        if self.hits and self.hit_place < 0:
            there = 0 if step > 0 else len(self.hits) - 1
        if 0 <= there < len(self.hits):
            self.go_to_hit(there)
            return
        names = [row.value.article for row in self.articles.rows if isinstance(row.value, later.model.Hit)]
        if self.results is not None and not names:
            self.tell(f"nothing found with {self.sought}")
            return
        if self.results is None or not names:
            self.tell("no further hit in this article")
            return
        here = names.index(self.shown) if self.shown in names else (-1 if step > 0 else len(names))
        if not 0 <= here + step < len(names):
            self.tell(f"{self.sought}: that was the {'last' if step > 0 else 'first'} hit")
            return
        name = names[here + step]
        self.articles.go_to_key(f"article {name}")
        self.glance(name, to_hit=step)

    def find_literally(self, words: str) -> None:
        """Mark where these very words stand in the article, whatever their case, and show the next of them."""
        article = self.text.article
        if article is None:
            return
        found = re.finditer(re.escape(words.strip()), article.text, re.IGNORECASE) if words.strip() else ()
        self.sought, self.results = words.strip(), None
        self.remove_class("-found")
        self.hits = [later.model.Span(*match.span()) for match in found]
        self.text.mark(Layer.HIT, self.hits)
        self.text.mark(Layer.CURRENT_HIT, ())
        self.hit_place = -1
        start = self.before.cursor if self.before else self.text.cursor
        if self.hits:
            self.go_to_hit(next((place for place, hit in enumerate(self.hits) if hit.start >= start), 0))
        elif words.strip():
            self.tell(f"{words.strip()} is not in this article")

    @on(Prompt.Stepped)
    def step_in_results(self, message: Prompt.Stepped) -> None:
        """Go through the results while the query is still being typed."""
        self.articles.move(message.step)

    @on(Prompt.GivenUp)
    def give_up(self, message: Prompt.GivenUp) -> None:
        """End the search and give everything back as it was."""
        if message.purpose in {SEARCH, FIND}:
            self.restore()

    def restore(self) -> None:
        """End the search; show the article, the place and the row of before."""
        before, self.before = self.before, None
        self.stop_resting()
        self.sought = ""
        self.results = None
        self.remove_class("-found")
        self.hits = []
        self.text.mark(Layer.HIT, ())
        self.text.mark(Layer.CURRENT_HIT, ())
        self.tell("")
        self.refill()
        if before is None:
            return
        if before.row is not None:
            self.articles.show(self.articles.rows, key=before.row)
        if before.article is not None:
            if before.article != self.shown or not self.is_open(before.article):
                self.returning = (before.article, before.at, before.cursor)
                self.read_article(before.article, at=before.at)
            else:
                self.text.go_back_to(before.at, before.cursor)
        self.go_to_pane(before.where)


def _nothing_found(results: SearchResults) -> str:
    if results.did_you_mean:
        return f"nothing found; did you mean {', '.join(results.did_you_mean[:3])}?"
    return f"nothing found{' so far' if results.behind else ''} · Esc goes back"
