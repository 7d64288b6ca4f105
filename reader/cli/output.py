"""Printing: data on standard output, narration on standard error, nothing that a terminal would obey."""

from __future__ import annotations

import json
import sys
import unicodedata

import click

_OBEYED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_KEPT = frozenset("\n\t\u200d")


def safe(text: str) -> str:
    """Return ``text`` with a replacement for every character that a terminal could take for an order.

    Control and format characters (escape sequences, bidi overrides, zero-widths) go; line breaks and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        if character in _KEPT or unicodedata.category(character) not in _OBEYED
        else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def one_line(text: str) -> str:
    """Return ``text`` safe and with its white space folded."""
    return safe(" ".join(text.split()))


class NobodyReads(Exception):
    """Whoever read standard output has gone."""


def say(text: str = "") -> None:
    """Print a line of data."""
    write(safe(text) + "\n")


def write(text: str) -> None:
    """Print a text as it is, at once; raise ``NobodyReads`` where that is so."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError as error:
        raise NobodyReads from error


def give(value: object) -> None:
    """Print a value as one line of JSON. Control characters are escaped by JSON itself, format characters here too."""
    write(_escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":"))) + "\n")


def narrate(text: str) -> None:
    """Tell the person something that is no data, on standard error."""
    click.echo(one_line(text), err=True)


def _escaped(line: str) -> str:
    """Return a line of JSON in which format characters and whatever the encoding lacks are written as escapes."""
    if line.isascii() or (line.isprintable() and _encodable(line)):
        return line
    return "".join(
        character if character.isprintable() and _encodable(character) else json.dumps(character)[1:-1]
        for character in line
    )


def _encodable(text: str) -> bool:
    """Tell whether standard output can take a text."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
