"""Negations, denials, hedges and modality: the cases of ``cases/polarity.md``, and what holds for any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.claims.polarity import polarity
from tests.unit.case_files import cases

if TYPE_CHECKING:
    from tests.unit.case_files import Case

_KINDS = ("negations", "failures", "denials", "hedges")


@pytest.mark.parametrize("case", cases("polarity"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    text = case.text("text")
    found = polarity(text)
    for kind in _KINDS:
        if kind in case.parts:
            assert [span.of(text) for span in getattr(found, kind)] == case.lines(kind)
    if "modality" in case.parts:
        assert found.modality == case.text("modality")


def test_two_negations_cancel_out() -> None:
    assert polarity("He did not sign.").negated
    assert not polarity("Nobody did not sign.").negated


@given(st.text())
def test_spans_lie_in_any_text(text: str) -> None:
    found = polarity(text)
    assert all(0 <= span.start < span.end <= len(text) for kind in _KINDS for span in getattr(found, kind))
