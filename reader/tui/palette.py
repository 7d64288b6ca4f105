"""How things look: named looks for painted lines, made from the theme's colours, and the desk's own two themes.

Every look that means something has an attribute (bold, underline, reverse …) or a sign beside its colour, so that
nothing is lost where colours are not shown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK = Theme(
    name="desk-dark",
    primary="#7DA6C8",
    secondary="#8F9DB3",
    accent="#D9A860",
    warning="#D9A860",
    error="#D0787A",
    success="#93B77D",
    foreground="#D5D8DD",
    background="#16191E",
    surface="#1B1F25",
    panel="#262B33",
    dark=True,
)
LIGHT = Theme(
    name="desk-light",
    primary="#2F6690",
    secondary="#5B6778",
    accent="#8F5A00",
    warning="#8F5A00",
    error="#A63A3C",
    success="#3F6F2A",
    foreground="#23272E",
    background="#FAF8F4",
    surface="#F3F0EA",
    panel="#E4DFD5",
    dark=False,
)


class Look(NamedTuple):
    """A look before a theme gives it colours: names of theme variables and attributes for the terminal."""

    ink: str = ""
    paper: str = ""
    attributes: str = ""


LOOKS: Mapping[str, Look] = {
    "plain": Look(),
    "strong": Look(attributes="bold"),
    "title": Look("text-primary", attributes="bold"),
    "dim": Look("foreground-muted"),
    "number": Look("foreground-muted"),
    "outlet": Look("text-secondary", attributes="bold"),
    "speaker": Look("foreground", attributes="bold"),
    "key": Look("text-accent", attributes="bold"),
    "agreed": Look("text-success"),
    "differs": Look("text-warning", attributes="bold"),
    "single": Look("foreground-muted"),
    "good": Look("text-success", attributes="bold"),
    "bad": Look("text-error", attributes="bold"),
    "open": Look("text-warning"),
    "cursor": Look(paper="panel"),
    "cursor-focused": Look(paper="primary-muted", attributes="bold"),
    "bar": Look("text-accent", attributes="bold"),
    # the layers of the text, in the order in which they are laid over each other
    "quotation": Look("text-primary"),
    "removed": Look("foreground-muted", attributes="dim strike"),
    "sentence": Look(paper="panel"),
    "flag": Look(attributes="underline"),
    "evidence": Look(paper="primary-muted"),
    "only": Look(attributes="italic"),
    "difference": Look("text-warning", attributes="bold underline"),
    "hit": Look("text-accent", attributes="bold underline"),
    "current-hit": Look(attributes="bold reverse"),
    "selection": Look(attributes="reverse"),
}


@lru_cache(maxsize=512)
def _ink(value: str, background: str) -> tuple[Color | None, bool]:
    """Return the colour that a theme variable stands for, and whether it is a dimmed terminal colour."""
    name, _, strength = value.partition(" ")
    if name in {"transparent", "auto", ""}:
        return None, bool(strength)
    if name.startswith("ansi_"):
        return (None if name == "ansi_default" else Color.parse(name)), bool(strength)
    ink = Color.parse(name)
    if ink.a < 1 and not background.startswith("ansi_"):
        ink = Color.parse(background).blend(ink, ink.a, alpha=1.0)
    return ink, False


def style(name: str, variables: Mapping[str, str]) -> Style:
    """Return the look of that name in a theme's colours."""
    look = LOOKS[name]
    background = variables.get("background", "#000000")
    ink, dim = _ink(variables.get(look.ink, ""), background) if look.ink else (None, False)
    paper, faint = _ink(variables.get(look.paper, ""), background) if look.paper else (None, False)
    made = Style(color=ink.rich_color if ink else None, bgcolor=paper.rich_color if paper and not faint else None)
    if dim:
        made += Style(dim=True)
    if look.paper and (faint or paper is None) and "reverse" not in look.attributes:
        made += Style(underline=True)
    return made + Style.parse(look.attributes) if look.attributes else made
