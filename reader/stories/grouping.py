"""Articles into stories: those that tell of one event, by the words of their titles and leads."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.model import Story
from reader.stories.counts import AT_ONCE, count
from reader.stories.linkage import Linkage
from reader.stories.neighbours import Neighbours
from reader.stories.overrides import Overrides
from reader.stories.union import Sets
from reader.stories.vocabulary import Vocabulary
from reader.stories.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.model import Article
    from reader.stories.counts import Counts

#: Up to this many articles, the weights come from all of them; past it, from the first 512, 1,024, 2,048 …, so that
#: taking one more in leaves every other likeness as it was.
ALL_COUNTED = 512

_NOBODY_ELSE = Overrides()


def _nobody(done: int, of: int) -> None:
    """Tell nobody how far the work is."""


def group(articles: Sequence[Article], *, overrides: Overrides = _NOBODY_ELSE) -> list[Story]:
    """Return the stories of ``articles``, newest first; an article about which nobody else writes is a story alone.

    ``articles`` come in the order they were taken in. ``overrides`` is what a person has said of the stories.
    """
    return Grouping(articles, overrides=overrides).stories()


class Grouping:
    """Stories that are kept as articles come in: after any ``add`` they are those of ``group`` on all articles."""

    def __init__(
        self,
        articles: Iterable[Article] = (),
        *,
        overrides: Overrides = _NOBODY_ELSE,
        tell: Callable[[int, int], None] = _nobody,
    ) -> None:
        """Group ``articles``; ``tell`` is called for each with how many were looked at before, and of how many.

        What ``tell`` raises stops the work. Some hundred are looked at together.
        """
        self._articles: list[Article] = list(articles)
        self._overrides = overrides
        self._begin_anew(tell)

    def add(self, *articles: Article, tell: Callable[[int, int], None] = _nobody) -> None:
        """Take articles in: only their neighbourhoods are grouped again, but when the weights are renewed."""
        first = len(self._articles)
        self._articles += articles
        if counted(len(self._articles)) != self._counted or self._overrides != _NOBODY_ELSE:
            self._begin_anew(tell)
            return
        for places in _blocks(first, len(self._articles)):
            self._take_in(places, self._count(places))
            for place in places:
                tell(place - first, len(articles))
        linked: set[int] = set()
        for place in range(first, len(self._articles)):
            if place not in linked:
                neighbourhood = self._neighbourhood(place)
                linked.update(neighbourhood)
                self._link(neighbourhood)

    def stories(self) -> list[Story]:
        """Return the stories, newest first."""
        return sorted(self._stories.values(), key=_age, reverse=True)

    def _begin_anew(self, tell: Callable[[int, int], None]) -> None:
        self._counted = counted(len(self._articles))
        self._vocabulary = Vocabulary()
        # Before anything is counted: what was held before makes room.
        self._neighbours = Neighbours()
        self._near: dict[int, dict[int, float]] = {}
        self._stories: dict[int, Story] = {}
        counts: dict[range, Counts] = {}
        for places in _blocks(0, self._counted):
            tell(0, len(self._articles))
            counts[places] = self._count(places)
        self._weights = Weights(list(counts.values()), self._vocabulary)
        for places in [*counts, *_blocks(self._counted, len(self._articles))]:
            self._take_in(places, counts.pop(places) if places in counts else self._count(places))
            for place in places:
                tell(place, len(self._articles))
        self._link_anew()

    def _link_anew(self) -> None:
        """Make stories of all articles, by what a person has said before what they are near to."""
        places = {article.id: place for place, article in enumerate(self._articles)}
        word = self._overrides
        pinned = [_places(story, places) for story in word.pinned]
        fixed = {place for story in pinned for place in story}
        together = [[p for p in _places(story, places) if p not in fixed] for story in word.together]
        joined = Sets(len(self._articles))
        for members in (*together, *pinned):
            for other in members[1:]:
                joined.join(members[0], other)
        apart = {
            (a, b)
            for pair in word.apart
            for a, b in pairwise(_places(pair, places))
            if joined.first(a) != joined.first(b)
        }
        self._cut_out(fixed)
        together_sets = [members for members in joined.groups() if len(members) > 1 and members[0] not in fixed]
        for members in pinned:
            self._tell(members)
        self._link_all(fixed, together_sets, apart)

    def _cut_out(self, fixed: set[int]) -> None:
        """Take the articles of pinned stories out of the neighbourhoods."""
        for place in fixed:
            for other in self._near.pop(place, {}):
                self._near.get(other, {}).pop(place, None)

    def _link_all(self, fixed: set[int], together: list[list[int]], apart: set[tuple[int, int]]) -> None:
        neighbourhoods = Sets(len(self._articles))
        for place, others in self._near.items():
            for other in others:
                neighbourhoods.join(place, other)
        for members in together:
            for other in members[1:]:
                neighbourhoods.join(members[0], other)
        inside: dict[int, list[list[int]]] = {}
        for members in together:
            inside.setdefault(neighbourhoods.first(members[0]), []).append(members)
        for places in neighbourhoods.groups():
            if places[0] not in fixed:
                self._link(places, inside.get(places[0], ()), apart)

    def _count(self, places: range) -> Counts:
        """Count the words of the articles at these places."""
        return count([self._vocabulary.telling(self._articles[place]) for place in places])

    def _take_in(self, places: range, counts: Counts) -> None:
        """Find what the articles at these places are near to."""
        articles = self._articles[places.start : places.stop]
        near = self._neighbours.add(articles, self._weights.vectors(counts))
        for place, others in zip(places, near, strict=True):
            self._near[place] = others
            for other, likeness in others.items():
                self._near[other][place] = likeness

    def _neighbourhood(self, place: int) -> list[int]:
        """Return all places that can be reached from ``place`` over articles near to one another."""
        reached = {place}
        waiting = [place]
        while waiting:
            for other in self._near[waiting.pop()]:
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return sorted(reached)

    def _link(
        self,
        places: Sequence[int],
        together: Sequence[Sequence[int]] = (),
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Group one neighbourhood and keep its stories, in place of those that its articles were in."""
        for place in places:
            self._stories.pop(place, None)
        near = {place: self._near[place] for place in places}
        linkage = Linkage(near, together=together, apart=frozenset(apart))
        for members in [list(places)] if len(places) == 1 else linkage.run():
            self._tell(members)

    def _tell(self, members: list[int]) -> None:
        """Keep the story of these articles, under the place of the first."""
        if members:
            self._stories[members[0]] = _story([self._articles[place] for place in members], self._central(members))

    def _central(self, members: Sequence[int]) -> Article:
        """Return the article that is most like the others; the first of several, and one with a headline."""
        sums = dict.fromkeys(members, 0.0)
        for i, a in enumerate(members):
            near = self._near.get(a, {})
            for b in members[i + 1 :]:
                likeness = near.get(b, 0.0)
                sums[a] += likeness
                sums[b] += likeness
        best = max(members, key=lambda place: (bool(self._articles[place].title), sums[place], -place))
        return self._articles[best]


def counted(articles: int) -> int:
    """Return from how many of the first articles the weights come."""
    if articles <= ALL_COUNTED:
        return articles
    return 1 << (articles.bit_length() - 1)


def _blocks(start: int, stop: int) -> list[range]:
    """Return the places from ``start`` on in as many as are counted at once."""
    return [range(first, min(first + AT_ONCE, stop)) for first in range(start, stop, AT_ONCE)]


def _places(ids: Iterable[str], places: dict[str, int]) -> list[int]:
    return sorted(places[name] for name in ids if name in places)


def _story(members: Sequence[Article], central: Article) -> Story:
    by_age = sorted(members, key=lambda article: (article.date is None, str(article.date or ""), article.id))
    dates = [article.date for article in by_age if article.date is not None]
    return Story(
        id="story-" + hashlib.sha256(members[0].id.encode()).hexdigest()[:12],
        title=central.title,
        articles=tuple(article.id for article in by_age),
        outlets=tuple(dict.fromkeys(article.outlet for article in by_age)),
        first_date=dates[0] if dates else None,
        last_date=dates[-1] if dates else None,
    )


def _age(story: Story) -> tuple[str, str]:
    return (str(story.last_date or ""), story.id)
