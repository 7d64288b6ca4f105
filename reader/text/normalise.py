"""Making foreign text harmless and uniform, with the way back to what came in.

Line ends of every kind become one line break, spaces of every kind one plain space each; soft hyphens, zero-widths,
bidi and control characters and terminal escape sequences go; text that was read with the wrong table ("donâ€™t") and
HTML entities are mended; letters and their marks are composed (Unicode NFC). Linear in the length.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from reader.text.offsets import Edit, Edited, edited, joined, unedited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARKS_KEPT = 8
"""Marks above and below one letter; no script needs as many, and towers of them cover other lines of a terminal."""

_PIECE = 128
"""Code points composed at a time: composing is quadratic in a run of marks, so a run must have a bound."""

_C1 = {chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""Control codes 80–9F are what Windows-1252 text becomes when it is read as Latin-1: curly marks, dashes, the euro."""

_CP1252 = {character: bytes([ord(code)]) for code, character in _C1.items() if character}
_TRAILING = "\x80-\xbf" + "".join(_CP1252)
"""What the second and later bytes of a UTF-8 letter look like when they are read as Windows-1252 or Latin-1."""

_MARK_FREE = "\x80-\xbf" + "".join(character for character in _CP1252 if character not in "‘’“”–—")
"""The same without marks that can follow a letter: "AMANHÃ”" is right as it stands."""

_ENTITIES = {
    "amp": "&",
    "quot": '"',
    "apos": "'",
    "lt": "<",
    "gt": ">",
    "nbsp": " ",
    "ndash": "–",
    "mdash": "—",
    "lsquo": "‘",
    "rsquo": "’",
    "ldquo": "“",
    "rdquo": "”",
    "hellip": "…",
    "bull": "•",
    "copy": "©",
}

_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f"
)
_BREAKS = "\r\x0b\x0c\x1c-\x1e\u2028\u2029"
_MARKS = "\u0300-\u036f"
_WRONG_TABLE = (
    rf"[\xc3\xc4\xc5][{_MARK_FREE}]|(?<![A-Z])\xc3[‘’“”–—]|\xc2[\xa1-\xbf]"
    rf"|\xe2[\x80-\x9f€‚„…†‡ˆ‰Š‹Œž™][{_TRAILING}]|\xef[\xbb»][\xbf¿]|\xf0[\x9fŸ][{_TRAILING}]{{2}}"
)
_KINDS = (
    ("line", rf"\r\n?|[{_BREAKS}]"),
    ("space", rf"\xc2\xa0|[{_SPACES}]"),
    ("escape", r"\x1b\[[0-?]*[ -/]*[@-~]?|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x1b"),
    ("joiner", "[\u200c\u200d]"),
    ("unseen", rf"[{_UNSEEN}]|(?<=[{_MARKS}]{{{_MARKS_KEPT}}})[{_MARKS}]+"),
    ("wrong_table", _WRONG_TABLE),
    ("cut_mark", r"\xe2[€\x80](?=[\s.,;:!?]|\Z)"),
    ("c1", r"[\x80-\x9f]"),
    ("entity", r"&(?:[a-z]{2,6}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"),
    ("lone", "[\ud800-\udfff]"),
)
_ODD = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
_MAYBE_ODD = re.compile(rf"[&{_BREAKS}{_SPACES}{_UNSEEN}{_MARKS}\x80-\x9f\xc2-\xc5\xe2\xef\xf0\ud800-\udfff]")
_HIGH = re.compile("[^\x00-\u02ff‘’“”–—…€•™]")
_WORDS = re.compile(rf"\S{{1,{_PIECE}}}[{_MARKS}]*")


def normalise(raw: str) -> Edited:
    """Return ``raw`` made harmless and uniform, and where each code point of it stood."""
    result = edited(raw, _odd_ones(raw)) if _MAYBE_ODD.search(raw) else unedited(raw)
    if not _HIGH.search(result.text):
        return result
    composed = edited(result.text, _uncomposed(result.text))
    return Edited(composed.text, joined(composed.offsets, result.offsets))


def _odd_ones(text: str) -> Iterator[Edit]:
    """Yield what to put in place of the characters that can't stay."""
    position = 0
    while suspect := _MAYBE_ODD.search(text, position):
        odd = _ODD.match(text, suspect.start())
        if odd is None:
            position = suspect.end()
            continue
        position = odd.end()
        replacement = _in_place_of(odd)
        if replacement != odd.group():
            yield Edit(odd.start(), odd.end(), replacement)


def _in_place_of(odd: re.Match[str]) -> str:
    """Return what stands for an odd stretch."""
    kind = odd.lastgroup or ""
    if kind == "joiner":
        # Persian, Indic scripts and emoji are written with joiners; elsewhere they only hide.
        before = odd.string[odd.start() - 1 : odd.start()]
        return odd.group() if before >= "\u0590" else ""
    return _FIXED[kind] if kind in _FIXED else _MENDED_BY[kind](odd.group())


def _mended(found: str) -> str:
    """Return the letter whose UTF-8 bytes were read with a table of single bytes."""
    return _harmless(b"".join(_CP1252.get(character) or bytes([ord(character)]) for character in found).decode("utf-8"))


def _entity(found: str) -> str:
    """Return what an HTML entity stands for; an unknown one stays as it was written."""
    name = found[1:-1]
    if not name.startswith("#"):
        return _ENTITIES.get(name, found)
    code = int(name[1:]) if name[1].isdigit() else int(f"0{name[1:]}", 16)
    return _harmless(chr(code)) if code <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - the end of Unicode


def _harmless(character: str) -> str:
    """Return one decoded character as it may stand in a text."""
    odd = _ODD.match(character)
    return character if odd is None else _in_place_of(odd)


_FIXED = {"line": "\n", "space": " ", "escape": "", "unseen": "", "cut_mark": "”", "lone": "\ufffd"}
_MENDED_BY: dict[str, Callable[[str], str]] = {"wrong_table": _mended, "c1": _C1.__getitem__, "entity": _entity}


def _uncomposed(text: str) -> Iterator[Edit]:
    """Yield the letters that are not in Unicode's composed form, with that form."""
    for word in _WORDS.finditer(text):
        letters = word.group()
        if letters.isascii() or unicodedata.is_normalized("NFC", letters):
            continue
        start = word.start()
        for cluster in _clusters(letters):
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield Edit(start, start + len(cluster), composed)
            start += len(cluster)


def _clusters(letters: str) -> Iterator[str]:
    """Cut a word into letters with their marks, so that composing each composes the whole."""
    start = 0
    for place in range(1, len(letters)):
        if _stands_alone(letters[start:place], letters[place]):
            yield letters[start:place]
            start = place
    yield letters[start:]


def _stands_alone(cluster: str, character: str) -> bool:
    """Tell whether ``character`` begins a new letter after ``cluster``."""
    if character < "\u0300":
        return True
    if unicodedata.combining(character):
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", cluster + character) == apart
