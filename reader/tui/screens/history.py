"""What was said of one fact, quotation or sentence: every entry of the log of flags, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui import signs
from reader.tui.screens.help import Sheet
from reader.tui.widgets.lines_view import PaintedLine, flow
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import FlagEvent, FlagState


class History(Sheet):
    """Lists who said what and when."""

    def __init__(self, words: str, events: Sequence[FlagEvent]) -> None:
        """Show the entries about ``words``, given oldest first."""
        super().__init__()
        self._words = words
        self._events = events

    @property
    def heading(self) -> str:
        """What the entries are about."""
        return f"History · {one_line(self._words)}"

    def lines_for(self, width: int) -> list[PaintedLine]:
        """Return an entry after the other, the newest first."""
        lines: list[PaintedLine] = []
        for event in reversed(self._events):
            sign = Piece(f"{signs.of_state(event.after)} ", (signs.look_of_state(event.after),))
            when = Piece(f"{event.at:%Y-%m-%d %H:%M}  ", ("dim",))
            said = " · ".join([*(["taken back, so"] if event.undoes else []), *_changes(event.before, event.after)])
            lines += flow([when, Piece(f"{one_line(event.person)}: ", ("strong",)), Piece(said)], width, indent="  ",
                          lead=[sign])  # fmt: skip
        return lines


def _changes(before: FlagState, after: FlagState) -> list[str]:
    """Return in words what became otherwise."""
    said: list[str] = []
    if after.verdict != before.verdict:
        said.append(str(after.verdict) if after.verdict else "no verdict")
    if after.status != before.status:
        said.append(str(after.status))
    if after.note != before.note:
        said.append(f"note: {one_line(after.note)}" if after.note else "no note")
    said += [
        f"evidence: {one_line(evidence.citation)}" for evidence in after.evidence if evidence not in before.evidence
    ]
    said += [
        f"no evidence: {one_line(evidence.citation)}" for evidence in before.evidence if evidence not in after.evidence
    ]
    return said or ["as before"]
