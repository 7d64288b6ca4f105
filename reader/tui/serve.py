"""The desk in a browser, by textual-serve: one process of the desk for each page that is opened."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import NewsreaderError

if TYPE_CHECKING:
    from reader.config import Config


_PAGE = Path(__file__).with_name("web")


class ServingUnavailable(NewsreaderError):
    """The desk can't be served: the extra ``web`` is not installed, or the port is taken."""


def command(config: Config) -> str:
    """Return the command line of the desk on this library, as a shell reads it."""
    return shlex.join([sys.executable, "-m", "reader", "--library", str(config.library)])


def serve(config: Config, host: str, port: int) -> None:
    """Serve the desk at ``http://host:port`` until ctrl+c. Raise ``ServingUnavailable``."""
    try:
        from textual_serve.server import Server  # noqa: PLC0415 - an extra, and only here
    except ModuleNotFoundError as error:
        raise ServingUnavailable(
            "the desk in a browser needs more packages: pipx inject newsreader textual-serve, "
            "or pip install 'newsreader[web]'"
        ) from error
    try:
        Server(command(config), host=host, port=port, title="newsreader", templates_path=_PAGE).serve()
    except OSError as error:
        raise ServingUnavailable(f"{host}:{port} can't be served: {error.strerror or error}") from error
