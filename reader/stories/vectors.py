"""Many articles' vectors in little memory: the latest as mappings, all of them as columns."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.stories.weights import Vector

_MAPPED = 2_048  # vectors that are held as mappings too: articles near to one another mostly came in together


class Vectors:
    """The vectors of articles by their places. A mapping takes three times the memory of its two columns."""

    def __init__(self, mapped: int = _MAPPED) -> None:
        """Hold none yet, and never more than ``mapped`` as mappings."""
        self._columns: list[tuple[tuple[str, ...], array[float]]] = []
        self._mapped: dict[int, Vector] = {}
        self._most = mapped

    def __len__(self) -> int:
        """Count the vectors."""
        return len(self._columns)

    def append(self, vector: Vector) -> None:
        """Hold the vector of the next place."""
        self._map(len(self._columns), vector)
        self._columns.append((tuple(vector), array("d", vector.values())))

    def __getitem__(self, place: int) -> Vector:
        """Return the vector of a place, exactly as it was given."""
        found = self._mapped.get(place)
        if found is None:
            found = dict(zip(*self._columns[place], strict=True))
            self._map(place, found)
        return found

    def _map(self, place: int, vector: Vector) -> None:
        """Hold a vector as a mapping, in place of the one that has been held longest."""
        if len(self._mapped) >= self._most:
            del self._mapped[next(iter(self._mapped))]
        self._mapped[place] = vector
