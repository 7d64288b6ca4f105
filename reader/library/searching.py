"""The index kept in step with the store, and the states that a query can ask for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.keeping_up import KeepingUp
from reader.library.onlooker import never
from reader.model import Anchoring, ItemRelation, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from reader.library.flagging import Flagging
    from reader.library.onlooker import Onlooker
    from reader.library.reading import Reading
    from reader.library.workers import Job
    from reader.model import Completion, SearchResults, Span
    from reader.ports import LibraryStore, SearchIndex


class Searching:
    """Questions to the index, which is opened at the first of them. Thread-safe."""

    def __init__(
        self,
        store: LibraryStore,
        open_index: Callable[[], SearchIndex],
        reading: Reading,
        flagging: Flagging,
        onlooker: Onlooker,
    ) -> None:
        """Ask what ``open_index`` opens; ``onlooker`` is told how far indexing is."""
        self._store = store
        self._keeping_up = KeepingUp(store, open_index, onlooker)
        self._reading = reading
        self._flagging = flagging
        self._claims: tuple[int, frozenset[str]] = (-1, frozenset())

    def search(self, query: str, *, limit: int, as_typed: bool) -> SearchResults:
        """Answer a query over what is indexed; ``behind`` tells where that is not all that is stored."""
        tags = self._tags(query)

        def question(index: SearchIndex) -> SearchResults:
            # Asked before the search: what is indexed while it goes on is not in its answer.
            behind = self._keeping_up.is_behind
            return replace(index.search(query, limit=limit, as_typed=as_typed, tags=tags), behind=behind)

        results = self._keeping_up.ask(question, patient=not as_typed)
        if as_typed and results.behind and not results.total and self._keeping_up.wait():
            results = self._keeping_up.ask(question, patient=False)
        return results

    def snippets(self, results: SearchResults, start: int, stop: int) -> SearchResults:
        """Fill in the places and snippets of some hits."""
        return self._keeping_up.index().snippets(results, start, stop)

    def find(self, query: str, article_id: str) -> Sequence[Span]:
        """Return where a query's words stand in an article."""
        return self._keeping_up.index().find(query, self._store.get(article_id).text)

    def complete(self, beginning: str, *, limit: int) -> Sequence[Completion]:
        """Return ways to finish what is being typed."""
        return self._keeping_up.ask(lambda index: index.complete(beginning, limit=limit), patient=False)

    def more_like(self, article_id: str, *, words: str, limit: int) -> SearchResults:
        """Return the articles nearest to one, or to ``words`` of it."""
        return self._keeping_up.ask(lambda index: index.more_like(article_id, words=words, limit=limit), patient=True)

    def catch_up(self, stop: Callable[[], bool] = never) -> int:
        """Index what is stored and not indexed; raise ``StoppedError`` where ``stop`` said so."""
        return self._keeping_up.catch_up(stop)

    def begin_indexing(self) -> None:
        """Begin to index what is missing, in a thread of its own."""
        self._keeping_up.begin()

    def stop_indexing(self) -> bool:
        """Stop that until the next question; return whether something was being indexed."""
        return self._keeping_up.stop()

    def elsewhere(self) -> Job:
        """Return what indexes all that is missing then in the process that it is sent to."""
        return self._keeping_up.elsewhere()

    def close(self) -> None:
        """Let go of the index, if it was opened."""
        self._keeping_up.close()

    def _tags(self, query: str) -> Mapping[str, Collection[str]] | None:
        """Return the articles in each state that a query can ask for; None where it asks for none."""
        asked = query.casefold()
        tags: defaultdict[str, set[str]] = defaultdict(set)
        if any(state in asked for state in ("is:", "verdict:", "status:")):
            self._tag_flags(tags)
        if "unchecked" in asked:
            tags["status:unchecked"].update(self._unchecked())
        if "story:" in asked:
            for story in self._reading.stories():
                tags[f"story:{story.id}"].update(story.articles)
        if "tag:" in asked:
            for article, names in self._flagging.tags().items():
                for name in names:
                    tags[f"tag:{name}"].add(article)
        if "has:" in asked:
            self._tag_conflicts(tags)
        return tags or None

    def _tag_flags(self, tags: defaultdict[str, set[str]]) -> None:
        """Add the articles with flags, by what the flags say and how their words stand now."""
        for flag in self._flagging.flags():
            article = flag.anchor.article
            tags["is:flagged"].add(article)
            if flag.state.verdict is None or flag.state.status is not Status.UNCHECKED:
                tags[f"status:{flag.state.status}"].add(article)
            if flag.state.verdict is not None:
                tags[f"verdict:{flag.state.verdict}"].add(article)
            if flag.anchoring is not Anchoring.FOUND:
                tags[f"is:{flag.anchoring}"].add(article)

    def _unchecked(self) -> set[str]:
        """Return the articles with a fact that nobody has finished.

        Where nobody has finished anything in a story, those are its articles with checkable claims: no checklist is
        needed to tell.
        """
        from reader.export.report import is_checked  # noqa: PLC0415 - most searches ask for none of this

        change = self._store.change()
        if self._claims[0] != change:
            self._claims = change, self._store.with_claims()
        finished = {flag.anchor.article for flag in self._flagging.flags() if is_checked(flag.state)}
        found: set[str] = set()
        for story in self._reading.stories():
            if finished.isdisjoint(story.articles):
                found.update(self._claims[1].intersection(story.articles))
                continue
            checklist = self._reading.checklist(story.id)
            flags = self._flagging.item_flags(checklist)
            found.update(
                words.article
                for item in checklist.items
                if not any(is_checked(flag.state) for flag in flags.get(item.id, ()))
                for stance in item.stances.values()
                for words in stance.words
            )
        return found

    def _tag_conflicts(self, tags: defaultdict[str, set[str]]) -> None:
        """Add the articles with a fact on which outlets differ; checklists that were never made are made for it."""
        for story in self._reading.stories():
            if len(story.outlets) < 2:  # noqa: PLR2004 - one outlet differs from nobody
                continue
            for item in self._reading.checklist(story.id).items:
                if item.relation is ItemRelation.DIFFERS:
                    tags["has:conflict"].update(
                        words.article for stance in item.stances.values() for words in stance.words
                    )
