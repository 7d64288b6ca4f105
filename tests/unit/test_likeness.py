"""What wordings share, and the company that they keep: the fast ways count what the plain ways count."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.claims.candidates import CANDIDATES, LONG_LIST, NEIGHBOURS, candidates
from reader.claims.closeness import Closeness
from reader.claims.company import STEPS, Company
from reader.claims.weights import Weights
from reader.claims.wordings import Wording

_FEATURES = 6
_HELD = st.frozensets(st.integers(0, _FEATURES - 1))


def wordings(held: list[frozenset[int]], articles: int) -> list[Wording]:
    names = [f"a{at % articles}" for at in range(len(held))]
    return [
        Wording((at,), frozenset([name]), name, own, (own,), quoted=False, speakers=frozenset())
        for at, (name, own) in enumerate(zip(names, held, strict=True))
    ]


@given(st.lists(_HELD, max_size=90), st.integers(1, 5))
def test_candidates_are_earlier_wordings_of_other_articles_with_all_that_they_share(
    held: list[frozenset[int]], articles: int
) -> None:
    weights = Weights([0.0, *range(1, _FEATURES)], [1.0] * _FEATURES)
    table = wordings(held, articles)
    for place, found, shares in candidates(table, weights):
        assert len(found) <= CANDIDATES
        assert all(other < place and table[other].articles != table[place].articles for other in found)
        assert list(shares) == [weights.common(held[place], held[other]) for other in found]
        if place <= LONG_LIST:
            every = [weights.common(held[place], held[at]) for at in range(place) if at % articles != place % articles]
            best = sorted((common for common in every if common), reverse=True)[:CANDIDATES]
            assert list(shares) == best


def test_of_a_long_list_only_the_end_is_looked_at() -> None:
    table = wordings([frozenset([0])] * (LONG_LIST + 2), LONG_LIST + 2)
    *_, (_, found, shares) = candidates(table, Weights([2.0], [2.0]))
    assert found == list(range(LONG_LIST + 1 - NEIGHBOURS, LONG_LIST + 1))
    assert set(shares) == {2.0}


@given(st.lists(st.dictionaries(st.integers(0, 11), st.floats(0.06, 1.2), max_size=12), min_size=12, max_size=12))
def test_company_is_the_share_of_likeness_that_two_have_in_common(scores: list[dict[int, float]]) -> None:
    beside = [{b: score for b, score in own.items() if b > a} for a, own in enumerate(scores)]
    likeness = {(a, b): STEPS[bisect_right(STEPS, s) - 1] for a, own in enumerate(beside) for b, s in own.items()}
    company = Company(beside)
    for a in range(len(beside)):
        assert company(a, a, 0.0) == 1.0
        for b in range(a):
            pairs = [[likeness.get((min(x, c), max(x, c)), 0.0) for c in range(len(beside))] for x in (a, b)]
            common = sum(map(min, *pairs))
            whole = sum(map(max, *pairs))
            exact = company(a, b, 0.0)
            assert exact == company(b, a, 0.0) == pytest.approx(common / whole if whole else 0.0)
            assert company(a, b, 0.5) == exact if exact >= 0.5 else company(a, b, 0.5) in {0.0, exact}


@given(st.lists(st.lists(st.sampled_from("lund norval larnbi 12 19".split()), max_size=6), max_size=8))
def test_two_articles_are_as_near_in_either_order(texts: list[list[str]]) -> None:
    close = Closeness({str(place): words for place, words in enumerate(texts)})
    for a in map(str, range(len(texts))):
        assert close.to(a)[a] == 1.0
        assert all(close.to(a)[b] == close.to(b)[a] > 0 for b in map(str, range(len(texts))))
