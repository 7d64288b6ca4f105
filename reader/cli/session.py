"""What commands share: the option that names the library, and opening it."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reader.cli.output import narrate
from reader.errors import LibraryReadOnly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.cli.progress import ProgressLine
    from reader.config import Config
    from reader.library import Library
    from reader.model import AddReport

_Decorated = TypeVar("_Decorated", bound="Callable[..., Any]")
_KEY = "newsreader.library"
_LINE = "newsreader.progress"


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


def first_start(reports: Iterable[AddReport]) -> Iterator[str]:
    """Yield what to say of the articles that came with the program: what was refused, and how many were loaded."""
    from reader.model import AddResult  # noqa: PLC0415 - `--help` needs none

    added = 0
    for report in reports:
        if report.result is AddResult.REFUSED:
            yield f"{report.input}: {report.reason}"
        else:
            added += 1
    if added:
        what = "1 article that comes" if added == 1 else f"{added} articles that come"
        yield f"first start: loaded the {what} with newsreader"


@contextmanager
def open_session(ctx: click.Context, *, seeds: bool = True, allow_local: bool = False) -> Iterator[Library]:
    """Lend the library; on a first start it is filled with the seed articles, unless ``seeds`` is false."""
    from reader.cli.progress import ProgressLine  # noqa: PLC0415 - `--help` needs none
    from reader.wiring import open_library  # noqa: PLC0415 - the same

    library = open_library(settings(ctx), allow_local=allow_local)
    progress = ctx.meta[_LINE] = ProgressLine()
    library.watch(progress.tell)
    try:
        if seeds:
            with suppress(LibraryReadOnly):  # what is there can be read all the same
                for line in first_start(library.add_seeds()):
                    narrate(line)
        yield library
    finally:
        progress.clear()
        library.close()


def progress_line(ctx: click.Context) -> ProgressLine:
    """Return the line that says how far the library's work is: whoever prints meanwhile prints aside of it."""
    line: ProgressLine = ctx.meta[_LINE]
    return line
