"""Forms of a word are found among the words that begin like its stem."""

from __future__ import annotations

from itertools import product

import pytest

from reader.index.stems import beginnings, forms_among
from reader.index.terms import stem_of

ROOTS = (
    "able act adopt agree allow argue apply bear beauty begin bias busy carry city claim control create cry "
    "deny die do early easy end fly form free frequent general gentle go happy hop hope idle just lie like "
    "love luxury marry nation news notice only open ordinary organ pay plan play pony possible possib prefer "
    "radic rely respons rob run say sense sing ski sky small snow study succeed tan tie true ugly use vietnam "
    "visib walk war wolf work yes"
).split()
ENDINGS = (
    "s es ies ied d ed ing ying ning er est ly ily ability ibility able ably ation ational ize izer ization al "
    "ally alism ality ive iveness ness fulness ful fully ous ously ousness ment ement ence ency ent ently ator "
    "ogy ogist ic ical icate less lessly y nned e ee eed eedly edly ingly"
).split()


def test_every_word_begins_as_is_said_of_its_stem() -> None:
    invented = [root.removesuffix(cut) + ending for root, ending, cut in product(ROOTS, ["", *ENDINGS], ("", "e", "y"))]
    missed = [word for word in invented if word and not word.startswith(tuple(beginnings(stem_of(word))))]
    assert missed == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("possible", {"possible", "possibly", "possibility"}),
        ("run", {"run", "runs", "running"}),
        ("die", {"die", "dies", "dying"}),
        ("skies", {"sky", "skies"}),
        ("2.5", {"2.5"}),
    ],
)
def test_forms_share_a_stem(key: str, expected: set[str]) -> None:
    vocabulary = ["possible", "possibly", "possibility", "run", "runs", "running", "runner", "die", "dies", "dying"]
    assert forms_among(key, [*vocabulary, "sky", "skies", "dye", "possum"]) == expected
