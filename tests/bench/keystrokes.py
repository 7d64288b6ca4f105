"""Searching as one types among ten thousand articles, in a real pseudo-terminal: from the key to what is painted.

Every key is sent when the screen has been quiet for a while, and the times are by the wall: from writing the key to
arrival of the frame that shows its result. ``found`` is the first frame whose list is that of the query with this key,
``painted`` the last one that changes the list or the text, and ``told`` the last one that changes anything above the
foot: the quotations and facts of the hit's story, which may have to be found first, follow when the person rests. The
program's own pauses are in all of them.
Then the same keys are typed at a person's pace, without waiting for anything: how long each took to be echoed, and how
long after the last one its result stood there. The peer is a bare Textual app with one line of input.

Ten thousand articles are read anew for it, which takes minutes; ``NEWSREADER_BENCH_LIBRARY=DIR`` keeps them in a
folder for the next run.
"""

from __future__ import annotations

import os
import sys
import tempfile
import textwrap
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pexpect
import pyte

from reader.config import Config
from reader.wiring import open_library
from tests.bench.articles import raw_articles
from tests.bench.intake_whole import _dump
from tests.terminal.terminal import command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Self

ARTICLES = 10_000
COLUMNS, LINES = 120, 36
QUIET = 0.7
LONGEST = 20.0
PACE = 0.16
BACK = "\x7f"
UNKNOWN_TO_THE_EMULATOR = (b"\x1b[?2026$p", b"\x1b[>1u", b"\x1b[<u")
TYPED = ("river bridge", 'river "flood wall', "speaker:an", "said outlet:mer")
RUBBED_OUT = 4

BARE = """
    from textual.app import App
    from textual.containers import Horizontal, Vertical
    from textual.widgets import Input, Static

    class Bare(App):
        CSS = "Static { border: round white; width: 1fr; height: 1fr; } Input { dock: bottom; height: 1; border: none }"

        def compose(self):
            yield Input(compact=True)
            with Horizontal():
                yield Static("a")
                yield Static("b")
                with Vertical():
                    yield Static("c")
                    yield Static("d")

    Bare().run()
"""


class Frame(NamedTuple):
    """What was on the screen when a frame had arrived."""

    at: float
    lines: tuple[str, ...]


class Recorder:
    """A program in a pseudo-terminal. A thread notes when bytes arrive; the emulator is fed when nothing is timed."""

    def __init__(self, program: str, arguments: Sequence[str], home: Path) -> None:
        """Start the program."""
        environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ} | {
            "HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONUTF8": "1",
        }
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._arrived: list[tuple[float, bytes]] = []
        self._child = pexpect.spawn(
            program, list(arguments), env=environment, dimensions=(LINES, COLUMNS), cwd=str(home)
        )
        self._child.delaybeforesend = None  # it would wait 50 ms before each key
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Take the program away."""
        self._child.close(force=True)

    def _listen(self) -> None:
        while True:
            try:
                written = os.read(self._child.child_fd, 1 << 20)
            except OSError:
                return
            if not written:
                return
            self._arrived.append((time.perf_counter(), written))

    def send(self, key: str) -> float:
        """Press a key; return when."""
        now = time.perf_counter()
        self._child.send(key)
        return now

    def wait(self, quiet: float = QUIET) -> None:
        """Wait until nothing but a blinking cursor has been written for a while."""
        end = time.perf_counter() + LONGEST
        last = time.perf_counter()
        known = len(self._arrived)
        while (now := time.perf_counter()) - last < quiet:
            if now > end:
                raise AssertionError("the screen never rests")
            time.sleep(0.01)
            # A cursor that blinks writes a few bytes.
            if sum(len(written) for _, written in self._arrived[known:]) > _BLINK:
                last = now
            known = len(self._arrived)

    def frames(self) -> Iterator[Frame]:
        """Yield what arrived since it was last asked, write by write."""
        arrived, self._arrived = self._arrived, []
        for at, written in arrived:
            yield self._fed(at, written)

    def _fed(self, at: float, data: bytes) -> Frame:
        for sequence in UNKNOWN_TO_THE_EMULATOR:
            data = data.replace(sequence, b"")
        self._stream.feed(data)
        return Frame(at, tuple(self._screen.display))


_BLINK = 400


class Keystroke(NamedTuple):
    """Seconds from a key to its echo, to the list of its hits, to the last change of list and text, and to the last."""

    query: str
    echoed: float
    found: float
    painted: float
    told: float


def run() -> list[tuple[str, float, str]]:
    """Measure."""
    kept = os.environ.get("NEWSREADER_BENCH_LIBRARY")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        folder = Path(kept) if kept else home / "library"
        fill(folder, home)
        bare = _bare(home)
        with Recorder(command(), ["--library", str(folder)], home) as person:
            _until(person, lambda lines: any("checked ─" in line for line in lines))
            typed = list(_typed(person))
            paced = list(_paced(person))
    return _rows(bare, typed, paced)


def fill(folder: Path, home: Path) -> None:
    """Make a library of invented articles, unless it is there."""
    library = open_library(Config(library=folder, person="bench"))
    try:
        if len(library.headers()) < ARTICLES:
            for _ in library.add([str(_dump(list(raw_articles(ARTICLES)), home / "articles.jsonl"))]):
                pass
        library.stories()
        library.search("harbour")
    finally:
        library.close()


def keys() -> Iterator[tuple[str, str]]:
    """Yield each key with the query that it makes: several queries, some of each rubbed out again."""
    query = ""
    for wanted in TYPED:
        for character in wanted:
            query += character
            yield character, query
        for _ in range(len(query) if wanted != TYPED[-1] else RUBBED_OUT):
            query = query[:-1]
            yield BACK, query


def _typed(person: Recorder) -> Iterator[Keystroke]:
    person.send("/")
    person.wait()
    before = _last(person, ())
    for key, query in keys():
        at = person.send(key)
        person.wait()
        frames = list(person.frames())
        after = _last_of(frames, before)
        echoed = next((frame.at - at for frame in frames if _asked(frame.lines) == query.rstrip()), 0.0)
        found = next((frame.at - at for frame in frames if _is_found(frame.lines, query)), 0.0)
        if found and query.strip():
            painted = _last_change(before, frames, _beside(frames[-1].lines))
            yield Keystroke(query, echoed, found, painted - at, _last_change(before, frames, COLUMNS) - at)
        before = after
    person.send("\x1b")
    person.wait()
    _last(person, ())


def _paced(person: Recorder) -> Iterator[Keystroke]:
    """Type a query at a person's pace; only the last key's result is waited for."""
    for wanted in TYPED:
        person.send("/")
        person.wait()
        _last(person, ())
        sent: list[float] = []
        for character in wanted:
            sent.append(person.send(character))
            time.sleep(PACE)
        person.wait()
        frames = list(person.frames())
        for number, at in enumerate(sent, start=1):
            query = wanted[:number]
            echoed = next(frame.at - at for frame in frames if len(_asked(frame.lines)) >= len(query.rstrip()))
            if number < len(sent):
                yield Keystroke(query, echoed, 0.0, 0.0, 0.0)
            else:
                found = next(frame.at - at for frame in frames if _is_found(frame.lines, query))
                yield Keystroke(query, echoed, found, found, found)
        person.send("\x1b")
        person.wait()
        _last(person, ())


def _last_change(before: tuple[str, ...], frames: Sequence[Frame], columns: int) -> float:
    """Return when the first ``columns`` of the screen changed last, the foot left out."""
    shown = [before, *(frame.lines for frame in frames)]
    changed = [
        frame.at
        for earlier, frame in zip(shown, frames, strict=False)
        if any(one[:columns] != other[:columns] for one, other in zip(earlier[:-1], frame.lines[:-1], strict=True))
    ]
    return changed[-1] if changed else frames[0].at


def _beside(lines: tuple[str, ...]) -> int:
    """Return at which column the quotations and facts begin."""
    return lines[0].find("╭─ Quotations") if "╭─ Quotations" in lines[0] else COLUMNS


def _bare(home: Path) -> list[float]:
    """Return how long a bare app takes to echo a key."""
    program = home / "bare.py"
    program.write_text(textwrap.dedent(BARE), encoding="utf-8")
    taken: list[float] = []
    with Recorder(sys.executable, [str(program)], home) as person:
        person.wait()
        _last(person, ())
        for character in TYPED[0].replace(" ", "") * 2:
            at = person.send(character)
            person.wait(0.15)
            frames = list(person.frames())
            taken.append(frames[0].at - at)
    return taken


def _until(person: Recorder, true: Callable[[tuple[str, ...]], bool]) -> None:
    end = time.perf_counter() + LONGEST
    lines: tuple[str, ...] = ()
    while not true(lines):
        if time.perf_counter() > end:
            raise AssertionError("\n".join(lines))
        time.sleep(0.05)
        lines = _last(person, lines)
    person.wait()
    _last(person, lines)


def _last(person: Recorder, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return _last_of(list(person.frames()), otherwise)


def _last_of(frames: Sequence[Frame], otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return frames[-1].lines if frames else otherwise


def _asked(lines: tuple[str, ...]) -> str:
    """Return what stands in the line of the query."""
    return lines[-1].removeprefix(" / ")[:86].rstrip()


def _is_found(lines: tuple[str, ...], query: str) -> bool:
    """Tell whether the list is that of a query: its frame says so, cut where there is no room."""
    said = lines[0].partition("Found · ")[2].partition(" ─")[0].partition("╮")[0].strip()
    return bool(said) and (said == query.strip() or (said.endswith("…") and query.strip().startswith(said[:-1])))


def _rows(bare: list[float], typed: list[Keystroke], paced: list[Keystroke]) -> list[tuple[str, float, str]]:
    rows: list[tuple[str, float, str]] = []
    echo = _share(bare, 0.5)

    def row(name: str, seconds: list[float]) -> None:
        middle, late, most = _share(seconds, 0.5), _share(seconds, 0.95), max(seconds)
        against = f"p50 {middle * 1e3:.0f}, max {most * 1e3:.0f}, {len(seconds)} keys; {late / echo:.0f} bare echoes"
        rows.append((f"{name}, p95 ms", late * 1e3, against))

    row("a key to its echo in a bare app", bare)
    row("a key to its echo, every key waited for", [key.echoed for key in typed])
    row("a key to the list of its hits", [key.found for key in typed])
    row("a key to the last change of list and text", [key.painted for key in typed])
    row("a key to the quotations and facts of its first hit", [key.told for key in typed])
    row("a key to its echo at a person's pace", [key.echoed for key in paced])
    row("the last key to its hits at a person's pace", [key.found for key in paced if key.found])
    return rows


def _share(figures: Sequence[float], share: float) -> float:
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
