"""Cover the ties between sentences by rows in which every two articles are tied."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from reader.claims.lines import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.ties import Tie, Ties

MOST_OF_ONE_ARTICLE = 2
MOST_ROWS = 4
ASKED = 4


def cover(table: Ties) -> list[tuple[float, list[Part]]]:
    """Return rows, each with its best score, until every tie is in one; the best ties open rows first.

    A part joins a row only if it is tied to the parts of other articles that are in it already: chains of likeness
    from one fact to its neighbour end there.
    """
    ties = table.found()
    tied: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        tied[tie.a.line].append(tie)
        tied[tie.b.line].append(tie)
    turns: defaultdict[Part, set[int]] = defaultdict(set)
    rows: list[tuple[float, list[Part]]] = []
    known: defaultdict[frozenset[int], list[int]] = defaultdict(list)
    for turn, tie in enumerate(ties):
        a, b = turns[tie.a], turns[tie.b]
        if max(len(a), len(b)) >= MOST_ROWS or not a.isdisjoint(b):
            continue
        row = _grown(table, tie, tied)
        row += _restatements(table, row)
        for one in row:
            turns[one].add(turn)
        same = known[frozenset(part.line for part in row)]
        place = next((place for place in same if _one_thing(rows[place][1], row)), None)
        if place is None:
            same.append(len(rows))
            rows.append((tie.score, row))
        else:
            rows[place] = (rows[place][0], _joined(rows[place][1], row))
    return rows


def _joined(a: Sequence[Part], b: Sequence[Part]) -> list[Part]:
    """Return a row with the clauses of two rows of the same sentences."""
    clauses = {part.line: part.clauses for part in b}
    return [Part(part.line, part.clauses | clauses[part.line]) for part in a]


def _one_thing(a: Sequence[Part], b: Sequence[Part]) -> bool:
    """Tell whether two rows of the same sentences share clauses of each."""
    clauses = {part.line: part.clauses for part in a}
    return all(part.clauses & clauses[part.line] for part in b)


def _grown(table: Ties, tie: Tie, tied: dict[int, list[Tie]]) -> list[Part]:
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


def _restatements(table: Ties, row: Sequence[Part]) -> list[Part]:
    """Return the sentences that say once more what a sentence of the row says, one for an article at most."""
    counts = Counter(table.lines[part.line].article for part in row)
    found: list[Part] = []
    for part in row:
        article = table.lines[part.line].article
        again = table.restated(part.line) if counts[article] == 1 else None
        if again is not None:
            found.append(Part(again, frozenset(range(len(table.lines[again].parts)))))
    return found


def _fits(table: Ties, part: Part, row: Sequence[Part]) -> bool:
    """Tell whether the part is tied to the parts of other articles in the row."""
    article = table.lines[part.line].article
    others = [own for own in row if table.lines[own.line].article != article]
    return all(any(_touches(tie, part, own) for tie in table.between(part.line, own.line)) for own in others[:ASKED])


def _touches(tie: Tie, one: Part, other: Part) -> bool:
    """Tell whether the tie joins clauses of both parts."""
    a, b = (tie.a, tie.b) if tie.a.line == one.line else (tie.b, tie.a)
    return bool(a.clauses & one.clauses) and bool(b.clauses & other.clauses)
