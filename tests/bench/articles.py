"""News of real size, made up: a load that anybody can make again from a seed.

An event has a kind (a storm, a trial, a strike …), a place, people, figures and a day; one to five outlets tell of it
in an order and in sentences of their own, with quotations that they share. Names are made of syllables, so that there
are as many as a load needs. An article has some 475 words.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Article, RawArticle

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_DAY = dt.date(2021, 1, 1)
#: Events that begin each day, and the words that an article has at least.
EVENTS_A_DAY = 40
WORDS = 460

OUTLETS = (
    ("The Norvale Bee", "norvalebee.example"),
    ("Harbour Courier", "harbourcourier.example"),
    ("The Daily Lantern", "dailylantern.example"),
    ("Eastern Dispatch", "easterndispatch.example"),
    ("Channel Nine News", "channelnine.example"),
    ("The Upland Post", "uplandpost.example"),
    ("Capital Wire", "capitalwire.example"),
    ("The Meridian", "meridian.example"),
)
_BEGINNINGS = "Bar Cal Dor El Far Gar Hal Is Jor Kel Lan Mar Nor Os Pel Quin Ros Sal Tor Ul Ver Wes Yar Zan".split()
_MIDDLES = "a e i o u an el in or ar en al em is os ur ith and est ill".split()
_ENDS = "bury ton ville mont field stad haven ford port burg mere dale wick by holm".split()
_SURNAME_ENDS = "son sen man ez ini ov ard well more ling er ett ski aro ane".split()
_FIRST_NAMES = (
    "Anna Boris Clara David Elena Frank Greta Hugo Irene Jonas Karin Louis Maria Nils Olga Pavel Rosa Simon Tessa Umar "
    "Vera Walter Yusuf Zoe Alma Bruno Carla Dario Edith Felix"
).split()
_ROLES = (
    "mayor of {place}|police chief|union leader|hospital director|company spokeswoman|professor at {place} University|"
    "opposition member|fire chief|defence lawyer|chief engineer|shop owner|regional governor"
).split("|")


class _Kind(NamedTuple):
    """A kind of event: headlines, leads and words of its own. Their fields are filled from the event."""

    headlines: tuple[str, ...]
    leads: tuple[str, ...]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]


_KINDS = (
    _Kind(
        (
            "Storm {name} floods {place}, {n} missing",
            "{n} missing after floods hit {place}",
            "{place} under water as {name} passes",
        ),
        ("Storm {name} flooded large parts of {place} on {day}, and {n} people are missing, officials said.",),
        ("river", "roof", "shelter", "dam", "rescue boat", "power line", "bridge", "harvest", "flood wall", "pump"),
        ("swept away", "cut off", "evacuated", "damaged", "buried", "reopened", "repaired"),
    ),
    _Kind(
        (
            "Jury clears {person} in {place} bribery case",
            "{person} acquitted of bribery",
            "Not guilty: {person} walks free in {place}",
        ),
        ("A jury in {place} cleared {person} of {n} counts of bribery on {day} after a trial of {m} weeks.",),
        ("verdict", "witness", "ledger", "prosecutor", "appeal", "contract", "envelope", "testimony", "juror", "bail"),
        ("testified", "rejected", "questioned", "withheld", "cross-examined", "dismissed", "ruled"),
    ),
    _Kind(
        (
            "{org} to cut {n} jobs in {place}",
            "{place} plant of {org} to shed {n} workers",
            "Unions vow to fight {org} layoffs",
        ),
        ("{org} will cut {n} jobs at its plant in {place}, the company told its workers on {day}.",),
        (
            "assembly line",
            "severance",
            "order book",
            "shift",
            "shareholder",
            "warehouse",
            "payroll",
            "union",
            "supplier",
            "engine",
        ),
        ("announced", "closed", "negotiated", "delayed", "outsourced", "merged", "expanded"),
    ),
    _Kind(
        (
            "{place} votes to close {name} bridge",
            "{name} bridge in {place} shut after cracks found",
            "Cracks shut {place} bridge for {m} months",
        ),
        ("The council of {place} voted on {day} to close the {name} bridge for {m} months for {n} cracks.",),
        ("pillar", "inspection", "detour", "ferry", "concrete", "budget", "engineer", "traffic", "toll", "river bank"),
        ("inspected", "voted", "postponed", "reinforced", "diverted", "estimated", "audited"),
    ),
    _Kind(
        (
            "{n} fall ill after {place} festival",
            "Food poisoning suspected at {place} fair",
            "{place} festival closed as {n} fall ill",
        ),
        ("At least {n} visitors of a festival in {place} fell ill on {day}, the regional health office said.",),
        (
            "clinic",
            "sample",
            "kitchen",
            "bacterium",
            "vendor",
            "ambulance",
            "water tank",
            "laboratory",
            "patient",
            "symptom",
        ),
        ("treated", "tested", "recalled", "traced", "disinfected", "hospitalised", "warned"),
    ),
    _Kind(
        (
            "{person} elected {name} party leader",
            "{name} party picks {person}",
            "{person} wins {name} leadership by {n} votes",
        ),
        ("The {name} party elected {person} as its leader in {place} on {day}, by a margin of {n} votes.",),
        ("delegate", "ballot", "pension", "coalition", "manifesto", "rally", "tax plan", "minority", "cabinet", "poll"),
        ("pledged", "conceded", "campaigned", "endorsed", "opposed", "resigned", "nominated"),
    ),
    _Kind(
        (
            "{org} rocket fails over {place}",
            "Launch of {name} satellite ends in failure",
            "{name} satellite lost after {m} minutes",
        ),
        ("A rocket of {org} broke up over {place} on {day} after {m} minutes, with the {name} satellite.",),
        (
            "booster",
            "nozzle",
            "telemetry",
            "launch pad",
            "orbit",
            "fuel tank",
            "insurer",
            "debris",
            "countdown",
            "antenna",
        ),
        ("ignited", "tumbled", "telemetered", "exploded", "recovered", "launched", "redesigned"),
    ),
    _Kind(
        (
            "Fire destroys {name} market in {place}",
            "{place} market burns, {n} stalls lost",
            "{n} stalls gone in {place} blaze",
        ),
        ("A fire destroyed {n} stalls of the {name} market in {place} early on {day}; nobody was hurt.",),
        ("stall", "sprinkler", "smoke", "hydrant", "arson", "trader", "insurance", "alarm", "timber", "warehouse"),
        ("burned", "spread", "extinguished", "collapsed", "rebuilt", "investigated", "salvaged"),
    ),
)
_SENTENCES = (
    "The {noun} was {verb} before {hour} in the morning, according to {person}, the {role}.",
    "“{said}” {person}, the {role}, said.",
    "Officials in {place} said that the {noun} had been {verb} {m} times in the past {n} days.",
    "{other} told reporters that nobody had asked about the {noun} until {weekday}.",
    "The cost was put at ${n} million, about {m} percent more than the {noun} of {year}.",
    "{org}, which runs the {noun}, declined to say who had {verb} it.",
    "In a statement the regional government of {place} called the {noun} “{short}” and promised an inquiry.",
    "Neighbours said they had {verb} the {noun} themselves, with {n} volunteers and {m} lorries.",
    "According to a report seen by this newspaper, the {noun} had not been {verb} since {year}.",
    "{person} is expected to answer questions about the {noun} in {place} on {weekday}.",
    "“{said}” said {other}, {n}, who has lived near the {noun} for {m} years.",
    "The {noun} and the {noun2} will stay closed until at least the end of the month, the {role} added.",
    "Critics say the {noun2} should have been {verb} long ago, and point to {place2}, where it was.",
    "About {n} households were told to leave the {noun2} alone while it was being {verb}.",
    "It was the third time since {year} that a {noun} in {place} had been {verb}, figures of {org} show.",
)
_NOUNS = (
    "orchard lighthouse tunnel archive bakery museum chapel quarry reservoir greenhouse stadium canal monastery "
    "windmill observatory brewery cemetery railway aquarium barracks boathouse cathedral depot embankment foundry "
    "hangar icebreaker jetty kennel laundry mosque nursery orphanage pavilion quay refinery sawmill tavern viaduct "
    "waterworks abattoir bandstand carousel dockyard elevator footbridge gatehouse hatchery incinerator junction kiosk "
    "library marina notary oven parapet radiator scaffold turbine usher vineyard weir annexe beacon culvert dormitory "
    "escalator fountain gallery hostel inlet jukebox lagoon mortuary nettle outpost playground rampart signal terminal "
    "umbrella vault whistle yacht acorn bassoon compass drone easel freezer glacier harness iceberg jigsaw kettle "
    "manuscript nugget oyster parachute quilt rudder saddle telescope uniform violin wagon xylophone yeast zipper"
).split()
_VERBS = (
    "polished smuggled auctioned borrowed photographed counterfeited dismantled engraved fumigated galvanised hoisted "
    "insulated juggled knitted labelled mislaid nationalised overhauled pawned quarantined renovated sandblasted "
    "transplanted unearthed varnished whitewashed yielded armoured barricaded catalogued donated embezzled forged "
    "harvested impounded jettisoned licensed mothballed notarised outfitted patented quoted rationed sabotaged tarred "
    "unloaded vandalised welded zoned"
).split()
_SAYINGS = (
    "We have never seen a {noun} like this one,",
    "Nobody told us that the {noun} would be {verb},",
    "I will not rest until the {noun2} is {verb},",
    "It is too early to speak of the {noun},",
    "This {noun2} belongs to the people of {place},",
    "They {verb} first and asked afterwards,",
)
_SHORT = ("a warning to all of us", "a grave mistake", "a turning point", "beyond repair", "a success")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Event:
    """What several outlets tell of."""

    number: int
    day: dt.date
    kind: _Kind
    fields: dict[str, str]
    sayings: tuple[str, ...]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]


def raw_articles(count: int, seed: int = 1) -> Iterator[RawArticle]:
    """Yield ``count`` articles as they would come in, by the day; the same seed gives the same ones."""
    random_source = random.Random(seed)  # noqa: S311 - a load, not a secret
    made = 0
    number = 0
    while made < count:
        event = _event(number, random_source)
        number += 1
        tellers = random_source.sample(OUTLETS, random_source.choice((1, 1, 2, 3, 3, 4, 5)))
        for outlet, domain in tellers[: count - made]:
            yield _told(event, outlet, domain, random_source)
            made += 1


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield the same as clean articles, for benches that begin behind cleaning."""
    for raw in raw_articles(count, seed):
        yield Article(
            id=raw.id or raw.name,
            text=raw.text,
            title=raw.title or "",
            outlet=raw.outlet or "unknown",
            domain=raw.domain,
            date=raw.date,
            url=raw.url,
            byline=raw.byline,
            raw=raw.text,
        )


def event_of(article_id: str) -> str:
    """Return which event an article tells of, by its id."""
    return article_id.partition("-")[0]


def _event(number: int, random_source: random.Random) -> Event:
    pick = random_source.choice
    day = FIRST_DAY + dt.timedelta(days=number // EVENTS_A_DAY)
    kind = pick(_KINDS)
    fields = {
        "place": _place(random_source),
        "place2": _place(random_source),
        "person": f"{pick(_FIRST_NAMES)} {_surname(random_source)}",
        "other": f"{pick(_FIRST_NAMES)} {_surname(random_source)}",
        "name": pick(_BEGINNINGS) + pick(_MIDDLES) + pick(_MIDDLES),
        "org": f"{_surname(random_source)} {pick(('Motors', 'Group', 'Industries', 'Foods', 'Lines', 'Works'))}",
        "n": str(random_source.randint(12, 900)),
        "m": str(random_source.randint(2, 11)),
        "year": str(random_source.randint(1995, 2020)),
        "hour": str(random_source.randint(2, 9)),
        "day": _WEEKDAYS[day.weekday()],
        "weekday": pick(_WEEKDAYS),
    }
    fields["role"] = pick(_ROLES).format(**fields)
    nouns = (*random_source.sample(kind.nouns, 4), *random_source.sample(_NOUNS, 8))
    verbs = (*random_source.sample(kind.verbs, 3), *random_source.sample(_VERBS, 5))
    sayings = tuple(
        saying.format(noun=pick(nouns), noun2=pick(nouns), verb=pick(verbs), **fields)
        for saying in random_source.sample(_SAYINGS, 3)
    )
    return Event(number, day, kind, fields, sayings, nouns, verbs)


def _told(event: Event, outlet: str, domain: str, random_source: random.Random) -> RawArticle:
    pick = random_source.choice
    paragraphs = [pick(event.kind.leads).format(**event.fields)]
    words = len(paragraphs[0].split())
    while words < WORDS:
        sentences = [
            pick(_SENTENCES).format(
                noun=pick(event.nouns),
                noun2=pick(event.nouns),
                verb=pick(event.verbs),
                said=pick(event.sayings),
                short=pick(_SHORT),
                **event.fields,
            )
            for _ in range(random_source.randint(1, 3))
        ]
        paragraphs.append(" ".join(sentences))
        words += len(paragraphs[-1].split())
    name = f"e{event.number}-{domain.partition('.')[0]}"
    return RawArticle(
        name=name,
        text="\n\n".join(paragraphs),
        title=pick(event.kind.headlines).format(**event.fields),
        outlet=outlet,
        domain=domain,
        date=event.day + dt.timedelta(days=random_source.choice((0, 0, 0, 1))),
        url=f"https://{domain}/{event.number}",
        byline=f"{pick(_FIRST_NAMES)} {_surname(random_source)}",
        id=name,
        language="en",
    )


def _place(random_source: random.Random) -> str:
    return random_source.choice(_BEGINNINGS) + random_source.choice(_MIDDLES) + random_source.choice(_ENDS)


def _surname(random_source: random.Random) -> str:
    return random_source.choice(_BEGINNINGS) + random_source.choice(_MIDDLES) + random_source.choice(_SURNAME_ENDS)
