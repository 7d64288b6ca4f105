"""Every action by name, for the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from reader.tui import keymap
from reader.tui.actions import DESK, Where, on
from reader.tui.screens.compare import Compare
from reader.tui.screens.desk import DeskScreen
from reader.tui.screens.matrix import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.screen import Screen


def commands(app: App[None], screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield what can be done on a screen: what it does, and its keys."""
    places: tuple[Where, ...] = ()
    if isinstance(screen, DeskScreen):
        places = DESK
    elif isinstance(screen, Compare):
        places = (Where.COMPARE,)
    elif isinstance(screen, Matrix):
        places = (Where.MATRIX,)
    for action in on(*places):
        if action.id != "palette":
            # The name is what the settings call it, and often the word that a person looks for.
            title = f"{action.says[0].upper()}{action.says[1:]} · {action.id}"
            keys = keymap.shown(app._keymap.get(action.id, action.keys))  # noqa: SLF001 - textual has no other way to ask
            yield SystemCommand(title, keys, partial(screen.run_action, action.action))
