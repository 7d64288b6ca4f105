"""A folder that is watched: files are given once they have stopped growing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.errors import UnreadableInput
from reader.ingest.watching import Watch

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_given_once_it_has_stopped_growing(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("The pier")
    assert watch.look() == []
    file.write_text("The pier is closed")
    assert watch.look() == []
    assert watch.look() == [file]
    assert watch.look() == []


def test_a_file_that_was_changed_is_given_again(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("The pier is closed")
    watch.look()
    assert watch.look() == [file]
    os.utime(file, ns=(1, 1))
    assert watch.look() == []
    assert watch.look() == [file]


def test_a_file_that_was_taken_away_and_dropped_again_is_given_again(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("The pier is closed")
    watch.look()
    assert watch.look() == [file]
    file.rename(tmp_path / "a.part")
    assert watch.look() == []
    (tmp_path / "a.part").rename(file)
    assert watch.look() == []
    assert watch.look() == [file]


def test_what_is_no_article_is_not_given(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    watch.look()
    assert watch.look() == []


def test_only_a_folder_can_be_watched(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="not a folder"):
        Watch(tmp_path / "nowhere")
