"""The line that tells a person how far long work is: what, how much of how much, how fast, and what is being read."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from reader.model import Doing

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Progress

EVERY = 0.25
"""Seconds between two looks at the line that are worth a person's while."""

QUIET = 0.4
"""Seconds that work takes before it is worth a line."""

FEWEST = 20
"""Articles that are worth a line, where it is known how many there are."""

_LATELY = 10.0  # seconds over which the rate is taken
_SLOW = 10  # articles a second, below which the rate has a decimal


class _Work:
    """One piece of work: when it began, how far it is, how far it was lately."""

    def __init__(self, began: float, latest: Progress) -> None:
        self.began = began
        self.latest = latest
        self._seen: deque[tuple[float, int]] = deque([(began, latest.done)])

    def rate(self, now: float) -> float:
        """Return how many articles a second were done lately."""
        self._seen.append((now, self.latest.done))
        while len(self._seen) > 2 and now - self._seen[1][0] > _LATELY:  # noqa: PLR2004 - a rate takes two
            self._seen.popleft()
        then, done = self._seen[0]
        return (self.latest.done - done) / (now - then) if now > then else 0.0


class Pace:
    """Notes how far work is, from any thread, as often as it likes; one thread asks for the line when it has time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Know of no work yet."""
        self._clock = clock
        self._works: dict[Doing, _Work] = {}

    def note(self, progress: Progress) -> bool:
        """Note how far a piece of work is; tell whether it has just begun."""
        if progress.over:
            self._works.pop(progress.doing, None)
            return False
        work = self._works.get(progress.doing)
        if work is None:
            self._works[progress.doing] = _Work(self._clock(), progress)
            return True
        work.latest = progress
        return False

    @property
    def is_idle(self) -> bool:
        """Whether no work is known of."""
        return not self._works

    def line(self) -> str:
        """Return what to say now: of the work that a person asked for, else of any; "" while there is little to say."""
        now = self._clock()
        for doing in Doing:
            work = self._works.get(doing)
            if work is not None:
                few = work.latest.of is not None and work.latest.of < FEWEST
                return "" if few or now - work.began < QUIET else _line(work.latest, work.rate(now))
        return ""


def _line(progress: Progress, rate: float) -> str:
    of = progress.of if progress.of is not None and progress.of >= progress.done else None
    count = f"{progress.done:,}" + (f" of {of:,}" if of is not None else "")
    speed = f"{rate:,.0f}/s" if rate >= _SLOW or not rate else f"{rate:.1f}/s"
    return " · ".join(part for part in (f"{progress.doing} {count}", speed, _short(progress.name)) if part)


def _short(name: str) -> str:
    """Return the end of a path, or an address without what all addresses begin with."""
    scheme, sign, rest = name.partition("://")
    if sign and scheme.isalpha():
        return rest
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2] or name
