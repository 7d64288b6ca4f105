"""The command line: parse, call the library, print, exit."""

from reader.cli.program import main

__all__ = ["main"]
