"""The rows of the fact checklist, and what stands in its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Anchoring, ItemRelation, Stance
from reader.tui import signs
from reader.tui.widgets.outlet_marks import marks
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import Row
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from reader.model import ChecklistItem
    from reader.tui.opened import OpenStory

_LOOKS = {ItemRelation.AGREED: "agreed", ItemRelation.DIFFERS: "differs", ItemRelation.SINGLE: "single"}


def rows(opened: OpenStory) -> list[Row]:
    """Return a row a fact: what the outlets do with it, the person's flag, the words, the outlets.

    What was not compared is said in a last row, so that nobody takes it for not found.
    """
    note = opened.checklist.note
    said = [Row("note", (Piece("    "), Piece(one_line(note), ("dim",))), value=note)] if note else []
    return [*(row(opened, item) for item in opened.checklist.items), *said]


def row(opened: OpenStory, item: ChecklistItem) -> Row:
    """Return the row of one fact."""
    flag = opened.flag_of_item(item.id)
    state = flag.state if flag else None
    kinds = kinds_of(item)
    return Row(
        item.id,
        (
            Piece(f"{signs.of_relation(item.relation)} ", (_LOOKS[item.relation],)),
            Piece(f"{signs.of_state(state)} ", (signs.look_of_state(state),)),
            *((Piece(f"{signs.CHANGED} ", ("differs",)),) if flag and flag.anchoring is not Anchoring.FOUND else ()),
            Piece(one_line(item.headline)),
        ),
        outlet_letters(opened, item),
        item,
        tuple(Piece(f"{said} ", (look,)) for said, look in ((kinds, "differs"), (origins(item), "dim")) if said),
    )


def origins(item: ChecklistItem) -> str:
    """Return ``3⊙1`` for a fact that three outlets have from one origin, "" for what one outlet has."""
    telling = sum(stance.stance is not Stance.NOT_FOUND for stance in item.stances.values())
    return f"{telling}{signs.ORIGIN}{item.origins}" if telling > 1 else ""


def kinds_of(item: ChecklistItem) -> str:
    """Return in what the outlets differ: the first kind in words, and how many more there are."""
    kinds = list(dict.fromkeys(str(difference.kind) for difference in item.differences if not difference.harmless))
    return " ".join([*kinds[:1], *([f"+{len(kinds) - 1}"] if len(kinds) > 1 else [])])


def outlet_letters(opened: OpenStory, item: ChecklistItem) -> tuple[Piece, ...]:
    """Return the letters of the outlets that tell a fact, underlined where one differs."""
    looks = {
        outlet: "difference" if stance.stance is Stance.DIFFERS else "outlet"
        for outlet, stance in item.stances.items()
        if stance.stance is not Stance.NOT_FOUND
    }
    return marks(opened.letters, looks)


def counts(opened: OpenStory) -> str:
    """Return how many facts the outlets tell differently, alike, and alone."""
    of = dict.fromkeys(ItemRelation, 0)
    for item in opened.checklist.items:
        of[item.relation] += 1
    return f"{of[ItemRelation.DIFFERS]}≠ {of[ItemRelation.AGREED]}= {of[ItemRelation.SINGLE]}×1"


def progress(opened: OpenStory) -> str:
    """Return how far the person has come."""
    return f"{opened.checked} of {len(opened.checklist.items)} checked"
