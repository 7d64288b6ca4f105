"""The names of one text: people, bodies and places, each with the fullest form that the text has for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.model import Gender, Name, NameKind, Span
from reader.text.names_first import FEMALE_FIRST, MALE_FIRST
from reader.text.names_offices import holder
from reader.text.names_scan import FIRST_NAMES, Run, body_like, place_like, runs
from reader.text.names_words import BODIES, BODY_WORDS, FEMALE_TITLES, MALE_TITLES, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_INITIALS = 6
_THE = "the "
_ONLY_FEMALE = FEMALE_FIRST - MALE_FIRST
_ONLY_MALE = MALE_FIRST - FEMALE_FIRST


def names(text: str) -> list[Name]:
    """Return the names in ``text`` in order, each with its kind, gender and the text's fullest form for its bearer.

    Spans leave out titles and possessive endings: "Sen. Marco Rubio's" gives "Marco Rubio". Linear in the length.
    """
    return resolve(text, runs(text))


def resolve(text: str, found: Sequence[Run]) -> list[Name]:
    """Return a name for each run: kinds first, then the fullest forms, then genders."""
    kinds = _kinds(found)
    full = _full_forms(text, found, kinds)
    _complete_by_office(found, full)
    _complete_bodies(text, found, kinds, full)
    genders = _genders(found, full)
    result: list[Name] = []
    for run in found:
        kind = kinds[run.words]
        canonical = full.get(run.words) or _as_written(text, run)
        gender = genders.get(canonical, Gender.UNKNOWN) if kind is NameKind.PERSON else Gender.UNKNOWN
        result.append(Name(Span(run.start, run.end), text[run.start : run.end], canonical, kind, gender))
    return result


def _as_written(text: str, run: Run) -> str:
    """Return the words of ``run`` as the text has them, with one space between them."""
    words = text[run.start : run.end]
    return words if len(run.words) == 1 else " ".join(words.split())


def _kinds(found: Sequence[Run]) -> dict[tuple[str, ...], NameKind]:
    """Return the kind of each form, from its words and titles; a lone surname is what its full form is."""
    kinds: dict[tuple[str, ...], NameKind] = {}
    surnames: set[str] = set()
    titled = {run.words for run in found if run.titles}
    for words in {run.words for run in found}:
        kind = _kind(words, titled=words in titled)
        kinds[words] = kind
        if kind is NameKind.PERSON:
            surnames.add(_surname(words))
    for words, kind in kinds.items():
        if kind is NameKind.OTHER and _surname(words) in surnames:
            kinds[words] = NameKind.PERSON
    return kinds


def _kind(words: tuple[str, ...], *, titled: bool) -> NameKind:
    """Return the kind that the words of one form show."""
    if titled:
        return NameKind.PERSON
    if place_like(words):
        return NameKind.PLACE
    if body_like(words):
        return NameKind.BODY
    if words[0] in FIRST_NAMES or (len(words) > 1 and _initials(words[0])):
        return NameKind.PERSON
    return NameKind.OTHER


def _initials(word: str) -> bool:
    """Tell whether ``word`` is one or more initials: "J", "J.M."."""
    return len(word) == 1 or (word[1:2] == "." and len(word) <= _LONGEST_INITIALS)


def _surname(words: tuple[str, ...]) -> str:
    """Return the last word that is no suffix such as "Jr"."""
    for word in reversed(words):
        if word not in SUFFIXES:
            return word
    return words[-1]


def _full_forms(text: str, found: Sequence[Run], kinds: dict[tuple[str, ...], NameKind]) -> dict[tuple[str, ...], str]:
    """Return for each person's form the fullest form of the same bearer: the commonest one that ends (or begins) so."""
    people = [run for run in found if kinds[run.words] is NameKind.PERSON]
    counts = Counter([run.words for run in people])
    written = {run.words: _as_written(text, run) for run in reversed(people)}
    by_surname: dict[str, tuple[str, ...]] = {}
    by_first: dict[str, tuple[str, ...]] = {}
    for words in sorted(counts, key=lambda words: (words[0] not in FIRST_NAMES, -counts[words])):
        if len(words) > 1:
            by_surname.setdefault(_surname(words), words)
            by_first.setdefault(words[0], words)
    full: dict[tuple[str, ...], str] = {}
    for words in counts:
        bearer = words
        if len(words) == 1:
            bearer = by_surname.get(words[0]) or by_first.get(words[0]) or words
        full[words] = written[bearer]
    return full


def _complete_by_office(found: Sequence[Run], full: dict[tuple[str, ...], str]) -> None:
    """Complete surnames that the text gives only with the title of a widely known office."""
    for run in found:
        if len(run.words) == 1 and run.titles and full.get(run.words) == run.words[0]:
            bearer = holder(run.titles, run.words[0])
            if bearer is not None:
                full[run.words] = bearer


def _complete_bodies(
    text: str, found: Sequence[Run], kinds: dict[tuple[str, ...], NameKind], full: dict[tuple[str, ...], str]
) -> None:
    """Complete a body's last word after "the" where the text names one body that ends so: "the Journal".

    A word that names a body by itself ("the House") stays as it is.
    """
    by_last: dict[str, set[tuple[str, ...]]] = {}
    written: dict[tuple[str, ...], str] = {}
    for run in found:
        if len(run.words) > 1 and kinds[run.words] is NameKind.BODY:
            by_last.setdefault(run.words[-1], set()).add(run.words)
            written.setdefault(run.words, _as_written(text, run))
    for run in found:
        word = run.words[0]
        if len(run.words) > 1 or word not in BODY_WORDS or word in BODIES or len(by_last.get(word, ())) != 1:
            continue
        if text[max(0, run.start - len(_THE)) : run.start].lower() == _THE:
            (bearer,) = by_last[word]
            kinds[run.words] = NameKind.BODY
            full[run.words] = written[bearer]


def _genders(found: Sequence[Run], full: dict[tuple[str, ...], str]) -> dict[str, Gender]:
    """Return the gender of each bearer whose title or first name tells it."""
    genders: dict[str, Gender] = {}
    for run in found:
        bearer = full.get(run.words)
        if bearer is None or bearer in genders:
            continue
        first = bearer.split()[0]
        if first in _ONLY_FEMALE or not FEMALE_TITLES.isdisjoint(run.titles):
            genders[bearer] = Gender.FEMALE
        elif first in _ONLY_MALE or not MALE_TITLES.isdisjoint(run.titles):
            genders[bearer] = Gender.MALE
    return genders
