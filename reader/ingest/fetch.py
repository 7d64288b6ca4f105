"""Fetching over http and https: bounded in size, time and redirects, and to public addresses only."""

from __future__ import annotations

import datetime as dt
import re
import ssl
import time
import zlib
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from reader import __version__
from reader.errors import FetchError
from reader.ingest.guard import Deadline, ForbiddenAddress, GuardedBackend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
USER_AGENT = f"newsreader/{__version__} (terminal news reader)"

_SCHEMES = frozenset({"http", "https"})
_MOVED = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_ASKS_TO_WAIT = frozenset({429, 503})
_OK = range(200, 300)
_LONGEST_URL = 4_000
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
# zlib: gzip and zlib headers both recognised.
_ANY_WINDOW = 47


class AskedToWait(FetchError):
    """The server asks to be left alone for longer than is waited for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What fetching one address may cost. Sizes in bytes (``largest`` after unpacking), times in seconds.

    ``total`` is for all redirects and tries together, without what the server asks to wait.
    """

    largest: int = 10 * 1024 * 1024
    redirects: int = 5
    total: float = 40.0
    connect: float = 10.0
    silence: float = 15.0
    tries: int = 2
    longest_wait: float = 30.0


class Fetched(NamedTuple):
    """An answer: ``url`` is where it came from after redirects; ``content`` is empty if nothing has changed."""

    url: str
    content: bytes
    content_type: str
    charset: str | None
    etag: str | None
    last_modified: str | None
    not_modified: bool


class _Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches addresses for one person. It keeps no cookies and runs nothing.

    ``allow_local`` lets addresses of this machine and of private networks through. ``sleep`` and ``now`` are the
    clock that waits before a second try.
    """

    allow_local: bool = False
    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    tls: ssl.SSLContext | None = None

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Return what ``url`` answers; with ``etag`` or ``last_modified``, only if it has changed since.

        Raise ``FetchError`` with one line of why if there is no usable answer.
        """
        conditions: dict[bytes | str, bytes | str] = {}
        if etag:
            conditions["If-None-Match"] = etag
        if last_modified:
            conditions["If-Modified-Since"] = last_modified
        place = url
        deadline = Deadline(self.limits.total)
        for _ in range(self.limits.redirects + 1):
            self._check(url, place)
            answer = self._with_second_try(url, place, conditions, deadline)
            if answer.status in _MOVED and "location" in answer.headers:
                place = urljoin(place, answer.headers["location"])
                continue
            if answer.status != _NOT_MODIFIED and answer.status not in _OK:
                kind_of_error = AskedToWait if answer.status in _ASKS_TO_WAIT else FetchError
                raise kind_of_error(url, _said(answer), place)
            kind = answer.headers.get("content-type", "")
            charset = _CHARSET.search(kind)
            return Fetched(
                url=place,
                content=answer.content,
                content_type=kind.partition(";")[0].strip().lower(),
                charset=charset.group(1) if charset else None,
                etag=answer.headers.get("etag"),
                last_modified=answer.headers.get("last-modified"),
                not_modified=answer.status == _NOT_MODIFIED,
            )
        raise FetchError(url, f"redirected more than {self.limits.redirects} times", place)

    def _check(self, url: str, place: str) -> None:
        """Refuse what is no address of the web, wherever a redirect has led."""
        try:
            parts = urlsplit(place)
            usable = parts.scheme.lower() in _SCHEMES and bool(parts.hostname) and parts.port != 0
        except ValueError:
            usable = False
        if not usable or len(place) > _LONGEST_URL:
            led = "" if place == url else f" (redirected to {place[:80]})"
            raise FetchError(url, f"only http and https addresses are fetched{led}", place)

    def _with_second_try(
        self, url: str, place: str, conditions: dict[bytes | str, bytes | str], deadline: Deadline
    ) -> _Answer:
        for number in range(1, self.limits.tries + 1):
            answer = self._once(url, place, conditions, deadline)
            wait = _seconds_to_wait(answer, self.now())
            if answer.status not in _TRY_AGAIN or number == self.limits.tries or wait > self.limits.longest_wait:
                break
            self.sleep(wait)
            deadline.put_off(wait)
        return answer

    def _once(self, url: str, place: str, conditions: dict[bytes | str, bytes | str], deadline: Deadline) -> _Answer:
        """Make one request, to one place, on a connection of its own."""
        limits = self.limits
        headers: dict[bytes | str, bytes | str] = {
            "User-Agent": USER_AGENT,
            "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            **conditions,
        }
        times = {"connect": limits.connect, "read": limits.silence, "write": limits.silence, "pool": limits.connect}
        try:
            with (
                httpcore.ConnectionPool(
                    ssl_context=self.tls or ssl.create_default_context(),
                    network_backend=GuardedBackend(deadline, allow_local=self.allow_local),
                ) as pool,
                pool.stream("GET", _asciified(place), headers=headers, extensions={"timeout": times}) as response,
            ):
                fields = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
                content = b"" if response.status in _MOVED else self._body(response, fields, url, place)
                return _Answer(response.status, fields, content)
        except ForbiddenAddress as error:
            raise FetchError(url, f"refused: {error}. --allow-local allows it", place) from error
        except (httpcore.TimeoutException, TimeoutError) as error:
            raise FetchError(url, "it took too long to answer", place) from error
        except (
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
            ssl.SSLError,
            OSError,
        ) as error:
            raise FetchError(url, _network_reason(error), place) from error
        except (UnicodeError, ValueError) as error:
            raise FetchError(url, "not an address that can be asked", place) from error

    def _body(self, response: httpcore.Response, fields: Mapping[str, str], url: str, place: str) -> bytes:
        """Return the body, unpacked, never holding more than the limit."""
        packing = fields.get("content-encoding", "").strip().lower()
        chunks = response.iter_stream()
        if packing in {"gzip", "x-gzip", "deflate"}:
            chunks = _unpacked(chunks, self.limits.largest)
        elif packing not in {"", "identity"}:
            raise FetchError(url, f"an answer packed as {packing[:20]}, which was not asked for", place)
        parts: list[bytes] = []
        size = 0
        try:
            for chunk in chunks:
                size += len(chunk)
                if size > self.limits.largest:
                    raise FetchError(url, f"larger than {self.limits.largest // (1024 * 1024)} MB", place)
                parts.append(chunk)
        except zlib.error as error:
            raise FetchError(url, "a damaged gzip answer", place) from error
        return b"".join(parts)


def _unpacked(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Yield what the chunks unpack to, in pieces of at most ``limit`` bytes and one."""
    unpacker = zlib.decompressobj(_ANY_WINDOW)
    begun = False
    for chunk in chunks:
        if not begun and chunk:
            begun = True
            # "deflate" is zlib by the standard and bare deflate by habit.
            if not chunk.startswith((b"\x1f\x8b", b"\x78")):
                unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        yield unpacker.decompress(chunk, limit + 1)
        while unpacker.unconsumed_tail:
            yield unpacker.decompress(unpacker.unconsumed_tail, limit + 1)
    if begun and not unpacker.eof:
        raise zlib.error("breaks off")


def _seconds_to_wait(answer: _Answer, now: dt.datetime) -> float:
    """Return how long the server asks to wait (Retry-After in seconds or as a date), a second if it does not say."""
    words = answer.headers.get("retry-after", "").strip()
    if words.isdigit():
        return float(words)
    try:
        return max(0.0, (parsedate_to_datetime(words) - now).total_seconds())
    except (ValueError, TypeError):
        return 1.0


def _said(answer: _Answer) -> str:
    """Return what a status means to a person."""
    match answer.status:
        case 401 | 403:
            return f"the server refuses it ({answer.status})"
        case 404 | 410:
            return f"the page is not there ({answer.status})"
        case 429:
            wait = answer.headers.get("retry-after")
            return "the server asks to come back later (429)" + (f", after {wait[:40]}" if wait else "")
        case status if status in _TRY_AGAIN:
            return f"the server has a fault ({status})"
        case status:
            return f"the server answered with status {status}"


def _network_reason(error: Exception) -> str:
    cause = error.__cause__ or error
    if isinstance(cause, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "its certificate can't be trusted"
    words = str(error).strip() or type(error).__name__
    if "peer closed connection" in words or "disconnected" in words:
        return "the answer broke off"
    return f"can't be reached: {words[:120]}"


def _asciified(url: str) -> str:
    """Return ``url`` with its host in IDNA and its other characters percent-encoded."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    netloc = f"[{host}]" if ":" in host else host
    if parts.port is not None:
        netloc += f":{parts.port}"
    safe = "/%:@!$&'()*+,;=~-._?"
    return urlunsplit((parts.scheme, netloc, quote(parts.path, safe=safe) or "/", quote(parts.query, safe=safe), ""))
