"""What every format is made from, and the phrases they share."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, assert_never

from reader.flags.agreement import SecondCheck, second_check
from reader.model import Anchoring, ItemRelation, Span, Stance, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import (
        Analysis,
        Article,
        Checklist,
        ChecklistItem,
        Difference,
        Evidence,
        Flag,
        FlagEvent,
        FlagState,
        OutletStance,
        Quotation,
        QuotationMatch,
        Story,
        Words,
    )

RELATION_MARKS = {ItemRelation.DIFFERS: "≠", ItemRelation.AGREED: "=", ItemRelation.SINGLE: "1"}
STANCE_MARKS = {Stance.REPORTS: "●", Stance.DIFFERS: "≠", Stance.NOT_FOUND: "–"}
NEEDS_EVIDENCE = frozenset({Verdict.VERIFIED, Verdict.FALSE})

HOW_MADE = (
    "This checklist was made by rules, on one computer, from the texts listed here and nothing else. Every mark leads "
    "to words in an article. It does not say what is true. “Differs” means that a reader who trusts both outlets would "
    "have to ask which of them is right. “Not found” means only that the loaded text holds no words that say it."
)


class Match(NamedTuple):
    """One quotation in two outlets: (article, index into its quotations) twice, and how the words differ."""

    a: tuple[str, int]
    b: tuple[str, int]
    match: QuotationMatch


@dataclass(frozen=True, slots=True)
class Report:
    """A story as it is sent on.

    ``flags`` go by checklist item id, ``other_flags`` are those on quotations, sentences and claims; ``events`` are
    everything that anybody said of the story's articles, by time; ``earlier`` are the older versions of the articles.
    ``made`` is when, ``program`` the version,
    ``publication`` the address where the person publishes verdicts.
    """

    story: Story
    articles: tuple[Article, ...]
    analyses: Mapping[str, Analysis]
    checklist: Checklist
    made: dt.datetime
    program: str
    flags: Mapping[str, tuple[Flag, ...]] = field(default_factory=dict)
    other_flags: tuple[Flag, ...] = ()
    events: tuple[FlagEvent, ...] = ()
    earlier: tuple[Article, ...] = ()
    matches: tuple[Match, ...] = ()
    publication: str = ""

    def article(self, article_id: str) -> Article:
        """Return the article of that id, which must be one of the report's."""
        return next(each for each in self.articles if each.id == article_id)

    def outlet_of(self, flag: Flag) -> str:
        """Return whose words a flag is on; "unknown" for an article that is not one of the report's."""
        return next((each.outlet for each in self.articles if each.id == flag.anchor.article), "unknown")

    def quotation(self, place: tuple[str, int]) -> Quotation:
        """Return the quotation at (article, index)."""
        return self.analyses[place[0]].quotations[place[1]]

    def flags_of(self, item: ChecklistItem) -> tuple[Flag, ...]:
        """Return everybody's flags on a checklist item."""
        return self.flags.get(item.id, ())

    def history_of(self, item: ChecklistItem) -> list[FlagEvent]:
        """Return everything that was said of a checklist item, by anybody, by time."""
        return self._history({item.id, *(flag.target for flag in self.flags_of(item))})

    def flagged_words(self) -> list[tuple[tuple[Flag, ...], list[FlagEvent]]]:
        """Return the other flags, those of several people on one thing together, each with all that was said of it."""
        by_target: dict[str, list[Flag]] = {}
        for flag in self.other_flags:
            by_target.setdefault(flag.target, []).append(flag)
        return [(tuple(flags), self._history({target})) for target, flags in by_target.items()]

    def _history(self, targets: set[str]) -> list[FlagEvent]:
        """Return the events on these targets."""
        return [event for event in self.events if event.target in targets]

    def unchecked(self) -> list[ChecklistItem]:
        """Return the items that nobody has finished checking."""
        return [
            item for item in self.checklist.items if not any(is_checked(each.state) for each in self.flags_of(item))
        ]


def is_checked(state: FlagState) -> bool:
    """Tell whether the person is done with it: a verdict was given, or it was marked as checked."""
    return state.verdict is not None or state.status is Status.CHECKED


def counts(checklist: Checklist) -> dict[ItemRelation, int]:
    """Return how many items there are of each relation."""
    return {relation: sum(item.relation is relation for item in checklist.items) for relation in ItemRelation}


def plain(text: str) -> str:
    """Return ``text`` without control and format characters, white space folded: safe in a terminal and in one line."""
    kept = (character if not unicodedata.category(character).startswith("C") else " " for character in text)
    return " ".join("".join(kept).split())


def says_flag(flag: Flag) -> str:
    """Return a flag's verdict and status in words: "disputed (checked)", "verified, no evidence given"."""
    state = flag.state
    if state.verdict is None:
        said = str(state.status)
    elif state.status in {Status.UNCHECKED, Status.CHECKED}:
        said = str(state.verdict)
    else:
        said = f"{state.verdict} ({state.status})"
    if state.verdict in NEEDS_EVIDENCE and not state.evidence:
        said += ", no evidence given"
    if flag.anchoring is Anchoring.RECHECK:
        said += ", changed since it was flagged: recheck"
    elif flag.anchoring is Anchoring.ORPHAN:
        said += ", its words are gone from the article"
    return said


def says_flags(flags: Sequence[Flag]) -> str:
    """Return everybody's verdicts in one line; with names where several people flagged it."""
    if len(flags) == 1:
        return says_flag(flags[0])
    return "; ".join(f"{plain(flag.person)}: {says_flag(flag)}" for flag in flags)


def says_seen(evidence: Evidence) -> str:
    """Return when evidence was seen, to the minute: "2026-01-20 09:30 UTC"; as it was written where it is no time."""
    try:
        seen = dt.datetime.fromisoformat(evidence.seen)
    except ValueError:
        return plain(evidence.seen)
    if seen.tzinfo is None:
        return plain(evidence.seen)
    return f"{seen.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"


def says_match(report: Report, match: Match) -> str:
    """Return what two outlets do with one quotation, in words."""
    first, second = (plain(report.article(place[0]).outlet) for place in (match.a, match.b))
    match match.match.relation:
        case "same":
            return "the same words in both"
        case "cut":
            return f"{second} prints less of it than {first}"
        case "extended":
            return f"{second} prints more of it than {first}"
        case "altered":
            return "the words differ"
        case "other attribution":
            return "the outlets name different speakers"
        case other:
            return other


def says_second_check(flags: Sequence[Flag]) -> str:
    """Return what a second person's verdict does to the first's, in words; "" where there is none."""
    match second_check(flags):
        case SecondCheck.NONE:
            return ""
        case SecondCheck.AGREES:
            return "A second check agrees."
        case SecondCheck.DISAGREES:
            return "The second check disagrees."
        case unknown:
            assert_never(unknown)


def says_event(event: FlagEvent) -> str:
    """Return one entry of a history in words: "2020-03-05 12:00 Bo Ek: disputed"."""
    said = event.after.verdict or event.after.status
    return f"{event.at:%Y-%m-%d %H:%M} {plain(event.person)}: {said}{' (taken back)' * (event.undoes is not None)}"


def says_origins(item: ChecklistItem) -> str:
    """Return "3 outlets, 1 origin"."""
    outlets = sum(each.stance is not Stance.NOT_FOUND for each in item.stances.values())
    return f"{outlets} outlet{'s' * (outlets != 1)}, {item.origins} origin{'s' * (item.origins != 1)}"


def says_provenance(stance: OutletStance) -> str:
    """Return through whom an outlet has it and where it stands: "agency (Reuters), ¶ 5 of 12"."""
    parts: list[str] = []
    if stance.provenance is not None:
        through = plain(stance.provenance.through)
        parts.append(f"{stance.provenance.kind} ({through})" if through else str(stance.provenance.kind))
    if stance.prominence:
        parts.append(stance.prominence)
    return ", ".join(parts)


def runs(words: Words, differences: Sequence[Difference]) -> list[tuple[str, bool]]:
    """Cut ``words`` into runs of (text, whether it is part of a difference)."""
    edges = {words.span.start, words.span.end}
    marked: list[Span] = []
    for difference in differences:
        for side in (difference.a, difference.b):
            start, end = max(side.span.start, words.span.start), min(side.span.end, words.span.end)
            if side.article == words.article and start < end and not difference.harmless:
                marked.append(Span(start, end))
                edges.update((start, end))
    places = sorted(edges)
    cut: list[tuple[str, bool]] = []
    for start, end in itertools.pairwise(places):
        text = words.text[start - words.span.start : end - words.span.start]
        inside = any(span.start <= start and end <= span.end for span in marked)
        if cut and cut[-1][1] == inside:
            cut[-1] = (cut[-1][0] + text, inside)
        else:
            cut.append((text, inside))
    return cut
