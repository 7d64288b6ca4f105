"""Opens a library: the only place that constructs stores and indexes."""
