"""Two people's verdicts on the same things."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.flags.agreement import SecondCheck, agreements, second_check
from reader.model import Anchor, Flag, FlagState, Span, Status, TargetKind, Verdict

WHEN = dt.datetime(2031, 5, 6, tzinfo=dt.UTC)
T, F, D = Verdict.VERIFIED, Verdict.FALSE, Verdict.DISPUTED


def flag(person: str, target: str, verdict: Verdict | None) -> Flag:
    state = FlagState(Status.CHECKED, verdict)
    return Flag(target, TargetKind.ITEM, state, Anchor("a", Span(0, 1), "x"), person, WHEN)


def flags(*pairs: tuple[Verdict | None, Verdict | None]) -> list[Flag]:
    return [
        flag(person, str(number), verdict)
        for number, pair in enumerate(pairs)
        for person, verdict in zip(("Ada", "Ben"), pair, strict=True)
    ]


def test_kappa_of_a_worked_example() -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed .70, by chance .50
    (found,) = agreements(flags(*[(T, T)] * 20, *[(T, F)] * 5, *[(F, T)] * 10, *[(F, F)] * 15))
    assert (found.a, found.b, found.shared, found.agreed) == ("Ada", "Ben", 50, 35)
    assert found.kappa == pytest.approx(0.4)


def test_full_agreement_is_one_and_none_is_below_chance() -> None:
    (full,) = agreements(flags((T, T), (F, F), (D, D)))
    assert full.kappa == pytest.approx(1)
    (none,) = agreements(flags((T, F), (F, T)))
    assert none.kappa == pytest.approx(-1)


def test_where_only_one_verdict_was_given_kappa_says_nothing() -> None:
    (found,) = agreements(flags((T, T), (T, T)))
    assert (found.shared, found.agreed, found.kappa) == (2, 2, None)


def test_only_what_both_gave_a_verdict_on_counts() -> None:
    (found,) = agreements(flags((T, T), (T, None), (None, F)))
    assert found.shared == 1
    (apart,) = agreements([flag("Ada", "x", T), flag("Ben", "y", T)])
    assert (apart.shared, apart.kappa) == (0, None)
    assert agreements([flag("Ada", "x", T)]) == []


def test_three_people_make_three_pairs() -> None:
    every = [flag(person, "x", T) for person in ("Cyd", "Ada", "Ben")]
    assert [(found.a, found.b) for found in agreements(every)] == [("Ada", "Ben"), ("Ada", "Cyd"), ("Ben", "Cyd")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], SecondCheck.NONE),
        ([("Ada", T)], SecondCheck.NONE),
        ([("Ada", T), ("Ben", None)], SecondCheck.NONE),
        ([("Ada", T), ("Ben", T)], SecondCheck.AGREES),
        ([("Ada", T), ("Ben", F)], SecondCheck.DISAGREES),
        ([("Ada", T), ("Ben", T), ("Cyd", D)], SecondCheck.DISAGREES),
    ],
)
def test_a_second_check_agrees_or_not(given: list[tuple[str, Verdict | None]], expected: SecondCheck) -> None:
    assert second_check(flag(person, "x", verdict) for person, verdict in given) is expected
