"""Gathering: asking the remembered feeds, and adding what a person pastes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on

from reader.tui import later, messages
from reader.tui.screens.bringing import Bringing

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_NAME = 4_000


class Gathering(Bringing):
    """The keys that bring in what the person need not name."""

    def action_refresh(self) -> None:
        """Ask the feeds for what is new, as long work, and look at the library anew."""
        library = self.library
        if library is None:
            return

        def job(stop: Callable[[], bool]) -> messages.Added:
            feeds = sum(not feed.paused for feed in library.feeds())
            if not feeds:
                return messages.Added("the library was read anew; no feed is to be asked", [])
            new, refused = 0, []
            for report in library.refresh(stop):
                new += report.result in {later.model.AddResult.ADDED, later.model.AddResult.NEW_VERSION}
                if report.result is later.model.AddResult.REFUSED:
                    refused.append(f"{report.input}: {report.reason}")
            said = [
                f"{'stopped: ' if stop() else ''}asked {'1 feed' if feeds == 1 else f'{feeds} feeds'}: {new:,} new",
                f"{len(refused):,} refused" if refused else "",
            ]
            return messages.Added(" · ".join(part for part in said if part), refused)

        self.begin_work(later.model.Doing.ADDING, job)

    def action_paste(self) -> None:
        """Add what is on the clipboard, as far as a program of the system tells it."""

        def job() -> messages.Pasted | messages.Failed:
            text = later.clipboard.paste(os.environ)
            if text is None:
                return messages.Failed("nothing on the clipboard that is told here: paste with the terminal's own key")
            return messages.Pasted(text)

        self.work_off(job, "paste")

    def on_paste(self, event: events.Paste) -> None:
        """Add what the terminal pastes, where no line of text is asked for."""
        event.stop()
        self.post_message(messages.Pasted(event.text))

    @on(messages.Pasted)
    def take_pasted(self, message: messages.Pasted) -> None:
        """Add a text, or the files and addresses that it lists."""
        if self.library is not None and message.text.strip():
            self.add(self.library, _listed(message.text) or [later.model.PastedText(message.text)])


def _listed(text: str) -> list[str]:
    """Return the files and addresses of a text that is nothing but these, a line each; none of any other text."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    names = [_name(line) for line in lines]
    return names if all(map(_is_input, names)) else []


def _name(line: str) -> str:
    """Return a line as a name: terminals quote the path of a file that is dropped on them."""
    import shlex  # noqa: PLC0415 - not needed for the first paint

    try:
        words = shlex.split(line)
    except ValueError:
        return line
    return os.path.expanduser(words[0]) if len(words) == 1 else line  # noqa: PTH111 - an address is not a path


def _is_input(name: str) -> bool:
    if name.startswith(("http://", "https://")):
        return not any(character.isspace() for character in name)
    try:
        return len(name) < _LONGEST_NAME and Path(name).exists()
    except (OSError, ValueError):
        return False
