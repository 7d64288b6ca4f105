"""Anchors: a flag's words in a changed text are right, to be checked again, or an orphan; never wrong and silent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.flags import anchor, locate, place
from reader.flags.anchors import CONTEXT
from reader.model import Anchor, Anchoring, Article, Span, Words
from tests.unit.case_files import Case, cases


def marked(text: str) -> tuple[str, Span | None]:
    start = text.find("[[")
    if start < 0:
        return text, None
    end = text.index("]]") - 2
    return text.replace("[[", "").replace("]]", ""), Span(start, end)


def hold(text: str, span: Span) -> Anchor:
    return anchor(Article(id="a", text=text, text_hash=str(hash(text))), span)


@pytest.mark.parametrize("case", cases("anchors"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    before, flagged = marked(case.text("before"))
    after, expected = marked(case.text("after"))
    assert flagged is not None
    placed = place(hold(before, flagged), after, str(hash(after)))
    assert (placed.anchoring.value, placed.span and placed.span.of(after)) == (
        case.text("anchoring"),
        expected and expected.of(after),
    )
    assert placed.span == expected


def test_the_same_version_is_not_searched() -> None:
    text = "Four pillars. Four pillars."
    held = hold(text, Span(14, 27))
    assert place(held, text, held.text_hash) == (Anchoring.FOUND, Span(14, 27))


def test_a_hash_that_lies_is_noticed() -> None:
    held = hold("Four pillars of the pier are cracked.", Span(0, 37))
    placed = place(held, "Something wholly other stands here now, in other words.", held.text_hash)
    assert placed.anchoring is not Anchoring.FOUND


def test_no_words_are_nowhere() -> None:
    assert place(Anchor("a", Span(0, 0), ""), "any text").anchoring is Anchoring.ORPHAN


def test_words_are_located_where_they_were_read_or_where_they_stand_once() -> None:
    text = "The board met. Four pillars are cracked. It closes. It closes."
    assert locate(Words("a", Span(15, 40), "Four pillars are cracked."), text) == Span(15, 40)
    assert locate(Words("a", Span(0, 25), "Four pillars are cracked."), text) == Span(15, 40)
    assert locate(Words("a", Span(52, 62), "It closes."), text) == Span(52, 62)
    assert locate(Words("a", Span(0, 10), "It closes."), text) is None
    assert locate(Words("a", Span(0, 0), ""), text) is None


def test_similar_words_are_looked_for_around_the_old_place_of_a_long_text() -> None:
    filler = "Nothing was said of it in this long report on the weather at sea. " * 3_000
    text = filler + "Four pillars of the old pier are cracked." + filler
    held = hold(text, Span(len(filler), len(filler) + 41))
    changed = text.replace("Four pillars", "Five pillars")
    placed = place(held, changed)
    assert placed.anchoring is Anchoring.RECHECK
    assert placed.span is not None
    assert placed.span.of(changed) == "Five pillars of the old pier are cracked."


WORDS = st.sampled_from(
    "harbour board pier ferry mayor voted closed pillars cracked divers bus terminal repair crowns asked said that "
    "the a of in for with against not never no denied 9 12 4.5 2019 nine Falk Norvale “warning” “last” plan".split()
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, Span, str, Span | None]:
    """Return a text, a flagged span, the text after random edits, and where the span then is (None: it was touched)."""
    sentences = draw(st.lists(SENTENCES, min_size=2, max_size=8))
    chosen = draw(st.integers(0, len(sentences) - 1))
    text = " ".join(sentences)
    start = sum(len(sentence) + 1 for sentence in sentences[:chosen])
    span: Span | None = Span(start, start + len(sentences[chosen]))
    flagged = Span(start, start + len(sentences[chosen]))
    after = text
    for _ in range(draw(st.integers(1, 4))):
        low = draw(st.integers(0, len(after)))
        high = draw(st.integers(low, min(len(after), low + draw(st.sampled_from([0, 1, 5, 60])))))
        put = draw(st.one_of(st.just(""), WORDS, SENTENCES.map(lambda one: f"{one} "), st.text("ab1 .", max_size=3)))
        if span is not None:
            if high <= span.start:
                moved = len(put) - (high - low)
                span = Span(span.start + moved, span.end + moved)
            elif low < span.end:
                span = None
        after = after[:low] + put + after[high:]
    return text, flagged, after, span


def figures_negations_and_quoted_words(text: str) -> list[str]:
    quoted = [word for part in re.findall(r"“([^”]*)”", text) for word in part.split()]
    # A space may be lost after a figure, which takes no word away: "4.5not".
    return re.findall(r"\d+|(?<![^\W\d_])(?:not|never|no|denied)\b", text.casefold()) + quoted


@settings(max_examples=300, deadline=None)
@given(edited())
def test_it_is_right_or_to_be_checked_again_or_an_orphan(made: tuple[str, Span, str, Span | None]) -> None:
    text, flagged, after, true = made
    held = hold(text, flagged)
    placed = place(held, after, "another")
    if placed.anchoring is Anchoring.ORPHAN:
        assert placed.span is None
        return
    assert placed.span is not None
    assert 0 <= placed.span.start < placed.span.end <= len(after)
    if placed.anchoring is Anchoring.RECHECK:
        return
    now = placed.span.of(after)
    assert figures_negations_and_quoted_words(now) == figures_negations_and_quoted_words(held.exact)
    if true is not None and placed.span != true:
        # The same words in the very same surroundings (an edit put a copy there) can't be told apart by anybody.
        assert now == held.exact
        assert surroundings(after, placed.span) == (held.prefix, held.suffix)


def surroundings(text: str, span: Span) -> tuple[str, str]:
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


@settings(max_examples=100, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=8), st.data())
def test_in_an_unchanged_text_every_span_is_found(sentences: list[str], data: st.DataObject) -> None:
    text = " ".join(sentences)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    held = hold(text, Span(start, end))
    assert place(held, text, held.text_hash) == (Anchoring.FOUND, Span(start, end))
