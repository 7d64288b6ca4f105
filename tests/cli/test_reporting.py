"""A folder of reports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Caller


def test_a_folder_has_a_page_for_each_story_and_an_index(newsreader: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "reports"
    story = newsreader.json("stories")[0]
    result = newsreader("report", "--all", "-o", str(folder))
    assert result.stdout == ""
    assert result.stderr == f"wrote 1 report: open {folder / 'index.html'}\n"
    assert {file.name for file in folder.iterdir()} == {"index.html", f"{story['id']}.html"}
    assert f'href="{story["id"]}.html"' in (folder / "index.html").read_text(encoding="utf-8")
    assert story["title"] in (folder / f"{story['id']}.html").read_text(encoding="utf-8")


def test_a_story_named_twice_is_written_once_and_none_means_the_newest(newsreader: Caller, tmp_path: Path) -> None:
    newsreader("report", "pier", "Norvale", "-o", str(tmp_path / "one"))
    newsreader("report", "-o", str(tmp_path / "two"))
    assert {file.name for file in (tmp_path / "one").iterdir()} == {file.name for file in (tmp_path / "two").iterdir()}
    assert len(list((tmp_path / "one").iterdir())) == 2


def test_many_reports_are_counted_while_they_are_written(empty: Caller, tmp_path: Path) -> None:
    towns = "Arl Bresk Colm Dunwick Elmar Fosse Garth Holm Inver Jarrow Kesk Lorn".split()
    lines = [
        {"id": f"n{number}", "outlet": f"The {town}", "date": f"20{10 + number}-01-02", "text": f"{town}. " * 12}
        for number, town in enumerate(towns)
    ]
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    empty("add", str(file))
    result = empty("report", "--all", "-o", str(tmp_path / "reports"))
    assert f"writing {len(towns)} reports" in result.stderr
    assert len(list((tmp_path / "reports").iterdir())) == len(towns) + 1


def test_names_and_all_together_are_not_understood(newsreader: Caller, tmp_path: Path) -> None:
    assert "not both" in newsreader("report", "pier", "--all", "-o", str(tmp_path / "r"), code=2).output


def test_a_folder_that_can_not_be_made_is_named(newsreader: Caller, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = newsreader("report", "-o", str(tmp_path / "file" / "reports"), code=1)
    assert "can't be written" in result.stderr
