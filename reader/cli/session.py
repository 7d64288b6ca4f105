"""What commands share: the option that names the library, and opening it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reader.cli.output import narrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.config import Config
    from reader.library import Library

_Decorated = TypeVar("_Decorated", bound="Callable[..., Any]")
_KEY = "newsreader.library"


def library_option(command: _Decorated) -> _Decorated:
    """Add ``--library`` to a command; it may stand before or after the command's name."""
    return click.option(
        "--library",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="The library's folder (or $NEWSREADER_LIBRARY).",
        expose_value=False,
        callback=_note_library,
        is_eager=True,
    )(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def _note_library(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    """Keep the folder where every command finds it; the one named last counts."""
    if value is not None:
        ctx.meta[_KEY] = value


def settings(ctx: click.Context) -> Config:
    """Return the settings as this call gives them."""
    from reader.config import load_config  # noqa: PLC0415 - `--help` needs none

    return load_config(ctx.meta.get(_KEY))


@contextmanager
def open_session(ctx: click.Context, *, seeds: bool = True, allow_local: bool = False) -> Iterator[Library]:
    """Lend the library; on a first start it is filled with the seed articles, unless ``seeds`` is false."""
    from reader.wiring import open_library  # noqa: PLC0415 - `--help` needs none

    library = open_library(settings(ctx), allow_local=allow_local)
    try:
        if seeds:
            added = sum(1 for _ in library.add_seeds())
            if added:
                narrate(f"first start: loaded the {added} articles that come with newsreader")
        yield library
    finally:
        library.close()
