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


def test_an_article_without_a_date_that_is_one_is_read(empty: Caller) -> None:
    (shape,) = empty.json("analyze", input='{"text": "Bees were seen.", "date": "soon"}\n')
    assert shape["id"] == "1"


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
