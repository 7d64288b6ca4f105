"""The main screen: four panes, a card, a foot."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on

from reader.errors import LibraryError
from reader.tui import keymap, later, remembered
from reader.tui.actions import DESK, Where
from reader.tui.screens.base import PANES
from reader.tui.screens.checking import Checking
from reader.tui.screens.gathering import Gathering
from reader.tui.screens.moving import Moving
from reader.tui.screens.opening import Opening
from reader.tui.screens.recalling import Recalling
from reader.tui.screens.regrouping import Regrouping
from reader.tui.screens.searching import SEARCH
from reader.tui.screens.tagging import Tagging
from reader.tui.widgets.frames import Column, Row
from reader.tui.widgets.prompt import Prompt, PromptInput
from reader.tui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

    from reader.library import Library
    from reader.model import ChecklistItem
    from reader.tui.opened import Passage


MIDDLE, WIDE = 80, 120
SMALLEST = (40, 10)
COLUMNS: list[tuple[int, str]] = [(0, "-narrow"), (MIDDLE, "-middle"), (WIDE, "-wide")]
LINES: list[tuple[int, str]] = [(0, "-low"), (14, "-high"), (34, "-tall")]


class DeskScreen(Opening, Moving, Recalling, Checking, Tagging, Regrouping, Gathering):
    """Lays out the panes and hands keys to the parts that act on them."""

    BINDINGS: ClassVar[list[BindingType]] = [*keymap.bindings(*DESK)]
    AUTO_FOCUS: ClassVar[str | None] = ""
    HORIZONTAL_BREAKPOINTS = COLUMNS
    VERTICAL_BREAKPOINTS = LINES

    def __init__(self, open_library: Callable[[], Library], keys: Mapping[str, str], folder: str = "") -> None:
        """Begin with empty panes; ``folder`` is where the library is, for a person to read."""
        super().__init__(open_library, keys)
        self.sizes = {}
        self.folder = folder
        self.asked_from = Where.TEXT
        self.asking = False
        # Titles and the first pane are set before anything is painted: each change later paints it all again.
        for pane, title in zip(PANES, ("Articles", "Text", "Quotations", "Facts"), strict=True):
            self.pane_of(pane).border_title = title
        self.tabs = Tabs(id="tabs")

    def shape(self, size: Size) -> None:
        """Take the shape for a size before the first layout, which would otherwise be done twice."""
        for extent, breakpoints in ((size.width, COLUMNS), (size.height, LINES)):
            self.add_class(max(entry for entry in breakpoints if entry[0] <= max(0, extent))[1])
        first = Where.TEXT if MIDDLE <= size.width < WIDE else Where.ARTICLES
        self.asked_from = first
        self.add_class(f"-at-{first}")

    def compose(self) -> ComposeResult:
        """Lay out the panes; the style sheet says which are visible at which size."""
        yield self.tabs
        with Row(id="desk"):
            yield self.articles
            with Column(id="middle"):
                yield self.text
                yield self.card
            with Column(id="side"):
                yield self.quotations
                yield self.facts
        yield self.work
        with Row(id="foot"):
            yield self.status

    def on_mount(self) -> None:
        """Open the library when the panes have been painted."""
        self.set_focus(self.pane_of(self.asked_from))
        self.call_after_refresh(self.begin)

    def on_descendant_focus(self) -> None:
        """Show which pane has the keys, and what they do there."""
        # While a line of text is typed, what it is about stays on the screen.
        where = self.asked_from if self.asking else self.where
        if not self.asking:
            self.status.hint(where, self.keymap)
        self.tabs.show(where)
        self.show_current(where)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the chosen sizes to the new shape."""
        del event
        self.call_after_refresh(self.apply_sizes)
        too_small = self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]
        self.set_class(too_small, "-too-small")
        wide, high = SMALLEST
        self.status.insist(f"needs {wide}×{high}" if too_small else "")

    def apply_remembered(self) -> None:
        """Give the screen the shape and the theme it had."""
        self.sizes = dict(self.remembered.sizes)
        self.apply_sizes()
        theme = self.remembered.theme
        if theme in self.app.available_themes:
            self.app.theme = theme

    def keep_place(self) -> None:
        """Remember the place in the text, unless others write to the library all the time."""
        if self.library is not None and self.shown is not None:
            with suppress(LibraryError):
                self.library.remember(remembered.PLACE, remembered.place(self.shown, self.text.top))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key of the desk act while a line of text is being typed."""
        del action, parameters
        return not self.asking

    async def ask(self, purpose: str, sign: str, text: str = "", placeholder: str = "") -> None:
        """Ask for a line of text at the foot of the screen."""
        self.asked_from = self.where
        self.asking = True
        self.set_class(purpose == SEARCH, "-searching")
        # What was said before would take the room that the line of text needs.
        self.tell("")
        self.status.hush(hushed=True)
        self.add_class("-asking")
        prompt = Prompt(purpose, sign, text, placeholder)
        await self.query_one("#foot").mount(prompt, before=self.status)
        self.set_focus(prompt.query_one(PromptInput))

    @on(Tabs.Picked)
    def go_to_tab(self, message: Tabs.Picked) -> None:
        """Show the pane whose tab was clicked."""
        self.go_to_pane(message.where)

    @on(Prompt.Entered)
    @on(Prompt.GivenUp)
    async def close_prompt(self) -> None:
        """Take the line of text away."""
        asked_here = self.focused is None or self.focused.id == "prompt-input"
        await self.query(Prompt).remove()
        self.asking = False
        self.remove_class("-asking", "-searching")
        self.status.hush(hushed=False)
        if asked_here:
            self.go_to_pane(self.asked_from)

    def action_back(self) -> None:
        """Close the card, end the search, show all panes again, or else stop what is being done."""
        self.tell("")
        if self.has_class("-with-card"):
            self.close_card()
        elif self.results is not None or self.hits:
            self.restore()
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        else:
            self.stop_work()

    def action_compare(self) -> None:
        """Put the outlets of this story side by side."""
        from reader.tui.screens.compare import Compare, choose  # noqa: PLC0415 - not needed for the first paint

        opened = self.opened
        if opened is None or len(opened.outlets) < 2:  # noqa: PLR2004 - a comparison takes two
            self.tell("only one outlet has this story")
            return
        names = choose(opened, self.shown, self.size.width)
        item = self.facts.value.id if isinstance(self.facts.value, later.model.ChecklistItem) else None
        self.app.push_screen(Compare(opened, names, item, self.keymap), self.read_on)

    def action_matrix(self) -> None:
        """Show facts × outlets."""
        from reader.tui.screens.matrix import Matrix  # noqa: PLC0415 - not needed for the first paint

        if self.opened is not None:
            item = self.facts.value.id if isinstance(self.facts.value, later.model.ChecklistItem) else None
            self.app.push_screen(Matrix(self.opened, item, self.keymap), self.read_fact)

    def read_on(self, passage: Passage | None) -> None:
        """Read on where the comparison ended."""
        if passage is not None:
            self.go_to_pane(Where.TEXT)
            self.show_passage(passage)

    def read_fact(self, item: ChecklistItem | None) -> None:
        """Show the evidence for the fact that was chosen in the matrix."""
        if item is not None:
            self.facts.go_to_key(item.id)
            self.go_to_pane(Where.FACTS)
            self.walk(item)

    def action_help(self) -> None:
        """Explain the keys of this pane."""
        from reader.tui.screens.help import Help  # noqa: PLC0415 - not needed for the first paint

        self.app.push_screen(Help(self.where, self.keymap, self.folder))

    def action_quit(self) -> None:
        """Leave; what is being added is stopped first."""
        self.stop_work()
        self.keep_place()
        self.app.exit()

    def action_theme(self) -> None:
        """Choose a theme."""
        self.app.search_themes()

    def action_suspend(self) -> None:
        """Go to the shell; its ``fg`` comes back."""
        self.keep_place()
        if self._has_shell():
            self.app.action_suspend_process()
        else:
            self.tell("there is no shell here to go to")

    def _has_shell(self) -> bool:
        """Tell whether somebody could bring back a desk that was suspended: a terminal's only program stays stopped."""
        driver = self.app._driver  # noqa: SLF001 - textual has no other way to ask
        able = driver is not None and driver.can_suspend
        return able and (sys.platform == "win32" or os.getpgrp() != os.getsid(0))

    def action_palette(self) -> None:
        """Choose an action by name."""
        self.app.action_command_palette()
