"""Commands that show what is in the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli import shapes
from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say
from reader.cli.session import json_option, library_option, open_session
from reader.flags.agreement import SecondCheck, second_check
from reader.model import ItemRelation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library
    from reader.model import Checklist, ChecklistItem, Flag, OffsetMap, Quotation, Story

_RELATION = {"agreed": "=", "differs": "≠", "single": "1"}
_STANCE = {"reports": "●", "differs": "≠", "not found": "–"}


class OffsetsOf:
    """Gives an article's way from clean to raw offsets by its id; each article is read once."""

    def __init__(self, library: Library) -> None:
        """Read from ``library``."""
        self._library = library
        self._known: dict[str, OffsetMap] = {}

    def __call__(self, article_id: str) -> OffsetMap:
        """Return the offsets of an article."""
        if article_id not in self._known:
            self._known[article_id] = self._library.article(article_id).offsets
        return self._known[article_id]


@click.command("stories", cls=HelpText)
@click.option("--join", multiple=True, metavar="ARTICLE", help="Make one story of these articles' stories; repeat it.")
@click.option("--split", multiple=True, metavar="ARTICLE", help="Keep these articles apart from the rest; repeat it.")
@click.option("--pin", metavar="STORY", help="Keep this story as it is.")
@json_option
@library_option
@click.pass_context
def stories_command(
    ctx: click.Context, join: tuple[str, ...], split: tuple[str, ...], pin: str | None, *, as_json: bool
) -> None:
    """List the stories, newest first, with their articles; or say what belongs together.

    What a person says of the stories stands above what the program finds.

    Examples:
      newsreader stories
      newsreader stories --json | jq -r .id
      newsreader stories --join 3f2a91c0d4e5 --join 77ab01c2d3e4
      newsreader stories --split 3f2a91c0d4e5
    """
    with open_session(ctx) as library:
        if join:
            library.join_stories(join)
        if split:
            library.split_story(split)
        if pin:
            library.pin_story(pin)
        heads = {article.id: article for article in library.headers()}
        for story in library.stories():
            if as_json:
                give(shapes.story_shape(story))
                continue
            say(f"{story.id}  {story.last_date or 'no date'}  {one_line(story.title)}")
            for article_id in story.articles:
                head = heads[article_id]
                guess = " (a guess)" if head.outlet_guessed else ""
                say(f"    {article_id}  {one_line(head.outlet)}{guess}  {one_line(head.title)}")


@click.command("show", cls=HelpText)
@click.argument("article")
@click.option("--version", type=click.IntRange(1), help="An earlier version of the text.")
@click.option("--raw", is_flag=True, help="The text as it came, with what cleaning took out.")
@json_option
@library_option
@click.pass_context
def show_command(ctx: click.Context, article: str, version: int | None, *, raw: bool, as_json: bool) -> None:
    """Show one article: its head and its text.

    Examples:
      newsreader show 3f2a91c0d4e5
      newsreader show 3f2a91c0d4e5 --json
    """
    with open_session(ctx) as library:
        found = library.article(article, version)
        if as_json:
            shape = shapes.header_shape(found)
            if version is None:
                shape.update(shapes.analysis_shape(found, library.analysis(found.id)))
            else:
                shape["text"] = found.text
            if raw:
                shape["raw"] = found.raw
            give(shape)
            return
    say(one_line(found.title))
    guess = " (a guess)" if found.outlet_guessed else ""
    known = (f"{found.outlet}{guess}", str(found.date or ""), found.byline or "", found.url or "")
    say(" · ".join(one_line(part) for part in known if part))
    say()
    say(found.raw if raw else found.text)


@click.command("quotes", cls=HelpText)
@click.argument("story", nargs=-1)
@click.option("--speaker", help="Only speakers whose name has these words.")
@click.option("--by", type=click.Choice(["outlet", "speaker"]), default="outlet", show_default=True, help="The order.")
@json_option
@library_option
@click.pass_context
def quotes_command(ctx: click.Context, story: tuple[str, ...], speaker: str | None, by: str, *, as_json: bool) -> None:
    """List who said what in a story (by default the newest), outlet by outlet.

    STORY is a story's id, or words of its title.

    Examples:
      newsreader quotes
      newsreader quotes treaty --speaker netanyahu
      newsreader quotes --json
    """
    with open_session(ctx) as library:
        said = [
            (article, quotation)
            for article_id in library.story(" ".join(story) or None).articles
            for article in (library.article(article_id),)
            for quotation in shapes.attributed(library.analysis(article_id).quotations)
            if (speaker or "").casefold() in _who(quotation).casefold()
        ]
    if by == "speaker":
        said.sort(key=lambda pair: _who(pair[1]).casefold())
    for article, quotation in said:
        if as_json:
            place = f"{article.id}:{quotation.span.start}-{quotation.span.end}"
            shape = shapes.quotation_shape(quotation, article.offsets)
            give({"id": place, "article": article.id, "outlet": article.outlet, **shape})
        else:
            who = _who(quotation) or "somebody"
            cue = f" ({quotation.cue})" if quotation.cue else ""
            say(f"{one_line(article.outlet)}: {one_line(who + cue)}: {one_line(quotation.content)}")


def _who(quotation: Quotation) -> str:
    """Return the name of who is quoted, "" where nobody is known."""
    return quotation.speaker.name if quotation.speaker else ""


@click.command("facts", cls=HelpText)
@click.argument("story", nargs=-1)
@click.option(
    "--only",
    type=click.Choice([relation.value for relation in ItemRelation]),
    help="Only the facts that outlets so relate on.",
)
@json_option
@library_option
@click.pass_context
def facts_command(ctx: click.Context, story: tuple[str, ...], only: str | None, *, as_json: bool) -> None:
    """Show the fact checklist of a story (by default the newest): what each outlet reports, and where they differ.

    STORY is a story's id, or words of its title. Marks: ● reports, ≠ differs, – not found in the loaded text.

    Examples:
      newsreader facts
      newsreader facts 'defense treaty'
      newsreader facts --only differs
      newsreader facts --json | jq '.items[] | select(.relation == "differs")'
    """
    with open_session(ctx) as library:
        chosen = library.story(" ".join(story) or None)
        checklist = library.checklist(chosen.id)
        if only is not None:
            checklist = replace(checklist, items=tuple(item for item in checklist.items if item.relation == only))
        flags = library.item_flags(checklist)
        if as_json:
            give(shapes.checklist_shape(checklist, OffsetsOf(library), flags, library.person))
            return
        _print_checklist(chosen, checklist, flags)


def _print_checklist(story: Story, checklist: Checklist, flags: object) -> None:
    """Print a checklist for reading."""
    by_item: dict[str, tuple[Flag, ...]] = dict(flags) if isinstance(flags, dict) else {}
    say(one_line(story.title))
    say(f"outlets: {', '.join(one_line(outlet) for outlet in checklist.outlets)}")
    if checklist.note:
        say(one_line(checklist.note))
    for item in checklist.items:
        print_item(item, by_item.get(item.id, ()))


def print_item(item: ChecklistItem, flags: Sequence[Flag]) -> None:
    """Print one row for reading."""
    say()
    said = "; ".join(f"{flag.state.verdict or flag.state.status} ({flag.person})" for flag in flags)
    if (twice := second_check(flags)) is not SecondCheck.NONE:
        said += f": {twice}"
    say(f"{_RELATION[item.relation]} {item.id}  {one_line(item.headline)}" + (f"  [{one_line(said)}]" if said else ""))
    for outlet, stance in item.stances.items():
        words = " / ".join(one_line(words.text) for words in stance.words)
        through = f" (through {stance.provenance.through})" if stance.provenance and stance.provenance.through else ""
        say(f"    {_STANCE[stance.stance]} {one_line(outlet)}{one_line(through)}{': ' if words else ''}{words}")
    for difference in item.differences:
        if not difference.harmless:
            say(f"    ≠ {difference.kind}: {one_line(difference.says)}")


@click.command("omits", cls=HelpText)
@click.argument("article")
@json_option
@library_option
@click.pass_context
def omits_command(ctx: click.Context, article: str, *, as_json: bool) -> None:
    """List the facts that at least two other outlets report and this article does not.

    Examples:
      newsreader omits 3f2a91c0d4e5
    """
    with open_session(ctx) as library:
        items = library.omits(article)
        for item in items:
            if as_json:
                give(shapes.item_shape(item, OffsetsOf(library)))
            else:
                print_item(item, ())
    if not items:
        narrate("no fact that two other outlets report is missing here")
