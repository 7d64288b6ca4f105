"""Tags: a person's own words for articles, one word each, in small letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 40


def of_words(text: str) -> tuple[str, ...]:
    """Return the tags that a person typed, with blanks or commas between them: ``#Budget, to-call``."""
    return plain(text.replace(",", " ").split())


def plain(names: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are kept: small letters, digits, ``-`` and ``_``, each once, in their order."""
    kept: dict[str, None] = {}
    for name in names:
        folded = "".join(c if c.isalnum() or c in "-_" else "-" for c in name.lstrip("#").casefold()).strip("-")
        if short := folded[:_LONGEST].rstrip("-"):
            kept[short] = None
    return tuple(kept)
