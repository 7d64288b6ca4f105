"""Pure: articles grouped by the event they are about, and the near-copies among them."""

from reader.stories.copies import near_copies
from reader.stories.group import group

__all__ = ["group", "near_copies"]
