"""The command that makes a folder of reports."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import __version__
from reader.cli.helping import HelpText
from reader.cli.output import narrate
from reader.cli.session import library_option, open_session
from reader.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from reader.library import Library
    from reader.model import Story

INDEX = "index.html"
_MANY = 10


@click.command("report", cls=HelpText)
@click.argument("stories", metavar="STORY…", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every story of the library.")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder.")
@library_option
@click.pass_context
def report_command(ctx: click.Context, stories: tuple[str, ...], output: Path, *, every: bool) -> None:
    """Write stories as HTML reports into a folder, one file each, and an index page that leads to them.

    STORY is a story's id or words of its title; without one, and without --all, it is the newest.

    Examples:
      newsreader report --all -o reports
      newsreader report 'defense treaty' 'ferry pier' -o reports
    """
    if every and stories:
        raise click.UsageError("name stories or give --all, not both", ctx)
    with open_session(ctx) as library:
        chosen = _chosen(library, stories, every=every)
        try:
            output.mkdir(parents=True, exist_ok=True)
            _write(library, chosen, output)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UnreadableInput(str(error.filename or output), f"can't be written: {reason}") from error
    narrate(f"wrote {len(chosen)} report{'s' * (len(chosen) != 1)}: open {output / INDEX}")


def _chosen(library: Library, names: Sequence[str], *, every: bool) -> Sequence[Story]:
    """Return the stories that are meant, each once."""
    if every:
        return library.stories()
    found = [library.story(name) for name in names] or [library.story()]
    return list({story.id: story for story in found}.values())


def _write(library: Library, stories: Sequence[Story], folder: Path) -> None:
    """Write a file for each story, named by its id, which is the program's own and no foreign text; then the index."""
    from reader.export import FORMATS  # noqa: PLC0415 - the formats load only where one is asked
    from reader.export.index_page import entry, index_page  # noqa: PLC0415 - the same

    entries = []
    with _progress(stories) as shown:
        for report in library.reports(shown):
            file = f"{report.story.id}.html"
            (folder / file).write_text(FORMATS["html"].render(report), encoding="utf-8")
            entries.append(entry(report, file))
    page = index_page(entries, dt.datetime.now(dt.UTC), __version__)
    (folder / INDEX).write_text(page, encoding="utf-8")


def _progress(stories: Sequence[Story]) -> AbstractContextManager[Iterable[Story]]:
    """Return the stories, with a line on standard error that counts them where they are many."""
    if len(stories) < _MANY:
        return contextlib.nullcontext(stories)
    return click.progressbar(stories, label=f"writing {len(stories)} reports", show_pos=True, file=sys.stderr)
