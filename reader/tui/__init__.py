"""The reading desk: the only place that knows textual."""

from __future__ import annotations

import gc
import io
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.config import Config
    from reader.library import Library
    from reader.tui.app import Desk


def run(config: Config) -> None:
    """Open the desk and return when the person leaves it; raise ``ConfigError`` for keys that can't be honoured.

    The library is opened after the first paint.
    """
    desk_of(config).run()


def desk_of(config: Config) -> Desk:
    """Return the desk that ``run`` opens."""
    # Nothing that is made while the program starts is garbage: looking for some only delays the first paint,
    # after which the desk has it looked for again.
    gc.disable()
    from reader.tui import keymap  # noqa: PLC0415 - textual is only imported where a desk is opened
    from reader.tui.app import Desk  # noqa: PLC0415 - the same

    return Desk(partial(_open, config), keymap.from_config(config), theme=config.theme, folder=str(config.library))


def _open(config: Config) -> Library:
    """Open the library; called in a thread, after the first paint.

    The desk reads keys from standard input, so that nothing is there to add.
    """
    from reader.wiring import open_library  # noqa: PLC0415 - databases are not needed for the first paint

    return open_library(config, standard_input=io.BytesIO())
