"""Many articles' vectors in little memory: the latest as mappings, all of them as columns."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.stories.weights import Vector

_MAPPED = 2_048  # vectors that are held as mappings too: articles near to one another mostly came in together


class Vectors(dict[int, "Vector"]):
    """The vectors of articles by their places. A mapping takes three times the memory of its two columns.

    What the dictionary holds are mappings, some of all; any other place's is made again where it is asked for.
    """

    def __init__(self, mapped: int = _MAPPED) -> None:
        """Hold none yet, and never more than ``mapped`` as mappings."""
        super().__init__()
        self._columns: list[tuple[tuple[str, ...], array[float]]] = []
        self._most = mapped

    def append(self, vector: Vector) -> None:
        """Hold the vector of the next place."""
        self._map(len(self._columns), vector)
        self._columns.append((tuple(vector), array("d", vector.values())))

    def __missing__(self, place: int) -> Vector:
        """Return the vector of a place, exactly as it was given."""
        found = dict(zip(*self._columns[place], strict=True))
        self._map(place, found)
        return found

    def _map(self, place: int, vector: Vector) -> None:
        """Hold a vector as a mapping, in place of the one that has been held longest."""
        if len(self) >= self._most:
            del self[next(iter(self))]
        self[place] = vector
