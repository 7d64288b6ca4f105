"""The command that shows the desk in a browser."""

from __future__ import annotations

import click

from reader.cli.helping import HelpText
from reader.cli.output import narrate
from reader.cli.session import library_option, settings

_HERE = "127.0.0.1"


@click.command("serve", cls=HelpText)
@click.option("--host", default=_HERE, show_default=True, help="Where to listen; another address lets others in.")
@click.option("--port", type=click.IntRange(1, 65_535), default=8000, show_default=True)
@library_option
@click.pass_context
def serve_command(ctx: click.Context, *, host: str, port: int) -> None:
    """Show the desk in a browser on this machine, until ctrl+c. It needs the extra "web".

    Whoever can reach the address can read the library and flag in the person's name: there is no password.

    Examples:
      newsreader serve
      newsreader serve --port 8800
    """
    from reader.tui.serve import serve  # noqa: PLC0415 - only here

    config = settings(ctx)
    if host != _HERE:
        narrate(f"newsreader: everybody who reaches {host} can read and flag: there is no password")
    serve(config, host, port)
