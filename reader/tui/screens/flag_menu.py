"""The menu of verdicts and statuses: a line or two at the foot of the screen, and one letter chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader.model import FlagState, Status, Verdict
from reader.tui import signs
from reader.tui.widgets.lines_view import LinesView, PaintedLine
from reader.tui.widgets.painted import Piece

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

CHOICES: dict[str, Verdict | Status] = {
    "v": Verdict.VERIFIED,
    "d": Verdict.DISPUTED,
    "f": Verdict.FALSE,
    "m": Verdict.MISSING_CONTEXT,
    "u": Verdict.UNVERIFIABLE,
    "x": Verdict.NOT_CHECKABLE,
    "p": Status.IN_PROGRESS,
    "e": Status.NEEDS_EVIDENCE,
    "c": Status.CHECKED,
    "n": Status.UNCHECKED,
}

FRAME = 3


class FlagMenu(ModalScreen[Verdict | Status | None]):
    """Asks for one letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"choose('{key}')", str(choice), show=False, priority=True) for key, choice in CHOICES.items()),
        Binding("escape,q", "choose('')", "no flag", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """One pane of choices."""
        menu = LinesView(id="flag-menu", classes="pane")
        menu.border_title = "Flag"
        menu.border_subtitle = "Esc: none"
        yield menu

    def on_mount(self) -> None:
        """Write the choices."""
        self.query_one(LinesView).show(lines)

    def on_resize(self, event: events.Resize) -> None:
        """Be as high as the choices are."""
        menu = self.query_one(LinesView)
        menu.styles.height = len(lines(event.size.width - FRAME)) + 2

    def action_choose(self, key: str) -> None:
        """End with what the letter stands for."""
        self.dismiss(CHOICES.get(key))


def lines(width: int) -> list[PaintedLine]:
    """Return the choices, as many to a line as there is room for; none is broken."""
    made: list[PaintedLine] = [[]]
    room = width
    for key, choice in CHOICES.items():
        state = FlagState(verdict=choice) if isinstance(choice, Verdict) else FlagState(status=choice)
        sign = signs.of_state(state)
        pieces = [Piece(f" {key} ", ("key",)), Piece(f"{sign} ", (signs.look_of_state(state),)), Piece(f"{choice} ")]
        cells = sum(len(piece.text) for piece in pieces)
        if cells > room and made[-1]:
            made.append([])
            room = width
        made[-1] += pieces
        room -= cells
    return made
