"""Copying: the terminal is asked first (OSC 52, by textual); where it can't, a program of the system does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# (what must be in the environment, the program and its arguments)
COPIERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("TMUX", ("tmux", "load-buffer", "-")),
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
)
LONGEST_WAIT = 2.0


def copiers(environment: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the commands of this system that take words for the clipboard on their standard input."""
    import shutil  # noqa: PLC0415 - not needed for the first paint

    return [
        command
        for needed, command in COPIERS
        if (not needed or environment.get(needed)) and shutil.which(command[0]) is not None
    ]


def copy(text: str, environment: Mapping[str, str]) -> bool:
    """Give ``text`` to the first command that takes it; return whether one did."""
    import subprocess  # noqa: PLC0415 - not needed for the first paint

    for command in copiers(environment):
        try:
            subprocess.run(  # noqa: S603 - the commands are the constants above
                command,
                input=text.encode(),
                check=True,
                timeout=LONGEST_WAIT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return True
    return False
