"""Cleaning: what goes, what stays, and the way back to the raw text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import RawArticle, RemovedKind, Span
from reader.text import article, clean, sentences
from reader.text.clean import RULES, repeated_lines
from tests.unit.case_files import Case, cases

SEEDS = Path(__file__).parents[2] / "seeds"
FOUND = ("title", "byline", "updated")

BODY = (
    "The pier of Norvale, which was built in 1911 and mended in 1954, is four hundred feet long.",
    "Nobody remembers a winter in which there was no ferry from Norvale to the islands in the bay.",
    "The first boat left at six in the morning, with the post, and the last one came in at eleven.",
)
PIECES = st.sampled_from(
    [
        "The harbour board of Norvale voted on Tuesday to close the old ferry pier for a year.",
        "“We had no choice,” Mayor Ada Lund said. “The pillars are cracked, all of them.”",
        "Mayor Ada LundAda Maria LundBoard weighs ferry subsidy Five things MORE said so.",
        "Mayor Ada Lund Ada Maria LundBoard weighs ferry subsidy MORE",
        "ADVERTISEMENT",
        "MAYOR OF EASTHAVEN WHISKED AWAY FROM BOAT SHOW AFTER FIRE",
        "FERRY FARES RISE AGAIN",
        "CLICK HERE TO GET THE COURIER APP",
        "Norvale closes its ferry pier for a year",
        "By Tomas Berg",
        "Tomas Berg",
        "Updated at 12:53 p.m. ET",
        "November 18, 2019",
        "2 comments",
        "Related stories",
        "Tomas Berg is the editor of the Norvale Courier.",
        "Photo: Ines Falk/Reuters",
        "Tags Ada Lund Norvale",
        "Story highlights The pier is closed",
        "She left. ADVERTISEMENT",
        "dona\u0301de \u200b x\u00a0y e\u0301tat donâ€™t &amp; \x1b[31m",
        "",
    ]
)
PAGES = st.lists(PIECES, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n\n", "\n", "\r\n"]).map(lambda gap: gap.join(lines))
)
ANY_TEXT = st.one_of(
    st.text(max_size=300), PAGES, st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=8).map("\n".join)
)


@pytest.mark.parametrize("case", cases("clean"), ids=lambda case: case.title)
def test_a_text_is_cleaned_as_its_case_says(case: Case) -> None:
    raw = case.text("raw")
    found = [line.split(": ", 1) for line in case.lines("found")]
    cleaned = clean(raw)
    assert cleaned.text == case.text("clean")
    for what in FOUND:
        named = [words for item, words in found if item == what]
        if what == "byline":
            named = named[:1]
        if named:
            assert getattr(cleaned, what) == named[0]
    removed = [(cut.kind.value, raw[cut.raw_start : cut.raw_end].strip()) for cut in cleaned.removed]
    kinds = {kind.value for kind in RemovedKind}
    wanted = [(item, words) for item, words in found if item in kinds]
    for item in wanted:
        if item[0] != "byline" or item[1] != cleaned.byline:
            assert item in removed


@pytest.mark.parametrize(
    ("name", "first", "updated"),
    [
        (
            "000_ebcef5163d970ba0.txt",
            (
                "President Trump said he spoke with Israeli Prime Minister Benjamin Netanyahu on Saturday to discuss a "
                "possible defense treaty between the U.S. and Israel."
            ),
            "12:53 p.m.",
        ),
        (
            "003_c169ea9103b98093.txt",
            (
                "President Trump said he spoke Saturday to Israel leader Benjamin Netanyahu about the possibility of a "
                "“mutual defense treaty” between the two nations—just days before Israeli voters go to the polls to "
                "decide the fate of their embattled leader."
            ),
            None,
        ),
    ],
)
def test_the_seeds_begin_with_their_first_sentences(name: str, first: str, updated: str | None) -> None:
    cleaned = clean((SEEDS / name).read_text(encoding="utf-8"))
    assert sentences(cleaned.text)[0].of(cleaned.text) == first
    assert cleaned.updated == updated
    assert "MORE" not in cleaned.text
    assert "CLICK" not in cleaned.text


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@given(ANY_TEXT)
@settings(deadline=None)
def test_any_text_is_cleaned_and_every_letter_leads_back(raw: str) -> None:
    cleaned = clean(raw)
    places = [cleaned.to_raw(place) for place in range(len(cleaned.text) + 1)]
    assert all(first <= second for first, second in pairwise(places))
    assert all(0 <= place <= len(raw) for place in places)
    for place, letter in enumerate(cleaned.text):
        if letter.isascii() and letter.isalnum() and raw[places[place]] != "&":
            came_from = raw[places[place]]
            assert came_from == letter or not came_from.isascii()
    for cut in cleaned.removed:
        assert 0 <= cut.raw_start < cut.raw_end <= len(raw)


@given(ANY_TEXT)
@settings(deadline=None)
def test_a_clean_text_is_harmless_and_composed(raw: str) -> None:
    text = clean(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert not any(
        unicodedata.category(letter) in {"Cc", "Cs"} and letter != "\n" for letter in text if ord(letter) < 0x2000
    )
    assert not set(text) & set("\x1b\u202e\u2066\u200b\xad\xa0\ufeff\r")
    assert text == text.strip()
    assert "\n\n\n" not in text


@given(PAGES)
@settings(deadline=None)
def test_what_was_removed_and_what_is_left_do_not_overlap(raw: str) -> None:
    cleaned = clean(raw)
    kept = {cleaned.to_raw(place) for place, letter in enumerate(cleaned.text) if not letter.isspace()}
    for cut in cleaned.removed:
        assert not kept & set(range(cut.raw_start, cut.raw_end))


@given(st.lists(PIECES.filter(lambda piece: "MORE" not in piece), max_size=10, unique=True))
@settings(deadline=None)
def test_cleaning_twice_takes_nothing_more_below_the_head_where_no_line_was_cut_or_pasted_twice(
    lines: list[str],
) -> None:
    once = clean("\n\n".join([*BODY, *lines, BODY[0]])).text
    assert clean(once).text == once


def test_a_span_of_the_clean_text_leads_to_its_words_in_the_raw_text() -> None:
    raw = "Mayor Ada LundAda Maria LundHeadline MORE said it’s\xa0over."
    cleaned = clean(raw)
    place = cleaned.text.index("over")
    start, end = cleaned.offsets.span_to_raw(Span(place, place + 4))
    assert raw[start:end] == "over"


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "word ",
        "\n",
        "Ab c\n",
        "MORE ",
        "TrumpMORE",
        "A.",
        "comments\n",
        "THE BIG LINE OF CAPITALS GOES ON HERE\n",
        "by A\n",
        "â€",
        "© \n",
    ],
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    # No clock: what grows faster than the text would not come back from this many.
    cleaned = clean(piece * 10_000)
    assert len(cleaned.text) <= len(piece) * 10_000


class TestRepeatedLines:
    """Lines that recur across one outlet's articles."""

    RAWS = tuple(
        f"{topic} is what this article is about, and nobody has written about it before in this way.\n\n"
        "Courier Plus\n\nRead the Courier every morning, on paper or on the screen, as you like it best.\n\n"
        f"The mayor did not answer our questions.\n\n"
        f"{topic} again, because {topic.lower()} matters more than ever to our town.\n\n"
        "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n\nSeven"
        for topic in ("Fish", "Bread", "Coal", "Rain", "Snow")
    )

    def test_short_lines_and_lines_at_the_edges_that_recur_are_found(self) -> None:
        found = repeated_lines(self.RAWS)
        assert "courier plus" in found
        assert "read the courier every morning, on paper or on the screen, as you like it best." in found
        assert "fish again, because fish matters more than ever to our town." not in found

    def test_versions_of_one_article_count_once(self) -> None:
        assert repeated_lines([self.RAWS[0]] * 9) == frozenset()

    def test_three_articles_are_too_few_to_tell(self) -> None:
        assert repeated_lines(self.RAWS[:3]) == frozenset()

    def test_articles_without_a_paragraph_count_each(self) -> None:
        assert "courier plus" in repeated_lines(["Courier Plus"] * 4)

    def test_known_lines_are_taken_out(self) -> None:
        raw = self.RAWS[0]
        cleaned = clean(raw, repeated=["COURIER  plus", "Eight"])
        assert "Courier Plus" not in cleaned.text
        assert [cut.kind for cut in cleaned.removed] == [RemovedKind.REPEATED_LINE]
        assert raw[cleaned.removed[0].raw_start : cleaned.removed[0].raw_end] == "Courier Plus"

    def test_a_sentence_in_the_middle_of_a_text_stays_although_it_recurs(self) -> None:
        middle = "The mayor did not answer our questions."
        raw = "\n\n".join([*(f"Paragraph {number} is about the pier." for number in range(8)), middle] * 2)
        assert middle in clean(raw, repeated=[middle]).text


class TestArticle:
    """Articles made of what came in."""

    def test_what_the_container_says_goes_before_what_the_text_says(self) -> None:
        raw = RawArticle(
            name="a.txt", text="By Tomas Berg\n\nThe board of Norvale voted on Tuesday to close the old ferry pier."
        )
        made = article(raw, id="a")
        assert (made.byline, made.outlet, made.version, made.raw) == ("Tomas Berg", "unknown", 1, raw.text)
        named = RawArticle(name="a.txt", text=raw.text, title="Pier closed", byline="T. B.", outlet="Courier")
        made = article(named, id="a")
        assert (made.title, made.byline, made.outlet) == ("Pier closed", "T. B.", "Courier")

    def test_the_first_words_serve_as_title_where_there_is_none(self) -> None:
        assert (
            article(RawArticle(name="a", text="The pier is closed. It is sad."), id="a").title
            == "The pier is closed. It is sad."
        )
        assert article(RawArticle(name="a", text="pier " * 100), id="a").title.endswith("pier …")
        assert article(RawArticle(name="a", text=""), id="a").title == ""

    def test_the_hash_is_that_of_the_clean_text(self) -> None:
        first = article(RawArticle(name="a", text="The pier is closed.\n\nADVERTISEMENT"), id="a")
        second = article(RawArticle(name="b", text="The pier is closed."), id="b")
        assert first.text_hash == second.text_hash != ""
