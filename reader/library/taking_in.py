"""Stories that were exported as JSON, taken in again with their articles and flags: twice is once."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import IndexUnavailable, UnreadableInput
from reader.export.reading_back import read_back
from reader.library.analysing import Task, read_closely
from reader.model import AddReport, AddResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.export.reading_back import KeptArticle
    from reader.library.flagging import Flagging
    from reader.library.reading import Reading
    from reader.library.searching import Searching
    from reader.ports import LibraryStore


class TakenIn(NamedTuple):
    """What became of a document: a report for each article, how many entries its log has and how many were new."""

    articles: tuple[AddReport, ...]
    events: int
    new_events: int


def take_in(
    text: str, name: str, *, store: LibraryStore, reading: Reading, searching: Searching, flagging: Flagging
) -> TakenIn:
    """Store the articles and flags of a document, all or nothing of each; raise ``UnreadableInput`` naming ``name``.

    Articles keep their ids, versions and what was known of them; their raw texts are read anew. Where the library had
    none of them and would tell them as several stories, they stay the one story that somebody made of them.
    """
    try:
        kept = read_back(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(name, f"can't be taken in: {error}") from error
    known = any(store.versions(article_id) for article_id in kept.articles)
    with store.batch():
        reports = tuple(_put(store, article_id, versions) for article_id, versions in kept.articles.items())
    if any(report.result is not AddResult.ALREADY_THERE for report in reports):
        reading.regroup()
        stored = [report.article for report in reports if report.article is not None]
        if not known and len({reading.story_of(article_id).id for article_id in stored}) > 1:
            reading.join_stories(stored)
        with contextlib.suppress(IndexUnavailable):  # the texts are stored; the index follows when it can be opened
            searching.catch_up()
    return TakenIn(reports, len(kept.events), flagging.merge(kept.events))


def _put(store: LibraryStore, article_id: str, versions: Sequence[KeptArticle]) -> AddReport:
    """Store those versions of an article that the library does not have.

    Where its newest is one of them, what came after it is stored; where the document's newest is known, nothing is.
    """
    held = [text_hash for _, text_hash in store.versions(article_id)]
    hashes = [each.text_hash for each in versions]
    if held and (hashes[-1] in held or store.get(article_id).raw == versions[-1].raw.text):
        return AddReport(article_id, AddResult.ALREADY_THERE, article=article_id)
    new = versions[-1:] if held else versions
    if held and held[-1] in hashes:
        new = versions[hashes.index(held[-1]) + 1 :]
    read = [read_closely(Task(each.raw, article_id, each.repeated)) for each in new]
    if not all(article.text.strip() for article, _ in read):
        return AddReport(article_id, AddResult.REFUSED, "nothing is left of it after cleaning: no article in it")
    for article, analysis in read:
        store.put(article, analysis)
    address = versions[-1].raw.url
    if address and store.origin(address) is None:
        store.put_origin(address, article_id)
    return AddReport(article_id, AddResult.NEW_VERSION if held else AddResult.ADDED, article=article_id)
