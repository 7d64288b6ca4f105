"""Moving: within a pane, between panes, and making panes larger or smaller."""

from __future__ import annotations

from typing import Literal

from reader.tui import later, remembered
from reader.tui.actions import Where
from reader.tui.screens.base import PANES, DeskBase
from reader.tui.widgets.lines_view import LinesView
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView

NARROWEST, LOWEST = 18, 4
LEAST_TEXT = 30
"""Columns that the text keeps, however wide the columns beside it were made, or are on a wider terminal."""


_HEIGHT: tuple[Literal["height"]] = ("height",)
_WIDTHS: tuple[Literal["width", "min_width", "max_width"], ...] = ("width", "min_width", "max_width")


class Moving(DeskBase):
    """The keys that move."""

    sizes: dict[str, int]

    def action_move(self, lines: int) -> None:
        """Move by lines in the pane that has the keys."""
        pane = self.pane
        if isinstance(pane, TextView):
            pane.move_lines(lines)
        elif isinstance(pane, RowList):
            pane.move(lines)
        elif isinstance(pane, LinesView):
            pane.scroll_relative(y=lines, animate=False)

    def action_move_page(self, pages: float) -> None:
        """Move by a part of what is visible."""
        self.action_move(round(pages * self.pane.page))

    def action_edge(self, end: bool) -> None:  # noqa: FBT001 - textual hands an action's arguments over by position
        """Move to the top or the end."""
        pane = self.pane
        if isinstance(pane, (TextView, RowList)):
            pane.move_edge(end=end)
        else:
            pane.scroll_to(y=pane.line_count if end else 0, animate=False)

    def action_sentence(self, step: int) -> None:
        """Move to the next or previous sentence of the text."""
        self.text.move_sentences(step)

    def action_article(self, step: int) -> None:
        """Show the next or previous article of the list, wherever the keys are."""
        rows = self.articles
        rows.go_to_key(f"article {self.shown}")
        there = rows.cursor + step
        while 0 <= there < len(rows.rows):
            name = later.article_rows.article_of(rows.rows[there].value)
            if name is not None:
                rows.go(there)
                self.read_article(name, to_hit=1 if self.results else 0)
                return
            there += step
        self.tell(f"that is the {'last' if step > 0 else 'first'} article")

    def action_pane(self, name: str) -> None:
        """Give a pane the keys."""
        self.go_to_pane(Where(name))

    def action_pane_step(self, step: int) -> None:
        """Give the next pane the keys."""
        self.go_to_pane(PANES[(PANES.index(self.where) + step) % len(PANES)])

    def go_to_pane(self, where: Where) -> None:
        """Give a pane the keys; where there is room for one pane only, show it."""
        self.show_current(where)
        # At once, not with the next message: the next key may be here already.
        self.set_focus(self.pane_of(where))

    def show_current(self, where: Where) -> None:
        """Let the style sheet know which pane is the current one."""
        for pane in PANES:
            self.set_class(pane is where, f"-at-{pane}")

    def action_zoom(self) -> None:
        """Show this pane alone, or all of them again."""
        self.toggle_class("-zoomed")
        self.apply_sizes()

    def action_resize(self, columns: int, lines: int) -> None:
        """Make the pane that has the keys wider or taller by so many cells."""
        where = self.where
        if self.has_class("-narrow") or self.has_class("-zoomed"):
            self.tell("this pane has all the room there is")
            return
        if lines and where not in {Where.QUOTATIONS, Where.FACTS}:
            self.tell("only the quotations and the facts share a column: they can be taller or shorter")
            return
        if columns:
            name = "articles" if where is Where.ARTICLES else "side"
            step = -columns if where is Where.TEXT else columns
        else:
            name = "quotations"
            step = lines if where is Where.QUOTATIONS else -lines
        now = self._size_of(name)
        self.sizes[name] = self._fitted(name, now + step)
        if self.sizes[name] == now:
            self.tell("no further: the panes beside it need their room")
        self.apply_sizes()
        self.remember(remembered.SIZES, lambda: remembered.sizes(self.sizes))

    def _size_of(self, name: str) -> int:
        """Return the size that was chosen, as far as there is room for it now, or else the present one."""
        if name in self.sizes:
            return self._fitted(name, self.sizes[name])
        size = self.query_one(f"#{name}").outer_size
        return size.height if name == "quotations" else size.width

    def _fitted(self, name: str, size: int) -> int:
        """Return a size within what the terminal has room for."""
        if name == "quotations":
            return max(LOWEST, min(self.query_one("#side").size.height - LOWEST, size))
        if name == "articles":
            # Beside the text, or over the other panes as a drawer.
            most = self.size.width // 3 if self.has_class("-wide") else self.size.width * 3 // 4
        else:
            beside = self._size_of("articles") if self.has_class("-wide") else 0
            most = self.size.width - LEAST_TEXT - beside
        return max(NARROWEST, min(most, size))

    def apply_sizes(self) -> None:
        """Give the panes the sizes that were chosen; they go before the limits that the style sheet sets."""
        alone = self.has_class("-narrow") or self.has_class("-zoomed")
        for name, chosen in self.sizes.items():
            styles = self.query_one(f"#{name}").styles
            for rule in _HEIGHT if name == "quotations" else _WIDTHS:
                if alone:
                    styles.clear_rule(rule)
                else:
                    setattr(styles, rule, self._fitted(name, chosen))
