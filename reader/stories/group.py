"""Articles into stories: those that tell of one event, by the words of their titles and leads."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from typing import TYPE_CHECKING

from reader.model import Story
from reader.stories.union import Sets
from reader.text.tokens import stem, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Article

_LEAD_WORDS = 150
_WINDOW_DAYS = 4
_NEAR = 0.14

Vector = dict[str, float]


def group(articles: Sequence[Article]) -> list[Story]:
    """Return the stories of ``articles``, newest first; an article about which nobody else writes is a story alone."""
    vectors = _vectors(articles)
    sets = Sets(len(articles))
    for i, a in enumerate(articles):
        for j in range(i):
            if _in_window(a, articles[j]) and _cosine(vectors[i], vectors[j]) >= _NEAR:
                sets.join(i, j)
    stories = [_story([articles[place] for place in places], vectors, places) for places in sets.groups()]
    return sorted(stories, key=lambda story: (str(story.last_date or ""), story.id), reverse=True)


def _vectors(articles: Sequence[Article]) -> list[Vector]:
    counts: list[Counter[str]] = []
    seen: Counter[str] = Counter()
    for article in articles:
        words = [token.text for token in tokens(article.text[:4_000]) if token.text[0].isalnum()][:_LEAD_WORDS]
        title = [token.text for token in tokens(article.title) if token.text[0].isalnum()]
        count = Counter(stem(word) for word in (*title, *title, *words))
        counts.append(count)
        seen.update(count.keys())
    vectors = []
    for count in counts:
        weighted = {word: (1 + math.log(n)) * math.log(1 + len(articles) / seen[word]) for word, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weighted.values())) or 1.0
        vectors.append({word: weight / length for word, weight in weighted.items()})
    return vectors


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _in_window(a: Article, b: Article) -> bool:
    return a.date is None or b.date is None or abs((a.date - b.date).days) <= _WINDOW_DAYS


def _story(members: Sequence[Article], vectors: Sequence[Vector], places: Sequence[int]) -> Story:
    by_age = sorted(members, key=lambda article: (str(article.date or ""), article.id))
    dates = sorted(article.date for article in members if article.date is not None)
    central = max(
        range(len(members)),
        key=lambda i: (sum(_cosine(vectors[places[i]], vectors[place]) for place in places), members[i].id),
    )
    return Story(
        id="story-" + hashlib.sha256(by_age[0].id.encode()).hexdigest()[:12],
        title=members[central].title,
        articles=tuple(article.id for article in by_age),
        outlets=tuple(dict.fromkeys(article.outlet for article in by_age)),
        first_date=dates[0] if dates else None,
        last_date=dates[-1] if dates else None,
    )
