"""The log of flags: what any implementation of ``FlagLog`` has to do."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import LibraryDamaged
from reader.flags import fold, undoing
from reader.model import Span, TargetKind
from reader.storage import SqliteFlagLog
from reader.storage.database import connect
from tests.storage.examples import START, event

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.model import FlagEvent


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteFlagLog]:
    opened = SqliteFlagLog(tmp_path / "flags.db")
    yield opened
    opened.close()


def test_an_event_comes_back_as_it_was_appended(log: SqliteFlagLog) -> None:
    given = event(undoes="earlier")
    log.append(given)
    assert log.events() == [given]
    assert log.events(given.target) == [given]
    assert log.events("another") == []
    assert log.event(given.id) == given
    assert log.event("nothing") is None


def test_what_holds_is_the_latest_of_each_person_and_target(log: SqliteFlagLog) -> None:
    events = [
        event("x", minute=0),
        event("x", minute=2),
        event("x", person="Ben", minute=1),
        event("y", minute=3),
    ]
    log.merge(events)
    assert log.present() == [events[2], events[1], events[3]]
    assert log.state("Ada", "x") == events[1]
    assert log.state("Ada", "z") is None


def test_what_may_be_on_the_same_words_is_near(log: SqliteFlagLog) -> None:
    here = event("here")
    after = event("after", anchor=replace(here.anchor, span=Span(22, 30)))
    older = event("older", anchor=replace(here.anchor, span=Span(90, 99), text_hash="of another version"))
    others = [
        event("in another article", anchor=replace(here.anchor, article="b")),
        event("another person's", person="Ben"),
        event("on something else", kind=TargetKind.CLAIM),
    ]
    log.merge([here, after, older, *others])
    assert log.held_near("Ada", TargetKind.ITEM, here.anchor) == [here, older]


def test_only_what_was_appended_since_is_read(log: SqliteFlagLog) -> None:
    assert log.since(0) == (0, [])
    log.append(event("x"))
    revision = log.revision()
    later = event("y", minute=1)
    log.append(later)
    assert log.since(revision) == (log.revision(), [later])
    assert log.since(log.revision()) == (log.revision(), [])


def test_the_newest_time_is_a_persons_own(log: SqliteFlagLog) -> None:
    assert log.newest_time("Ada") is None
    log.merge([event(minute=1), event(person="Ben", minute=5)])
    assert log.newest_time("Ada") == START + dt.timedelta(minutes=1)


def test_undo_and_redo_walk_back_and_forth(log: SqliteFlagLog) -> None:
    first, second = event("x", minute=0), event("y", minute=1)
    log.merge([first, second])
    assert log.undoable("Ada") == second
    assert log.redoable("Ada") is None
    undo_second = undoing(second, second.anchor, event_id="u2", at=START + dt.timedelta(minutes=2))
    log.append(undo_second)
    assert log.undoable("Ada") == first
    assert log.redoable("Ada") == undo_second
    undo_first = undoing(first, first.anchor, event_id="u1", at=START + dt.timedelta(minutes=3))
    log.append(undo_first)
    assert log.undoable("Ada") is None
    assert log.redoable("Ada") == undo_first
    redo_first = undoing(undo_first, first.anchor, event_id="r1", at=START + dt.timedelta(minutes=4))
    log.append(redo_first)
    assert log.redoable("Ada") == undo_second
    assert log.undoable("Ada") == redo_first
    anew = event("z", minute=5)
    log.append(anew)
    assert log.redoable("Ada") is None
    assert log.undoable("Ada") == anew


def test_nobody_undoes_what_another_did(log: SqliteFlagLog) -> None:
    log.append(event(person="Ben"))
    assert log.undoable("Ada") is None


def test_events_can_neither_be_changed_nor_deleted(log: SqliteFlagLog, tmp_path: Path) -> None:
    log.append(event())
    connection = connect(tmp_path / "flags.db")
    for order in ("UPDATE event SET person = 'x'", "DELETE FROM event"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(order)
    connection.close()


def test_two_logs_on_one_file_see_each_others_events(log: SqliteFlagLog, tmp_path: Path) -> None:
    other = SqliteFlagLog(tmp_path / "flags.db")
    given = event()
    other.append(given)
    assert log.events() == [given]
    other.close()


def test_an_event_that_was_damaged_is_named(log: SqliteFlagLog, tmp_path: Path) -> None:
    log.append(event())
    connection = connect(tmp_path / "flags.db")
    connection.execute("DROP TRIGGER event_stays")
    connection.execute("UPDATE event SET kind = 'x'")
    connection.close()
    with pytest.raises(LibraryDamaged, match=r"flags\.db.*doctor"):
        log.events()


EVENTS = st.lists(
    st.builds(
        lambda target, person, minute: event(target, person=person, minute=minute),
        st.sampled_from(["x", "y", "z"]),
        st.sampled_from(["Ada", "Ben"]),
        st.integers(0, 5),
    ),
    max_size=8,
)


def merged(folder: Path, *parts: Sequence[FlagEvent]) -> tuple[list[FlagEvent], set[FlagEvent]]:
    path = folder / "merged.db"
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    log = SqliteFlagLog(path)
    for part in parts:
        log.merge(part)
    answer = list(log.events()), set(log.present())
    log.close()
    return answer


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a=EVENTS, b=EVENTS, c=EVENTS, seed=st.randoms(use_true_random=False))
def test_merging_is_commutative_associative_and_idempotent(
    tmp_path: Path, a: list[FlagEvent], b: list[FlagEvent], c: list[FlagEvent], seed: random.Random
) -> None:
    once = merged(tmp_path, a, b, c)
    every = [*a, *b, *c]
    seed.shuffle(every)
    assert merged(tmp_path, c, a, b) == once
    assert merged(tmp_path, [*b, *c], a) == once
    assert merged(tmp_path, a, b, c, b, a) == once
    assert merged(tmp_path, every) == once
    assert once[1] == set(fold(every).values())
