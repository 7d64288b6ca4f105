"""The index as Whoosh sees it: one field for each area of an article, its id, and a column of facets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh.columns import VarBytesColumn
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence

from reader.index.documents import Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.index.documents import Occurrences

ID = "id"
FACETS = "facets"
FACETS_COLUMN = VarBytesColumn()


class Words(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field whose value is already analysed: the occurrences of its words."""

    def __init__(self) -> None:
        """Keep neither text nor lengths: lengths are in the weights."""
        super().__init__(Existence(), None)

    def index(self, value: Iterable[Occurrences], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield what Whoosh keeps of each word: its bytes, how often (not used), its weight, its positions."""
        for word, weight, positions in value:
            yield word, 1, weight, positions


class Row(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field that is only a column."""

    indexed = False

    def __init__(self) -> None:
        """Store the facets as UTF-8."""
        super().__init__(Existence(), None)
        self.column_type = FACETS_COLUMN


def schema() -> Schema:
    """Return the schema of an index."""
    fields = {area.value: Words() for area in Area}
    return Schema(**fields, **{ID: Words(), FACETS: Row()})
