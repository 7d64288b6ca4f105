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


READABLE = 4.5
"""The contrast that words need on what they stand on (WCAG 2.1, level AA)."""

PAPERS = ("background", "panel", "primary-muted")
"""The theme variables on which words stand: the pane, the row or sentence of the cursor, evidence."""

_STEPS = 20


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's numbers
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=512)
def _paper(value: str, background: str, foreground: str) -> Color:
    """Return a paper, moved towards the background until the foreground is readable on it."""
    behind, ink, paper = Color.parse(background), Color.parse(foreground), Color.parse(value)
    for step in range(_STEPS + 1):
        moved = paper.blend(behind, step / _STEPS, alpha=1.0)
        if contrast(ink, moved) >= READABLE:
            return moved
    return behind


@lru_cache(maxsize=512)
def _readable(ink: Color, papers: tuple[Color, ...]) -> Color:
    """Return an ink, moved towards black or white until it is readable on all papers."""
    far = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda end: min(contrast(end, paper) for paper in papers))
    for step in range(_STEPS + 1):
        moved = ink.blend(far, step / _STEPS, alpha=1.0)
        if all(contrast(moved, paper) >= READABLE for paper in papers):
            return moved
    return far


def _papers(variables: Mapping[str, str]) -> tuple[Color, ...]:
    """Return the colours on which words stand in a theme; none where the terminal chooses them."""
    background, foreground = variables.get("background", "#000000"), variables.get("foreground", "#ffffff")
    values = [variables.get(name, background) for name in PAPERS]
    if any(value.startswith(("ansi_", "auto", "transparent")) for value in (*values, foreground)):
        return ()
    return tuple(_paper(value.split(" ")[0], background, foreground) for value in values)


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
    papers = _papers(variables)
    if papers and ink is not None:
        ink = _readable(ink, papers)
    if papers and paper is not None:
        paper = papers[PAPERS.index(look.paper)]
    made = Style(color=ink.rich_color if ink else None, bgcolor=paper.rich_color if paper and not faint else None)
    if dim:
        made += Style(dim=True)
    if look.paper and (faint or paper is None) and "reverse" not in look.attributes:
        made += Style(underline=True)
    return made + Style.parse(look.attributes) if look.attributes else made
