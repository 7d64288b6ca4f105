"""The library on disk: the only place that knows sqlite3."""
