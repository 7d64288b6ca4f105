"""Arguments that are words of a query, also where they begin with a minus sign."""

from __future__ import annotations

import click

from reader.cli.helping import HelpText


class TakesQuery(HelpText):
    """A command whose arguments are a query: ``-poll`` is a word of it and no options.

    Only words with two minus signs, and ``-h``, are options; after ``--`` nothing is one.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the query's words behind a ``--``, and parse."""
        own, behind = (args[: (at := args.index("--"))], args[at + 1 :]) if "--" in args else (args, [])
        options, words = [], []
        left = iter(own)
        for given in left:
            if given.startswith("--") or given in ctx.help_option_names:
                options.append(given)
                if self._takes_value(given):
                    value = next(left, None)
                    if value is None:
                        return super().parse_args(ctx, options)  # which says that the value is missing
                    options.append(value)
            else:
                words.append(given)
        return super().parse_args(ctx, [*options, "--", *words, *behind])

    def _takes_value(self, given: str) -> bool:
        """Tell whether what follows an option is its value."""
        return any(
            isinstance(option, click.Option) and given in option.opts and not option.is_flag and not option.count
            for option in self.params
        )
