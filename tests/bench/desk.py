"""The desk: first paint, a long article, long lists, memory. CPU time, as ratios to plain Textual in one run.

``n`` is measured in a library of invented articles that is made for it or, with
``NEWSREADER_BENCH_LIBRARY=DIR``, kept in a folder.

Every start is a process of its own, so that nothing is warm that would not be; the figure is the least of several.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from tests.bench.keystrokes import fill

STARTS = 5

BARE = """
    from textual.app import App
    from textual.containers import Horizontal, Vertical
    from textual.widgets import Static

    class Bare(App):
        CSS = "Static { border: round white; height: 1fr; width: 1fr; }"

        def compose(self):
            with Horizontal():
                yield Static("a")
                yield Static("b")
                with Vertical():
                    yield Static("c")
                    yield Static("d")

        def on_mount(self):
            self.call_after_refresh(self.painted)

        def painted(self):
            print(time.process_time())
            self.exit()

    Bare().run(headless=True, size=(120, 36))
"""
DESK = """
    import pathlib, sys
    from reader.config import Config
    from reader.tui import desk_of

    desk = desk_of(Config(pathlib.Path(sys.argv[1]), "me"))

    def painted():
        print(time.process_time())
        desk.exit()

    desk.desk.begin = painted
    desk.run(headless=True, size=(120, 36))
"""
ARTICLE = """
    import asyncio, random, sys
    from textual.app import App
    from textual.content import Content, Span as ContentSpan
    from textual.containers import VerticalScroll
    from textual.widgets import Static
    from reader.model import Article, Span
    from reader.tui.widgets.layers import Layer
    from reader.tui.widgets.text_view import TextView

    chance = random.Random(7)
    words = "the treaty minister said Saturday election – “alliance” of nearly $4 billion in Jerusalem and days".split()
    text = "".join(chance.choice(words) + ("\\n\\n" if n % 60 == 59 else " ") for n in range(20_000))
    spans = sorted(Span(start, start + 40) for start in (chance.randrange(len(text) - 40) for _ in range(3_000)))

    class Own(App):
        CSS = "TextView { overflow-y: scroll; overflow-x: hidden; }"

        def compose(self):
            yield TextView(id="text")

        def first(self):
            view = self.query_one(TextView)
            view.show(Article("a", text))
            view.mark(Layer.QUOTATION, spans)
            view.mark(Layer.CURRENT_HIT, spans[:1])

        def move(self, number):
            self.query_one(TextView).mark(Layer.CURRENT_HIT, spans[number : number + 1])

    class Plain(App):
        def compose(self):
            with VerticalScroll():
                yield Static(id="text")

        def painted(self, number):
            return Content(
                text,
                spans=[
                    ContentSpan(span.start, span.end, "reverse" if place == number else "blue")
                    for place, span in enumerate(spans)
                ],
            )

        def first(self):
            self.query_one(Static).update(self.painted(0))

        def move(self, number):
            self.query_one(Static).update(self.painted(number))

    async def main():
        app = Own() if sys.argv[1] == "own" else Plain()
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.pause()
            marks = [time.process_time()]
            app.first()
            await pilot.pause()
            marks.append(time.process_time())
            for number in range(1, 6):
                app.move(number)
                await pilot.pause()
            marks.append(time.process_time())
            await pilot.resize_terminal(80, 40)
            await pilot.pause()
            marks.append(time.process_time())
        print(marks[1] - marks[0], (marks[2] - marks[1]) / 5, marks[3] - marks[2])

    asyncio.run(main())
"""
LISTS = """
    import asyncio, datetime as dt, pathlib, resource, sys
    from reader.tui import _open
    from reader.tui.app import Desk
    from reader.config import Config
    from functools import partial

    folder = pathlib.Path(sys.argv[1])
    async def main():
        desk = Desk(partial(_open, Config(folder, "me")))
        async with desk.run_test(size=(120, 36)) as pilot:
            while desk.desk.shown is None or len(desk.desk.headers) < 10_000:
                await pilot.pause(0.02)
            await pilot.pause(0.5)
            started = time.process_time()
            for _ in range(50):
                desk.desk.action_move(1)
                await pilot.pause()
            moved = (time.process_time() - started) / 50
            print(moved * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)

    asyncio.run(main())
"""
HITS = """
    import asyncio, pathlib, sys
    from functools import partial
    from reader.config import Config
    from reader.tui import _open
    from reader.tui.app import Desk

    async def main():
        app = Desk(partial(_open, Config(pathlib.Path(sys.argv[1]), "me")))
        async with app.run_test(size=(120, 36)) as pilot:
            desk = app.desk

            async def until(true):
                while not true():
                    await asyncio.sleep(0.001)

            await until(lambda: desk.shown is not None and len(desk.headers) >= 10_000)
            desk.search("river", final=True)
            await until(lambda: desk.results is not None and desk.hit_place == 0)
            await pilot.pause(1)
            taken, worked = [], []
            while len(taken) < 20:
                before = desk.shown
                desk.hit_place = len(desk.hits) - 1
                started, busy = time.perf_counter(), time.process_time()
                desk.action_hit(1)
                await until(lambda: desk.shown != before and desk.hit_place == 0)
                painted = asyncio.Event()
                app.call_after_refresh(painted.set)
                await painted.wait()
                taken.append(time.perf_counter() - started)
                worked.append(time.process_time() - busy)
                await pilot.pause(0.25)
            print(*(sorted(seconds)[place] * 1000 for seconds in (worked, taken) for place in (10, 18)))

    asyncio.run(main())
"""
FILL = """
    import pathlib, sys
    from reader.config import Config
    from reader.library.analysing import ANALYSER
    from reader.model import Analysis, Article, Span, Story
    from reader.storage import SqliteStore
    from reader.wiring import open_library

    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    store = SqliteStore(folder / "library.db")
    with store.batch():
        stories = []
        for number in range(int(sys.argv[2])):
            text = f"Council {number} voted on Monday.\\n\\n" + "The mayor said the bridge would open in May. " * 60
            name = f"a{number:05}"
            article = Article(name, text, title=f"Council {number}", outlet=f"Outlet {number % 9}", text_hash=name)
            store.put(article, Analysis(name, ANALYSER, (Span(0, 20),)))
            stories.append(name)
        store.put_stories(Story(f"s{n}", f"Story {n}", tuple(stories[n : n + 4])) for n in range(0, len(stories), 4))
        store.remember("stories.change", str(store.change()))
        store.remember("desk.place", f"{stories[len(stories) // 2]} 0")
    store.close()
    library = open_library(Config(folder, "me"))
    while library.search("bridge").total < int(sys.argv[2]):
        pass  # the desk is not to be timed while it builds the index
    library.close()
"""


def _run(program: str, *arguments: str) -> list[float]:
    code = "import time\n" + textwrap.dedent(program)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=300,
    )
    return [float(figure) for figure in done.stdout.split()]


def _least(program: str, *arguments: str) -> list[float]:
    runs = [_run(program, *arguments) for _ in range(STARTS)]
    return [min(figures) for figures in zip(*runs, strict=True)]


def run() -> list[tuple[str, float, str]]:
    """Measure."""
    rows: list[tuple[str, float, str]] = []
    with tempfile.TemporaryDirectory() as home:
        seeds, many = (str(Path(home, name)) for name in ("seeds", "many"))
        (bare,) = _least(BARE)
        (desk,) = _least(DESK, seeds)
        rows.append(("first paint / bare four-pane Textual app", desk / bare, f"{bare * 1000:.0f} ms CPU; reach 1.4"))
        own, plain = _least(ARTICLE, "own"), _least(ARTICLE, "plain")
        for name, ours, theirs, reach in zip(
            ("first paint", "move one hit", "wrap anew"), own, plain, (0.15, 0.05, 0.25), strict=True
        ):
            against = f"one Static, {theirs * 1000:.1f} ms CPU; reach {reach}"
            rows.append((f"20,000 words with 3,000 spans: {name} / Static", ours / theirs, against))
        _run(FILL, many, "10000")
        (full,) = _least(DESK, many)
        rows.append(("first paint with 10,000 articles / bare app", full / bare, "reach 1.6"))
        moved, memory = _least(LISTS, many)
        kept = Path(os.environ.get("NEWSREADER_BENCH_LIBRARY") or Path(home, "library"))
        fill(kept, Path(home))
        work, most, wait, longest = _run(HITS, str(kept))
        rows += [
            (
                "n to a hit in another article of 10,000, painted, ms CPU",
                work,
                f"19 of 20 in {most:.0f}; by the wall {wait:.0f} and {longest:.0f}; reach 50",
            ),
            ("j in a list of 10,000 articles, ms CPU", moved, "reach 10"),
            ("memory with 10,000 articles open, MB", memory, "reach 250"),
        ]
    return rows
