"""One story as many outlets tell it, made up: closer to real news than patterns that all articles share.

The event has facts, each with an actor, a deed, a thing, a place, a day and a figure of its own. A third of the outlets
print an agency's text with a few sentences left out; the others tell some of the facts in words of their own, among
sentences that nobody else has, from a vocabulary of some hundreds of words and of made-up names.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = 800
_FACTS = 60
_WIRE = 3
_LEFT_OUT = 0.1
"""One in so many outlets prints the agency's text."""

_PEOPLE = (
    "Anna Boris Clara David Elena Frank Greta Hugo Irene Jonas Karin Louis Maria Nils Olga Pavel Rosa Simon".split()
)
_HEADS = "Bal Cor Dun Esk Fen Gor Hol Ister Jar Kes Lor Mel Nor Ost Pra Quen Ras Sel Tam Und Var Wen".split()
_TAILS = (
    "ander berg chek dale elin foss garth hurst ikov jansen kamp lund mann nagy oldt pering quist rowe sand".split()
)
_ROLES = (
    "Governor|Senator|Judge|Professor|Minister|Mayor|Colonel|Bishop|Inspector|Doctor|Commissioner|Ambassador|Councillor"
).split("|")
_DEEDS = (
    "approve reject delay finance inspect abandon defend repair purchase survey restore expand ban license suspend "
    "audit criticise praise replace transfer photograph describe measure evacuate negotiate register announce challenge"
).split()
_THINGS = (
    "budget harbour treaty pipeline hospital curriculum vaccine satellite aqueduct ballot pension border tariff museum "
    "reactor stadium archive ferry runway verdict prison orchard census tunnel mine subsidy newspaper charter embargo "
    "glacier reservoir monument festival fishery refinery parliament embassy orchestra dam railway university lottery"
).split()
_KINDS = (
    "northern regional disputed wooden historic costly unfinished secret annual crowded remote flooded private damaged "
    "temporary obsolete modern rural coastal industrial municipal electric unpopular forgotten"
).split()
_CAUSES = (
    "drought inflation corruption frost unemployment litigation tourism piracy migration pollution rust bankruptcy "
    "turbulence espionage erosion overfishing vandalism negligence jealousy superstition bureaucracy nostalgia"
).split()
_MIDST = "ing er age ism ette ory ion ance".split()
_MANNERS = "quietly reluctantly unanimously hastily openly twice formally narrowly gladly belatedly abruptly".split()
_ASIDES = (
    "{who} {past} a {rare} of {kind} {rare2} before the {cause} of {year}.",
    "In {place} the {rare} was never {past}, for all its {kind} {thing}.",
    "“My {rare} has {past} every {thing} in {place},” {who} said, {manner}.",
    "{role} {name}’s {rare} and the {rare2} of {place} {manner} {past} each other.",
    "Some {figure} {rare}s were {past} in {place} by {year}.",
    "With {cause} came {rare}, and {name} {past} what the {kind} {rare2} had left.",
    "Neither {rare} nor {thing} was {past} when {who} left {place}.",
    "A {kind} {rare} in {place} is {figure} times the {rare2} of {place2}.",
)


class _Fact(NamedTuple):
    """A fact of the event: the agency's sentence and two others that say the same."""

    wire: str
    told: tuple[str, str]


def story(number: int) -> list[Article]:
    """Return ``number`` articles of some 800 words about one event; the same every time."""
    source = random.Random(11)  # noqa: S311 - the same story every time
    facts = [_fact(source) for _ in range(_FACTS)]
    return [
        Article(f"telling-{at}", _text(facts, source, wire=at % _WIRE == 0), outlet=f"Outlet {at}")
        for at in range(number)
    ]


def _text(facts: Sequence[_Fact], source: random.Random, *, wire: bool) -> str:
    """Return the text of one outlet."""
    lines: list[str] = []
    words = 0
    pool = list(facts) if wire else source.sample(list(facts), len(facts) // 3)
    for fact in pool:
        if wire and source.random() < _LEFT_OUT:
            continue
        lines.append(fact.wire if wire else source.choice(fact.told))
        words += len(lines[-1].split())
        if words >= WORDS:
            return "\n\n".join(lines)
    while words < WORDS:
        lines.insert(source.randint(0, len(lines)), _aside(source))
        words = sum(len(line.split()) for line in lines)
    return "\n\n".join(lines)


def _fact(source: random.Random) -> _Fact:
    """Return a fact in three wordings."""
    pick = source.choice
    name, deed = _name(source), pick(_DEEDS)
    past = _past(deed)
    role, kind, thing, cause = pick(_ROLES), pick(_KINDS), pick(_THINGS), pick(_CAUSES)
    place, day = _place(source), pick("Monday Tuesday Wednesday Thursday Friday".split())
    figure = source.randint(11, 990)
    return _Fact(
        f"{role} {pick(_PEOPLE)} {name} {past} the {kind} {thing} in {place} on {day}, citing {cause} and {figure} "
        "complaints.",
        (
            f"The {thing} in {place} was {past} on {day} by {role.lower()} {name}, who blamed {cause}.",
            f"Because of {cause}, and after {figure} complaints, {name} {past} {place}’s {kind} {thing}.",
        ),
    )


def _aside(source: random.Random) -> str:
    """Return a sentence that only one outlet has."""
    pick = source.choice
    return pick(_ASIDES).format(
        who=f"{pick(_PEOPLE)} {_name(source)}",
        name=_name(source),
        role=pick(_ROLES),
        kind=pick(_KINDS),
        thing=pick(_THINGS),
        rare=_rare(source),
        rare2=_rare(source),
        past=_past(pick(_DEEDS)),
        cause=pick(_CAUSES),
        place=_place(source),
        place2=_place(source),
        manner=pick(_MANNERS),
        year=source.randint(1950, 2020),
        figure=source.randint(11, 990),
    )


def _past(deed: str) -> str:
    """Return the past form of a deed."""
    return f"{deed.removesuffix('e')}ed"


def _rare(source: random.Random) -> str:
    """Return a word that hardly two sentences share."""
    return f"{source.choice(_HEADS)}{source.choice(_TAILS)}{source.choice(_MIDST)}".lower()


def _name(source: random.Random) -> str:
    """Return a surname."""
    return source.choice(_HEADS) + source.choice(_TAILS)


def _place(source: random.Random) -> str:
    """Return the name of a town."""
    return source.choice(_HEADS) + source.choice(("ford", "ville", "stad", "mouth", "field", "haven", "wick", "bury"))
