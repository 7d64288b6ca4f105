"""The rows of the list of articles: stories with their articles, or what a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import Article, Hit, SearchResults, Span, Story
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import Row
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.tui.opened import OpenStory


LEAD = 16


class StoryArticle(NamedTuple):
    """An article in the list, with the story it stands under (None for an article of no story)."""

    article: Article
    story: Story | None


def of_stories(
    stories: Sequence[Story], headers: Mapping[str, Article], opened: OpenStory | None, shown: str | None
) -> list[Row]:
    """Return a row for each story and one for each of its articles; ``shown`` is the article that is being read."""
    rows: list[Row] = []
    listed: set[str] = set()
    for story in stories:
        articles = [headers[name] for name in story.articles if name in headers]
        listed.update(story.articles)
        rows.append(_story_row(story, articles))
        rows += [_article_row(article, story, opened, shown) for article in articles]
    alone = [article for name, article in headers.items() if name not in listed]
    if alone:
        rows.append(Row("alone", (Piece("not yet in a story", ("dim",)),)))
        rows += [_article_row(article, None, opened, shown) for article in alone]
    return rows


def _story_row(story: Story, articles: Sequence[Article]) -> Row:
    outlets = len({article.outlet for article in articles})
    count = Piece(f"{outlets}", ("dim",))
    return Row(f"story {story.id}", (Piece(one_line(story.title), ("title",)),), (count,), story)


def _article_row(article: Article, story: Story | None, opened: OpenStory | None, shown: str | None) -> Row:
    mark = "▸ " if article.id == shown else "  "
    outlet = one_line(article.outlet) + ("?" if article.outlet_guessed else "")
    left = [Piece(mark, ("bar",)), Piece(outlet, ("outlet",) if article.id == shown else ())]
    if story is None or len(story.articles) == 1:
        left.append(Piece(f"  {one_line(article.title)}", ("dim",)))
    right: list[Piece] = []
    if opened is not None and article.id in opened.analyses:
        quotations = len([q for q in opened.analyses[article.id].quotations if q.speaker is not None])
        paragraphs = sum(bool(line.strip()) for line in opened.articles[article.id].text.split("\n"))
        right = [Piece(f"{quotations:>2}″ {paragraphs:>2}¶", ("dim",))]
    elif article.date is not None:
        right = [Piece(f"{article.date:%d %b}".lstrip("0"), ("dim",))]
    return Row(f"article {article.id}", tuple(left), tuple(right), StoryArticle(article, story))


def of_hits(results: SearchResults, headers: Mapping[str, Article]) -> list[Row]:
    """Return two rows for each hit: the article, and the words around its first hit."""
    rows: list[Row] = []
    for hit in results.hits:
        article = headers.get(hit.article)
        if article is None:
            continue
        left = (Piece(f"{one_line(article.outlet)}  ", ("outlet",)), Piece(one_line(article.title) or hit.article))
        count = (Piece(f"{len(hit.spans)}×", ("dim",)),) if hit.spans else ()
        rows.append(Row(f"article {hit.article}", left, count, hit))
        if hit.snippet:
            rows.append(Row(f"snippet {hit.article}", (Piece("  "), *marked(hit.snippet, hit.marks))))
    return rows


def marked(text: str, marks: Iterable[Span]) -> list[Piece]:
    """Return a text on one line with its marked words standing out, the first of them near its beginning."""
    text = one_line(text)
    marks = sorted(marks)
    skipped = text.find(" ", max(0, marks[0].start - LEAD)) + 1 if marks and marks[0].start > LEAD else 0
    if skipped > 0 and skipped <= marks[0].start:
        text = "…" + text[skipped:]
        marks = [Span(mark.start - skipped + 1, mark.end - skipped + 1) for mark in marks]
    pieces: list[Piece] = []
    done = 0
    for mark in marks:
        if mark.start < done or mark.end > len(text):
            continue
        pieces += (Piece(text[done : mark.start], ("dim",)), Piece(mark.of(text), ("hit",)))
        done = mark.end
    return [piece for piece in (*pieces, Piece(text[done:], ("dim",))) if piece.text]


def article_of(value: object) -> str | None:
    """Return the id of the article that a row of this list stands for; None for a story."""
    if isinstance(value, StoryArticle):
        return value.article.id
    if isinstance(value, Hit):
        return value.article
    return None
