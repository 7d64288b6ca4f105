"""Grouping: the case file, and what holds for any articles."""

from __future__ import annotations

import datetime as dt
import pathlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article
from reader.stories import Grouping, Overrides, group
from reader.stories import grouping as under_test
from reader.stories.counts import STEM_BITS, count
from reader.stories.vocabulary import Vocabulary
from tests.bench.articles import articles as made_up
from tests.bench.articles import event_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Story

_LINE = re.compile(r"^(?P<id>\w) (?P<day>\S+) (?P<outlet>[^:]+):\s*(?P<title>.*)$")


def cases() -> Iterable[tuple[str, list[Article], set[frozenset[str]]]]:
    text = pathlib.Path(__file__).with_name("cases").joinpath("stories.md").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        title, _, rest = part.partition("\n")
        told, _, wanted = rest.partition("\n=> ")
        found: list[Article] = []
        for line in told.splitlines():
            if head := _LINE.match(line):
                day = None if head["day"] == "-" else dt.date.fromisoformat(head["day"])
                found.append(Article(id=head["id"], text="", title=head["title"], outlet=head["outlet"], date=day))
            elif line.strip():
                last = found[-1]
                joined = f"{last.text} {line.strip()}".strip()
                found[-1] = Article(id=last.id, text=joined, title=last.title, outlet=last.outlet, date=last.date)
        yield title, found, {frozenset(letters) for letters in wanted.split()}


CASES = {title: (articles, wanted) for title, articles, wanted in cases()}
SOME = list(made_up(40, seed=3))


def sets(stories: Iterable[Story]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def ids(articles: Sequence[Article]) -> list[str]:
    return [article.id for article in articles]


@pytest.mark.parametrize("title", CASES)
def test_articles_are_grouped_as_the_case_says(title: str) -> None:
    articles, wanted = CASES[title]
    assert sets(group(articles)) == wanted


def test_there_are_no_stories_of_nothing() -> None:
    assert group([]) == []


def test_a_story_tells_its_outlets_its_days_and_the_headline_that_the_others_are_most_like() -> None:
    articles, _ = CASES["Two fires in two towns stay apart"]
    burned, school = sorted(group(articles), key=lambda story: story.articles)
    assert burned.articles == ("a", "b")
    assert burned.outlets == ("The Norvale Bee", "Harbour Courier")
    assert (school.first_date, school.last_date) == (dt.date(2024, 3, 5), dt.date(2024, 3, 6))
    assert burned.title in {"Fire destroys market hall in Norvale", "Norvale market hall burns down"}


def test_a_headline_goes_before_none() -> None:
    articles, _ = CASES["Two outlets on one event are one story"]
    untitled = [Article(id="z", text=articles[0].text, outlet="X", date=articles[0].date), *articles]
    (story,) = group(untitled)
    assert story.title


def test_stories_come_newest_first_and_those_without_a_day_last() -> None:
    articles, _ = CASES["The same words weeks apart are two events"]
    undated = Article(id="z", text="The violinist Oda Marsk retires.", title="Oda Marsk retires")
    found = group([undated, *articles])
    assert [story.articles for story in found] == [("b",), ("a",), ("z",)]


def test_made_up_news_is_grouped_by_its_events() -> None:
    found = group(SOME)
    of_one_event = [story for story in found if len({event_of(name) for name in story.articles}) == 1]
    assert len(of_one_event) >= 0.9 * len(found)
    assert abs(len(found) - len({event_of(article.id) for article in SOME})) <= 2


@pytest.mark.parametrize("first", [0, 17, 39])
def test_adding_one_by_one_gives_what_grouping_all_gives(first: int) -> None:
    kept = Grouping(SOME[:first])
    for article in SOME[first:]:
        kept.add(article)
    assert kept.stories() == group(SOME)


@settings(deadline=None, max_examples=10)
@given(st.lists(st.integers(0, 40), max_size=5), st.integers(1, 12))
def test_articles_that_come_some_at_a_time_give_what_grouping_all_gives(cuts: list[int], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(under_test, "ALL_COUNTED", 8)
        patched.setattr(under_test, "AT_ONCE", at_once)
        kept = Grouping()
        for start, end in pairwise([0, *sorted(cuts), 40]):
            kept.add(*SOME[start:end])
        patched.setattr(under_test, "AT_ONCE", 512)
        assert kept.stories() == group(SOME)


def test_articles_without_words_are_stories_of_their_own() -> None:
    kept = Grouping([Article(name, text="") for name in "ab"])
    kept.add(Article("c", text="of the"))
    assert sets(kept.stories()) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_past_the_point_where_all_are_counted_adding_still_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "ALL_COUNTED", 8)
    kept = Grouping(SOME[:12])
    for article in SOME[12:]:
        kept.add(article)
    assert kept.stories() == group(SOME)
    assert [under_test.counted(n) for n in (7, 8, 9, 15, 16, 40)] == [7, 8, 8, 8, 16, 32]


@settings(deadline=None, max_examples=10)
@given(st.permutations(SOME[:16]))
def test_the_order_in_which_articles_came_does_not_matter(order: list[Article]) -> None:
    assert sets(group(order)) == sets(group(SOME[:16]))


@settings(deadline=None, max_examples=10)
@given(st.sets(st.integers(0, 39), max_size=20))
def test_every_article_is_in_exactly_one_story(places: set[int]) -> None:
    chosen = [SOME[place] for place in sorted(places)]
    told = [name for story in group(chosen) for name in story.articles]
    assert sorted(told) == sorted(ids(chosen))


def test_the_id_of_a_story_stays_when_it_grows() -> None:
    articles, _ = CASES["Two outlets on one event are one story"]
    (before,) = group(articles[:1])
    (after,) = group(articles)
    assert before.id == after.id


def fires(overrides: Overrides) -> set[frozenset[str]]:
    return sets(group(CASES["Two fires in two towns stay apart"][0], overrides=overrides))


def test_what_a_person_merges_is_one_story() -> None:
    assert fires(Overrides().merge("abcd")) == {frozenset("abcd")}
    assert fires(Overrides(together=(frozenset("cd"),))) == {frozenset("ab"), frozenset("cd")}


def test_what_a_person_splits_is_never_put_together_again() -> None:
    assert fires(Overrides().split(["a"], ["b"])) == {frozenset("a"), frozenset("b"), frozenset("cd")}


def test_a_pinned_story_is_neither_joined_nor_left() -> None:
    assert fires(Overrides().pin(["a", "c"])) == {frozenset("ac"), frozenset("b"), frozenset("d")}
    assert fires(Overrides().pin(["a"])) == {frozenset("a"), frozenset("b"), frozenset("cd")}


def test_the_later_word_stands() -> None:
    assert fires(Overrides().split(["a"], ["b"]).merge(["a", "b"])) == {frozenset("ab"), frozenset("cd")}
    merged = Overrides().merge(["a", "c", "d"])
    assert fires(merged.split(["a"], ["c", "d"])) == {frozenset("ab"), frozenset("cd")}
    assert fires(Overrides().pin(["a", "c"]).merge(["a", "b"])) == {frozenset("ab"), frozenset("cd")}
    assert fires(Overrides().pin(["a", "c"]).split(["a"], ["c"])) == {frozenset("ab"), frozenset("cd")}
    assert fires(Overrides().pin(["a", "c"]).pin(["a", "b"])) == {frozenset("ab"), frozenset("c"), frozenset("d")}


def test_words_about_articles_that_are_not_there_change_nothing() -> None:
    away = Overrides().merge(["x", "y"]).split(["a"], ["x"]).pin(["z"])
    assert fires(away) == {frozenset("ab"), frozenset("cd")}


def test_a_person_s_word_stands_when_articles_come_in() -> None:
    articles, _ = CASES["Two fires in two towns stay apart"]
    word = Overrides().split(["a"], ["b"])
    kept = Grouping(articles[:1], overrides=word)
    for article in articles[1:]:
        kept.add(article)
    assert kept.stories() == group(articles, overrides=word)


def test_a_text_of_megabytes_takes_no_longer_than_a_long_one() -> None:
    endless = [Article(id=str(n), text="Norvale pier " * 400_000, title="Pier") for n in range(2)]
    assert sets(group(endless)) == {frozenset("01")}


def test_no_two_stories_share_an_id() -> None:
    found = sorted(story.id for story in group(SOME))
    assert all(a != b for a, b in pairwise(found))


def test_events_of_many_weeks_are_grouped_as_those_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    # One event a day, told in the same general words: each key has more days than the window.
    long = [
        Article(
            id=f"{article.id}-{week}",
            text=article.text,
            title=article.title,
            outlet=article.outlet,
            date=dt.date(2021, 1, 1) + dt.timedelta(weeks=week),
        )
        for week in range(24)
        for article in SOME[:3]
    ]
    one_week = len(group(long[:3]))
    assert len(group(long)) == 24 * one_week
    undated = Article(id="undated", text=SOME[0].text, title=SOME[0].title, outlet="The Upland Post")
    monkeypatch.setattr(under_test, "ALL_COUNTED", 4)
    (story,) = [story for story in group([*long, undated]) if "undated" in story.articles]
    assert len(story.articles) > 1


def test_two_tell_of_one_event_on_a_day_on_which_a_hundred_tell_of_the_like() -> None:
    names = [f"{first}{last}" for first in ("Bar", "Dor", "Fen", "Gal", "Hol") for last in "abcdefghijklmnopqrstuvwxyz"]
    day = dt.date(2024, 5, 7)
    fires = [
        Article(name, f"A fire broke out at the {name}ton plant on Monday.", title=f"Fire at {name}ton plant", date=day)
        for name in names
    ]
    again = Article("again", "Flames at the Galqton plant were put out.", title="Galqton plant burns", date=day)
    assert [story.articles for story in group([*fires, again]) if len(story.articles) > 1] == [("Galq", "again")]


def test_words_are_counted_the_same_however_few_of_them_are_remembered() -> None:
    article = Article("new", f"Zandorvian plimberries flooded {'Ox' * 30} on Monday.", title="Quixotrel zandorvians")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("reader.stories.vocabulary._MOST_KNOWN", 2)
        forgetting = count([Vocabulary().telling(article)])
    counted = count([Vocabulary().telling(article)])
    for rows, again in zip(counted, forgetting, strict=True):
        assert [column.tolist() for column in rows] == [column.tolist() for column in again]
    # In the order in which they come up: three times for the headline, and one and a half for a name.
    assert counted.stems.values.tolist() == [4.5, 3.0 + 1.5, 1.0, 1.0, 1.5]
    assert [(pair >> STEM_BITS, pair & 3) for pair in counted.pairs.keys.tolist()] == [(0, 1), (1, 2), (2, 3), (3, 0)]
