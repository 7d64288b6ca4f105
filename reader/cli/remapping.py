"""The command that lists the keys of the desk, with the names by which the settings can change them."""

from __future__ import annotations

import click

from reader.cli.helping import HelpText
from reader.cli.output import give, say
from reader.cli.session import json_option, library_option, settings


@click.command("keys", cls=HelpText)
@json_option
@library_option
@click.pass_context
def keys_command(ctx: click.Context, *, as_json: bool) -> None:
    """List the actions of the desk: their names, their keys, what they do.

    In config.toml, under [keys], a name and "=" and a key give the action that key; several are parted by commas.

    Examples:
      newsreader keys
      newsreader keys | grep quotation
    """
    from reader.tui.actions import ACTIONS  # noqa: PLC0415 - only here

    chosen = settings(ctx).keys
    wide = max(len(action.id) for action in ACTIONS)
    for action in ACTIONS:
        keys = chosen.get(action.id, action.keys)
        if as_json:
            give({"action": action.id, "keys": keys.split(","), "says": action.says, "where": list(action.where)})
        else:
            say(f"{action.id:<{wide}}  {keys:<22}  {action.says}")
