"""The keys that are possible in a pane, then those that are possible everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from reader import __version__
from reader.tui import actions, keymap
from reader.tui.widgets.lines_view import LinesView, PaintedLine, flow
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

KEYS_WIDTH = 20


class Sheet(ModalScreen[None]):
    """Lines to be read; any of the keys that leave closes it."""

    FOOT = "Esc closes · j k scroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", "close", show=False, priority=True),
        Binding("j,down", "scroll(1)", "down", show=False, priority=True),
        Binding("k,up", "scroll(-1)", "up", show=False, priority=True),
        Binding("space,pagedown,ctrl+d", "scroll(10)", "page down", show=False, priority=True),
        Binding("b,pageup,ctrl+u", "scroll(-10)", "page up", show=False, priority=True),
        Binding("g,home", "edge(False)", "top", show=False, priority=True),
        Binding("G,end", "edge(True)", "end", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """One pane."""
        view = LinesView(id="help", classes="pane")
        view.border_title = self.heading
        view.border_subtitle = self.FOOT
        yield view

    def on_mount(self) -> None:
        """Write the lines."""
        view = self.query_one(LinesView)
        view.show(self.lines_for)
        view.focus()

    @property
    def heading(self) -> str:
        """What stands in the frame."""
        raise NotImplementedError

    def lines_for(self, width: int) -> list[PaintedLine]:
        """Return the lines for a width."""
        raise NotImplementedError

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one(LinesView).scroll_relative(y=lines, animate=False)

    def action_edge(self, end: bool) -> None:  # noqa: FBT001 - textual hands an action's arguments over by position
        """Scroll to the top or the end."""
        view = self.query_one(LinesView)
        view.scroll_to(y=view.line_count if end else 0, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


class Help(Sheet):
    """Lists the keys of a pane."""

    def __init__(self, where: actions.Where, keys: Mapping[str, str], library: str = "") -> None:
        """Explain the keys of a pane, as the person's keymap has them; ``library`` is the folder that is open."""
        super().__init__()
        self._where = where
        self._keys = keys
        self._library = library

    @property
    def heading(self) -> str:
        """The pane that is explained."""
        return f"Keys · {self._where}"

    def lines_for(self, width: int) -> list[PaintedLine]:
        """Return the keys of the pane, those of everywhere, the signs, and what is running."""
        possible = actions.on(self._where)
        here = [action for action in possible if len(action.where) < len(actions.DESK)]
        everywhere = [action for action in possible if action not in here]
        lines: list[PaintedLine] = []
        for title, table in ((f"In the {self._where}", here), ("Everywhere", everywhere)):
            if table:
                lines += [[Piece(title, ("title",))], *self._table(table, width), []]
        legend = (
            "= told alike   ≠ told differently   1 one outlet only   ≈ printed differently   · not found   "
            "3⊙1 three outlets, one origin   Δ changed since it was flagged   "
            "d in marks, p partly, i in the outlet’s own words, ? speaker doubtful"
        )
        lines += flow([Piece("Signs  ", ("title",)), Piece(legend)], width)
        named = "the command newsreader keys lists the names by which config.toml changes keys"
        lines += [[], *flow([Piece("Other keys  ", ("title",)), Piece(named)], width)]
        about = f"newsreader {__version__}" + (f" · library {one_line(self._library)}" if self._library else "")
        return [*lines, [], *flow([Piece(about, ("dim",))], width)]

    def _table(self, table: list[actions.Action], width: int) -> list[PaintedLine]:
        lines: list[PaintedLine] = []
        for action in table:
            keys = keymap.shown(self._keys.get(action.id, action.keys))
            pad = " " * max(1, KEYS_WIDTH - cell_len(keys))
            first, *rest = flow([Piece(action.says)], width - KEYS_WIDTH - 2)
            lines.append([Piece("  "), Piece(keys, ("key",)), Piece(pad), *first])
            lines += [[Piece(" " * (KEYS_WIDTH + 2)), *line] for line in rest]
        return lines
