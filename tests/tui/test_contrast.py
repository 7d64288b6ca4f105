"""What is written can be read: every ink on every paper it may stand on, in every theme that has colours of its own."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.tui import palette
from tests.tui.driving import driving

if TYPE_CHECKING:
    from pathlib import Path

THEMES = {theme.name: theme for theme in (*BUILTIN_THEMES.values(), palette.DARK, palette.LIGHT) if not theme.ansi}
INKS = [name for name, look in palette.LOOKS.items() if look.ink]
PAPERS = [name for name, look in palette.LOOKS.items() if look.paper]


def _variables(theme: str) -> dict[str, str]:
    return THEMES[theme].to_color_system().generate()


def _color(name: str, variables: dict[str, str], *, ink: bool) -> Color:
    style = palette.style(name, variables)
    given = style.color if ink else style.bgcolor
    assert given is not None
    return Color.from_rich_color(given)


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_is_readable_on_what_it_stands_on(theme: str) -> None:
    variables = _variables(theme)
    papers = [Color.parse(variables["background"]), *(_color(name, variables, ink=False) for name in PAPERS)]
    inks = [_color(name, variables, ink=True) for name in INKS]
    unreadable = [
        (ink.hex, paper.hex)
        for ink, paper in itertools.product([*inks, Color.parse(variables["foreground"])], papers)
        if palette.contrast(ink, paper) < palette.READABLE
    ]
    assert not unreadable


def test_contrast_is_the_standards() -> None:
    white, black, grey = Color(255, 255, 255), Color(0, 0, 0), Color.parse("#767676")
    assert palette.contrast(white, black) == pytest.approx(21)
    assert palette.contrast(grey, white) == pytest.approx(4.54, abs=0.005)


def test_a_colour_that_is_readable_as_it_is_stays() -> None:
    variables = _variables("desk-dark")
    assert _color("title", variables, ink=True).hex == variables["text-primary"]


@pytest.mark.parametrize("theme", ["desk-dark", "desk-light", "ansi-dark", "ansi-light"])
async def test_without_colours_no_word_has_the_colour_of_what_it_stands_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driving(tmp_path, theme=theme) as person:
        await person.press("4", "enter")
        painted = [segment for strip in person.app.screen._compositor.render_strips() for segment in strip]
    assert any("48 people" in segment.text for segment in painted)
    hidden = [
        segment.text
        for segment in painted
        if segment.style and segment.text.strip() and segment.style.color and not segment.style.color.is_default
        if segment.style.color.get_truecolor() == (segment.style.bgcolor and segment.style.bgcolor.get_truecolor())
    ]
    assert not hidden
