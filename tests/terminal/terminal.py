"""A pseudo-terminal with the program in it, and an emulator that knows what a person would see."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pyte

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Self

LONGEST_WAIT = 30.0
ESCAPE, ENTER, TAB, UNDO = "\x1b", "\r", "\t", "u"


def command() -> str:
    """Return the installed ``newsreader``."""
    beside = Path(sys.executable).with_name("newsreader")
    found = str(beside) if beside.exists() else shutil.which("newsreader")
    assert found, "newsreader is not installed in this environment"
    return found


class Terminal:
    """A person at a terminal. Every wait is for something on the screen, and bounded."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (120, 36),
        more: Mapping[str, str] | None = None,
        program: str = "",
    ) -> None:
        """Start ``newsreader`` (or another program) with a home and a library of its own."""
        columns, lines = size
        self.home = home
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "COVERAGE_PROCESS_CONFIG") if name in os.environ}
        environment = {
            **kept,
            "HOME": str(home),
            "NEWSREADER_LIBRARY": str(home / "library"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONUTF8": "1",
            **(more or {}),
        }
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            program or command(),
            list(arguments),
            env=environment,
            dimensions=(lines, columns),
            timeout=LONGEST_WAIT,
            cwd=str(home),
        )

    def __enter__(self) -> Self:
        """Sit down."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the program away if it is still there."""
        self.child.close(force=True)

    @property
    def shown(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen.display)

    def read(self) -> None:
        """Take in what the program has written."""
        try:
            written = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return
        # The emulator does not know this private sequence (synchronised output) and would print its end.
        self._stream.feed(written.replace(b"\x1b[?2026$p", b"").replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Read until something is true."""
        end = time.monotonic() + LONGEST_WAIT
        while not true():
            assert time.monotonic() < end, f"never saw {what}; the screen is\n{self.shown}"
            self.read()

    def see(self, words: str) -> None:
        """Wait until words are on the screen."""
        self.until(lambda: words in self.shown, repr(words))

    def see_no_more(self, words: str) -> None:
        """Wait until words are gone from the screen."""
        self.until(lambda: words not in self.shown, f"the end of {words!r}")

    def type(self, keys: str) -> None:
        """Press keys."""
        self.child.send(keys)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal."""
        self.screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        self.child.kill(number)

    def gone(self) -> int | None:
        """Wait until the program has ended and return its exit code (None when a signal ended it)."""
        end = time.monotonic() + LONGEST_WAIT
        while self.child.isalive():
            assert time.monotonic() < end, f"it never ended; the screen is\n{self.shown}"
            self.read()
        code: int | None = self.child.exitstatus
        return code
