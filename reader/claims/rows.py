"""Cover the ties between sentences by rows in which every two articles are tied."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.claims.align import Line, Part, Tie

MOST_OF_ONE_ARTICLE = 2
MOST_ROWS = 4
ASKED = 4


class TieTable(Protocol):
    """The sentences of a story and the ties between them."""

    lines: Sequence[Line]

    def found(self) -> list[Tie]:
        """Return the ties, best first."""
        ...

    def between(self, a: int, b: int) -> tuple[Tie, ...]:
        """Return the ties between two sentences."""
        ...


def cover(table: TieTable) -> Iterator[tuple[float, tuple[Part, ...]]]:
    """Yield rows, each with its best score, until every tie is in one; the best ties open rows first.

    A part joins a row only if it is tied to the parts of other articles that are in it already: chains of likeness
    from one fact to its neighbour end there.
    """
    ties = table.found()
    tied: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        tied[tie.a.line].append(tie)
        tied[tie.b.line].append(tie)
    used: Counter[Part] = Counter()
    covered: set[tuple[Part, Part]] = set()
    for tie in ties:
        if (tie.a, tie.b) in covered or max(used[tie.a], used[tie.b]) >= MOST_ROWS:
            continue
        row = _grown(table, tie, tied)
        for one in row:
            used[one] += 1
            covered.update((one, other) for other in row)
        yield tie.score, tuple(row)


def _grown(table: TieTable, tie: Tie, tied: dict[int, list[Tie]]) -> list[Part]:
    """Return the row that begins with one tie and takes in what is tied to all of it."""
    row = [tie.a, tie.b]
    counts = Counter([table.lines[tie.a.line].article, table.lines[tie.b.line].article])
    points: Counter[Part] = Counter()
    for part in (tie.a, tie.b):
        for other in tied[part.line]:
            far, near = (other.b, other.a) if other.a.line == part.line else (other.a, other.b)
            if near.clauses & part.clauses:
                points[far] += other.score  # type: ignore[assignment]
    for part, _ in sorted(points.items(), key=lambda item: (-item[1], item[0].line, sorted(item[0].clauses))):
        article = table.lines[part.line].article
        if counts[article] >= MOST_OF_ONE_ARTICLE or any(part.line == own.line for own in row):
            continue
        if _fits(table, part, row):
            row.append(part)
            counts[article] += 1
    return row


def _fits(table: TieTable, part: Part, row: Sequence[Part]) -> bool:
    """Tell whether the part is tied to the parts of other articles in the row."""
    article = table.lines[part.line].article
    others = [own for own in row if table.lines[own.line].article != article]
    return all(any(_touches(tie, part, own) for tie in table.between(part.line, own.line)) for own in others[:ASKED])


def _touches(tie: Tie, one: Part, other: Part) -> bool:
    """Tell whether the tie joins clauses of both parts."""
    a, b = (tie.a, tie.b) if tie.a.line == one.line else (tie.b, tie.a)
    return bool(a.clauses & one.clauses) and bool(b.clauses & other.clauses)
