"""Commands that find articles by words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say
from reader.cli.session import json_option, library_option, open_session
from reader.cli.wording import TakesQuery
from reader.errors import LibraryReadOnly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library
    from reader.model import SearchResults

limit_option = click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="How many articles at most."
)


@click.command("search", cls=TakesQuery)
@click.argument("query", nargs=-1)
@limit_option
@click.option("--save", metavar="NAME", help="Save the query under this name.")
@click.option("--saved", metavar="NAME", help="Search for what was saved under this name, and QUERY besides.")
@json_option
@library_option
@click.pass_context
def search_command(
    ctx: click.Context, query: tuple[str, ...], limit: int, save: str | None, saved: str | None, *, as_json: bool
) -> None:
    """Find articles by words, best first. A word with a minus sign before it must not be in them.

    Examples:
      newsreader search treaty
      newsreader search '"mutual defense" outlet:fox'
      newsreader search speaker:gantz --json
      newsreader search 'treaty -poll' --save 'the treaty'
      newsreader search --saved 'the treaty' date:2019-09
    """
    asked = " ".join(query)
    if not asked.strip() and saved is None:
        raise click.UsageError("Missing argument 'QUERY...'.", ctx)
    with open_session(ctx) as library:
        if saved is not None:
            asked = _both(library.saved_search(saved).query, asked)
        results = library.search(asked, limit=limit)
        if results.problem:
            raise click.UsageError(results.problem, ctx)
        if save is not None:
            _save(library, save, asked, ctx)
        _print(library, library.snippets(results, 0, len(results.hits)), as_json=as_json)
        if not as_json:
            # The history is a person's; a script's searches would push theirs out.
            with suppress(LibraryReadOnly):
                library.note_search(asked)
    if not as_json:
        narrate(_found(results.total, len(results.hits), results.did_you_mean))
    if results.behind:
        narrate("the newest articles are still being indexed: search again for what they say")


def _both(saved: str, more: str) -> str:
    """Return the query for what fits a saved query and ``more``."""
    return f"({saved}) {more}" if more.strip() else saved


def _save(library: Library, name: str, query: str, ctx: click.Context) -> None:
    """Save a query."""
    try:
        library.save_search(name, query)
    except ValueError as error:
        raise click.UsageError(str(error), ctx) from error


def _print(library: Library, results: SearchResults, *, as_json: bool) -> None:
    """Print what was found."""
    articles = [library.article(hit.article) for hit in results.hits]
    if as_json:
        from reader.cli import shapes  # noqa: PLC0415 - for a person's search it would be half of the command's own time

        hits = [shapes.hit_shape(hit, article) for hit, article in zip(results.hits, articles, strict=True)]
        give({"query": results.query, "total": results.total, "hits": hits, "did_you_mean": results.did_you_mean})
        return
    for hit, head in zip(results.hits, articles, strict=True):
        say(f"{hit.article}  {one_line(head.outlet)}  {head.date or ''}  {one_line(head.title)}")
        say(f"    {one_line(hit.snippet)}")


def _found(total: int, shown: int, did_you_mean: Sequence[str]) -> str:
    """Say how many articles there are, and what might have been meant where there are none."""
    if not total:
        return "nothing found" + (f"; did you mean {', '.join(did_you_mean)}?" if did_you_mean else "")
    more = f", the best {shown} shown" if shown < total else ""
    return f"{total} article{'s' if total > 1 else ''}{more}"


@click.command("like", cls=HelpText)
@click.argument("article")
@limit_option
@click.option("--words", default="", metavar="TEXT", help="Near these words of the article, for example a claim.")
@json_option
@library_option
@click.pass_context
def like_command(ctx: click.Context, article: str, limit: int, words: str, *, as_json: bool) -> None:
    """Find the articles nearest to one, and where in them the words are that both share.

    Examples:
      newsreader like 3f2a91c0d4e5
      newsreader like 3f2a91c0d4e5 --words 'the repair would cost nine million crowns'
    """
    with open_session(ctx) as library:
        results = library.more_like(library.article(article).id, words=words, limit=limit)
        _print(library, results, as_json=as_json)
    if not as_json:
        narrate(_found(results.total, len(results.hits), ()))


@click.command("searches", cls=HelpText)
@click.option("--forget", metavar="NAME", help="Forget this saved search.")
@click.option("--clear", is_flag=True, help="Forget which searches were made; saved ones stay.")
@json_option
@library_option
@click.pass_context
def searches_command(ctx: click.Context, forget: str | None, *, clear: bool, as_json: bool) -> None:
    """List the saved searches, and the last fifty that were made, the latest first.

    Examples:
      newsreader searches
      newsreader searches --json | jq '.saved[].query'
      newsreader searches --forget 'the treaty'
    """
    with open_session(ctx) as library:
        if forget is not None:
            library.forget_search(forget)
        if clear:
            library.forget_searches_made()
        known = library.searches()
    if as_json:
        give({"saved": [{"name": one.name, "query": one.query} for one in known.saved], "made": known.made})
        return
    for one in known.saved:
        say(f"{one_line(one.name)}: {one_line(one.query)}")
    for query in known.made:
        say(f"    {one_line(query)}")
