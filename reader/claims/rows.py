"""Cover the ties between sentences by rows in which every two articles are tied."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from reader.claims.lines import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.claims.ties import Tie, Ties

MOST_OF_ONE_ARTICLE = 2
ASKED = 4

Tied = defaultdict[int, list["Tie"]]
"""The ties of each wording."""


def cover(table: Ties) -> list[tuple[float, list[Part]]]:
    """Return rows of sentences, each with its best score, until every tie is in one; the best ties open rows first.

    A part joins a row only if it is tied to the parts of other articles that are in it already: chains of likeness
    from one fact to its neighbour end there.
    """
    ties = table.found()
    tied: Tied = defaultdict(list)
    for tie in ties:
        tied[tie.a.line].append(tie)
        if tie.a.line != tie.b.line:
            tied[tie.b.line].append(tie)
    placed: set[Part] = set()
    rows: list[tuple[float, list[Part]]] = []
    homes: defaultdict[int, list[int]] = defaultdict(list)
    for tie in ties:
        if tie.a in placed and tie.b in placed:
            continue
        row = _grown(table, tie, tied)
        placed.update(row)
        counts = Counter(home for part in row for home in homes[part.line])
        inner = [home for home, count in counts.items() if count == len(rows[home][1])]
        home = next((home for home in inner if _one_thing(rows[home][1], row)), None)
        if home is None:
            home = len(rows)
            rows.append((tie.score, row))
            before: list[Part] = []
        else:
            score, before = rows[home]
            rows[home] = score, _joined(before, row)
        held = {part.line for part in before}
        for part in row:
            if part.line not in held:
                homes[part.line].append(home)
    return [(score, _printed(table, row)) for score, row in rows]


def _joined(a: Sequence[Part], b: Sequence[Part]) -> list[Part]:
    """Return row ``b``, which has all the wordings of row ``a``, with the clauses of both."""
    clauses = {part.line: part.clauses for part in a}
    return [Part(part.line, part.clauses | clauses.get(part.line, 0)) for part in b]


def _one_thing(a: Sequence[Part], b: Sequence[Part]) -> bool:
    """Tell whether row ``b``, which has all the wordings of row ``a``, shares clauses of each with it."""
    clauses = {part.line: part.clauses for part in b}
    return all(part.clauses & clauses[part.line] for part in a)


def _grown(table: Ties, tie: Tie, tied: Tied) -> list[Part]:
    """Return the wordings of the row that begins with one tie and takes in what is tied to all of it."""
    row = [tie.a] if tie.a == tie.b else [tie.a, tie.b]
    points: dict[Part, float] = {}
    for line, clauses in row:
        for score, a, b in tied[line]:
            own, far = (a, b) if a.line == line else (b, a)
            if own.clauses & clauses:
                points[far] = points.get(far, 0.0) + score
    lines = {part.line for part in row}
    once: set[str] = set()
    twice: set[str] = set()  # these have ``MOST_OF_ONE_ARTICLE`` in the row, and no more come in
    for line in lines:
        twice |= once & table.wordings[line].articles
        once |= table.wordings[line].articles
    for part in sorted(sorted(points), key=points.__getitem__, reverse=True):
        articles = table.wordings[part.line].articles
        if part.line not in lines and not articles <= twice and _fits(table, part, row):
            row.append(part)
            lines.add(part.line)
            twice |= once & articles
            once |= articles
    return row


def _printed(table: Ties, row: Sequence[Part]) -> list[Part]:
    """Return the sentences that have the wordings of a row, at most two of one article, and those that restate them."""
    counts: Counter[str] = Counter()
    found: list[Part] = []
    for part in row:
        for line in table.wordings[part.line].lines:
            article = table.lines[line].article
            if counts[article] < MOST_OF_ONE_ARTICLE:
                counts[article] += 1
                found.append(Part(line, part.clauses))
    return found + _restatements(table, found)


def _restatements(table: Ties, row: Sequence[Part]) -> list[Part]:
    """Return the sentences that say once more what a sentence of the row says, one for an article at most."""
    counts = Counter(table.lines[part.line].article for part in row)
    found: list[Part] = []
    for part in row:
        article = table.lines[part.line].article
        again = table.restated(part.line) if counts[article] == 1 else None
        if again is not None:
            found.append(Part(again, (1 << len(table.lines[again].parts)) - 1))
    return found


def _fits(table: Ties, part: Part, row: Sequence[Part]) -> bool:
    """Tell whether the part is tied to the parts of other articles in the row."""
    wordings = table.wordings
    one = wordings[part.line]
    asked = 0
    for own in row:
        if one.meets(wordings[own.line]):
            if not _touch(table.between(part.line, own.line), part, own):
                return False
            asked += 1
            if asked == ASKED:
                break
    return True


def _touch(ties: Iterable[Tie], one: Part, other: Part) -> bool:
    """Tell whether any of the ties between their wordings joins clauses of both parts."""
    for _, a, b in ties:
        mine, theirs = (a, b) if a.line == one.line else (b, a)
        if mine.clauses & one.clauses and theirs.clauses & other.clauses:
            return True
    return False
