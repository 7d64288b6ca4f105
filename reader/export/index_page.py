"""The page that leads to a folder of reports, one file a story."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from reader.export.markup import safe, shell, wide
from reader.export.report import counts
from reader.model import ItemRelation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from reader.export.report import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """One story in the list: the file that its report is in, and what is told of it."""

    file: str
    title: str
    outlets: tuple[str, ...]
    first_date: dt.date | None
    last_date: dt.date | None
    differing: int
    agreed: int
    single: int
    checked: int

    @property
    def facts(self) -> int:
        """Return how many facts the story's checklist has."""
        return self.differing + self.agreed + self.single


def entry(report: Report, file: str) -> Entry:
    """Return what the list tells of a report that is written to ``file``."""
    found = counts(report.checklist)
    story = report.story
    return Entry(
        file=file,
        title=story.title,
        outlets=story.outlets,
        first_date=story.first_date,
        last_date=story.last_date,
        differing=found[ItemRelation.DIFFERS],
        agreed=found[ItemRelation.AGREED],
        single=found[ItemRelation.SINGLE],
        checked=len(report.checklist.items) - len(report.unchecked()),
    )


def index_page(entries: Sequence[Entry], made: dt.datetime, program: str) -> str:
    """Return the page, its stories in the order of ``entries``."""
    stories = _numbered(len(entries), "story", "stories")
    facts = sum(each.facts for each in entries)
    checked = sum(each.checked for each in entries)
    columns = ("Story", "Date", "Outlets", "Differing", "Agreed", "One outlet", "Checked")
    head = "".join(f"<th scope=col>{each}</th>" for each in columns)
    body = (
        f"<header><p class=kind>newsreader</p><h1>Fact checklists</h1><p class=counts><b>{stories}</b> · "
        f"<b>{checked} of {_numbered(facts, 'fact', 'facts')}</b> checked</p></header>"
        f"<section><h2>Stories</h2>{wide('Stories', head, ''.join(map(_row, entries)))}</section>"
        f"<footer><p>newsreader {safe(program)}, {made:%Y-%m-%d %H:%M} UTC</p></footer>"
    )
    return shell("Fact checklists", body)


def _numbered(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _row(each: Entry) -> str:
    outlets = ", ".join(map(safe, each.outlets))
    return (
        f'<tr><th scope=row class=said><a href="{escape(each.file)}">{safe(each.title) or "<i>no title</i>"}</a></th>'
        f"<td class=nowrap>{_dates(each)}</td><td class=said>{outlets}</td><td>{each.differing}</td>"
        f"<td>{each.agreed}</td><td>{each.single}</td><td class=nowrap>{each.checked} of {each.facts}</td></tr>"
    )


def _dates(each: Entry) -> str:
    if each.first_date is None or each.last_date is None:
        return "unknown"
    if each.first_date == each.last_date:
        return each.first_date.isoformat()
    return f"{each.first_date.isoformat()} – {each.last_date.isoformat()}"
