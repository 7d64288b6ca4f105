"""JSON and JSONL as news crawlers write them: news-please, newspaper, trafilatura, CommonCrawl-News dumps and kin."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from reader.errors import EmptyInput, InputError, UnreadableInput
from reader.ingest.addresses import canonical_url, is_address
from reader.ingest.markup import plain
from reader.ingest.outlets import domain_of
from reader.ingest.timestamps import parse_date, updated
from reader.model import RawArticle

if TYPE_CHECKING:
    from collections.abc import Iterator

JSON_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})

# Field names of the usual crawlers and datasets, most telling first.
_TEXT = (
    "text",
    "maintext",
    "article_text",
    "full_text",
    "fulltext",
    "articleBody",
    "body",
    "content",
    "article",
    "plain_text",
    "plaintext",
    "cleaned_text",
    "story_text",
    "raw_text",
)
_MARKUP = ("content_html", "html", "description_html")
_TITLE = ("title", "headline", "name")
_DATE = (
    "date",
    "date_publish",
    "publish_date",
    "published",
    "date_published",
    "published_date",
    "publishedAt",
    "published_at",
    "datePublished",
    "pub_date",
    "publishing_date",
    "seendate",
    "timestamp",
)
_UPDATED = ("updated", "date_modify", "dateModified", "date_modified", "modified", "updated_at", "updatedAt", "lastmod")
_OUTLET = (
    "outlet",
    "source_name",
    "sitename",
    "source-hostname",
    "site_name",
    "publisher",
    "publication",
    "media_name",
    "source",
)
_DOMAIN = ("domain", "source_domain", "hostname")
_URL = ("url", "canonical_link", "link", "final_url", "responded_url", "requested_url", "external_url", "source")
_BYLINE = ("byline", "authors", "author", "creator")
_LANGUAGE = ("language", "lang", "meta_lang", "inLanguage")
_ID = ("id", "_id", "uri", "guid", "fingerprint")
_LISTS = ("articles", "items", "data", "results", "docs", "documents", "entries", "news")
_LONGEST_NAME = 300


def read_records(text: str, name: str) -> Iterator[RawArticle | InputError]:
    """Yield the articles of a JSON value, or of each line of JSONL; an error names the line it is about."""
    try:
        value = json.loads(text)
    except RecursionError:
        yield UnreadableInput(name, "its JSON is nested too deeply")
        return
    except ValueError as error:
        lines = text.splitlines()
        if len([line for line in lines if line.strip()]) < 2 or not lines[0].lstrip().startswith("{"):  # noqa: PLR2004 - one line is no JSONL
            yield UnreadableInput(name, f"not JSON: {error}")
            return
        yield from _lines(lines, name)
        return
    if isinstance(value, dict) and value.get("schema") == "newsreader story":
        yield UnreadableInput(name, "a story that newsreader exported: `newsreader import` takes it in with its flags")
        return
    rows = _rows(value)
    if rows is None:
        yield UnreadableInput(name, "JSON without articles in it")
    elif len(rows) == 1:
        yield _record(rows[0], name)
    else:
        for place, row in enumerate(rows, 1):
            yield _record(row, f"{name}#{place}")
        if not rows:
            yield EmptyInput(name, "a list without articles")


def _lines(lines: list[str], name: str) -> Iterator[RawArticle | InputError]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            yield _record(json.loads(line), place)
        except (ValueError, RecursionError):
            yield UnreadableInput(place, "not JSON")


def _rows(value: object) -> list[object] | None:
    """Return the articles in a JSON value: its elements, those under a usual key, or the value itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for key in _LISTS:
            if isinstance(value.get(key), list):
                return list(value[key])
        return [value]
    return None


def _record(row: object, name: str) -> RawArticle | InputError:
    if not isinstance(row, dict):
        return UnreadableInput(name, "not an object with the fields of an article")
    text = _first(row, _TEXT)
    if not text:
        text = plain(_first(row, _MARKUP))
    if not text.strip():
        return EmptyInput(name, "no text in it (looked for text, maintext, body, content …)")
    language = _language(_first(row, _LANGUAGE))
    url = next((canonical_url(words) for words in _values(row, _URL) if is_address(words)), None)
    outlet = next((words for words in _values(row, _OUTLET) if not is_address(words)), None)
    domain = _first(row, _DOMAIN) or None
    dates = (parse_date(words, language) for words in _values(row, _DATE))
    raw = RawArticle(
        name=name,
        text=text,
        title=_line(_first(row, _TITLE)),
        date=next((date for date in dates if date is not None), None),
        url=url,
        byline=_line(_byline(row)),
        updated=updated(_first(row, _UPDATED), _first(row, _DATE), language),
        language=language,
        id=_first(row, _ID) or None,
    )
    if outlet and "." in outlet and " " not in outlet:
        outlet, domain = None, domain or outlet
    return dataclasses.replace(raw, outlet=_line(outlet or ""), domain=domain or (domain_of(url) if url else None))


def _values(row: dict[str, object], keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = row.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("url")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(int(value))
        if isinstance(value, str) and value.strip():
            yield value.strip()


def _first(row: dict[str, object], keys: tuple[str, ...]) -> str:
    return next(_values(row, keys), "")


def _byline(row: dict[str, object]) -> str:
    for key in _BYLINE:
        value = row.get(key)
        if isinstance(value, list):
            names = (item.get("name") if isinstance(item, dict) else item for item in value)
            return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip())
    return _first(row, _BYLINE)


def _language(words: str) -> str | None:
    """Return the two letters of a code such as ``en`` or ``en_GB``; None for names of languages and other codes."""
    code = words.replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None  # noqa: PLR2004 - as many as ISO 639-1 has


def _line(words: str) -> str | None:
    return " ".join(words.split())[:_LONGEST_NAME] or None
