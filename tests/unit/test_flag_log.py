"""Events from events, and what marks do to a state: pure parts of flagging."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.flags import after, earlier_anchor, flagging, fold, lacks_evidence, mark_of, marked, redoing, undoing
from reader.flags.log import take_in
from reader.model import Anchor, Evidence, FlagEvent, FlagState, Span, Status, TargetKind, Verdict

if TYPE_CHECKING:
    import random

WHEN = dt.datetime(2031, 5, 6, tzinfo=dt.UTC)
HERE, THERE = Anchor("a", Span(0, 4), "here"), Anchor("a", Span(9, 14), "there")


def event(number: int, *, person: str = "Ada", target: str = "x", anchor: Anchor = HERE) -> FlagEvent:
    state = FlagState(Status.CHECKED, Verdict.DISPUTED, f"note {number}")
    at = WHEN + dt.timedelta(seconds=number)
    return FlagEvent(f"e{number}", person, at, TargetKind.ITEM, target, anchor, FlagState(), state)


def test_flagging_goes_on_from_what_held() -> None:
    first = flagging(
        None,
        FlagState(Status.IN_PROGRESS),
        event_id="1",
        person="Ada",
        at=WHEN,
        kind=TargetKind.ITEM,
        target="x",
        anchor=HERE,
    )
    second = flagging(
        first,
        FlagState(Status.CHECKED),
        event_id="2",
        person="Ada",
        at=WHEN,
        kind=TargetKind.ITEM,
        target="x",
        anchor=HERE,
    )
    assert (first.before, first.after.status) == (FlagState(), Status.IN_PROGRESS)
    assert (second.before, second.after.status) == (first.after, Status.CHECKED)


def test_undo_and_redo_are_events_that_go_back_and_forth() -> None:
    done = event(1, anchor=THERE)
    undo = undoing(done, HERE, event_id="u", at=WHEN)
    redo = redoing(undo, done.anchor, event_id="r", at=WHEN)
    assert (undo.before, undo.after, undo.undoes, undo.anchor) == (done.after, done.before, done.id, HERE)
    assert (redo.before, redo.after, redo.undoes, redo.anchor) == (done.before, done.after, "u", THERE)


def test_the_anchor_before_is_the_same_persons() -> None:
    first, others, last = event(1, anchor=THERE), event(2, person="Ben"), event(3)
    assert earlier_anchor(last, [first, others, last]) == THERE
    assert earlier_anchor(first, [first, others, last]) == THERE
    assert earlier_anchor(last, [last]) == HERE


def test_a_later_event_is_never_earlier() -> None:
    assert after(None, WHEN) == WHEN
    assert after(WHEN, WHEN + dt.timedelta(seconds=1)) == WHEN + dt.timedelta(seconds=1)
    assert after(WHEN, WHEN) > WHEN
    assert after(WHEN, WHEN - dt.timedelta(days=9)) > WHEN


EVENTS = st.lists(
    st.builds(
        lambda number, person, target: event(number, person=person, target=target),
        st.integers(0, 9),
        st.sampled_from(["Ada", "Ben"]),
        st.sampled_from(["x", "y"]),
    ),
    max_size=12,
    unique_by=lambda made: made.id,
)


@given(EVENTS, st.randoms(use_true_random=False), st.integers(0, 12))
def test_a_fold_is_the_same_in_any_order_and_in_any_parts(
    events: list[FlagEvent], chance: random.Random, cut: int
) -> None:
    whole = fold(sorted(events, key=lambda made: (made.at, made.id)))
    shuffled = [*events, *events]
    chance.shuffle(shuffled)
    assert list(fold(shuffled).items()) == list(whole.items())
    parts: dict[tuple[str, str], FlagEvent] = {}
    take_in(parts, shuffled[:cut])
    take_in(parts, shuffled[cut:])
    assert list(parts.items()) == list(whole.items())


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("verified", Verdict.VERIFIED),
        ("Missing-Context", Verdict.MISSING_CONTEXT),
        ("not_checkable", Verdict.NOT_CHECKABLE),
        (" in  progress ", Status.IN_PROGRESS),
        ("needs evidence", Status.NEEDS_EVIDENCE),
        ("splendid", None),
        ("", None),
    ],
)
def test_marks_are_known_by_their_names(words: str, mark: Verdict | Status | None) -> None:
    assert mark_of(words) == mark


def test_a_verdict_makes_an_unchecked_thing_checked() -> None:
    assert marked(FlagState(), Verdict.FALSE) == FlagState(Status.CHECKED, Verdict.FALSE)
    assert marked(FlagState(Status.IN_PROGRESS), Verdict.FALSE) == FlagState(Status.IN_PROGRESS, Verdict.FALSE)


def test_going_back_to_unchecked_takes_the_verdict_and_keeps_the_rest() -> None:
    evidence = (Evidence("https://post.example"),)
    state = FlagState(Status.CHECKED, Verdict.FALSE, "note", evidence)
    assert marked(state, Status.UNCHECKED) == FlagState(Status.UNCHECKED, None, "note", evidence)
    assert marked(state, Status.NEEDS_EVIDENCE).verdict is Verdict.FALSE


def test_notes_are_replaced_and_evidence_grows() -> None:
    one, two = Evidence("one"), Evidence("two")
    state = marked(FlagState(note="old"), None, evidence=[one])
    assert state == FlagState(note="old", evidence=(one,))
    assert marked(state, None, note="", evidence=[one, two]) == FlagState(evidence=(one, two))


def test_only_verdicts_that_say_how_things_are_need_evidence() -> None:
    assert [verdict for verdict in Verdict if lacks_evidence(FlagState(verdict=verdict))] == [
        Verdict.VERIFIED,
        Verdict.FALSE,
    ]
    assert not lacks_evidence(FlagState(verdict=Verdict.FALSE, evidence=(Evidence("one"),)))
