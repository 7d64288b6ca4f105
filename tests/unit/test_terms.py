"""Terms, countries and the weights of words."""

from __future__ import annotations

import pytest

from reader.claims.compare import features, overlap
from reader.claims.compare.tables import opposites
from reader.claims.compare.variants import are_initials, is_short_form, key_of, shape_of
from reader.text.background import UNKNOWN, weight
from reader.text.countries import country
from reader.text.tokens import stem


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("U.S.", "United States"),
        ("America", "United States"),
        ("Washington", "United States"),
        ("Kremlin", "Russia"),
        ("South Korean", "South Korea"),
        ("Larnby", ""),
    ],
)
def test_the_names_of_a_country_meet(words: str, name: str) -> None:
    assert country(words) == name


def test_a_capital_is_a_weaker_name_of_its_country() -> None:
    bagdad, iraq, iraqi = (features(f"A bomb in {place}").terms for place in ("Baghdad", "Iraq", "the Iraqi north"))
    assert [term.key for term in bagdad] == ["bomb", "@Iraq"]
    assert overlap(iraq, iraqi).a == 1.0
    assert overlap(bagdad, iraq).a < 1.0


def test_a_name_inside_a_word_or_in_small_letters_is_no_country() -> None:
    assert not [term for term in features("Chadwick saw turkey and the us army").terms if term.key.startswith("@")]


def test_a_phrase_is_one_term_with_the_span_of_its_words() -> None:
    text = "The mayor stepped down."
    mayor, resigned = features(text).terms
    assert (mayor.key, resigned.key, resigned.span.of(text)) == ("mayor", stem("resigned"), "stepped down")


def test_a_tag_is_set_aside_and_a_long_one_is_not() -> None:
    def aside(text: str) -> list[str]:
        return [term.span.of(text) for term in features(text).terms if term.aside]

    assert aside("Lawyers: baker of Larnby stole the golden spoon") == ["Lawyers"]
    assert aside("Baker of Larnby stole the golden spoon: police") == ["police"]
    assert aside("Baker of Larnby stole the golden spoon -- harbour police") == ["harbour", "police"]
    assert aside("The golden spoon of old Larnby: nobody has seen it since") == []
    assert aside("Spoon: gone") == []


def test_rare_words_weigh_more_than_frequent_ones() -> None:
    assert weight("the") < weight(stem("government")) < weight(stem("earthquake")) < weight("larnbi") == UNKNOWN


def test_opposites_hold_both_ways() -> None:
    table = opposites()
    assert all(word in table[other] for word, others in table.items() for other in others)
    assert not any(word in others for word, others in table.items())


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("centre", "center"),
        ("neighbours", "neighbors"),
        ("legalise", "legalize"),
        ("organisations", "organizations"),
        ("paralysed", "paralyzed"),
        ("defence", "defense"),
        ("re-election", "reelection"),
    ],
)
def test_british_and_american_spellings_meet(british: str, american: str) -> None:
    assert key_of(british) == key_of(american)


@pytest.mark.parametrize(
    ("form", "base"), [("rose", "rising"), ("raised", "raise"), ("women", "woman"), ("Won", "wins")]
)
def test_forms_of_one_word_meet(form: str, base: str) -> None:
    assert key_of(form) == key_of(base)


@pytest.mark.parametrize("word", ["four", "hose", "wise", "the"])
def test_short_words_are_stemmed_as_they_are(word: str) -> None:
    assert key_of(word) == stem(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Bank of Larnby in Oakfield", "the BLO"),
        ("the pier of Gov Delgado", "the pier of Governor Delgado"),
        ("a photojournalist swam", "a journalist swam"),
        ("the horsemeat scandal", "the horse meat scandal"),
        ("President Mursi", "President Morsi"),
    ],
)
def test_other_forms_of_a_word_are_found_from_both_sides(one: str, other: str) -> None:
    a, b = features(one).terms, features(other).terms
    assert None not in overlap(a, b).a_matches + overlap(a, b).b_matches


def test_words_that_only_look_alike_are_not_matched() -> None:
    a, b = features("The lamp of Ann").terms, features("The lamps lit Anna").terms
    assert overlap(a, b).a_matches[-1] is None
    assert not is_short_form("lamp", "lamps")
    assert not are_initials("Larnby")
    assert shape_of("abc") == shape_of("aeiou") == ""
