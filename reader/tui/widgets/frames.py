"""What lays panes out beside and above each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip


class Row(Horizontal):
    """Lays its panes out beside each other, and paints nothing: what they leave is the screen's.

    Textual paints every container under what it holds, whenever anything near it changes.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Leave all lines to the screen."""
        del crop
        return []


class Column(Vertical):
    """The same, above each other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Leave all lines to the screen."""
        del crop
        return []
