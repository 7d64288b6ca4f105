"""Contract tests of the ports ``LibraryStore`` and ``FlagLog``, on SQLite."""
