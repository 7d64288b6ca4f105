"""Articles with their versions and analyses, stories, checklists and settings in SQLite."""

from __future__ import annotations

import datetime as dt
import json
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from reader.errors import LibraryDamaged, NotFound
from reader.model import Analysis, Article, Checklist, OffsetMap, Removed, Story
from reader.storage.database import Database
from reader.storage.encoding import PackedReading, decode, dumps, loads, pack
from reader.storage.schema import ARTICLES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.ports import Packed

_SOME = " AND id IN (SELECT value FROM json_each(?))"
_HEAD = (
    "article.id, article.version, title, outlet, outlet_guessed, domain, date, url, byline, updated, language, "
    "text_hash"
)
_BODY = "text, raw, removed, offsets"
_T = TypeVar("_T")


class SqliteStore:
    """The articles' store (port ``LibraryStore``), for any thread; several processes may share the file."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at ``path``."""
        self._database = Database(path, ARTICLES)
        self._batch = threading.local()

    def __reduce__(self) -> tuple[type[SqliteStore], tuple[Path]]:
        """Open the same file anew where this store is sent to another process."""
        return SqliteStore, (self._database.path,)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make one transaction of all that this thread stores inside: all of it or nothing."""
        with self._database.writing() as connection:
            self._batch.connection = connection
            try:
                yield
            finally:
                self._batch.connection = None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection of the running batch, or one with a transaction of its own."""
        running: sqlite3.Connection | None = getattr(self._batch, "connection", None)
        if running is not None:
            yield running
            return
        with self._database.writing() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that sees what the running batch has stored."""
        running: sqlite3.Connection | None = getattr(self._batch, "connection", None)
        if running is not None:
            yield running
            return
        with self._database.reading() as connection:
            yield connection

    def put(self, article: Article, analysis: Analysis) -> int:
        """Store an article with its analysis; return the new change number.

        The store counts the versions: the text of the newest version is replaced in place when its hash is the same,
        anything else becomes the next version, whatever ``article.version`` says.
        """
        return self.put_packed(pack(article, analysis))

    @property
    def pack(self) -> Callable[[Article, Analysis], PackedReading]:
        """What packs an article with its analysis; it can be sent to another process."""
        return pack

    def put_packed(self, packed: Packed) -> int:
        """Store what ``pack`` made, as ``put`` does; return the new change number."""
        if not isinstance(packed, PackedReading):
            raise TypeError(packed)
        article = packed.article
        with self._writing() as connection:
            change = connection.execute("SELECT coalesce(max(change), 0) + 1 FROM article").fetchone()[0]
            newest = connection.execute(
                "SELECT number, version, text_hash FROM article WHERE id = ? AND newest", (article.id,)
            ).fetchone()
            if newest is not None and newest[2] == article.text_hash:
                number = newest[0]
                connection.execute("UPDATE article SET change = ? WHERE number = ?", (change, number))
                _describe(connection, number, article)
            else:
                version = 1 if newest is None else newest[1] + 1
                connection.execute("UPDATE article SET newest = 0 WHERE id = ? AND newest", (article.id,))
                number = connection.execute(
                    "INSERT INTO article (change, id, version, newest, title, outlet, outlet_guessed, language, "
                    "text_hash) VALUES (?, ?, ?, 1, '', '', 0, '', ?)",
                    (change, article.id, version, article.text_hash),
                ).lastrowid
                _describe(connection, number, article)
            connection.execute(
                "INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?)",
                (number, article.text, article.raw, packed.removed, packed.offsets),
            )
            connection.execute(
                "INSERT OR REPLACE INTO analysis VALUES (?, ?, ?)", (number, packed.version, packed.found)
            )
        return int(change)

    def put_analysis(self, text_hash: str, analysis: Analysis) -> bool:
        """Replace the analysis of an article's newest version, if its text still has this hash; tell whether it had."""
        with self._writing() as connection:
            newest = connection.execute(
                "SELECT number FROM article WHERE id = ? AND newest AND text_hash = ?", (analysis.article, text_hash)
            ).fetchone()
            if newest is None:
                return False
            connection.execute(
                "INSERT OR REPLACE INTO analysis VALUES (?, ?, ?)", (newest[0], analysis.version, dumps(analysis))
            )
            connection.execute(
                "UPDATE article SET change = (SELECT max(change) + 1 FROM article) WHERE number = ?", newest
            )
        return True

    def get(self, article_id: str, version: int | None = None) -> Article:
        """Return an article (its newest version by default); raise ``NotFound``."""
        which = "newest" if version is None else "version = ?"
        wanted = (article_id,) if version is None else (article_id, version)
        with self._reading() as connection:
            row = connection.execute(
                f"SELECT {_HEAD}, {_BODY} FROM article JOIN body USING (number) WHERE id = ? AND {which}",  # noqa: S608 - both are our own words
                wanted,
            ).fetchone()
        if row is None:
            raise NotFound("article", article_id if version is None else f"{article_id} version {version}")
        return self._article(row)

    def change(self) -> int:
        """Return the newest change number, 0 for an empty store."""
        with self._reading() as connection:
            return int(connection.execute("SELECT coalesce(max(change), 0) FROM article").fetchone()[0])

    def versions(self, article_id: str) -> Sequence[tuple[int, str]]:
        """Return (version, hash of its text) of every version, oldest first; empty for an unknown article."""
        with self._reading() as connection:
            return connection.execute(
                "SELECT version, text_hash FROM article WHERE id = ? ORDER BY version", (article_id,)
            ).fetchall()

    def headers(self) -> Sequence[Article]:
        """Return every article's newest version without its text, raw text and offsets, oldest first."""
        with self._reading() as connection:
            rows = _as_they_came(
                connection,
                connection.execute(f"SELECT number, {_HEAD} FROM article WHERE newest ORDER BY number").fetchall(),  # noqa: S608 - our own words
            )
        return [self._article(row) for row in rows]

    def headers_of(self, ids: Iterable[str]) -> Sequence[Article]:
        """Return the headers of these articles, oldest first; one that is not there is left out."""
        with self._reading() as connection:
            rows = connection.execute(
                f"SELECT {_HEAD} FROM article WHERE newest{_SOME} ORDER BY number",  # noqa: S608 - our own words
                (json.dumps(list(ids)),),
            ).fetchall()
        return [self._article(row) for row in rows]

    def leads(self, characters: int, ids: Iterable[str] | None = None) -> Sequence[Article]:
        """Return the headers with the first ``characters`` code points of each text, of all articles or of some."""
        some, which = ("", ()) if ids is None else (_SOME, (json.dumps(list(ids)),))
        with self._reading() as connection:
            rows = _as_they_came(
                connection,
                connection.execute(
                    f"SELECT number, {_HEAD}, substr(text, 1, ?), '', '[]', '{{}}' FROM article "  # noqa: S608 - our own words
                    f"JOIN body USING (number) WHERE newest{some} ORDER BY number",
                    (characters, *which),
                ).fetchall(),
            )
        return [self._article(row) for row in rows]

    def titled(self, outlet: str, title: str) -> Sequence[str]:
        """Return the ids of an outlet's articles that have this title, the latest first; at most a few."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT id FROM article WHERE outlet = ? AND title = ? AND newest ORDER BY number DESC LIMIT 5",
                (outlet, title),
            ).fetchall()
        return [str(article_id) for (article_id,) in rows]

    def printed(self, outlet: str, day: dt.date | None, *, limit: int) -> Sequence[tuple[str, str]]:
        """Return (id, text) of an outlet's articles of one day (None: without a date), the latest ones first."""
        with self._reading() as connection:
            return connection.execute(
                "SELECT id, text FROM article JOIN body USING (number) WHERE outlet = ? AND newest AND date IS ? "
                "ORDER BY number DESC LIMIT ?",
                (outlet, day.isoformat() if day else None, limit),
            ).fetchall()

    def with_claims(self) -> frozenset[str]:
        """Return the ids of the articles in whose newest version a checkable claim was found."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT id FROM article JOIN analysis USING (number) WHERE newest AND json_valid(found) AND EXISTS "
                "(SELECT 1 FROM json_each(found, '$.claims') WHERE json_extract(value, '$.not_checkable') IS NULL)"
            ).fetchall()
        return frozenset(str(article_id) for (article_id,) in rows)

    def raw_texts(self, outlet: str, limit: int) -> Sequence[str]:
        """Return the raw texts of an outlet's latest articles, at most ``limit``."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT raw FROM article JOIN body USING (number) WHERE outlet = ? AND newest "
                "ORDER BY number DESC LIMIT ?",
                (outlet, limit),
            ).fetchall()
        return [str(raw) for (raw,) in rows]

    def analysis(self, article_id: str) -> Analysis:
        """Return what was found in the newest version of an article; raise ``NotFound``."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT found FROM article JOIN analysis USING (number) WHERE id = ? AND newest", (article_id,)
            ).fetchone()
        if row is None:
            raise NotFound("article", article_id)
        return self._loads(Analysis, row[0])

    def stories(self) -> Sequence[Story]:
        """Return the stories, newest first."""
        with self._reading() as connection:
            rows = connection.execute("SELECT told FROM story ORDER BY place").fetchall()
        return [self._loads(Story, told) for (told,) in rows]

    def put_stories(self, stories: Iterable[Story]) -> None:
        """Replace the stories by these; the newest is first from then on, and of one day the one given first."""
        ordered = sorted(stories, key=_last_day, reverse=True)
        with self._writing() as connection:
            connection.execute("DELETE FROM story")
            connection.executemany(
                "INSERT INTO story VALUES (?, ?, ?)",
                ((story.id, place, dumps(story)) for place, story in enumerate(ordered)),
            )
            connection.execute("DELETE FROM checklist WHERE story NOT IN (SELECT id FROM story)")

    def checklist(self, story_id: str) -> tuple[str, Checklist] | None:
        """Return the stored checklist of a story with the key it was stored under."""
        with self._reading() as connection:
            row = connection.execute("SELECT key, found FROM checklist WHERE story = ?", (story_id,)).fetchone()
        return None if row is None else (row[0], self._loads(Checklist, row[1]))

    def put_checklist(self, key: str, checklist: Checklist) -> None:
        """Keep a story's checklist; ``key`` names the texts and the analyser that it was made from."""
        with self._writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO checklist VALUES (?, ?, ?)", (checklist.story, key, dumps(checklist))
            )

    def changed_since(self, change: int) -> Iterator[tuple[int, Article, Analysis]]:
        """Yield what was put after change number ``change`` and is still the newest, oldest first.

        The article comes without its raw text and offsets, the analysis with its quotations only: reading the rest of
        them back takes longer than the index takes for the words.
        """
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT change, iif(json_valid(found), json_object('article', article.id, "  # noqa: S608 - our own words
                "'version', analysis.version, 'quotations', json(coalesce(json_extract(found, '$.quotations'), '[]'))"
                "), found), "
                f"{_HEAD}, text, '', '[]', '{{}}' FROM article JOIN body USING (number) "
                "JOIN analysis USING (number) WHERE change > ? AND newest ORDER BY change",
                (change,),
            )
            for number, found, *row in rows:
                yield number, self._article(tuple(row)), self._loads(Analysis, found)

    def origin(self, key: str) -> str | None:
        """Return the id of the article that came from ``key`` (a path, an address), if one did."""
        with self._reading() as connection:
            row = connection.execute("SELECT article FROM origin WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def put_origin(self, key: str, article_id: str) -> None:
        """Remember that what comes from ``key`` is this article."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO origin VALUES (?, ?)", (key, article_id))

    def remember(self, key: str, value: str) -> None:
        """Keep a small setting beside the articles."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def recall(self, key: str) -> str | None:
        """Return a setting that was remembered, or None."""
        with self._reading() as connection:
            row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _loads(self, kind: type[_T], text: str) -> _T:
        """Return a stored value; raise ``LibraryDamaged`` when it is not one."""
        try:
            return loads(kind, text)
        except ValueError as error:
            raise self._damaged(error) from error

    def _article(self, row: Sequence[Any]) -> Article:
        """Return the article of a row; raise ``LibraryDamaged`` when it holds none."""
        try:
            return _from_row(row)
        except ValueError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: ValueError) -> LibraryDamaged:
        """Say that a stored value is not what it should be."""
        return LibraryDamaged(
            str(self._database.path), f"holds a value that can't be read ({error}): run `newsreader doctor`"
        )


def _as_they_came(connection: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return rows that begin with number and id, without the numbers, by when the first version of each came.

    A new version keeps its article's place: what goes by the order (a story's id) would change with it otherwise.
    """
    first = dict(connection.execute("SELECT id, min(number) FROM article WHERE NOT newest GROUP BY id"))
    if first:
        rows.sort(key=lambda row: first.get(row[1], row[0]))
    return [row[1:] for row in rows]


def _describe(connection: sqlite3.Connection, number: int | None, article: Article) -> None:
    """Write what is known of the article beside its text."""
    connection.execute(
        "UPDATE article SET title = ?, outlet = ?, outlet_guessed = ?, domain = ?, date = ?, url = ?, byline = ?, "
        "updated = ?, language = ? WHERE number = ?",
        (
            article.title,
            article.outlet,
            article.outlet_guessed,
            article.domain,
            article.date.isoformat() if article.date else None,
            article.url,
            article.byline,
            article.updated,
            article.language,
            number,
        ),
    )


def _last_day(story: Story) -> dt.date:
    """Return the day that orders stories; an undated story is the oldest."""
    return story.last_date or dt.date.min


def _from_row(row: Sequence[Any]) -> Article:
    """Return the article of a row: the columns of ``_HEAD``, or of ``_HEAD`` and ``_BODY``; raise ``ValueError``."""
    head, body = row[:12], row[12:]
    texts: dict[str, Any] = {"text": ""}
    if body:
        texts = {
            "text": body[0],
            "raw": body[1],
            "removed": tuple(decode(Removed, part) for part in json.loads(body[2])),
            "offsets": loads(OffsetMap, body[3]),
        }
    return Article(
        id=head[0],
        version=head[1],
        title=head[2],
        outlet=head[3],
        outlet_guessed=bool(head[4]),
        domain=head[5],
        date=dt.date.fromisoformat(head[6]) if head[6] else None,
        url=head[7],
        byline=head[8],
        updated=head[9],
        language=head[10],
        text_hash=head[11],
        **texts,
    )
