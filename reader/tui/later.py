"""What the desk needs only after its first paint: each module is imported when something of it is first used.

Write ``later.model.Story`` where the desk's own modules, which the first paint waits for, need a class or a function;
annotations import it as usual, under ``TYPE_CHECKING``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader import model, pace
    from reader.tui import clipboard, opened, signs
    from reader.tui.widgets import article_rows, cards, fact_rows, quotation_rows
else:
    from importlib import import_module

    _WHERE = {
        "model": "reader.model",
        "pace": "reader.pace",
        "clipboard": "reader.tui.clipboard",
        "opened": "reader.tui.opened",
        "signs": "reader.tui.signs",
        "article_rows": "reader.tui.widgets.article_rows",
        "cards": "reader.tui.widgets.cards",
        "fact_rows": "reader.tui.widgets.fact_rows",
        "quotation_rows": "reader.tui.widgets.quotation_rows",
    }

    def __getattr__(name: str) -> object:
        if name not in _WHERE:
            raise AttributeError(name)
        return globals().setdefault(name, import_module(_WHERE[name]))


__all__ = ["article_rows", "cards", "clipboard", "fact_rows", "model", "opened", "pace", "quotation_rows", "signs"]
