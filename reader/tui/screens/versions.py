"""What changed between the versions of an article, the newest first: what is gone, and what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.help import Sheet
from reader.tui.widgets.lines_view import PaintedLine, flow
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.wrapping import harmless, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.changes import Part


class Versions(Sheet):
    """Lists the changed paragraphs of each version."""

    def __init__(self, outlet: str, versions: Sequence[tuple[int, Sequence[Sequence[Part]]]]) -> None:
        """Show what each version of an outlet's article has otherwise than the one before it, the newest first."""
        super().__init__()
        self._outlet = outlet
        self._versions = versions

    @property
    def heading(self) -> str:
        """Whose article it is."""
        return f"Versions · {one_line(self._outlet)}"

    def lines_for(self, width: int) -> list[PaintedLine]:
        """Return the versions, one under the other."""
        lines: list[PaintedLine] = []
        for version, paragraphs in self._versions:
            lines.append([Piece(f"Version {version - 1} to version {version}", ("title",))])
            for parts in paragraphs:
                lines += flow([_piece(part) for part in parts], width, indent="  ", lead=[Piece("  ")])
            if not paragraphs:
                lines.append([Piece("  the same words", ("dim",))])
            lines.append([])
        return lines[:-1]


def _piece(part: Part) -> Piece:
    """Return words with signs around what is gone and what is new, which colours alone must not tell."""
    words = harmless(part.text).replace("\n", " ")
    if part.gone:
        return Piece(f"[-{words}-]", ("bad",))
    return Piece(f"{{+{words}+}}", ("good",)) if part.new else Piece(words)
