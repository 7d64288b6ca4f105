"""The file by which two people share flags: JSON Lines, a heading and then one event of the log a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.errors import UnreadableInput
from reader.model import FlagEvent
from reader.storage.encoding import decode, dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_HEADING = {"format": "newsreader flags", "version": 1}
_NO_FLAGS = "not flags as `newsreader export --flags` writes them"


def flags_text(events: Iterable[FlagEvent]) -> str:
    """Return the file's text."""
    return "".join(f"{line}\n" for line in (json.dumps(_HEADING), *(dumps(event) for event in events)))


def read_flags(file: Path) -> Sequence[FlagEvent]:
    """Return the events of a file; raise ``UnreadableInput`` naming the line that is not one."""
    try:
        lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except OSError as error:
        raise UnreadableInput(str(file), f"can't be read: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(str(file), _NO_FLAGS) from error
    events: list[FlagEvent] = []
    for number, line in enumerate(lines, start=1):
        try:
            value = json.loads(line)
            if number > 1:
                events.append(decode(FlagEvent, value))
        except (ValueError, RecursionError) as error:
            if number == 1:
                raise UnreadableInput(str(file), _NO_FLAGS) from error
            raise UnreadableInput(f"{file}:{number}", f"not an event of a log of flags: {error}") from error
        if number == 1 and value != _HEADING:
            raise UnreadableInput(str(file), _NO_FLAGS)
    return events
