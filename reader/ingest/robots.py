"""Manners towards servers: what robots.txt allows, one request a host at a time, and a pause between two."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from reader.errors import FetchError
from reader.ingest.fetch import USER_AGENT, AskedToWait

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from reader.ingest.fetch import Fetched, Fetcher

#: Seconds between two requests to one host, where its robots.txt does not ask for more.
PAUSE = 1.0
_LONGEST_PAUSE = 10.0
_LARGEST_ROBOTS = 500_000


@dataclass
class _Host:
    """What is known of one host during one run."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    rules: RobotFileParser | None = None
    last: float | None = None
    waits: str = ""


class PoliteFetcher:
    """Fetches on behalf of a program and not of a person who waits: for feeds and the pages that they name."""

    def __init__(self, fetcher: Fetcher, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Fetch with ``fetcher``, and wait with its clock."""
        self._fetcher = fetcher
        self._clock = clock
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._lock = threading.Lock()

    def now(self) -> dt.datetime:
        """Return the time on the fetcher's clock."""
        return self._fetcher.now()

    def feed(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetch a feed, if it has changed."""
        host = self._host(url)
        with host.lock:
            return self._ask(host, url, etag=etag, last_modified=last_modified)

    def page(self, url: str) -> Fetched:
        """Fetch a page, if the host's robots.txt lets programs have it; ``FetchError`` if not."""
        host = self._host(url)
        with host.lock:
            if host.rules is None:
                host.rules = self._rules(host, url)
            if not host.rules.can_fetch(USER_AGENT, url):
                raise FetchError(url, "its robots.txt keeps programs out")
            return self._ask(host, url)

    def _host(self, url: str) -> _Host:
        try:
            name = urlsplit(url).netloc.lower()
        except ValueError:
            name = ""
        with self._lock:
            return self._hosts[name]

    def _ask(self, host: _Host, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        if host.waits:
            raise FetchError(url, host.waits)
        if host.last is not None:
            self._fetcher.sleep(max(0.0, host.last + _pause(host) - self._clock()))
        try:
            return self._fetcher.fetch(url, etag=etag, last_modified=last_modified)
        except AskedToWait as error:
            # One refusal speaks for the host: the rest of this run leaves it alone.
            host.waits = error.reason
            raise
        finally:
            host.last = self._clock()

    def _rules(self, host: _Host, url: str) -> RobotFileParser:
        """Read the host's robots.txt: none means all is allowed, one that can't be had means nothing is (RFC 9309)."""
        parts = urlsplit(url)
        rules = RobotFileParser()
        try:
            fetched = self._ask(host, f"{parts.scheme}://{parts.netloc}/robots.txt")
        except AskedToWait:
            raise
        except FetchError as error:
            rules.parse([] if "(4" in error.reason else ["User-agent: *", "Disallow: /"])
        else:
            rules.parse(fetched.content[:_LARGEST_ROBOTS].decode("utf-8", "replace").splitlines())
        return rules


def _pause(host: _Host) -> float:
    asked = host.rules.crawl_delay(USER_AGENT) if host.rules is not None else None
    return min(_LONGEST_PAUSE, max(PAUSE, float(asked or 0)))
