"""The guards of fetching that only a misbehaving server or a fixed clock can show to be there."""

from __future__ import annotations

import contextlib
import dataclasses
import gzip
import json
import socket
import ssl
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import httpcore
import pytest

from reader.errors import FetchError, InputError
from reader.ingest import open_reader
from reader.ingest.feeds import read_opml
from reader.ingest.fetch import Fetcher, Limits
from reader.ingest.guard import Deadline, GuardedBackend, GuardedStream
from reader.ingest.packed import gunzip
from reader.ingest.robots import PoliteFetcher
from reader.ingest.timestamps import parse_date
from reader.model import RawArticle
from tests.ingest.conftest import answer
from tests.ingest.pages import item, page, rss

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ingest.conftest import Misbehaving

LIMITS = Limits(largest=100_000, redirects=3, total=20.0)


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def refused(url: str, limits: Limits = LIMITS, *, sleep: Callable[[float], None] = lambda _: None) -> str:
    with pytest.raises(FetchError) as caught:
        Fetcher(allow_local=True, limits=limits, sleep=sleep).fetch(url)
    return str(caught.value)


def test_a_deadline_passes_and_is_put_off_by_what_the_server_asks_to_wait() -> None:
    clock = Clock()
    deadline = Deadline(10.0, clock)
    assert deadline.left(3.0) == 3.0
    clock.time = 9.0
    assert deadline.left(3.0) == 1.0
    assert deadline.left(None) == 1.0
    clock.time = 10.0
    with pytest.raises(httpcore.ReadTimeout):
        deadline.left(3.0)
    deadline.put_off(5.0)
    assert deadline.left(None) == 5.0


def test_no_connection_is_opened_and_nothing_is_sent_read_or_encrypted_after_the_deadline(server: Misbehaving) -> None:
    over = Deadline(0.0)
    with pytest.raises(httpcore.ReadTimeout):
        GuardedBackend(over, allow_local=True).connect_tcp("127.0.0.1", server.port)
    stream = httpcore.SyncBackend().connect_tcp("127.0.0.1", server.port)
    guarded = GuardedStream(stream, over)
    try:
        for late in (
            lambda: guarded.write(b"GET / HTTP/1.1\r\n\r\n"),
            lambda: guarded.read(1),
            lambda: guarded.start_tls(ssl.create_default_context()),
        ):
            with pytest.raises(httpcore.ReadTimeout):
                late()
    finally:
        guarded.close()
    assert server.requests == []


def test_a_connection_with_tls_is_held_to_the_deadline_too(untrusted: ssl.SSLContext, server: Misbehaving) -> None:
    server.pause = 0.05
    server.at("/a", [b"HTTP/1.1 200 OK\r\n\r\n", b"x"])
    limits = dataclasses.replace(LIMITS, largest=40, total=0.6)
    with pytest.raises(FetchError, match="too long"):
        Fetcher(allow_local=True, limits=limits, tls=untrusted).fetch(f"https://localhost:{server.port}/a")


def test_a_server_that_falls_silent_is_given_up_long_before_all_the_time_is_over(server: Misbehaving) -> None:
    url = server.at("/a", [b"HTTP/1.1 200 OK\r\n\r\nThe pier", b""])
    assert "too long" in refused(url, dataclasses.replace(LIMITS, total=600.0, silence=0.2))


def test_redirects_and_tries_share_one_time(server: Misbehaving) -> None:
    # Each answer alone comes early enough; the fourth one does not.
    server.delay = 0.2
    server.at("/a", answer(status="302 Found", Location="/a"))
    assert "too long" in refused(server.url("/a"), Limits(redirects=50, total=0.6))
    assert len(server.requests) < 6


@pytest.mark.parametrize("packing", ["gzip", "deflate", "bare deflate"])
def test_a_bomb_is_never_held_in_memory(server: Misbehaving, packing: str) -> None:
    zeros = bytes(60_000_000)
    packed = {
        "gzip": gzip.compress(zeros),
        "deflate": zlib.compress(zeros),
        "bare deflate": zlib.compress(zeros, wbits=-zlib.MAX_WBITS),
    }[packing]
    url = server.at("/a", answer(packed, Content_Encoding=packing.rpartition(" ")[2]))
    del zeros
    assert peak(lambda: refused(url)) < 5_000_000


def test_a_packed_file_that_is_a_bomb_is_never_held_in_memory() -> None:
    packed = gzip.compress(bytes(60_000_000))

    def unpack() -> None:
        with pytest.raises(InputError, match="too large"):
            gunzip(packed, "a", limit=100_000)

    assert peak(unpack) < 5_000_000


def peak(act: Callable[[], object]) -> int:
    """Return how many bytes were held at most while ``act`` ran."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_an_address_of_unheard_of_length_is_not_followed(server: Misbehaving) -> None:
    long = "/" + "a" * 5_000
    server.at(long, answer(b"there"))
    assert "only http and https" in refused(server.at("/a", answer(status="302 Found", Location=long)))
    assert server.asked() == ["/a"]


def test_a_last_refusal_is_not_waited_after(server: Misbehaving) -> None:
    slept: list[float] = []
    assert "fault" in refused(server.at("/a", answer(status="503 Busy")), sleep=slept.append)
    assert slept == [1.0]


def test_a_port_that_is_not_the_web_s_is_not_knocked_at(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.ingest.guard.is_public", lambda _: True)
    with pytest.raises(FetchError, match=f"port {server.port} is not one of the web's"):
        Fetcher(limits=LIMITS).fetch(server.at("/a", answer(b"x")))
    assert server.requests == []


def test_one_private_number_among_public_ones_is_enough_to_refuse_a_name(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = ("93.184.216.34", "127.0.0.1")
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, server.port)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr("reader.ingest.guard._PORTS_ALLOWED", frozenset({server.port}))
    with pytest.raises(FetchError, match="private network"):
        Fetcher(limits=LIMITS).fetch(f"http://news.example:{server.port}/a")
    assert server.requests == []


def test_a_name_is_looked_up_once_and_its_numbers_are_what_is_connected_to(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A name that stands for another number a moment later: the second look-up would be the one that connects.
    real = socket.getaddrinfo
    asked: list[str] = []

    def resolve(host: str, *rest: object, **more: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if asked.count(host) == 1 else "127.0.0.2", *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    url = f"http://news.example:{server.port}/a"
    server.at("/a", answer(b"x"))
    assert Fetcher(allow_local=True, limits=LIMITS).fetch(url).content == b"x"
    assert asked.count("news.example") == 1


def test_what_a_redirect_says_beside_where_to_is_not_read(server: Misbehaving) -> None:
    server.at("/b", answer(b"there"))
    server.at("/a", [b"HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n", b"x" * 65_536])
    assert Fetcher(allow_local=True, limits=LIMITS).fetch(server.url("/a")).content == b"there"


@pytest.mark.parametrize("place", ["file", "server"])
def test_a_list_of_feeds_reads_no_document_type_from_elsewhere(server: Misbehaving, tmp_path: Path, place: str) -> None:
    words = b'<!ENTITY x "https://secret.example/">'
    file = tmp_path / "own.dtd"
    file.write_bytes(words)
    where = file.as_uri() if place == "file" else server.at("/own.dtd", answer(words, kind="application/xml-dtd"))
    opml = f'<!DOCTYPE opml SYSTEM "{where}"><opml><body><outline xmlUrl="&x;"/></body></opml>'
    assert [feed.url for feed in read_opml(opml.encode(), "a.opml")] == []
    assert server.requests == []


def test_a_list_of_feeds_does_not_laugh_a_billion_times() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    opml = f'<!DOCTYPE opml [{laughs}]><opml><body><outline xmlUrl="https://a.example/&l9;"/></body></opml>'

    def read() -> None:
        with contextlib.suppress(InputError):
            read_opml(opml.encode(), "a.opml")

    assert peak(read) < 5_000_000


def polite(server: Misbehaving, robots: bytes) -> tuple[PoliteFetcher, list[float]]:
    """Return a polite fetcher whose clock stands still, and how long it was asked to sleep."""
    server.at("/robots.txt", answer(robots, kind="text/plain"))
    server.at("/a", answer(b"there"))
    slept: list[float] = []
    fetcher = Fetcher(allow_local=True, limits=dataclasses.replace(LIMITS, largest=2_000_000), sleep=slept.append)
    return PoliteFetcher(fetcher, clock=lambda: 0.0), slept


def test_a_host_that_asks_for_a_pause_of_an_hour_gets_ten_seconds(server: Misbehaving) -> None:
    fetcher, slept = polite(server, b"User-agent: *\nCrawl-delay: 3600")
    fetcher.page(server.url("/a"))
    assert slept == [10.0]


def test_a_huge_robots_txt_is_read_as_far_as_the_standard_asks(server: Misbehaving) -> None:
    rule = b"\nDisallow: /a\n"
    near, _ = polite(server, b"User-agent: *\n" + b"#" * 400_000 + rule)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        near.page(server.url("/a"))
    far, _ = polite(server, b"User-agent: *\n" + b"#" * 600_000 + rule)
    assert far.page(server.url("/a")).content == b"there"


def test_names_from_outside_are_never_paths(server: Misbehaving, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Words that only a path leads to.")
    row = {"text": "The pier of Norvale is shut.", "id": str(outside), "url": outside.as_uri(), "name": str(outside)}
    feed = rss(item("Pier", link=outside.as_uri(), text="The pier is shut."), item("Pier", link=str(outside)))
    listed = f'<opml><body><outline xmlUrl="{outside}"/><outline xmlUrl="{outside.as_uri()}"/></body></opml>'
    mhtml = f"MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: {outside.as_uri()}\n\n{page()}"
    texts = {"a.json": json.dumps(row).encode(), "a.xml": feed, "a.opml": listed.encode(), "a.mhtml": mhtml.encode()}
    (tmp_path / "in").mkdir()
    for name, content in texts.items():
        (tmp_path / "in" / name).write_bytes(content)
    before = sorted(tmp_path.rglob("*"))
    reader = open_reader(allow_local=True)
    server.at("/a", answer(status="302 Found", Location=outside.as_uri()))
    found = [*reader.read(str(tmp_path / "in")), *reader.read(server.url("/a"))]
    assert not any("only a path" in each.text for each in found if isinstance(each, RawArticle))
    assert [each.url for each in found if isinstance(each, RawArticle)] == [None] * 4
    assert len([each for each in found if isinstance(each, InputError)]) == 3
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_in_an_address_is_sent_to_nobody(server: Misbehaving) -> None:
    server.at("/a", answer(b"there"))
    url = f"http://ada:secret@127.0.0.1:{server.port}/a"
    assert Fetcher(allow_local=True, limits=LIMITS).fetch(url).content == b"there"
    assert server.requests[0][1]["host"] == f"127.0.0.1:{server.port}"
    assert "authorization" not in server.requests[0][1]


def test_a_host_of_other_letters_is_looked_up_by_its_ascii_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def resolve(host: str, *_: object, **__: object) -> object:
        asked.append(host)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert "no such host" in refused("http://zürich.example/a")
    assert asked == ["xn--zrich-kva.example"]


def test_a_link_in_a_folder_that_leads_back_to_it_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The pier of Norvale is shut.")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(open_reader().read(str(tmp_path)))) == 1


def test_a_page_with_a_huge_block_of_data_is_read_without_it(tmp_path: Path) -> None:
    block = json.dumps({"@type": "NewsArticle", "headline": "From the block", "more": "x" * 1_100_000})
    path = tmp_path / "a.html"
    path.write_text(page(head=f'<script type="application/ld+json">{block}</script>'), encoding="utf-8")
    (found,) = open_reader().read(str(path))
    assert isinstance(found, RawArticle)
    assert found.title == "Norvale shuts ferry pier"


def test_a_date_is_not_looked_for_in_a_whole_sentence() -> None:
    assert parse_date("5 March 2024") is not None
    assert parse_date(f"5 March 2024{' ' * 60}at noon") is None
