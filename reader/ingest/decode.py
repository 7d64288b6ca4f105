"""Bytes in, text out: rightly decoded, or refused with a reason."""

from __future__ import annotations

import codecs

from reader.errors import EmptyInput, UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
# Control characters that turn up in real texts: white space, back space, form feed and the escape of terminal logs.
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\b\x1b")
_CONTROLS = bytes(code for code in range(32) if code not in _TEXT_CONTROLS)
# More than one control character in a hundred bytes is no text in any single-byte encoding.
_MOST_CONTROLS = 0.01
# In western European texts at most about one byte in eight is not ASCII; Cyrillic, Greek or Chinese ones have most.
_MOST_HIGH = 0.25
# A UTF-8 text with a few broken bytes has many more whole characters than broken ones.
_WHOLE_PER_BROKEN = 4
# Half the bytes of a Latin text in UTF-16 are zero, all on one side.
_ZERO_SHARE = 0.3
_OTHER_ZERO_SHARE = 0.02


def decode(content: bytes, name: str) -> str:
    """Return the text in ``content``: UTF-8, UTF-16 or UTF-32 with or without a mark, else Windows-1252.

    Raise ``EmptyInput`` if there is nothing to read and ``UnreadableInput`` if it is not text, or text in an
    encoding that can't be told for certain.
    """
    if not content.strip(b" \t\r\n\v\f\0"):
        raise EmptyInput(name, "the file is empty")
    text = _by_mark(content, name)
    if text is None:
        text = _by_zeros(content, name)
    if text is None:
        text = _utf8(content)
    if text is None:
        text = _western(content, name)
    if not text.strip():
        raise EmptyInput(name, "the file is empty")
    return text


def _by_mark(content: bytes, name: str) -> str | None:
    """Decode what begins with a byte order mark."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableInput(name, f"it says it is {encoding.upper()} and is damaged") from error
    return None


def _by_zeros(content: bytes, name: str) -> str | None:
    """Decode UTF-16 without a mark, told by its zero bytes; anything else with zero bytes is binary."""
    sample = content[:_SAMPLE]
    zeros = sample.count(0)
    if not zeros:
        return None
    even, odd = sample[::2].count(0) / len(sample) * 2, sample[1::2].count(0) / len(sample) * 2
    encoding = None
    if odd > _ZERO_SHARE and even < _OTHER_ZERO_SHARE:
        encoding = "utf-16-le"
    elif even > _ZERO_SHARE and odd < _OTHER_ZERO_SHARE:
        encoding = "utf-16-be"
    if encoding is not None and len(content) % 2 == 0:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            pass
    raise UnreadableInput(name, "a binary file, not text")


def _utf8(content: bytes) -> str | None:
    """Decode UTF-8; a few broken bytes in an otherwise sound text become replacement characters."""
    if _too_many_controls(content):
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        whole = sum(not char.isascii() for char in text[:_SAMPLE]) - broken
        return text if whole >= broken * _WHOLE_PER_BROKEN else None


def _western(content: bytes, name: str) -> str:
    """Decode Windows-1252 if the bytes look like a western text; refuse them otherwise."""
    if _too_many_controls(content):
        raise UnreadableInput(name, "a binary file, not text")
    sample = content[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)  # noqa: PLR2004 - the first byte that is not ASCII
    if high <= len(sample) * _MOST_HIGH:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    raise UnreadableInput(name, "its encoding can't be told: save it as UTF-8")


def _too_many_controls(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    kept = sample.translate(None, _CONTROLS)
    return len(sample) - len(kept) > len(sample) * _MOST_CONTROLS
