"""How far two people who checked the same things agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.model import Flag, Verdict


class SecondCheck(StrEnum):
    """What a second checker's verdict does to the first's."""

    NONE = "not checked twice"
    AGREES = "second check agrees"
    DISAGREES = "second check disagrees"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two people's verdicts on what both gave one on.

    ``kappa`` is Cohen's (1960): the agreement beyond what their shares of verdicts give by chance, 1 for full
    agreement and 0 for chance; None where it is not defined: nothing shared, or only one verdict was ever given.
    """

    a: str
    b: str
    shared: int
    agreed: int
    kappa: float | None


def second_check(flags: Iterable[Flag]) -> SecondCheck:
    """Return whether two people gave a verdict on one thing, and the same; ``flags`` are those on it."""
    verdicts = {flag.person: flag.state.verdict for flag in flags if flag.state.verdict is not None}
    if len(verdicts) < 2:  # noqa: PLR2004 - a second check needs two people
        return SecondCheck.NONE
    return SecondCheck.AGREES if len(set(verdicts.values())) == 1 else SecondCheck.DISAGREES


def agreements(flags: Iterable[Flag]) -> Sequence[Agreement]:
    """Return the agreement of every two people who gave a verdict on something, by name."""
    verdicts: dict[str, dict[str, Verdict]] = {}
    for flag in flags:
        if flag.state.verdict is not None:
            verdicts.setdefault(flag.person, {})[flag.target] = flag.state.verdict
    return [_agreement(a, b, verdicts[a], verdicts[b]) for a, b in combinations(sorted(verdicts), 2)]


def _agreement(a: str, b: str, of_a: Mapping[str, Verdict], of_b: Mapping[str, Verdict]) -> Agreement:
    """Return the agreement of two people."""
    shared = of_a.keys() & of_b.keys()
    agreed = sum(of_a[target] is of_b[target] for target in shared)
    if not shared:
        return Agreement(a, b, 0, 0, None)
    share_a, share_b = (Counter(given[target] for target in shared) for given in (of_a, of_b))
    by_chance = sum(share_a[verdict] * share_b[verdict] for verdict in share_a) / len(shared) ** 2
    kappa = None if by_chance == 1 else (agreed / len(shared) - by_chance) / (1 - by_chance)
    return Agreement(a, b, len(shared), agreed, kappa)
