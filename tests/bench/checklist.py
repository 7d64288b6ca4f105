"""How fast checklists are made: a story of two articles, one of 40,000 words, and what doubling the articles costs.

There are two kinds of story. ``patterns`` is the hardest: the texts are made of few patterns, so that nearly every
claim has its like elsewhere; each article has paragraphs of one event that all tell of and as many of its own event.
``tellings`` is nearer to news: a third of the outlets print one agency's text, the others tell the same facts in words
of their own among much that nobody else has. Quotations are found before. ``claims`` is cutting into claims with their
names, figures, dates, polarity and provenance, which the program does once, when an article is added; ``rows`` is all
that is done when a story changes: aligning, comparing, counting origins. Times are processor time of this process, the
best of a few runs. The stories of 200 and 400 articles take a minute.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims import checklist, extract
from reader.quotations import extract as quotations
from tests.bench._tellings import story as tellings
from tests.bench.articles import articles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Article, Claim

_WORDS = 800
_SHARED = 5
_DOUBLED = (25, 50, 100, 200, 400)


def run() -> list[tuple[str, float, str]]:
    """Return the rows of the table."""
    rows: list[tuple[str, float, str]] = []
    for kind, story in (("patterns", _story), ("tellings", tellings)):
        _rows(story(2))
        for number, limit in ((2, "30 ms for both"), (50, "1,000 ms for both")):
            articles_ = story(number)
            name = f"{kind}, {number} articles, {sum(len(one.text.split()) for one in articles_)} words"
            rows.append((f"{name}: claims, ms", _claims(articles_), limit))
            rows.append((f"{name}: rows, ms", _rows(articles_), limit))
        times = [_rows(story(number)) for number in _DOUBLED]
        for number, before, after in zip(_DOUBLED[1:], times, times[1:], strict=False):
            rows.append((f"{kind}, rows of {number} articles / of {number // 2}", after / before, "at most 2.3"))
    return rows


def _claims(story: Sequence[Article]) -> float:
    """Return the milliseconds that cutting the articles into claims takes, their quotations given."""
    spoken = {article.id: quotations(article.text) for article in story}
    return _best(lambda: [extract(article, quotations=spoken[article.id]) for article in story])


def _rows(story: Sequence[Article]) -> float:
    """Return the milliseconds that the rows of a story take."""
    claims: dict[str, list[Claim]] = {article.id: extract(article) for article in story}
    return _best(lambda: checklist(story, claims=claims))


def _best(work: Callable[[], object]) -> float:
    """Return the milliseconds of the fastest of up to three runs; long work is run once."""
    times: list[float] = []
    for _ in range(3):
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
        if times[0] > 3000:
            break
    return min(times)


def _story(number: int) -> list[Article]:
    """Return ``number`` articles of some 800 words that share one event."""
    source = random.Random(7)  # noqa: S311 - the same story every time
    pool = list(articles(number + _SHARED, seed=3))
    common = [line for article in pool[:_SHARED] for line in article.text.split("\n") if line]
    return [
        replace(own, id=f"story-{at}", outlet=f"Outlet {at}", text=_mixed(common, own.text.split("\n"), source))
        for at, own in enumerate(pool[_SHARED:])
    ]


def _mixed(common: Sequence[str], own: Sequence[str], source: random.Random) -> str:
    """Return paragraphs of the shared event and of an own one, up to 800 words."""
    lines = source.sample(list(common), min(len(common), 12)) + [line for line in own if line]
    source.shuffle(lines)
    kept: list[str] = []
    for line in lines:
        if sum(len(one.split()) for one in kept) < _WORDS:
            kept.append(line)
    return "\n\n".join(kept)
