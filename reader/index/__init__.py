"""Searching: the only place that knows whoosh."""
