"""Help texts: what a command does as paragraphs, its examples as they stand."""

from __future__ import annotations

import inspect

import click

_EXAMPLES = "Examples:\n"


class HelpText(click.Command):
    """A command whose docstring may end in ``Examples:`` and lines that are printed as they are."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the paragraphs folded, then the examples line by line."""
        whole = inspect.cleandoc(self.help or "")
        self.help, marker, examples = whole.partition(_EXAMPLES)
        super().format_help_text(ctx, formatter)
        self.help = whole
        if marker:
            formatter.write_paragraph()
            formatter.write(marker)
            formatter.write(examples.rstrip() + "\n")
