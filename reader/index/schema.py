"""The index as Whoosh sees it: one field for each area of an article, and a column of facets."""

from __future__ import annotations

from whoosh.columns import VarBytesColumn
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence

from reader.index.documents import Area

FACETS = "facets"
FACETS_COLUMN = VarBytesColumn()


class Words(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of words that come analysed; neither text nor lengths are kept, the lengths are in the weights."""

    def __init__(self) -> None:
        """Leave the form of the postings to the codec."""
        super().__init__(Existence(), None)


class Row(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field that is only a column."""

    indexed = False

    def __init__(self) -> None:
        """Store the facets as UTF-8."""
        super().__init__(Existence(), None)
        self.column_type = FACETS_COLUMN


def schema() -> Schema:
    """Return the schema of an index."""
    return Schema(**{area.value: Words() for area in Area}, **{FACETS: Row()})
