"""Flags: marking, undoing, and where their words stand in the present texts."""

from __future__ import annotations

import datetime as dt
import threading
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import FlagRefused, NotFound
from reader.flags import anchors, log, tags
from reader.library.placing import Placing
from reader.model import FlagState, Span, TargetKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from reader.model import Anchor, Checklist, Flag, FlagEvent
    from reader.ports import FlagLog, LibraryStore

_NOTHING = FlagState()
_HOLDING = 60
"""Characters of an article's beginning that hold its tags to it."""


class Flagging:
    """One person's hand on the log of everybody's flags. Thread-safe."""

    def __init__(
        self,
        store: LibraryStore,
        flag_log: FlagLog,
        person: str,
        *,
        strict: bool = False,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        """Flag as ``person``; ``strict`` refuses verdicts that say how things are and rest on nothing."""
        self._store = store
        self._log = flag_log
        self._person = person
        self._strict = strict
        self._now = now
        self._lock = threading.RLock()
        self._placing = Placing(store)
        self._revision: int | None = None
        self._held: dict[tuple[str, str], FlagEvent] = {}

    def flag(
        self,
        kind: TargetKind,
        target: str,
        words: Words,
        change: Callable[[FlagState], FlagState],
        present: Callable[[], Container[str]] = tuple,
    ) -> FlagEvent:
        """Set a target's state to what ``change`` makes of the present one; it is on disk when this returns.

        A target whose words the person flagged under another name (its article has changed since) keeps that name,
        so that its history goes on, and is anchored anew. ``present`` gives the targets that there are: a name
        that still stands for one of them is another target with the same words, and keeps its flag to itself.
        """
        with self._lock:
            anchor = self._anchor(words)
            held = self._log.state(self._person, target) or self._held_at(kind, anchor, present)
            after = change(held.after if held else _NOTHING)
            if self._strict and log.lacks_evidence(after):
                raise FlagRefused(f"{after.verdict} needs evidence here (strict is on): add an address or a citation")
            event = log.flagging(
                held,
                after,
                event_id=_new_id(),
                person=self._person,
                at=self._next_time(),
                kind=kind,
                target=held.target if held else target,
                anchor=anchor,
            )
            self._log.append(event)
            return event

    def undo(self) -> FlagEvent | None:
        """Take the person's latest act back that still stands; None if there is none."""
        with self._lock:
            done = self._log.undoable(self._person)
            if done is None:
                return None
            earlier = log.earlier_anchor(done, self._log.events(done.target))
            event = log.undoing(done, earlier, event_id=_new_id(), at=self._next_time())
            self._log.append(event)
            return event

    def redo(self) -> FlagEvent | None:
        """Do again what the person's latest undo took back; None if there is nothing."""
        with self._lock:
            undo = self._log.redoable(self._person)
            if undo is None:
                return None
            undone = self._log.event(undo.undoes) if undo.undoes else None
            anchor = undone.anchor if undone else undo.anchor
            event = log.redoing(undo, anchor, event_id=_new_id(), at=self._next_time())
            self._log.append(event)
            return event

    def flags(self) -> Sequence[Flag]:
        """Return everybody's flags, placed in the present texts, oldest first; tags of articles are no flags."""
        return self._placing.flags([event for event in self._events() if event.kind is not TargetKind.ARTICLE])

    def tag(self, article_id: str, change: Callable[[Sequence[str]], Iterable[str]]) -> FlagEvent:
        """Set the person's tags of an article to what ``change`` makes of their present ones; raise ``NotFound``."""
        text = self._store.get(article_id).text
        span = Span(0, min(_HOLDING, len(text)))
        return self.flag(
            TargetKind.ARTICLE,
            article_id,
            Words(article_id, span, span.of(text)),
            lambda state: replace(state, tags=tags.plain(change(state.tags))),
        )

    def tags(self) -> Mapping[str, tuple[str, ...]]:
        """Return everybody's tags of each article that has some, in the order of the alphabet."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for event in self._events():
            if event.kind is TargetKind.ARTICLE and event.after.tags:
                found[event.target].update(event.after.tags)
        return {article: tuple(sorted(names)) for article, names in found.items()}

    def item_flags(self, checklist: Checklist) -> Mapping[str, tuple[Flag, ...]]:
        """Return the flags on a checklist's items, by item id: one for each person, the latest.

        A flag belongs to the item it was set on; where that item is gone, to the one that has its words.
        """
        items = {item.id for item in checklist.items}
        places: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for item in checklist.items:
            for stance in item.stances.values():
                for words in stance.words:
                    places[words.article].append((words.span, item.id))
        found: defaultdict[str, dict[str, Flag]] = defaultdict(dict)
        for flag in self.flags():
            if flag.kind is not TargetKind.ITEM:
                continue
            item_id = flag.target if flag.target in items else _item_at(flag, places)
            if item_id is not None:
                found[item_id][flag.person] = flag
        return {item_id: tuple(by_person.values()) for item_id, by_person in found.items()}

    def history(self, target: str) -> Sequence[FlagEvent]:
        """Return everything that was said of a target, by anybody, oldest first."""
        return self._log.events(target)

    def events(self) -> Sequence[FlagEvent]:
        """Return the whole log, by time."""
        return self._log.events()

    def merge(self, events: Iterable[FlagEvent]) -> int:
        """Add another log's events to this one; return how many were new. Twice is once, in any order."""
        return self._log.merge(sorted(events, key=lambda event: (event.at, event.id)))

    def _events(self) -> Sequence[FlagEvent]:
        """Return the events that hold now, by time; only what was appended since the last call is read."""
        with self._lock:
            if self._revision is None:
                self._revision = self._log.revision()
                appended = self._log.present()
            else:
                self._revision, appended = self._log.since(self._revision)
            log.take_in(self._held, appended)
            return list(self._held.values())

    def _held_at(self, kind: TargetKind, words: Anchor, present: Callable[[], Container[str]]) -> FlagEvent | None:
        """Return the person's event that holds on these words under a target that is no more, if one does."""
        for event in reversed(self._log.held_near(self._person, kind, words)):
            placing = self._placing.place(event)
            there = event.after != _NOTHING and placing.span is not None and _mostly_same(placing.span, words.span)
            if there and event.target not in present():
                return event
        return None

    def _anchor(self, words: Words) -> Anchor:
        """Return what holds these words to their article's newest version."""
        article = self._store.get(words.article)
        span = anchors.locate(words, article.text)
        if span is None:
            raise NotFound("text", words.text[:60])
        return anchors.anchor(article, span)

    def _next_time(self) -> dt.datetime:
        """Return now, or just after the person's latest event where the clock was set back."""
        return log.after(self._log.newest_time(self._person), self._now())


def _new_id() -> str:
    """Return a name that no other event has, whoever made it."""
    import uuid  # noqa: PLC0415 - only flagging needs it, and it takes 6 ms

    return str(uuid.uuid4())


def _item_at(flag: Flag, places: Mapping[str, Sequence[tuple[Span, str]]]) -> str | None:
    """Return the item whose words a flag's words share most."""
    if flag.span is None:
        return None
    held = flag.span
    shared = [(held.overlap(span), item_id) for span, item_id in places.get(flag.anchor.article, ())]
    best = max(shared, default=(0, ""))
    return best[1] if best[0] else None


def _mostly_same(a: Span, b: Span) -> bool:
    """Tell whether two spans share more than half of the longer one."""
    return 2 * a.overlap(b) > max(a.end - a.start, b.end - b.start)
