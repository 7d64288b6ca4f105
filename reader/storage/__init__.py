"""SQLite: the truth. The only place that imports sqlite3."""

from reader.storage.articles import SqliteStore
from reader.storage.database import refuse_newer
from reader.storage.flagfile import flags_text, read_flags
from reader.storage.flaglog import SqliteFlagLog
from reader.storage.schema import ARTICLES_FILE, FLAGS_FILE, NEWEST

__all__ = [
    "ARTICLES_FILE",
    "FLAGS_FILE",
    "NEWEST",
    "SqliteFlagLog",
    "SqliteStore",
    "flags_text",
    "read_flags",
    "refuse_newer",
]
