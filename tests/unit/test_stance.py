"""What a sentence or a text does with a claim: the cases of ``cases/stance.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.claims.compare import Treatment, features, stance, treatment
from tests.unit.case_files import cases

if TYPE_CHECKING:
    from tests.unit.case_files import Case


@pytest.mark.parametrize("case", cases("stance"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    claim, text = case.text("claim"), case.text("text")
    if "treatment" in case.parts:
        assert treatment(features(claim), features(text)).value == case.text("treatment")
    else:
        assert stance(claim, text).value == case.text("stance")


@given(st.text(max_size=100), st.text(max_size=300))
def test_any_claim_and_text_have_a_stance(claim: str, text: str) -> None:
    assert stance(claim, text) in Treatment
    assert treatment(features(claim), features(text)) is not Treatment.NOT_FOUND
