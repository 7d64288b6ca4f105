"""Pure: articles grouped by the event they are about, and the near-copies among them."""

from reader.stories.copies import near_copies
from reader.stories.grouping import Grouping, group
from reader.stories.overrides import Overrides

__all__ = ["Grouping", "Overrides", "group", "near_copies"]
