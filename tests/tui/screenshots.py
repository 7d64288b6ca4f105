"""``python -m tests.tui.screenshots FOLDER``: take pictures of the desk, running on the seed articles."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from reader.config import Config
from reader.tui.app import Desk
from reader.wiring import open_library
from tests.tui.driving import Driver

# name, columns, lines, theme, keys; "~" before a word types it
PICTURES: tuple[tuple[str, int, int, str, tuple[str, ...]], ...] = (
    ("desk", 120, 36, "", ()),
    ("desk-light", 120, 36, "desk-light", ("4", "enter")),
    ("desk-wide", 200, 50, "", ("4", "enter")),
    ("desk-80x24", 80, 24, "", ("4", "enter")),
    ("desk-60x16", 60, 16, "", ("4",)),
    ("fact", 120, 36, "", ("4", "enter", "enter")),
    ("quotation", 120, 36, "", ("3", "enter")),
    ("search", 120, 36, "", ("slash", "~serious mistake")),
    ("compare", 120, 36, "", ("c",)),
    ("matrix", 120, 36, "", ("m",)),
    ("flags", 120, 36, "", ("4", "f", "d", "j", "f", "v", "j", "f", "m", "j", "f")),
    ("removed", 120, 36, "", ("2", "x", "number_sign")),
    ("help", 120, 36, "", ("4", "question_mark")),
)


async def take(folder: Path, name: str, size: tuple[int, int], theme: str, keys: tuple[str, ...]) -> Path:
    """Open the desk on a new library, press keys, and write what it looks like."""
    with tempfile.TemporaryDirectory() as home:
        app = Desk(lambda: open_library(Config(Path(home), "me")), theme=theme)
        async with app.run_test(size=size) as pilot:
            person = Driver(app, pilot)
            await person.until(lambda: app.desk.shown is not None)
            await person.settle()
            for key in keys:
                if key.startswith("~"):
                    await person.type(key[1:])
                    await person.until(lambda key=key: app.desk.sought == key[1:])  # type: ignore[misc]
                    await person.until_shown("Found")
                else:
                    await person.press(key)
            if app.desk.status.text.startswith("Welcome") and name != "desk":
                app.desk.tell("")
                await person.settle()
            picture = folder / f"{name}.svg"
            picture.write_text(app.export_screenshot(title="newsreader"), encoding="utf-8")
            if app.desk.library is not None:
                app.desk.library.close()
    return picture


def main() -> None:
    """Take every picture."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns, lines, theme, keys in PICTURES:
        sys.stdout.write(f"{asyncio.run(take(folder, name, (columns, lines), theme, keys))}\n")


if __name__ == "__main__":
    main()
