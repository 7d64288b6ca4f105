"""The seed articles: every quotation with its speaker, and the three that both have."""

from __future__ import annotations

from pathlib import Path

from reader.model import Quotation, QuotationKind
from reader.quotations import extract, same
from reader.text import clean

SEEDS = Path(__file__).parents[2] / "seeds"
HILL, FOX = "000_ebcef5163d970ba0.txt", "003_c169ea9103b98093.txt"


def in_marks(name: str) -> list[Quotation]:
    text = clean((SEEDS / name).read_text("utf-8")).text
    return [one for one in extract(text) if one.kind in {QuotationKind.DIRECT, QuotationKind.MIXED}]


def test_thirteen_quotations_have_their_speakers_by_full_name() -> None:
    found = [(one.content[:24], one.speaker and one.speaker.name, one.cue) for one in in_marks(HILL) + in_marks(FOX)]
    assert found == [
        ("would further anchor the", "Donald Trump", "arguing"),
        ("I look forward to contin", "Donald Trump", "added"),
        ("dear friend", "Benjamin Netanyahu", "thanking"),
        ("has never had a greater ", "Benjamin Netanyahu", "saying"),
        ("serious mistake.", "Benny Gantz", "said"),
        ("Such an agreement would ", "Benny Gantz", "said"),
        ("because a mutual defense", "Benny Gantz", "said"),
        ("This is not what we want", "Benny Gantz", "added"),
        ("We haven’t asked anyone ", "Benny Gantz", "added"),
        ("mutual defense treaty", "Donald Trump", "spoke"),
        ("further anchor the treme", "Donald Trump", "said"),
        ("I look forward to contin", "Donald Trump", "said"),
        ("The Jewish State has nev", "Benjamin Netanyahu", "said"),
    ]


def test_the_two_split_quotations_are_one_group_each() -> None:
    groups = [one.group for one in in_marks(HILL)][-4:]
    assert groups[0] == groups[1] != groups[2] == groups[3]


def test_three_quotations_are_in_both_with_what_differs() -> None:
    matches = same(in_marks(HILL), in_marks(FOX))
    assert [
        (match.relation, [(tag, a or b) for tag, a, b in match.operations if tag != "equal"]) for match in matches
    ] == [
        ("cut", [("delete", "would")]),
        ("same", []),
        ("extended", [("insert", "The Jewish State")]),
    ]


def test_what_is_retold_is_said_and_no_deed() -> None:
    found = [
        (one.speaker and one.speaker.name, one.cue)
        for name in (HILL, FOX)
        for one in extract(clean((SEEDS / name).read_text("utf-8")).text)
        if one.kind is QuotationKind.INDIRECT
    ]
    assert found == [
        ("Donald Trump", "said"),
        ("Donald Trump", "tweeted"),
        ("Benjamin Netanyahu", "suggesting"),
        ("Reuters", "reported"),
        ("Reuters", "reported"),
        ("some of Netanyahu’s critics", "argued"),
        ("Wall Street Journal", "reported"),
        ("Wall Street Journal", "added"),
    ]
