"""What searches are measured against: Whoosh as its manual has it, SQLite FTS5, tantivy where it is installed."""

from __future__ import annotations

import importlib
import re
import sqlite3
from typing import TYPE_CHECKING, Any, Protocol

from whoosh import fields, index
from whoosh.qparser import QueryParser

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from reader.model import Article

_TOP = 10


class Engine(Protocol):
    """One that is measured. A question that it has no form for returns None."""

    name: str

    def build(self, articles: Iterable[Article]) -> None:
        """Index the articles, committed once."""

    def ask(self, kind: str, question: str, day: dt.date) -> int | None:
        """Answer a question of a kind, the ten best of it, and return how many were found."""


class PlainWhoosh:
    """The schema and the query parser of Whoosh's manual, on the same version of Whoosh."""

    name = "default Whoosh"

    def __init__(self, folder: Path) -> None:
        """Make an empty index."""
        folder.mkdir()
        schema = fields.Schema(
            id=fields.ID(stored=True, unique=True),
            title=fields.TEXT(stored=True),
            body=fields.TEXT(stored=True),
            outlet=fields.ID(stored=True),
            date=fields.ID(stored=True),
        )
        self._index = index.create_in(str(folder), schema)
        self._parser = QueryParser("body", schema)
        self._searcher: Any = None

    def build(self, articles: Iterable[Article]) -> None:
        """Index the articles."""
        writer = self._index.writer()
        for one in articles:
            writer.add_document(id=one.id, title=one.title, body=one.text, outlet=one.outlet, date=str(one.date))
        writer.commit()
        self._searcher = self._index.searcher()

    def ask(self, kind: str, question: str, day: dt.date) -> int | None:
        """Answer by Whoosh's own query language."""
        match kind:
            case "3 letters" | "2 letters":
                query = f"{question}*"
            case "word, outlet, date":
                query = f'{question} outlet:"The Courier" date:[{day} TO 2030-01-01]'
            case "fuzzy":
                corrected = self._searcher.suggest("body", question, limit=1, maxdist=1, prefix=2)
                query = corrected[0] if corrected else question
            case _:
                query = question
        return len(self._searcher.search(self._parser.parse(query), limit=_TOP))


class Fts5:
    """SQLite's full text search, on a file."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        """Make an empty index."""
        self._base = sqlite3.connect(f"{folder}.db")
        self._base.execute(
            "CREATE VIRTUAL TABLE a USING fts5(id UNINDEXED, title, body, outlet UNINDEXED, date UNINDEXED, "
            "tokenize = 'porter unicode61', prefix = '2 3')"
        )

    def build(self, articles: Iterable[Article]) -> None:
        """Index the articles."""
        rows = ((one.id, one.title, one.text, one.outlet, str(one.date)) for one in articles)
        with self._base:
            self._base.executemany("INSERT INTO a VALUES (?, ?, ?, ?, ?)", rows)

    def ask(self, kind: str, question: str, day: dt.date) -> int | None:
        """Answer in FTS5's query language, snippets of ten rows included."""
        if kind == "fuzzy":
            return None
        words = question if kind == "phrase" else " ".join(f'"{word}"' for word in question.split())
        sql = "SELECT id, snippet(a, 2, '[', ']', '…', 30) FROM a WHERE a MATCH ?"
        given: list[str] = [words + ("*" if kind.endswith("letters") else "")]
        if kind == "word, outlet, date":
            sql += " AND outlet = 'The Courier' AND date >= ?"
            given.append(str(day))
        rows = self._base.execute(f"{sql} ORDER BY rank LIMIT {_TOP}", given).fetchall()
        return len(rows)


class Tantivy:
    """The Rust library tantivy."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        """Make an empty index; raise ``ModuleNotFoundError`` where the package is not installed."""
        self._tantivy: Any = importlib.import_module("tantivy")
        folder.mkdir()
        builder = self._tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True)
        for field in ("title", "body"):
            builder.add_text_field(field, stored=True, tokenizer_name="en_stem")
        builder.add_text_field("outlet", tokenizer_name="raw")
        builder.add_integer_field("date", indexed=True)
        self._index = self._tantivy.Index(builder.build(), str(folder))
        self._searcher: Any = None

    def build(self, articles: Iterable[Article]) -> None:
        """Index the articles."""
        writer = self._index.writer()
        for one in articles:
            document = self._tantivy.Document(
                id=one.id,
                title=one.title,
                body=one.text,
                outlet=one.outlet,
                date=one.date.toordinal() if one.date else 0,
            )
            writer.add_document(document)
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, kind: str, question: str, day: dt.date) -> int | None:
        """Answer in tantivy's query language, reading the ten texts."""
        schema, make = self._index.schema, self._tantivy.Query
        match kind:
            case "3 letters" | "2 letters":
                query = make.regex_query(schema, "body", re.escape(question) + ".*")
            case "fuzzy":
                query = make.fuzzy_term_query(schema, "body", question, distance=1, prefix=False)
            case "word, outlet, date":
                asked = f'+{question} +outlet:"The Courier" +date:[{day.toordinal()} TO 800000]'
                query = self._index.parse_query(asked, ["body"])
            case "two words":
                query = self._index.parse_query(" ".join(f"+{word}" for word in question.split()), ["body"])
            case _:
                query = self._index.parse_query(question, ["body"])
        found = self._searcher.search(query, _TOP)
        for _, address in found.hits:
            self._searcher.doc(address)
        return int(found.count)
