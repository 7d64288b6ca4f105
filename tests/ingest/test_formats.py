"""Whatever news comes as: pages, packed pages, dumps, feeds, lists of feeds, standard input."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
from typing import TYPE_CHECKING

import pytest

from reader.errors import EmptyInput, InputError, UnreadableInput
from reader.ingest import open_reader
from reader.ingest.feeds import ListedFeed, read_opml, write_opml
from reader.ingest.html import Paragraph, with_left_out
from reader.ingest.packed import gunzip
from reader.model import RawArticle
from tests.ingest.pages import BODY, item, page, rss

if TYPE_CHECKING:
    from pathlib import Path

JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": ["NewsArticle"], "headline": "Pier shut for a year", "datePublished": "2024-03-05T10:00:00+01:00",
"dateModified": "2024-03-06T08:15:00+01:00",
"author": [{"@type": "Person", "name": "Ida Frell"}, {"name": "By Jon Mard"}], "publisher": {"name": "The Norvale Bee"},
"mainEntityOfPage": {"@id": "https://norvalebee.example/pier?utm_source=x#top"}}]}</script>"""
OPEN_GRAPH = """<meta property="og:title" content="Pier shut"><meta property="og:site_name" content="BBC News">
<meta name="author" content="By Ida Frell"><meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://www.bbc.com/news/pier/">"""


def read(source: object) -> list[RawArticle | InputError]:
    return list(open_reader().read(str(source)))


def article(found: RawArticle | InputError) -> RawArticle:
    assert isinstance(found, RawArticle), str(found)
    return found


def one(path: Path, content: str | bytes) -> RawArticle | InputError:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read(path)
    return found


def test_a_saved_page_gives_its_body_and_nothing_around_it(tmp_path: Path) -> None:
    found = article(one(tmp_path / "a.html", page()))
    assert [line for line in found.text.splitlines() if line != "Norvale shuts ferry pier"] == list(BODY)
    assert (found.title, found.language) == ("Norvale shuts ferry pier", "en")


def test_the_first_heading_of_a_markdown_text_is_its_title_and_no_heading_keeps_its_marks(tmp_path: Path) -> None:
    text = "# Norvale shuts ferry pier #\n\nThe pier is #1 of two.\n\n## What now\n\n#pier is what people write.\n"
    found = article(one(tmp_path / "a.md", text))
    assert found.title == "Norvale shuts ferry pier"
    assert [line for line in found.text.splitlines() if line] == [
        "Norvale shuts ferry pier",
        "The pier is #1 of two.",
        "What now",
        "#pier is what people write.",
    ]
    assert article(one(tmp_path / "b.md", "The pier is shut.\n\n## What now\n")).title is None
    assert article(one(tmp_path / "c.txt", text)).title is None


def paragraph(text: str, *, parent: str = "chunk", linked: float = 0.0) -> Paragraph:
    return Paragraph(("div", parent, ""), text, linked)


FOUND = [f"The body begins here, says sentence {n} of the first piece, and it goes on for a while." for n in range(4)]
LEFT_OUT = [f"Behind the advertisement the body goes on, says sentence {n} of the second piece." for n in range(3)]


def test_the_pieces_of_a_body_that_stand_as_the_first_one_does_are_put_back_in_their_places() -> None:
    page_order = [*FOUND[:3], *LEFT_OUT, FOUND[3]]
    assert with_left_out(FOUND, [paragraph(line) for line in page_order]) == page_order
    first = [*LEFT_OUT, *FOUND]
    assert with_left_out(FOUND, [paragraph(line) for line in first]) == first


@pytest.mark.parametrize(
    "others",
    [
        [paragraph(line) for line in LEFT_OUT[:2]],
        [paragraph(line, parent="teaser") for line in LEFT_OUT],
        [paragraph(line, linked=0.9) for line in LEFT_OUT],
        [paragraph(line[:30]) for line in LEFT_OUT],
        [paragraph(line) for line in FOUND],
        [paragraph(LEFT_OUT[0])] * 5,
    ],
    ids=["a caption or two", "elsewhere", "links", "short", "twice the same", "one repeated"],
)
def test_what_does_not_stand_as_the_body_does_is_not_put_back(others: list[Paragraph]) -> None:
    assert with_left_out(FOUND, [*(paragraph(line) for line in FOUND), *others]) == FOUND


def test_what_a_page_says_of_itself_in_json_ld_goes_first(tmp_path: Path) -> None:
    found = article(one(tmp_path / "a.html", page(head=OPEN_GRAPH.replace("<link", "<x") + JSON_LD)))
    assert (found.title, found.byline) == ("Pier shut for a year", "Ida Frell, Jon Mard")
    assert (found.outlet, found.domain) == ("The Norvale Bee", "norvalebee.example")
    assert (found.date, found.url) == (dt.date(2024, 3, 5), "https://norvalebee.example/pier")
    assert found.updated == "2024-03-06 08:15 +01:00"
    assert not found.outlet_guessed


def test_open_graph_and_meta_tags_are_read_where_there_is_no_json_ld(tmp_path: Path) -> None:
    found = article(one(tmp_path / "a.html", page(head=OPEN_GRAPH)))
    assert (found.title, found.byline, found.outlet) == ("Pier shut", "Ida Frell", "BBC News")
    assert (found.date, found.url) == (dt.date(2024, 3, 5), "https://www.bbc.com/news/pier")


@pytest.mark.parametrize(
    "script",
    ["{broken", "[" * 100_000, '{"@type": "NewsArticle", "headline": 7}', '"words"'],
    ids=["broken", "deep", "a number for a headline", "no object"],
)
def test_json_ld_that_is_broken_is_passed_over(tmp_path: Path, script: str) -> None:
    markup = page(head=f'<script type="application/ld+json">{script}</script>')
    assert article(one(tmp_path / "a.html", markup)).title == "Norvale shuts ferry pier"


def test_a_page_that_a_browser_saved_says_where_from(tmp_path: Path) -> None:
    saved = "<!-- saved from url=(0034)https://www.reuters.com/world/pier -->" + page()
    found = article(one(tmp_path / "a.htm", saved))
    assert (found.url, found.outlet) == ("https://www.reuters.com/world/pier", "Reuters")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_encoding_that_a_page_names_is_used(tmp_path: Path, encoding: str) -> None:
    markup = page(
        head=f"<meta charset={encoding}>",
        body=(*BODY, "Ruth Caldon’s café on the quay — Zoë’s — stays open, she said."),
    )
    written = markup.encode("cp1252" if encoding != "utf-8" else "utf-8")
    assert "Ruth Caldon’s café on the quay — Zoë’s" in article(one(tmp_path / "a.html", written)).text


def test_a_page_that_names_a_wrong_or_unknown_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    for named in ("utf-8", "klingon-1"):
        markup = page(head=f"<meta charset={named}>", body=(*BODY, "The café on the quay stays open, the owner said."))
        assert "café" in article(one(tmp_path / "a.html", markup.encode("cp1252"))).text


def test_a_page_without_an_article_is_named(tmp_path: Path) -> None:
    assert isinstance(one(tmp_path / "a.html", "<html><body></body></html>"), EmptyInput)


def test_a_page_nested_a_hundred_thousand_deep_does_no_harm(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * 100_000 + "".join(f"<p>{line}</p>" for line in BODY)
    (found,) = [one(tmp_path / "a.html", deep)]
    assert isinstance(found, RawArticle | InputError)


def test_an_entity_does_not_read_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    feed = rss(item("Pier &x; shut", text="Words &x; here")).replace(b"<rss", doctype.encode() + b"<rss", 1)
    for name, content in (
        ("a.xml", feed),
        ("a.opml", doctype.replace("rss", "opml") + '<opml><body><outline xmlUrl="&x;"/></body></opml>'),
    ):
        found = one(tmp_path / name, content)
        assert "secret words" not in (found.text if isinstance(found, RawArticle) else str(found))


def test_a_billion_laughs_are_not_laughed(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    feed = rss(item("&l9;", text="&l9;")).replace(b"<rss", f"<!DOCTYPE rss [{laughs}]><rss".encode(), 1)
    found = one(tmp_path / "a.xml", feed)
    assert len(found.text if isinstance(found, RawArticle) else str(found)) < 10_000


def test_gzip_of_any_of_them_is_unpacked(tmp_path: Path) -> None:
    assert BODY[1] in article(one(tmp_path / "a.html.gz", gzip.compress(page().encode()))).text
    assert article(one(tmp_path / "a.txt.gz", gzip.compress(b"Only plain words."))).text == "Only plain words."
    two = gzip.compress(b"Plain ") + gzip.compress(b"words.")
    assert gunzip(two, "a") == b"Plain words."


@pytest.mark.parametrize(
    "content",
    [gzip.compress(b"The pier of Norvale is shut. " * 99)[:-10], b"\x1f\x8bnonsense", gzip.compress(b"")],
    ids=["cut short", "no gzip", "of nothing"],
)
def test_damaged_gzip_is_named(tmp_path: Path, content: bytes) -> None:
    assert isinstance(one(tmp_path / "a.txt.gz", content), InputError)


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    found = one(tmp_path / "a.txt.gz", gzip.compress(bytes(60_000_000)))
    assert "too large" in str(found)


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://www.npr.org/2024/pier
Subject: Pier
MIME-Version: 1.0
Content-Type: multipart/related; boundary="--x"

----x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

PAGE
----x--
"""


def test_an_mhtml_file_gives_its_page(tmp_path: Path) -> None:
    for name in ("a.mhtml", "a"):
        found = article(one(tmp_path / name, MHTML.replace("PAGE", page())))
        assert BODY[0] in found.text
        assert (found.url, found.outlet) == ("https://www.npr.org/2024/pier", "NPR")


def test_an_mhtml_file_without_a_page_is_named(tmp_path: Path) -> None:
    assert isinstance(one(tmp_path / "a.mht", "Subject: nothing\n\nhere"), UnreadableInput)


NEWS_PLEASE = {
    "maintext": "\n".join(BODY),
    "title": "Pier shut",
    "date_publish": "2024-03-05 10:00:00",
    "date_modify": "2024-03-05 11:20:00",
    "source_domain": "www.nytimes.com",
    "authors": ["Ida Frell", "Jon Mard"],
    "url": "https://www.nytimes.com/pier",
    "language": "en",
}


def test_a_record_of_a_crawler_is_read_by_its_usual_field_names(tmp_path: Path) -> None:
    found = article(one(tmp_path / "a.json", json.dumps(NEWS_PLEASE)))
    assert (found.text, found.title, found.byline) == ("\n".join(BODY), "Pier shut", "Ida Frell, Jon Mard")
    assert (found.date, found.outlet) == (dt.date(2024, 3, 5), "The New York Times")
    assert found.updated == "2024-03-05 11:20"


@pytest.mark.parametrize(
    "row",
    [
        {"text": "Words.", "sitename": "The Norvale Bee", "date": "2024-03-05", "author": "Ida Frell"},
        {
            "content": "Words.",
            "source": {"id": None, "name": "The Norvale Bee"},
            "publishedAt": "2024-03-05T10:00:00Z",
            "author": "Ida Frell",
        },
        {
            "articleBody": "Words.",
            "publisher": {"name": "The Norvale Bee"},
            "datePublished": "2024-03-05",
            "author": [{"name": "Ida Frell"}],
        },
        {"html": "<p>Words.</p>", "outlet": "The Norvale Bee", "timestamp": 1709632800, "byline": "Ida Frell"},
        {"plain_text": "Words.", "sitename": "The Norvale Bee", "published_date": "2024-03-05", "author": "Ida Frell"},
        {
            "plaintext": "Words.",
            "publisher": "The Norvale Bee",
            "publishing_date": "2024-03-05",
            "authors": ["Ida Frell"],
        },
        {"cleaned_text": "Words.", "outlet": "The Norvale Bee", "publish_date": "2024-03-05", "authors": ["Ida Frell"]},
        {
            "story_text": "Words.",
            "media_name": "The Norvale Bee",
            "seendate": "20240305T100000Z",
            "author": "Ida Frell",
            "responded_url": "https://bee.example/pier",
            "language": "German",
        },
    ],
)
def test_other_usual_shapes_are_read_too(tmp_path: Path, row: dict[str, object]) -> None:
    found = article(one(tmp_path / "a.json", json.dumps(row)))
    assert (found.text, found.outlet) == ("Words.", "The Norvale Bee")
    assert (found.date, found.byline) == (dt.date(2024, 3, 5), "Ida Frell")


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"articles": rows}, lambda rows: {"results": rows}])
def test_lists_of_records_give_an_article_each(tmp_path: Path, wrap: object) -> None:
    assert callable(wrap)
    (tmp_path / "a.json").write_text(json.dumps(wrap([NEWS_PLEASE, {"text": ""}, 7, NEWS_PLEASE])))
    found = read(tmp_path / "a.json")
    assert [isinstance(item, RawArticle) for item in found] == [True, False, False, True]
    assert "a.json#2" in str(found[1])
    assert "a.json#3" in str(found[2])


def test_each_line_of_jsonl_is_an_article_and_a_broken_one_is_named_by_its_number(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "one", "text": "Words."}), "", "{broken", json.dumps({"text": "More words."})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    first, broken, last = read(tmp_path / "a.jsonl")
    assert article(first).id == "one"
    assert "a.jsonl:3: not JSON" in str(broken)
    assert article(last).text == "More words."


@pytest.mark.parametrize("content", ["{", "7", "[" * 100_000, "[]", "{}"], ids=["broken", "7", "deep", "[]", "{}"])
def test_json_without_articles_is_named(tmp_path: Path, content: str) -> None:
    assert isinstance(one(tmp_path / "a.json", content), InputError)


def test_a_saved_feed_gives_an_article_for_each_entry(tmp_path: Path) -> None:
    entries = (
        item(
            "Pier shut",
            link="https://norvalebee.example/pier",
            text="<p>The pier is <b>shut</b>.</p><p>For a year.</p>",
        ),
        item("Only a headline"),
        item(""),
    )
    (tmp_path / "a.xml").write_bytes(rss(*entries))
    first, second, third = read(tmp_path / "a.xml")
    found = article(first)
    assert (found.text, found.title) == ("The pier is shut.\nFor a year.", "Pier shut")
    assert (found.outlet, found.date) == ("The Norvale Bee", dt.date(2024, 3, 5))
    assert found.url == "https://norvalebee.example/pier"
    assert article(second).text == "Only a headline"
    assert isinstance(third, EmptyInput)


def test_a_json_feed_is_read_too(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Norvale Bee",
        "home_page_url": "https://norvalebee.example",
        "items": [
            {
                "id": "1",
                "title": "Pier",
                "content_html": "<p>Shut.</p>",
                "url": "https://norvalebee.example/1",
                "authors": [{"name": "Ida"}],
            },
            {"id": "2", "content_text": "Words.", "date_published": "2024-03-05T10:00:00Z"},
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(feed))
    first, second = read(tmp_path / "a.json")
    assert (article(first).text, article(first).byline) == ("Shut.", "Ida")
    assert article(second).date == dt.date(2024, 3, 5)
    assert isinstance(one(tmp_path / "b.json", '{"version": "https://jsonfeed.org/version/1", "items": 7}'), InputError)
    assert isinstance(one(tmp_path / "c.json", '{"version": "https://jsonfeed.org/version/1", '), InputError)


@pytest.mark.parametrize("content", [rss(), b"<html><p>no feed</p></html>", b"plain words"])
def test_what_is_no_feed_or_has_no_entries_is_named(tmp_path: Path, content: bytes) -> None:
    assert isinstance(one(tmp_path / "a.rss", content), InputError)


def test_a_list_of_feeds_is_read_and_written(tmp_path: Path) -> None:
    listed = [ListedFeed("https://a.example/feed?x=1&y=2", 'The "A"'), ListedFeed("https://b.example/feed", "")]
    again = read_opml(write_opml(listed).encode(), "a.opml")
    assert [(feed.url, feed.title) for feed in again] == [
        ("https://a.example/feed?x=1&y=2", 'The "A"'),
        ("https://b.example/feed", ""),
    ]
    assert isinstance(one(tmp_path / "a.opml", "<opml><body/></opml>"), EmptyInput)
    assert isinstance(one(tmp_path / "b.opml", "<rss/>"), UnreadableInput)
    assert isinstance(one(tmp_path / "c.opml", "words"), UnreadableInput)


@pytest.mark.parametrize("content", [page(), "Plain words about a pier."])
def test_standard_input_is_read_by_what_it_holds(content: str) -> None:
    reader = open_reader(standard_input=io.BytesIO(content.encode()))
    (found,) = reader.read("-")
    assert "pier" in article(found).text
    assert found.name == "standard input"


def test_standard_input_has_a_limit_too() -> None:
    (found,) = open_reader(standard_input=io.BytesIO(bytes(20_000_000))).read("-")
    assert "too large" in str(found)


def test_the_notes_of_a_folder_are_no_article(tmp_path: Path) -> None:
    assert "give its folder" in str(one(tmp_path / "outlets.toml", ""))


def test_articles_in_other_languages_are_known_as_such(tmp_path: Path) -> None:
    german = (
        "Der Rat der Stadt hat am Dienstag beschlossen, die Brücke für ein Jahr zu sperren, weil sie nicht sicher ist."
    )
    assert article(one(tmp_path / "a.txt", german)).language == "de"


@pytest.mark.parametrize(("words", "language"), [("en_GB", "en"), ("de", "de"), ("German", None), ("deu", None)])
def test_the_code_of_a_language_is_taken_and_its_name_is_not(tmp_path: Path, words: str, language: str | None) -> None:
    found = article(one(tmp_path / "a.json", json.dumps({"text": "Zahl: 7", "language": words})))
    assert found.language == language
