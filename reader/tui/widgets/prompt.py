"""The line at the foot of the screen into which one types: a query, a note, what to add."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

if TYPE_CHECKING:
    from textual.app import ComposeResult

LONGEST = 2000


class PromptInput(Input):
    """One line of text that hands the keys it has no use for to the list behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "give up", show=False),
        Binding("down", "step(1)", "next", show=False),
        Binding("up", "step(-1)", "previous", show=False),
    ]

    def action_give_up(self) -> None:
        """Leave without a result."""
        self.post_message(Prompt.GivenUp(self.query_ancestor(Prompt).purpose))

    def action_step(self, step: int) -> None:
        """Move in the list while typing."""
        self.post_message(Prompt.Stepped(step))


class Prompt(Horizontal):
    """A word that says what is asked, and the line; it posts what was typed, entered or given up."""

    @dataclass(eq=False, repr=False)
    class Typed(Message):
        """The text so far."""

        purpose: str
        text: str

    @dataclass(eq=False, repr=False)
    class Entered(Message):
        """The text, with Enter."""

        purpose: str
        text: str

    @dataclass(eq=False, repr=False)
    class GivenUp(Message):
        """Escape."""

        purpose: str

    @dataclass(eq=False, repr=False)
    class Stepped(Message):
        """An arrow key that is meant for the list behind."""

        step: int

    def __init__(self, purpose: str, sign: str, text: str = "", placeholder: str = "") -> None:
        """Ask for ``purpose`` (a name that comes back in the messages), with ``sign`` before the line."""
        super().__init__(id="prompt")
        self.purpose = purpose
        self._sign = sign
        self._text = text
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Lay the sign before the line."""
        yield Label(self._sign, id="prompt-sign", markup=False)
        yield PromptInput(
            self._text,
            placeholder=self._placeholder,
            compact=True,
            max_length=LONGEST,
            select_on_focus=False,
            id="prompt-input",
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what was typed so far."""
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say what was entered."""
        event.stop()
        self.post_message(self.Entered(self.purpose, event.value))
