"""How far long work is, on the last line of a terminal: standard error's, so that what is piped on stays as it is."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from typing import TYPE_CHECKING

import click

from reader.cli.output import one_line
from reader.pace import EVERY, Pace

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Progress

_ERASE = "\r\x1b[2K"


class ProgressLine:
    """One line that is written anew a few times a second; nothing where standard error is no terminal.

    The work may be done in several threads.
    """

    def __init__(self) -> None:
        """Say nothing yet."""
        self._on_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._pace = Pace()
        self._lock = threading.Lock()
        self._written = ""
        self.was_shown = False
        self._looked = 0.0

    def tell(self, progress: Progress) -> None:
        """Note how far work is, and say so where it was not said just now."""
        if not self._on_terminal:
            return
        with self._lock:
            self._pace.note(progress)
            now = time.monotonic()
            if progress.over or now - self._looked >= EVERY:
                self._looked = now
                self._write(self._pace.line())

    def aside(self, act: Callable[[], None]) -> None:
        """Do what writes lines of its own: the line makes room for them, and stands below them afterwards."""
        with self._lock:
            line = self._written
            self._write("")
            act()
            self._write(line)

    def clear(self) -> None:
        """Take the line away."""
        with self._lock:
            self._write("")

    def _write(self, line: str) -> None:
        if line or self._written:
            self._written = line
            self.was_shown = True
            click.echo(_ERASE + _fitting(one_line(line)), err=True, nl=False)


def _fitting(line: str) -> str:
    """Return as much of a line as a terminal shows on one."""
    if not line:
        return ""
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415 - only where there is long work

    width = shutil.get_terminal_size().columns - 1
    return line if cell_len(line) <= width else set_cell_size(line, width - 1).rstrip() + "…"
