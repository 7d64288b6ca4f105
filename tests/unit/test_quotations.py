"""Quotations: each case of ``cases/quotations*.md`` is a text and what somebody says in it.

A case lists, in order, one line a quotation in marks: ``KIND GROUP [SPEAKER] WORDS``, with ``[-]`` for nobody. Where a
case has a part called paraphrases, it lists them as ``[SPEAKER] WORDS``.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import CueKind, Quotation, QuotationKind, SpeakerKind
from reader.quotations import extract, extract_with_names
from reader.quotations.calibration import CONFIDENCE, RARE, confidence
from reader.quotations.cues import CUES
from tests.unit.case_files import FOLDER, Case, cases

FILES = tuple(sorted(path.stem for path in FOLDER.glob("quotations*.md")))


def in_marks(found: list[Quotation]) -> list[str]:
    groups: dict[int, int] = {}
    return [
        f"{one.kind.value} {groups.setdefault(one.group, len(groups) + 1)} [{name(one)}] {one.content}"
        for one in found
        if one.kind is not QuotationKind.INDIRECT
    ]


def paraphrased(found: list[Quotation]) -> list[str]:
    return [f"[{name(one)}] {one.content}" for one in found if one.kind is QuotationKind.INDIRECT]


def name(quotation: Quotation) -> str:
    return quotation.speaker.name if quotation.speaker else "-"


@pytest.mark.parametrize("case", [case for name in FILES for case in cases(name)], ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = extract(case.text("text"))
    assert in_marks(found) == case.lines("quotations")
    if "paraphrases" in case.parts:
        assert paraphrased(found) == case.lines("paraphrases")


TEXTS = st.text(alphabet="aB .,:;—-()\n\"“”‘’'«»„「」[]5", max_size=120)
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "said ",
                "Ada Byrne ",
                "Mr. Cole ",
                "he ",
                "she ",
                "who ",
                "and ",
                "but ",
                "that ",
                "according to ",
                "to ",
            ),
            *('"', "“", "”", "‘", "’", "'", "«", "»", "„", ", ", ". ", ": ", "? ", "\n", "\n\n", "(", ")", "— ", "’s "),
            *(
                "it will rain",
                "the mayor ",
                "a spokesman for ",
                "told ",
                "adding ",
                "Florida ",
                "of ",
                "The Harbour Board ",
            ),
            *(
                "claimed ",
                "went on ",
                "was ",
                "by ",
                "his ",
                "call ",
                "for ",
                "“Quite Far” ",
                "on Monday ",
                "in Oslo ",
                "I ",
            ),
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=250, deadline=None)
@given(st.one_of(TEXTS, PIECES, st.text(max_size=80)))
def test_whatever_the_text_every_span_is_true_and_groups_agree(text: str) -> None:
    speakers: dict[int, str] = {}
    last = (0, 0)
    for one in extract(text):
        assert one.span.of(text) == one.content
        assert last <= one.span
        last = one.span
        if one.cue_span is not None:
            assert one.cue_span.of(text) == one.cue
        if one.speaker is None:
            assert one.kind is QuotationKind.UNATTRIBUTED
        else:
            assert one.kind is not QuotationKind.UNATTRIBUTED
            assert one.speaker.span.of(text) == one.speaker.mention
            assert 0 <= one.speaker.confidence <= 1
            assert speakers.setdefault(one.group, one.speaker.name) == one.speaker.name
        assert one.group >= 1


@settings(max_examples=60, deadline=None)
@given(PIECES, PIECES)
def test_a_paragraph_with_odd_marks_leaves_the_one_after_the_next_alone(before: str, odd: str) -> None:
    plain = "Nothing was said there."
    sure = "“It will rain all week,” said Ada Byrne."
    text = f"{before.replace(chr(10), ' ')}\n{odd.replace(chr(10), ' ')}\n{plain}\n{plain}\n{sure}"
    assert [one.content for one in extract(text)][-1] == "It will rain all week,"


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "' ",
        "“”",
        '"\n',
        "said ",
        "Ada Byrne said ",
        "“a” said ",
        "A",
        "A B, ",
        "who said ",
        "he said ",
        "“He said ",
        "(",
        "’s ",
        "he ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            extract(text)
            best = min(best, time.process_time() - start)
        return best

    extract(piece)
    small, large = seconds(3_000), seconds(24_000)
    assert large < 8 * 3 * small + 0.1


def test_a_verb_of_judgement_is_told_from_a_neutral_one() -> None:
    found = extract("“It rained,” claimed Ada Byrne. “It did not,” said Tom Cole.")
    assert [(one.cue, one.cue_kind) for one in found] == [
        ("claimed", CueKind.STANCE),
        ("said", CueKind.NEUTRAL),
    ]


def test_forms_of_verbs_are_spelt_as_english_spells_them() -> None:
    assert {"denies", "denied", "argued", "arguing", "quipped", "writes", "wrote", "teaches"} - set(CUES) == {"teaches"}


def test_each_speaker_says_how_it_was_found_and_how_sure_that_is() -> None:
    (found,) = extract("“It will rain,” said Ada Byrne.")
    assert found.speaker is not None
    assert found.speaker.how in CONFIDENCE
    assert found.speaker.confidence == CONFIDENCE[found.speaker.how] > RARE == confidence("a rule nobody measured")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It will rain,” said Ada Byrne.", SpeakerKind.PERSON),
        ("“It will rain,” said the Harbour Committee.", SpeakerKind.BODY),
        ("“It will rain,” said the mayor.", SpeakerKind.ROLE),
        ("“It will rain,” a senior official said.", SpeakerKind.UNNAMED),
        ("“It will rain,” officials said.", SpeakerKind.UNNAMED),
        ("“It will rain,” she said.", SpeakerKind.PRONOUN),
        ("“It will rain,” I said.", SpeakerKind.AUTHOR),
    ],
)
def test_a_speaker_is_of_the_kind_its_words_show(text: str, kind: SpeakerKind) -> None:
    (found,) = extract(text)
    assert found.speaker is not None
    assert found.speaker.kind is kind


def test_a_long_row_of_marks_is_ornament() -> None:
    (found,) = extract("““““““““““““““““ Ada Byrne said: “It will rain.”")
    assert found.content == "It will rain."


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "„Wir werden herausfinden, was hier war“, sagte Ruth Caldon.", "Wir werden herausfinden, was hier war"),
        ("es", "«Vamos a averiguar lo que pasó», dijo Ruth Caldon.", "Vamos a averiguar lo que pasó"),
        ("fr", "« Nous allons découvrir pourquoi », a déclaré Ruth Caldon.", "Nous allons découvrir pourquoi"),
        ("nl-BE", '"We gaan het uitzoeken", zei Ruth Caldon.', "We gaan het uitzoeken"),
        ("ja", "「ここで何が起きたのか調べます」と知事は語った。", "ここで何が起きたのか調べます"),
        ("de", "Das Buch „Der stille Hafen“ von Ruth Caldon ist da.", None),
        ("ja", "「港」という本が出た。", None),
        ("de", "Der Hafenmeister Ruth Caldon said it was closed.", None),
    ],
)
def test_of_a_text_in_another_language_what_stands_in_marks_is_said_by_nobody_known(
    language: str, text: str, said: str | None
) -> None:
    found = [one for one in extract_with_names(text, language).quotations if one.kind is not QuotationKind.UNATTRIBUTED]
    assert [(one.content, one.kind, one.speaker) for one in found] == (
        [] if said is None else [(said, QuotationKind.DIRECT, None)]
    )
    assert all(one.span.of(text) == one.content for one in found)
