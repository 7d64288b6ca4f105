"""What claims are about: their telling stems."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from reader.claims.words import FUNCTION_WORDS, TIME_UNITS
from reader.model import NameKind
from reader.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Claim, Span
    from reader.text.tokens import Token

_FUNCTION_STEMS = FUNCTION_WORDS | {stem(word) for word in FUNCTION_WORDS}
_ONE_THING = 2
_LONGEST_PLAIN = 5


def content(claim: Claim, words: Sequence[Token], holes: Sequence[Span] = ()) -> list[str]:
    """Return the stems of the content words of a claim in order, those inside ``holes`` left out.

    ``words`` are the tokens of the claim's text, their places counted from its beginning.

    The name of a body or thing that has two words ("White House") counts as one: outlets that share it share one thing,
    not two. Names of people do not: a full name in both tells more than a surname does. "Days before" and "such an
    agreement" count beside their words: they point at something, and outlets point at the same.
    """
    pairs = [
        name.span
        for name in claim.names
        if name.kind in {NameKind.BODY, NameKind.OTHER} and len(name.text.split()) == _ONE_THING
    ]
    found = _pointers(claim.text, words)
    if not pairs and not holes:
        found.extend(chain.from_iterable(map(_stems, [token.text for token in words])))
        return found
    at = 0
    for token in words:
        start, end = token.start + claim.span.start, token.end + claim.span.start
        if not token.text[0].isalnum() or any(hole.start <= start < hole.end for hole in holes):
            continue
        while at < len(pairs) and pairs[at].end <= start:
            at += 1
        if at == len(pairs) or start < pairs[at].start:
            found.extend(_stems(token.text))
        elif end >= pairs[at].end:
            name = claim.text[pairs[at].start - claim.span.start : pairs[at].end - claim.span.start]
            found.append(" ".join(stem(word) for word in name.split()))
    return found


def subject(claim: Claim) -> list[str]:
    """Return the stem of the first name in a claim: what the clauses after it are mostly about. Empty without one."""
    return [stem(claim.names[0].text.split()[-1])] if claim.names else []


def proper(words: Sequence[Token]) -> list[str]:
    """Return the stems of the capitalised words and of the figures."""
    return list(filter(None, map(_proper, [word.text for word in words])))


@lru_cache(maxsize=65_536)
def _proper(word: str) -> str:
    """Return the stem of a capitalised word or of a figure, "" for others."""
    tells = (word[0].isupper() or word[0].isdigit()) and word.lower() not in FUNCTION_WORDS
    return stem(word) if tells else ""


def _pointers(text: str, words: Sequence[Token]) -> list[str]:
    """Return the pairs of words that point at a time or at a thing named before; ``words`` are those of ``text``."""
    low_text = text.lower()
    if not ("before" in low_text or "after" in low_text or "such" in low_text):
        return []
    lows = [word.text.lower() for word in words]
    found = [
        f"{stem(unit)} {side}" for unit, side in pairwise(lows) if side in {"before", "after"} and unit in TIME_UNITS
    ]
    for at, low in enumerate(lows):
        thing = next((one for one in lows[at + 1 : at + 3] if one not in {"a", "an"}), "") if low == "such" else ""
        if thing.isalpha() and thing not in FUNCTION_WORDS:
            found.append(f"such {stem(thing)}")
    return found


@lru_cache(maxsize=65_536)
def _stems(word: str) -> tuple[str, ...]:
    """Return the stems of the parts of a word that tell something; a mark tells nothing."""
    if not word[0].isalnum():
        return ()
    return tuple(
        one
        for part in word.replace("‑", "-").replace("‐", "-").split("-")
        if part and part.lower().replace("’", "'") not in FUNCTION_WORDS
        if (one := stem(_positive(part)).replace(".", "")) not in _FUNCTION_STEMS
    )


def _positive(word: str) -> str:
    """Return "close" for "closest": a superlative says the same of more."""
    superlative = word[0].islower() and word.endswith("est") and len(word) > _LONGEST_PLAIN
    return word[:-2] if superlative else word
