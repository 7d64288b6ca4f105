"""Commands that look after the library's files."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say
from reader.cli.session import json_option, library_option, settings


@click.command("backup", cls=HelpText)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@library_option
@click.pass_context
def backup_command(ctx: click.Context, file: Path) -> None:
    """Write the library (articles and flags) into one file, while it may be in use.

    Examples:
      newsreader backup ~/newsreader-2026-01-31.zip
    """
    from reader.wiring import back_up  # noqa: PLC0415 - only here

    back_up(settings(ctx), file)
    narrate(f"wrote {file}")


@click.command("restore", cls=HelpText)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Put the library that is there aside.")
@library_option
@click.pass_context
def restore_command(ctx: click.Context, file: Path, *, replace: bool) -> None:
    """Make the library from a backup. One that is there stays, unless --replace puts it aside.

    Examples:
      newsreader --library ~/again restore ~/newsreader-2026-01-31.zip
    """
    from reader.wiring import restore  # noqa: PLC0415 - only here

    for line in restore(settings(ctx), file, replace=replace):
        narrate(line)


@click.command("doctor", cls=HelpText)
@click.option("--repair", is_flag=True, help="Rebuild what is damaged from what is whole; the old files are kept.")
@json_option
@library_option
@click.pass_context
def doctor_command(ctx: click.Context, *, repair: bool, as_json: bool) -> None:
    """Examine the library: is every file whole, does every part fit the others.

    Exit code 1 tells that something is wrong.

    Examples:
      newsreader doctor
      newsreader doctor --repair
    """
    from reader import wiring  # noqa: PLC0415 - only here

    config = settings(ctx)
    findings = (wiring.repair(config) if repair else []) or wiring.examine(config)
    for finding in findings:
        if as_json:
            give({"part": finding.part, "sound": finding.sound, "says": finding.says})
        else:
            say(f"{'ok ' if finding.sound else '✗  '} {finding.part}: {one_line(finding.says)}")
    if all(finding.sound for finding in findings):
        return
    if not repair:
        narrate(
            "save what can be read with `newsreader doctor --repair` (the old files are kept), "
            "or bring a backup back with `newsreader restore FILE --replace`"
        )
    else:
        narrate("load the articles again, or bring a backup back with `newsreader restore FILE --replace`")
    ctx.exit(1)
