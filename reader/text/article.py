"""Making an article out of what came in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.model import UNKNOWN_OUTLET, Article
from reader.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.model import RawArticle

_LONGEST_TITLE = 200


def article(raw: RawArticle, *, id: str, repeated: Collection[str] = ()) -> Article:  # noqa: A002 - the model's word
    """Return ``raw`` cleaned, as version 1 of the article ``id``.

    ``repeated`` are lines that recur across the outlet's articles. What the container said of the article (title,
    byline, date) goes before what its text says; without either the title is the text's first line, shortened.
    """
    cleaned = clean(raw.text, repeated=repeated)
    return Article(
        id=id,
        text=cleaned.text,
        title=raw.title or cleaned.title or _first_words(cleaned.text),
        outlet=raw.outlet or UNKNOWN_OUTLET,
        outlet_guessed=raw.outlet_guessed,
        domain=raw.domain,
        date=raw.date,
        url=raw.url,
        byline=raw.byline or cleaned.byline,
        updated=raw.updated or cleaned.updated,
        language=raw.language or "en",
        raw=raw.text,
        removed=cleaned.removed,
        offsets=cleaned.offsets,
        text_hash=hashlib.sha256(cleaned.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _first_words(text: str) -> str:
    """Return the first line of ``text``, cut after a whole word when it is longer than a title is."""
    line = text.lstrip().split("\n", 1)[0].strip()
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
