"""One quotation in two outlets: which quotations of two lists are the same words, and how the words differ.

Two quotations match when most of the shorter one's words stand in the longer one in order, and enough of them to be no
accident; the speaker's name decides between equals and is compared. Words are compared without case, marks and edge
punctuation; the differences are given as the words stand in the texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.model import QuotationKind, QuotationMatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Quotation

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_ENOUGH = 0.72  # share of the shorter one's words that the longer one must have in order
_SURE = 0.9  # the same, where the speakers differ
_FEWEST_WORDS = 2  # two words of one speaker can be one quotation ("dear friend"), one can't
_FEWEST_OTHER = 5  # as many words by another speaker can't be an accident
_MOST_CANDIDATES = 60
_MOST_WORDS = 2_000  # of one quotation: keeps the comparison of very long ones bounded


class _Words(NamedTuple):
    """The words of a quotation: as written, and as compared."""

    written: list[str]
    compared: list[str]


def same(a: Sequence[Quotation], b: Sequence[Quotation]) -> list[QuotationMatch]:
    """Return which quotations of ``a`` and ``b`` are the same words, each at most once, in the order of ``a``.

    ``relation`` tells what happened from ``a`` to ``b``: "same", "cut" (``b`` has less), "extended" (``b`` has more),
    "altered" (words replaced) or "other attribution" (the same words, another speaker). ``score`` is the share of the
    shorter one's words that both have in order. Paraphrases and words that are nobody's are not compared.
    """
    words_a = [_words(one) for one in a]
    words_b = [_words(one) for one in b]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(words_b):
        for word in set(words.compared):
            holders[word].append(number)
    scored: list[tuple[float, int, int, int]] = []  # score, how far the lengths differ, numbers
    for number, words in enumerate(words_a):
        for other in _candidates(words, holders):
            score = _score(a[number], b[other], words, words_b[other])
            if score:
                apart = abs(len(words.compared) - len(words_b[other].compared))
                scored.append((-score, apart, number, other))
    matches: list[QuotationMatch] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for negative, _, number, other in sorted(scored):
        if number not in taken_a and other not in taken_b:
            taken_a.add(number)
            taken_b.add(other)
            matches.append(_match(a, b, number, other, -negative, words_a[number], words_b[other]))
    return sorted(matches, key=_first)


def _first(match: QuotationMatch) -> int:
    """Return the place of the match in the first list."""
    return match.a


def _words(quotation: Quotation) -> _Words:
    """Return the words of a quotation that somebody said in marks; none of any other."""
    if quotation.kind in {QuotationKind.INDIRECT, QuotationKind.UNATTRIBUTED}:
        return _Words([], [])
    written = _WORD.findall(quotation.content)[:_MOST_WORDS]
    return _Words(written, [word.lower().replace("’", "'") for word in written])


def _candidates(words: _Words, holders: dict[str, list[int]]) -> list[int]:
    """Return the quotations that share a rare word with ``words``; common words alone make no candidate."""
    found: set[int] = set()
    for word in sorted(set(words.compared), key=lambda word: len(holders.get(word, ()))):
        here = holders.get(word, [])
        if len(found) + len(here) > _MOST_CANDIDATES and found:
            break
        found.update(here[:_MOST_CANDIDATES])
    return sorted(found)


def _score(a: Quotation, b: Quotation, words_a: _Words, words_b: _Words) -> float:
    """Return the share of the shorter one's words that both have in order, 0.0 where that is no match."""
    fewer = min(len(words_a.compared), len(words_b.compared))
    alike = _speakers_agree(a, b)
    if fewer < (_FEWEST_WORDS if alike else _FEWEST_OTHER):
        return 0.0
    share = _common(words_a.compared, words_b.compared) / fewer
    return share if share >= (_ENOUGH if alike else _SURE) else 0.0


@cache
def _subsequence() -> Callable[[Sequence[str], Sequence[str]], int]:
    """Return rapidfuzz's longest common subsequence, loaded at the first comparison: most runs compare nothing."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - see above

    similarity: Callable[[Sequence[str], Sequence[str]], int] = LCSseq.similarity
    return similarity


def _common(a: list[str], b: list[str]) -> int:
    """Return how many words two lists have in common, in order."""
    return _subsequence()(a, b)


def _speakers_agree(a: Quotation, b: Quotation) -> bool:
    """Tell whether two quotations may be of one speaker: equal names, or one the other's last name."""
    if a.speaker is None or b.speaker is None:
        return True
    name_a, name_b = a.speaker.name.lower().split(), b.speaker.name.lower().split()
    if not name_a or not name_b:
        return True
    if len(name_a) == 1 or len(name_b) == 1:
        return name_a[-1] == name_b[-1]
    return name_a[-1] == name_b[-1] and (name_a[0] == name_b[0] or name_a[0][0] == name_b[0][0])


def _match(
    a: Sequence[Quotation],
    b: Sequence[Quotation],
    number: int,
    other: int,
    score: float,
    words_a: _Words,
    words_b: _Words,
) -> QuotationMatch:
    """Return the match of two quotations with its word-level operations."""
    operations = tuple(_operations(words_a, words_b))
    tags = {tag for tag, _, _ in operations} - {"equal"}
    if not _speakers_agree(a[number], b[other]):
        relation = "other attribution"
    elif not tags:
        relation = "same"
    elif tags == {"delete"}:
        relation = "cut"
    elif tags == {"insert"}:
        relation = "extended"
    else:
        relation = "altered"
    return QuotationMatch(number, other, relation, round(score, 4), operations)


def _operations(a: _Words, b: _Words) -> list[tuple[str, str, str]]:
    """Return ``(tag, words of a, words of b)`` that turn ``a`` into ``b``, neighbours of one tag joined."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - loaded at the first match, as above

    return [
        (
            step.tag,
            " ".join(a.written[step.src_start : step.src_end]),
            " ".join(b.written[step.dest_start : step.dest_end]),
        )
        for step in Levenshtein.opcodes(a.compared, b.compared)
    ]
