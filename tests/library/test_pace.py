"""The line that says how far long work is."""

from __future__ import annotations

from reader.model import Doing, Progress
from reader.pace import Pace


class Clock:
    """A clock that goes when it is told to."""

    now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def test_the_line_has_what_is_done_of_how_much_how_fast_and_what_is_being_read() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.note(Progress(Doing.ADDING, 0, 12_000, "/home/ada/news"))
    clock.now += 2
    pace.note(Progress(Doing.ADDING, 1_300, 12_000, "/home/ada/news/a b.txt"))
    assert pace.line() == "adding 1,300 of 12,000 · 650/s · a b.txt"


def test_what_nobody_knows_is_left_out_and_slow_work_has_a_decimal() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.note(Progress(Doing.ADDING))
    clock.now += 2
    pace.note(Progress(Doing.ADDING, 3, None, "https://norvale.example/feed.xml"))
    assert pace.line() == "adding 3 · 1.5/s · norvale.example/feed.xml"
    pace.note(Progress(Doing.ADDING, 30, 29))
    assert pace.line() == "adding 30 · 15/s"


def test_the_rate_is_that_of_the_last_seconds() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.note(Progress(Doing.GROUPING, 0, 9_000))
    for done in range(500, 5_500, 500):
        clock.now += 1
        pace.note(Progress(Doing.GROUPING, done, 9_000))
        pace.line()
    for _ in range(11):
        clock.now += 1
        line = pace.line()
    assert line == "grouping 5,000 of 9,000 · 0/s"


def test_what_is_soon_done_or_little_is_not_worth_a_line() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.note(Progress(Doing.ADDING, 0, 500))
    clock.now += 0.1
    assert pace.line() == ""
    clock.now += 1
    assert pace.line()
    pace.note(Progress(Doing.ADDING, 0, 3))
    assert pace.line() == ""


def test_what_a_person_asked_for_comes_before_what_follows_from_it() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.note(Progress(Doing.INDEXING, 0, 500))
    assert not pace.note(Progress(Doing.INDEXING, 1, 500))
    assert pace.note(Progress(Doing.ADDING, 0, 500))
    clock.now += 1
    assert pace.line().startswith("adding")
    pace.note(Progress(Doing.ADDING, over=True))
    assert pace.line().startswith("indexing")
    assert not pace.is_idle
    pace.note(Progress(Doing.INDEXING, over=True))
    assert pace.line() == ""
    assert pace.is_idle
