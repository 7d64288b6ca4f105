"""Outlets: the registry, a person's own over it, and what a text shows of its outlet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reader.errors import ConfigError
from reader.ingest import open_reader
from reader.ingest.language import detect
from reader.ingest.markup import plain
from reader.ingest.outlets import built_in, domain_of, load_registry
from reader.ingest.timestamps import parse_date
from reader.ingest.traces import guess
from reader.model import RawArticle

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The council met on Friday and voted to shut the pier.\n\n" * 40


def test_well_known_outlets_are_found_by_domain_and_by_any_of_their_names() -> None:
    registry = built_in()
    assert len(registry.outlets) > 400
    for words in ("nytimes.com", "cooking.nytimes.com"):
        outlet = registry.by_domain(words)
        assert outlet is not None
        assert outlet.name == "The New York Times"
    for words in ("New York Times", "the  new york times", "NYT", "Barron’s"):
        assert registry.by_name(words) is not None
    assert registry.by_domain("nytimes.example") is None
    assert registry.by_name("The Norvale Bee") is None
    assert registry.by_url("https://www.lemonde.fr/politique/a") is registry.by_name("Le Monde")
    assert registry.by_url("no address") is None


def test_no_two_built_in_outlets_claim_one_domain_or_name() -> None:
    domains = Counter(domain for outlet in built_in().outlets for domain in outlet.domains)
    names = Counter(outlet.name for outlet in built_in().outlets)
    for counted in (domains, names):
        assert [word for word, times in counted.items() if times > 1] == []
    assert all(outlet.country and outlet.language for outlet in built_in().outlets)


def test_a_person_s_own_outlets_stand_above_the_built_in_ones(tmp_path: Path) -> None:
    own = tmp_path / "outlets.toml"
    own.write_text('[[outlet]]\nname = "My Times"\ndomains = ["nytimes.com"]\nalso = ["NYT"]\nnotes = "paywall"\n')
    registry = load_registry(own)
    mine = registry.by_domain("www.nytimes.com")
    assert mine is not None
    assert (mine.name, mine.notes) == ("My Times", "paywall")
    assert registry.by_name("nyt") is mine
    assert registry.by_domain("bbc.com") is built_in().by_domain("bbc.com")
    assert load_registry(tmp_path / "none.toml") is built_in()
    (tmp_path / "a.txt").write_text("Only plain words.\n\nhttps://www.nytimes.com/a")
    (found,) = open_reader(outlets_file=own).read(str(tmp_path / "a.txt"))
    assert isinstance(found, RawArticle)
    assert (found.outlet, found.outlet_guessed) == ("My Times", True)


@pytest.mark.parametrize(
    "content",
    [
        "not toml",
        "outlet = 7",
        "[[outlet]]\ndomains = []",
        '[[outlet]]\nname = " "',
        '[[outlet]]\nname = "A"\ndomains = "a.example"',
        '[[outlet]]\nname = "A"\ncountry = 7',
        "outlet = [7]",
    ],
)
def test_unsound_outlets_of_one_s_own_are_named(tmp_path: Path, content: str) -> None:
    own = tmp_path / "outlets.toml"
    own.write_text(content)
    with pytest.raises(ConfigError, match=r"outlets\.toml"):
        load_registry(own)


@pytest.mark.parametrize(
    ("text", "outlet", "rule"),
    [
        (STORY + "CLICK HERE TO GET THE FOX NEWS APP", "Fox News", "app line"),
        (STORY + "© 2021 The Washington Times, LLC. All rights reserved.", "The Washington Times", "copyright line"),
        (STORY + "Copyright 2020 by NPR. To see more, visit the site.", "NPR", "copyright line"),
        ("Council shuts pier | Reuters Life\n" + STORY, None, None),
        ("Council shuts pier - BBC News\n" + STORY, "BBC News", "title"),
        ("By Ida Frell, CNN\n" + STORY, "CNN", "byline"),
        ("By Ida Frell for the Daily Mail\n" + STORY, "Daily Mail", "byline"),
        ("USA TODAY\n" + STORY, "USA Today", "name on a line"),
        (
            STORY + "Fox News’ Ida Frell and the Associated Press contributed to this report.",
            "Fox News",
            "contributors",
        ),
        (STORY + "Ida Frell writes for National Review.", "National Review", "author's line"),
        (STORY + "Write to Ida Frell at ida.frell@wsj.com", "The Wall Street Journal", "addresses"),
        ("NORVALE (Reuters) - The council met.\n" + STORY, "Reuters", "dateline"),
        (
            "The mayor, Ida FrellIda Marie FrellCouncil to meet MORE (D), and Jon MardJon MardWhat now? MORE said\n",
            "The Hill",
            "hover cards",
        ),
        (STORY, None, None),
        (STORY + "© Getty Images", None, None),
        (STORY + "The Associated Press contributed to this report.", None, None),
        ("He told CNN that he was ready.\n" + STORY, None, None),
    ],
)
def test_a_text_shows_whose_it_is(text: str, outlet: str | None, rule: str | None) -> None:
    trace = guess(text, built_in())
    assert (trace.outlet.name if trace else None, trace.rule if trace else None) == (outlet, rule)


def test_a_byline_and_a_title_that_came_apart_are_looked_at_too() -> None:
    by = guess(STORY, built_in(), byline="Ida Frell, Sky News")
    assert by is not None
    assert by.outlet.name == "Sky News"
    title = guess(STORY, built_in(), title="Council shuts pier — The Guardian")
    assert title is not None
    assert title.outlet.name == "The Guardian"


def test_a_site_s_name_behind_a_title_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Words.", "title": "Pier shut | BBC", "domain": "bbc.co.uk"}')
    (tmp_path / "b.json").write_text('{"text": "Words.", "title": "Pier shut | again", "domain": "bbc.co.uk"}')
    titles = [found.title for found in open_reader().read(str(tmp_path)) if isinstance(found, RawArticle)]
    assert titles == ["Pier shut", "Pier shut | again"]


def test_a_domain_that_nobody_knows_stands_for_its_outlet(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Words.", "url": "https://www.norvalebee.example/a"}')
    (found,) = open_reader().read(str(tmp_path))
    assert isinstance(found, RawArticle)
    assert (found.outlet, found.outlet_guessed) == ("norvalebee.example", False)


@pytest.mark.parametrize(
    ("url", "domain"), [("https://www.BBC.co.uk/a", "bbc.co.uk"), ("words", None), ("http://[", None)]
)
def test_the_domain_of_an_address(url: str, domain: str | None) -> None:
    assert domain_of(url) == domain


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-03-05", (2024, 3, 5)),
        ("2024-03-05T10:00:00+01:00", (2024, 3, 5)),
        ("20240305", (2024, 3, 5)),
        ("2024/03/05 10:00", (2024, 3, 5)),
        ("Tue, 05 Mar 2024 10:00:00 GMT", (2024, 3, 5)),
        ("1709632800", (2024, 3, 5)),
        ("1709632800000", (2024, 3, 5)),
        ("March 5, 2024", (2024, 3, 5)),
        ("5 March 2024 at 10:12", (2024, 3, 5)),
        ("2024-13-45", None),
        ("0001-01-01", None),
        ("may", None),
        ("in March", None),
        ("yesterday", None),
        ("", None),
        ("The council met on March 5, 2024, and voted to shut the old ferry pier for a year", None),
    ],
)
def test_dates_as_containers_write_them(words: str, day: tuple[int, int, int] | None) -> None:
    assert parse_date(words) == (None if day is None else dt.date(*day))


def test_dates_in_words_of_other_languages() -> None:
    assert parse_date("5. März 2024", "de") == dt.date(2024, 3, 5)
    assert parse_date("5 mars 2024", "fr") == dt.date(2024, 3, 5)
    assert parse_date("5 March 2024", "xx") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council of the town met on Friday and it voted to shut the pier for a year.", "en"),
        ("El consejo de la ciudad votó el viernes para cerrar el muelle por un año, dijo la alcaldesa.", "es"),
        ("Le conseil de la ville a voté vendredi pour fermer la jetée pendant un an, selon le maire.", "fr"),
        ("Il consiglio della città ha votato venerdì per chiudere il molo per un anno, dice il sindaco.", "it"),
        ("De gemeenteraad heeft vrijdag besloten om de pier een jaar te sluiten, zegt de burgemeester.", "nl"),
        ("O conselho da cidade votou na sexta-feira para fechar o cais por um ano, mas não disse quando.", "pt"),
        ("Совет города проголосовал в пятницу за закрытие причала на год.", "ru"),
        ("Рада міста проголосувала в п'ятницю за закриття причалу на рік, її рішення остаточне.", "uk"),
        ("市議会は金曜日、埠頭を一年間閉鎖することを決めた。", "ja"),
        ("市议会星期五投票决定关闭码头一年。", "zh"),
        ("صوت مجلس المدينة يوم الجمعة على إغلاق الرصيف لمدة عام", "ar"),
        ("Pier shut", None),
        ("Norvale Easthaven Brackmere Caldon Frell Mard Holm Lind Quarrie", None),
        ("", None),
    ],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("AT&amp;T grew", "AT&T grew"),
        ("<p>One <b>and</b> the same</p><p>Two<br>Three</p>", "One and the same\nTwo\nThree"),
        ("<script>alert(1)</script><p onclick='x()'>Words</p>", "Words"),
        ("a <!-- no --> b", "a b"),
        ("<div>" * 5_000 + "deep", "deep"),
        ("1 < 2", "1 < 2"),
        ("<!", ""),
    ],
    ids=["entity", "blocks", "script", "comment", "deep", "less than", "nothing"],
)
def test_fragments_of_html_become_plain_words(fragment: str, words: str) -> None:
    assert plain(fragment) in {words, ""} if "deep" in words else plain(fragment) == words
