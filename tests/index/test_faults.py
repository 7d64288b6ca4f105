"""What the index survives: kills, damage, other processes. The store is the truth, and nothing of it is lost."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import shutil
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.errors import IndexUnavailable
from reader.index import open_index
from reader.index.manifest import NAME, Manifest
from reader.model import Analysis
from tests.index.shelves import MemoryStore, article, stored

if TYPE_CHECKING:
    from collections.abc import Callable

KILLS = int(os.environ.get("NEWSREADER_KILLS", "4"))
"""How often a process is killed while it indexes; 50 for a thorough run."""

START = multiprocessing.get_context("fork")
TEXTS = [f"number{n} bridge {'river ' * (n % 5)}" for n in range(40)]


def _store() -> MemoryStore:
    store = stored(*(article(f"a{number}", text) for number, text in enumerate(TEXTS)))
    store.remember("library id", "one")
    return store


def _made(folder: Path) -> MemoryStore:
    """Return a store whose index is in ``folder``, in two segments."""
    store = stored(*(article(f"a{number}", text) for number, text in enumerate(TEXTS[:-1])))
    store.remember("library id", "one")
    index = open_index(folder, store)
    index.catch_up()
    last = len(TEXTS) - 1
    store.put(article(f"a{last}", TEXTS[last]), Analysis(f"a{last}", "1"))
    index.catch_up()
    index.close()
    return store


def _assert_complete(folder: Path, store: MemoryStore) -> None:
    """Show that an index opened anew catches up and finds every article."""
    index = open_index(folder, store)
    index.catch_up()
    assert index.search("bridge", limit=100).total == len(TEXTS)
    assert [hit.article for hit in index.search("number7").hits] == ["a7"]
    index.close()


def _index_slowly(folder: Path, started: threading.Event) -> None:
    """Index one article a commit, for ever."""
    store = _store()
    index = open_index(folder, store)
    started.set()
    while True:
        for number, text in enumerate(TEXTS):
            store.put(article(f"a{number}", text), Analysis(f"a{number}", "1"))
            index.catch_up()


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_kill_while_indexing_loses_no_article(tmp_path: Path, kill: int) -> None:
    started = START.Event()
    process = START.Process(target=_index_slowly, args=(tmp_path / "index", started))
    process.start()
    assert started.wait(20)
    # Not a wait for something to be done: the process never ends, and the kill is to fall at any moment of a commit.
    process.join(0.05 + 0.013 * kill)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join(20)
    _assert_complete(tmp_path / "index", _store())


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    if content:
        content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def _lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


@pytest.mark.parametrize("damage", [Path.unlink, _truncate, _flip, _lengthen])
def test_any_damaged_file_is_noticed_and_the_index_built_anew(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    store = _made(tmp_path / "good")
    names = sorted(path.name for path in (tmp_path / "good").iterdir() if path.stat().st_size)
    assert len(names) > 5
    for name in names:
        folder = tmp_path / "index"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(tmp_path / "good", folder)
        damage(folder / name)
        _assert_complete(folder, store)
        assert (tmp_path / "index.damaged").exists(), name
        shutil.rmtree(tmp_path / "index.damaged")


def test_a_damaged_index_says_so_in_one_line_before_it_is_built_anew(tmp_path: Path) -> None:
    store = _made(tmp_path / "index")
    (tmp_path / "index" / NAME).write_text("{")
    with pytest.raises(IndexUnavailable) as caught:
        open_index(tmp_path / "index", store).search("bridge")
    assert "\n" not in str(caught.value)


def test_damage_found_while_searching_says_so_in_one_line(tmp_path: Path) -> None:
    store = _made(tmp_path / "index")
    for postings in (tmp_path / "index").glob("*.pst"):
        postings.write_bytes(b"\xff" * postings.stat().st_size)
    with pytest.raises(IndexUnavailable) as caught:
        open_index(tmp_path / "index", store).search("bridge")
    assert "\n" not in str(caught.value)


def _other_library(document: dict[str, object]) -> None:
    document["library"] = "another"


def _other_format(document: dict[str, object]) -> None:
    document["format"] = 0


def _other_byte_order(document: dict[str, object]) -> None:
    document["byteorder"] = "middle"


def _lost_count(document: dict[str, object]) -> None:
    segments = document["segments"]
    assert isinstance(segments, list)
    document["segments"] = segments[1:]


@pytest.mark.parametrize("change", [_other_library, _other_format, _other_byte_order, _lost_count])
def test_an_index_of_another_library_version_or_machine_is_built_anew(
    tmp_path: Path, change: Callable[[dict[str, object]], None]
) -> None:
    store = _made(tmp_path / "index")
    contents = tmp_path / "index" / NAME
    document = json.loads(contents.read_text())
    change(document)
    contents.write_text(json.dumps(document))
    _assert_complete(tmp_path / "index", store)
    assert (tmp_path / "index.damaged").exists()


def test_a_library_copied_to_another_place_keeps_its_index(tmp_path: Path) -> None:
    store = _made(tmp_path / "index")
    shutil.copytree(tmp_path / "index", tmp_path / "elsewhere" / "index")
    index = open_index(tmp_path / "elsewhere" / "index", store)
    assert index.catch_up() == 0
    assert index.search("bridge").total == len(TEXTS)


def test_a_link_to_an_index_elsewhere_is_refused(tmp_path: Path) -> None:
    store = _made(tmp_path / "other")
    (tmp_path / "index").symlink_to(tmp_path / "other")
    with pytest.raises(IndexUnavailable, match="link"):
        open_index(tmp_path / "index", store).catch_up()


def test_nothing_in_an_index_folder_is_unpickled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = _made(tmp_path / "index")

    def refuse(*_: object) -> None:
        raise AssertionError("a pickle was read")

    monkeypatch.setattr(pickle, "loads", refuse)
    monkeypatch.setattr(pickle, "load", refuse)
    monkeypatch.setattr("whoosh.columns.loads", refuse)
    index = open_index(tmp_path / "index", store)
    for number in range(20):
        store.put(article(f"more{number}", "bridge"), Analysis(f"more{number}", "1"))
        index.catch_up()
    assert index.search("bridge", limit=100).total == len(TEXTS) + 20


def test_a_full_disk_leaves_the_index_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = _made(tmp_path / "index")
    store.put(article("late", "bridge at last"), Analysis("late", "1"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Manifest, "write", full)
        index = open_index(tmp_path / "index", store)
        with pytest.raises(IndexUnavailable, match="No space left"):
            index.catch_up()
        assert index.search("bridge").total == len(TEXTS)
        index.close()
    index = open_index(tmp_path / "index", store)
    assert index.catch_up() == 1
    assert index.search("bridge").total == len(TEXTS) + 1


def _hold_the_lock(folder: Path, held: threading.Event, release: threading.Event) -> None:
    store = _store()
    index = open_index(folder, store)
    store.put(article("held", "bridge"), Analysis("held", "1"))

    def stop(_: int, __: int) -> None:
        held.set()
        release.wait(20)

    index.catch_up(stop)


def test_a_second_writer_waits_and_says_so_while_a_reader_reads_on(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    store = _made(folder)
    held, release = START.Event(), START.Event()
    process = START.Process(target=_hold_the_lock, args=(folder, held, release))
    process.start()
    assert held.wait(20)
    index = open_index(folder, store)
    assert index.search("bridge").total == len(TEXTS)
    store.put(article("late", "bridge"), Analysis("late", "1"))
    said: list[str] = []

    def waiting() -> None:
        said.append("waiting")
        release.set()

    index.catch_up(waiting=waiting)
    process.join(20)
    assert said == ["waiting"]


def test_the_lock_of_a_dead_process_is_free(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    store = _made(folder)
    held = START.Event()
    process = START.Process(target=_hold_the_lock, args=(folder, held, START.Event()))
    process.start()
    assert held.wait(20)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join(20)

    def waiting() -> None:
        raise AssertionError("the lock is still held")

    open_index(folder, store).catch_up(waiting=waiting)


def test_a_clock_that_goes_backwards_hides_no_commit(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    store = _made(folder)
    index = open_index(folder, store)
    assert index.search("late").total == 0
    store.put(article("late", "late bridge"), Analysis("late", "1"))
    index.catch_up()
    os.utime(folder / NAME, (1_000_000_000, 1_000_000_000))
    assert index.search("late").total == 1


def test_progress_counts_up_to_all_articles(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    open_index(tmp_path / "index", _store()).catch_up(lambda done, of: seen.append((done, of)))
    assert seen[-1] == (len(TEXTS), len(TEXTS))
    assert [done for done, _ in seen] == list(range(1, len(TEXTS) + 1))


def test_many_small_commits_leave_few_segments(tmp_path: Path) -> None:
    store = _store()
    index = open_index(tmp_path / "index", store)
    for number in range(60):
        store.put(article(f"a{number % 40}", f"bridge version{number}"), Analysis("x", "1"))
        index.catch_up()
    document = json.loads((tmp_path / "index" / NAME).read_text())
    assert len(document["segments"]) < 20
    assert index.search("bridge", limit=100).total == 40
    assert index.search("version59").total == 1
    assert index.search("version19").total == 0


def test_merged_segments_answer_as_one_that_was_written_at_once(tmp_path: Path) -> None:
    texts = [f"bridge number{n} {'river ' * (n % 5)}bank {'of the ' * (n % 3)}river" for n in range(30)]
    store = stored()
    in_parts = open_index(tmp_path / "parts", store)
    for number, text in enumerate(texts):
        store.put(article(f"a{number}", text, title=f"Title {number}"), Analysis("x", "1"))
        in_parts.catch_up()
    assert len(json.loads((tmp_path / "parts" / NAME).read_text())["segments"]) < len(texts) // 2
    at_once = open_index(tmp_path / "once", store)
    at_once.catch_up()
    for query in ("river", '"river bank"', '"bank of the river"', "number7", "title:title", "rive*", "bridge -bank"):
        found = [index.search(query, limit=100) for index in (in_parts, at_once)]
        assert sorted((hit.article, hit.spans) for hit in found[0].hits) == sorted(
            (hit.article, hit.spans) for hit in found[1].hits
        )
        scores = [sorted(round(hit.score, 6) for hit in one.hits) for one in found]
        assert scores[0] == scores[1]


def test_upkeep_commits_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.index.upkeep.BATCH", 15)
    index = open_index(tmp_path / "index", _store())
    assert index.catch_up() == 40
    assert json.loads((tmp_path / "index" / NAME).read_text())["generation"] == 3


def test_a_library_that_cannot_be_written_is_searched_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = _made(tmp_path / "index")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    index = open_index(tmp_path / "index", store)
    assert index.catch_up() == 0
    assert index.search("bridge").total == len(TEXTS)
    store.put(article("late", "bridge"), Analysis("late", "1"))
    with pytest.raises(IndexUnavailable, match="Permission denied"):
        index.catch_up()


@pytest.mark.parametrize("in_the_way", ["folder", "file", "link"])
def test_what_was_set_aside_before_makes_room(tmp_path: Path, in_the_way: str) -> None:
    store = _made(tmp_path / "index")
    aside = tmp_path / "index.damaged"
    other = tmp_path / "other"
    other.mkdir()
    (other / "kept").touch()
    match in_the_way:
        case "folder":
            aside.mkdir()
            (aside / "old").touch()
        case "file":
            aside.touch()
        case _:
            aside.symlink_to(other)
    (tmp_path / "index" / NAME).write_text("{")
    _assert_complete(tmp_path / "index", store)
    assert aside.is_dir()
    assert not aside.is_symlink()
    assert not (aside / "old").exists()
    assert (other / "kept").exists()


def test_a_table_of_contents_that_points_outside_its_folder_is_refused(tmp_path: Path) -> None:
    store = _made(tmp_path / "index")
    contents = tmp_path / "index" / NAME
    document = json.loads(contents.read_text())
    files = document["segments"][0]["files"]
    name = next(iter(files))
    (tmp_path / name).write_bytes((tmp_path / "index" / name).read_bytes())
    files[f"../{name}"] = files.pop(name)
    contents.write_text(json.dumps(document))
    with pytest.raises(IndexUnavailable, match="outside its folder"):
        open_index(tmp_path / "index", store).search("bridge")
    _assert_complete(tmp_path / "index", store)


def test_two_threads_that_catch_up_at_once_index_each_article_once(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index", _store())
    counts: list[int] = []
    threads = [threading.Thread(target=lambda: counts.append(index.catch_up())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(counts) == [0, 0, 0, len(TEXTS)]
    assert index.search("bridge", limit=100).total == len(TEXTS)
