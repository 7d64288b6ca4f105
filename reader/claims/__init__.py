"""Pure: the claims of an article, which claims of several articles assert the same thing, and how they differ."""

from reader.claims.align import align, tied_sentences
from reader.claims.checklist import checklist, omits
from reader.claims.compare import compare
from reader.claims.extract import extract
from reader.claims.outlets import told_apart

__all__ = ["align", "checklist", "compare", "extract", "omits", "tied_sentences", "told_apart"]
