"""The query language: text in, a tree of frozen nodes and perhaps one line about what was not understood, out. Pure."""

from reader.index.query.parse import Parsed, parse

__all__ = ["Parsed", "parse"]
