"""The text while it is being cleaned: its lines, and what the rules have taken out so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Removed, RemovedKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NOT_BLANK = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_CLOSING = "\"'”’»)]›"
_SENTENCE_ENDS = ".!?…:;。！？"
_SHORTEST_PROSE = 60
_ENDING_SEEN = 8


class Line(NamedTuple):
    """A line without the white space around it; ``[start, end)`` in the normalised text."""

    start: int
    end: int
    words: str

    @property
    def ends_sentence(self) -> bool:
        """Tell whether the line ends as a sentence does, closing marks and brackets aside."""
        bare = self.words[-_ENDING_SEEN:].rstrip(_CLOSING)
        return bare[-1:] in _SENTENCE_ENDS and bool(bare)

    @property
    def is_prose(self) -> bool:
        """Tell whether the line reads as a paragraph of running text: long enough, and ending as a sentence."""
        return len(self.words) >= _SHORTEST_PROSE and self.ends_sentence


@dataclass(slots=True)
class Draft:
    """A text on its way through the rules. Rules mark lines and cut stretches; nothing is taken out until the end."""

    text: str
    repeated: frozenset[str] = frozenset()
    lines: list[Line] = field(init=False)
    kinds: list[RemovedKind | None] = field(init=False)
    cuts: list[Removed] = field(init=False, default_factory=list)
    title: str | None = None
    byline: str | None = None
    updated: str | None = None

    def __post_init__(self) -> None:
        """Find the lines that hold more than white space."""
        self.lines = [Line(found.start(), found.end(), found.group()) for found in _NOT_BLANK.finditer(self.text)]
        self.kinds = [None] * len(self.lines)

    def remaining(self) -> Iterator[tuple[int, Line]]:
        """Yield the lines that no rule has taken out yet, with their numbers."""
        for number, line in enumerate(self.lines):
            if self.kinds[number] is None:
                yield number, line

    def remove(self, number: int, kind: RemovedKind) -> None:
        """Take a whole line out."""
        self.kinds[number] = kind

    def cut(self, start: int, end: int, kind: RemovedKind) -> None:
        """Take a stretch inside a line out."""
        self.cuts.append(Removed(start, end, kind))

    def body_start(self) -> int:
        """Return the number of the first remaining line of running text; the number of all lines if there is none."""
        return next((number for number, line in self.remaining() if line.is_prose), len(self.lines))


class Rule(NamedTuple):
    """A named step of cleaning."""

    name: str
    apply: Callable[[Draft], None]
