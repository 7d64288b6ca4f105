"""Commands that mark, and that show marks."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

import click

from reader.cli import shapes
from reader.cli.helping import HelpText
from reader.cli.output import give, narrate, one_line, say
from reader.cli.reading import OffsetsOf
from reader.cli.session import json_option, library_option, open_session
from reader.errors import NotFound
from reader.flags.agreement import agreements
from reader.model import Anchoring, Evidence, Span, Status, TargetKind, Verdict, Words

if TYPE_CHECKING:
    from reader.library import Library
    from reader.model import FlagEvent, FlagState

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)\Z")


class Target(NamedTuple):
    """What is flagged: its kind, its id, and the words that hold it to an article."""

    kind: TargetKind
    id: str
    words: Words


@click.command("flag", cls=HelpText)
@click.argument("target", metavar="ID")
@click.argument("mark", metavar="[VERDICT|STATUS]", nargs=-1)
@click.option("--note", help="What the person wants to say of it; replaces the note before.")
@click.option("--evidence", multiple=True, metavar="URL", help="An address or citation it rests on; may be repeated.")
@click.option("--quote", default="", help="The words of the evidence that matter.")
@json_option
@library_option
@click.pass_context
def flag_command(
    ctx: click.Context,
    target: str,
    mark: tuple[str, ...],
    note: str | None,
    evidence: tuple[str, ...],
    quote: str,
    *,
    as_json: bool,
) -> None:
    """Flag a fact, quotation, claim or any words.

    ID is a fact's id as `newsreader facts` prints it (its beginning is enough), or ARTICLE:START-END as `newsreader
    quotes --json` gives it. VERDICT is verified, disputed, false, missing-context, unverifiable or not-checkable;
    STATUS is unchecked, in-progress, needs-evidence or checked.

    Examples:
      newsreader flag 3f2a91 disputed --note 'the ministry says otherwise'
      newsreader flag 3f2a91 verified --evidence https://example.org/report.pdf
      newsreader flag 7c11aa:120-188 in-progress
    """
    from reader.flags.marks import mark_of, marked  # noqa: PLC0415 - only marking needs them

    said = mark_of(" ".join(mark)) if mark else None
    if mark and said is None:
        names = ", ".join(one.value.replace(" ", "-") for one in (*Verdict, *Status))
        raise click.UsageError(f"{' '.join(mark)!r} is neither a verdict nor a status: {names}", ctx)
    if said is None and note is None and not evidence:
        raise click.UsageError("nothing to say of it: give a verdict, a status, --note or --evidence", ctx)
    seen = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    rests_on = [Evidence(citation, words=quote, seen=seen) for citation in evidence]

    def change(state: FlagState) -> FlagState:
        return marked(state, said, note=note, evidence=rests_on)

    with open_session(ctx) as library:
        found = target_of(library, target)
        event = library.flag(found.kind, found.id, found.words, change)
    _tell(event, as_json=as_json)


def target_of(library: Library, name: str) -> Target:
    """Return what an id names: an item of any story's checklist, or words by their place; raise ``NotFound``.

    An item is held by the words of its headline, where one outlet has them, or else by the first words that it has.
    """
    place = _PLACE.match(name)
    if place is not None:
        return _at(library, place["article"], Span(int(place["start"]), int(place["end"])))
    _, item = library.item(name)
    every = [words for stance in item.stances.values() for words in stance.words]
    words = next((words for words in every if words.text == item.headline), every[0])
    return Target(TargetKind.ITEM, item.id, words)


def _at(library: Library, article_id: str, span: Span) -> Target:
    """Return the quotation or claim of exactly that place, or else the words there."""
    article = library.article(article_id)
    if not 0 <= span.start < span.end <= len(article.text):
        raise NotFound("place", f"{article_id}:{span.start}-{span.end}")
    analysis = library.analysis(article_id)
    if any(quotation.span == span for quotation in analysis.quotations):
        kind = TargetKind.QUOTATION
    elif any(claim.span == span for claim in analysis.claims):
        kind = TargetKind.CLAIM
    else:
        kind = TargetKind.SENTENCE
    words = Words(article_id, span, span.of(article.text))
    return Target(kind, f"{article_id}:{span.start}-{span.end}", words)


@click.command("flags", cls=HelpText)
@click.option("--agreement", is_flag=True, help="How far every two people agree, with Cohen's kappa.")
@json_option
@library_option
@click.pass_context
def flags_command(ctx: click.Context, *, agreement: bool, as_json: bool) -> None:
    """List all flags, everybody's, with where their words stand now.

    `recheck` means that the text changed since it was flagged, `orphan` that the words are gone.

    Examples:
      newsreader flags
      newsreader flags --json | jq 'select(.anchoring != "found")'
      newsreader flags --agreement
    """
    if agreement:
        _tell_agreement(ctx, as_json=as_json)
        return
    with open_session(ctx) as library:
        offsets = OffsetsOf(library)
        flags = library.flags()
        for flag in flags:
            if as_json:
                give(shapes.flag_shape(flag, offsets))
                continue
            said = ", ".join(part for part in (flag.state.verdict, flag.state.status) if part)
            changed = "" if flag.anchoring is Anchoring.FOUND else f" ({flag.anchoring})"
            say(f"{flag.target}  {said}{changed}  {one_line(flag.person)}  {one_line(flag.anchor.exact)}")
            if flag.state.note:
                say(f"    {one_line(flag.state.note)}")
            for evidence in flag.state.evidence:
                say(f"    evidence: {one_line(evidence.citation)}")
    if not flags:
        narrate("no flags")


def _tell_agreement(ctx: click.Context, *, as_json: bool) -> None:
    """Print how far every two people agree."""
    with open_session(ctx) as library:
        found = agreements(library.flags())
    for pair in found:
        if as_json:
            give({"a": pair.a, "b": pair.b, "shared": pair.shared, "agreed": pair.agreed, "kappa": pair.kappa})
        else:
            kappa = "not defined" if pair.kappa is None else f"{pair.kappa:.2f}"
            say(f"{one_line(pair.a)} and {one_line(pair.b)}: {pair.agreed} of {pair.shared} alike, kappa {kappa}")
    if not found:
        narrate("no two people have given verdicts")


@click.command("undo", cls=HelpText)
@json_option
@library_option
@click.pass_context
def undo_command(ctx: click.Context, *, as_json: bool) -> None:
    """Take back the latest flagging, also of an earlier start; again for the one before.

    Examples:
      newsreader undo
    """
    with open_session(ctx) as library:
        event = library.undo()
    if event is None:
        narrate("nothing to undo")
    else:
        _tell(event, as_json=as_json)


@click.command("redo", cls=HelpText)
@json_option
@library_option
@click.pass_context
def redo_command(ctx: click.Context, *, as_json: bool) -> None:
    """Do again what the latest undo took back.

    Examples:
      newsreader redo
    """
    with open_session(ctx) as library:
        event = library.redo()
    if event is None:
        narrate("nothing to redo")
    else:
        _tell(event, as_json=as_json)


@click.command("history", cls=HelpText)
@click.argument("target", metavar="ID")
@json_option
@library_option
@click.pass_context
def history_command(ctx: click.Context, target: str, *, as_json: bool) -> None:
    """Show everything that was said of one fact, quotation or claim, by anybody, oldest first.

    Examples:
      newsreader history 3f2a91c0
    """
    with open_session(ctx) as library:
        events = library.history(target) or library.history(target_of(library, target).id)
    for event in events:
        _tell(event, as_json=as_json)
    if not events:
        narrate("nothing was said of it")


def _tell(event: FlagEvent, *, as_json: bool) -> None:
    """Print one entry of the log."""
    if as_json:
        give(shapes.event_shape(event))
        return
    said = [part for part in (event.after.verdict, event.after.status) if part]
    again = "back to " if event.undoes else ""
    note = f"  ({one_line(event.after.note)})" if event.after.note else ""
    say(
        f"{event.at:%Y-%m-%d %H:%M:%S}  {one_line(event.person)}  {again}{', '.join(said)}  "
        f"{event.target}  {one_line(event.anchor.exact)}{note}"
    )
