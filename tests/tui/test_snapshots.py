"""What every screen looks like at three sizes, dark, light and without colours, and in the terminal's own colours."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from reader.flags.log import after
from reader.tui.app import Desk
from tests.tui.driving import Driver
from tests.tui.ferry import opener

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    SnapCompare = Callable[..., bool]

NOW = dt.datetime(2024, 5, 15, 9, 30, tzinfo=dt.UTC)
SIZES = [(80, 24), (120, 36), (200, 50)]
SCREENS: dict[str, tuple[str, ...]] = {
    "desk": (),
    "fact": ("4", "enter"),
    "quotation": ("3", "enter"),
    "compare": ("4", "j", "c"),
    "matrix": ("m",),
    "flag": ("4", "enter", "f"),
    "flagged": ("4", "f", "d", "j", "f", "v", "j", "f", "p", "3", "f", "m", "2"),
    "help": ("4", "question_mark"),
    "found": ("slash", *"lifeboat", "enter"),
    "removed": ("2", "x", "number_sign"),
    "evidence": ("4", "E"),
    "history": ("4", "f", "d", "f", "v", "H"),
    "palette": ("ctrl+p",),
}


def _doing(keys: tuple[str, ...]) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return what presses keys when the story is open, and then keeps the cursor of the prompt from blinking."""

    async def run(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, Desk)
        person = Driver(app, pilot)
        await person.until(lambda: app.desk.shown is not None)
        await person.settle()
        await person.press(*keys)
        if "slash" in keys:
            await person.until(lambda: app.desk.results is not None and not app.desk.results.as_typed)
            await person.until(lambda: app.desk.hit_place == 0 and not app.desk.asking)
        await person.settle()
        for field in app.screen.query("Input"):
            field.cursor_blink = False  # type: ignore[attr-defined]

    return run


@pytest.mark.parametrize("look", ["dark", "light", "no-colour"])
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36", "200x50"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(
    snap_compare: SnapCompare,
    tmp_path: Path,
    screen: str,
    size: tuple[int, int],
    look: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.tui.screens.evidence_form.today", lambda: "2024-05-15")
    monkeypatch.setattr("reader.flags.log.after", lambda newest, _: after(newest, NOW))
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app = Desk(opener(tmp_path), theme="desk-light" if look == "light" else "desk-dark")
    assert snap_compare(app, terminal_size=size, run_before=_doing(SCREENS[screen]))


def test_the_desk_in_the_colours_of_the_terminal(snap_compare: SnapCompare, tmp_path: Path) -> None:
    app = Desk(opener(tmp_path), theme="ansi-dark")
    assert snap_compare(app, terminal_size=(120, 36), run_before=_doing(SCREENS["fact"]))


@pytest.mark.parametrize("size", [(60, 16), (40, 10), (30, 8)], ids=["60x16", "40x10", "30x8"])
def test_the_desk_on_a_small_screen(snap_compare: SnapCompare, tmp_path: Path, size: tuple[int, int]) -> None:
    app = Desk(opener(tmp_path))
    assert snap_compare(app, terminal_size=size, run_before=_doing(("4", "enter")))
