"""The facts × outlets matrix as inline SVG, with a text alternative. Shapes tell the states apart, not colours."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from reader.export.report import RELATION_MARKS, plain
from reader.model import Stance

if TYPE_CHECKING:
    from reader.model import Checklist, ChecklistItem

# In pixels. The marks stand left of the words, so that a phone shows them without scrolling.
_ROW = 22
_COLUMN = 84
_LABEL = 620
_TOP = 34
# In characters: what fits into a column and into the rest of the line.
_LONGEST_LABEL = 84
_LONGEST_OUTLET = 11


def matrix(checklist: Checklist) -> str:
    """Return an ``svg`` element: a row a fact, a column an outlet.

    A filled disc reports, a barred ring differs, a dot was not found.
    """
    width = _COLUMN * len(checklist.outlets) + _LABEL
    height = _TOP + _ROW * len(checklist.items) + 8
    told = f"{len(checklist.items)} facts in {len(checklist.outlets)} outlets; the table below says the same in words."
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    parts = [f'<svg class="matrix" role="img" aria-label="{escape(told)}" {size} xmlns="http://www.w3.org/2000/svg">']
    for column, outlet in enumerate(checklist.outlets):
        middle = _COLUMN * column + _COLUMN // 2
        parts.append(f'<text x="{middle}" y="20" text-anchor="middle">{_short(outlet, _LONGEST_OUTLET)}</text>')
    for row, item in enumerate(checklist.items):
        parts.append(_line(item, checklist.outlets, _TOP + _ROW * row))
    parts.append("</svg>")
    return "\n".join(parts)


def _short(text: str, longest: int) -> str:
    whole = plain(text)
    return escape(whole if len(whole) <= longest else whole[: longest - 1].rstrip() + "…")


def _line(item: ChecklistItem, outlets: tuple[str, ...], top: int) -> str:
    middle = top + _ROW // 2
    left = _COLUMN * len(outlets) + 8
    mark = RELATION_MARKS[item.relation]
    parts = [
        f'<text class="relation" x="{left + 4}" y="{middle + 4}" text-anchor="middle">{mark}</text>',
        f'<text x="{left + 18}" y="{middle + 4}">{_short(item.headline, _LONGEST_LABEL)}</text>',
    ]
    for column, outlet in enumerate(outlets):
        x = _COLUMN * column + _COLUMN // 2
        match item.stances[outlet].stance:
            case Stance.REPORTS:
                parts.append(f'<circle class="reports" cx="{x}" cy="{middle}" r="6"/>')
            case Stance.DIFFERS:
                parts.append(f'<circle class="differs" cx="{x}" cy="{middle}" r="6"/>')
                parts.append(f'<path class="bar" d="M{x - 9} {middle + 9}L{x + 9} {middle - 9}"/>')
            case Stance.NOT_FOUND:
                parts.append(f'<circle class="missing" cx="{x}" cy="{middle}" r="2"/>')
            case unknown:
                assert_never(unknown)
    return "".join(parts)
