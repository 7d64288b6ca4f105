"""The content words of an assertion as terms: what they are compared by, and how much each tells."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.compare.tables import countries, groups, light, phrases
from reader.claims.compare.variants import key_of, shape_of
from reader.claims.words import FUNCTION_WORDS
from reader.model import Span
from reader.text.background import weight
from reader.text.countries import BODIES, SEATS, country
from reader.text.names_scan import FIRST_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.tokens import Token

_COUNTRY_WEIGHT = 6.0
_LEAST_WEIGHT = 1.0
_LONGEST_TAG = 4
_TAG_MARKS = frozenset({":", "-", "–", "—"})
_RARE = 6.5
_JOINED = ("re-", "co-", "de-", "pre-")


class Term(NamedTuple):
    """A content word, or the name of a country, at ``span``.

    ``key`` is what makes two terms the same: the stem, or ``@`` and the country; ``seat`` is the capital that stands
    for a country; ``groups`` are the lines of the synonym table that hold it; ``capital`` tells that it is capitalised;
    ``word`` is it as written; ``shape`` are the consonants of a rare word, which spellings of one name share (Mursi,
    Morsi); ``aside`` tells that it stands in a tag that only says who says it ("Lawyers: …", "…: USGS"); ``first`` that
    it is a common first name.
    """

    key: str
    weight: float
    span: Span
    groups: frozenset[int] = frozenset()
    seat: str = ""
    capital: bool = False
    word: str = ""
    shape: str = ""
    aside: bool = False
    first: bool = False

    @property
    def is_place(self) -> bool:
        """Tell whether the term is a country."""
        return self.key.startswith("@") and self.key[1:] not in BODIES


def _phrase_at(words: Sequence[Token], place: int, beginning: _Phrases) -> tuple[Term, int] | None:
    """Return the term of the phrase that begins at a token, one of those ``beginning`` so, and the token after it."""
    for stems, word in beginning:
        stop = place + len(stems)
        if stop <= len(words) and all(key_of(words[place + i].text) == stems[i] for i in range(1, len(stems))):
            span = Span(words[place].start, words[stop - 1].end)
            return _parts(word)[0]._replace(span=span), stop
    return None


def terms(text: str, words: Sequence[Token], taken: Sequence[Span] = ()) -> tuple[Term, ...]:
    """Return the terms of a token list of ``text`` in order; words inside the spans ``taken`` are left out."""
    found: list[Term] = []
    skip = 0
    holes = iter(sorted(taken))
    hole = next(holes, None)
    begin, end = _body(words)
    for place, word in enumerate(words):
        names, beginning, parts = _known(word.text)
        if not (parts or names or beginning):
            continue
        while hole is not None and hole.end <= word.start:
            hole = next(holes, None)
        if word.start < skip or (hole is not None and hole.start <= word.start):
            continue
        aside = not begin <= place < end
        name = _country_at(text, word, names) if names else ""
        if name:
            skip = word.start + len(name)
            seat = name if name in SEATS else ""
            key = f"@{country(name)}"
            found.append(
                Term(key, _COUNTRY_WEIGHT, Span(word.start, skip), seat=seat, capital=True, word=name, aside=aside)
            )
            continue
        phrase = _phrase_at(words, place, beginning) if beginning else None
        if phrase is None:
            found += [_placed(term, word.start, aside=aside) for term in parts]
        else:
            skip = words[phrase[1] - 1].end
            found.append(phrase[0]._replace(aside=aside))
    return tuple(found)


def _body(words: Sequence[Token]) -> tuple[int, int]:
    """Return where the assertion begins and ends inside tags such as "Lawyers: …" and "… : USGS", "… -- police"."""
    begin, end = 0, len(words)
    for place in range(1, min(_LONGEST_TAG + 1, len(words))):
        if words[place].text == ":" and len(words) - place > _LONGEST_TAG:
            begin = place + 1
    for place in range(len(words) - 2, max(begin + _LONGEST_TAG, len(words) - 2 - _LONGEST_TAG), -1):
        if words[place].text in _TAG_MARKS and words[place - 1].end < words[place].end - (words[place].text != ":"):
            end = place
    return begin, end


def _country_at(text: str, word: Token, names: Sequence[str]) -> str:
    """Return which of ``names``, those of countries, begins at ``word``, "" if none does."""
    for name in names:
        end = word.start + len(name)
        if text.startswith(name, word.start) and not text[end : end + 1].isalnum():
            return name
    return ""


def _placed(term: Term, start: int, *, aside: bool) -> Term:
    """Return a term of a word that begins at ``start``; every field is given, since ``_replace`` is slow."""
    key, weight_, span, groups_, seat, capital, word, shape, _, first = term
    moved = Span._make((start + span[0], start + span[1]))
    return Term._make((key, weight_, moved, groups_, seat, capital, word, shape, aside, first))


_Phrases = tuple[tuple[tuple[str, ...], str], ...]


@lru_cache(maxsize=65_536)
def _known(word: str) -> tuple[tuple[str, ...], _Phrases, tuple[Term, ...]]:
    """Return the names of countries and the phrases that may begin with a word, and the terms that it is."""
    names = countries().get(word.replace("’", "'").partition("'")[0], ()) if word[:1].isupper() else ()
    return names, phrases().get(key_of(word), ()), _parts(word)


@lru_cache(maxsize=65_536)
def _parts(word: str) -> tuple[Term, ...]:
    """Return the terms of a word's hyphenated parts, without function words; spans are in the word."""
    found: list[Term] = []
    at = 0
    plain = word.replace("‐", "-").replace("‑", "-")
    for part in [plain] if plain.lower().startswith(_JOINED) else plain.split("-"):
        low = part.lower().replace("’", "'").removesuffix("'s")
        if part[:1].isalpha() and low not in FUNCTION_WORDS and "n't" not in low:
            key = key_of(part)
            heavy = _LEAST_WEIGHT if key in light() else max(_LEAST_WEIGHT, weight(key))
            found.append(
                Term(
                    key,
                    heavy,
                    Span(at, at + len(part)),
                    groups=groups().get(key, frozenset()),
                    capital=part[:1].isupper(),
                    word=part.replace("’", "'").removesuffix("'s"),
                    shape=shape_of(key) if heavy >= _RARE else "",
                    first=low.capitalize() in FIRST_NAMES,
                )
            )
        at += len(part) + 1
    return tuple(found)
