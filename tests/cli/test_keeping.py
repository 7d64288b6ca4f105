"""Loading, backing up, restoring and examining."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from reader.storage.database import connect
from tests.cli.conftest import Caller
from tests.library.examples import write_story

if TYPE_CHECKING:
    from pathlib import Path


def test_add_reports_every_input(empty: Caller, tmp_path: Path) -> None:
    texts = write_story(tmp_path / "texts")
    added = empty.json("add", str(texts))
    assert {(report["input"], report["result"]) for report in added} == {
        (str(texts / "mail.txt"), "added"),
        (str(texts / "post.txt"), "added"),
    }
    assert all(set(report) == {"input", "result", "article"} for report in added)
    assert {report["result"] for report in empty.json("add", str(texts))} == {"already there"}


def test_what_is_refused_is_named_and_the_rest_is_loaded(empty: Caller, tmp_path: Path) -> None:
    texts = write_story(tmp_path / "texts")
    (texts / "empty.txt").write_bytes(b"")
    result = empty("add", str(tmp_path / "nowhere"), str(texts), code=1)
    assert len(result.stdout.splitlines()) == 2
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        str(tmp_path / "nowhere"),
        str(texts / "empty.txt"),
    ]
    refused = [report for report in empty.json("add", str(texts), code=1) if report["result"] == "refused"]
    assert [set(report) for report in refused] == [{"input", "result", "reason"}]


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_not_the_present_folder(
    empty: Caller, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_story(tmp_path / "texts"))
    result = empty("add", name, code=1)
    assert result.stdout == ""
    assert result.stderr.startswith("'")
    assert "empty name" in result.stderr
    assert len(empty("add", ".").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", "x"), ("b.txt", " \n-\n1 "), ("c.html", "<html><body><p>Hello there</p></body></html>")],
)
def test_a_scrap_is_no_article(empty: Caller, tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert "no article" in empty("add", str(tmp_path / name), code=1).stderr


@pytest.mark.parametrize("content", ["Bees were seen", "桥在星期一倒塌"])
def test_a_short_text_is_an_article(empty: Caller, tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")
    assert empty.json("add", str(tmp_path / "a.txt"))[0]["result"] == "added"


def test_file_names_never_reach_the_terminal_as_orders(empty: Caller, tmp_path: Path) -> None:
    result = empty("add", str(tmp_path / "a\x1b[31m.txt"), code=1)
    assert "\x1b" not in result.stderr


def test_a_library_goes_into_one_file_and_comes_back(newsreader: Caller, tmp_path: Path) -> None:
    item = newsreader.json("facts")[0]["items"][0]
    newsreader("flag", item["id"], "disputed")
    file = tmp_path / "backup.zip"
    assert newsreader("backup", str(file)).stderr == f"wrote {file}\n"
    newsreader("undo")
    assert "there already" in newsreader("restore", str(file), code=1).stderr
    newsreader("restore", "--replace", str(file))
    assert [flag["verdict"] for flag in newsreader.json("flags")] == ["disputed"]
    assert newsreader.json("search", "pillars")[0]["total"] == 2
    assert len(list(newsreader.folder.glob("flags.db.before-restore-*"))) == 1
    elsewhere = Caller(tmp_path / "elsewhere", tmp_path / "config.toml")
    elsewhere("restore", str(file))
    assert [flag["verdict"] for flag in elsewhere.json("flags")] == ["disputed"]
    assert len(elsewhere.json("stories")) == 1


def test_a_file_that_is_no_backup_changes_nothing(newsreader: Caller, tmp_path: Path) -> None:
    for name, content in (("a.zip", b"a letter"), ("b.zip", b"PK\x05\x06" + bytes(18))):
        (tmp_path / name).write_bytes(content)
        result = newsreader("restore", "--replace", str(tmp_path / name), code=1)
        assert "not a backup" in result.stderr
    assert len(newsreader.json("stories")) == 1


def test_a_damaged_backup_changes_nothing(newsreader: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "packed"
    folder.mkdir()
    whole = (newsreader.folder / "library.db").read_bytes()
    (folder / "library.db").write_bytes(whole[:200] + b"\xff" * (len(whole) - 200))
    file = shutil.make_archive(str(tmp_path / "bad"), "zip", folder)
    assert "library.db" in newsreader("restore", "--replace", file, code=1).stderr
    assert len(newsreader.json("stories")) == 1


def test_a_library_that_is_not_there_is_neither_backed_up_nor_examined(empty: Caller, tmp_path: Path) -> None:
    assert "no library" in empty("backup", str(tmp_path / "b.zip"), code=1).stderr
    assert "no library" in empty("doctor", code=1).stderr
    assert not empty.folder.exists()


def test_the_doctor_finds_a_sound_library_sound(newsreader: Caller) -> None:
    findings = newsreader.json("doctor")
    assert [(finding["part"], finding["sound"], finding["says"]) for finding in findings] == [
        ("library.db", True, "2 articles"),
        ("flags.db", True, "0 events"),
    ]
    assert newsreader("doctor", "--repair").stdout.startswith("ok  library.db")


def test_the_doctor_repairs_a_damaged_log_from_what_is_whole(newsreader: Caller) -> None:
    item = newsreader.json("facts")[0]["items"][0]
    for number in range(30):
        newsreader("flag", item["id"], "disputed", "--note", f"note {number} " + "x" * 400)
    path = newsreader.folder / "flags.db"
    with connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = bytearray(path.read_bytes())
    at = whole.index(b"note 17 ")
    page = at // 4096 * 4096
    whole[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(bytes(whole))
    assert newsreader("doctor", code=1).stdout.splitlines()[1].startswith("✗")
    said = newsreader("doctor", "--repair", code=1).stdout
    assert "could not be read" in said
    assert len(list(newsreader.folder.glob("flags.db.damaged-*"))) == 1
    assert newsreader("doctor")
    notes = {event["after"]["note"].split(" x")[0] for event in newsreader.json("history", item["id"])}
    assert {"note 0", "note 29"} <= notes
    assert len(notes) >= 20
    assert "note 17" not in notes


def test_the_doctor_notices_an_event_that_was_changed(newsreader: Caller) -> None:
    item = newsreader.json("facts")[0]["items"][0]
    newsreader("flag", item["id"], "disputed")
    connection = connect(newsreader.folder / "flags.db")
    connection.execute("DROP TRIGGER event_stays")
    connection.execute("UPDATE event SET after = replace(after, 'disputed', 'verified')")
    connection.execute("DELETE FROM present")
    connection.close()
    says = newsreader("doctor", code=1).stdout
    assert "not what was written" in says
    assert "lacks 1" in says


def test_the_doctor_repairs_damaged_articles(newsreader: Caller, tmp_path: Path) -> None:
    (late := tmp_path / "late.txt").write_text("Late\n\nA zeppelin was seen over the harbour of Norvale on Friday.\n")
    lost = newsreader.json("add", str(late))[0]["article"]
    connection = connect(newsreader.folder / "library.db")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DELETE FROM body WHERE number = (SELECT number FROM article WHERE id = ?)", (lost,))
    connection.execute("UPDATE analysis SET found = '{' WHERE number = 1")
    connection.execute("UPDATE body SET text = text || '!' WHERE number = 2")
    connection.close()
    says = newsreader("doctor", code=1).stdout
    assert f"without a text: {lost}" in says
    assert "can't be read" in says
    assert "not what was stored" in says
    said = newsreader("doctor", "--repair", code=1).stdout
    assert f"the text of {lost}" in said
    assert len(newsreader.json("quotes")) >= 2
    assert newsreader.json("search", "pillars")[0]["total"] == 2
    assert newsreader.json("add", str(late))[0] == {"input": str(late), "result": "added", "article": lost}
    newsreader("doctor", code=1)
    newsreader("add", str(tmp_path / "texts"))
    newsreader("doctor")


@pytest.mark.parametrize("name", ["library.db", "flags.db"])
@pytest.mark.parametrize("beginning", [b"", b"SQLite format 3\x00"])
def test_what_a_repair_can_save_nothing_of_is_said_to_be_lost(newsreader: Caller, name: str, beginning: bytes) -> None:
    newsreader("flag", newsreader.json("facts")[0]["items"][0]["id"], "disputed")
    for ending in ("", "-wal", "-shm"):
        (newsreader.folder / (name + ending)).unlink(missing_ok=True)
    (newsreader.folder / name).write_bytes(beginning + b"\xa7garbage" * 2000)
    for command in (("flags",), ("doctor",)):
        result = newsreader(*command, code=1)
        assert "`newsreader doctor --repair`" in result.output
        assert "`newsreader restore" in result.output
    repaired = newsreader("doctor", "--repair", code=1)
    said = [line for line in repaired.stdout.splitlines() if name in line]
    assert said[0].startswith("✗")
    assert "lost" in said[0] or "at least 1 could not be read" in said[0]
    (kept,) = newsreader.folder.glob(f"{name}.damaged-*")
    assert str(kept) in said[-1]
    assert kept.read_bytes().endswith(b"\xa7garbage")
    assert "restore" in repaired.stderr
    newsreader("doctor")
    after = newsreader("stories")
    assert "first start" not in after.stderr
    assert bool(after.stdout) == (name == "flags.db")


def test_a_newer_library_is_not_repaired(newsreader: Caller) -> None:
    path = newsreader.folder / "library.db"
    connection = connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = path.read_bytes()
    for command in (("stories",), ("doctor", "--repair"), ("flag", "ffff", "disputed")):
        assert "newer version" in newsreader(*command, code=1).stderr
    assert path.read_bytes() == before
