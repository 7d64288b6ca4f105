"""The commands that show what is in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.cli.reading import print_quotations
from reader.cli.session import first_start
from reader.model import AddReport, AddResult, Article, Quotation, QuotationKind, Span, Speaker
from tests.library.examples import POST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Caller


def spans(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Yield every object that has a start, however deep."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def test_search_prints_articles_and_says_how_many(newsreader: Caller) -> None:
    result = newsreader("search", "pillars")
    assert "Norvale Post" in result.stdout
    assert "Easthaven Mail" in result.stdout
    assert result.stderr == "2 articles\n"
    assert newsreader("search", "bus").stderr == "1 article\n"
    assert newsreader("search", "--limit", "1", "pillars").stderr == "2 articles, the best 1 shown\n"


def test_search_gives_json_with_every_place(newsreader: Caller) -> None:
    (found,) = newsreader.json("search", "nine", "million")
    assert found["query"] == "nine million"
    assert found["total"] == 1
    (hit,) = found["hits"]
    (article,) = newsreader.json("show", hit["article"])
    assert {article["text"][span["start"] : span["end"]] for span in hit["spans"]} <= {
        "nine",
        "million",
        "nine million",
    }
    assert {"title", "outlet", "date", "score", "snippet", "marks"} <= set(hit)


def test_search_that_finds_nothing_is_no_failure(newsreader: Caller) -> None:
    assert newsreader("search", "zeppelins").stderr.startswith("nothing found")
    assert newsreader("search", "zeppelins").stdout == ""


def test_a_query_that_is_not_understood_is_named(newsreader: Caller) -> None:
    result = newsreader("search", "date:soonish", code=2)
    assert len(result.stderr.splitlines()) == 1


def test_stories_lists_the_articles_of_each(newsreader: Caller) -> None:
    (story,) = newsreader.json("stories")
    assert set(story) == {"id", "title", "articles", "outlets", "first_date", "last_date"}
    text = newsreader("stories").stdout
    assert text.startswith(story["id"])
    assert all(article in text for article in story["articles"])


def test_show_prints_head_and_text(newsreader: Caller) -> None:
    (story,) = newsreader.json("stories")
    text = newsreader("show", story["articles"][0]).stdout
    assert "2031-05-06" in text
    assert "Ines Falk" in text
    (shown,) = newsreader.json("show", story["articles"][0], "--raw")
    assert {"id", "title", "outlet", "text", "removed", "quotations", "claims", "raw", "version"} <= set(shown)
    for span in spans(shown):
        assert shown["raw"][span["raw_start"] : span["raw_end"]].split() == (
            shown["text"][span["start"] : span["end"]].split()
        )


def test_an_earlier_version_is_shown(newsreader: Caller) -> None:
    (story,) = newsreader.json("stories")
    (shown,) = newsreader.json("show", story["articles"][0], "--version", "1")
    assert shown["version"] == 1
    assert "text" in shown
    assert "no article" in newsreader("show", story["articles"][0], "--version", "9", code=1).stderr


def test_quotes_says_who_said_what(newsreader: Caller) -> None:
    every = newsreader.json("quotes")
    assert {"start", "end", "raw_start", "raw_end", "content", "kind", "speaker", "mention"} <= set(every[0])
    assert {"mention_start", "mention_end", "cue", "group", "confidence", "id", "article", "outlet"} <= set(every[0])
    assert {quotation["kind"] for quotation in every} <= {"direct", "mixed", "indirect"}
    falk = newsreader.json("quotes", "pier", "--speaker", "falk")
    assert {quotation["speaker"] for quotation in falk} == {"Ines Falk"}
    assert "Ines Falk" in newsreader("quotes").stdout


def test_facts_is_the_checklist(newsreader: Caller) -> None:
    (checklist,) = newsreader.json("facts")
    assert set(checklist["outlets"]) == {"Norvale Post", "Easthaven Mail"}
    articles = {name: newsreader.json("show", name)[0] for name in newsreader.json("stories")[0]["articles"]}
    for item in checklist["items"]:
        assert {"id", "headline", "relation", "origins", "stances", "differences", "status", "verdict"} <= set(item)
        assert item["relation"] in {"agreed", "differs", "single"}
        assert (item["status"], item["verdict"]) == ("unchecked", None)
        assert set(item["stances"]) == set(checklist["outlets"])
        for stance in item["stances"].values():
            assert {"stance", "words", "provenance"} <= set(stance)
            for words in stance["words"]:
                assert {"start", "end", "raw_start", "raw_end"} <= set(words)
                assert articles[words["article"]]["text"][words["start"] : words["end"]] == words["text"]
        for difference in item["differences"]:
            assert {"kind", "outlets", "words", "says"} <= set(difference)
            assert len(difference["words"]) == len(difference["outlets"]) == 2


def test_facts_of_one_relation(newsreader: Caller) -> None:
    (checklist,) = newsreader.json("facts")
    (single,) = newsreader.json("facts", "--only", "single")
    assert [item["id"] for item in single["items"]] == [
        item["id"] for item in checklist["items"] if item["relation"] == "single"
    ]
    assert 0 < len(single["items"]) < len(checklist["items"])


def test_quotes_are_printed_under_their_speakers(newsreader: Caller) -> None:
    blocks = [block.splitlines() for block in newsreader("quotes").stdout.split("\n\n")]
    assert len({block[0] for block in blocks}) == len(blocks)
    (falk,) = (block[1:] for block in blocks if block[0] == "Ines Falk")
    assert len(falk) == 2
    assert all(
        line.startswith("  d  ") and line.endswith(": “This was the last warning for all of us,”") for line in falk
    )
    assert {line.split(" (")[0].removeprefix("  d  ") for line in falk} == {"Norvale Post", "Easthaven Mail"}
    indirect = [line for block in blocks for line in block[1:] if line.startswith("  i")]
    assert indirect
    assert not any("“" in line for line in indirect)
    by_outlet = newsreader("quotes", "--by", "outlet").stdout.split("\n\n")
    assert {block.splitlines()[0] for block in by_outlet} == {"Norvale Post", "Easthaven Mail"}


def test_every_kind_of_quotation_has_its_letter_and_doubt_a_question_mark(capsys: pytest.CaptureFixture[str]) -> None:
    article = Article(id="a", text="", title="", outlet="Norvale Post")

    def said(kind: QuotationKind, confidence: float, cue: str | None = "said") -> Quotation:
        speaker = Speaker("Falk", "Ines Falk", Span(0, 4), confidence=confidence)
        return Quotation(Span(0, 4), "the last warning", kind, speaker, cue)

    quotations = [said(QuotationKind.DIRECT, 0.6), said(QuotationKind.MIXED, 0.59), said(QuotationKind.INDIRECT, 1)]
    nobodys = Quotation(Span(0, 4), "a warning", QuotationKind.DIRECT)
    print_quotations([(article, quotation) for quotation in (*quotations, nobodys)], by="speaker")
    assert capsys.readouterr().out.splitlines() == [
        "Ines Falk",
        "  d  Norvale Post (said): “the last warning”",
        "  p? Norvale Post (said): “the last warning”",
        "  i  Norvale Post (said): the last warning",
        "",
        "somebody",
        "  d? Norvale Post: “a warning”",
    ]


def test_quotes_by_speaker(newsreader: Caller) -> None:
    names = [quotation["speaker"] or "" for quotation in newsreader.json("quotes", "--by", "speaker")]
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(newsreader.json("quotes"))


def test_a_persons_word_on_stories_stands(newsreader: Caller) -> None:
    ((a, b),) = (story["articles"] for story in newsreader.json("stories"))
    assert [story["articles"] for story in newsreader.json("stories", "--split", a)] in ([[a], [b]], [[b], [a]])
    assert len(newsreader.json("stories")) == 2
    (story,) = newsreader.json("stories", "--join", a, "--join", b)
    assert set(story["articles"]) == {a, b}
    late = newsreader.folder.parent / "late.txt"
    late.write_text("Late\n\nA zeppelin was seen over the harbour of Norvale on Friday.\n")
    newsreader("stories", "--pin", story["id"])
    other = newsreader.json("add", str(late))[0]["article"]
    assert {tuple(story["articles"]) for story in newsreader.json("stories")} == {tuple(story["articles"]), (other,)}
    assert "no article" in newsreader("stories", "--join", "nobody", code=1).stderr


def test_facts_for_reading_has_a_mark_for_each_outlet(newsreader: Caller) -> None:
    text = newsreader("facts", "norvale", "pier").stdout
    assert "● Norvale Post" in text
    assert "– Easthaven Mail" in text


def test_a_story_that_is_not_there_is_named(newsreader: Caller) -> None:
    assert newsreader("facts", "zeppelins", code=1).stderr == "newsreader: no story 'zeppelins' in this library\n"


def test_omits_tells_what_two_others_report(newsreader: Caller) -> None:
    (story,) = newsreader.json("stories")
    assert newsreader.json("omits", story["articles"][0]) == []
    assert "no fact" in newsreader("omits", story["articles"][0]).stderr


def test_omits_names_a_fact_that_the_two_others_have(newsreader: Caller) -> None:
    third = newsreader.folder.parent / "third"
    third.mkdir()
    (third / "third.txt").write_text(
        "Old ferry pier of Norvale shut\n\nFerries leave from elsewhere now: the harbour board of Norvale closed the "
        "old ferry pier for a year on Tuesday.\n\nThe repair of the pier would cost nine million crowns, the harbour "
        "board said.\n",
        encoding="utf-8",
    )
    (third / "outlets.toml").write_text('["third.txt"]\noutlet = "Coast"\ndate = 2031-05-06\n', encoding="utf-8")
    newsreader("add", str(third))
    (story,) = newsreader.json("stories")
    shown = [newsreader.json("show", article)[0] for article in story["articles"]]
    mail = next(article["id"] for article in shown if article["outlet"] == "Easthaven Mail")
    headlines = [item["headline"] for item in newsreader.json("omits", mail)]
    assert any("nine million" in headline for headline in headlines)
    assert "nine million" in newsreader("omits", mail).stdout


def test_facts_say_how_many_origins_they_have_and_through_whom(newsreader: Caller) -> None:
    items = {item["id"]: item for item in newsreader.json("facts")[0]["items"]}
    text = newsreader("facts").stdout
    for line in text.splitlines():
        if line[:1] in "=≠1" and line[2:10] in items:
            origins = items[line[2:10]]["origins"]
            assert line.split("]")[0].rstrip().endswith(f"{origins} origin{'s' * (origins != 1)})")
    assert "Norvale Post (through " in text


def test_facts_are_printed_as_markdown(newsreader: Caller) -> None:
    every = newsreader.json("facts")[0]["items"]
    text = newsreader("facts", "--markdown").stdout
    assert text.startswith("# Fact checklist: ")
    assert text.count("\n### ") == len(every)
    differing = [item for item in every if item["relation"] == "differs"]
    assert 0 < len(differing) < len(every)
    only = newsreader("facts", "pier", "--only", "differs", "--markdown").stdout
    assert only.count("\n### ") == len(differing)
    assert all(f"`{item['id']}`" in only for item in differing)
    assert "not both" in newsreader("facts", "--markdown", "--json", code=2).stderr


def test_articles_are_named_by_the_beginning_of_their_ids(newsreader: Caller) -> None:
    (story,) = newsreader.json("stories")
    for article in story["articles"]:
        assert newsreader.json("show", article[:6])[0]["id"] == article
        assert newsreader("show", article).stdout == newsreader("show", article[:4]).stdout
    for unknown in ("3", "", "zzzzzz"):
        assert f"no article {unknown!r}" in newsreader("show", unknown, code=1).stderr


def test_a_first_start_shows_the_seeds(empty: Caller) -> None:
    result = empty("stories")
    assert "The Hill" in result.stdout
    assert result.stderr == "first start: loaded the 2 articles that come with newsreader\n"
    assert empty("stories").stderr == ""


def test_a_first_start_counts_what_was_loaded_and_names_what_was_refused() -> None:
    refused = AddReport("b.txt", AddResult.REFUSED, "the file is empty")
    loaded = [AddReport(name, AddResult.ADDED, article=name) for name in ("a", "c")]
    told = "first start: loaded the 2 articles that come with newsreader"
    assert list(first_start([loaded[0], refused, loaded[1]])) == ["b.txt: the file is empty", told]
    assert list(first_start([refused])) == ["b.txt: the file is empty"]
    assert list(first_start([])) == []


@pytest.mark.parametrize("name", ["markdown", "html", "csv", "json", "jsonl", "webannotation", "claimreview"])
def test_export_writes_every_format(newsreader: Caller, name: str) -> None:
    assert newsreader("export", "--to", name).stdout.strip()


def test_export_writes_a_file(newsreader: Caller) -> None:
    target = newsreader.folder.parent / "story.md"
    assert newsreader("export", "pier", "-o", str(target)).stderr == f"wrote {target}\n"
    assert "Ines Falk" in target.read_text(encoding="utf-8")
    nowhere = newsreader.folder / "nowhere" / "story.md"
    assert "can't be written" in newsreader("export", "-o", str(nowhere), code=1).stderr
    assert "papyrus" in newsreader("export", "--to", "papyrus", code=2).stderr


def test_what_changed_since_an_earlier_version_is_shown_to_the_word(newsreader: Caller, tmp_path: Path) -> None:
    (article,) = (head["article"] for head in newsreader.json("add", str(tmp_path / "texts" / "post.txt")))
    assert newsreader("show", article, "--diff").stderr == "there is one version only\n"
    for words in ("ten million", "eleven million"):
        (tmp_path / "texts" / "post.txt").write_text(POST.replace("nine million", words), encoding="utf-8")
        newsreader("add", str(tmp_path / "texts" / "post.txt"))
    said = newsreader("show", article, "--diff").stdout
    assert said.startswith("Norvale closes its old ferry pier for a year: version 2 to version 3\n")
    assert "would cost [-ten-]{+eleven+} million crowns" in said
    assert "[-nine-]{+eleven+}" in newsreader("show", article, "--diff", "--version", "1").stdout
    (shape,) = newsreader.json("show", article, "--diff", "--version", "1")
    (change,) = shape["changes"]
    assert (shape["from"], shape["to"], change["before"]["text"], change["after"]["text"]) == (1, 3, "nine", "eleven")
    assert "version 3" in newsreader("show", article).stdout
    newsreader("show", article, "--diff", "--raw", code=2)
