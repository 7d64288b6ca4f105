"""Rows of different lengths in flat arrays, as sparse matrices are kept (CSR)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.signedinteger[Any]]
    Floats: TypeAlias = NDArray[np.floating[Any]]
    Booleans: TypeAlias = NDArray[np.bool_]


class Rows(NamedTuple):
    """Rows one after another: how long each is, and of what is in them the keys, in rising order, and the values."""

    sizes: Ints
    keys: Ints
    values: Floats


def runs(names: Ints) -> tuple[Ints, Ints]:
    """Return where each run of equal names begins, and how long it is."""
    starts = np.flatnonzero(np.concatenate(([True], names[1:] != names[:-1]))[: len(names)])
    return starts, np.diff(np.append(starts, len(names)))


def before(sizes: Ints) -> Ints:
    """Return how much comes before each of several parts of these sizes."""
    return np.cumsum(sizes) - sizes


def which(sizes: Ints) -> Ints:
    """Return for each entry of rows of these sizes the number of its row."""
    return np.repeat(np.arange(len(sizes)), sizes)


def within(sizes: Ints) -> Ints:
    """Return for each entry of rows of these sizes how many stand before it in its row."""
    return spread(np.zeros_like(sizes), sizes)


def spread(starts: Ints, sizes: Ints) -> Ints:
    """Return ``start, start + 1, …`` for each start, as many as its size says, one after another."""
    return np.repeat(starts - before(sizes), sizes) + np.arange(int(sizes.sum()))
