"""Long work is told of, can be stopped, and keeps nobody who reads waiting."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

from reader.library import keeping_up
from reader.model import AddResult, Doing, Progress
from tests.library.examples import opened, write_story
from tests.library.test_adding import many

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LIMIT = 20.0


def test_who_stops_while_a_batch_is_read_has_what_was_reported_and_nothing_else(tmp_path: Path) -> None:
    stop = threading.Event()

    def told(progress: Progress) -> None:
        if progress.doing is Doing.ADDING and progress.name.endswith("020.txt"):
            stop.set()

    with opened(tmp_path / "library") as library:
        library.watch(told)
        reports = list(library.add_until([str(many(tmp_path / "texts", 120))], stop.is_set))
        assert 0 < len(reports) < 20
        assert {report.result for report in reports} == {AddResult.ADDED}
        assert {head.id for head in library.headers()} == {report.article for report in reports}


def test_who_stops_while_a_batch_is_reported_hears_of_all_of_it(tmp_path: Path) -> None:
    stop = threading.Event()
    with opened(tmp_path / "library") as library:
        reports = []
        for report in library.add_until([str(many(tmp_path / "texts", 60))], stop.is_set):
            reports.append(report)
            if len(reports) == 10:
                stop.set()
        assert 10 < len(reports) <= 60
        assert {head.id for head in library.headers()} == {report.article for report in reports}
        assert not library.is_grouped


def test_nobody_who_reads_waits_for_what_is_added_in_another_thread(tmp_path: Path) -> None:
    held, go_on = threading.Event(), threading.Event()

    def told(progress: Progress) -> None:
        if progress.doing is Doing.GROUPING and not progress.over and progress.done == 1:
            held.set()
            assert go_on.wait(LIMIT)

    with opened(tmp_path / "library") as library:
        list(library.add([str(write_story(tmp_path / "texts"))]))
        (before,) = library.stories()
        library.watch(told)
        adding = threading.Thread(target=lambda: list(library.add([str(many(tmp_path / "more", 3))])))
        adding.start()
        assert held.wait(LIMIT)
        assert list(library.stories()) == [before]
        assert library.checklist(before.id).items
        assert library.story_of(before.articles[0]) == before
        go_on.set()
        adding.join(LIMIT)
        assert sum(len(story.articles) for story in library.stories()) == 5


def test_grouping_that_is_stopped_is_done_at_the_next_reading(tmp_path: Path) -> None:
    looked_at = 0

    def told(progress: Progress) -> None:
        nonlocal looked_at
        looked_at = max(looked_at, progress.done) if progress.doing is Doing.GROUPING else looked_at

    stop = threading.Event()
    with opened(tmp_path / "library") as library:
        for number, _ in enumerate(library.add_until([str(many(tmp_path / "texts", 30))], stop.is_set), 1):
            if number == 30:
                stop.set()
        library.watch(told)
        assert not library.regroup(lambda: looked_at == 9)
        assert looked_at == 9
        assert not library.is_grouped
        assert library.kept_stories() == ()
        assert sum(len(story.articles) for story in library.stories()) == 30
        assert library.is_grouped


def test_what_a_folder_of_articles_holds_is_known_before(tmp_path: Path) -> None:
    def of(*inputs: Path) -> int | None:
        told: list[Progress] = []
        library.watch(told.append)
        list(library.add_until([str(path) for path in inputs], lambda: True))
        return next(progress.of for progress in told if progress.doing is Doing.ADDING)

    with opened(tmp_path / "library") as library:
        texts = many(tmp_path / "texts", 7)
        assert of(texts, texts / "000.txt", tmp_path / "missing.txt") == 9
        (texts / "dump.jsonl").write_text('{"text": "Bees."}\n')
        assert of(texts) is None
        assert of(tmp_path / ("x" * 9_000)) is None


def test_a_keystroke_that_finds_nothing_waits_a_little_for_what_is_being_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_up, "_WITHOUT_ANY", LIMIT)
    held, go_on = threading.Event(), threading.Event()

    def told(progress: Progress) -> None:
        if progress.doing is Doing.INDEXING and progress.done == 1:
            held.set()
            assert go_on.wait(LIMIT)

    with opened(tmp_path / "library") as library:
        assert len(list(library.add_until([str(write_story(tmp_path / "texts"))], held.is_set))) == 2
        shutil.rmtree(tmp_path / "library" / "index")
    with opened(tmp_path / "library") as library:
        library.watch(told)
        library.begin_indexing()
        assert held.wait(LIMIT)  # the index is there, and empty
        releasing = threading.Timer(0.1, go_on.set)
        releasing.start()
        assert library.search("ferry", as_typed=True).total == 2
        releasing.join()
