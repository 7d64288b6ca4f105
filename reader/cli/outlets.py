"""The command for outlets: which ones the library has, renamed, merged and noted by the person."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import click

from reader.cli import shapes
from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say
from reader.cli.session import json_option, library_option, open_session, settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.ingest.outlets import Outlet
    from reader.ingest.own_outlets import OwnOutlets
    from reader.library import Library
    from reader.model import Article


@click.command("outlets", cls=HelpText)
@click.argument("outlet", nargs=-1)
@click.option("--rename", metavar="NAME", help="Call the outlet so; its old name is known as another one of it.")
@click.option("--merge", multiple=True, metavar="OTHER", help="Take another outlet's articles into it; repeat it.")
@click.option("--note", metavar="TEXT", help="Your own words about it; an empty text takes them away.")
@json_option
@library_option
@click.pass_context
def outlets_command(
    ctx: click.Context,
    outlet: tuple[str, ...],
    rename: str | None,
    merge: tuple[str, ...],
    note: str | None,
    *,
    as_json: bool,
) -> None:
    """List the outlets of the library, or rename, merge and note the one that is named.

    What you say is kept in outlets.toml beside the settings, stands above what the program knows, and holds for
    articles that are there and those to come. Where you changed that file by hand, this command applies it.

    Examples:
      newsreader outlets
      newsreader outlets 'hill.example' --rename 'The Hill'
      newsreader outlets 'BBC News' --merge 'BBC Sport' --note 'asked them about the figures'
    """
    from reader.wiring import own_outlets  # noqa: PLC0415 - `--help` needs none

    asked = _Asked(" ".join(outlet), rename, merge, note)
    if bool(outlet) != asked.changes:
        raise click.UsageError("name an outlet and what to do: --rename, --merge or --note", ctx)
    own = own_outlets(settings(ctx))
    with open_session(ctx) as library:
        found = _by_outlet(library)
        name = _change(own, found, asked) if outlet else None
        moved = library.name_outlets(own.name_of)
        if moved:
            narrate(f"{moved} {'article has' if moved == 1 else 'articles have'} another outlet's name now")
            found = _by_outlet(library)
    for each in [name] if name is not None else sorted(found, key=str.casefold):
        articles = found.get(each, ())
        _show(own.named(each, _domains(articles)), articles, as_json=as_json)


class _Asked(NamedTuple):
    """What is to be done with which outlet."""

    outlet: str
    rename: str | None
    merge: Sequence[str]
    note: str | None

    @property
    def changes(self) -> bool:
        """Whether anything is to be done."""
        return self.rename is not None or bool(self.merge) or self.note is not None


def _change(own: OwnOutlets, found: Mapping[str, Sequence[Article]], asked: _Asked) -> str:
    """Do what is asked, and return the outlet's name as it is now; raise ``NotFound``."""

    def named(words: str, *, but: str | None = None) -> Outlet:
        name = own.meant(words, [each for each in found if each != but])
        return own.named(name, _domains(found.get(name, ())))

    now = named(asked.outlet)
    for words in asked.merge:
        now = own.merge(now, named(words, but=now.name))
    if asked.rename is not None:
        now = own.rename(now, asked.rename)
    if asked.note is not None:
        now = own.note(now, asked.note)
    return now.name


def _show(outlet: Outlet, articles: Sequence[Article], *, as_json: bool) -> None:
    """Print one outlet."""
    guessed = sum(article.outlet_guessed for article in articles)
    if as_json:
        give(shapes.outlet_shape(outlet, len(articles), guessed))
        return
    count = f"{len(articles)} {'article' if len(articles) == 1 else 'articles'}"
    count += f" ({guessed} by a guess)" if guessed else ""
    parts = (outlet.name, count, " ".join(outlet.domains), outlet.notes)
    say("  ".join(one_line(part) for part in parts if part))


def _by_outlet(library: Library) -> Mapping[str, Sequence[Article]]:
    """Return the headers of the library's articles by the outlet they have."""
    found: defaultdict[str, list[Article]] = defaultdict(list)
    for head in library.headers():
        found[head.outlet].append(head)
    return found


def _domains(articles: Sequence[Article]) -> Sequence[str]:
    """Return the domains that articles came from, the commonest first."""
    return [domain for domain, _ in Counter(each.domain for each in articles if each.domain).most_common()]
