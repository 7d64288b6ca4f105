"""What articles are about, counted: their telling stems, and pairs of stems side by side."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from reader.stories.arrays import Rows, runs, which, within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.stories.arrays import Floats, Ints
    from reader.stories.vocabulary import Telling

#: How many articles are counted at once. Rows, and the numbers of two stems, have to go into 63 bits.
AT_ONCE = 512
STEM_BITS = 26

#: Telling words of the body of which the pairs are looked at.
PAIR_STEMS = 200
#: How often a word of the headline counts.
HEADLINE_TIMES = 3.0
#: How much more a capitalised word or a number counts than another: names and figures make an event.
NAME_TIMES = 1.5

_PARTS = 3
_PART_TIMES = np.array([HEADLINE_TIMES, 1.0, 0.5])
_NAME_TIMES = np.array([1.0, NAME_TIMES])


class Counts(NamedTuple):
    """Of some articles, a row each: how often each stem counts, and each pair (``first << STEM_BITS | second``)."""

    stems: Rows
    pairs: Rows


def count(told: Sequence[Telling]) -> Counts:
    """Count the words of at most ``AT_ONCE`` articles."""
    sizes = np.array([[len(part) for part in telling] for telling in told], np.int64).reshape(-1)
    codes = np.fromiter(chain.from_iterable(chain.from_iterable(told)), np.int64, int(sizes.sum()))
    parts = np.repeat(np.tile(np.arange(_PARTS), len(told)), sizes)
    rows = which(sizes) // _PARTS
    stems = codes >> 1
    return Counts(
        _summed(rows << STEM_BITS | stems, _PART_TIMES[parts] * _NAME_TIMES[codes & 1], len(told), STEM_BITS),
        _pairs(rows, parts, stems, len(told)),
    )


def _pairs(rows: Ints, parts: Ints, stems: Ints, count: int) -> Rows:
    """Count stems side by side: in the headline, and among the first of the body."""
    texts = rows * 2 + (parts > 0)
    _, sizes = runs(texts)
    place = within(sizes)
    beside = (place[1:] > 0) & ((parts[1:] == 0) | (place[1:] < PAIR_STEMS))
    pairs = (rows[1:] << 2 * STEM_BITS | stems[:-1] << STEM_BITS | stems[1:])[beside]
    return _summed(pairs, np.ones(len(pairs)), count, 2 * STEM_BITS)


def _summed(names: Ints, times: Floats, count: int, bits: int) -> Rows:
    """Return rows of the times added up by name; ``names`` have the row before the last ``bits`` bits."""
    order = np.argsort(names)
    names = names[order]
    first, _ = runs(names)
    summed = np.add.reduceat(times[order], first) if len(names) else times
    names = names[first]
    sizes = np.bincount(names >> bits, minlength=count)
    return Rows(sizes, names & ((1 << bits) - 1), summed.astype(np.float32))
