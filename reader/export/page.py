"""A report as one HTML file: no scripts, nothing loaded from elsewhere, readable on a phone and on paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reader.export.markup import safe, shell, wide
from reader.export.page_flags import flagged_words, people
from reader.export.picture import matrix
from reader.export.report import (
    HOW_MADE,
    RELATION_MARKS,
    STANCE_MARKS,
    counts,
    plain,
    runs,
    says_flags,
    says_match,
    says_origins,
    says_provenance,
)
from reader.model import ItemRelation, Stance

if TYPE_CHECKING:
    from reader.export.report import Match, Report
    from reader.model import Article, ChecklistItem, OutletStance

_RELATION_WORDS = {
    ItemRelation.DIFFERS: "differs",
    ItemRelation.AGREED: "agreed",
    ItemRelation.SINGLE: "one outlet only",
}


def page(report: Report) -> str:
    """Return the whole file. All foreign text is escaped; a policy in the head forbids scripts besides."""
    body = "\n".join(
        part
        for part in (
            _heading(report),
            _articles(report),
            _picture(report),
            _table(report),
            _facts(report),
            flagged_words(report),
            _drift(report),
            _unchecked(report),
            _how(report),
        )
        if part
    )
    return shell(f"Fact checklist: {report.story.title}", body)


def _heading(report: Report) -> str:
    found = counts(report.checklist)
    total = len(report.checklist.items)
    checked = total - len(report.unchecked())
    return (
        f"<header><p class=kind>Fact checklist</p><h1>{safe(report.story.title)}</h1>"
        f"<p class=counts><b>{found[ItemRelation.DIFFERS]}</b> differing · "
        f"<b>{found[ItemRelation.AGREED]}</b> agreed · "
        f"<b>{found[ItemRelation.SINGLE]}</b> in one outlet only · <b>{checked} of {total}</b> checked</p></header>"
    )


def _articles(report: Report) -> str:
    rows = "".join(_article(each) for each in report.articles)
    head = "".join(f"<th scope=col>{each}</th>" for each in ("Outlet", "Date", "Title", "Version"))
    return f"<section><h2>Articles</h2>{wide('Articles', head, rows)}</section>"


def _article(each: Article) -> str:
    title = safe(each.title) or "<i>no title</i>"
    if each.url and each.url.startswith(("http://", "https://")):
        title = f'<a href="{escape(each.url)}" rel="noopener noreferrer">{title}</a>'
    guessed = " <i>(guessed)</i>" if each.outlet_guessed else ""
    date = each.date.isoformat() if each.date else "unknown"
    return (
        f"<tr><th scope=row>{safe(each.outlet)}{guessed}</th><td class=nowrap>{date}</td><td class=said>{title}</td>"
        f"<td>{each.version}</td></tr>"
    )


def _picture(report: Report) -> str:
    key = "● reports &nbsp; ⊘ differs &nbsp; · not found"
    return (
        "<section><h2>At a glance</h2><div class=wide tabindex=0 role=region aria-label='Facts by outlet, a picture'>"
        f"{matrix(report.checklist)}</div><p class=small>{key}</p></section>"
    )


def _table(report: Report) -> str:
    outlets = report.checklist.outlets
    head = "".join(f"<th scope=col class=mark>{safe(outlet)}</th>" for outlet in outlets)
    rows: list[str] = []
    for item in report.checklist.items:
        cells = "".join(
            f"<td class=mark><span aria-hidden=true>{STANCE_MARKS[item.stances[outlet].stance]}</span>"
            f"<span class=sr>{item.stances[outlet].stance}</span></td>"
            for outlet in outlets
        )
        verdicts = safe(says_flags(report.flags_of(item)))
        rows.append(
            f'<tr><th scope=row class=said>{_mark(item)} <a href="#{item.id}">'
            f"{safe(item.headline)}</a></th>{cells}<td>{verdicts}</td></tr>"
        )
    head = f"<th scope=col>Fact</th>{head}<th scope=col>Verdict</th>"
    return f"<section><h2>Facts and outlets</h2>{wide('Facts and outlets', head, ''.join(rows))}</section>"


def _facts(report: Report) -> str:
    facts = "".join(_fact(report, item) for item in report.checklist.items)
    return f"<section><h2>The facts, with every outlet’s words</h2>{facts}</section>"


def _fact(report: Report, item: ChecklistItem) -> str:
    relation = _RELATION_WORDS[item.relation]
    differences = "".join(
        f"<li><b>{each.kind}</b>: {safe(each.says)}</li>" for each in item.differences if not each.harmless
    )
    notes = "".join(f"<li>{safe(each.says)}</li>" for each in item.differences if each.harmless)
    stances = "".join(_stance(item, outlet, stance) for outlet, stance in item.stances.items())
    said = people(report.flags_of(item), report.history_of(item))
    return (
        f'<article class=fact id="{item.id}"><h3>{_mark(item)} '
        f"{safe(item.headline)}</h3>"
        f"<p class=small>{relation} · {says_origins(item)} · <code>{item.id}</code></p>"
        + (f"<ul class=differences>{differences}</ul>" if differences else "")
        + (f"<ul class=small>{notes}</ul>" if notes else "")
        + f"<dl>{stances}</dl>{said}</article>"
    )


def _mark(item: ChecklistItem) -> str:
    """Return the sign of a relation, in a box that keeps it apart from the words beside it."""
    return f'<span class="relation {item.relation}" aria-hidden=true>{RELATION_MARKS[item.relation]}</span>'


def _stance(item: ChecklistItem, outlet: str, stance: OutletStance) -> str:
    if stance.stance is Stance.NOT_FOUND:
        return f"<dt>{safe(outlet)}</dt><dd class=missing>not found in the loaded text</dd>"
    quoted = "".join(
        "<blockquote>"
        + "".join(
            f"<mark>{escape(_kept(text))}</mark>" if marked else escape(_kept(text))
            for text, marked in runs(words, item.differences)
        )
        + "</blockquote>"
        for words in stance.words
    )
    sourcing = safe(says_provenance(stance))
    return f"<dt>{safe(outlet)} <span class=small>{sourcing}</span></dt><dd>{quoted}</dd>"


def _kept(text: str) -> str:
    """Return a run of words that is safe and keeps the spaces which join it to its neighbours."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return before + plain(text) + after


def _drift(report: Report) -> str:
    if not report.matches:
        return ""
    rows = "".join(_match(report, each) for each in report.matches)
    return f"<section><h2>Quotations that several outlets print</h2>{rows}</section>"


def _match(report: Report, each: Match) -> str:
    first, second = report.quotation(each.a), report.quotation(each.b)
    speaker = safe(first.speaker.name if first.speaker else "unknown speaker")
    sides = (
        ("a", report.article(each.a[0]).outlet, first.content),
        ("b", report.article(each.b[0]).outlet, second.content),
    )
    told = "".join(
        f"<dt>{safe(outlet)}</dt><dd><blockquote>“{_operations(each, side) or safe(content)}”</blockquote></dd>"
        for side, outlet, content in sides
    )
    return f"<article class=fact><h3>{speaker}: {safe(says_match(report, each))}</h3><dl>{told}</dl></article>"


def _operations(each: Match, side: str) -> str:
    """Return one side's words, those that the other side has not marked."""
    pieces: list[str] = []
    for tag, a_words, b_words in each.match.operations:
        words = safe(a_words if side == "a" else b_words)
        if words:
            pieces.append(words if tag == "equal" else f"<mark>{words}</mark>")
    return " ".join(pieces)


def _unchecked(report: Report) -> str:
    left = report.unchecked()
    if not left:
        return "<section><h2>Not checked yet</h2><p>Nothing: every fact has a verdict.</p></section>"
    rows = "".join(f'<li><a href="#{item.id}">{safe(item.headline)}</a></li>' for item in left)
    return f"<section><h2>Not checked yet</h2><ul>{rows}</ul></section>"


def _how(report: Report) -> str:
    note = f"<p>{safe(report.checklist.note)}</p>" if report.checklist.note else ""
    return (
        f"<footer><h2>How this was made</h2><p>{HOW_MADE}</p>{note}<p>Marks: = agreed, ≠ differs, 1 one outlet only; "
        "● reports, ≠ differs, – not found. Underlined words are those that differ.</p>"
        f"<p>newsreader {safe(report.program)}, {report.made:%Y-%m-%d %H:%M} UTC</p></footer>"
    )
