"""Find the claims of different articles that assert the same thing, and put them into rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.claims.lines import Part, lines_of
from reader.claims.rows import cover
from reader.claims.ties import Tie, Ties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.claims.lines import Line
    from reader.model import Claim


@dataclass(frozen=True, slots=True)
class Row:
    """Claims that assert the same thing, by their places in the list that was aligned; ``score`` is the best tie."""

    members: tuple[int, ...]
    score: float = 1.0


def tied_sentences(claims: Sequence[Claim]) -> list[Tie]:
    """Return the pairs of sentences that say the same thing, best first; lines count the sentences of ``claims``."""
    table = Ties(lines_of(claims))
    return [
        Tie(tie.score, Part(min(one, other), tie.a.clauses), Part(max(one, other), tie.b.clauses))
        for tie in table.found()
        for one, other in _sentences(table, tie)
    ]


def _sentences(table: Ties, tie: Tie) -> Iterator[tuple[int, int]]:
    """Yield the sentences of different articles that a tie of wordings ties, each pair once."""
    for one in table.wordings[tie.a.line].lines:
        for other in table.wordings[tie.b.line].lines:
            if table.lines[one].article != table.lines[other].article and (tie.a.line != tie.b.line or one < other):
                yield one, other


def align(claims: Sequence[Claim]) -> list[Row]:
    """Return the rows of ``claims``, which are those of several articles, article by article, in order.

    A claim that nothing matches is a row of its own. A claim may stand in two rows where it says two things. A row has
    at most two sentences of one article, and does not lie in another. Candidates come from an inverted index, so the
    cost grows with the claims.
    """
    lines = lines_of(claims)
    table = Ties(lines)
    rows: list[Row] = []
    placed: set[int] = set()
    for score, parts in cover(table):
        members = sorted({claim for part in parts for claim in _claims(lines[part.line], part.clauses)})
        placed.update(members)
        rows.append(Row(tuple(members), score))
    rows = _outer(rows)
    rows += [Row((place,)) for place in range(len(claims)) if place not in placed]
    return rows


def _outer(rows: Sequence[Row]) -> list[Row]:
    """Leave out the rows whose claims all stand in another row; of two with the same claims the first stays."""
    homes: defaultdict[int, list[int]] = defaultdict(list)
    held = [frozenset(row.members) for row in rows]
    for number, row in enumerate(rows):
        for place in row.members:
            homes[place].append(number)
    return [
        row
        for number, row in enumerate(rows)
        if not any(
            held[number] < held[other] or (held[number] == held[other] and other < number)
            for other in homes[row.members[0]]
        )
    ]


def _claims(line: Line, clauses: int) -> list[int]:
    """Return the places of the claims that some clauses of a sentence are."""
    return [claim for bit, claim in enumerate(line.claims) if clauses >> bit & 1]
