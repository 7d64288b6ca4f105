"""Fetching from a server that misbehaves: every answer is bounded, every refusal is one line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import gzip
import socket
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from reader.errors import FetchError
from reader.ingest.fetch import AskedToWait, Fetcher, Limits
from reader.ingest.guard import is_public
from tests.ingest.conftest import answer

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from tests.ingest.conftest import Misbehaving

SMALL = Limits(largest=100_000, redirects=3, total=0.6, connect=0.5, silence=0.3)
PATIENT = Limits(largest=100_000, redirects=3, total=20.0)
NOON = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC)


def fetcher(**changes: Any) -> Fetcher:  # noqa: ANN401 - passed on to the fetcher as it is
    settings: dict[str, Any] = {"allow_local": True, "limits": PATIENT, "sleep": lambda _: None, "now": lambda: NOON}
    return Fetcher(**(settings | changes))


def refused(url: str, **changes: Any) -> str:  # noqa: ANN401 - passed on to the fetcher as it is
    with pytest.raises(FetchError) as caught:
        fetcher(**changes).fetch(url)
    line = str(caught.value)
    assert line.startswith(f"{url}: ")
    assert "\n" not in line
    return line


def test_an_answer_comes_with_its_kind_encoding_and_conditions_for_the_next_time(server: Misbehaving) -> None:
    url = server.at("/a", answer(b"<p>x", kind="text/HTML; charset=UTF-8", ETag='"1"', Last_Modified="yesterday"))
    found = fetcher().fetch(url)
    assert (found.url, found.content, found.content_type, found.charset) == (url, b"<p>x", "text/html", "UTF-8")
    assert (found.etag, found.last_modified, found.not_modified) == ('"1"', "yesterday", False)


def test_requests_name_the_program_and_carry_no_cookies(server: Misbehaving) -> None:
    url = server.at("/a", answer(b"x", Set_Cookie="id=1"))
    one = fetcher()
    one.fetch(url)
    one.fetch(url)
    for _, fields in server.requests:
        assert fields["user-agent"].startswith("newsreader/")
        assert "cookie" not in fields


def test_what_has_not_changed_is_not_sent_again(server: Misbehaving) -> None:
    url = server.at("/a", answer(status="304 Not Modified"))
    found = fetcher().fetch(url, etag='"1"', last_modified="yesterday")
    assert (found.not_modified, found.content) == (True, b"")
    fields = server.requests[0][1]
    assert (fields["if-none-match"], fields["if-modified-since"]) == ('"1"', "yesterday")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a", "gopher://x/", "javascript://x/%0aa()"])
def test_only_http_and_https_are_fetched(url: str) -> None:
    assert "only http and https" in refused(url)


@pytest.mark.parametrize("url", ["http://[::1", "http://example.org:0/", "http://example.org:99999/", "http:///a"])
def test_what_is_no_address_is_refused(url: str) -> None:
    assert "only http and https" in refused(url)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0", "2130706433", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_unless_allowed(server: Misbehaving, host: str) -> None:
    server.at("/a", answer(b"secret"))
    url = f"http://{host}:{server.port}/a"
    line = refused(url, allow_local=False)
    assert "--allow-local" in line or "can't be reached" in line
    assert server.requests == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("::ffff:93.184.216.34", True),
        ("10.0.0.1", False),
        ("172.16.3.4", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("64:ff9b:1::1", False),
        ("::7f00:1", False),
        ("::1", False),
        ("fec0::1", False),
        ("2001:0:4136:e378:8000:63bf:f5ff:fffe", False),
    ],
)
def test_private_numbers_are_told_from_public_ones(address: str, public: bool) -> None:  # noqa: FBT001 - a case
    assert is_public(address) is public


def test_a_name_that_stands_for_a_private_number_is_refused_at_the_connection(
    server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        assert host == "news.example"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert "private network" in refused(f"http://news.example:{server.port}/a", allow_local=False)
    assert server.requests == []


def test_redirects_are_followed_and_the_last_address_kept(server: Misbehaving) -> None:
    end = server.at("/end", answer(b"there"))
    url = server.at("/a", answer(status="302 Found", Location="/end"))
    found = fetcher().fetch(url)
    assert (found.url, found.content) == (end, b"there")


def test_a_loop_of_redirects_ends(server: Misbehaving) -> None:
    url = server.at("/a", answer(status="301 Moved", Location="/a"))
    assert "redirected more than 3 times" in refused(url)
    assert len(server.requests) == 4


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://x/", "data:text/html,x"])
def test_a_redirect_out_of_the_web_is_not_followed(server: Misbehaving, place: str) -> None:
    assert "only http and https" in refused(server.at("/a", answer(status="302 Found", Location=place)))


def test_a_redirect_to_this_machine_is_refused(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first hop counts as public, as a page on the web would; the redirect leads to the loopback address.
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **more: real("127.0.0.1" if host == "news.example" else host, *rest, **more),
    )
    monkeypatch.setattr("reader.ingest.guard.is_public", lambda address: not server.requests and is_loopback(address))
    server.at("/secret", answer(b"secret"))
    server.at("/a", answer(status="302 Found", Location=server.url("/secret")))
    monkeypatch.setattr("reader.ingest.guard._PORTS_ALLOWED", frozenset({server.port}))
    line = refused(f"http://news.example:{server.port}/a", allow_local=False)
    assert "private network" in line
    assert server.asked() == ["/a"]


def is_loopback(address: str) -> bool:
    return address == "127.0.0.1"


def test_a_silent_server_is_given_up(server: Misbehaving) -> None:
    assert "too long" in refused(server.at("/a", [b""]), limits=SMALL)


def test_a_server_that_drips_is_given_up_when_the_time_is_over(server: Misbehaving) -> None:
    # Each drip comes before the silence is too long; without an end of time the fortieth is one too many.
    server.pause = 0.05
    drips = [b"HTTP/1.1 200 OK\r\n\r\n", b"x"]
    assert "too long" in refused(server.at("/a", drips), limits=dataclasses.replace(SMALL, largest=40))


def test_endless_headers_are_given_up(server: Misbehaving) -> None:
    url = server.at("/a", [b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n" * 100])
    assert "can't be reached" in refused(url)


def test_an_endless_answer_is_cut_off_at_the_limit(server: Misbehaving) -> None:
    url = server.at("/a", [b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65_536])
    assert "larger than" in refused(url)


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_small_answer_that_unpacks_to_a_huge_one_is_cut_off(server: Misbehaving, packing: str) -> None:
    zeros = bytes(50_000_000)
    packed = gzip.compress(zeros) if packing == "gzip" else zlib.compress(zeros)
    assert len(packed) < 100_000
    assert "larger than" in refused(server.at("/a", answer(packed, Content_Encoding=packing)))


@pytest.mark.parametrize("packing", ["gzip", "deflate", "bare deflate"])
def test_packed_answers_are_unpacked(server: Misbehaving, packing: str) -> None:
    body = b"words" * 1_000
    packed = {
        "gzip": gzip.compress(body),
        "deflate": zlib.compress(body),
        "bare deflate": zlib.compress(body, wbits=-zlib.MAX_WBITS),
    }[packing]
    url = server.at("/a", answer(packed, Content_Encoding=packing.rpartition(" ")[2]))
    assert fetcher().fetch(url).content == body


@pytest.mark.parametrize(
    "body", [b"this is no gzip", gzip.compress(b"words" * 1_000)[:-20]], ids=["no gzip", "cut short"]
)
def test_damaged_packing_is_refused(server: Misbehaving, body: bytes) -> None:
    assert "damaged gzip" in refused(server.at("/a", answer(body, Content_Encoding="gzip")))


def test_packing_that_was_not_asked_for_is_refused(server: Misbehaving) -> None:
    assert "packed as zstd" in refused(server.at("/a", answer(b"x", Content_Encoding="zstd")))


def test_an_answer_shorter_than_it_said_is_refused(server: Misbehaving) -> None:
    assert "broke off" in refused(server.at("/a", answer(b"half of it", Content_Length="500")))


def test_an_answer_that_is_no_http_is_refused(server: Misbehaving) -> None:
    assert "can't be reached" in refused(server.at("/a", b"220 smtp ready\r\n\r\n"))


def test_a_server_that_nobody_listens_at_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert "can't be reached" in refused(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("status", "words"),
    [("404 Not Found", "not there"), ("403 Forbidden", "refuses"), ("418 Teapot", "418"), ("501 No", "501")],
)
def test_what_a_status_means_is_said(server: Misbehaving, status: str, words: str) -> None:
    assert words in refused(server.at("/a", answer(status=status)))


def test_a_fault_that_passes_is_tried_a_second_time(
    server: Misbehaving, waited: tuple[list[float], Callable[[float], None]]
) -> None:
    asked, sleep = waited
    url = server.at("/a", answer(status="500 Oops"), answer(b"well"))
    assert fetcher(sleep=sleep).fetch(url).content == b"well"
    assert asked == [1.0]


def test_a_fault_that_stays_is_reported(server: Misbehaving) -> None:
    assert "has a fault (500)" in refused(server.at("/a", answer(status="500 Oops")))
    assert len(server.requests) == 2


@pytest.mark.parametrize("after", ["7", "Wed, 01 May 2024 12:00:07 GMT"])
def test_a_server_that_asks_to_wait_a_little_is_waited_for(
    server: Misbehaving, waited: tuple[list[float], Callable[[float], None]], after: str
) -> None:
    asked, sleep = waited
    url = server.at("/a", answer(status="429 Slow", Retry_After=after), answer(b"well"))
    assert fetcher(sleep=sleep).fetch(url).content == b"well"
    assert asked == [7.0]


def test_a_server_that_asks_to_wait_long_is_not_waited_for(
    server: Misbehaving, waited: tuple[list[float], Callable[[float], None]]
) -> None:
    asked, sleep = waited
    url = server.at("/a", answer(status="429 Slow", Retry_After="3600"))
    with pytest.raises(AskedToWait, match="after 3600"):
        fetcher(sleep=sleep).fetch(url)
    assert asked == []
    assert len(server.requests) == 1


def test_a_server_whose_certificate_nobody_vouches_for_is_not_trusted(
    server: Misbehaving, untrusted: ssl.SSLContext
) -> None:
    server.at("/a", answer(b"x"))
    url = f"https://localhost:{server.port}/a"
    assert "certificate can't be trusted" in refused(url)
    assert fetcher(tls=untrusted).fetch(url).content == b"x"
