"""Events from events: what flagging, undoing and redoing append to the log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reader.model import FlagEvent, FlagState, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Anchor, TargetKind

NEEDS_EVIDENCE = frozenset({Verdict.VERIFIED, Verdict.FALSE})
"""The verdicts that say how things are, and so want something to rest on."""

_TICK = dt.timedelta(microseconds=1)


def flagging(
    held: FlagEvent | None,
    after: FlagState,
    *,
    event_id: str,
    person: str,
    at: dt.datetime,
    kind: TargetKind,
    target: str,
    anchor: Anchor,
) -> FlagEvent:
    """Return the event that sets a target's state to ``after``; ``held`` is what held before, None for nothing."""
    before = held.after if held else FlagState()
    return FlagEvent(
        id=event_id, person=person, at=at, kind=kind, target=target, anchor=anchor, before=before, after=after
    )


def undoing(done: FlagEvent, earlier: Anchor, *, event_id: str, at: dt.datetime) -> FlagEvent:
    """Return the event that takes ``done`` back; ``earlier`` is the anchor that held before it."""
    return _back(done, earlier, event_id, at)


def redoing(undo: FlagEvent, undone: Anchor, *, event_id: str, at: dt.datetime) -> FlagEvent:
    """Return the event that takes ``undo`` back; ``undone`` is the anchor of the event that it had taken back."""
    return _back(undo, undone, event_id, at)


def _back(event: FlagEvent, anchor: Anchor, new_id: str, at: dt.datetime) -> FlagEvent:
    """Return the event that leads from what ``event`` left to what it found."""
    return FlagEvent(
        id=new_id,
        person=event.person,
        at=at,
        kind=event.kind,
        target=event.target,
        anchor=anchor,
        before=event.after,
        after=event.before,
        undoes=event.id,
    )


def after(newest: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """Return ``now``, or just after ``newest`` where the clock was set back: a later event is never hidden."""
    return now if newest is None or now > newest else newest + _TICK


def fold(events: Iterable[FlagEvent]) -> dict[tuple[str, str], FlagEvent]:
    """Return the event that holds for each person and target: the latest, and of one instant the greatest id.

    Whatever the order of ``events`` and however often one is in it, the answer is the same.
    """
    held: dict[tuple[str, str], FlagEvent] = {}
    take_in(held, events)
    return held


def take_in(held: dict[tuple[str, str], FlagEvent], events: Iterable[FlagEvent]) -> None:
    """Let ``events`` hold in a fold where they are later than what held before; the fold is in order of time."""
    newest = _when(next(reversed(held.values()))) if held else None
    in_order = True
    for event in events:
        key = (event.person, event.target)
        if key in held and _when(event) <= _when(held[key]):
            continue
        held.pop(key, None)
        held[key] = event
        in_order = in_order and (newest is None or newest <= _when(event))
        newest = _when(event) if newest is None else max(newest, _when(event))
    if not in_order:
        ordered = sorted(held.items(), key=lambda item: _when(item[1]))
        held.clear()
        held.update(ordered)


def _when(event: FlagEvent) -> tuple[dt.datetime, str]:
    """Return what orders events: the time, and of one instant the id."""
    return event.at, event.id


def earlier_anchor(done: FlagEvent, events: Sequence[FlagEvent]) -> Anchor:
    """Return the anchor that held before ``done``; ``events`` are its target's, by time."""
    before = [event for event in events if event.person == done.person and (event.at, event.id) < (done.at, done.id)]
    return before[-1].anchor if before else done.anchor


def lacks_evidence(state: FlagState) -> bool:
    """Tell whether a state says how things are and names nothing that it rests on."""
    return state.verdict in NEEDS_EVIDENCE and not state.evidence
