"""Pure: the words that an article gives as somebody's, and whose they are."""

from reader.quotations.extract import extract

__all__ = ["extract"]
