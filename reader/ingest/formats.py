"""Which format some bytes are in, and the reader of each: an ordered list of named rules, the first that fits reads."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import EmptyInput
from reader.ingest.decode import decode
from reader.ingest.feeds import (
    FEED_SUFFIXES,
    OPML_SUFFIXES,
    WHOLE_ENTRY_WORDS,
    ListedFeed,
    articles_of,
    is_feed,
    is_json_feed,
    looks_like_feed,
    looks_like_opml,
    read_feed,
    read_opml,
)
from reader.ingest.files import LARGEST_FILE, MARKDOWN_SUFFIXES, TEXT_SUFFIXES
from reader.ingest.html import HTML_SUFFIXES, looks_like_html, read_page
from reader.ingest.outlets import domain_of
from reader.ingest.packed import MHTML_SUFFIXES, gunzip, is_gzip, unpack_mhtml
from reader.ingest.records import JSON_SUFFIXES, read_records
from reader.model import RawArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.errors import InputError
    from reader.ingest.fetch import Fetched

SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | MHTML_SUFFIXES | JSON_SUFFIXES | FEED_SUFFIXES | OPML_SUFFIXES

# A dump holds many articles, so it may be larger than a file of one.
_LARGEST_DUMP = 256 * 1024 * 1024
_HEAD = 4_096
_FEWEST_WORDS = 3
_LONGEST_SCRAP = 1_000
_SCRAP = "fewer than three words: no article in it"


class Origin(NamedTuple):
    """Where some bytes came from: what a person calls it, the file's name ("" if it has none), what a server said."""

    name: str
    file: str
    url: str | None = None
    kind: str = ""
    charset: str | None = None


class Listed(NamedTuple):
    """A feed that a list of feeds names."""

    url: str
    title: str


def origin_of(name: str, fetched: Fetched) -> Origin:
    """Return the origin of what was fetched."""
    return Origin(name, "", fetched.url, fetched.content_type, fetched.charset)


def largest(file: str) -> int:
    """Return how many bytes a file of this name may have."""
    return _LARGEST_DUMP if _suffix(file) in JSON_SUFFIXES else LARGEST_FILE


def read(content: bytes, origin: Origin) -> Iterator[RawArticle | InputError | Listed]:
    """Yield the articles in ``content``; raise ``InputError`` if none of it can be used."""
    content = _unpacked(content, origin)
    if not content.strip():
        raise EmptyInput(origin.name, "the file is empty" if origin.url is None else "the answer is empty")
    _name, _fits, reader = _format(content, origin)
    yield from reader(content, origin)


def _unpacked(content: bytes, origin: Origin) -> bytes:
    return gunzip(content, origin.name, limit=largest(origin.file)) if is_gzip(content) else content


def name_of(content: bytes, origin: Origin) -> str:
    """Return the name of the format that some bytes are in, packed or not."""
    return _format(_unpacked(content, origin), origin)[0]


def needs_page(raw: RawArticle) -> bool:
    """Tell whether a feed has only the beginning of an article, and names its page."""
    return "#" in raw.name and raw.url is not None and len(raw.text.split()) < WHOLE_ENTRY_WORDS


def over(page: RawArticle, entry: RawArticle) -> RawArticle:
    """Return a page's article with what the feed said of it where the page says nothing."""
    return dataclasses.replace(
        page,
        title=page.title or entry.title,
        outlet=page.outlet or entry.outlet,
        date=page.date or entry.date,
        byline=page.byline or entry.byline,
        updated=page.updated or entry.updated,
        url=page.url or entry.url,
        language=page.language or entry.language,
    )


def _suffix(file: str) -> str:
    name = file.lower().removesuffix(".gz")
    return "." + name.rpartition(".")[2] if "." in name else ""


def _is_mhtml(suffix: str, kind: str, beginning: str) -> bool:
    return (
        suffix in MHTML_SUFFIXES
        or kind in {"multipart/related", "message/rfc822"}
        or (not suffix and beginning.startswith(("From: <Saved by", "MIME-Version: 1.0")))
    )


def _is_opml(suffix: str, kind: str, beginning: str) -> bool:
    return (
        suffix in OPML_SUFFIXES or kind == "text/x-opml" or (suffix not in TEXT_SUFFIXES and looks_like_opml(beginning))
    )


def _is_feed(suffix: str, kind: str, beginning: str) -> bool:
    if suffix in TEXT_SUFFIXES or suffix in HTML_SUFFIXES:
        return False
    if (
        is_json_feed(beginning)
        or suffix in FEED_SUFFIXES
        or kind.endswith(("rss+xml", "atom+xml", "rdf+xml", "feed+json"))
    ):
        return True
    return is_feed(beginning) or (not looks_like_html(beginning) and looks_like_feed(beginning))


def _is_json(suffix: str, kind: str, beginning: str) -> bool:
    return (
        suffix in JSON_SUFFIXES
        or kind.endswith("json")
        or (not suffix and beginning.lstrip("ï»¿ \t\r\n")[:1] in {"{", "["})
    )


def _is_page(suffix: str, kind: str, beginning: str) -> bool:
    return suffix in HTML_SUFFIXES or "html" in kind or (suffix not in TEXT_SUFFIXES and looks_like_html(beginning))


def _read_mhtml(content: bytes, origin: Origin) -> Iterator[RawArticle | InputError]:
    page = unpack_mhtml(content, origin.name)
    return _read_html(page.content, origin._replace(url=page.url or origin.url, charset=page.charset))


def _read_html(content: bytes, origin: Origin) -> Iterator[RawArticle | InputError]:
    page = read_page(content, origin.name, url=origin.url, charset=origin.charset)
    if _is_scrap(page.text):
        raise EmptyInput(origin.name, _SCRAP)
    found = page.metadata
    yield RawArticle(
        name=origin.name,
        text=page.text,
        title=found.title,
        outlet=found.site,
        domain=domain_of(found.url or origin.url or ""),
        date=found.date,
        url=found.url,
        byline=found.byline,
        updated=found.updated,
        language=found.language,
    )


def _read_feed(content: bytes, origin: Origin) -> Iterator[RawArticle | InputError]:
    return articles_of(read_feed(content, origin.name, url=origin.url, kind=origin.kind), origin.name)


def _read_opml(content: bytes, origin: Origin) -> Iterator[InputError | Listed]:
    listed: list[ListedFeed] = read_opml(content, origin.name)
    yield from (Listed(feed.url, feed.title) for feed in listed)
    if not listed:
        yield EmptyInput(origin.name, "a list without feeds")


def _read_json(content: bytes, origin: Origin) -> Iterator[RawArticle | InputError]:
    return read_records(decode(content, origin.name), origin.name)


def _read_text(content: bytes, origin: Origin) -> Iterator[RawArticle | InputError]:
    yield _text(content, origin)


def _text(content: bytes, origin: Origin) -> RawArticle:
    text = decode(content, origin.name)
    if _is_scrap(text):
        raise EmptyInput(origin.name, _SCRAP)
    return RawArticle(name=origin.name, text=text, url=None, domain=domain_of(origin.url or ""))


def _read_markdown(content: bytes, origin: Origin) -> Iterator[RawArticle | InputError]:
    """Read a text of which the first heading is the title; the marks before headings are no words of it."""
    found = _text(content, origin)
    lines = found.text.strip().split("\n")
    text = "\n".join(_heading(line) or line for line in lines)
    yield dataclasses.replace(found, text=text, title=_heading(lines[0]) or None)


def _heading(line: str) -> str:
    """Return what a Markdown heading says, "" for another line."""
    marks, _, words = line.partition(" ")
    return words.strip().rstrip("#").rstrip() if marks and marks in "######" else ""


def _is_scrap(text: str) -> bool:
    """Tell whether a text is too short to be an article.

    From Thai on, Unicode has the scripts that are written without spaces: there every letter counts as a word.
    """
    if len(text) > _LONGEST_SCRAP:
        return False
    return len(text.split()) + sum(character >= "\N{THAI CHARACTER KO KAI}" for character in text) < _FEWEST_WORDS


def _format(content: bytes, origin: Origin) -> _Format:
    """Return the first format that fits; plain text fits all."""
    suffix = _suffix(origin.file)
    beginning = content[:_HEAD].decode("latin-1").replace("\0", "")
    return next(row for row in _FORMATS if row.fits(suffix, origin.kind, beginning))


class _Format(NamedTuple):
    """A format: its name, whether bytes are in it (file's suffix, server's kind, beginning), and its reader."""

    name: str
    fits: Callable[[str, str, str], bool]
    reader: Callable[[bytes, Origin], Iterator[RawArticle | InputError | Listed]]


_FORMATS: tuple[_Format, ...] = (
    _Format("mhtml", _is_mhtml, _read_mhtml),
    _Format("opml", _is_opml, _read_opml),
    _Format("feed", _is_feed, _read_feed),
    _Format("json", _is_json, _read_json),
    _Format("page", _is_page, _read_html),
    _Format(
        "markdown",
        lambda suffix, kind, _beginning: suffix in MARKDOWN_SUFFIXES or kind == "text/markdown",
        _read_markdown,
    ),
    _Format("text", lambda _suffix, _kind, _beginning: True, _read_text),
)
