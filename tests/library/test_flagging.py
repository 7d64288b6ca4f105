"""Flags: they outlive restarts, re-loading and other people, and never change their meaning in silence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.errors import FlagRefused, NotFound
from reader.flags import marked
from reader.library.flagging import Flagging
from reader.model import (
    Anchoring,
    Checklist,
    ChecklistItem,
    Evidence,
    FlagState,
    ItemRelation,
    OutletStance,
    Span,
    Stance,
    Status,
    TargetKind,
    Verdict,
    Words,
)
from reader.storage import SqliteFlagLog, SqliteStore
from tests.library.examples import POST, opened, write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.library import Library

REPAIR = "The repair of the pier would cost nine million crowns"


def words(library: Library, wanted: str) -> Words:
    for head in library.headers():
        start = library.article(head.id).text.find(wanted)
        if start >= 0:
            return Words(head.id, Span(start, start + len(wanted)), wanted)
    raise AssertionError(f"{wanted} is in no article")


def verdict(verdict: Verdict, *, note: str | None = None) -> Callable[[FlagState], FlagState]:
    return lambda state: marked(state, verdict, note=note)


def item(item_id: str, held: Words) -> Checklist:
    stance = OutletStance(Stance.REPORTS, (held,))
    return Checklist("s", ("Post",), (ChecklistItem(item_id, held.text, ItemRelation.SINGLE, {"Post": stance}),))


def test_a_flag_is_there_after_a_restart(library: Library, tmp_path: Path) -> None:
    held = words(library, REPAIR)
    event = library.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.DISPUTED, note="why nine?"))
    assert event.before == FlagState()
    with opened(tmp_path / "library") as again:
        (flag,) = again.flags()
    assert flag.state == FlagState(Status.CHECKED, Verdict.DISPUTED, "why nine?")
    assert (flag.target, flag.kind, flag.person) == ("c", TargetKind.CLAIM, "Ada")
    assert (flag.anchoring, flag.span, flag.anchor.exact) == (Anchoring.FOUND, held.span, REPAIR)
    assert flag.anchor.prefix.endswith("of the harbour.\n\n")


def test_undo_and_redo_go_on_across_restarts(library: Library, tmp_path: Path) -> None:
    held = words(library, REPAIR)
    library.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.DISPUTED))
    library.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.FALSE))
    with opened(tmp_path / "library") as again:
        again.undo()
        assert [flag.state.verdict for flag in again.flags()] == [Verdict.DISPUTED]
    library.undo()
    assert library.flags() == []
    assert library.undo() is None
    library.redo()
    library.redo()
    assert [flag.state.verdict for flag in library.flags()] == [Verdict.FALSE]
    assert library.redo() is None
    assert [event.after.verdict for event in library.history("c")] == [
        *(Verdict.DISPUTED, Verdict.FALSE, Verdict.DISPUTED),
        *(None, Verdict.DISPUTED, Verdict.FALSE),
    ]


def test_two_instances_see_each_others_flags(library: Library, tmp_path: Path) -> None:
    held = words(library, REPAIR)
    with opened(tmp_path / "library", person="Ben") as other:
        library.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.DISPUTED))
        assert [flag.person for flag in other.flags()] == ["Ada"]
        other.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.VERIFIED))
        assert {flag.person: flag.state.verdict for flag in library.flags()} == {
            "Ada": Verdict.DISPUTED,
            "Ben": Verdict.VERIFIED,
        }
        library.undo()
        assert {flag.person for flag in other.flags()} == {"Ben"}


@pytest.mark.parametrize(
    ("edit", "anchoring", "now"),
    [
        (("Norvale closes", "UPDATED: Norvale closes"), Anchoring.FOUND, REPAIR),
        (("nine million", "ten million"), Anchoring.RECHECK, "The repair of the pier would cost ten million crowns"),
        (
            ("would cost", "would not cost"),
            Anchoring.RECHECK,
            "The repair of the pier would not cost nine million crowns",
        ),
        ((f"{REPAIR}, according to the board.", ""), Anchoring.ORPHAN, None),
    ],
)
def test_a_flag_on_a_changed_text_is_found_or_to_be_checked_again_or_an_orphan(
    library: Library, tmp_path: Path, edit: tuple[str, str], anchoring: Anchoring, now: str | None
) -> None:
    library.flag(TargetKind.CLAIM, "c", words(library, REPAIR), verdict(Verdict.DISPUTED))
    (tmp_path / "texts" / "post.txt").write_text(POST.replace(*edit), encoding="utf-8")
    list(library.add([str(tmp_path / "texts")]))
    (flag,) = library.flags()
    assert flag.anchoring is anchoring
    assert flag.anchor.exact == REPAIR
    text = library.article(flag.anchor.article).text
    assert (flag.span and flag.span.of(text)) == now
    assert library.flags() == [flag]


def test_a_flag_whose_article_is_not_here_is_an_orphan(library: Library, tmp_path: Path) -> None:
    library.flag(TargetKind.CLAIM, "c", words(library, REPAIR), verdict(Verdict.DISPUTED))
    with opened(tmp_path / "empty", person="Ben") as other:
        assert other.merge(library.events()) == 1
        assert other.merge(library.events()) == 0
        assert [(flag.person, flag.anchoring) for flag in other.flags()] == [("Ada", Anchoring.ORPHAN)]


def test_to_flag_the_changed_words_goes_on_with_the_old_history(library: Library, tmp_path: Path) -> None:
    library.flag(TargetKind.ITEM, "old", words(library, REPAIR), verdict(Verdict.DISPUTED))
    (tmp_path / "texts" / "post.txt").write_text(POST.replace("nine million", "ten million"), encoding="utf-8")
    list(library.add([str(tmp_path / "texts")]))
    changed = words(library, REPAIR.replace("nine", "ten"))
    event = library.flag(TargetKind.ITEM, "new", changed, verdict(Verdict.FALSE))
    assert event.target == "old"
    assert event.before.verdict is Verdict.DISPUTED
    assert [(flag.anchoring, flag.span) for flag in library.flags()] == [(Anchoring.FOUND, changed.span)]
    library.undo()
    assert [(flag.anchoring, flag.state.verdict) for flag in library.flags()] == [(Anchoring.RECHECK, Verdict.DISPUTED)]
    library.redo()
    assert [flag.anchoring for flag in library.flags()] == [Anchoring.FOUND]


def test_two_facts_with_the_same_words_keep_their_flags_apart(library: Library) -> None:
    held = words(library, REPAIR)
    first, *_ = library.checklist(library.story_of(held.article).id).items
    library.flag(TargetKind.ITEM, first.id, held, verdict(Verdict.DISPUTED))
    event = library.flag(TargetKind.ITEM, "another", held, verdict(Verdict.FALSE))
    assert event.target == "another"
    assert event.before.verdict is None
    assert {flag.target: flag.state.verdict for flag in library.flags()} == {
        first.id: Verdict.DISPUTED,
        "another": Verdict.FALSE,
    }


def test_an_items_flags_are_found_by_its_id_and_then_by_its_words(library: Library) -> None:
    held = words(library, REPAIR)
    library.flag(TargetKind.ITEM, "one", held, verdict(Verdict.DISPUTED))
    library.flag(TargetKind.CLAIM, "claim", held, verdict(Verdict.FALSE))
    assert [flag.target for flag in library.item_flags(item("one", held))["one"]] == ["one"]
    nearby = replace(held, span=Span(held.span.start + 4, held.span.end + 10), text="")
    assert [flag.target for flag in library.item_flags(item("two", nearby))["two"]] == ["one"]
    elsewhere = replace(held, span=Span(0, 5))
    assert library.item_flags(item("three", elsewhere)) == {}


def test_two_peoples_verdicts_on_one_item_stand_side_by_side(library: Library, tmp_path: Path) -> None:
    held = words(library, REPAIR)
    library.flag(TargetKind.ITEM, "one", held, verdict(Verdict.DISPUTED))
    with opened(tmp_path / "bens", person="Ben") as ben:
        list(ben.add([str(write_story(tmp_path / "bens-texts"))]))
        ben.flag(TargetKind.ITEM, "one", held, verdict(Verdict.FALSE))
        library.merge(ben.events())
    flags = library.item_flags(item("one", held))["one"]
    assert {flag.person: flag.state.verdict for flag in flags} == {"Ada": Verdict.DISPUTED, "Ben": Verdict.FALSE}


def test_words_that_moved_since_they_were_shown_are_found_again(library: Library) -> None:
    held = words(library, REPAIR)
    event = library.flag(TargetKind.CLAIM, "c", replace(held, span=Span(0, 5)), verdict(Verdict.DISPUTED))
    assert event.anchor.span == held.span
    with pytest.raises(NotFound, match="no text 'A zeppelin'"):
        library.flag(TargetKind.CLAIM, "c", replace(held, text="A zeppelin"), verdict(Verdict.DISPUTED))
    with pytest.raises(NotFound, match="no article"):
        library.flag(TargetKind.CLAIM, "d", replace(held, article="nobody"), verdict(Verdict.DISPUTED))


def test_a_strict_library_refuses_verdicts_that_rest_on_nothing(library: Library, tmp_path: Path) -> None:
    held = words(library, REPAIR)
    with opened(tmp_path / "library", strict=True) as strict:
        for refused in (Verdict.VERIFIED, Verdict.FALSE):
            with pytest.raises(FlagRefused, match="needs evidence"):
                strict.flag(TargetKind.CLAIM, "c", held, verdict(refused))
        assert strict.flags() == []
        strict.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.DISPUTED))
        evidence = [Evidence("https://post.example/budget.pdf")]
        strict.flag(TargetKind.CLAIM, "c", held, lambda state: marked(state, Verdict.FALSE, evidence=evidence))
        assert [flag.state.verdict for flag in strict.flags()] == [Verdict.FALSE]


def test_a_clock_that_was_set_back_hides_no_flag(library: Library, tmp_path: Path) -> None:
    held = words(library, REPAIR)
    times = iter([dt.datetime(2031, 5, 7, tzinfo=dt.UTC), dt.datetime(2001, 1, 1, tzinfo=dt.UTC)])
    store = SqliteStore(tmp_path / "library" / "library.db")
    log = SqliteFlagLog(tmp_path / "library" / "flags.db")
    flagging = Flagging(store, log, "Ada", now=lambda: next(times))
    flagging.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.DISPUTED))
    flagging.flag(TargetKind.CLAIM, "c", held, verdict(Verdict.FALSE))
    assert [flag.state.verdict for flag in flagging.flags()] == [Verdict.FALSE]
    log.close()
    store.close()
