"""The keys that are possible in a pane, then those that are possible everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader.tui import actions, keymap
from reader.tui.widgets.lines_view import LinesView, PaintedLine, flow
from reader.tui.widgets.painted import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

KEYS_WIDTH = 20


class Help(ModalScreen[None]):
    """Lists keys; any of the keys that leave closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", "close", show=False, priority=True),
        Binding("j,down", "scroll(1)", "down", show=False, priority=True),
        Binding("k,up", "scroll(-1)", "up", show=False, priority=True),
        Binding("space,pagedown,ctrl+d", "scroll(10)", "page down", show=False, priority=True),
        Binding("b,pageup,ctrl+u", "scroll(-10)", "page up", show=False, priority=True),
    ]

    def __init__(self, where: actions.Where, keys: Mapping[str, str]) -> None:
        """Explain the keys of a pane, as the person's keymap has them."""
        super().__init__()
        self._where = where
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One pane."""
        view = LinesView(id="help", classes="pane")
        view.border_title = f"Keys · {self._where}"
        view.border_subtitle = "Esc closes · j k scroll"
        yield view

    def on_mount(self) -> None:
        """Write the keys."""
        view = self.query_one(LinesView)
        view.show(self._lines)
        view.focus()

    def _lines(self, width: int) -> list[PaintedLine]:
        possible = actions.on(self._where)
        here = [action for action in possible if len(action.where) < len(actions.DESK)]
        everywhere = [action for action in possible if action not in here]
        lines: list[PaintedLine] = []
        for title, table in ((f"In the {self._where}", here), ("Everywhere", everywhere)):
            if table:
                lines += [[Piece(title, ("title",))], *self._table(table, width), []]
        legend = "= told alike   ≠ told differently   1 one outlet only   ≈ printed differently   · not found"
        return [*lines, *flow([Piece("Signs  ", ("title",)), Piece(legend)], width)]

    def _table(self, table: list[actions.Action], width: int) -> list[PaintedLine]:
        lines: list[PaintedLine] = []
        for action in table:
            keys = keymap.shown(self._keys.get(action.id, action.keys))
            pad = " " * max(1, KEYS_WIDTH - cell_len(keys))
            first, *rest = flow([Piece(action.says)], width - KEYS_WIDTH - 2)
            lines.append([Piece("  "), Piece(keys, ("key",)), Piece(pad), *first])
            lines += [[Piece(" " * (KEYS_WIDTH + 2)), *line] for line in rest]
        return lines

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one(LinesView).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
