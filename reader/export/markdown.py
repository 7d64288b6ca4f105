"""A report in Markdown (CommonMark with pipe tables): to read, to edit, to paste."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.export.report import (
    HOW_MADE,
    RELATION_MARKS,
    STANCE_MARKS,
    counts,
    plain,
    runs,
    says_event,
    says_flag,
    says_flags,
    says_match,
    says_origins,
    says_provenance,
    says_second_check,
    says_seen,
)
from reader.model import ItemRelation, QuotationKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.export.report import Report
    from reader.model import ChecklistItem, Flag, FlagEvent

# Every character that CommonMark or pipe tables can take as markup, wherever it stands.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~!&+\-=(){}])")
_NUMBERED = re.compile(r"^(\d+)([.)])")


def markdown(report: Report) -> str:
    """Return the whole report. Foreign text is escaped: none of it can act as markup or as HTML."""
    parts = [_heading(report), _articles(report), _how(report), _matrix(report), _facts(report)]
    parts += [_flagged_words(report), _drift(report), _unchecked(report)]
    return "\n\n".join(part for part in parts if part) + "\n"


def facts(report: Report) -> str:
    """Return the checklist alone: the heading, the matrix, and every fact with the outlets' words."""
    return "\n\n".join([_heading(report), _matrix(report), _facts(report)]) + "\n"


def escaped(text: str) -> str:
    """Return foreign text as Markdown that shows it as it is, on one line."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", plain(text)))


def _heading(report: Report) -> str:
    found = counts(report.checklist)
    checked = len(report.checklist.items) - len(report.unchecked())
    return (
        f"# Fact checklist: {escaped(report.story.title)}\n\n"
        f"{len(report.checklist.items)} facts: {found[ItemRelation.DIFFERS]} differing, "
        f"{found[ItemRelation.AGREED]} agreed, {found[ItemRelation.SINGLE]} in one outlet only. {checked} checked."
    )


def _articles(report: Report) -> str:
    rows = ["## Articles", "", "| outlet | date | title | version |", "|---|---|---|---|"]
    for each in report.articles:
        outlet = escaped(each.outlet) + (" (guessed)" if each.outlet_guessed else "")
        title = escaped(each.title) or "no title"
        if each.url and each.url.startswith(("http://", "https://")):
            title = f"[{title}](<{each.url.replace('<', '%3C').replace('>', '%3E')}>)"
        date = each.date.isoformat() if each.date else "unknown"
        rows.append(f"| {outlet} | {date} | {title} | {each.version} |")
    return "\n".join(rows)


def _how(report: Report) -> str:
    marks = "`=` agreed, `≠` differs, `1` one outlet only; ● reports, ≠ differs, – not found."
    note = f" {escaped(report.checklist.note)}" if report.checklist.note else ""
    made = f"Made with newsreader {report.program} on {report.made:%Y-%m-%d %H:%M} UTC."
    return f"## How this was made\n\n{HOW_MADE}{note}\n\nMarks: {marks}\n\n{made}"


def _matrix(report: Report) -> str:
    outlets = report.checklist.outlets
    rows = ["## Facts and outlets", "", "| | fact | " + " | ".join(map(escaped, outlets)) + " | verdict |"]
    rows.append("|---" * (len(outlets) + 3) + "|")
    for item in report.checklist.items:
        marks = " | ".join(STANCE_MARKS[item.stances[outlet].stance] for outlet in outlets)
        verdicts = escaped(says_flags(report.flags_of(item)))
        rows.append(f"| {RELATION_MARKS[item.relation]} | {escaped(item.headline)} | {marks} | {verdicts} |")
    return "\n".join(rows)


def _facts(report: Report) -> str:
    return "\n\n".join(
        ["## The facts, with every outlet's words", *(_fact(report, item) for item in report.checklist.items)]
    )


def _fact(report: Report, item: ChecklistItem) -> str:
    lines = [
        f"### {RELATION_MARKS[item.relation]} {escaped(item.headline)}",
        "",
        f"`{item.id}` · {says_origins(item)}",
        "",
    ]
    lines += [f"- **{each.kind}**: {escaped(each.says)}" for each in item.differences]
    for outlet, stance in item.stances.items():
        if stance.stance is Stance.NOT_FOUND:
            lines.append(f"- {escaped(outlet)}: not found in the loaded text")
            continue
        sourcing = says_provenance(stance)
        lines.append(f"- {escaped(outlet)}: {stance.stance}" + (f" ({escaped(sourcing)})" if sourcing else ""))
        for words in stance.words:
            cut = runs(words, item.differences)
            lines.append("  > " + "".join(_bold(text) if marked else escaped_run(text) for text, marked in cut))
    lines += _said(report.flags_of(item), report.history_of(item))
    return "\n".join(lines)


def _said(flags: Sequence[Flag], events: Sequence[FlagEvent]) -> Iterator[str]:
    """Yield what everybody says of one thing, and said before."""
    for flag in flags:
        yield from _flag(flag)
    if second := says_second_check(flags):
        yield f"- {second}"
    if events:
        yield "- History:"
        yield from (f"  - {escaped(says_event(event))}" for event in events)


def _flagged_words(report: Report) -> str:
    if not report.other_flags:
        return ""
    lines = ["## Flags on quotations and other words"]
    for flags, events in report.flagged_words():
        first = flags[0]
        outlet = escaped(report.outlet_of(first))
        lines += ["", f"### {str(first.kind).capitalize()} in {outlet}", "", f"> {escaped(first.anchor.exact)}", ""]
        lines += _said(flags, events)
    return "\n".join(lines)


def escaped_run(text: str) -> str:
    """Escape a run of words and keep the spaces at its ends, which join it to its neighbours."""
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and text.strip() else ""
    return start + _MARKUP.sub(r"\\\1", plain(text)) + end


def _bold(text: str) -> str:
    core = _MARKUP.sub(r"\\\1", plain(text))
    if not core:
        return " "
    return (" " if text[:1].isspace() else "") + f"**{core}**" + (" " if text[-1:].isspace() else "")


def _flag(flag: Flag) -> Iterator[str]:
    yield f"- **{says_flag(flag)}** — {escaped(flag.person)}, {flag.at:%Y-%m-%d}"
    if flag.state.note:
        yield f"  - Note: {escaped(flag.state.note)}"
    for each in flag.state.evidence:
        words = f": “{escaped(each.words)}”" if each.words else ""
        seen = f", seen {escaped(says_seen(each))}" if each.seen else ""
        archive = f", archived at {escaped(each.archive)}" if each.archive else ""
        yield f"  - Evidence: {escaped(each.citation)}{words}{seen}{archive}"


def _drift(report: Report) -> str:
    if not report.matches:
        return ""
    lines = ["## Quotations that several outlets print", ""]
    for each in report.matches:
        first, second = report.quotation(each.a), report.quotation(each.b)
        speaker = escaped(first.speaker.name if first.speaker else "unknown")
        lines.append(f"- {speaker}: {escaped(says_match(report, each))}")
        for place, quotation in ((each.a, first), (each.b, second)):
            kind = " (paraphrase)" if quotation.kind is QuotationKind.INDIRECT else ""
            lines.append(f"  - {escaped(report.article(place[0]).outlet)}: “{escaped(quotation.content)}”{kind}")
    return "\n".join(lines)


def _unchecked(report: Report) -> str:
    left = report.unchecked()
    if not left:
        return "## Not checked yet\n\nNothing: every fact has a verdict."
    return "\n".join(["## Not checked yet", "", *(f"- {escaped(item.headline)} (`{item.id}`)" for item in left)])
