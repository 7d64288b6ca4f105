"""Who has been spoken of so far: the memory that pronouns and bare names are resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Gender, NameKind

if TYPE_CHECKING:
    from reader.quotations.outline import Outline

_LOOK_BACK = 14
_HE = frozenset({"he", "him", "his"})


@dataclass(slots=True)
class Person:
    """Somebody named in the article: where last, as subject of which sentence, and when last quoted."""

    name: str
    gender: Gender
    sentence: int = -1
    subject: int = -1
    quoted: int = -1
    paragraph: int = -1
    times: int = 0


class Discourse:
    """The people named so far, the latest last."""

    def __init__(self, draft: Outline) -> None:
        """Begin with nobody."""
        self.draft = draft
        self.people: dict[str, Person] = {}
        self.speakers: list[str] = []

    def note(self, ref: int, *, sentence: int, paragraph: int, subject: bool, speaks: bool) -> None:
        """Remember that name ``ref`` stands in ``sentence``; a name of unknown kind counts once it ``speaks``."""
        name = self.draft.names[ref]
        if name.kind is NameKind.PLACE or name.kind is NameKind.BODY:
            return
        person = self.people.pop(name.canonical, None)
        if person is None:
            if name.kind is NameKind.OTHER and not speaks:
                return
            person = Person(name.canonical, name.gender)
        self.people[name.canonical] = person
        person.paragraph = paragraph
        person.sentence = sentence
        person.times += 1
        if subject:
            person.subject = sentence

    def said(self, name: str, sentence: int) -> None:
        """Remember that the bearer of ``name`` is quoted in ``sentence``."""
        self.speakers.append(name)
        person = self.people.get(name)
        if person is not None:
            person.quoted = sentence

    def resolve(self, pronoun: str, *, sentence: int, paragraph: int) -> Person | None:
        """Return the person that "he" or "she" in ``sentence`` most likely means."""
        wanted = Gender.MALE if pronoun in _HE else Gender.FEMALE
        best: Person | None = None
        best_score = -1e9
        looked = 0
        for name in reversed(self.people):
            person = self.people[name]
            looked += 1
            if looked > _LOOK_BACK:
                break
            if person.gender not in {wanted, Gender.UNKNOWN}:
                continue
            score = self._weigh(person, sentence, paragraph) - (1.5 if person.gender is Gender.UNKNOWN else 0)
            if score > best_score:
                best, best_score = person, score
        return best

    def _weigh(self, person: Person, sentence: int, paragraph: int) -> float:
        """Return how present ``person`` is: near, a subject, and above all a speaker."""
        weight = -0.6 * min(sentence - person.sentence, 8) - 0.3 * min(paragraph - person.paragraph, 6)
        if person.subject >= 0:
            weight += max(0.0, 3.0 - 0.7 * (sentence - person.subject))
        if self.speakers and self.speakers[-1] == person.name:
            weight += 2.5
        elif person.quoted >= 0:
            weight += max(0.0, 1.5 - 0.15 * (sentence - person.quoted))
        return weight
