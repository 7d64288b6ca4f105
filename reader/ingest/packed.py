"""Packed files: gzip with a bound on what comes out, and MHTML, the page of which is one part of a mail message."""

from __future__ import annotations

import zlib
from email import policy
from email.parser import BytesParser
from typing import NamedTuple

from reader.errors import UnreadableInput
from reader.ingest.files import LARGEST_FILE, too_large

MHTML_SUFFIXES = frozenset({".mhtml", ".mht"})
GZIP_SUFFIX = ".gz"

_GZIP_MAGIC = b"\x1f\x8b"
# zlib's code for "gzip header expected".
_GZIP_WINDOW = 31


class PackedPage(NamedTuple):
    """The page in an MHTML file, the encoding its part names, and where it was saved from."""

    content: bytes
    charset: str | None
    url: str | None


def is_gzip(content: bytes) -> bool:
    """Tell whether ``content`` begins as gzip does."""
    return content.startswith(_GZIP_MAGIC)


def gunzip(content: bytes, name: str, *, limit: int = LARGEST_FILE) -> bytes:
    """Return what gzip packed, of one member or several, never unpacking more than ``limit`` bytes."""
    out: list[bytes] = []
    size = 0
    while content:
        unpacker = zlib.decompressobj(_GZIP_WINDOW)
        try:
            part = unpacker.decompress(content, limit - size + 1)
        except zlib.error as error:
            raise UnreadableInput(name, "damaged gzip") from error
        size += len(part)
        if size > limit:
            raise too_large(name, None, limit)
        if not unpacker.eof:
            raise UnreadableInput(name, "gzip that breaks off")
        out.append(part)
        content = unpacker.unused_data.lstrip(b"\0")
    return b"".join(out)


def unpack_mhtml(content: bytes, name: str) -> PackedPage:
    """Return the page of an MHTML file: its first HTML part."""
    message = BytesParser(policy=policy.compat32).parsebytes(content)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                return PackedPage(page, part.get_content_charset(), str(url).strip() if url else None)
    raise UnreadableInput(name, "no page in this MHTML file")
