"""The values: spans and offset maps."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model import OffsetMap, Span


def test_a_span_gives_the_words_it_covers() -> None:
    assert Span(4, 7).of("The Hill says") == "Hil"


def test_spans_that_only_touch_share_nothing() -> None:
    assert Span(0, 4).overlap(Span(4, 8)) == 0
    assert Span(0, 5).overlap(Span(4, 8)) == 1


def test_a_span_covers_what_lies_wholly_inside_it() -> None:
    assert Span(0, 8).covers(Span(2, 8))
    assert not Span(0, 8).covers(Span(2, 9))


# Raw "ab--cd": the two marks were taken out.
CUT = OffsetMap(clean=(0, 2, 4), raw=(0, 4, 6))


def test_offsets_after_a_removed_stretch_move_by_its_length() -> None:
    assert [CUT.to_raw(offset) for offset in range(5)] == [0, 1, 4, 5, 6]


def test_offsets_outside_the_text_are_clamped() -> None:
    assert CUT.to_raw(-3) == 0
    assert CUT.to_raw(99) == 6


def test_a_span_does_not_swallow_the_removed_stretch_at_its_end() -> None:
    assert CUT.span_to_raw(Span(0, 2)) == Span(0, 2)
    assert CUT.span_to_raw(Span(1, 3)) == Span(1, 5)
    assert CUT.span_to_raw(Span(2, 2)) == Span(4, 4)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), max_size=9))
def test_the_way_back_never_goes_backwards(runs: list[tuple[int, int]]) -> None:
    clean, raw = [0], [0]
    for kept, removed in runs:
        clean.append(clean[-1] + kept)
        raw.append(raw[-1] + kept + removed)
    offsets = OffsetMap(tuple(clean), tuple(raw))
    places = [offsets.to_raw(offset) for offset in range(clean[-1] + 1)]
    assert places == sorted(places)
    assert places[-1] == raw[-1]
