"""Copying and pasting by programs of the system.

To copy, the terminal is asked first (OSC 52, by textual). It tells what is on the clipboard only when its own key for
pasting is pressed.
"""

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
PASTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-paste", "--no-newline")),
    ("DISPLAY", ("xclip", "-selection", "clipboard", "-out")),
    ("DISPLAY", ("xsel", "--clipboard", "--output")),
    ("", ("pbpaste",)),
    ("", ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw")),
    ("TMUX", ("tmux", "save-buffer", "-")),
)
LONGEST_WAIT = 2.0


def copiers(environment: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the commands of this system that take words for the clipboard on their standard input."""
    return _there(COPIERS, environment)


def pasters(environment: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the commands of this system that print what is on the clipboard."""
    return _there(PASTERS, environment)


def _there(programs: tuple[tuple[str, tuple[str, ...]], ...], environment: Mapping[str, str]) -> list[tuple[str, ...]]:
    import shutil  # noqa: PLC0415 - not needed for the first paint

    return [
        command
        for needed, command in programs
        if (not needed or environment.get(needed)) and shutil.which(command[0]) is not None
    ]


def paste(environment: Mapping[str, str]) -> str | None:
    """Return what the first command that knows it says is on the clipboard; None where none does."""
    import subprocess  # noqa: PLC0415 - not needed for the first paint

    for command in pasters(environment):
        try:
            done = subprocess.run(command, check=True, timeout=LONGEST_WAIT, capture_output=True)  # noqa: S603 - the commands are the constants above
        except (OSError, subprocess.SubprocessError):
            continue
        if done.stdout.strip():
            return done.stdout.decode("utf-8", "replace")
    return None


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
