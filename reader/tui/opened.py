"""What the desk has open: one story with everything that is shown of it, gathered off the interface's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NotFound
from reader.model import (
    UNKNOWN_OUTLET,
    Analysis,
    Article,
    Checklist,
    Flag,
    QuotationKind,
    QuotationMatch,
    Span,
    Status,
    Story,
    TargetKind,
)
from reader.tui.signs import letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library import Library

Place = tuple[str, int]


class Passage(NamedTuple):
    """Words in an article, to be shown: ``span`` of the text of ``article``."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Utterance:
    """One quotation as all outlets of a story have it.

    ``parts`` are places ``(article, index into its quotations)`` in reading order, article by article; ``relation`` is
    "" when only one outlet has it, else the weightiest way in which the printings differ.
    """

    speaker: str
    parts: tuple[Place, ...]
    relation: str = ""


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story, its articles and all that was found in them."""

    story: Story
    articles: Mapping[str, Article]
    analyses: Mapping[str, Analysis]
    checklist: Checklist
    matches: Sequence[tuple[Place, Place, QuotationMatch]] = ()
    item_flags: Mapping[str, tuple[Flag, ...]] = field(default_factory=dict)
    flags: Sequence[Flag] = ()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    person: str = ""

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each outlet."""
        return letters(self.outlets)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets in the order of their articles."""
        return tuple(dict.fromkeys(self.articles[name].outlet for name in self.story.articles if name in self.articles))

    @property
    def checked(self) -> int:
        """How many facts the person is done with."""
        return sum(self.flag_of_item(item.id) is not None and self.is_checked(item.id) for item in self.checklist.items)

    def is_checked(self, item_id: str) -> bool:
        """Tell whether the person is done with a fact."""
        flag = self.flag_of_item(item_id)
        return flag is not None and (flag.state.verdict is not None or flag.state.status is Status.CHECKED)

    def flag_of_item(self, item_id: str) -> Flag | None:
        """Return the flag on a fact: the person's own, or else anybody's."""
        return self._own(self.item_flags.get(item_id, ()))

    def flag_on(self, kind: TargetKind, passage: Passage) -> Flag | None:
        """Return the flag of that kind whose words now stand at a passage."""
        there = [flag for flag in self.flags if flag.kind is kind and flag.anchor.article == passage.article]
        return self._own([flag for flag in there if flag.span is not None and flag.span == passage.span])

    def _own(self, flags: Sequence[Flag]) -> Flag | None:
        """Return the person's own flag, or else anybody's."""
        return next((flag for flag in flags if flag.person == self.person), flags[-1] if flags else None)

    def passage(self, place: Place) -> Passage:
        """Return where a quotation stands."""
        return Passage(place[0], self.analyses[place[0]].quotations[place[1]].span)

    def utterances(self) -> list[Utterance]:
        """Return the attributed quotations, those that several outlets have joined, in reading order."""
        return _utterances(self)


def open_story(library: Library, story: Story) -> OpenStory:
    """Gather a story; articles that went away meanwhile are left out."""
    articles: dict[str, Article] = {}
    analyses: dict[str, Analysis] = {}
    for name in story.articles:
        try:
            articles[name], analyses[name] = library.article(name), library.analysis(name)
        except NotFound:
            continue
    if sum(article.outlet == UNKNOWN_OUTLET for article in articles.values()) > 1:
        from reader.claims import told_apart  # noqa: PLC0415 - the rules load only where they are asked

        articles = {article.id: article for article in told_apart(list(articles.values()))}
    return with_flags(
        library,
        OpenStory(
            story=story,
            articles=articles,
            analyses=analyses,
            checklist=library.checklist(story.id) if story.id else Checklist("", (), ()),
            matches=library.quotation_matches(story.id) if story.id else (),
        ),
    )


def open_article(library: Library, name: str) -> OpenStory:
    """Gather one article without the rest of its story, whose facts may have to be found first."""
    return OpenStory(
        story=Story("", "", (name,)),
        articles={name: library.article(name)},
        analyses={name: library.analysis(name)},
        checklist=Checklist("", (), ()),
        person=library.person,
    )


def with_flags(library: Library, opened: OpenStory) -> OpenStory:
    """Return the story with the flags as they now are."""
    return replace(
        opened,
        item_flags=library.item_flags(opened.checklist),
        flags=library.flags(),
        tags=library.tags(),
        person=library.person,
    )


_WEIGHT = {"same": 0, "extended": 1, "cut": 2, "altered": 3, "other attribution": 4}


def _utterances(opened: OpenStory) -> list[Utterance]:
    head: dict[Place, Place] = {}

    def find(place: Place) -> Place:
        while head.get(place, place) != place:
            place = head[place]
        return place

    order: list[Place] = []
    groups: dict[tuple[str, int], Place] = {}
    for name in opened.articles:
        for index, quotation in enumerate(opened.analyses[name].quotations):
            if quotation.kind is QuotationKind.UNATTRIBUTED:
                continue
            place = (name, index)
            order.append(place)
            head[place] = place
            if quotation.group:
                head[place] = find(groups.setdefault((name, quotation.group), place))
    rank = {place: number for number, place in enumerate(order)}
    relations: dict[Place, str] = {}
    for one, other, match in opened.matches:
        if one in head and other in head:
            first, second = sorted((find(one), find(other)), key=rank.__getitem__)
            head[second] = first
            heavier = max(
                relations.pop(second, "same"),
                relations.get(first, "same"),
                match.relation,
                key=lambda r: _WEIGHT.get(r, 3),
            )
            relations[first] = heavier
    joined: dict[Place, list[Place]] = {}
    for place in order:
        joined.setdefault(find(place), []).append(place)
    return [
        Utterance(_speaker(opened, parts), tuple(parts), relations.get(first, "")) for first, parts in joined.items()
    ]


def _speaker(opened: OpenStory, parts: list[Place]) -> str:
    for name, index in parts:
        speaker = opened.analyses[name].quotations[index].speaker
        if speaker is not None:
            return speaker.name or speaker.mention
    return "nobody named"
