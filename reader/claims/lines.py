"""The sentences of a story as they are compared: what each and each of its clauses is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.content import content, proper, subject
from reader.model import ProvenanceKind, SpeakerKind
from reader.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.model import Claim, Span
    from reader.text.tokens import Token


class Line(NamedTuple):
    """A sentence as it is compared: its article, the places of its claims, what it and each of them is about.

    ``proper`` are the capitalised words and figures of its clauses.
    """

    article: str
    claims: tuple[int, ...]
    held: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    quoted: bool
    speakers: frozenset[str]
    proper: tuple[str, ...] = ()


class Part(NamedTuple):
    """Some clauses of one sentence: the sentence's place, and the clauses as bits, the first clause being bit 0."""

    line: int
    clauses: int


def lines_of(claims: Sequence[Claim]) -> list[Line]:
    """Group the claims by sentence. What several outlets print in the same words is read once."""
    texts = Counter(claim.text for claim in claims)
    read: dict[str, list[Token]] = {}
    groups: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        groups[claim.article, claim.sentence.start].append(place)
    lines: list[Line] = []
    for (article, _), places in groups.items():
        words = [_read(claims[place].text, texts, read) for place in places]
        own = [
            content(claims[place], said, _inner(claims, place, places))
            for place, said in zip(places, words, strict=True)
        ]
        about = subject(claims[places[0]])
        lines.append(
            Line(
                article=article,
                claims=tuple(places),
                held=tuple(dict.fromkeys(chain.from_iterable(own))),
                parts=tuple([tuple(dict.fromkeys([*stems, *about])) for stems in own]),
                quoted=all(claims[place].quoted for place in places),
                speakers=_speakers([claims[place] for place in places]),
                proper=tuple([stem for said in words for stem in proper(said)]),
            )
        )
    return lines


def _read(text: str, texts: Mapping[str, int], read: dict[str, list[Token]]) -> list[Token]:
    """Return the tokens of a claim's text, which are kept in ``read`` where it comes again in ``texts``."""
    if texts[text] == 1:
        return tokens(text)
    known = read.get(text)
    if known is None:
        known = read[text] = tokens(text)
    return known


_NOBODY = frozenset[str]()
_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.BODY})
_SECOND_HAND = frozenset({ProvenanceKind.AGENCY, ProvenanceKind.OTHER_OUTLET})


def _speakers(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the words of the names of all who say the claims of a sentence."""
    words = [word for claim in claims for word in _through(claim)]
    return frozenset(words) if words else _NOBODY


def _through(claim: Claim) -> list[str]:
    """Return the words of the name of who says the claim: the speaker with a name, else the outlet it is taken from."""
    if claim.attribution is not None and claim.attribution.kind in _NAMED:
        return claim.attribution.name.lower().split()
    if claim.provenance is not None and claim.provenance.kind in _SECOND_HAND:
        return claim.provenance.through.lower().split()
    return []


def _inner(claims: Sequence[Claim], place: int, places: Sequence[int]) -> list[Span]:
    """Return the spans of the clauses inside a clause."""
    span = claims[place].span
    return [claims[other].span for other in places if other != place and span.covers(claims[other].span)]
