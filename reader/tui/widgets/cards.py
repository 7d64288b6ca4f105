"""The card under the text: one fact as every outlet tells it, or one quotation as every outlet printed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Anchoring, Difference, Provenance, ProvenanceKind, QuotationKind, Span, Stance, Words
from reader.tui import signs
from reader.tui.opened import Passage
from reader.tui.signs import ORIGIN
from reader.tui.widgets.lines_view import PaintedLine, flow
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.model import ChecklistItem, Flag, OutletStance, QuotationMatch
    from reader.tui.opened import OpenStory, Utterance

INDENT = "   "
HERE = "▸"
"""The sign before the outlet whose words are being shown."""


def passages(opened: OpenStory, item: ChecklistItem) -> list[Passage]:
    """Return the evidence for a fact: each outlet's words, outlet by outlet, those that differ first."""
    differing = [side for difference in item.differences for side in (difference.a, difference.b)]

    def alike(words: Words) -> bool:
        return not any(side.article == words.article and side.span.overlap(words.span) for side in differing)

    return [
        Passage(words.article, words.span)
        for outlet in opened.checklist.outlets
        if outlet in item.stances
        for words in sorted(item.stances[outlet].words, key=alike)
    ]


def of_fact(opened: OpenStory, item: ChecklistItem, current: Passage | None) -> Callable[[int], list[PaintedLine]]:
    """Return what makes the card of a fact; the outlet whose words are being shown is marked."""

    def make(width: int) -> list[PaintedLine]:
        lines = _sourcing_lines(opened, item, width)
        for difference in item.differences:
            sign = "≈ " if difference.harmless else "≠ "
            look = "dim" if difference.harmless else "differs"
            says = [Piece(f"{difference.kind}: ", (look,)), Piece(one_line(difference.says))]
            lines += flow(says, width, indent="  ", lead=[Piece(sign, (look,))])
        for outlet in opened.checklist.outlets:
            stance = item.stances.get(outlet)
            if stance is not None:
                lines += _outlet_lines(opened, item, outlet, stance, current, width)
        flag = opened.flag_of_item(item.id)
        if flag is not None:
            lines += _flag_lines(flag, width)
        return lines

    return make


def _sourcing_lines(opened: OpenStory, item: ChecklistItem, width: int) -> list[PaintedLine]:
    """Say how many outlets and origins tell a fact, and through whom they have it, best attested first."""
    telling = {outlet: item.stances[outlet] for outlet in opened.checklist.outlets if outlet in item.stances}
    telling = {outlet: stance for outlet, stance in telling.items() if stance.stance is not Stance.NOT_FOUND}
    lead = [Piece(f"{ORIGIN} ", ("key",))]
    lines = flow([Piece(origins(len(telling), item.origins), ("strong",))], width, indent="  ", lead=lead)
    rungs: dict[str, list[str]] = {}
    ladder = list(ProvenanceKind)
    attested = [(stance.provenance, outlet) for outlet, stance in telling.items() if stance.provenance is not None]
    for found, outlet in sorted(attested, key=lambda pair: ladder.index(pair[0].kind)):
        rungs.setdefault(provenance(found), []).append(opened.letters.get(outlet, "?"))
    if len(telling) > 1 and rungs:
        pieces = [Piece("through  ", ("dim",))]
        for place, (rung, having) in enumerate(rungs.items()):
            pieces += (Piece(" › " if place else "", ("dim",)), Piece(f"{rung} "), Piece("".join(having), ("outlet",)))
        lines += flow(pieces, width, indent="  ")
    return lines


def origins(outlets: int, independent: int) -> str:
    """Return in words how many outlets have a fact, and how many of them on their own."""
    return f"{outlets} outlet{'' if outlets == 1 else 's'}, {independent} origin{'' if independent == 1 else 's'}"


def _outlet_lines(
    opened: OpenStory, item: ChecklistItem, outlet: str, stance: OutletStance, current: Passage | None, width: int
) -> list[PaintedLine]:
    letter = opened.letters.get(outlet, "?")
    here = any((words.article, words.span) == current for words in stance.words)
    lead = [Piece(HERE if here else " ", ("bar",)), Piece(f"{letter} ", ("outlet",))]
    head = Piece(one_line(outlet), ("outlet",))
    if stance.stance is Stance.NOT_FOUND:
        return flow([head, Piece("  not found in the loaded text", ("dim",))], width, indent=INDENT, lead=lead)
    told = " · ".join(
        part
        for part in (
            "differs" if stance.stance is Stance.DIFFERS else "",
            stance.prominence,
            provenance(stance.provenance),
        )
        if part
    )
    lines = flow([head, Piece(f"  {told}", ("dim",))], width, indent=INDENT, lead=lead)
    for words in stance.words:
        lines += flow(differing(words, item.differences), width, indent=INDENT)
    return lines


def provenance(found: Provenance | None) -> str:
    """Return in words through whom an outlet has a fact."""
    if found is None:
        return ""
    return f"{found.kind}: {one_line(found.through)}" if found.through else str(found.kind)


def differing(words: Words, differences: Iterable[Difference]) -> list[Piece]:
    """Return words with those that differ from another outlet's marked."""
    text = one_line(words.text)
    spans = sorted(
        Span(max(0, side.span.start - words.span.start), min(len(text), side.span.end - words.span.start))
        for difference in differences
        if not difference.harmless
        for side in (difference.a, difference.b)
        if side.article == words.article and side.span.overlap(words.span)
    )
    pieces: list[Piece] = []
    done = 0
    for span in spans:
        if span.start < done:
            continue
        pieces += (Piece(text[done : span.start]), Piece(span.of(text), ("difference",)))
        done = span.end
    return [*pieces, Piece(text[done:])]


def _flag_lines(flag: Flag, width: int) -> list[PaintedLine]:
    state = flag.state
    said = " · ".join(part for part in (str(state.verdict or ""), str(state.status)) if part)
    lines = flow(
        [Piece(f"{signs.of_state(state)} ", (signs.look_of_state(state),)), Piece(f"you: {said}", ("strong",))], width
    )
    if flag.anchoring is not Anchoring.FOUND:
        changed = "changed since it was flagged: v shows what"
        gone = "its words are gone from the article"
        says = changed if flag.anchoring is Anchoring.RECHECK else gone
        lines += flow([Piece(f"{signs.CHANGED} ", ("differs",)), Piece(says)], width, indent="  ")
    if state.note:
        lines += flow([Piece("✎ ", ("key",)), Piece(one_line(state.note))], width, indent="  ")
    for evidence in state.evidence:
        quoted = f" “{one_line(evidence.words)}”" if evidence.words else ""
        seen = f" (seen {one_line(evidence.seen)})" if evidence.seen else ""
        link = evidence.citation if evidence.citation.startswith(("http://", "https://")) else ""
        lines += flow(
            [
                Piece("→ ", ("key",)),
                Piece(one_line(evidence.citation), ("plain",), link),
                Piece(quoted + seen, ("dim",)),
            ],
            width,
            indent="  ",
        )
    return lines


def of_quotation(
    opened: OpenStory, utterance: Utterance, current: Passage | None
) -> Callable[[int], list[PaintedLine]]:
    """Return what makes the card of a quotation: its printing in each outlet, the words that drifted marked."""

    def make(width: int) -> list[PaintedLine]:
        lines: list[PaintedLine] = []
        head_of = ""
        for name, index in utterance.parts:
            quotation = opened.analyses[name].quotations[index]
            outlet = opened.articles[name].outlet
            here = current == opened.passage((name, index))
            said_by = quotation.speaker.mention if quotation.speaker else ""
            if head_of != name:
                lead = [Piece(f" {opened.letters.get(outlet, '?')} ", ("outlet",))]
                told = f"  {one_line(said_by)} {quotation.cue or ''}".rstrip()
                head = [Piece(one_line(outlet), ("outlet",)), Piece(told, ("dim",))]
                lines += flow(head, width, indent=INDENT, lead=lead)
            head_of = name
            lead = [Piece(f" {HERE} " if here else INDENT, ("bar",))]
            lines += flow(_printing(opened, (name, index), quotation.content), width, indent=INDENT, lead=lead)
        if utterance.relation:
            lines += flow(
                [Piece(f"{_SAYS.get(utterance.relation, utterance.relation)}", ("differs",))], width, indent=" "
            )
        return lines

    return make


_SAYS = {
    "same": "= the same words",
    "cut": "≈ one outlet has fewer of the words",
    "extended": "≈ one outlet has more of the words",
    "altered": "≈ the words differ",
    "other attribution": "≠ the same words are given to different speakers",
}


def _printing(opened: OpenStory, place: tuple[str, int], content: str) -> list[Piece]:
    """Return one outlet's printing with the words that another outlet has otherwise."""
    for one, other, match in opened.matches:
        if place in {one, other} and match.operations:
            return [Piece("“"), *_drift(match, first=place == one), Piece("”")]
    if opened.analyses[place[0]].quotations[place[1]].kind is QuotationKind.INDIRECT:
        return [Piece(one_line(content)), Piece("  in the outlet’s own words", ("dim",))]
    return [Piece(f"“{one_line(content)}”")]


def _drift(match: QuotationMatch, *, first: bool) -> Sequence[Piece]:
    pieces: list[Piece] = []
    for tag, ours, theirs in match.operations:
        words = one_line(ours if first else theirs).strip()
        if words:
            gap = " " if pieces and words[0].isalnum() else ""
            pieces += (Piece(gap), Piece(words, () if tag == "equal" else ("difference",)))
    return pieces
