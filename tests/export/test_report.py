"""The phrases that every format shares."""

import dataclasses

import pytest

from reader.export.report import (
    counts,
    is_checked,
    plain,
    runs,
    says_flag,
    says_flags,
    says_match,
    says_origins,
    says_provenance,
    says_seen,
)
from reader.model import (
    Anchoring,
    Evidence,
    FlagState,
    ItemRelation,
    OutletStance,
    Provenance,
    ProvenanceKind,
    Stance,
    Status,
    Verdict,
)
from tests.export.story import DAM, DEATHS, DISPUTED, GAZETTE, flag, report, words


def test_control_and_bidi_characters_do_not_leave_the_program() -> None:
    assert plain("a\x1b[31mb\u202ec\n d\u200be") == "a [31mb c d e"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (FlagState(Status.IN_PROGRESS), "in progress"),
        (FlagState(Status.CHECKED, Verdict.DISPUTED), "disputed"),
        (FlagState(Status.NEEDS_EVIDENCE, Verdict.DISPUTED), "disputed (needs evidence)"),
        (FlagState(Status.CHECKED, Verdict.VERIFIED), "verified, no evidence given"),
        (FlagState(Status.CHECKED, Verdict.VERIFIED, "", (Evidence("a book"),)), "verified"),
    ],
)
def test_a_flag_is_said_in_words(state: FlagState, said: str) -> None:
    assert says_flag(flag(DEATHS, state)) == said


def test_a_flag_whose_words_changed_says_so() -> None:
    assert says_flag(flag(DEATHS, DISPUTED, anchoring=Anchoring.RECHECK)).endswith("recheck")
    assert says_flag(flag(DEATHS, DISPUTED, anchoring=Anchoring.ORPHAN)).endswith("gone from the article")


def test_a_verdict_or_the_status_checked_ends_the_checking() -> None:
    assert is_checked(FlagState(verdict=Verdict.UNVERIFIABLE))
    assert is_checked(FlagState(Status.CHECKED))
    assert not is_checked(FlagState(Status.IN_PROGRESS))


def test_what_nobody_finished_is_left_to_check() -> None:
    assert [item.id for item in report().unchecked()] == [DAM.id]


def test_outlets_and_origins_are_counted_in_words() -> None:
    assert says_origins(DEATHS) == "2 outlets, 2 origins"
    assert says_origins(DAM) == "1 outlet, 1 origin"


def test_items_are_counted_by_relation() -> None:
    assert counts(report().checklist) == {
        ItemRelation.AGREED: 0,
        ItemRelation.DIFFERS: 1,
        ItemRelation.SINGLE: 1,
    }


def test_sourcing_and_place_are_said_together() -> None:
    assert says_provenance(DEATHS.stances["Gazette"]) == "agency (Reuters), lead"
    assert says_provenance(OutletStance(Stance.REPORTS, provenance=Provenance(ProvenanceKind.UNNAMED))) == (
        "unnamed officials"
    )


def test_only_the_differing_words_are_marked() -> None:
    cut = runs(DEATHS.stances["Gazette"].words[0], DEATHS.differences)
    assert cut == [("The flood killed ", False), ("at least 19", True), (" people.", False)]


def test_neighbouring_marked_runs_are_one() -> None:
    first = DEATHS.differences[0]
    second = dataclasses.replace(first, a=words(GAZETTE, " people"))
    cut = runs(DEATHS.stances["Gazette"].words[0], (first, second))
    assert cut == [("The flood killed ", False), ("at least 19 people", True), (".", False)]


def test_two_people_s_verdicts_are_told_with_their_names() -> None:
    assert says_flags((flag(DEATHS, DISPUTED),)) == "disputed"
    other = flag(DEATHS, FlagState(Status.IN_PROGRESS), person="Ada\x1b Lind")
    assert says_flags((flag(DEATHS, DISPUTED), other)) == "Bo Ek: disputed; Ada Lind: in progress"
    assert says_flags(()) == ""


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("2026-01-20T09:30:15+02:00", "2026-01-20 07:30 UTC"),
        ("2026-01-20", "2026-01-20"),
        ("last\x1b week", "last week"),
        ("", ""),
    ],
)
def test_when_evidence_was_seen_is_told_to_the_minute(seen: str, said: str) -> None:
    assert says_seen(Evidence("a book", seen=seen)) == said


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("same", "the same words in both"),
        ("cut", "Herald prints less of it than Gazette"),
        ("extended", "Herald prints more of it than Gazette"),
        ("altered", "the words differ"),
        ("other attribution", "the outlets name different speakers"),
        ("sung", "sung"),
    ],
)
def test_what_two_outlets_do_with_a_quotation_is_said_in_words(relation: str, said: str) -> None:
    whole = report()
    match = whole.matches[0]
    assert says_match(whole, match._replace(match=dataclasses.replace(match.match, relation=relation))) == said
