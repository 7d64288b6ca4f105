"""Which article a text is: a new one, or another version of one that is there."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from reader.library.prints import Prints
from reader.model import UNKNOWN_OUTLET

if TYPE_CHECKING:
    from reader.model import RawArticle
    from reader.ports import LibraryStore, Packed

_SPEAKING_ID = re.compile(r"[A-Za-z0-9][\w.\-]{0,63}\Z")
_PLACE_IN_A_FILE = re.compile(r"[:#]\d+\Z")
# What is piped or pasted has no place of its own: the next text from there is another article.
_NO_PLACES = frozenset({"standard input", "clipboard"})
_WORD = re.compile(r"\w+")
_ID_LENGTH = 12
_SHINGLE = 4
_REWRITTEN = 0.2  # of the shorter text's runs of four words, in what is still the file of the same article
_SAME_WORDS = 0.8  # of the runs of four words that either of two texts has, under two headlines; .9 of each one's
_LIKELIEST = 3
_NEAR_IDENTICAL = 0.6  # the same, in two texts of one outlet under one headline


class Identity:
    """Names articles by where they came from and by their words."""

    def __init__(self, store: LibraryStore) -> None:
        """Look articles up in ``store``."""
        self._store = store
        self._taken: dict[str, str] = {}
        self._prints = Prints(store)

    def of(self, raw: RawArticle) -> str:
        """Return the id of the article that this is (a version of), or the one it gets.

        An address or its container's id says which article it is; so does a file's path, as long as some of the words
        are the same, and all of them where the file is said to be another outlet's by now. A text from a new place is
        named by its outlet and words, so that two people who load the same text give it the same id, and the same
        text from two places is one article.
        """
        key = origin(raw) or ""
        known = self._store.origin(key) if key else None
        if known is not None and (raw.url or raw.id or self._goes_on(known, raw)):
            return known
        if known is None and (same := self._under_another_outlet(raw)) is not None:
            return same
        named = raw.url or raw.id or raw.text
        given = hashlib.sha256(f"{raw.outlet or ''}\0{named}".encode()).hexdigest()[:_ID_LENGTH]
        own = raw.id or ""
        if _SPEAKING_ID.match(own) and not self._store.versions(own) and self._taken.get(own, key) == key:
            given = own
        self._taken[given] = key
        return given

    def settled(self, read: Packed) -> Packed:
        """Return what was read under the id of the article that it is a near-identical print of, if it is one.

        Looked for among the articles of the same outlet: with the same headline, or of about the same day and then
        with nearly all of the words.
        """
        if read.article.outlet == UNKNOWN_OUTLET:
            return read
        settled = read if self._store.versions(read.article.id) else self._as_printed_before(read)
        self._prints.add(settled.article)
        return settled

    def _as_printed_before(self, read: Packed) -> Packed:
        """Return what was read under the id of an earlier print of the same text, if there is one."""
        article = read.article
        for other in self._store.titled(article.outlet, article.title):
            if _shared(self._store.get(other).text, article.text) >= _NEAR_IDENTICAL:
                return read.renamed(other)
        for other in self._prints.like(article)[:_LIKELIEST]:
            if self._store.versions(other) and _overlap(self._store.get(other).text, article.text) >= _SAME_WORDS:
                return read.renamed(other)
        return read

    def _under_another_outlet(self, raw: RawArticle) -> str | None:
        """Return the article that a file holds unchanged, though another outlet is said to have it by now."""
        place = file_of(raw)
        known = self._store.origin(place) if place is not None else None
        if known is None or not self._store.versions(known) or self._store.get(known).raw != raw.text:
            return None
        return known

    def _goes_on(self, article_id: str, raw: RawArticle) -> bool:
        """Tell whether a file still holds the article that it held; of a text that was lost it is taken to do so."""
        return not self._store.versions(article_id) or _shared(self._store.get(article_id).raw, raw.text) >= _REWRITTEN


def origin(raw: RawArticle) -> str | None:
    """Return what names the place that an article came from; None for a place in a file, which may be anybody's."""
    if raw.url:
        return raw.url
    if raw.id is None and (_PLACE_IN_A_FILE.search(raw.name) or raw.name in _NO_PLACES):
        return None
    return f"{raw.outlet or ''}\0{raw.id or raw.name}"


def file_of(raw: RawArticle) -> str | None:
    """Return what names the file that an article alone is in, whoever is said to have written it; None if none does."""
    if raw.url or raw.id is not None or origin(raw) is None:
        return None
    return f"\0\0{raw.name}"


def text_hash(text: str) -> str:
    """Return the hash by which a version of a text is known, as ``reader.text.article`` makes it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _shared(a: str, b: str) -> float:
    """Return how much of the shorter text's runs of four words the other has, 0 to 1."""
    runs_a, runs_b = _runs(a), _runs(b)
    return len(runs_a & runs_b) / max(1, min(len(runs_a), len(runs_b)))


def _overlap(a: str, b: str) -> float:
    """Return how many of the runs of four words that either text has both have, 0 to 1."""
    runs_a, runs_b = _runs(a), _runs(b)
    return len(runs_a & runs_b) / max(1, len(runs_a | runs_b))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of four words of a text; all words for a shorter one."""
    words = [found.group().casefold() for found in _WORD.finditer(text)]
    if len(words) < _SHINGLE:
        return frozenset({tuple(words)})
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
