"""The forms that one word takes: British and American spellings, names from other scripts, initials, short forms."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reader.claims.compare.irregular import IRREGULAR
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST_SHAPED = 5
_FEWEST_CONSONANTS = 3
_VOWELS = frozenset("aeiouyhw'")
_SPELLINGS = str.maketrans({"z": "s", "k": "c", "q": "c", "v": "b"})
# British endings and the American ones; both sides of a comparison are brought to the latter.
_ENDINGS = (("tre", "ter"), ("tres", "ters"), ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"))
_ZED = ("ise", "ised", "ises", "ising", "isation", "isations", "iser", "isers", "yse", "ysed", "ysing")
_BRITISH = {"defence": "defense", "offence": "offense", "licence": "license", "cheque": "check", "programme": "program"}
_SHORTEST_BRITISH = 6
# What stands before "-ise" that may be "-ize": not "raise", "praise", "rising".
_SHORTEST_BEFORE_ZED = 4
_SHORTEST_INITIALS = 2
_LONGEST_INITIALS = 6
_SHORTEST_CUT = 3
_LONGEST_CUT = 5
_SHORTEST_TAIL = 6


@lru_cache(maxsize=65_536)
def key_of(word: str) -> str:
    """Return what a word is compared by: the stem of its base form in American spelling."""
    low = word.lower().replace("’", "'").removesuffix("'s").replace("-", "")
    low = _BRITISH.get(low) or bases().get(low, low)
    if len(low) >= _SHORTEST_BRITISH:
        for british, american in _ENDINGS:
            if low.endswith(british):
                return stem(low.removesuffix(british) + american)
        if low.endswith(_ZED):
            at = max(low.rfind("is"), low.rfind("ys"))
            if at >= _SHORTEST_BEFORE_ZED:
                return stem(f"{low[: at + 1]}z{low[at + 2 :]}")
    return stem(low)


@cache
def bases() -> Mapping[str, str]:
    """Read the table of irregular forms: each with its base."""
    lines = (line.split() for line in IRREGULAR.strip().splitlines())
    return {form: base for base, *forms in lines for form in forms}


def shape_of(key: str) -> str:
    """Return the first letter and the consonants of a stem, letters that spellings interchange made one; "" if few."""
    if len(key) < _SHORTEST_SHAPED:
        return ""
    consonants = key[0] + "".join(letter for letter in key[1:].translate(_SPELLINGS) if letter not in _VOWELS)
    single = "".join(letter for place, letter in enumerate(consonants) if consonants[place - 1 : place] != letter)
    return single if len(single) >= _FEWEST_CONSONANTS else ""


@lru_cache(maxsize=65_536)
def are_initials(word: str) -> bool:
    """Tell whether a word looks like initials: "USGS", "BoE"."""
    return (
        _SHORTEST_INITIALS <= len(word) <= _LONGEST_INITIALS
        and word.isalpha()
        and word[0].isupper()
        and word[-1].isupper()
    )


def is_short_form(short: str, long: str) -> bool:
    """Tell whether a capitalised word is cut from the other ("Gov", "Governor") or ends it ("photojournalist")."""
    if len(short) > len(long):
        short, long = long, short
    low, whole = short.lower(), long.lower()
    if len(low) + 1 >= len(whole):
        return False
    cut = _SHORTEST_CUT <= len(low) <= _LONGEST_CUT and short[:1].isupper() and long[:1].isupper()
    return (cut and whole.startswith(low)) or (len(low) >= _SHORTEST_TAIL and whole.endswith(low))
