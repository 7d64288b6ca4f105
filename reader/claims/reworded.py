"""Which differences in quoted words change what was quoted: not the spelling, but a sentence that was cut short."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.claims.compare import Side
    from reader.model import Difference, Words

_ENDS = frozenset(".!?")
_DOTS = ("…", "...", ". . .")


def reworded(difference: Difference, a: Side, b: Side) -> Difference:
    """Return the difference in quoted words with ``harmless`` set by what it does to the quotation.

    Other capitals, points and marks are harmless. A quotation is cut short, which is not, where one outlet ends it with
    a full stop and the other goes on in the same sentence.
    """
    one, other = _letters(difference.a.text), _letters(difference.b.text)
    if one == other:
        return replace(difference, harmless=True)
    if difference.harmless and (_cut_short(difference.a, difference.b, b) or _cut_short(difference.b, difference.a, a)):
        says = f"one quotation ends where the other goes on: {difference.a.text} / {difference.b.text}"
        return replace(difference, harmless=False, says=says)
    return difference


def _letters(words: str) -> str:
    """Return the letters and figures of ``words`` alone, in lower case."""
    return "".join(character for character in words.lower() if character.isalnum())


def _cut_short(short: Words, long: Words, side: Side) -> bool:
    """Tell whether ``short`` ends as a sentence where ``long``, which stands in ``side``, does not."""
    ended = short.text.rstrip()
    if ended[-1:] not in _ENDS:
        return False
    wanted = _letters(short.text)
    whole = side.text[long.span.start : long.span.end]
    begin = _letters(whole).find(wanted)
    if begin < 0:
        return False
    letters = [at for at, character in enumerate(whole) if character.isalnum()]
    rest = whole[letters[begin + len(wanted) - 1] + 1 :].lstrip()
    goes_on = rest[:1] not in _ENDS or rest.startswith(_DOTS)
    return goes_on and any(character.isalnum() for character in rest)
