"""The rows of the quotations: by speaker, with cue, words and outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Anchoring, QuotationKind, TargetKind
from reader.tui import signs
from reader.tui.widgets.outlet_marks import marks
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import Row
from reader.tui.widgets.wrapping import cut, one_line

if TYPE_CHECKING:
    from reader.model import Quotation
    from reader.tui.opened import OpenStory, Utterance

_MARKS = '“”"'
SURE = 0.6
"""The share of right speakers below which a rule's finding is marked as doubtful."""

CUE = 16


def rows(opened: OpenStory) -> list[Row]:
    """Return a row for each speaker (the one with most quotations first) and one for each of their quotations."""
    by_speaker: dict[str, list[Utterance]] = {}
    for utterance in opened.utterances():
        by_speaker.setdefault(utterance.speaker, []).append(utterance)
    made: list[Row] = []
    for speaker, utterances in sorted(by_speaker.items(), key=lambda entry: -len(entry[1])):
        outlets = {opened.articles[name].outlet for utterance in utterances for name, _ in utterance.parts}
        made.append(
            Row(
                f"speaker {speaker}",
                (Piece(one_line(speaker), ("speaker",)),),
                (Piece(f"{len(utterances)}  ", ("dim",)), *_outlets(opened, outlets)),
            )
        )
        made += [_row(opened, utterance) for utterance in utterances]
    return made


def _row(opened: OpenStory, utterance: Utterance) -> Row:
    name, index = utterance.parts[0]
    quotations = opened.analyses[name].quotations
    words = " … ".join(_words(quotations[place[1]]) for place in utterance.parts if place[0] == name)
    flag = opened.flag_on(TargetKind.QUOTATION, opened.passage((name, index)))
    state = flag.state if flag else None
    cue = quotations[index].cue
    outlets = {opened.articles[article].outlet for article, _ in utterance.parts}
    return Row(
        f"quotation {name}:{quotations[index].span.start}",
        (
            Piece(f"{signs.of_state(state)} ", (signs.look_of_state(state),)),
            *((Piece(f"{signs.CHANGED} ", ("differs",)),) if flag and flag.anchoring is not Anchoring.FOUND else ()),
            Piece(f"{signs.of_kind(quotations[index].kind)}{_doubt(quotations[index])} ", ("dim",)),
            Piece(words, ("only",) if quotations[index].kind is QuotationKind.INDIRECT else ("quotation",)),
        ),
        (Piece("≈ " if utterance.relation not in {"", "same"} else "  ", ("differs",)), *_outlets(opened, outlets)),
        utterance,
        (Piece(f"{cut(one_line(cue), CUE)} ", ("dim",)),) if cue else (),
    )


def _doubt(quotation: Quotation) -> str:
    """Return a question mark where the rule that found the speaker is often wrong."""
    return "?" if quotation.speaker is not None and quotation.speaker.confidence < SURE else " "


def _words(quotation: Quotation) -> str:
    """Return the words in quotation marks; a paraphrase, which is nobody's words, without."""
    bare = one_line(quotation.content).strip(_MARKS)
    return bare if quotation.kind is QuotationKind.INDIRECT else f"“{bare}”"


def _outlets(opened: OpenStory, outlets: set[str]) -> tuple[Piece, ...]:
    """Return the letters of ``outlets``."""
    return marks(opened.letters, dict.fromkeys(outlets, "outlet"))
