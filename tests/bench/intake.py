"""Taking articles in: grouping thousands into stories, adding one to them, reading pages."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from reader.ingest.html import read_page
from reader.stories import Grouping
from reader.text import clean
from tests.bench.articles import articles, event_of, raw_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.model import Story

MANY = 30_000
_ADDED = 50
_PAGES = 150
_THOUSANDTHS = 1_000.0


def run() -> Sequence[tuple[str, float, str]]:
    """Return the rows: what was measured, the figure, what it is measured in or against."""
    return [*_grouping(), *_pages()]


def _grouping() -> list[tuple[str, float, str]]:
    made = list(articles(MANY + _ADDED))
    kept: list[Grouping] = []
    seconds = _cpu(lambda: kept.append(Grouping(made[:MANY])))
    grouping = kept[0]
    each = sorted(_cpu(partial(grouping.add, article)) for article in made[MANY:])
    telling = _cpu(grouping.stories)
    stories = grouping.stories()
    return [
        (f"group {MANY:,} articles", seconds, "CPU seconds"),
        ("add one to them, median of fifty", each[len(each) // 2] * _THOUSANDTHS, "CPU ms"),
        ("add one to them, the slowest of fifty", each[-1] * _THOUSANDTHS, "CPU ms"),
        ("list their stories", telling * _THOUSANDTHS, "CPU ms"),
        ("stories of one event only", _of_one_event(stories), "share of stories"),
    ]


def _pages() -> list[tuple[str, float, str]]:
    import trafilatura  # noqa: PLC0415 - only this row needs it

    pages = [_page(raw.title or "", raw.text.split("\n\n"), n) for n, raw in enumerate(raw_articles(_PAGES))]
    for page in pages[:5]:
        clean(read_page(page, "page").text)
        trafilatura.extract(page)
    ours = _cpu(lambda: [clean(read_page(page, "page").text) for page in pages])
    theirs = _cpu(lambda: [trafilatura.extract(page) for page in pages])
    return [
        ("pages read and cleaned, a second", _PAGES / ours, "pages per CPU second"),
        ("the same by trafilatura alone", theirs / ours, "times its pages a second"),
    ]


def _page(title: str, paragraphs: Sequence[str], number: int) -> bytes:
    """Return a page with the furniture of a site around an article."""
    menu = "".join(f"<li><a href='/s/{n}'>Section {n}</a></li>" for n in range(60))
    teasers = "".join(
        f"<div class='teaser'><a href='/a/{n}'><img src='/i/{n}.jpg' alt=''>Another story {n}</a></div>"
        for n in range(80)
    )
    scripts = "".join(f"<script>window.slot{n} = {{'id': {n}, 'sizes': [300, 250]}};</script>" for n in range(40))
    body = "".join(
        f"<p class='text'>{paragraph}</p><div class='ad' id='ad{n}'></div>" for n, paragraph in enumerate(paragraphs)
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | The Norvale Bee</title>"
        f"<meta property='og:title' content='{title}'><link rel='canonical' href='https://norvalebee.example/{number}'>"
        f"{scripts}</head><body><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>{body}</article></main>"
        f"<aside>{teasers}</aside><footer><p>Terms. Privacy.</p></footer></body></html>"
    ).encode()


def _of_one_event(stories: Sequence[Story]) -> float:
    return sum(len({event_of(name) for name in story.articles}) == 1 for story in stories) / len(stories)


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
