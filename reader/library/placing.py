"""Where the words of flags stand in the present texts, worked out once for each version of a text."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from reader.flags import anchors
from reader.model import Anchoring, Flag, FlagState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import FlagEvent
    from reader.ports import LibraryStore

_NOTHING = FlagState()


class Placing:
    """Places flags. Thread-safe; nothing is read of a text that did not change."""

    def __init__(self, store: LibraryStore) -> None:
        """Read texts from ``store``."""
        self._store = store
        self._lock = threading.RLock()
        self._change = -1
        self._hashes: dict[str, str] = {}
        self._flags: dict[str, tuple[str, Flag]] = {}

    def flags(self, events: Iterable[FlagEvent]) -> Sequence[Flag]:
        """Return the flags that events leave, in their order; those that took everything back leave none."""
        with self._lock:
            self._look_for_changes()
            return [self._flag(event) for event in events if event.after != _NOTHING]

    def place(self, event: FlagEvent) -> anchors.Placing:
        """Return where the words of one event stand now."""
        with self._lock:
            self._look_for_changes()
            flag = self._flag(event)
            return anchors.Placing(flag.anchoring, flag.span)

    def _flag(self, event: FlagEvent) -> Flag:
        """Return the flag that an event leaves, placed in the present text."""
        text_hash = self._hash(event.anchor.article)
        kept = self._flags.get(event.id)
        if kept is not None and kept[0] == text_hash:
            return kept[1]
        placing = self._find(event, text_hash)
        flag = Flag(
            target=event.target,
            kind=event.kind,
            state=event.after,
            anchor=event.anchor,
            person=event.person,
            at=event.at,
            anchoring=placing.anchoring,
            span=placing.span,
        )
        self._flags[event.id] = text_hash, flag
        return flag

    def _find(self, event: FlagEvent, text_hash: str) -> anchors.Placing:
        """Find the words of an event in the version of their article that has this hash."""
        if not text_hash:
            return anchors.Placing(Anchoring.ORPHAN)
        if text_hash == event.anchor.text_hash:
            return anchors.Placing(Anchoring.FOUND, event.anchor.span)
        return anchors.place(event.anchor, self._store.get(event.anchor.article).text, text_hash)

    def _hash(self, article_id: str) -> str:
        """Return the hash of an article's newest text, "" for an article that is not here."""
        if article_id not in self._hashes:
            versions = self._store.versions(article_id)
            self._hashes[article_id] = versions[-1][1] if versions else ""
        return self._hashes[article_id]

    def _look_for_changes(self) -> None:
        """Forget what was known of the texts when any process has stored one since."""
        change = self._store.change()
        if change != self._change:
            self._change = change
            self._hashes.clear()
