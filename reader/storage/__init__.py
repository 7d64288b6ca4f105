"""SQLite: the truth. The only place that imports sqlite3."""

from reader.storage.articles import SqliteStore
from reader.storage.flagfile import flags_text, read_flags
from reader.storage.flaglog import SqliteFlagLog

__all__ = ["SqliteFlagLog", "SqliteStore", "flags_text", "read_flags"]
