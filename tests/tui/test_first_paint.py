"""The first paint: what is on the screen, and what it did not wait for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAINTED = """
import pathlib, sys
from reader.config import Config
from reader.tui import desk_of

desk = desk_of(Config(pathlib.Path(sys.argv[1]), "Ada"))

def painted():
    strips = desk.screen._compositor.render_strips()
    print(*("".join(segment.text for segment in strip) for strip in strips), sep="\\n")
    print(*sorted(name for name in sys.modules if name.startswith("reader.")), file=sys.stderr)
    desk.exit()

desk.desk.begin = painted
desk.run(headless=True, size=(120, 36))
"""


def test_the_first_paint_shows_the_panes_and_waits_for_nothing_that_fills_them(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINTED, str(tmp_path / "library")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    for words in ("─ Articles ", "─ Text ", "─ Quotations ", "─ Facts ", "opening the library", "/ search", "? help"):
        assert words in done.stdout
    loaded = set(done.stderr.split())
    later = {"model", "library", "pace", "tui.opened", "tui.signs", "tui.widgets.cards", "tui.widgets.article_rows"}
    assert "reader.tui.screens.desk" in loaded
    assert not loaded & {f"reader.{name}" for name in later}
