"""The foot of the screen: what was just said on the left, the keys that are possible here on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.tui import keymap
from reader.tui.actions import Where, on
from reader.tui.widgets.painted import PaintedView, Piece
from reader.tui.widgets.wrapping import cut, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class StatusLine(PaintedView, can_focus=False):
    """One line; the message takes what the hints leave, and hints that find no room are left out."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - textual's own name
        """Start with hints only."""
        super().__init__(id=id)
        self.text = ""
        self.trouble = False
        self._hints: list[tuple[str, str]] = []
        self._hushed = False
        self._insisted = ""

    @property
    def line_count(self) -> int:
        """One."""
        return 1

    def tell(self, text: str, *, trouble: bool = False) -> None:
        """Say something."""
        self.text, self.trouble = one_line(text), trouble
        self.refresh()

    def give_way(self) -> None:
        """Leave the line to the hints: what was said is old. Trouble stays until something else is said."""
        if self.text and not self.trouble:
            self.tell("")

    def insist(self, text: str) -> None:
        """Say this and nothing else, until it is taken back with ""."""
        if text != self._insisted:
            self._insisted = text
            self.refresh()

    def hush(self, *, hushed: bool) -> None:
        """Leave out the hints while their keys mean something else."""
        self._hushed = hushed
        self.refresh()

    def hint(self, where: Where, keys: Mapping[str, str]) -> None:
        """Show the keys that are most useful in a pane; ``keys`` are those of the person's keymap.

        The key that opened a screen leaves it again.
        """
        self._hints = [
            (
                keymap.shown(keys.get(action.id, action.keys).split(",")[0]),
                "back" if action.id == where else action.hint,
            )
            for action in on(where)
            if action.hint
        ]
        self.refresh()

    def paint(self, line: int, width: int) -> Sequence[Piece]:
        """Paint the message and as many hints as fit."""
        del line
        if self._insisted:
            return [Piece(cut(self._insisted, width), ("strong",))]
        if self._hushed:
            return [Piece(" "), Piece(cut(self.text, width - 1), ("bad",) if self.trouble else ())]
        room = width - 1 - (min(cell_len(self.text) + 2, width * 2 // 3) if self.text else 0)
        last = self._hints[-1:] if self._hints and self._hints[-1][1] == "help" else []
        room -= sum(_cells(hint) for hint in last)
        hints: list[tuple[str, str]] = []
        for hint in self._hints[: -1 if last else None]:
            if _cells(hint) <= room:
                room -= _cells(hint)
                hints.append(hint)
        hints += last
        right: list[Piece] = []
        for key, word in hints:
            right += (Piece(key, ("key",)), Piece(f" {word}  ", ("dim",)))
        right_cells = sum(cell_len(piece.text) for piece in right)
        text = cut(self.text, max(0, width - right_cells - 2))
        look = ("bad",) if self.trouble else ()
        gap = max(0, width - 1 - cell_len(text) - right_cells)
        return [Piece(" "), Piece(text, look), Piece(" " * gap), *right]


def _cells(hint: tuple[str, str]) -> int:
    return cell_len(hint[0]) + cell_len(hint[1]) + 3
