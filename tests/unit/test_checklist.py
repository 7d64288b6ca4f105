"""Rows across articles: the cases of ``cases/align.md`` and ``cases/checklist.md``, and what always holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.claims import align, checklist, extract, omits, tied_sentences
from reader.claims.compare import differences, features
from reader.claims.differing import weighed
from reader.claims.headline import Headlines, shown
from reader.claims.likeness import Likeness
from reader.claims.stretch import Stretch, Stretches
from reader.model import Article, ChecklistItem, Claim, ItemRelation, Span, Speaker, SpeakerKind, Stance, Words
from tests.unit.case_files import Case, cases

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCES = st.lists(
    st.lists(
        st.sampled_from(
            "Ada Lund closed the Norvale pier on Monday 12 19 not expected to , which “ ” said Reuters reported".split()
        ),
        min_size=1,
        max_size=12,
    ).map(lambda words: " ".join(words) + "."),
    max_size=4,
).map("\n".join)
STORIES = st.lists(_SENTENCES, min_size=1, max_size=4).map(
    lambda texts: [Article(f"a{at}", text, outlet=f"Outlet {at % 3}") for at, text in enumerate(texts)]
)


def story(case: Case) -> list[Article]:
    return [Article(name, case.text(name), outlet=f"The {name.upper()} Post") for name in "abc" if case.text(name)]


def rows(articles: Sequence[Article]) -> list[list[str]]:
    claims = [claim for article in articles for claim in extract(article)]
    return [[claims[place].text for place in row.members] for row in align(claims)]


def holds(row: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(one in text for text in row) for one in words)


def stance_words(item: ChecklistItem) -> list[Words]:
    return [words for stance in item.stances.values() for words in stance.words]


def words_of(item: ChecklistItem) -> list[str]:
    return [words.text for words in stance_words(item)]


def stretch(article: Article, claim: Claim) -> Stretch:
    (found,) = Stretches([claim], {article.id: article}).of([0])
    return found


@pytest.mark.parametrize("case", cases("align"), ids=lambda case: case.title)
def test_rows_hold_together_and_apart_what_the_case_says(case: Case) -> None:
    found = rows(story(case))
    for pair in case.lines("together"):
        assert any(len(row) > 1 and holds(row, pair.split(" || ")) for row in found), pair
    for pair in case.lines("apart"):
        assert not any(len(row) > 1 and holds(row, pair.split(" || ")) for row in found), pair


@pytest.mark.parametrize("case", cases("checklist"), ids=lambda case: case.title)
def test_a_checklist_has_the_rows_that_its_case_says(case: Case) -> None:
    items = checklist(story(case)).items
    for line in case.lines("rows"):
        told, _, shown = line.partition(": ")
        item = next(item for item in items if holds(words_of(item), shown.split(" || ")))
        reporting = sum(stance.stance is not Stance.NOT_FOUND for stance in item.stances.values())
        kinds = {str(one.kind) for one in item.differences if not one.harmless}
        relation = " ".join([str(item.relation), *sorted(kinds)])
        assert f"{relation}, {reporting} outlets, {item.origins} origins" == told


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_every_word_of_a_checklist_stands_where_it_says(articles: list[Article]) -> None:
    texts = {article.id: article.text for article in articles}
    found = checklist(articles, story="s")
    assert len({item.id for item in found.items}) == len(found.items)
    for item in found.items:
        assert set(item.stances) == set(found.outlets)
        for stance in item.stances.values():
            assert bool(stance.words) is (stance.stance is not Stance.NOT_FOUND)
            assert all(words.span.of(texts[words.article]) == words.text for words in stance.words)
        for one in item.differences:
            assert all(words.span.of(texts[words.article]) == words.text for words in (one.a, one.b))
            assert set(one.outlets) <= set(found.outlets)
        reporting = [outlet for outlet, stance in item.stances.items() if stance.words]
        assert 1 <= item.origins <= len(reporting)
        assert (item.relation is ItemRelation.SINGLE) is (len(reporting) == 1)


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_every_claim_is_in_a_row_and_no_article_has_more_than_two_sentences_of_one(articles: list[Article]) -> None:
    claims = [claim for article in articles for claim in extract(article)]
    found = align(claims)
    assert {place for row in found for place in row.members} == set(range(len(claims)))
    for row in found:
        sentences = {(claims[place].article, claims[place].sentence) for place in row.members}
        assert max(Counter(article for article, _ in sentences).values()) <= 2


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_no_row_lies_in_another(articles: list[Article]) -> None:
    claims = [claim for article in articles for claim in extract(article)]
    found = [frozenset(row.members) for row in align(claims)]
    assert len(set(found)) == len(found)
    assert not any(one < other for one in found for other in found)


@pytest.mark.parametrize("case", cases("headlines"), ids=lambda case: case.title)
def test_a_row_has_the_headline_that_its_case_says(case: Case) -> None:
    headlines = [item.headline for item in checklist(story(case)).items]
    assert [line for line in case.lines("headlines") if line not in headlines] == []


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_a_headline_begins_like_a_sentence_or_shows_that_it_does_not(articles: list[Article]) -> None:
    for item in checklist(articles).items:
        assert item.headline
        assert item.headline.rstrip("”")[-1] not in ",;:–"
        assert item.headline.startswith("… ") or item.headline[0] in "“”«,!" or item.headline[0].isalnum()


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("The pier “is safe", "The pier “is safe”"),
        ("is safe” for all boats of Larnby", "… “is safe” for all boats of Larnby"),
        (",", ","),
        ("Norvale lies in the U.S.", "… Norvale lies in the U.S."),
        ("Norvale was sold.", "Norvale was sold"),
        ("Norvale was sold ,.", "Norvale was sold"),
        ("...", "… ..."),
    ],
)
def test_marks_of_a_headline_are_made_whole(words: str, headline: str) -> None:
    text = f"{'' if words[0] == 'T' else 'Then '}{words} and"
    start = text.index(words)
    span, sentence = Span(start, start + len(words)), Span(0, len(text))
    claim = Claim(article="a", span=span, text=words, sentence=sentence)
    assert shown(stretch(Article("a", text), claim)) == headline


def test_the_words_that_all_outlets_have_in_common_stand_for_a_row_and_for_no_other() -> None:
    def told(outlet: str, words: str, worth: float) -> Stretch:
        span = Span(0, len(words))
        claim = Claim(article=outlet, span=span, text=words, sentence=span, worth=worth)
        return stretch(Article(outlet, words, outlet=outlet), claim)

    first = told("a", "The Larnby ferry sank off Norvale on Monday.", 0.5)
    second = told("b", "The Larnby ferry sank late on Monday off Norvale.", 0.4)
    aside = told("b", "Ada Lund paid 9 million dollars for the ferry in 2011.", 0.9)
    headlines = Headlines(Likeness())
    assert headlines.chosen([[first], [second, aside]]) is first
    assert headlines.chosen([[first], [second]]) is second
    assert headlines.chosen([[aside]]) is aside


def test_a_closing_mark_alone_is_opened_where_a_sentence_begins() -> None:
    words = "Safe” the pier is"
    claim = Claim(article="a", span=Span(0, len(words)), text=words, sentence=Span(0, len(words)))
    assert shown(stretch(Article("a", words), claim)) == f"“{words}"


def test_wire_text_of_many_outlets_is_one_row_a_clause() -> None:
    wire = (
        "The fire destroyed the old mill at Oakfield, which had stood empty for nine long years.\n"
        "A storm sank forty boats off Larnby.\nThe Norvale council approved a budget for ferries on Monday."
    )
    found = checklist([Article(f"a{at}", wire, outlet=f"Outlet {at}") for at in range(8)])
    assert sorted(words_of(item)[0].split()[0] for item in found.items) == ["A", "The", "The", "which"]
    assert all(len(words_of(item)) == 8 for item in found.items)


def test_two_things_of_one_sentence_are_two_rows_and_a_third_outlet_joins_the_one_that_it_tells() -> None:
    closed = "The Norvale council closed the lighthouse"
    sold = "Ada Lund sold forty wooden ferries in Larnby for 9 million dollars."
    given = "Ada Lund sold ferries in Larnby to Peter Brandt."
    texts = [f"{closed}, while {sold}", f"{closed}, while {given}", sold]
    found = rows([Article(f"a{at}", text, outlet=f"O{at}") for at, text in enumerate(texts)])
    assert sorted(found) == [[closed, closed], [f"while {sold}", sold], [f"while {sold}", f"while {given}"]]


def test_what_many_outlets_tell_in_words_of_their_own_is_one_row() -> None:
    whens = ("on Monday", "at dawn", "last week", "in March", "at noon", "before rain", "again")
    told = [f"The Larnby ferry sank off Norvale {when} with nine cars." for when in whens]
    found = rows([Article(f"a{at}", text, outlet=f"O{at}") for at, text in enumerate(told)])
    assert [sorted(row) for row in found] == [sorted(told)]


def test_articles_of_unknown_outlets_are_outlets_of_their_own() -> None:
    shared = "The Larnby council approved the ferry budget on Monday."
    articles = [Article("a", shared), Article("b", shared, outlet="B"), Article("c", shared)]
    found = checklist(articles)
    assert found.outlets == ("unknown 1", "B", "unknown 2")
    assert [stance.stance for stance in found.items[0].stances.values()] == [Stance.REPORTS] * 3
    assert checklist(articles[:2]).outlets == ("unknown", "B")
    assert omits([*articles, Article("d", "A storm sank nine boats off Oakfield.")], "d")[0].headline == shared


def test_conflicts_come_first_then_what_is_agreed_then_what_one_outlet_has() -> None:
    one = Article(
        "a",
        "A storm sank nine boats off Oakfield.\nThe Larnby council approved the ferry budget on Monday.\n"
        "The train crash near Norvale killed 19 people.",
        outlet="A",
    )
    two = Article(
        "b",
        "The Larnby council approved the ferry budget on Monday.\nThe train crash near Norvale killed 26 people.",
        outlet="B",
    )
    relations = [item.relation for item in checklist([one, two]).items]
    assert relations == [ItemRelation.DIFFERS, ItemRelation.AGREED, ItemRelation.SINGLE]


def test_an_id_stays_while_its_first_claim_does() -> None:
    first = Article("a", "The Larnby council approved the ferry budget on Monday.", outlet="A")
    second = Article("b", "On Monday, the Larnby council approved the ferry budget.", outlet="B")
    (alone,) = checklist([first]).items
    (both,) = checklist([first, second]).items
    assert alone.id == both.id
    assert len(alone.id) == 8


def test_equal_sentences_of_one_article_have_ids_of_their_own() -> None:
    text = "The ferry sank off Norvale.\nThe ferry sank off Norvale."
    items = checklist([Article("a", text, outlet="A")]).items
    assert len({item.id for item in items}) == 2


def test_the_headline_and_the_lead_are_named() -> None:
    text = (
        "Ferry sinks off Norvale pier in storm\n\nThe council approved the budget on Monday.\n\nNine boats were lost."
    )
    article = Article("a", text, title="Ferry sinks off Norvale pier in storm", outlet="A")
    places = {item.headline: item.stances["A"].prominence for item in checklist([article]).items}
    assert places["Ferry sinks off Norvale pier in storm"] == "headline"
    assert places["The council approved the budget on Monday."] == "¶ 2 of 3"


def test_the_first_paragraph_is_the_lead() -> None:
    (item,) = checklist([Article("a", "The council approved the budget on Monday.", outlet="A")]).items
    assert item.stances["A"].prominence == "lead"


def test_articles_in_another_language_are_left_out_and_named() -> None:
    english = Article("a", "The Larnby council approved the ferry budget.", outlet="A")
    german = Article("b", "Der Rat von Larnby billigte den Haushalt.", outlet="B", language="de")
    found = checklist([english, german])
    assert found.outlets == ("A", "B")
    assert found.note == "not compared, because not in English: B"
    assert [words.article for item in found.items for words in item.stances["A"].words] == ["a"]


def test_outlets_that_print_one_text_are_one_origin() -> None:
    wire = "\n".join(
        f"The Larnby council approved item {number} of the ferry budget by {number + 3} votes on Monday evening."
        for number in range(3, 12)
    )
    articles = [Article(name, wire, outlet=name.upper()) for name in "abc"]
    several = [item for item in checklist(articles).items if item.relation is not ItemRelation.SINGLE]
    assert several
    assert {item.origins for item in several} == {1}


def test_an_outlet_that_differs_from_two_others_is_the_one_that_differs() -> None:
    texts = {"a": "19", "b": "19", "c": "26"}
    articles = [
        Article(name, f"The train crash near Norvale killed {toll} people on Monday.", outlet=name.upper())
        for name, toll in texts.items()
    ]
    item = next(item for item in checklist(articles).items if item.relation is ItemRelation.DIFFERS)
    assert item.stances["C"].stance is Stance.DIFFERS


def test_what_an_article_leaves_out_is_what_two_others_report() -> None:
    shared = "The Larnby council approved the ferry budget on Monday."
    articles = [
        Article("a", shared, outlet="A"),
        Article("b", shared, outlet="B"),
        Article("c", "A storm sank nine boats off Oakfield.", outlet="C"),
    ]
    assert [item.headline for item in omits(articles, "c")] == [shared]
    assert omits(articles, "a") == []


@pytest.mark.parametrize(
    ("tolls", "apart"),
    [
        (["19"] * 5 + ["26"], {5}),
        (["19"] * 13 + ["26"], {13}),
        (["some"] + ["19"] * 12 + ["26"], {13}),
        (["19", "26"] + ["19"] * 8, {1}),
        (["19"] + ["26"] * 8, set(range(9))),
    ],
)
def test_of_many_outlets_the_one_that_differs_is_told(tolls: list[str], apart: set[int]) -> None:
    articles = [
        Article(f"a{at}", f"The train crash near Norvale killed {toll} people on Monday.", outlet=f"O{at}")
        for at, toll in enumerate(tolls)
    ]
    item = next(item for item in checklist(articles).items if item.relation is ItemRelation.DIFFERS)
    assert {outlet for outlet, stance in item.stances.items() if stance.stance is Stance.DIFFERS} == {
        f"O{at}" for at in apart
    }


def test_a_fact_is_found_among_a_hundred_that_share_most_of_its_words() -> None:
    names = [f"{first}{last}" for first in ("Bar", "Dor", "Fen", "Gal") for last in "abcdefghijklmnopqrstuvwxyz"]
    articles = [
        Article(f"a{at}", f"The ferry {name}na reached Norvale harbour with {at + 20} cars on board.", outlet=f"O{at}")
        for at, name in enumerate(names)
    ]
    articles.append(Article("z", "The Galyna ferry is in Norvale harbour with 122 cars on board.", outlet="Z"))
    told = [{words.article for words in stance_words(item)} for item in checklist(articles).items]
    assert {"a102", "z"} in told


@pytest.mark.parametrize(("number", "least"), [(20, 0.196), (100, 1.3 * 0.196)])
def test_the_more_articles_the_more_alike_is_what_counts(number: int, least: float) -> None:
    things = "mine ferry pier dam school museum prison orchard".split()
    claims: list[Claim] = []
    for at in range(number):
        mayor, place = f"{chr(65 + at % 26)}undo", f"{chr(65 + at // 7)}ord{'aeiou'[at % 5]}n"
        text = f"Mayor {mayor} {('opened', 'closed', 'sold')[at % 3]} the {things[at % 8]} of {place} in {1900 + at}."
        claims += extract(Article(f"a{at}", text, outlet=f"O{at}"))
    scores = [tie.score for tie in tied_sentences(claims)]
    assert least <= min(scores) < 1.1 * least


def test_a_claim_in_two_rows_shows_its_difference_once() -> None:
    articles = [
        Article("a", "The Norvale council spent 250 dollars on opera seats and 90 dollars on ferry lamps.", outlet="A"),
        Article("b", "The Norvale council spent 250 dollars on opera seats, records show.", outlet="B"),
        Article("c", "The Norvale council spent 70 dollars on ferry lamps last year.", outlet="C"),
    ]
    shown = [
        (one.kind, one.a.article, one.a.span)
        for item in checklist(articles).items
        for one in item.differences
        if not one.harmless
    ]
    assert len(shown) == len(set(shown))


def two_events(number: int) -> list[Article]:
    """Return articles about two look-alike events, ``number`` each."""
    quake = (
        "A strong earthquake struck the {place} region near {city} early on Monday.\n"
        "The earthquake destroyed homes in {city} and {place} schools were closed, mayor {mayor} said.\n"
        "Rescue teams from {city} searched the rubble."
    )
    first = {"place": "Oakfield", "city": "Larnby", "mayor": "Ada Lund"}
    second = {"place": "Westmark", "city": "Norvale", "mayor": "Peter Brandt"}
    return [Article(f"{key}{at}", quake.format(**event), outlet=f"{key}{at}")
            for key, event in (("x", first), ("y", second)) for at in range(number)]  # fmt: skip


@pytest.mark.parametrize("number", [4, 40])
def test_two_look_alike_events_are_kept_apart(number: int) -> None:
    claims = [claim for article in two_events(number) for claim in extract(article)]
    lines = [claim.article[0] for claim in claims if claim.span.start == claim.sentence.start]
    across = [tie for tie in tied_sentences(claims) if lines[tie.a.line] != lines[tie.b.line]]
    within = [tie for tie in tied_sentences(claims) if lines[tie.a.line] == lines[tie.b.line]]
    assert within
    assert max((tie.score for tie in across), default=0.0) < max(tie.score for tie in within)


def test_nothing_makes_an_empty_checklist() -> None:
    assert checklist([]).items == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The pier is closed, said Ann Berg.", "The pier is closed, said Carl Dahl.", True),
        ("The pier is closed, said Ann Berg.", "The pier is closed, said Carl Dahl to Ann Berg.", False),
        ("The pier is closed, said Ann Berg.", "The pier is closed, said C. D.", False),
    ],
)
def test_two_speakers_are_told_where_neither_side_names_the_other_one(one: str, other: str, *, told: bool) -> None:
    sides = []
    for text in (one, other):
        span = Span(text.index("said ") + 5, len(text) - 1)
        name = span.of(text).split(" to ")[0]
        speaker = Speaker(
            mention=name, name=name, span=Span(span.start, span.start + len(name)), kind=SpeakerKind.PERSON
        )
        sides.append(features(text, attribution=speaker))
    assert bool(weighed(differences(*sides), *sides)) is told


def test_places_of_two_clauses_are_no_difference_of_a_row() -> None:
    sides = [features(text) for text in ("Ada sold the pier, as Norway had asked.", "Denmark honoured Ada.")]
    assert [one.kind.value for one in differences(*sides)] == ["name"]
    assert weighed(differences(*sides), *sides) == []


def test_dates_of_two_events_are_no_difference_of_a_row() -> None:
    sides = [features(text) for text in ("The pier was built in 1990.", "The pier was opened in 1992.")]
    assert [one.kind.value for one in differences(*sides)] == ["date"]
    assert weighed(differences(*sides), *sides) == []
