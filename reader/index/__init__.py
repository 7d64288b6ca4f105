"""Searching: the only place that knows whoosh.

``terms``, ``query``, ``stems``, ``positions``, ``snippets``   pure: words of a text, the query language, hits in a text
``documents``, ``schema``, ``codec``, ``catalogue``            what is written, and how Whoosh writes it
``postings``, ``lexicon``, ``manifest``                        the files
``view``, ``evaluate``, ``phrases``, ``answer``                  the index at one commit, answering and ranking on it
``shelf``, ``upkeep``                                          opening, checking, setting aside, writing, keeping up
``engine``, ``lazy``                                           the port SearchIndex, opened at its first use
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.index.lazy import WhooshIndex

if TYPE_CHECKING:
    import pathlib

    from reader.ports import ArticleStore, SearchIndex

__all__ = ["open_index"]


def open_index(folder: pathlib.Path, store: ArticleStore) -> SearchIndex:
    """Return the index in ``folder`` over the articles of ``store``.

    This returns at once: nothing is read, and Whoosh is not imported, before the first use. A folder that does not
    exist is made by ``catch_up``; one that can't be used is set aside then, and the index built anew.
    """
    return WhooshIndex(folder, store)
