"""A form for one piece of evidence: where it is, its words, when it was seen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from reader.model import Evidence

if TYPE_CHECKING:
    from textual.app import ComposeResult


def today() -> str:
    """Return the day on which evidence is seen, as it is now."""
    return dt.datetime.now(tz=dt.UTC).date().isoformat()


class EvidenceForm(ModalScreen[Evidence | None]):
    """Asks for an address or citation, the words quoted from it, and the day it was seen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "no evidence", show=False)]

    def compose(self) -> ComposeResult:
        """Three lines, one below the other."""
        with Vertical(id="evidence-form") as form:
            form.border_title = "Evidence"
            form.border_subtitle = "Enter keeps it · Esc: none"
            yield Label("address or citation")
            yield Input(id="citation", compact=True, placeholder="https://… or Smith 2019, p. 4")
            yield Label("words")
            yield Input(id="words", compact=True, placeholder="what it says")
            yield Label("seen")
            yield Input(today(), id="seen", compact=True)

    def on_mount(self) -> None:
        """Begin with the address."""
        self.query_one("#citation", Input).focus()

    def on_input_submitted(self) -> None:
        """End with what was typed; without an address or citation there is no evidence."""
        citation, words, seen = (
            self.query_one(f"#{name}", Input).value.strip() for name in ("citation", "words", "seen")
        )
        if citation:
            self.dismiss(Evidence(citation, words, seen))
        else:
            self.query_one("#citation", Input).focus()

    def action_give_up(self) -> None:
        """End without evidence."""
        self.dismiss(None)
