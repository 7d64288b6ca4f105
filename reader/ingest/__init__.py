"""Readers of foreign formats: the only place that fetches or parses them."""
