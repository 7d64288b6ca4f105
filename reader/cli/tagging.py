"""Commands for tags: a person's own words for articles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import click

from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say
from reader.cli.session import json_option, library_option, open_session
from reader.errors import NotFound
from reader.flags.tags import of_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library


@click.command("tag", cls=HelpText)
@click.argument("name", metavar="ARTICLE|STORY")
@click.argument("tags", metavar="[TAG]...", nargs=-1)
@click.option("--remove", multiple=True, metavar="TAG", help="Take this tag away; may be repeated.")
@library_option
@click.pass_context
def tag_command(ctx: click.Context, name: str, tags: tuple[str, ...], remove: tuple[str, ...]) -> None:
    """Tag an article, or all articles of a story; undo takes it back.

    A tag is one word; `newsreader search tag:WORD` finds what has it.

    Examples:
      newsreader tag 3f2a91c0d4e5 budget to-call
      newsreader tag 'defense treaty' treaty
      newsreader tag 3f2a91c0d4e5 --remove to-call
    """
    added, taken = of_words(" ".join(tags)), of_words(" ".join(remove))
    if not added and not taken:
        raise click.UsageError("give a tag, or --remove TAG", ctx)
    with open_session(ctx) as library:
        for article in _articles(library, name):
            event = library.tag(article, lambda own: [one for one in (*own, *added) if one not in taken])
            say(f"{article}  {' '.join(f'#{one}' for one in event.after.tags)}".rstrip())


def _articles(library: Library, name: str) -> Sequence[str]:
    """Return the article of that id, or those of the story that is meant; raise ``NotFound``."""
    try:
        return [library.article(name).id]
    except NotFound:
        return library.story(name).articles


@click.command("tags", cls=HelpText)
@json_option
@library_option
@click.pass_context
def tags_command(ctx: click.Context, *, as_json: bool) -> None:
    """List everybody's tags, with the articles that have them.

    Examples:
      newsreader tags
      newsreader tags --json | jq -r .tag
    """
    tagged: defaultdict[str, list[str]] = defaultdict(list)
    with open_session(ctx) as library:
        titles = {header.id: f"{header.outlet}  {header.title}" for header in library.headers()}
        for article, names in library.tags().items():
            for tag in names:
                tagged[tag].append(article)
    for tag, articles in sorted(tagged.items()):
        if as_json:
            give({"tag": tag, "articles": articles})
            continue
        say(f"#{tag}  {len(articles)}")
        for article in articles:
            say(f"    {article}  {one_line(titles.get(article, ''))}")
    if not tagged:
        narrate("no tags")
