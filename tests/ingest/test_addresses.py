"""Addresses: pages, feeds and lists of feeds on a local server; what is asked again, and how politely."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.errors import InputError
from reader.ingest import open_reader
from reader.ingest.addresses import canonical_url, is_address
from reader.ingest.complete import Completer
from reader.ingest.fetch import Fetcher
from reader.ingest.outlets import built_in
from reader.ingest.refresh import Refresher
from reader.ingest.robots import PoliteFetcher
from reader.model import Feed, RawArticle
from tests.ingest.conftest import answer
from tests.ingest.pages import BODY, item, page, rss

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.ingest.conftest import Misbehaving

NOON = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC)
WHOLE = "<p>" + "</p><p>".join(BODY * 4) + "</p>"


def read(source: object) -> list[RawArticle | InputError]:
    return list(open_reader(allow_local=True).read(str(source)))


def article(found: RawArticle | InputError) -> RawArticle:
    assert isinstance(found, RawArticle), str(found)
    return found


def feed_of(*items: str) -> bytes:
    return answer(rss(*items), kind="application/rss+xml", ETag='"1"', Last_Modified="Tue, 05 Mar 2024 10:00:00 GMT")


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://WWW.Example.ORG:80/A/b/?utm_source=x&id=7&fbclid=y#top", "https://www.example.org/A/b?id=7"),
        ("https://example.org", "https://example.org/"),
        ("http://user:pass@example.org:8080/a b", "http://example.org:8080/a%20b"),
        ("http://127.0.0.1/a", "http://127.0.0.1/a"),
        ("http://[::1]:8000/a/", "http://[::1]:8000/a"),
        ("ftp://example.org/a", None),
        ("/a/b", None),
        ("http://[::1", None),
    ],
)
def test_a_page_has_one_address(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical
    if canonical is not None:
        assert canonical_url(canonical) == canonical


def test_addresses_are_told_from_paths() -> None:
    assert is_address("https://example.org")
    assert not is_address("seeds/a.txt")
    assert not is_address("C:\\news")


def test_a_page_at_an_address_is_an_article(server: Misbehaving) -> None:
    url = server.at("/pier", answer(page().encode()))
    (found,) = read(url)
    assert BODY[0] in article(found).text
    assert (article(found).url, article(found).domain) == (url, "127.0.0.1")


def test_a_text_at_an_address_is_one_too(server: Misbehaving) -> None:
    (found,) = read(server.at("/pier.txt", answer(b"Only plain words.", kind="text/plain")))
    assert article(found).text == "Only plain words."


@pytest.mark.parametrize("body", [answer(b""), answer(status="404 Not Found")])
def test_an_address_without_an_article_is_named(server: Misbehaving, body: bytes) -> None:
    (found,) = read(server.at("/a", body))
    assert isinstance(found, InputError)
    assert "/a: " in str(found)


def test_local_addresses_are_refused_unless_allowed(server: Misbehaving) -> None:
    url = server.at("/pier", answer(page().encode()))
    (found,) = open_reader().read(url)
    assert "--allow-local" in str(found)


def test_a_feed_gives_whole_entries_as_they_are_and_fetches_the_pages_of_short_ones(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ingest.robots.PAUSE", 0.0)
    pier = server.at("/pier", answer(page().encode()))
    gone = server.url("/gone")
    url = server.at(
        "/feed",
        feed_of(
            item("Whole", text=WHOLE), item("Pier", link=pier, text="Short."), item("Gone", link=gone, text="Short.")
        ),
    )
    reader = open_reader(allow_local=True)
    whole, fetched, short = [article(found) for found in reader.read(url)]
    assert whole.text.count(BODY[0]) == 4
    assert BODY[3] in fetched.text
    assert (fetched.url, fetched.outlet) == (pier, "The Norvale Bee")
    assert short.text == "Short."
    assert [feed.url for feed in reader.found()] == [url]
    assert reader.found() == []


def test_a_list_of_feeds_is_followed_to_its_feeds(server: Misbehaving, tmp_path: Path) -> None:
    url = server.at("/feed", feed_of(item("Whole", text=WHOLE)))
    dead = server.url("/dead")
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        f'<opml version="2.0"><body><outline text="x"><outline text="My Bee" xmlUrl="{url}"/></outline>'
        f'<outline text="{dead}" xmlUrl="{dead}"/></body></opml>'
    )
    reader = open_reader(allow_local=True)
    first, second = reader.read(str(opml))
    assert BODY[0] in article(first).text
    assert isinstance(second, InputError)
    assert "/dead" in str(second)
    # Whoever lists a feed says that it is one: it is asked again though its server fails now.
    assert [(feed.url, feed.title, feed.failure[:20]) for feed in reader.found()] == [
        (url, "My Bee", ""),
        (dead, "", "the page is not ther"),
    ]


def test_a_list_of_feeds_that_names_itself_does_not_go_on_for_ever(server: Misbehaving) -> None:
    url = server.url("/list")
    server.at("/list", answer(f'<opml><body><outline xmlUrl="{url}"/></body></opml>'.encode(), kind="text/x-opml"))
    (found,) = read(url)
    assert "not followed" in str(found)


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.time = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


def refresher(clock: Clock) -> Refresher:
    fetcher = Fetcher(allow_local=True, sleep=clock.sleep, now=lambda: NOON)
    return Refresher(PoliteFetcher(fetcher, clock=clock), Completer(built_in()))


def refreshed(
    feeds: Iterable[Feed], known: Iterable[str] = ()
) -> tuple[dict[str, Feed], list[RawArticle | InputError]]:
    answers = list(refresher(Clock()).refresh(feeds, list(known)))
    return {feed.url: feed for feed, _ in answers}, [item for _, items in answers for item in items]


def test_a_feed_is_asked_only_for_what_has_changed(server: Misbehaving) -> None:
    url = server.at("/feed", feed_of(item("Whole", text=WHOLE)), answer(status="304 Not Modified"))
    feeds, items = refreshed([Feed(url)])
    asked = feeds[url]
    assert (asked.title, asked.etag, asked.checked) == ("The Norvale Bee", '"1"', "2024-05-01T12:00:00+00:00")
    assert len(items) == 1
    feeds, items = refreshed([asked])
    assert items == []
    assert feeds[url] == asked
    assert server.requests[1][1]["if-none-match"] == '"1"'


def test_pages_that_are_there_already_are_not_fetched_again(server: Misbehaving) -> None:
    pier = server.at("/pier", answer(page().encode()))
    url = server.at("/feed", feed_of(item("Pier", link=pier, text="Short.")))
    _, items = refreshed([Feed(url)], known=[pier])
    assert items == []
    assert "/pier" not in server.asked()


def test_a_paused_feed_is_not_asked_and_a_failing_one_says_why(server: Misbehaving) -> None:
    good = server.at("/feed", feed_of(item("Whole", text=WHOLE)))
    bad, paused = server.url("/gone"), server.url("/paused")
    feeds, items = refreshed([Feed(good), Feed(bad), replace(Feed(paused), paused=True)])
    assert feeds.keys() == {good, bad}
    assert "not there" in feeds[bad].failure
    assert feeds[good].failure == ""
    assert sorted(isinstance(found, InputError) for found in items) == [False, True]
    assert "/paused" not in server.asked()


@pytest.mark.parametrize(
    ("robots", "fetched"),
    [
        (answer(b"User-agent: *\nDisallow: /pier", kind="text/plain"), False),
        (answer(b"User-agent: *\nDisallow: /other", kind="text/plain"), True),
        (answer(status="404 Not Found"), True),
        (answer(status="500 Oops"), False),
    ],
)
def test_what_robots_txt_keeps_programs_out_of_is_not_fetched(
    server: Misbehaving,
    robots: bytes,
    fetched: bool,  # noqa: FBT001 - a case
) -> None:
    server.at("/robots.txt", robots)
    pier = server.at("/pier", answer(page().encode()))
    url = server.at("/feed", feed_of(item("Pier", link=pier, text="Short.")))
    _, (found,) = refreshed([Feed(url)])
    assert ("/pier" in server.asked()) is fetched
    assert (BODY[0] in article(found).text) is fetched


def test_requests_to_one_host_keep_a_pause(server: Misbehaving) -> None:
    server.at("/robots.txt", answer(b"User-agent: *\nCrawl-delay: 4", kind="text/plain"))
    pier = server.at("/pier", answer(page().encode()))
    url = server.at("/feed", feed_of(item("Pier", link=pier, text="Short.")))
    clock = Clock()
    list(refresher(clock).refresh([Feed(url)]))
    assert server.asked() == ["/feed", "/robots.txt", "/pier"]
    assert clock.slept == [1.0, 4.0]


def test_a_host_that_asks_to_wait_is_left_alone_for_the_rest_of_the_run(server: Misbehaving) -> None:
    first = server.at("/one", answer(status="429 Slow", Retry_After="900"))
    second = server.at("/two", feed_of(item("Whole", text=WHOLE)))
    feeds, _ = refreshed([Feed(first), Feed(second)])
    assert "come back later" in feeds[first].failure
    # Whichever was asked first: after the refusal nothing more is.
    assert server.asked()[-1] == "/one"


def test_the_reader_refreshes_as_the_rest_of_the_program_asks_it_to(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ingest.robots.PAUSE", 0.0)
    url = server.at("/feed", feed_of(item("Whole", text=WHOLE)))
    ((feed, items),) = open_reader(allow_local=True).refresh([Feed(url)])
    assert feed.title == "The Norvale Bee"
    assert len(items) == 1
