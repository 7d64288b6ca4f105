"""Pure functions over flags: anchoring words in a changed text, undoing, agreement between two people."""

from reader.flags.anchors import Placing, anchor, place
from reader.flags.log import flagging, redoing, undoing

__all__ = ["Placing", "anchor", "flagging", "place", "redoing", "undoing"]
