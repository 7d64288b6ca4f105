"""What the desk remembers from one day to the next: the place in the text, the sizes of the panes, the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library import Library

PLACE, SIZES, THEME = "desk.place", "desk.sizes", "desk.theme"


class Remembered:
    """Settings as they were stored, read with care: whatever can't be understood is as if it were not there."""

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        """Take the stored words."""
        self._settings = dict(settings or {})

    @staticmethod
    def read(library: Library) -> dict[str, str]:
        """Read what the library keeps for the desk."""
        found = {key: library.recall(key) for key in (PLACE, SIZES, THEME)}
        return {key: value for key, value in found.items() if value is not None}

    @property
    def place(self) -> tuple[str, int] | None:
        """The article that was being read, and the offset at the top of the pane."""
        article, _, offset = self._settings.get(PLACE, "").rpartition(" ")
        return (article, int(offset)) if article and offset.isdecimal() else None

    @property
    def sizes(self) -> dict[str, int]:
        """The sizes that were chosen, by name."""
        pairs = (part.partition("=") for part in self._settings.get(SIZES, "").split())
        return {name: int(size) for name, _, size in pairs if size.isdecimal()}

    @property
    def theme(self) -> str | None:
        """The theme that was chosen."""
        return self._settings.get(THEME)


def place(article: str, offset: int) -> str:
    """Return a place as it is stored."""
    return f"{article} {offset}"


def sizes(chosen: Mapping[str, int]) -> str:
    """Return sizes as they are stored."""
    return " ".join(f"{name}={size}" for name, size in chosen.items())
