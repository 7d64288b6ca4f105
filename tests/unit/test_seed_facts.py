"""The checklist of the two seed articles, as ``cases/seeds.md`` says it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.claims import checklist
from reader.model import ChecklistItem, ItemRelation, RawArticle
from reader.text.article import article
from tests.unit.case_files import cases

_SEEDS = Path(__file__).parents[2] / "seeds"
_FILES = {"The Hill": "000_ebcef5163d970ba0.txt", "Fox News": "003_c169ea9103b98093.txt"}
_SECTIONS = {name: body for case in cases("seeds") for name, body in case.parts.items()}


@pytest.fixture(scope="module")
def items() -> tuple[ChecklistItem, ...]:
    articles = [
        article(
            RawArticle(file, (_SEEDS / file).read_bytes().decode(), outlet=outlet, date=dt.date(2019, 9, 14)), id=file
        )
        for outlet, file in _FILES.items()
    ]
    return checklist(articles).items


def words_of(item: ChecklistItem) -> list[str]:
    return [words.text for stance in item.stances.values() for words in stance.words]


def rows_with(items: tuple[ChecklistItem, ...], *words: str) -> list[ChecklistItem]:
    return [item for item in items if all(any(one in text for text in words_of(item)) for one in words)]


@pytest.mark.parametrize("pair", _SECTIONS["agreed"].splitlines())
def test_both_outlets_agree(items: tuple[ChecklistItem, ...], pair: str) -> None:
    found = [item for item in rows_with(items, *pair.split(" || ")) if item.relation is not ItemRelation.SINGLE]
    assert [item.relation for item in found] == [ItemRelation.AGREED]


@pytest.mark.parametrize("pair", _SECTIONS["differs"].splitlines())
def test_the_outlets_differ_in_precision(items: tuple[ChecklistItem, ...], pair: str) -> None:
    (found,) = rows_with(items, *pair.split(" || "))
    assert [str(one.kind) for one in found.differences if not one.harmless] == ["precision"]


@pytest.mark.parametrize("words", _SECTIONS["single"].splitlines())
def test_one_outlet_has_it_alone(items: tuple[ChecklistItem, ...], words: str) -> None:
    assert [item.relation for item in rows_with(items, words)] == [ItemRelation.SINGLE]


@pytest.mark.parametrize("line", _SECTIONS["through"].splitlines())
def test_second_hand_sourcing_is_shown(items: tuple[ChecklistItem, ...], line: str) -> None:
    words, _, expected = line.partition(": ")
    shown = {
        f"{stance.provenance.kind} {stance.provenance.through}"
        for item in rows_with(items, words)
        for stance in item.stances.values()
        if stance.provenance and any(words in one.text for one in stance.words)
    }
    assert expected in shown
