"""Flags in the HTML report: those of several people side by side, with their evidence and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.markup import citation, safe
from reader.export.report import says_event, says_flag, says_second_check, says_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.export.report import Report
    from reader.model import Evidence, Flag, FlagEvent


def people(flags: Sequence[Flag], events: Sequence[FlagEvent]) -> str:
    """Return what everybody says of one thing, side by side, and what they said before."""
    side_by_side = "".join(_flag(flag) for flag in flags)
    second = says_second_check(flags)
    return (
        (f"<div class=flags>{side_by_side}</div>" if flags else "")
        + (f"<p class=small>{second}</p>" if second else "")
        + _history(events)
    )


def flagged_words(report: Report) -> str:
    """Return the section of flags on quotations, claims and sentences; "" where there are none."""
    if not report.other_flags:
        return ""
    parts = "".join(
        f"<article class=fact><h3>{str(flags[0].kind).capitalize()} in {safe(report.outlet_of(flags[0]))}</h3>"
        f"<blockquote>{safe(flags[0].anchor.exact)}</blockquote>{people(flags, events)}</article>"
        for flags, events in report.flagged_words()
    )
    return f"<section><h2>Flags on quotations and other words</h2>{parts}</section>"


def _flag(flag: Flag) -> str:
    note = f"<p>{safe(flag.state.note)}</p>" if flag.state.note else ""
    evidence = "".join(f"<li>{_evidence(each)}</li>" for each in flag.state.evidence)
    return (
        f"<div class=flag><p><b>{safe(says_flag(flag))}</b> — {safe(flag.person)}, {flag.at:%Y-%m-%d}</p>{note}"
        + (f"<ul>{evidence}</ul>" if evidence else "")
        + "</div>"
    )


def _evidence(each: Evidence) -> str:
    return (
        citation(each.citation)
        + (f": “{safe(each.words)}”" if each.words else "")
        + (f", seen {safe(says_seen(each))}" if each.seen else "")
        + (f", archived at {citation(each.archive)}" if each.archive else "")
    )


def _history(events: Sequence[FlagEvent]) -> str:
    if not events:
        return ""
    rows = "".join(f"<li>{safe(says_event(event))}</li>" for event in events)
    return f"<details><summary>History</summary><ol>{rows}</ol></details>"
