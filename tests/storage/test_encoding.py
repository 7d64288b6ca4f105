"""Model values as JSON and back."""

from __future__ import annotations

import json

import pytest

from reader.model import (
    Analysis,
    Article,
    Checklist,
    ChecklistItem,
    Difference,
    DifferenceKind,
    FlagEvent,
    ItemRelation,
    OffsetMap,
    OutletStance,
    Quantity,
    QuantityBound,
    Removed,
    RemovedKind,
    Span,
    Stance,
    Words,
)
from reader.storage.encoding import dumps, loads, plain
from tests.storage import examples


def test_what_was_written_is_read_back() -> None:
    assert loads(Article, dumps(examples.article())) == examples.article()
    assert loads(Analysis, dumps(examples.analysis())) == examples.analysis()
    event = examples.event(undoes="x")
    assert loads(FlagEvent, dumps(event)) == event


def test_a_checklist_is_read_back() -> None:
    words = Words("a", Span(0, 3), "The")
    item = ChecklistItem(
        id="i",
        headline="The pier",
        relation=ItemRelation.DIFFERS,
        stances={"Post": OutletStance(Stance.REPORTS, (words,), None, "lead"), "Mail": OutletStance(Stance.NOT_FOUND)},
        differences=(Difference(DifferenceKind.NUMBER, words, words, "figures differ", ("Post", "Mail")),),
        origins=2,
        worth=0.25,
    )
    checklist = Checklist("story", ("Post", "Mail"), (item,), "note")
    assert loads(Checklist, dumps(checklist)) == checklist


@pytest.mark.parametrize(
    "value",
    [
        examples.article(),
        examples.article(text='“Quo\\ted”\n\t"\x00\x1f\x7f\u2028\U0001f600', date=None),
        examples.analysis(),
        examples.event(undoes="x"),
        Quantity(Span(0, 3), 1e300, float("inf"), "USD", QuantityBound.RANGE, ordinal=True),
        Quantity(Span(0, 3), float("nan")),
        Quantity(Span(0, 3), 4),
        (Removed(1, 2, RemovedKind.WIDGET),),
        OffsetMap((0, 3), (1, 4)),
        (),
        {"a": (Span(1, 2),)},
        None,
    ],
)
def test_what_is_written_is_what_the_standard_encoder_writes(value: object) -> None:
    assert dumps(value) == json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def test_defaults_are_not_written() -> None:
    assert json.loads(dumps(Article(id="a", text="t"))) == {"id": "a", "text": "t"}


def test_fields_of_a_later_version_are_passed_over() -> None:
    assert loads(Article, '{"id": "a", "text": "t", "mood": "grim"}') == Article(id="a", text="t")


@pytest.mark.parametrize(
    "text", ["", "[]", "3", "{}", '{"article": "a"}', '{"article": "a", "version": "1", "sentences": [[1]]}', "[1"]
)
def test_anything_else_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        loads(Analysis, text)
