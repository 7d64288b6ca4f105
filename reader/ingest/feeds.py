"""Feeds and lists of feeds: RSS, Atom, CDF and JSON Feed by feedparser, OPML by lxml with entities off."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from reader.errors import EmptyInput, InputError, UnreadableInput
from reader.ingest.addresses import canonical_url
from reader.ingest.decode import decode
from reader.ingest.markup import plain
from reader.ingest.outlets import domain_of
from reader.ingest.packed import gunzip, is_gzip
from reader.ingest.timestamps import parse_date, parse_time, updated
from reader.model import RawArticle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

FEED_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf"})
OPML_SUFFIXES = frozenset({".opml"})

#: An entry with at least this many words of its own is read as it is; for a shorter one the page is asked for.
WHOLE_ENTRY_WORDS = 120

_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
# What may stand before the first element: white space, byte order marks read as Latin-1, declarations, comments.
_BEFORE_ROOT = re.compile(
    r"[\sï»¿ÿþ]+|<\?[^>]*>|<!--.*?-->|<!doctype\b[^>\[]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE | re.DOTALL
)
_OPML = re.compile(r"<opml\b", re.IGNORECASE)
_HEAD = 4_096
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: plain title and text, the address of its page, what the feed says of it.

    ``changed`` is the later of when it was published and updated.
    """

    title: str = ""
    text: str = ""
    url: str | None = None
    date: dt.date | None = None
    byline: str | None = None
    updated: str | None = None
    changed: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed as it was read."""

    title: str
    entries: tuple[Entry, ...]
    site: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed named in an OPML file."""

    url: str
    title: str = ""


def looks_like_feed(text: str) -> bool:
    """Tell whether a text has a feed's first element somewhere in its beginning."""
    return bool(_FEED.search(text[:_HEAD]))


def is_feed(text: str) -> bool:
    """Tell whether the first element of a text is a feed's, whatever elements follow it (most feeds have a title)."""
    beginning = text[:_HEAD]
    at = 0
    while (before := _BEFORE_ROOT.match(beginning, at)) is not None:
        at = before.end()
    return bool(_FEED.match(beginning, at))


def looks_like_opml(text: str) -> bool:
    """Tell whether a text begins as a list of feeds does."""
    return bool(_OPML.search(text[:_HEAD]))


def is_json_feed(text: str) -> bool:
    """Tell whether a JSON text is a JSON Feed."""
    return "jsonfeed.org/version" in text[:_HEAD].replace("\\/", "/")


def read_feed(content: bytes, name: str, *, url: str | None = None, kind: str | None = None) -> FeedContent:
    """Return the entries of a feed; ``url`` is where it came from, ``kind`` the content type its server named.

    Raise ``UnreadableInput`` if it is no feed. A feed without entries is one.
    """
    if is_gzip(content):
        content = gunzip(content, name)
    beginning = content[: 2 * _HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning.startswith(b"{"):
        return _json_feed(content, name)
    parsed = _feedparser(content, url, kind)
    entries = tuple(_entry(item, url) for item in parsed.entries)
    if not entries and not parsed.version and not parsed.feed:
        raise UnreadableInput(name, "not a feed")
    feed = parsed.feed
    return FeedContent(
        title=plain(_words(feed, "title"))[:_LONGEST_TITLE],
        entries=entries,
        site=canonical_url(_words(feed, "link"), url) if _words(feed, "link") else None,
        language=_words(feed, "language")[:2].lower() or None,
    )


def articles_of(feed: FeedContent, name: str) -> Iterator[RawArticle | InputError]:
    """Yield an article for each entry, as far as the feed tells it, and an error for each that has no words at all."""
    for place, entry in enumerate(feed.entries, 1):
        yield article_of(entry, feed, f"{name}#{place}")
    if not feed.entries:
        yield EmptyInput(name, "a feed without entries")


def article_of(entry: Entry, feed: FeedContent, name: str) -> RawArticle | InputError:
    """Return one entry as an article."""
    text = entry.text or entry.title
    if not text.strip():
        return EmptyInput(name, "an entry without words")
    return RawArticle(
        name=name,
        text=text,
        title=entry.title or None,
        outlet=feed.title or None,
        domain=domain_of(entry.url or feed.site or ""),
        date=entry.date,
        url=entry.url,
        byline=entry.byline,
        updated=entry.updated,
        language=feed.language,
    )


def read_opml(content: bytes, name: str) -> list[ListedFeed]:
    """Return the feeds that an OPML file lists, each once; raise ``UnreadableInput`` if it is no OPML."""
    from lxml import etree  # noqa: PLC0415 - lxml takes 70 ms to import, so it is imported at the first list

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(name, "not a list of feeds: its XML is broken") from error
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise UnreadableInput(name, "not a list of feeds (OPML)")
    found: dict[str, ListedFeed] = {}
    for outline in root.iter("outline"):
        attributes = {str(key).lower(): str(value).strip() for key, value in outline.attrib.items()}
        url = attributes.get("xmlurl", "")
        if url:
            title = " ".join((attributes.get("title") or attributes.get("text", "")).split())[:_LONGEST_TITLE]
            # Lists that have no title for a feed have its address there, because they must have something.
            found.setdefault(url, ListedFeed(url, "" if title == url else title))
    return list(found.values())


def write_opml(feeds: Iterable[ListedFeed]) -> str:
    """Return the feeds as OPML 2.0."""
    lines = [
        f'    <outline type="rss" text={quoteattr(feed.title or feed.url)} xmlUrl={quoteattr(feed.url)}/>'
        for feed in feeds
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>newsreader</title></head>\n'
    return head + "\n".join(["  <body>", *lines, "  </body>", "</opml>", ""])


def _feedparser(content: bytes, url: str | None, kind: str | None) -> Any:  # noqa: ANN401 - feedparser has no types
    """Parse with feedparser (imported at the first feed); it takes bytes, and never fetches anything for them."""
    import feedparser  # noqa: PLC0415 - 50 ms to import

    headers = {"content-type": kind} if kind else {}
    if url:
        headers["content-location"] = url
    return feedparser.parse(content, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _entry(item: Any, base: str | None) -> Entry:  # noqa: ANN401 - feedparser has no types
    bodies = [str(part.get("value") or "") for part in item.get("content") or []]
    text = max((plain(body) for body in [*bodies, _words(item, "summary")]), key=len)
    dates = (parse_date(_words(item, key)) for key in ("published", "updated", "created"))
    # The only date of an Atom entry may be that of its last change, which is then the date it is known by.
    has_both = "published" in item and "updated" in item
    return Entry(
        title=" ".join(plain(_words(item, "title")).split())[:_LONGEST_TITLE],
        text=text,
        url=canonical_url(_words(item, "link"), base) if _words(item, "link") else None,
        date=next((date for date in dates if date is not None), None),
        byline=_words(item, "author")[:_LONGEST_TITLE] or None,
        updated=updated(_words(item, "updated"), _words(item, "published")) if has_both else None,
        changed=_latest(parse_time(_words(item, key)) for key in ("updated", "published") if key in item),
    )


def _latest(times: Iterable[dt.datetime | None]) -> dt.datetime | None:
    return max((time for time in times if time is not None), default=None)


def _words(item: Any, key: str) -> str:  # noqa: ANN401 - feedparser has no types
    value = item.get(key)
    return value.strip() if isinstance(value, str) else ""


def _json_feed(content: bytes, name: str) -> FeedContent:
    try:
        value = json.loads(decode(content, name))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(name, "a JSON Feed that is broken") from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise UnreadableInput(name, "not a feed")
    return FeedContent(
        title=_words(value, "title")[:_LONGEST_TITLE],
        entries=tuple(_json_entry(item) for item in items if isinstance(item, dict)),
        site=canonical_url(_words(value, "home_page_url")),
        language=_words(value, "language")[:2].lower() or None,
    )


def _json_entry(item: dict[str, object]) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_words(author, "name") for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    )
    return Entry(
        title=_words(item, "title")[:_LONGEST_TITLE],
        text=_words(item, "content_text") or plain(_words(item, "content_html")) or _words(item, "summary"),
        url=canonical_url(_words(item, "url") or _words(item, "external_url")),
        date=parse_date(_words(item, "date_published") or _words(item, "date_modified")),
        byline=", ".join(name for name in names if name) or None,
        updated=updated(_words(item, "date_modified"), _words(item, "date_published")),
        changed=_latest(parse_time(_words(item, key)) for key in ("date_modified", "date_published")),
    )
