"""What a mark does to a flag's state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from reader.model import FlagState, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Evidence


def mark_of(words: str) -> Verdict | Status | None:
    """Return the verdict or status of that name, whatever its case and with ``-`` or ``_`` for a space; else None."""
    wanted = " ".join(words.casefold().replace("-", " ").replace("_", " ").split())
    for kind in (Verdict, Status):
        for mark in kind:
            if mark.value == wanted:
                return mark
    return None


def marked(
    state: FlagState, mark: Verdict | Status | None, *, note: str | None = None, evidence: Iterable[Evidence] = ()
) -> FlagState:
    """Return the state with a mark, a note in place of the old one, and more evidence.

    A verdict makes an unchecked thing checked; going back to ``unchecked`` takes the verdict back and keeps the rest.
    """
    match mark:
        case Verdict():
            status = Status.CHECKED if state.status is Status.UNCHECKED else state.status
            state = replace(state, verdict=mark, status=status)
        case Status.UNCHECKED:
            state = replace(state, verdict=None, status=mark)
        case Status():
            state = replace(state, status=mark)
        case None:
            pass
        case _:
            assert_never(mark)
    more = tuple(one for one in evidence if one not in state.evidence)
    return replace(state, note=state.note if note is None else note, evidence=state.evidence + more)
