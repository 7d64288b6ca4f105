"""Files and folders as a person gives them: the sound ones are read, each unsound one is named with its reason."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

import pytest

from reader.errors import EmptyInput, InputError, UnreadableInput
from reader.ingest import open_reader
from reader.model import RawArticle

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The council of Østhavn met on Friday.\n\n“We are ready,” said Zoë Brückner – the café owner’s daughter.\n"


def read(source: object) -> list[RawArticle | InputError]:
    return list(open_reader().read(str(source)))


def read_one(source: object) -> RawArticle:
    (found,) = read(source)
    assert isinstance(found, RawArticle)
    return found


def refused(source: object) -> InputError:
    (found,) = read(source)
    assert isinstance(found, InputError)
    assert "\n" not in str(found)
    assert str(source) in str(found)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_is_decoded_rightly_in_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_one(path).text == TEXT


def test_a_few_broken_bytes_do_not_turn_a_sound_text_into_gibberish(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TEXT * 3).encode() + b"\xff end")
    assert read_one(path).text == TEXT * 3 + "\ufffd end"


def test_a_text_in_an_encoding_that_cannot_be_told_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Совет собрался в пятницу, сообщили в мэрии города.".encode("cp1251"))
    assert "encoding" in str(refused(path))


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\n".encode("utf-16")])
def test_an_empty_file_is_named_as_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert isinstance(refused(path), EmptyInput)


@pytest.mark.parametrize(
    "content",
    [b"\x7fELF\x02\x01\x01\x00" * 40, bytes(range(256)) * 20, b"\xff\xfe\x00\xd8\x00", b"\x00\x01" * 9 + b"\x80"],
    ids=["program", "every byte", "damaged UTF-16", "zeros"],
)
def test_a_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert isinstance(refused(path), UnreadableInput)


def test_a_file_of_fifty_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert "too large: 50 MB" in str(refused(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in str(refused(tmp_path / "nowhere.txt"))


def test_a_name_that_no_file_can_have_is_refused() -> None:
    (found,) = read("a\0b.txt")
    assert isinstance(found, UnreadableInput)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "no permission" in str(refused(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    assert "not a file" in str(refused(path))


def test_a_folder_gives_its_texts_and_those_of_folders_in_it_in_order(tmp_path: Path) -> None:
    (tmp_path / "later").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.md", "later/c.txt", ".hidden/d.txt", "picture.jpg"):
        (tmp_path / name).write_text(TEXT)
    names = [found.name for found in read(tmp_path)]
    assert names == [str(tmp_path / name) for name in ("a.md", "b.txt", "later/c.txt")]


def test_one_unsound_file_does_not_keep_the_rest_of_a_folder_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(TEXT)
    found = read(tmp_path)
    assert isinstance(found[0], EmptyInput)
    assert isinstance(found[1], RawArticle)


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path), EmptyInput)


def test_notes_beside_the_texts_say_what_the_texts_do_not(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for name in ("a.txt", "old/b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "outlets.toml").write_text(
        '["a.txt"]\noutlet = "The Norvale Bee"\ndomain = "bee.example"\ndate = 2021-03-04\n\n'
        '["old/b.txt"]\ndomain = "www.bbc.co.uk"\ndate = "2021-03-05T10:00"\ntitle = "Council meets"\n'
    )
    bee, plain, bbc = read(tmp_path)
    assert isinstance(bee, RawArticle)
    assert (bee.outlet, bee.domain, bee.date) == ("The Norvale Bee", "bee.example", dt.date(2021, 3, 4))
    assert not bee.outlet_guessed
    assert isinstance(bbc, RawArticle)
    assert (bbc.outlet, bbc.date, bbc.title) == ("BBC News", dt.date(2021, 3, 5), "Council meets")
    assert isinstance(plain, RawArticle)
    assert plain.outlet is None
    assert read_one(tmp_path / "a.txt").outlet == "The Norvale Bee"


def test_unsound_notes_are_named_and_the_texts_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    notes = tmp_path / "outlets.toml"
    notes.write_text("this is not toml")
    error, article = read(tmp_path)
    assert isinstance(error, InputError)
    assert str(notes) in str(error)
    assert isinstance(article, RawArticle)


@pytest.mark.parametrize("entry", ["outlet = 7", 'date = "soon"', "date = 7"])
def test_a_note_of_the_wrong_kind_is_named_and_left_out(tmp_path: Path, entry: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "outlets.toml").write_text(f'["a.txt"]\n{entry}\n')
    error, article = read(tmp_path)
    assert isinstance(error, InputError)
    assert "a.txt" in str(error)
    assert isinstance(article, RawArticle)
    assert (article.outlet, article.date) == (None, None)
