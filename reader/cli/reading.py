"""Commands that show what is in the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from reader.cli import shapes
from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say, write
from reader.cli.session import json_option, library_option, open_session
from reader.errors import NotFound
from reader.flags.agreement import SecondCheck, second_check
from reader.library.reading import SHORTEST_ID
from reader.model import ItemRelation, QuotationKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library import Library
    from reader.model import Article, Checklist, ChecklistItem, Flag, OffsetMap, Quotation, Story

_RELATION = {"agreed": "=", "differs": "≠", "single": "1"}
_STANCE = {"reports": "●", "differs": "≠", "not found": "–"}
_KIND = {QuotationKind.DIRECT: "d", QuotationKind.MIXED: "p", QuotationKind.INDIRECT: "i"}
_UNSURE_BELOW = 0.6


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
            library.join_stories([article_named(library, name) for name in join])
        if split:
            library.split_story([article_named(library, name) for name in split])
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


def article_named(library: Library, name: str) -> str:
    """Return the id of the article that has this id, or the only one whose id begins so; raise ``NotFound``."""
    if library.versions(name):
        return name
    found = [head.id for head in library.headers() if head.id.startswith(name)] if len(name) >= SHORTEST_ID else []
    if len(found) > 1:
        raise NotFound(f"one article ({len(found)} begin so)", name)
    return found[0] if found else name


@click.command("show", cls=HelpText)
@click.argument("article")
@click.option("--version", type=click.IntRange(1), help="An earlier version of the text.")
@click.option("--raw", is_flag=True, help="The text as it came, with what cleaning took out.")
@click.option("--diff", is_flag=True, help="What changed since that version, or since the one before the newest.")
@json_option
@library_option
@click.pass_context
def show_command(
    ctx: click.Context, article: str, version: int | None, *, raw: bool, diff: bool, as_json: bool
) -> None:
    """Show one article: its head and its text. The beginning of its id is enough.

    With --diff the paragraphs that changed, [-gone-] and {+new+}.

    Examples:
      newsreader show 3f2a91c0d4e5
      newsreader show 3f2a91c0d4e5 --diff --version 1
      newsreader show 3f2a91c0d4e5 --json
    """
    if diff and raw:
        raise click.UsageError("--diff or --raw, not both", ctx)
    with open_session(ctx) as library:
        if diff:
            _show_changes(library, article_named(library, article), version, as_json=as_json)
            return
        found = library.article(article_named(library, article), version)
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
    updated = f"updated {found.updated}" if found.updated else ""
    versions = f"version {found.version}" if found.version > 1 else ""
    known = (f"{found.outlet}{guess}", str(found.date or ""), updated, found.byline or "", versions, found.url or "")
    say(" · ".join(one_line(part) for part in known if part))
    say()
    say(found.raw if raw else found.text)


def _show_changes(library: Library, article_id: str, version: int | None, *, as_json: bool) -> None:
    """Print what changed between a version of an article and its newest one."""
    from reader.text.changes import changed_paragraphs, changes  # noqa: PLC0415 - only comparing needs it

    now = library.article(article_id)
    before = library.article(article_id, max(1, now.version - 1) if version is None else version)
    if as_json:
        give(shapes.changes_shape(before, now, changes(before.text, now.text)))
        return
    paragraphs = changed_paragraphs(before.text, now.text)
    if not paragraphs:
        narrate("there is one version only" if now.version == 1 else "the text is the same")
        return
    say(f"{one_line(now.title)}: version {before.version} to version {now.version}")
    for parts in paragraphs:
        say()
        say(
            one_line(
                "".join(
                    f"[-{part.text}-]" if part.gone else f"{{+{part.text}+}}" if part.new else part.text
                    for part in parts
                )
            )
        )


@click.command("quotes", cls=HelpText)
@click.argument("story", nargs=-1)
@click.option("--speaker", help="Only speakers whose name has these words.")
@click.option("--by", type=click.Choice(["outlet", "speaker"]), default="speaker", show_default=True, help="The order.")
@json_option
@library_option
@click.pass_context
def quotes_command(ctx: click.Context, story: tuple[str, ...], speaker: str | None, by: str, *, as_json: bool) -> None:
    """List who said what in a story (by default the newest), speaker by speaker.

    STORY is a story's id, or words of its title. Marks: d direct, p partial, i indirect; only the words that an article
    has in quotation marks stand in them. ? means that who said it is not certain.

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
    if as_json:
        for article, quotation in said:
            place = f"{article.id}:{quotation.span.start}-{quotation.span.end}"
            shape = shapes.quotation_shape(quotation, article.offsets)
            give({"id": place, "article": article.id, "outlet": article.outlet, **shape})
        return
    print_quotations(said, by)


def print_quotations(said: Sequence[tuple[Article, Quotation]], by: str) -> None:
    """Print quotations for reading, under their speakers or under their outlets."""
    heading = None
    for article, quotation in said:
        who, outlet = one_line(_who(quotation)) or "somebody", one_line(article.outlet)
        over, beside = (who, outlet) if by == "speaker" else (outlet, who)
        if over != heading:
            if heading is not None:
                say()
            say(over)
            heading = over
        unsure = "?" if quotation.speaker is None or quotation.speaker.confidence < _UNSURE_BELOW else " "
        cue = f" ({one_line(quotation.cue)})" if quotation.cue else ""
        words = one_line(quotation.content)
        exact = words if quotation.kind is QuotationKind.INDIRECT else f"“{words}”"
        say(f"  {_KIND[quotation.kind]}{unsure} {beside}{cue}: {exact}")


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
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown.")
@json_option
@library_option
@click.pass_context
def facts_command(
    ctx: click.Context, story: tuple[str, ...], only: str | None, *, as_markdown: bool, as_json: bool
) -> None:
    """Show the fact checklist of a story (by default the newest): what each outlet reports, and where they differ.

    STORY is a story's id, or words of its title. Marks: ● reports, ≠ differs, – not found in the loaded text.

    Examples:
      newsreader facts
      newsreader facts 'defense treaty'
      newsreader facts --only differs
      newsreader facts --markdown > facts.md
      newsreader facts --json | jq '.items[] | select(.relation == "differs")'
    """
    if as_markdown and as_json:
        raise click.UsageError("--json or --markdown, not both", ctx)
    with open_session(ctx) as library:
        chosen = library.story(" ".join(story) or None)
        checklist = library.checklist(chosen.id)
        if only is not None:
            checklist = replace(checklist, items=tuple(item for item in checklist.items if item.relation == only))
        if as_markdown:
            from reader.export.markdown import facts  # noqa: PLC0415 - the formats load only where one is asked

            write(facts(replace(next(iter(library.reports([chosen]))), checklist=checklist)))
            return
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
    from reader.export.report import says_origins  # noqa: PLC0415 - the formats load only where facts are printed

    say()
    said = "; ".join(f"{flag.state.verdict or flag.state.status} ({flag.person})" for flag in flags)
    if (twice := second_check(flags)) is not SecondCheck.NONE:
        said += f": {twice}"
    row = f"{_RELATION[item.relation]} {item.id}  {one_line(item.headline)}  ({says_origins(item)})"
    say(row + (f"  [{one_line(said)}]" if said else ""))
    for outlet, stance in item.stances.items():
        words = " / ".join(one_line(words.text) for words in stance.words)
        has = stance.provenance is not None and stance.provenance.through
        through = f" (through {one_line(has)})" if has else ""
        say(f"    {_STANCE[stance.stance]} {one_line(outlet)}{through}{': ' if words else ''}{words}")
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
        items = library.omits(article_named(library, article))
        for item in items:
            if as_json:
                give(shapes.item_shape(item, OffsetsOf(library)))
            else:
                print_item(item, ())
    if not items:
        narrate("no fact that two other outlets report is missing here")
