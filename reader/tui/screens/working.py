"""Long work (adding, grouping, indexing): one after the other, off the keys, with a line that says how far it is."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from reader.errors import LibraryReadOnly, NewsreaderError
from reader.tui import later, messages
from reader.tui.screens.base import DeskBase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.message import Message
    from textual.timer import Timer

    from reader.library import Library
    from reader.model import Doing, Progress
    from reader.pace import Pace

IDLE = 1.0
"""Seconds after which what is not indexed yet is looked for: the first story is then on the screen."""


class Work(NamedTuple):
    """A piece of work: a job that asks whether to stop, and returns what there is to say at the end."""

    doing: Doing
    job: Callable[[Callable[[], bool]], Message]
    stop: threading.Event


class Working(DeskBase):
    """Does long work. Whoever does it notes how far it is; the screen looks at these notes a few times a second."""

    pace: Pace
    at_work: Work | None = None
    looking: Timer | None = None

    def __init__(self, open_library: Callable[[], Library], keymap: Mapping[str, str]) -> None:
        """Begin with nothing to do."""
        super().__init__(open_library, keymap)
        self.waiting: deque[Work] = deque()

    def attend(self, library: Library) -> None:
        """Look on at the library's work, and have it index what is missing when the desk has come to rest."""
        self.pace = later.pace.Pace()
        library.watch(self.note)
        self.set_timer(IDLE, library.begin_indexing)

    def note(self, progress: Progress) -> None:
        """Note how far work is; called by the threads that do it."""
        if self.pace.note(progress):
            self.post_message(messages.WorkBegun())

    @on(messages.WorkBegun)
    def look_on(self) -> None:
        """Begin to look at the notes."""
        if self.looking is None:
            self.looking = self.set_interval(later.pace.EVERY, self.look)

    def look(self) -> None:
        """Say how far the work is, as long as there is some."""
        line = self.pace.line()
        self.set_class(bool(line), "-working")
        work = self.at_work
        self.work.say(
            line,
            stopping=work is not None and work.stop.is_set(),
            stoppable=work is not None or line.startswith(later.model.Doing.INDEXING),
        )
        if self.pace.is_idle and self.looking is not None:
            self.looking.stop()
            self.looking = None

    def begin_work(self, doing: Doing, job: Callable[[Callable[[], bool]], Message]) -> None:
        """Do a job in a thread when those that were begun before are done, and post the message it returns."""
        if self.at_work is not None and doing is later.model.Doing.ADDING:
            self.tell("to be added when what is being done is done")
        self.waiting.append(Work(doing, job, threading.Event()))
        self._go_on()

    def _go_on(self) -> None:
        """Begin what waits, unless something is being done."""
        if self.at_work is not None or not self.waiting:
            return
        work = self.at_work = self.waiting.popleft()

        def run() -> messages.WorkOver:
            try:
                return messages.WorkOver(work.job(work.stop.is_set))
            except NewsreaderError as error:
                return messages.WorkOver(messages.Failed(str(error)))

        self.work_off(run, "work")

    @on(messages.WorkOver)
    def take_end(self, message: messages.WorkOver) -> None:
        """Say what came of the work, and begin what waits."""
        self.at_work = None
        self.look()
        self.post_message(message.said)
        self._go_on()

    def stop_work(self) -> bool:
        """Stop what is being done, and leave what waits for it; return whether there was anything to stop."""
        if self.at_work is not None:
            self.waiting.clear()
            stopping = not self.at_work.stop.is_set()
            self.at_work.stop.set()
            self.look()
            return stopping
        if self.work.text and self.library is not None and self.library.stop_indexing():
            self.indexing_stopped = True
            self.tell("stopped indexing: the next search goes on with it")
            return True
        return False

    def group(self, library: Library) -> None:
        """Group the articles that no story has yet, unless that is going to be done."""
        if any(work.doing is later.model.Doing.GROUPING for work in (self.at_work, *self.waiting) if work is not None):
            return

        def job(stop: Callable[[], bool]) -> Message:
            try:
                done = library.is_grouped or library.regroup(stop)
            except LibraryReadOnly:
                done = True  # the stories are there, though they can't be kept
            if not done:
                return messages.Told("stopped grouping: R goes on with it")
            return messages.Listed(library, library.headers(), library.stories())

        self.begin_work(later.model.Doing.GROUPING, job)
