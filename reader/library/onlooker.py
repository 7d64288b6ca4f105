"""Whoever wants to know how far long work is, and the way to stop it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from reader.model import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model import Doing


class StoppedError(Exception):
    """Somebody stopped the work. It never leaves the library."""


class Tell(Protocol):
    """Tells how far a piece of work is."""

    def __call__(self, done: int, of: int | None = None, name: str = "") -> None:
        """Tell; raise ``StoppedError`` where the work is to stop."""
        ...


def never() -> bool:
    """Stop nothing."""
    return False


class Onlooker:
    """Is told how far the long work of a library is, from whichever thread does it; nobody, until somebody watches."""

    def __init__(self) -> None:
        """Watch nothing."""
        self._told: Callable[[Progress], None] | None = None

    def watch(self, told: Callable[[Progress], None]) -> None:
        """Have ``told`` called: often, so it has to be quick."""
        self._told = told

    @contextmanager
    def course(self, doing: Doing, stop: Callable[[], bool] = never) -> Iterator[Tell]:
        """Lend what tells how far a piece of work is, and raises ``StoppedError`` where ``stop`` says so."""

        def tell(done: int, of: int | None = None, name: str = "") -> None:
            if stop():
                raise StoppedError
            if self._told is not None:
                self._told(Progress(doing, done, of, name))

        try:
            yield tell
        finally:
            if self._told is not None:
                self._told(Progress(doing, over=True))
