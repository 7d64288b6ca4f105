"""The command line: parse, call the library, print, exit."""

import click

from reader import __version__


@click.group()
@click.version_option(__version__, prog_name="newsreader")
def main() -> None:
    """Read what several outlets wrote about one event, and check it."""
