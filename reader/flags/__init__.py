"""Pure functions over flags: anchoring words in a changed text, undoing, agreement between two people."""

from reader.flags.anchors import Placing, anchor, locate, place
from reader.flags.log import after, earlier_anchor, flagging, fold, lacks_evidence, redoing, undoing
from reader.flags.marks import mark_of, marked

__all__ = [
    "Placing",
    "after",
    "anchor",
    "earlier_anchor",
    "flagging",
    "fold",
    "lacks_evidence",
    "locate",
    "mark_of",
    "marked",
    "place",
    "redoing",
    "undoing",
]
