"""A list that is much longer than its pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.scrollbar import ScrollBarRender

from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult


class _Long(App[None]):
    """A list that is much longer than its pane."""

    CSS = "RowList { overflow-y: scroll; overflow-x: hidden; }"

    def compose(self) -> ComposeResult:
        yield RowList()


async def test_the_scrollbar_is_painted_as_far_down_as_the_list_is_although_it_is_seldom_painted() -> None:
    app = _Long()
    async with app.run_test(size=(30, 20)) as pilot:
        rows = app.query_one(RowList)
        bar = rows.vertical_scrollbar
        rows.show([Row(f"{place}", (Piece(f"row {place}"),), (), place) for place in range(2000)])
        await pilot.pause()

        def drawn(position: float) -> list[str]:
            bars = ScrollBarRender.render_bar(20, len(rows.rows), 20, position)
            return [segment.text for segment in bars.segments]

        set_at: set[float] = set()
        for _ in range(400):
            rows.move(1)
            await pilot.pause()
            set_at.add(bar.position)
            assert drawn(bar.position) == drawn(rows.scroll_y)
        assert 1 < len(set_at) < 60
        rows.move_edge(end=True)
        await pilot.pause()
        assert bar.position == rows.max_scroll_y
