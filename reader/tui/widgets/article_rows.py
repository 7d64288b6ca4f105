"""The rows of the list of articles: stories with their articles, or what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from reader.model import Article, Hit, QuotationKind, SearchResults, Span, Story
from reader.tui.widgets.painted import Piece
from reader.tui.widgets.row_list import Row
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.tui.opened import OpenStory


LEAD = 16


class StoryArticle(NamedTuple):
    """An article in the list, with the story it stands under (None for an article of no story)."""

    article: Article
    story: Story | None


class StoryRows(Sequence[Row]):
    """A row for each story and one for each of its articles, made when they are looked at.

    ``opened`` and ``shown`` (the article that is being read) may change without the list being made anew.
    """

    def __init__(self, stories: Sequence[Story], headers: Mapping[str, Article]) -> None:
        """List stories and articles; articles of no story stand at the end."""
        self.opened: OpenStory | None = None
        self.shown: str | None = None
        self._entries: list[tuple[Story | None, Article | None]] = []
        listed: set[str] = set()
        for story in stories:
            self._entries.append((story, None))
            self._entries += [(story, headers[name]) for name in story.articles if name in headers]
            listed.update(story.articles)
        alone = [article for name, article in headers.items() if name not in listed]
        if alone:
            self._entries.append((None, None))
            self._entries += [(None, article) for article in alone]
        self._places = {_key(*entry): place for place, entry in enumerate(self._entries)}

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._entries)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Make the row at a place."""
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        story, article = self._entries[place]
        if article is not None:
            return _article_row(article, story, self.opened, self.shown)
        if story is not None:
            return _story_row(story)
        return Row(_key(None, None), (Piece("not yet in a story", ("dim",)),))

    def place_of(self, key: str) -> int | None:
        """Return where the row of that key stands."""
        return self._places.get(key)


def _key(story: Story | None, article: Article | None) -> str:
    if article is not None:
        return f"article {article.id}"
    return f"story {story.id}" if story is not None else "alone"


def _story_row(story: Story) -> Row:
    count = Piece(f"{len(set(story.outlets)) or len(story.articles)}", ("dim",))
    return Row(f"story {story.id}", (Piece(one_line(story.title), ("title",)),), (count,), story)


def _article_row(article: Article, story: Story | None, opened: OpenStory | None, shown: str | None) -> Row:
    mark = "▸ " if article.id == shown else "  "
    outlet = one_line(article.outlet) + ("?" if article.outlet_guessed else "")
    left = [Piece(mark, ("bar",)), Piece(outlet, ("outlet",) if article.id == shown else ())]
    if story is None or len(story.articles) == 1:
        left.append(Piece(f"  {one_line(article.title)}", ("dim",)))
    tags = opened.tags.get(article.id, ()) if opened is not None else ()
    right: list[Piece] = []
    if opened is not None and article.id in opened.analyses:
        quotations = sum(q.kind is not QuotationKind.UNATTRIBUTED for q in opened.analyses[article.id].quotations)
        paragraphs = sum(bool(line.strip()) for line in opened.articles[article.id].text.split("\n"))
        right = [Piece(f"{quotations:>2}″ {paragraphs:>2}¶", ("dim",))]
    elif article.date is not None:
        right = [Piece(f"{article.date:%d %b}".lstrip("0"), ("dim",))]
    if article.version > 1:
        right.insert(0, Piece(f"v{article.version} ", ("differs",)))
    if tags:
        right.insert(0, Piece("# ", ("open",)))
    roomy = (Piece(" ".join(tags) + " ", ("dim",)),) if tags else ()
    return Row(f"article {article.id}", tuple(left), tuple(right), StoryArticle(article, story), roomy)


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
