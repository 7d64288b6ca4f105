"""The commands that need no library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.library.examples import MAIL, POST

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Caller

ARTICLES = "".join(
    json.dumps(line) + "\n"
    for line in (
        {"id": "p", "text": POST, "outlet": "Norvale Post", "date": "2031-05-06", "story": "pier"},
        {"id": "m", "text": MAIL, "outlet": "Easthaven Mail", "date": "2031-05-06T10:00:00Z", "story": "pier"},
        {"id": 3, "text": "Bees\n\nBees were seen in Easthaven on Friday.", "title": "Bees", "story": "bees"},
    )
)


def test_analyze_gives_a_line_for_each_article(empty: Caller) -> None:
    post, mail, bees = empty.json("analyze", "-", input=ARTICLES)
    assert [post["id"], mail["id"], bees["id"]] == ["p", "m", "3"]
    assert set(post) == {"id", "title", "text", "removed", "quotations", "claims"}
    for given, shape in ((POST, post), (MAIL, mail)):
        for quotation in shape["quotations"]:
            assert shape["text"][quotation["start"] : quotation["end"]] == quotation["content"]
            assert given[quotation["raw_start"] : quotation["raw_end"]] == quotation["content"]
        for claim in shape["claims"]:
            assert shape["text"][claim["start"] : claim["end"]] == claim["text"]
            assert {"checkable", "quantities", "names", "dates", "negated", "hedged", "attribution"} <= set(claim)
    falk = next(quotation for quotation in post["quotations"] if quotation["kind"] == "direct")
    assert falk["speaker"] == "Ines Falk"
    assert post["text"][falk["mention_start"] : falk["mention_end"]] == falk["mention"]
    assert not empty.folder.exists()


def test_analyze_reads_a_file(empty: Caller, tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\ufeff" + ARTICLES + "\n\n", encoding="utf-8")
    assert len(empty.json("analyze", str(file))) == 3
    assert "no such file" in empty("analyze", str(tmp_path / "nowhere"), code=1).stderr


def test_lines_that_cannot_be_used_are_named_and_the_rest_is_read(empty: Caller) -> None:
    bad = '{"id": "x"}\nnot json\n[1]\n{"text": 5}\n' + "[" * 100_000 + "\n" + ARTICLES
    result = empty("analyze", input=bad, code=1)
    assert len(result.stdout.splitlines()) == 3
    assert [line.split(":")[1] for line in result.stderr.splitlines()] == ["1", "2", "3", "4", "5"]
    assert all(line.startswith("standard input:") for line in result.stderr.splitlines())


def test_a_date_that_is_none_is_named_and_its_article_is_read(empty: Caller) -> None:
    dates = ("2031-05-06", "", None, "soon", 20310506)
    lines = "".join(json.dumps({"text": "Bees were seen.", "date": date}) + "\n" for date in dates)
    result = empty("analyze", input=lines)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["1", "2", "3", "4", "5"]
    said = result.stderr.splitlines()
    assert [line.split(":")[1] for line in said] == ["4", "5"]
    assert "'soon'" in said[0]


def test_an_id_given_twice_is_refused_and_the_rest_is_read(empty: Caller) -> None:
    lines = [{"id": "p", "text": POST}, {"id": "p", "text": MAIL}, {"id": "m", "text": MAIL}]
    lines.append({"id": "p", "text": MAIL, "story": "another"})
    for command in ("analyze", "checklist"):
        result = empty(command, input="".join(json.dumps(line) + "\n" for line in lines), code=1)
        assert result.stderr.startswith("standard input:2: ")
        assert "'p'" in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert len(result.stdout.splitlines()) == {"analyze": 3, "checklist": 2}[command]


@pytest.mark.parametrize(
    ("named", "outlets"),
    [
        ({"source": "Norvale Post"}, ["Norvale Post"]),
        ({"publisher": "Norvale Post"}, ["Norvale Post"]),
        ({"source": {"id": "np", "name": "Norvale Post"}}, ["Norvale Post"]),
        ({"outlet": "Norvale Post", "source": "wire"}, ["Norvale Post"]),
    ],
)
def test_an_outlet_is_read_by_its_usual_names(empty: Caller, named: dict[str, object], outlets: list[str]) -> None:
    (made,) = empty.json("checklist", input=json.dumps({"text": POST, **named}) + "\n")
    assert made["outlets"] == outlets


def test_an_outlet_that_is_null_is_unknown(empty: Caller) -> None:
    (made,) = empty.json("checklist", input=json.dumps({"text": POST, "outlet": None, "source": "wire"}) + "\n")
    assert "wire" not in made["outlets"]


@pytest.mark.parametrize(
    "content", [ARTICLES.encode("utf-16"), ARTICLES.encode("utf-16-be"), b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40]
)
def test_what_is_no_text_is_refused_in_one_line(empty: Caller, tmp_path: Path, content: bytes) -> None:
    (file := tmp_path / "a.jsonl").write_bytes(content)
    for command in ("analyze", "checklist", "compare"):
        result = empty(command, str(file), code=1)
        assert result.stdout == ""
        assert len(result.stderr.splitlines()) == 1
        assert "UTF-8" in result.stderr


def test_lines_longer_than_the_first_look_are_read_whole(empty: Caller) -> None:
    long = json.dumps({"id": "long", "text": "Bees were seen in Norvale. " * 4000})
    assert [found["id"] for found in empty.json("analyze", input=f'{ARTICLES}{long}\n{{"text": "Bees."}}')] == [
        "p",
        "m",
        "3",
        "long",
        "5",
    ]


def test_checklist_gives_a_line_for_each_story(empty: Caller) -> None:
    pier, bees = empty.json("checklist", input=ARTICLES)
    assert (pier["story"], bees["story"]) == ("pier", "bees")
    assert set(pier["outlets"]) == {"Norvale Post", "Easthaven Mail"}
    words = [words for item in pier["items"] for stance in item["stances"].values() for words in stance["words"]]
    assert {word["article"] for word in words} == {"p", "m"}
    for word in words:
        given = POST if word["article"] == "p" else MAIL
        assert given[word["raw_start"] : word["raw_end"]] == word["text"]


def test_compare_tells_how_pairs_relate(empty: Caller) -> None:
    pairs = [
        {"id": "n", "a": "Four of the twelve pillars are cracked.", "b": "Five of the twelve pillars are cracked."},
        {"id": 7, "a": "The pier is closed for a year.", "b": "The pier is closed for a year."},
        {"id": "x", "a": "The pier is closed."},
    ]
    result = empty("compare", "--json", input="".join(json.dumps(pair) + "\n" for pair in pairs), code=1)
    differs, same = (json.loads(line) for line in result.stdout.splitlines())
    assert (differs["id"], differs["relation"]) == ("n", "differs")
    assert (same["id"], same["relation"], same["differences"]) == (7, "same", [])
    assert 0 <= differs["score"] <= 1
    (difference,) = differs["differences"]
    assert difference["kind"] == "number"
    assert [words["text"] for words in difference["words"]] == ["Four", "Five"]
    assert ":3: " in result.stderr


@pytest.mark.parametrize("command", ["analyze", "checklist", "compare"])
def test_nothing_in_is_nothing_out(empty: Caller, command: str) -> None:
    assert empty(command, input="").stdout == ""
