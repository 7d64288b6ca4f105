"""The same quotation in two outlets: each case of ``cases/same.md`` is two texts and the quotations they share.

A line of a case is ``RELATION: DIFFERENCES``, where a difference is ``-words`` (only the first has them), ``+words``
(only the second) or ``words>words`` (replaced).
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Quotation, QuotationKind, QuotationMatch, Span, Speaker
from reader.quotations import extract, same
from tests.unit.case_files import Case, cases


def told(match: QuotationMatch) -> str:
    signs = {"delete": "-{0}", "insert": "+{1}", "replace": "{0}>{1}"}
    differences = [signs[tag].format(a, b) for tag, a, b in match.operations if tag != "equal"]
    return f"{match.relation}: {' '.join(differences)}".strip()


@pytest.mark.parametrize("case", cases("same"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert [told(match) for match in same(extract(case.text("a")), extract(case.text("b")))] == case.lines("matches")


def spoken(words: str, name: str | None) -> Quotation:
    speaker = None if name is None else Speaker(name, name, Span(0, 0))
    return Quotation(Span(0, len(words)), words, QuotationKind.DIRECT, speaker)


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Ada Byrne", "Ada Byrne", True),
        ("Ada Byrne", "Byrne", True),
        ("Ada Byrne", "A. Byrne", True),
        ("Ada Byrne", "Tom Byrne", False),
        ("Ada Byrne", "Cole", False),
        ("Ada Byrne", "", True),
        ("Ada Byrne", None, True),
    ],
)
def test_speakers_agree_by_last_name_and_initial(a: str, b: str | None, alike: bool) -> None:  # noqa: FBT001 - a parametrised case
    words = "it will rain for days and days"
    (match,) = same([spoken(words, a)], [spoken(words, b)])
    assert (match.relation == "same") is alike


def test_common_words_alone_do_not_make_every_quotation_a_candidate() -> None:
    many = [spoken(f"the boat {number} is in the harbour", "Ada Byrne") for number in range(200)]
    (match,) = same([spoken("the boat 150 is in the harbour", "Ada Byrne")], many)
    assert match.b == 150


def test_very_long_quotations_are_compared_by_their_beginning() -> None:
    long = " ".join(f"word{number}" for number in range(6_000))
    (match,) = same([spoken(long, "Ada Byrne")], [spoken(long, "Ada Byrne")])
    assert match.relation == "same"


QUOTATIONS = st.lists(
    st.builds(
        spoken,
        st.lists(
            st.sampled_from(["it", "will", "rain", "snow", "for", "days", "and", "the", "a", "boat"]), max_size=9
        ).map(" ".join),
        st.sampled_from(["Ada Byrne", "Byrne", "Tom Cole", ""]),
    ),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(QUOTATIONS, QUOTATIONS)
def test_each_quotation_is_matched_once_and_the_operations_rebuild_both(a: list[Quotation], b: list[Quotation]) -> None:
    matches = same(a, b)
    assert len({match.a for match in matches}) == len({match.b for match in matches}) == len(matches)
    for match in matches:
        assert 0 < match.score <= 1
        assert " ".join(x for _, x, _ in match.operations if x) == a[match.a].content
        assert " ".join(y for _, _, y in match.operations if y) == b[match.b].content
