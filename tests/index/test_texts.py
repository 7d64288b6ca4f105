"""Words of a text, where a query stands in it, and the window around that: the pure parts of searching."""

from __future__ import annotations

import itertools
import re
import struct
import tracemalloc
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.index import hits as hits_module
from reader.index.hits import find
from reader.index.lexicon import Lexicon, Lexicons, Stems, write
from reader.index.positions import near, phrase_starts
from reader.index.postings import WEIGHTS, Gathered, PostingList
from reader.index.query import parse
from reader.index.snippets import cut
from reader.index.stems import forms, forms_among
from reader.index.terms import fold, scaled, scan, terms
from tests.index.test_stems import ENDINGS, ROOTS

PIECES = (
    "run Running runs O’Brien O'Brien's don't U.S. US A.B. AT&T C++ C# café Café's İstanbul Straße of the to and 4 "
    "billion $4bn 4,000 2.5m 3rd 12:30 東京都 한국 hospital,hospital end.Next a.b x_y 😀 “quoted” ‘single’ re-run "
    "ﬁne ½ हिन्दी \u0301\u0302 \u064b"
).split()
texts = st.lists(st.sampled_from([*PIECES, ".", "\n", "  ", "…"]), max_size=30).map(" ".join)
glued = st.lists(st.sampled_from([*PIECES, ".", "'", "&", " "]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Netanyahu’s plan", [("netanyahu",), ("plan",)]),
        ("U.S. and US", [("u.s.", "us"), ("and",), ("us", "u.s.")]),
        ("a \u0489\u0301\u0302 b", [("a",), ("\u0301\u0302",), ("b",)]),
        ("AT&T, C++ or C#?", [("at&t",), ("c++",), ("or",), ("c#",)]),
        ("O’Brien don't", [("o'brien", "obrien"), ("don't", "dont")]),
        ("Łódź CAFÉ Straße", [("lodz",), ("cafe",), ("strasse",)]),
        ("café", [("cafe",)]),
        ("4 billion", [("4", "4000000000"), ("billion",)]),
        ("two hundred", [("two", "200"), ("hundred",)]),
        ("4,000,000.50 and 4,00", [("4000000.50",), ("and",), ("4,00",)]),
        ("$4bn 2.5m 3rd", [("4bn", "4000000000"), ("2.5m", "2500000"), ("3rd",)]),
        ("of the river", [("of", "of the"), ("the",), ("river",)]),
        ("東京 x", [("東", "東京"), ("京",), ("x",)]),
        ("well-known 12:30", [("well",), ("known",), ("12",), ("30",)]),
        ("हिन्दी", [("हिन्दी",)]),
        ("😀 $ —", [("😀",)]),
        ("'s", [("s",)]),
    ],
)
def test_a_text_has_these_keys(text: str, keys: list[tuple[str, ...]]) -> None:
    assert [term.keys for term in terms(text)] == keys


@given(st.one_of(texts, glued, st.text(max_size=60)))
def test_terms_stand_in_order_and_cover_their_words(text: str) -> None:
    found = terms(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert all(term.start < term.end and term.keys[0] and "\n" not in "".join(term.keys) for term in found)


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("digits", "scale", "value"),
    [
        ("4", "billion", "4000000000"),
        ("2.5", "million", "2500000"),
        ("0.5", "million", "500000"),
        ("0", "thousand", "0"),
        ("four", "bn", "4000000000"),
        ("2.5555", "thousand", ""),
        ("x", "million", ""),
        ("4", "rivers", ""),
        ("٤", "million", ""),
    ],
)
def test_a_figure_with_its_scale_has_a_value(digits: str, scale: str, value: str) -> None:
    assert scaled(digits, scale) == value


QUERIES = ("run", "running", "obrien", "us", "hosp*", "of", "dont", "next", "quote", "hospital OR run", "th*", "re")
PHRASES = ('"of the"', '"the us"', '"run run"', '"hospital hospital"', '"of the and"', '"to us" OR run', '"obrien of"')
MORE_QUERIES = ('"of the"', "京都", "4000", 'near:"run hospital"~3', "4 billion", "-run", "title:run")


@settings(max_examples=200)
@given(st.one_of(texts, glued), st.sampled_from(QUERIES + PHRASES))
def test_the_quick_way_finds_what_the_thorough_one_does(text: str, query: str) -> None:
    node = parse(query).node
    quick = find(node, text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(hits_module, "FOREIGN", re.compile(""))
        assert quick == find(node, text)


@given(
    texts,
    st.sampled_from(QUERIES + MORE_QUERIES),
)
def test_hits_are_in_order_inside_the_text_and_apart(text: str, query: str) -> None:
    spans = find(parse(query).node, text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("run", "He runs. Running, ran.", ["runs", "Running"]),
        ('"serious mistake"', "A serious mistake; serious, mistakes.", ["serious mistake"]),
        ('"of the"', "Of the river of gold", ["Of the"]),
        ("京都", "東京都と京都", ["京都", "京都"]),
        ("4,000,000,000", "It cost $4 billion.", ["4"]),
        ("4 billion", "It cost 4,000,000,000 or 4 billion.", ["4,000,000,000", "4", "billion"]),
        ('near:"bridge river"~2', "bridge over river, bridge far over the river", ["bridge", "river", "bridge"]),
        ("hosp*", "Café hospital", ["hospital"]),
        ("cafe", "Café", ["Café"]),
        ("title:bridge speaker:novak", "bridge Novak", ["Novak"]),
        ("bridge -river", "bridge river", ["bridge"]),
        ("outlet:fox", "fox", []),
        ('"one two two" "two two three"', "one two two three", ["one two two three"]),
    ],
)
def test_a_query_is_found_in_a_text(query: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find(parse(query).node, text)] == expected


def test_a_snippet_begins_and_ends_at_words_and_marks_its_hits() -> None:
    text = "first words of it " * 10 + "the bridge\nover the river " + "and words at the end " * 20
    spans = find(parse("bridge OR river OR first").node, text)
    late = [span for span in spans if span.start > 170]
    snippet = cut(text, late)
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")
    assert "the bridge over the river" in snippet.text
    assert [mark.of(snippet.text) for mark in snippet.marks][:2] == ["bridge", "river"]


def test_a_snippet_without_hits_is_the_beginning() -> None:
    assert cut("A short text.", []) == ("A short text.", ())
    assert cut("", []) == ("", ())
    assert cut("x" * 500, []).text == "x" * 200 + "…"


@given(texts, st.sampled_from(QUERIES))
def test_marks_of_a_snippet_are_words_of_the_text(text: str, query: str) -> None:
    spans = find(parse(query).node, text)
    snippet = cut(text, spans)
    words = {span.of(text).translate({10: " "}) for span in spans}
    assert all(mark.of(snippet.text) in words for mark in snippet.marks)
    assert bool(snippet.marks) == bool(spans)


positions = st.lists(st.lists(st.integers(0, 30), unique=True).map(sorted), min_size=1, max_size=3)


@given(positions, st.integers(0, 8))
def test_near_words_are_those_in_a_narrow_window(words: list[list[int]], distance: int) -> None:
    found = near(words, distance)
    reach = max(distance, len(words) - 1)
    for low in range(31):
        inside = [[place for place in places if low <= place <= low + reach] for places in words]
        if all(inside):
            assert {place for places in inside for place in places} <= found
    assert bool(found) == any(
        all(any(low <= place <= low + reach for place in places) for places in words) for low in range(31)
    )


@given(st.lists(st.lists(st.integers(0, 12), unique=True).map(sorted), min_size=1, max_size=3))
def test_a_phrase_starts_where_each_word_follows(words: list[list[int]]) -> None:
    expected = [start for start in range(13) if all(start + at in places for at, places in enumerate(words))]
    assert phrase_starts(list(enumerate(words))) == expected


postings = st.lists(
    st.tuples(
        st.integers(1, 70_000), st.floats(0.001, 2000), st.lists(st.integers(0, 70_000), unique=True).map(sorted)
    ),
    max_size=8,
)


@given(postings)
def test_a_posting_list_reads_as_it_was_written(added: list[tuple[int, float, list[int]]]) -> None:
    gathered = Gathered()
    document = 0
    for step, weight, places in added:
        document += step
        gathered.add(document, weight, places)
    found = PostingList(gathered.to_bytes())
    assert len(found) == len(added)
    assert list(found.documents) == list(gathered.documents)
    assert [list(found.positions_at(row)) for row in range(len(added))] == [places for _, _, places in added]
    assert [list(found.positions_in(number)) for number in found.documents] == [places for _, _, places in added]
    assert list(found.positions_in(document + 1)) == []
    for code, (_, weight, _) in zip(found.weights, added, strict=True):
        assert WEIGHTS[code] == pytest.approx(min(max(weight, WEIGHTS[0]), WEIGHTS[-1]), rel=0.03)


def test_a_cut_posting_list_is_refused() -> None:
    gathered = Gathered()
    for document in range(10):
        gathered.add(document, 1.0, [document])
    written = gathered.to_bytes()
    for length in (5, 11, 20, len(written) - 1):
        with pytest.raises((ValueError, struct.error)):
            PostingList(written[:length])


def _lexicon(words: list[str], *, stemmed: bool) -> Lexicon:
    ordered = sorted(set(words))
    numbers = range(len(ordered))
    return Lexicon(
        ordered, array("I", numbers), array("Q", range(len(ordered) + 1)), Stems.of(ordered) if stemmed else None
    )


@pytest.mark.parametrize("stemmed", [True, False])
def test_written_stems_and_stems_made_now_give_the_same_forms(stemmed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    vocabulary = [root + ending for root in ROOTS for ending in ["", *ENDINGS]] + ["2.5", "of the", "東京"]
    read = Lexicons(write({"text": _lexicon(vocabulary, stemmed=stemmed), "none": _lexicon([], stemmed=False)}))
    words = read.get("text")
    assert words is not None
    assert list(read.fields()) == ["text", "none"]
    assert read.get("elsewhere") is None
    for key in ("runs", "possibility", "dying", "skies", "2.5", "qqq", "12"):
        assert {words.words[row] for row in forms(key, words)} == forms_among(key, vocabulary) & set(vocabulary)


def test_a_cut_lexicon_is_refused() -> None:
    written = write({"text": _lexicon(["a", "b"], stemmed=True)})
    with pytest.raises(ValueError, match="ends early"):
        Lexicons(written[:-1])
    lost = Lexicons(written.replace(b"a\nb", b"a b", 1))
    with pytest.raises(ValueError, match="lost words"):
        lost.get("text")


def test_of_a_long_text_little_more_is_held_than_is_returned() -> None:
    tracemalloc.start()
    try:
        scanned = scan("ab cd " * 50_000)
        held, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(scanned.keys) == 100_000
    assert most < 1.5 * held


def test_a_text_of_one_letter_is_read_in_linear_time() -> None:
    for letter in ("a", "“", "é", "A.", "'", "4,", "東", "a'"):
        assert len(scan(letter * 200_000).keys) <= 200_000
