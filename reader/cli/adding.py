"""Commands that take articles in: from files, folders, addresses, and the feeds that are remembered."""

from __future__ import annotations

import signal
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli import shapes
from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say, write
from reader.cli.session import json_option, library_option, open_session, progress_line
from reader.cli.telling import Telling
from reader.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

    from reader.model import Feed

local_option = click.option(
    "--allow-local", is_flag=True, help="Fetch from addresses of this machine and of private networks too."
)


@click.command("add", cls=HelpText)
@click.argument("inputs", metavar="PATH|URL|-…", nargs=-1)
@click.option(
    "--watch",
    "watched",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Take in what is dropped into this folder, until ctrl+c.",
)
@click.option(
    "--every",
    type=click.FloatRange(min=0.01),
    default=2.0,
    show_default=True,
    metavar="SECONDS",
    help="How often to look into the watched folder.",
)
@local_option
@json_option
@library_option
@click.pass_context
def add_command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    watched: Path | None,
    every: float,
    *,
    allow_local: bool,
    as_json: bool,
) -> None:
    """Load articles from files, folders, addresses of pages and feeds, and standard input (-).

    What was loaded before is not loaded twice; a changed text becomes a new version. A feed that is given by its
    address, or in a list of feeds (OPML), is remembered for `newsreader refresh`. Exit code 1 tells that some
    input was refused: each is named, the rest is loaded. ctrl+c stops after the articles that were reported.

    Examples:
      newsreader add article.txt ~/news https://example.org/feed.xml
      newsreader add --watch ~/Downloads/news
      newsreader add --json *.txt | jq 'select(.result == "refused")'
    """
    if not inputs and watched is None:
        raise click.UsageError("nothing to add: give a path, an address, - or --watch DIR", ctx)
    telling = Telling(as_json=as_json)
    stop = _Stop()
    with open_session(ctx, seeds=False, allow_local=allow_local) as library, stop:
        telling.tell(library.add_until(inputs, stop.is_asked), progress_line(ctx))
        if watched is not None and not stop.is_asked():
            for dropped in _dropped(watched, every, stop):
                telling.tell(library.add_until(dropped, stop.is_asked), progress_line(ctx))
            ctx.exit(1 if telling.refused else 0)
    _exit(ctx, telling, stop)


def _dropped(folder: Path, every: float, stop: _Stop) -> Iterator[list[str]]:
    """Yield what is dropped into a folder until somebody stops it."""
    from reader.wiring import watch  # noqa: PLC0415 - only watching needs it

    watching = watch(folder)
    narrate(f"watching {folder}; ctrl+c ends it")
    while not stop.is_asked():
        dropped = watching.look()
        if dropped:
            yield [str(path) for path in dropped]
        stop.wait(every)


@click.command("refresh", cls=HelpText)
@local_option
@json_option
@library_option
@click.pass_context
def refresh_command(ctx: click.Context, *, allow_local: bool, as_json: bool) -> None:
    """Ask the remembered feeds for what is new.

    Only what has changed is asked for, one request a host at a time. A feed that fails is named, and the rest is
    taken in.

    Examples:
      newsreader refresh
    """
    telling = Telling(as_json=as_json)
    stop = _Stop()
    with open_session(ctx, seeds=False, allow_local=allow_local) as library, stop:
        feeds = library.feeds()
        if not feeds:
            narrate("no feed is remembered: give one to `newsreader add` by its address")
        telling.tell(library.refresh(stop.is_asked), progress_line(ctx))
    if feeds and not stop.is_asked():
        asked = sum(not feed.paused for feed in feeds)
        narrate(f"asked {asked} of {len(feeds)} feeds: {telling.new} new, {telling.refused} refused")
    _exit(ctx, telling, stop)


@click.command("feeds", cls=HelpText)
@click.argument("feed", nargs=-1)
@click.option("--rename", metavar="TITLE", help="Call the feed so.")
@click.option("--pause", "paused", flag_value="pause", help="Leave the feed out of `newsreader refresh`.")
@click.option("--resume", "paused", flag_value="resume", help="Ask the feed again.")
@click.option("--forget", is_flag=True, help="Forget the feed; its articles stay.")
@click.option("--opml", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write all as OPML.")
@json_option
@library_option
@click.pass_context
def feeds_command(
    ctx: click.Context,
    feed: tuple[str, ...],
    rename: str | None,
    paused: str | None,
    opml: Path | None,
    *,
    forget: bool,
    as_json: bool,
) -> None:
    """List the remembered feeds, or change the one of that address or title.

    Examples:
      newsreader feeds
      newsreader feeds https://example.org/feed.xml --rename 'Example, politics'
      newsreader feeds example --pause
      newsreader feeds --opml feeds.opml
    """
    changes = (rename is not None) + (paused is not None) + forget
    if bool(feed) != bool(changes):
        raise click.UsageError("name a feed and what to do: --rename, --pause, --resume or --forget", ctx)
    if forget and changes > 1:
        raise click.UsageError("a feed that is forgotten can't be changed too", ctx)

    def changed(now: Feed) -> Feed | None:
        if forget:
            return None
        return replace(
            now,
            title=now.title if rename is None else rename,
            paused=now.paused if paused is None else paused == "pause",
        )

    with open_session(ctx, seeds=False) as library:
        if feed:
            shown: Iterable[Feed] = [library.change_feed(" ".join(feed), changed)]
        else:
            shown = library.feeds()
    if opml is not None:
        _write_opml(opml, shown)
        return
    for one in shown:
        if as_json:
            give(shapes.feed_shape(one))
        else:
            state = (
                "forgotten" if forget else "paused" if one.paused else one.failure or ("ok" if one.checked else "new")
            )
            say(f"{one_line(one.title) or '(no title)'}  {one_line(one.url)}  {one_line(state)}")


def _write_opml(file: Path, feeds: Iterable[Feed]) -> None:
    """Write a list of feeds to a file."""
    from reader.wiring import opml_text  # noqa: PLC0415 - only sharing feeds needs it

    text = opml_text(feeds)
    if str(file) == "-":
        write(text)
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UnreadableInput(str(file), f"can't be written: {(error.strerror or str(error)).lower()}") from error
    narrate(f"wrote {file}")


def _exit(ctx: click.Context, telling: Telling, stop: _Stop) -> None:
    """End the command with the code that says how it went; where it was stopped, say how far it came."""
    if stop.is_asked():
        narrate(f"stopped: {telling.counts or 'nothing was added'}")
        ctx.exit(130)
    if progress_line(ctx).was_shown:
        narrate(telling.counts)
    if telling.refused:
        ctx.exit(1)


class _Stop:
    """While entered, the first ctrl+c is noted and a second one interrupts at once."""

    def __init__(self) -> None:
        """Note nothing yet."""
        self._asked = threading.Event()
        self._before: object = None

    def is_asked(self) -> bool:
        """Tell whether somebody wants to stop."""
        return self._asked.is_set()

    def wait(self, seconds: float) -> None:
        """Wait so long, or until somebody wants to stop."""
        self._asked.wait(seconds)

    def __enter__(self) -> None:
        """Take ctrl+c over, where this is the main thread."""
        try:
            self._before = signal.signal(signal.SIGINT, self._note)
        except ValueError:
            self._before = None

    def __exit__(self, *_: object) -> None:
        """Give ctrl+c back."""
        if callable(self._before):
            signal.signal(signal.SIGINT, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        """Note that somebody wants to stop."""
        del number, frame
        if self.is_asked():
            raise KeyboardInterrupt
        self._asked.set()
