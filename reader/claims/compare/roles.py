"""Who does something to whom: two sides with the roles turned round do not assert the same thing."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.tables import deeds

if TYPE_CHECKING:
    from reader.claims.compare.side import Side
    from reader.claims.compare.terms import Term

_NEAR = 3
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "gets", "got"})
_BREAKS = frozenset(
    ", ; : . ? ! and but who which that after before while in at on near for from with over to against during".split()
)


class Deed(NamedTuple):
    """A verb with the terms of who does it and of whom it is done to, as far as they stand beside it."""

    key: str
    agents: frozenset[str]
    patients: frozenset[str]


def turned_round(a: Side, b: Side) -> tuple[Term, Term] | None:
    """Return the terms of who does it, one of each side, where the one that does it here suffers it there."""
    ours = _deeds(a)
    theirs = _deeds(b) if ours else {}
    for key, (one, first) in ours.items():
        if key not in theirs:
            continue
        other, second = theirs[key]
        crossed = one.agents & other.patients and one.patients & other.agents
        if crossed and not one.agents & other.agents and not one.patients & other.patients:
            return first, second
    return None


def _deeds(side: Side) -> dict[str, tuple[Deed, Term]]:
    """Return the deeds of a side by their stem, each once, with the term of the verb."""
    found: dict[str, tuple[Deed, Term]] = {}
    table = deeds()
    for place, term in enumerate(side.terms):
        if term.key in table and term.key not in found:
            found[term.key] = _deed(side, place), term
    return found


def _deed(side: Side, place: int) -> Deed:
    """Return who does the deed at a term and whom it is done to; the passive turns them round."""
    term = side.terms[place]
    at = bisect_left(side.tokens, term.span.start, key=lambda token: token.start)
    words = [token.text.lower() for token in side.tokens[at + 1 : at + 2 + _NEAR]]
    before = [token.text.lower() for token in side.tokens[max(0, at - 2) : at]]
    begin = next((token.end for token in reversed(side.tokens[:at]) if token.text.lower() in _BREAKS), side.span.start)
    end = next((token.start for token in side.tokens[at + 1 :] if token.text.lower() in _BREAKS), side.span.end)
    left = [one.key for one in side.terms[max(0, place - _NEAR) : place] if one.span.start >= begin]
    right = [one.key for one in side.terms[place + 1 : place + 1 + _NEAR] if one.span.end <= end]
    passive = words[:1] == ["by"] or not _BE.isdisjoint(before)
    agents, patients = (right, left) if passive else (left, right)
    return Deed(term.key, frozenset(agents), frozenset(patients))
