"""Commands that bring things in and send them out."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, say, write
from reader.cli.session import json_option, library_option, open_session, progress_line
from reader.cli.telling import Telling
from reader.errors import UnreadableInput


@click.command("export", cls=HelpText)
@click.argument("story", nargs=-1)
@click.option(
    "--to",
    "format_name",
    default="markdown",
    show_default=True,
    metavar="FORMAT",
    help="markdown, html, csv, json, jsonl, webannotation or claimreview.",
)
@click.option("--flags", "flags_only", is_flag=True, help="The whole log of flags, for `newsreader import`.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@library_option
@click.pass_context
def export_command(
    ctx: click.Context, story: tuple[str, ...], format_name: str, output: Path | None, *, flags_only: bool
) -> None:
    """Write a story (by default the newest) as a report, or the log of flags to share with a colleague.

    Examples:
      newsreader export --to html -o story.html
      newsreader export 'defense treaty' --to csv
      newsreader export --flags -o my-flags.jsonl
    """
    with open_session(ctx) as library:
        if flags_only:
            from reader.wiring import flags_text  # noqa: PLC0415 - only here

            text = flags_text(library.events())
        else:
            from reader.export import FORMATS  # noqa: PLC0415 - only here

            if format_name not in FORMATS:
                raise click.UsageError(f"no format is called {format_name!r}: {', '.join(FORMATS)} are", ctx)
            text = library.export(" ".join(story) or None, format_name)
    if output is None:
        write(text if text.endswith("\n") else text + "\n")
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UnreadableInput(str(output), f"can't be written: {(error.strerror or str(error)).lower()}") from error
    narrate(f"wrote {output}")


@click.command("import", cls=HelpText)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@library_option
@click.pass_context
def import_command(ctx: click.Context, file: Path, *, as_json: bool) -> None:
    """Take in a colleague's flags or a whole story. Twice is once.

    FILE is what `newsreader export --flags` or `newsreader export --to json` wrote. A story brings its articles, with
    their ids and versions, and everything that anybody said of them.

    Examples:
      newsreader import adas-flags.jsonl
      newsreader import story.json
    """
    from reader.export.reading_back import is_story  # noqa: PLC0415 - only here
    from reader.wiring import read_flags  # noqa: PLC0415 - only here

    text = _text_of(file)
    if is_story(text):
        with open_session(ctx, seeds=False) as library:
            taken = library.take_in(text, str(file))
        telling = Telling(as_json=as_json)
        telling.tell(taken.articles, progress_line(ctx))
        refused = telling.refused
        entries, new = taken.events, taken.new_events
    else:
        events = read_flags(file)
        with open_session(ctx) as library:
            new = library.merge(events)
        entries, refused = len(events), 0
    if as_json:
        give({"entries": entries, "new": new})
    else:
        say(f"{new} new of {entries} entries")
    if refused:
        ctx.exit(1)


def _text_of(file: Path) -> str:
    """Return a file's text."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableInput(str(file), f"can't be read: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(str(file), "not flags or a story as `newsreader export` writes them") from error
