"""Stories, checklists and pairs of quotations, made anew only when the texts they rest on changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import threading
from contextlib import contextmanager, suppress
from itertools import combinations
from typing import TYPE_CHECKING

from reader.errors import LibraryBusy, LibraryReadOnly, NotFound
from reader.library.analysing import ANALYSER, analyse
from reader.library.onlooker import StoppedError, never
from reader.model import Doing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.library.onlooker import Onlooker, Tell
    from reader.model import Analysis, Article, Checklist, ChecklistItem, Claim, QuotationMatch, Story
    from reader.ports import LibraryStore
    from reader.stories import Grouping, Overrides

Pair = tuple[tuple[str, int], tuple[str, int], "QuotationMatch"]
_GROUPED = "stories.change"
_OVERRIDES = "stories.overrides"
SHORTEST_ID = 4  # shorter beginnings of an id are taken for a mistake


class Reading:
    """What the library tells of its texts. Thread-safe; what was worked out once is kept."""

    def __init__(self, store: LibraryStore, onlooker: Onlooker) -> None:
        """Read from ``store``, and keep checklists there; ``onlooker`` is told how far grouping is."""
        self._store = store
        self._onlooker = onlooker
        self._lock = threading.RLock()
        self._grouping_lock = threading.RLock()
        self._at_work: list[int] = []
        self._pairs: dict[str, tuple[str, Sequence[Pair]]] = {}
        self._checklists: dict[str, tuple[str, Checklist]] = {}
        self._grouping: Grouping | None = None
        self._grouped: dict[str, Article] = {}
        self._said = ""
        self._told: tuple[tuple[str | None, str | None], Sequence[Story]] | None = None

    def analysis(self, article_id: str) -> Analysis:
        """Return what is in an article's newest version; what an older analyser found is found anew first."""
        found = self._store.analysis(article_id)
        if found.version == ANALYSER:
            return found
        article = self._store.get(article_id)
        anew = analyse(article)
        with suppress(LibraryReadOnly):
            self._store.put_analysis(article.text_hash, anew)
        return anew

    def stories(self) -> Sequence[Story]:
        """Return the stories, newest first; articles that no story has yet are grouped first.

        While another thread takes articles in or groups them, the stories are as they were: nobody who reads one
        waits for thousands of others.
        """
        if not self.is_grouped and not self._is_under_way:
            try:
                self.regroup()
            except LibraryReadOnly:
                return self._ungrouped()
        return self.kept_stories()

    @property
    def is_grouped(self) -> bool:
        """Whether every article that is stored was grouped. Cheap."""
        return self._store.change() == int(self._store.recall(_GROUPED) or 0)

    @property
    def _is_under_way(self) -> bool:
        """Whether another thread takes articles in or groups them."""
        return any(thread != threading.get_ident() for thread in list(self._at_work))

    @contextmanager
    def taking_in(self) -> Iterator[None]:
        """Let the other threads read the stories as they are kept meanwhile."""
        thread = threading.get_ident()
        self._at_work.append(thread)
        try:
            yield
        finally:
            self._at_work.remove(thread)

    def kept_stories(self) -> Sequence[Story]:
        """Return the stories as they were last grouped, newest first. Cheap."""
        # Whoever grouped these articles by these words of the person has these stories.
        key = self._store.recall(_GROUPED), self._store.recall(_OVERRIDES)
        with self._lock:
            if self._told is None or self._told[0] != key:
                self._told = key, tuple(self._store.stories())
            return self._told[1]

    def _ungrouped(self) -> Sequence[Story]:
        """Return the stories as they would be kept, newest first, where the library can't be written."""
        with self._grouping_lock:
            found = self._grouping.stories() if self._grouping is not None else ()
            return sorted(found, key=lambda story: story.last_date or dt.date.min, reverse=True)

    def regroup(self, stop: Callable[[], bool] = never) -> bool:
        """Take the articles that are new into the stories; where a known one changed, group all anew.

        Return whether that was done: not where ``stop`` said so.
        """
        with self._grouping_lock, self.taking_in(), self._onlooker.course(Doing.GROUPING, stop) as tell:
            try:
                self._regroup(tell)
            except StoppedError:
                return False
        return True

    def _regroup(self, tell: Tell) -> None:
        """Group what is new, or all anew, and keep the stories."""
        from reader.stories.vocabulary import CHARACTERS  # noqa: PLC0415 - only where something was added

        try:
            change = self._store.change()
            heads = {head.id: head for head in self._store.headers()}
            said = self._store.recall(_OVERRIDES) or ""
            changed = any(heads.get(known.id) != known for known in self._grouped.values())
            new = [article_id for article_id in heads if article_id not in self._grouped]
            if self._grouping is None or changed or said != self._said:
                self._grouping = None  # the old one makes room first: of many articles it is large
                self._grouping = _grouping(self._store.leads(CHARACTERS), said, tell)
                self._said = said
            else:
                self._grouping.add(*self._store.leads(CHARACTERS, new), tell=tell)
        except BaseException:
            self._grouping = None  # it may have half of what is new
            raise
        self._grouped = heads
        with self._store.batch():
            self._store.put_stories(self._grouping.stories())
            self._store.remember(_GROUPED, str(change))

    def join_stories(self, ids: Iterable[str]) -> None:
        """Make one story of all that tell of these articles; the person's word stands above the program's."""
        everything = {other for article_id in ids for other in self.story_of(article_id).articles}
        self._say(lambda said: said.merge(everything))

    def split_story(self, ids: Iterable[str]) -> None:
        """Keep these articles apart from the others of their stories."""
        taken = frozenset(ids)
        left = {other for article_id in taken for other in self.story_of(article_id).articles} - taken
        self._say(lambda said: said.split(taken, left))

    def pin_story(self, story_id: str) -> None:
        """Keep a story as it is: nothing joins it and nothing leaves."""
        pinned = self.story(story_id).articles
        self._say(lambda said: said.pin(pinned))

    def _say(self, change: Callable[[Overrides], Overrides]) -> None:
        """Keep what the person says of the stories, and group anew."""
        with self._grouping_lock:
            said = _overrides(self._store.recall(_OVERRIDES) or "")
            self._store.remember(_OVERRIDES, _kept(change(said)))
            self.regroup()

    def story(self, name: str | None) -> Story:
        """Return the story of that id, or whose title has those words; the newest without a name."""
        stories = self.stories()
        if not stories:
            raise NotFound("story", name or "newest")
        if name is None:
            return stories[0]
        for story in stories:
            if story.id == name:
                return story
        wanted = name.casefold().split()
        for story in stories:
            if wanted and all(word in story.title.casefold() for word in wanted):
                return story
        raise NotFound("story", name)

    def articles(self, story: Story) -> tuple[Article, ...]:
        """Return a story's articles with their texts, oldest first."""
        return tuple(self._store.get(article_id) for article_id in story.articles)

    def checklist(self, story_id: str) -> Checklist:
        """Return a story's checklist: the stored one as long as none of its articles changed."""
        story = self.story(story_id)
        key = self._key(story)
        with self._lock:
            kept = self._checklists.get(story.id) or self._store.checklist(story.id)
            if kept is None or kept[0] != key:
                kept = (key, self._make_checklist(story))
                self._keep(*kept)
            self._checklists[story.id] = kept
            return kept[1]

    def item(self, name: str) -> tuple[Checklist, ChecklistItem]:
        """Return the fact of that id, or the only one whose id begins so, with its checklist; raise ``NotFound``.

        Checklists that were made already are looked at first: an id was most likely read off one of them.
        """
        stories = self.stories()
        made = self.stored_checklists()
        for story in sorted(stories, key=lambda story: story.id not in made):
            checklist = self.checklist(story.id)
            items = [item for item in checklist.items if item.id.startswith(name)]
            exact = [item for item in items if item.id == name]
            if exact or (len(items) == 1 and len(name) >= SHORTEST_ID):
                return checklist, (exact or items)[0]
            if len(items) > 1:
                raise NotFound(f"one fact ({len(items)} begin so)", name)
        raise NotFound("fact", name)

    def stored_checklists(self) -> Mapping[str, Checklist]:
        """Return, by story, the checklists that were made already, without making any."""
        found = {}
        for story in self.stories():
            kept = self._store.checklist(story.id)
            if kept is not None:
                found[story.id] = kept[1]
        return found

    def omits(self, article_id: str) -> Sequence[ChecklistItem]:
        """Return the facts that at least two other outlets of its story report and this article does not."""
        from reader.claims import omits  # noqa: PLC0415 - the rules load only where they are asked

        story = self.story_of(article_id)
        return omits(self.articles(story), article_id, claims=self._claims(story))

    def story_of(self, article_id: str) -> Story:
        """Return the story that an article belongs to; raise ``NotFound``."""
        story = _with(article_id, self.stories())
        if story is None and self._is_under_way:
            self.regroup()
            story = _with(article_id, self.kept_stories())
        if story is None:
            raise NotFound("article", article_id)
        return story

    def quotation_matches(self, story_id: str) -> Sequence[Pair]:
        """Return the quotations that two outlets of a story both have, with how their words differ."""
        story = self.story(story_id)
        key = self._key(story)
        with self._lock:
            if story.id not in self._pairs or self._pairs[story.id][0] != key:
                self._pairs[story.id] = (key, self._match(story))
            return self._pairs[story.id][1]

    def _match(self, story: Story) -> Sequence[Pair]:
        """Pair the quotations of every two articles of different outlets."""
        from reader.quotations import same  # noqa: PLC0415 - the rules load only where they are asked

        articles = [(self._store.get(article_id).outlet, article_id) for article_id in story.articles]
        said = {article_id: self.analysis(article_id).quotations for _, article_id in articles}
        return [
            ((a, match.a), (b, match.b), match)
            for (a_outlet, a), (b_outlet, b) in combinations(articles, 2)
            if a_outlet != b_outlet
            for match in same(said[a], said[b])
        ]

    def _make_checklist(self, story: Story) -> Checklist:
        """Make a story's checklist from its claims."""
        from reader.claims import checklist  # noqa: PLC0415 - the rules load only where they are asked

        return checklist(self.articles(story), story=story.id, claims=self._claims(story))

    def _claims(self, story: Story) -> Mapping[str, Sequence[Claim]]:
        """Return the claims of a story's articles."""
        return {article_id: self.analysis(article_id).claims for article_id in story.articles}

    def _keep(self, key: str, checklist: Checklist) -> None:
        """Store a checklist; where that is not possible just now, it is simply made again next time."""
        with suppress(LibraryBusy, LibraryReadOnly):
            self._store.put_checklist(key, checklist)

    def _key(self, story: Story) -> str:
        """Name the texts of a story, what is known of each (its outlet above all), and the rules they are read by."""
        heads = self._store.headers_of(story.articles)
        return hashlib.sha256(repr((ANALYSER, heads)).encode()).hexdigest()


def _with(article_id: str, stories: Iterable[Story]) -> Story | None:
    """Return the story that has an article."""
    return next((story for story in stories if article_id in story.articles), None)


def _grouping(articles: Iterable[Article], said: str, tell: Tell) -> Grouping:
    """Group articles, so that more can be taken in; ``said`` is what the person has said of the stories."""
    from reader.stories import Grouping  # noqa: PLC0415 - only where something was added

    return Grouping(articles, overrides=_overrides(said), tell=tell)


def _overrides(said: str) -> Overrides:
    """Return what the person has said of the stories from how it is kept: lists of ids by name."""
    from reader.stories import Overrides  # noqa: PLC0415 - grouping loads only where something was added

    kept = json.loads(said) if said else {}
    return Overrides(**{name: tuple(frozenset(ids) for ids in sets) for name, sets in kept.items()})


def _kept(overrides: Overrides) -> str:
    """Return how what the person has said is kept."""
    sets = {"together": overrides.together, "apart": overrides.apart, "pinned": overrides.pinned}
    return json.dumps({name: [sorted(ids) for ids in found] for name, found in sets.items()})
