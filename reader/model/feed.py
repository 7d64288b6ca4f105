"""Feeds that a person follows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """A remembered feed: its address, what it is called, and what is needed to ask only for what has changed.

    ``etag`` and ``last_modified`` are what the server said last; ``checked`` is when it was last asked (ISO 8601),
    ``failure`` what went wrong then, "" if nothing did. A paused feed is not asked.
    """

    url: str
    title: str = ""
    etag: str = ""
    last_modified: str = ""
    paused: bool = False
    checked: str = ""
    failure: str = ""
