"""Readers of foreign formats: the only place that fetches or parses them.

``open_reader`` gives the one reader that the rest of the program needs: it takes an input as a person names it (a
file, a folder, an address, ``-``) and yields raw articles, and an error for each part that can't be used.
"""

from reader.ingest.intake import open_reader

__all__ = ["open_reader"]
