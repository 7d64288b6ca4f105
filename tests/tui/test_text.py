"""The text as it is shown: wrapping by cells, layers that overlap, junk put back, selections."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import FlagState, Span, Status, Verdict
from reader.tui import palette, signs
from reader.tui.remembered import Remembered
from reader.tui.widgets import wrapping
from reader.tui.widgets.document import Document, Layout
from reader.tui.widgets.layers import Layer, SpanIndex, runs
from reader.tui.widgets.lines_view import flow
from reader.tui.widgets.painted import Piece
from tests.tui.ferry import JUNK, TEXTS, article, span

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = st.text(alphabet=st.sampled_from("ab é日本👩\u200d\u0301\n “”\ufe0f🇩🇪-"), max_size=200)
SPANS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 20)).map(lambda pair: Span(pair[0], sum(pair))), max_size=30
)


@given(TEXT, st.integers(2, 30))
@example("\u0301 a👩", 2)
def test_every_character_is_on_one_line_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = wrapping.wrap(text, width)
    shown = "".join(text[line.start : line.end] for line in lines)
    assert shown.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    for before, after in itertools.pairwise(lines):
        assert before.end <= after.start
    for line in lines:
        clusters = wrapping.clusters(text, line.start, line.end)
        assert cell_len(text[line.start : line.end]) <= width or len(clusters) == 1


@given(TEXT, st.integers(2, 30))
def test_a_combining_mark_is_never_parted_from_its_base(text: str, width: int) -> None:
    for line in wrapping.wrap(text, width):
        first = text[line.start : line.start + 1]
        if line.start and first and text[line.start - 1] not in "\n ":
            assert not unicodedata.combining(first)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two  three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("日本語の文", 6, ["日本語", "の文"]),
        ("ab 日本語", 6, ["ab 日", "本語"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("", 9, [""]),
    ],
)
def test_lines_break_between_words_and_wide_characters(text: str, width: int, lines: list[str]) -> None:
    assert [text[line.start : line.end] for line in wrapping.wrap(text, width)] == lines


def test_a_megabyte_without_a_space_is_wrapped() -> None:
    assert len(wrapping.wrap("x" * 1_000_000, 80)) == 12_500
    assert len(wrapping.wrap("“" * 100_000, 80)) == 1_250
    assert len(wrapping.wrap("日" * 100_000, 80)) == 2_500


@given(st.text(max_size=80), st.integers(0, 40))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert cell_len(wrapping.cut(wrapping.one_line(text), width)) <= max(width, 0)


def test_nothing_that_a_terminal_obeys_is_left_and_offsets_stay() -> None:
    hostile = "a\x1b[2Jb\x9bc\u202ed\u2066e\x07\tf"
    shown = wrapping.harmless(hostile)
    assert len(shown) == len(hostile)
    assert not set(shown) & set("\x1b\x9b\u202e\u2066\x07\t")


def test_the_offset_under_the_mouse_is_found_in_wide_text() -> None:
    line = wrapping.Line(0, 5)
    assert [wrapping.offset_at("日本語ab", line, cell) for cell in (0, 1, 2, 5, 6, 7, 99)] == [0, 0, 1, 2, 3, 4, 5]


@given(SPANS, st.integers(0, 60), st.integers(1, 20))
def test_bisection_finds_the_spans_that_touch_a_line(spans: list[Span], start: int, length: int) -> None:
    line = Span(start, start + length)
    wanted = sorted({span for span in spans if span.end > span.start and span.overlap(line)})
    assert SpanIndex(spans).touching(*line) == wanted


@given(SPANS, SPANS)
def test_runs_cover_a_line_and_name_the_layers_over_each_part(low: list[Span], high: list[Span]) -> None:
    layers = {Layer.HIT: SpanIndex(high), Layer.QUOTATION: SpanIndex(low)}
    parts = runs(5, 45, layers)
    assert [part[0] for part in parts] + [45] == [5] + [part[1] for part in parts]
    for start, end, over in parts:
        for place in (start, end - 1):
            assert (Layer.QUOTATION in over) == any(span.start <= place < span.end for span in low)
            assert (Layer.HIT in over) == any(span.start <= place < span.end for span in high)
        assert list(over) == [layer for layer in Layer if layer in over]


def test_the_span_before_and_after_a_place_is_found() -> None:
    index = SpanIndex([Span(2, 4), Span(8, 9)])
    assert (index.next_after(2), index.last_before(8), index.last_before(2)) == (Span(8, 9), Span(2, 4), None)
    assert len(index) == 2


def test_removed_junk_is_put_back_on_a_line_of_its_own() -> None:
    document = Document(article("courier"), with_removed=True)
    assert f"\n{JUNK}\n" in document.text
    (removed,) = document.removed
    assert removed.of(document.text) == JUNK


@given(st.integers(0, len(TEXTS["courier"]) - 1))
def test_places_in_the_clean_and_the_shown_text_lead_to_each_other(offset: int) -> None:
    document = Document(article("courier"), with_removed=True)
    assert document.text[document.shown(offset)] == TEXTS["courier"][offset]
    assert document.clean(document.shown(offset)) == offset


def test_spans_are_shown_where_their_words_are() -> None:
    document = Document(article("courier"), with_removed=True)
    words = span("courier", "The sea was calm")
    assert document.shown_span(words).of(document.text) == "The sea was calm"
    assert document.shown_span(Span(3, 3)) == Span(3, 3)


def test_paragraphs_are_numbered_once_and_parted_by_one_blank_line() -> None:
    layout = Layout("one two three\n\n\n\nfour\nfive", 8)
    assert layout.numbers == [1, 0, 0, 2, 0, 3]
    assert layout.paragraphs == 3
    assert layout.line_of(9) == 1


def test_words_of_several_looks_flow_as_one_paragraph() -> None:
    lines = flow([Piece("one two "), Piece("three four", ("hit",))], 10, indent="> ")
    assert ["".join(piece.text for piece in line) for line in lines] == ["> one two", "> three", "> four"]
    assert lines[1][1].looks == ("hit",)


@pytest.mark.parametrize(
    ("outlets", "letters"),
    [
        (["The Hill", "Fox News"], "HF"),
        (["Fox News", "Financial Times", "Forbes"], "FIO"),
        (["AAA", "A", "a"], "A12"),
        (["日報", "…"], "日1"),
    ],
)
def test_every_outlet_has_a_letter_of_its_own(outlets: Sequence[str], letters: str) -> None:
    assert "".join(signs.letters(outlets).values()) == letters


def test_more_outlets_than_letters_share_a_plus() -> None:
    given_out = signs.letters([f"A {number}" for number in range(60)])
    assert list(given_out.values())[-1] == "+"


def test_every_state_has_a_sign_of_its_own() -> None:
    states = [FlagState(verdict=verdict) for verdict in Verdict] + [FlagState(status=status) for status in Status]
    shown = [signs.of_state(state) for state in states]
    assert len(set(shown)) == len(shown)
    assert signs.of_state(FlagState(note="n")) == "✎"
    assert {signs.look_of_state(state) for state in [*states, None]} == {"good", "bad", "open", "plain"}


def test_every_layer_has_a_look_that_does_not_need_colour() -> None:
    for layer in (
        Layer.FLAG,
        Layer.ONLY,
        Layer.DIFFERENCE,
        Layer.HIT,
        Layer.CURRENT_HIT,
        Layer.REMOVED,
        Layer.SELECTION,
    ):
        assert palette.LOOKS[layer].attributes


def test_what_was_remembered_badly_is_as_if_it_were_not_there() -> None:
    bad = Remembered({"desk.place": "x", "desk.sizes": "articles=wide side=40 =", "desk.theme": "no"})
    assert (bad.place, bad.sizes, bad.theme) == (None, {"side": 40}, "no")
    assert Remembered({"desk.place": "an id 12"}).place == ("an id", 12)
