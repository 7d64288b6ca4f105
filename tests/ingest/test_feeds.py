"""Feeds as servers really give them out: under any content type, packed, long, with pages that robots.txt closes."""

from __future__ import annotations

import datetime as dt
import gzip
from typing import TYPE_CHECKING

import pytest

from reader.ingest import open_reader
from reader.ingest.complete import Completer
from reader.ingest.feeds import is_feed
from reader.ingest.fetch import Fetcher
from reader.ingest.outlets import built_in
from reader.ingest.refresh import Refresher
from reader.ingest.robots import PoliteFetcher
from reader.ingest.timestamps import parse_time, updated
from reader.model import Feed, RawArticle
from tests.ingest.conftest import answer
from tests.ingest.pages import BODY, item, page, rss

if TYPE_CHECKING:
    from reader.errors import InputError
    from tests.ingest.conftest import Misbehaving

WHOLE = "<p>" + "</p><p>".join(BODY * 4) + "</p>"
ATOM = (
    '<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- <html> was here -->\n'
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Norvale Bee</title><entry><title>Pier</title>'
    f"<published>2024-03-05T10:00:00Z</published><updated>2024-03-05T12:30:00Z</updated><summary>{BODY[0]}</summary>"
    "</entry></feed>"
)


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ingest.robots.PAUSE", 0.0)


def articles(found: list[RawArticle | InputError]) -> list[RawArticle]:
    return [item for item in found if isinstance(item, RawArticle)]


@pytest.mark.parametrize("kind", ["text/xml", "application/xml; charset=utf-8", "text/html", "text/plain", ""])
@pytest.mark.parametrize("content", [rss(item("Whole", text=WHOLE)), ATOM.encode()], ids=["RSS", "Atom"])
def test_a_feed_is_one_whatever_its_server_calls_it(server: Misbehaving, kind: str, content: bytes) -> None:
    url = server.at("/feed", answer(content, kind=kind))
    reader = open_reader(allow_local=True)
    (found,) = articles(list(reader.read(url)))
    assert found.text.startswith(BODY[0])
    assert [(feed.url, feed.title) for feed in reader.found()] == [(url, "The Norvale Bee")]


def test_a_packed_feed_is_remembered_and_refreshed_too(server: Misbehaving) -> None:
    packed = gzip.compress(rss(item("Whole", text=WHOLE)))
    url = server.at("/feed.xml.gz", answer(packed, kind="application/gzip"))
    reader = open_reader(allow_local=True)
    assert len(articles(list(reader.read(url)))) == 1
    (feed,) = reader.found()
    ((_, items),) = reader.refresh([feed])
    assert len(items) == 1


@pytest.mark.parametrize(
    ("text", "feed"),
    [
        ("<rss><channel>", True),
        ("\n\n<rdf:RDF xmlns='a'>", True),
        ("ï»¿<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><RSS>", True),
        ("<!DOCTYPE html><html><rss>", False),
        ("<!-- <rss> --><html>", False),
        ("<!-- <rss>", False),
        ("<?xml <rss>", False),
        ("The <rss> element", False),
        ("<" * 10_000, False),
        ("", False),
    ],
)
def test_a_feed_is_told_by_its_first_element(text: str, feed: bool) -> None:  # noqa: FBT001 - a case
    assert is_feed(text) is feed


def test_the_pages_of_a_feed_that_is_added_are_asked_for_as_politely_as_when_it_is_refreshed(
    server: Misbehaving,
) -> None:
    server.at("/robots.txt", answer(b"User-agent: *\nDisallow: /closed", kind="text/plain"))
    opened, closed = (server.at(path, answer(page().encode())) for path in ("/open", "/closed"))
    url = server.at("/feed", answer(rss(item("A", link=opened, text="One."), item("B", link=closed, text="Two."))))
    first, second = articles(list(open_reader(allow_local=True).read(url)))
    assert BODY[3] in first.text
    assert second.text == "Two."
    assert server.asked() == ["/feed", "/robots.txt", "/open"]


def test_what_a_long_feed_has_beyond_the_pages_of_one_time_comes_the_next_time(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ingest.refresh.MOST_PAGES", 2)
    pages = [server.at(f"/{number}", answer(page().encode())) for number in range(3)]
    entries = [item(f"Pier {number}", link=link, text="Short.") for number, link in enumerate(pages)]
    url = server.at("/feed", answer(rss(*entries, item("Whole", text=WHOLE)), ETag='"1"', kind="text/xml"))
    refresher = Refresher(PoliteFetcher(Fetcher(allow_local=True)), Completer(built_in()))
    ((feed, items),) = refresher.refresh([Feed(url)])
    assert [found.title for found in articles(list(items))] == ["Norvale shuts ferry pier"] * 2 + ["Whole"]
    assert feed.etag == ""
    ((feed, items),) = refresher.refresh([feed], known=pages[:2])
    assert [found.url for found in articles(list(items)) if found.url] == pages[2:]
    assert feed.etag == '"1"'


def test_an_entry_tells_when_it_was_changed_after_it_was_published(server: Misbehaving) -> None:
    url = server.at("/feed", answer(ATOM.encode()))
    (found,) = articles(list(open_reader(allow_local=True).read(url)))
    assert (str(found.date), found.updated) == ("2024-03-05", "2024-03-05 12:30 UTC")


@pytest.mark.parametrize(
    ("changed", "published", "told"),
    [
        ("2024-03-05T12:30:11+01:00", "2024-03-05T10:00:00+01:00", "2024-03-05 12:30 +01:00"),
        ("2024-03-05T10:00:59Z", "2024-03-05 10:00:00+0000", None),
        ("Tue, 05 Mar 2024 12:30:00 GMT", "", "2024-03-05 12:30 UTC"),
        ("6 March 2024", "2024-03-05", "2024-03-06"),
        ("soon", "2024-03-05", None),
        ("", "2024-03-05", None),
    ],
)
def test_a_change_is_told_to_the_minute_where_the_container_does(
    changed: str, published: str, told: str | None
) -> None:
    assert updated(changed, published) == told


def test_an_article_that_its_feed_says_was_changed_is_fetched_again(server: Misbehaving) -> None:
    pages = {name: server.at(f"/{name}", answer(page().encode())) for name in ("old", "changed", "undated")}
    entries = [
        f"<entry><title>{name}</title><link href='{link}'/><summary>Short.</summary>{stamp}</entry>"
        for (name, link), stamp in zip(
            pages.items(),
            (
                "<published>2024-03-05T10:00:00Z</published><updated>2024-05-01T09:00:00Z</updated>",
                "<published>2024-03-05T10:00:00Z</published><updated>2024-05-01T11:30:00+01:00</updated>",
                "",
            ),
            strict=True,
        )
    ]
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Bee</title>{"".join(entries)}</feed>'
    url = server.at("/feed", answer(atom.encode()))
    refresher = Refresher(PoliteFetcher(Fetcher(allow_local=True)), Completer(built_in()))
    ((_, items),) = refresher.refresh([Feed(url, checked="2024-05-01T10:00:00+00:00")], known=list(pages.values()))
    assert [found.url for found in articles(list(items))] == [pages["changed"]]
    ((_, items),) = refresher.refresh([Feed(url)], known=list(pages.values()))
    assert items == []


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-03-05T10:00:00+02:00", "2024-03-05T08:00:00+00:00"),
        ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00+00:00"),
        ("2024-03-05 10:00", "2024-03-05T10:00:00+00:00"),
        ("soon", None),
        ("", None),
    ],
)
def test_a_moment_is_read_with_its_zone(words: str, moment: str | None) -> None:
    found = parse_time(words)
    assert (found.astimezone(dt.UTC).isoformat() if found else None) == moment
