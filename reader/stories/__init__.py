"""Pure: articles grouped by the event they are about, and the near-copies among them."""

from typing import TYPE_CHECKING

from reader.stories.copies import near_copies
from reader.stories.overrides import Overrides

if TYPE_CHECKING:
    from reader.stories.grouping import Grouping, group

__all__ = ["Grouping", "Overrides", "group", "near_copies"]


def __getattr__(name: str) -> object:
    """Load grouping where it is asked for: near-copies are looked for without the arrays it counts in."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reader.stories import grouping  # noqa: PLC0415

    return getattr(grouping, name)
