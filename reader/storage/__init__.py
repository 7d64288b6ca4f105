"""SQLite: the truth. The only place that imports sqlite3."""

from reader.storage.articles import SqliteStore
from reader.storage.flaglog import SqliteFlagLog

__all__ = ["SqliteFlagLog", "SqliteStore"]
