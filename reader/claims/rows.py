"""Cover the ties between sentences by rows in which every two articles are tied."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from reader.claims.lines import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.claims.ties import Tie, Ties

MOST_OF_ONE_ARTICLE = 2
ASKED = 4

Tied = defaultdict[int, list[tuple[int, Part, float]]]
"""For each wording the clauses of it that are tied, the part that they are tied to, and the score."""


def cover(table: Ties) -> list[tuple[float, list[Part]]]:
    """Return rows of sentences, each with its best score, until every tie is in one; the best ties open rows first.

    A part joins a row only if it is tied to the parts of other articles that are in it already: chains of likeness
    from one fact to its neighbour end there.
    """
    ties = table.found()
    tied: Tied = defaultdict(list)
    for score, a, b in ties:
        tied[a.line].append((a.clauses, b, score))
        if a.line != b.line:
            tied[b.line].append((b.clauses, a, score))
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
    counts: Counter[str] = Counter()
    points: dict[Part, float] = {}
    for part in row:
        counts.update(table.wordings[part.line].articles)
        for clauses, far, score in tied[part.line]:
            if clauses & part.clauses:
                points[far] = points.get(far, 0.0) + score
    for part, _ in sorted(points.items(), key=lambda item: (-item[1], item[0])):
        articles = table.wordings[part.line].articles
        if any(part.line == own.line for own in row) or all(counts[one] >= MOST_OF_ONE_ARTICLE for one in articles):
            continue
        if _fits(table, part, row):
            row.append(part)
            counts.update(articles)
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
    others = islice((own for own in row if one.meets(wordings[own.line])), ASKED)
    return all(any(_touches(tie, part, own) for tie in table.between(part.line, own.line)) for own in others)


def _touches(tie: Tie, one: Part, other: Part) -> bool:
    """Tell whether the tie joins clauses of both parts."""
    a, b = (tie.a, tie.b) if tie.a.line == one.line else (tie.b, tie.a)
    return bool(a.clauses & one.clauses) and bool(b.clauses & other.clauses)
