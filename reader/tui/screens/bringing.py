"""Bringing in and sending on: adding articles with progress, exporting a story, copying, following a link."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from reader.tui import later, messages
from reader.tui.screens.working import Working
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.model import AddResult

ADD, EXPORT = "add", "export"
FORMATS = {
    ".md": "markdown",
    ".html": "html",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".jsonld": "claimreview",
}


class Bringing(Working):
    """The keys that move things in and out of the library."""

    async def action_add(self) -> None:
        """Ask for files, folders or addresses."""
        await self.ask(ADD, "add:", "", "files, folders or addresses, with spaces between them")

    async def action_export(self) -> None:
        """Ask for the file to write this story to."""
        if self.opened is not None:
            await self.ask(EXPORT, "export to:", "story.md", f"a file ending in {' '.join(FORMATS)}")

    @on(Prompt.Entered)
    def take_inputs(self, message: Prompt.Entered) -> None:
        """Begin what was asked for."""
        text = message.text.strip()
        if self.library is None or not text:
            return
        if message.purpose == ADD:
            self.add(self.library, _inputs(text))
        elif message.purpose == EXPORT:
            self.export(self.library, Path(text).expanduser())

    def add(self, library: Library, inputs: list[str]) -> None:
        """Add inputs, saying how far it is; where that is stopped, what was added stays and the rest does not."""

        def job(stop: Callable[[], bool]) -> messages.Added:
            results: Counter[AddResult] = Counter()
            refused: list[str] = []
            for report in library.add_until(inputs, stop):
                results[report.result] += 1
                if report.result is later.model.AddResult.REFUSED:
                    refused.append(f"{report.input}: {report.reason}")
            return messages.Added(_summary(results, stopped=stop()), refused)

        self.begin_work(later.model.Doing.ADDING, job)

    @on(messages.Added)
    def take_added(self, message: messages.Added) -> None:
        """Say what became of the inputs and list the library anew."""
        if self.library is not None:
            self.list_library(self.library)
        refused = f" · {message.refused[0]}" if message.refused else ""
        self.status.tell(f"{message.summary}{refused}", trouble=bool(message.refused))

    def list_library(self, library: Library) -> None:
        """Read what is in the library, in a thread."""
        raise NotImplementedError

    def export(self, library: Library, path: Path) -> None:
        """Write this story to a file that is not there yet, in the format that its ending names."""
        format_name = FORMATS.get(path.suffix.lower())
        story = self.opened.story.id if self.opened else ""
        if format_name is None:
            self.status.tell(f"{path.name}: the ending says the format: {' '.join(FORMATS)}", trouble=True)
            return

        def job() -> messages.Told | messages.Failed:
            text = library.export(story, format_name)
            try:
                with path.open("x", encoding="utf-8", newline="") as file:
                    file.write(text)
            except OSError as error:
                return messages.Failed(f"{path.name}: {(error.strerror or str(error)).lower()}")
            return messages.Told(f"written to {path.name}")

        self.work_off(job, "export")

    def copy_out(self, text: str) -> None:
        """Give words to the terminal's clipboard, and to the system's where there is a program for it."""
        self.app.copy_to_clipboard(text)

        def job() -> messages.Told:
            way = "" if later.clipboard.copy(text, os.environ) else " (by the terminal)"
            return messages.Told(f"copied{way}: {one_line(text)}")

        self.work_off(job, "copy")

    def action_link(self) -> None:
        """Open the article's address in a browser."""
        url = self.text.article.url if self.text.article else None
        if url and url.startswith(("http://", "https://")):
            self.app.open_url(url)
            self.tell(f"opened {url}")
        else:
            self.tell("this article came without an address")


def _inputs(text: str) -> list[str]:
    """Return what was typed as inputs; a path may be quoted, ``~`` is the home folder."""
    import shlex  # noqa: PLC0415 - not needed for the first paint

    try:
        words = shlex.split(text)
    except ValueError:
        words = [text]
    return [os.path.expanduser(word) for word in words]  # noqa: PTH111 - an address is not a path


def _summary(results: Counter[AddResult], *, stopped: bool) -> str:
    said = [f"{results[result]:,} {result}" for result in later.model.AddResult if results[result]]
    if stopped:
        return "stopped: " + (" · ".join(said) or "nothing was added")
    return " · ".join(said) or "nothing was there to add"
