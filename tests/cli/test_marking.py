"""The commands that mark, and that show marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import Caller

if TYPE_CHECKING:
    from pathlib import Path


def first_item(newsreader: Caller) -> dict[str, Any]:
    """Return the first fact."""
    (checklist,) = newsreader.json("facts")
    item: dict[str, Any] = checklist["items"][0]
    return item


def test_a_fact_is_flagged_by_the_beginning_of_its_id(newsreader: Caller) -> None:
    item = first_item(newsreader)
    evidence = ("--evidence", "https://post.example/a", "--evidence", "Budget 2031, p. 4", "--quote", "nine")
    (event,) = newsreader.json("flag", item["id"][:6], "missing-context", "--note", "since when?", *evidence)
    assert event["after"]["verdict"] == "missing context"
    assert event["after"]["status"] == "checked"
    assert event["person"] == "Ada"
    (flag,) = newsreader.json("flags")
    assert flag["id"] == item["id"]
    assert flag["text"] == item["headline"]
    assert flag["anchoring"] == "found"
    assert [one["citation"] for one in flag["evidence"]] == ["https://post.example/a", "Budget 2031, p. 4"]
    assert {one["words"] for one in flag["evidence"]} == {"nine"}
    now = first_item(newsreader)
    assert (now["status"], now["verdict"]) == ("checked", "missing context")
    text = newsreader("flags").stdout
    assert "since when?" in text
    assert "evidence: Budget 2031, p. 4" in text
    assert "[missing context (Ada)]" in newsreader("facts").stdout


def test_quotations_claims_and_any_words_are_flagged_by_their_place(newsreader: Caller) -> None:
    quotation = newsreader.json("quotes", "--speaker", "falk")[0]
    newsreader("flag", quotation["id"], "disputed")
    (article,) = newsreader.json("show", quotation["article"])
    claim = article["claims"][-1]
    newsreader("flag", claim["id"], "in", "progress")
    newsreader("flag", f"{quotation['article']}:0-7", "needs_evidence")
    flags = newsreader.json("flags")
    assert [(flag["kind"], flag["status"]) for flag in flags] == [
        ("quotation", "checked"),
        ("claim", "in progress"),
        ("sentence", "needs evidence"),
    ]
    assert flags[0]["text"] == quotation["content"]
    assert (flags[0]["start"], flags[0]["end"]) == (quotation["start"], quotation["end"])
    assert flags[0]["raw_end"] > flags[0]["raw_start"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("flag", "ffffffff", "disputed"), "no fact"),
        (("flag", "abc", "disputed"), "no fact"),
        (("flag", "", "disputed"), "no one fact"),
        (("flag", "nobody:1-3", "disputed"), "no article"),
        (("history", "ffffffff"), "no fact"),
    ],
)
def test_what_is_not_there_is_named(newsreader: Caller, arguments: tuple[str, ...], says: str) -> None:
    result = newsreader(*arguments, code=1)
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_place_outside_of_the_text_is_named(newsreader: Caller) -> None:
    article = newsreader.json("stories")[0]["articles"][0]
    assert "no place" in newsreader("flag", f"{article}:5-99999", "disputed", code=1).stderr
    assert "no place" in newsreader("flag", f"{article}:5-5", "disputed", code=1).stderr


def test_a_mark_that_is_none_is_named_with_those_there_are(newsreader: Caller) -> None:
    result = newsreader("flag", "ffffffff", "splendid", code=2)
    assert "missing-context" in result.stderr
    assert "nothing to say" in newsreader("flag", "ffffffff", code=2).stderr


def test_a_note_alone_keeps_the_verdict(newsreader: Caller) -> None:
    item = first_item(newsreader)
    newsreader("flag", item["id"], "disputed")
    newsreader("flag", item["id"], "--note", "later")
    (flag,) = newsreader.json("flags")
    assert (flag["verdict"], flag["note"]) == ("disputed", "later")
    newsreader("flag", item["id"], "unchecked")
    (flag,) = newsreader.json("flags")
    assert (flag["verdict"], flag["status"], flag["note"]) == (None, "unchecked", "later")


def test_undo_and_redo_and_history(newsreader: Caller) -> None:
    assert newsreader("undo").stderr == "nothing to undo\n"
    assert newsreader("redo").stderr == "nothing to redo\n"
    item = first_item(newsreader)
    newsreader("flag", item["id"], "disputed")
    assert "back to unchecked" in newsreader("undo").stdout
    assert newsreader("flags").stderr == "no flags\n"
    (event,) = newsreader.json("redo")
    assert event["after"]["verdict"] == "disputed"
    assert event["undoes"]
    assert [event["after"]["verdict"] for event in newsreader.json("history", item["id"])] == [
        "disputed",
        None,
        "disputed",
    ]
    assert len(newsreader("history", item["id"][:5]).stdout.splitlines()) == 3


def test_one_person_agrees_with_nobody(newsreader: Caller) -> None:
    newsreader("flag", first_item(newsreader)["id"], "disputed")
    assert newsreader("flags", "--agreement").stderr == "no two people have given verdicts\n"


def test_nothing_was_said_of_it(newsreader: Caller) -> None:
    assert newsreader("history", first_item(newsreader)["id"]).stderr == "nothing was said of it\n"


def test_strict_refuses_a_verdict_that_rests_on_nothing(newsreader: Caller, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('person = "Ada"\nstrict = true\n', encoding="utf-8")
    item = first_item(newsreader)
    assert "needs evidence" in newsreader("flag", item["id"], "verified", code=1).stderr
    newsreader("flag", item["id"], "verified", "--evidence", "https://post.example/a")


def test_flags_travel_to_a_colleague_and_come_once(newsreader: Caller, tmp_path: Path) -> None:
    item = first_item(newsreader)
    newsreader("flag", item["id"], "disputed", "--note", "line one\nline two\u2028three")
    file = tmp_path / "adas.jsonl"
    newsreader("export", "--flags", "-o", str(file))
    config = tmp_path / "bens.toml"
    config.write_text('person = "Ben"\n', encoding="utf-8")
    ben = Caller(tmp_path / "bens-library", config)
    ben("add", str(tmp_path / "texts"))
    assert ben("import", str(file)).stdout == "1 new of 1 entries\n"
    assert ben("import", str(file)).stdout == "0 new of 1 entries\n"
    ben("flag", item["id"], "verified")
    assert {flag["person"]: flag["verdict"] for flag in ben.json("flags")} == {"Ada": "disputed", "Ben": "verified"}
    assert ben.json("flags", "--agreement") == [{"a": "Ada", "b": "Ben", "shared": 1, "agreed": 0, "kappa": 0.0}]
    assert ben("flags", "--agreement").stdout == "Ada and Ben: 0 of 1 alike, kappa 0.00\n"
    assert "second check disagrees" in ben("facts").stdout
    mine = first_item(ben)
    assert mine["verdict"] == "verified"
    assert {flag["person"] for flag in mine["flags"]} == {"Ada", "Ben"}
    assert ben.json("flags")[0]["note"] == "line one\nline two\u2028three"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not flags"),
        (b"a letter", "not flags"),
        (b"[" * 100_000, "not flags"),
        (b"{}\n", "not flags"),
        (b'{"format": "newsreader flags", "version": 1}\n{"id": 3}\n', ":2: "),
        (b"\xff\xfe", "not flags"),
    ],
)
def test_a_file_that_holds_no_flags_is_named(newsreader: Caller, tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "flags.jsonl"
    file.write_bytes(content)
    result = newsreader("import", str(file), code=1)
    assert str(file) in result.stderr
    assert says in result.stderr
    assert newsreader.json("flags") == []


def test_notes_never_reach_the_terminal_as_orders(newsreader: Caller) -> None:
    item = first_item(newsreader)
    newsreader("flag", item["id"], "disputed", "--note", "\x1b[31mred\x07 \u202egnorw")
    for text in (newsreader("flags").stdout, newsreader("history", item["id"]).stdout):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "red" in text
    assert newsreader.json("flags")[0]["note"] == "\x1b[31mred\x07 \u202egnorw"
    assert "\u202e" not in newsreader("flags", "--json").stdout
