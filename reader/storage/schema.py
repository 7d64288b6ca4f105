"""The tables, as migrations: each text leads from one version to the next and is never changed once released."""

from __future__ import annotations

ARTICLES = (
    """
    CREATE TABLE article (
        number INTEGER PRIMARY KEY,
        change INTEGER NOT NULL UNIQUE,
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        newest INTEGER NOT NULL,
        title TEXT NOT NULL,
        outlet TEXT NOT NULL,
        outlet_guessed INTEGER NOT NULL,
        domain TEXT,
        date TEXT,
        url TEXT,
        byline TEXT,
        updated TEXT,
        language TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        UNIQUE (id, version)
    );
    CREATE INDEX article_newest ON article (newest, number);
    CREATE INDEX article_outlet ON article (outlet, newest, number);
    CREATE INDEX article_title ON article (outlet, title);
    CREATE TABLE body (
        number INTEGER PRIMARY KEY REFERENCES article (number),
        text TEXT NOT NULL,
        raw TEXT NOT NULL,
        removed TEXT NOT NULL,
        offsets TEXT NOT NULL
    );
    CREATE TABLE analysis (
        number INTEGER PRIMARY KEY REFERENCES article (number),
        version TEXT NOT NULL,
        found TEXT NOT NULL
    );
    CREATE TABLE origin (
        key TEXT PRIMARY KEY,
        article TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE story (
        id TEXT PRIMARY KEY,
        place INTEGER NOT NULL,
        told TEXT NOT NULL
    );
    CREATE TABLE checklist (
        story TEXT PRIMARY KEY,
        key TEXT NOT NULL,
        found TEXT NOT NULL
    );
    CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
)

FLAGS = (
    """
    CREATE TABLE event (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        act TEXT NOT NULL,
        undoes TEXT,
        anchor TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        digest TEXT NOT NULL
    );
    CREATE INDEX event_target ON event (target, at, id);
    CREATE INDEX event_person ON event (person, number);
    CREATE INDEX event_undoes ON event (undoes) WHERE undoes IS NOT NULL;
    CREATE TABLE present (
        person TEXT NOT NULL,
        target TEXT NOT NULL,
        at TEXT NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        article TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        PRIMARY KEY (person, target)
    ) WITHOUT ROWID;
    CREATE INDEX present_place ON present (article, person, kind, text_hash, start, stop);
    CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN
        SELECT RAISE (ABORT, 'the log is append-only');
    END;
    CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN
        SELECT RAISE (ABORT, 'the log is append-only');
    END;
    """,
)

ARTICLES_FILE = "library.db"
FLAGS_FILE = "flags.db"
FILES = (ARTICLES_FILE, FLAGS_FILE)
NEWEST = {ARTICLES_FILE: len(ARTICLES), FLAGS_FILE: len(FLAGS)}
