"""The letters of the outlets at the right of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.widgets.painted import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = 8
"""So many outlets have a column each; of more, only the letters of those that tell something, at most so many."""


def marks(letters: Mapping[str, str], looks: Mapping[str, str]) -> tuple[Piece, ...]:
    """Return the letters of the outlets in ``looks``, each in its look, and a dot for every other one.

    Where the story has many outlets, the dots would leave no room for words: the letters stand side by side, those
    that differ before the others, and how many more there are.
    """
    if len(letters) <= COLUMNS:
        return tuple(
            Piece(letter, (looks[outlet],)) if outlet in looks else Piece("·", ("dim",))
            for outlet, letter in letters.items()
        )
    told = sorted((outlet for outlet in letters if outlet in looks), key=lambda outlet: looks[outlet] != "difference")
    more = len(told) - COLUMNS if len(told) > COLUMNS else 0
    pieces = [Piece(letters[outlet], (looks[outlet],)) for outlet in told[:COLUMNS]]
    return (*pieces, Piece(f"+{more}", ("dim",))) if more else tuple(pieces)
