"""What a page says of itself: JSON-LD first, then OpenGraph, then meta tags, then the page's own head."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.ingest.addresses import canonical_url
from reader.ingest.timestamps import parse_date, updated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_LARGEST_BLOCK = 1_000_000
_MOST_OBJECTS = 2_000
_LONGEST_VALUE = 300
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlog")
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_AUTHOR_TAGS = (
    "author",
    "article:author_name",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "article:author",
)
_DATE_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
)
_UPDATED_TAGS = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dc.date.modified",
    "dcterms.modified",
    "article.updated",
)
_SITE_TAGS = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre", "twitter:site")
_BYLINE = re.compile(r"^\s*by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; None where it says nothing."""

    title: str | None = None
    byline: str | None = None
    date: dt.date | None = None
    updated: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None


def read_metadata(tree: HtmlElement, url: str | None = None) -> PageMetadata:
    """Return what the page ``tree`` says of itself; ``url`` is where it came from, if that is known."""
    tags = _tags(tree)
    thing = _json_ld_article(tree)
    language = _text(thing.get("inLanguage")) or (tree.get("lang") or "")
    language = language.replace("_", "-").partition("-")[0].lower()
    dates = (*_texts(thing, "datePublished", "dateCreated"), *_values(tags, _DATE_TAGS), *_times(tree))
    changed = (*_texts(thing, "dateModified"), *_values(tags, _UPDATED_TAGS))
    changes = (updated(words, next(iter(dates), ""), language or None) for words in changed)
    parsed = (parse_date(words, language or None) for words in dates)
    return PageMetadata(
        title=_first((*_texts(thing, "headline", "name"), *_values(tags, _TITLE_TAGS), *_title_element(tree))),
        byline=_byline(thing, tags),
        date=next((date for date in parsed if date is not None), None),
        updated=next((words for words in changes if words is not None), None),
        site=_first((*_names(thing.get("publisher")), *_values(tags, _SITE_TAGS))),
        url=_address(tree, tags, thing, url),
        language=language if language.isalpha() else None,
    )


def _tags(tree: HtmlElement) -> dict[str, str]:
    """Return the first value of each meta tag by its name in lower case."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        value = tag.get("content") or ""
        if name and value.strip():
            found.setdefault(name.strip().lower(), " ".join(value.split())[:_LONGEST_VALUE])
    return found


def _json_ld_article(tree: HtmlElement) -> dict[str, object]:
    """Return the first object of an article type in the page's JSON-LD, or an empty one."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        block = script.text or ""
        if len(block) > _LARGEST_BLOCK:
            continue
        try:
            block_value = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _objects(block_value):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in kinds):
                return thing
    return {}


def _objects(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects in a JSON value, outer ones first, at most ``_MOST_OBJECTS``."""
    waiting = [value]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        seen += 1
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting.extend(part for part in item.values() if isinstance(part, dict | list))
        elif isinstance(item, list):
            waiting.extend(part for part in item if isinstance(part, dict | list))


def _byline(thing: dict[str, object], tags: dict[str, str]) -> str | None:
    names = list(dict.fromkeys(_names(thing.get("author")))) or _values(tags, _AUTHOR_TAGS)[:1]
    names = [_BYLINE.sub("", name) for name in names if "://" not in name]
    return ", ".join(names)[:_LONGEST_VALUE] or None


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for part in name if isinstance(name, list) else [name]:
            if text := _text(part):
                yield text


def _address(tree: HtmlElement, tags: dict[str, str], thing: dict[str, object], url: str | None) -> str | None:
    page = thing.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    for words in (*links, tags.get("og:url", ""), url or "", _text(page), _text(thing.get("url"))):
        found = canonical_url(words, url) if words.strip() else None
        if found is not None:
            return found
    return None


def _times(tree: HtmlElement) -> Iterator[str]:
    for time in tree.iter("time"):
        words = time.get("datetime") or time.text_content()
        if words.strip():
            yield words[:_LONGEST_VALUE]


def _title_element(tree: HtmlElement) -> Iterator[str]:
    """Yield the page's headline: the title, or the heading that it begins with, which has no site's name behind it."""
    title, heading = (
        next((" ".join(element.text_content().split())[:_LONGEST_VALUE] for element in tree.iter(tag)), "")
        for tag in ("title", "h1")
    )
    if heading and title.startswith(heading):
        yield heading
    yield title
    yield heading


def _values(tags: dict[str, str], names: Iterable[str]) -> list[str]:
    return [tags[name] for name in names if name in tags]


def _texts(thing: dict[str, object], *keys: str) -> Iterator[str]:
    return (text for key in keys if (text := _text(thing.get(key))))


def _text(value: object) -> str:
    return " ".join(value.split())[:_LONGEST_VALUE] if isinstance(value, str) else ""


def _first(values: Iterable[str]) -> str | None:
    return next((value for value in values if value), None)
