"""The application around the main screen: keys, themes, the palette of actions, leaving."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding
from textual.filter import Monochrome, NoColor
from textual.widgets import Input

from reader.tui import palette, remembered
from reader.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.actions import ActionParseResult
    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme

    from reader.library import Library


TWICE = 3.0
"""Seconds within which a second ctrl+c leaves."""


class Desk(App[None]):
    """The reading desk."""

    TITLE = "newsreader"
    CSS_PATH = Path(__file__).with_name("newsreader.tcss")
    # The palette is opened by an action of ours, so that its key can be remapped like every other.
    COMMAND_PALETTE_BINDING = "ctrl+backslash"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "interrupt", show=False, priority=True)]
    _themed = False
    _interrupted = float("-inf")

    def __init__(
        self,
        open_library: Callable[[], Library],
        keymap: Mapping[str, str] | None = None,
        theme: str = "",
        folder: str = "",
    ) -> None:
        """Take how to open the library, a person's keys by the ids of the actions, and a theme's name.

        ``folder`` is where the library is, for a person to read.
        """
        super().__init__()
        self.register_theme(palette.DARK)
        self.register_theme(palette.LIGHT)
        # Set silently: what watches the theme would read all styles a second time before the first paint.
        self.set_reactive(App.theme, palette.DARK.name)
        self._themed = True
        self.stylesheet.set_variables(self.get_css_variables())
        if theme in self.available_themes:
            self.theme = theme
        self.set_keymap(keymap or {})
        self.desk = DeskScreen(open_library, keymap or {}, folder)

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours; making those of the theme that is never shown is spared."""
        return super().get_css_variables() if self._themed else {}

    def get_default_screen(self) -> Screen[None]:
        """Begin with the desk, in the shape that the terminal's size asks for."""
        self.desk.shape(self.size)
        return self.desk

    def on_mount(self) -> None:
        """Leave in order when the terminal is closed."""
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        if sys.platform != "win32" and not self.is_headless:
            import asyncio  # noqa: PLC0415 - textual has it loaded; only real terminals are closed

            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.leave)

    def _remember_theme(self, theme: Theme) -> None:
        self.desk.remember(remembered.THEME, lambda: theme.name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Take away colours as the present theme needs it.

        Textual chooses how when it starts; to make grey what a theme leaves to the terminal makes it black on black.
        """
        filters = super().get_line_filters()
        if not (self.no_color and self.native_ansi_color):
            return filters
        return [NoColor() if isinstance(found, Monochrome) else found for found in filters]

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key stands for; on the desk, what was said before gives way to hints and new words."""
        if default_namespace is self.desk:
            self.desk.status.give_way()
        return await super().run_action(action, default_namespace, namespaces)

    def action_interrupt(self) -> None:
        """Copy what is selected, or stop long work, or say how to leave; pressed once more, leave."""
        focused = self.focused
        if isinstance(focused, Input) and focused.selected_text:
            focused.action_copy()
            return
        selected = self.screen.get_selected_text()
        if selected:
            self.desk.copy_out(selected)
            return
        now = time.monotonic()
        if now - self._interrupted < TWICE:
            self.leave()
            return
        self._interrupted = now
        stopping = "stopping; " if self.desk.stop_work() else ""
        if self.screen is self.desk:
            self.desk.tell(f"{stopping}ctrl+c again leaves{'' if self.desk.asking else '; so does q'}")
        else:
            self.notify(f"{stopping}ctrl+c again leaves", timeout=TWICE)

    def leave(self) -> None:
        """Remember the place and end; what is being added is stopped first."""
        self.desk.stop_work()
        self.desk.keep_place()
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of the screen by name, with its keys."""
        from reader.tui.palette_commands import commands  # noqa: PLC0415 - not needed for the first paint

        yield from commands(self, screen)
