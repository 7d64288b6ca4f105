"""What all the parts of the desk's main screen share: its panes, what is open, and how work is done off the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import get_current_worker

from reader.errors import NewsreaderError
from reader.tui import later, messages
from reader.tui.actions import Where
from reader.tui.widgets.lines_view import LinesView
from reader.tui.widgets.painted import PaintedView
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.tall_list import TallList
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.message import Message

    from reader.library import Library
    from reader.model import Article, ChecklistItem, SearchResults, Span, Story
    from reader.tui.opened import OpenStory, Passage, Utterance

PANES = (Where.ARTICLES, Where.TEXT, Where.QUOTATIONS, Where.FACTS)


class DeskBase(Screen[None]):
    """The panes and the state that the parts of the main screen work on."""

    indexing_stopped = False
    """Whether the person stopped the indexing, so that no search that was made before begins it again."""

    def __init__(self, open_library: Callable[[], Library], keymap: Mapping[str, str]) -> None:
        """Keep how to open the library: that is done after the first paint."""
        super().__init__()
        self.open_library = open_library
        self.keymap = keymap
        self.library: Library | None = None
        self.headers: dict[str, Article] = {}
        self.stories: list[Story] = []
        self.story_of: dict[str, Story] = {}
        self.opened: OpenStory | None = None
        self.results: SearchResults | None = None
        self.sought = ""
        self.hits: list[Span] = []
        self.hit_place = -1
        self.kept_hit: tuple[str, int] | None = None
        self.returning: tuple[str, int, int] | None = None
        self.card_of: ChecklistItem | Utterance | None = None
        self.passage: Passage | None = None
        self.articles = RowList(empty="opening the library …", id="articles", classes="pane")
        self.text = TextView(id="text", classes="pane")
        self.card = LinesView(id="card", classes="pane")
        self.quotations = TallList(empty="no quotations", id="quotations", classes="pane")
        self.facts = TallList(empty="no facts yet", id="facts", classes="pane")
        self.work = WorkLine(id="work")
        self.status = StatusLine(id="status")

    @property
    def where(self) -> Where:
        """The pane that has the keys (the text's when its card has them)."""
        focused = self.focused
        return next((pane for pane in PANES if focused is not None and focused.id == pane), Where.TEXT)

    @property
    def pane(self) -> PaintedView:
        """The widget that has the keys, or the text."""
        return self.focused if isinstance(self.focused, PaintedView) else self.text

    def pane_of(self, where: Where) -> PaintedView:
        """Return the widget of a pane."""
        return {
            Where.ARTICLES: self.articles,
            Where.TEXT: self.text,
            Where.QUOTATIONS: self.quotations,
            Where.FACTS: self.facts,
        }[where]

    @property
    def shown(self) -> str | None:
        """The id of the article that is being read."""
        return self.text.article.id if self.text.article else None

    def meant(self) -> tuple[str, ...]:
        """Return the article that is read or, in the list, under the cursor, or all of the story that is."""
        value = self.articles.value if self.where is Where.ARTICLES else None
        if isinstance(value, later.model.Story):
            return tuple(name for name in value.articles if name in self.headers)
        name = later.article_rows.article_of(value) or self.shown
        return (name,) if name is not None else ()

    def tell(self, text: str) -> None:
        """Say something at the foot of the screen."""
        self.status.tell(text)

    def work_off(self, job: Callable[[], Message | None], group: str) -> None:
        """Do a job in a thread and post the message it returns; a newer job of the same group replaces it."""

        def run() -> None:
            worker = get_current_worker()
            try:
                message = job()
            except NewsreaderError as error:
                message = messages.Failed(str(error))
            if message is not None and not worker.is_cancelled:
                self.post_message(message)

        self.run_worker(run, thread=True, exclusive=True, group=group)

    def remember(self, key: str, value: Callable[[], str]) -> None:
        """Keep a small setting, in a thread: whoever adds articles may hold the library for a moment."""
        library = self.library
        if library is None:
            return

        def job() -> None:
            if library.recall(key) != (now := value()):
                library.remember(key, now)

        self.work_off(job, f"remember {key}")

    # what the parts call of each other

    def show_article(self, name: str, *, at: int = 0, follow: bool = True) -> None:
        """Show an article of the open story; the list's cursor goes there to ``follow``."""
        raise NotImplementedError

    def read_article(self, name: str, *, at: int = 0, to_hit: int = 0) -> None:
        """Show any article, opening its story first where needed; ``to_hit`` 1 or -1 goes to its first or last hit."""
        raise NotImplementedError

    def glance(self, name: str, *, to_hit: int = 1) -> None:
        """Show any article at its first (1) or last (-1) hit, and its story when the person rests."""
        raise NotImplementedError

    def stop_resting(self) -> None:
        """Leave the story of the article that was glanced at closed."""
        raise NotImplementedError

    def is_open(self, name: str) -> bool:
        """Tell whether an article is of the story that is open."""
        raise NotImplementedError

    def show_passage(self, passage: Passage) -> None:
        """Show words of an article of the open story, with the card that they belong to."""
        raise NotImplementedError

    def refill(self) -> None:
        """Fill the lists from what is open, keeping their cursors."""
        raise NotImplementedError

    def refill_articles(self) -> None:
        """Show in the list of articles which one is being read."""
        raise NotImplementedError

    def mark_hits(self, *, to_hit: int = 0) -> None:
        """Look for the query's words in the article that is shown."""
        raise NotImplementedError

    async def ask(self, purpose: str, sign: str, text: str = "", placeholder: str = "") -> None:
        """Ask for a line of text at the foot of the screen."""
        raise NotImplementedError

    def copy_out(self, text: str) -> None:
        """Give words to the clipboard."""
        raise NotImplementedError

    def go_to_pane(self, where: Where) -> None:
        """Give a pane the keys."""
        raise NotImplementedError

    def close_card(self) -> None:
        """Close the card under the text."""
        raise NotImplementedError
