"""The ``newsreader`` command: its commands, loaded when called, and its errors as one line."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from reader import __version__
from reader.cli.helping import HelpText
from reader.cli.output import NobodyReads, narrate
from reader.cli.session import library_option, settings
from reader.errors import NewsreaderError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

_COMMANDS = {
    "adding": ("add", "refresh", "feeds"),
    "keeping": ("export", "import"),
    "reporting": ("report",),
    "upkeep": ("backup", "restore", "doctor"),
    "searching": ("search", "searches", "like"),
    "reading": ("stories", "show", "quotes", "facts", "omits"),
    "marking": ("flag", "flags", "undo", "redo", "history"),
    "tagging": ("tag", "tags"),
    "outlets": ("outlets",),
    "piping": ("analyze", "checklist", "compare"),
    "serving": ("serve",),
    "remapping": ("keys",),
}
_MODULES = {command: module for module, commands in _COMMANDS.items() for command in commands}
_NAME = "newsreader"
_FAILED, _USAGE, _INTERRUPTED = 1, 2, 130


class Program(HelpText, click.Group):
    """The group of all commands. A command's module is imported when the command is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order that a newcomer meets them."""
        del ctx
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or None."""
        del ctx
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        found: click.Command = getattr(import_module(f"reader.cli.{module}"), f"{cmd_name}_command")
        return found

    def main(  # type: ignore[override]  # click's has two overloads that differ in what it returns
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> object:
        """Run, and end the process: 0 done, 1 something failed (named in one line), 2 not understood."""
        if not extra.pop("standalone_mode", True):
            return super().main(args, prog_name, standalone_mode=False, **extra)
        if "NEWSREADER_DEBUG" not in os.environ:
            sys.excepthook = _unforeseen
        sys.exit(self._run(args, **extra))

    def _run(self, args: Sequence[str] | None, **extra: Any) -> int:  # noqa: ANN401 - click's own
        """Run, and return the exit code."""
        try:
            code = super().main(args, _NAME, standalone_mode=False, **extra)
            sys.stdout.flush()
        except click.UsageError as error:
            place = error.ctx.command_path if error.ctx else _NAME
            narrate(f"{place}: {error.format_message()} (see `{place} --help`)")
            return _USAGE
        except click.ClickException as error:
            narrate(f"{_NAME}: {error.format_message()}")
            return _FAILED
        except NewsreaderError as error:
            narrate(f"{_NAME}: {error}")
            return _FAILED
        except (click.Abort, KeyboardInterrupt):
            return _INTERRUPTED
        except (NobodyReads, BrokenPipeError):
            # Whoever read the output has had enough. What Python still holds must not be written at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return code if isinstance(code, int) else 0


def _unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one line that the program itself is at fault."""
    del trace
    narrate(f"newsreader: a fault of the program: {kind.__name__}: {error} (NEWSREADER_DEBUG=1 shows where)")


@click.group(cls=Program, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="newsreader", message="%(prog)s %(version)s")
@library_option
@click.pass_context
def main(ctx: click.Context) -> None:
    """Read what several outlets wrote about one event, and check it.

    Without a command it opens the desk: articles, text, quotations and the fact checklist on one screen.

    Examples:
      newsreader                              open the desk
      newsreader add ~/news https://…         load files, folders and addresses
      newsreader facts                        the checklist of the newest story
      newsreader search 'treaty speaker:gantz'
      newsreader flag 3f2a91c0 disputed --note 'asked the ministry'
      newsreader export --to html -o story.html
    """
    if ctx.invoked_subcommand is not None:
        return
    # Where TEXTUAL_DRIVER is set, what draws the desk is no terminal: `newsreader serve` shows it in a browser.
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise click.UsageError(
            "there is no terminal to open the desk in: use a command, for example `newsreader facts`", ctx
        )
    from reader.tui import run  # noqa: PLC0415 - only the desk loads textual
    from reader.wiring import refuse_unusable  # noqa: PLC0415 - `--help` needs none

    config = settings(ctx)
    refuse_unusable(config)
    run(config)
