"""One raw article into a clean one and what is in it. Everything here can be sent to a worker process."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader import __version__
from reader.model import Analysis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, RawArticle
    from reader.ports import Packed

Pack = Callable[["Article", "Analysis"], "Packed"]

ANALYSER = f"{__version__}/4"
"""Names the rules that analyses are made by; what was made by others is made anew. Raise the number with the rules."""


class Reading(NamedTuple):
    """An article and all that was found in it."""

    article: Article
    analysis: Analysis


class Task(NamedTuple):
    """What to read closely: the raw article, its id, and the lines that recur across its outlet's articles."""

    raw: RawArticle
    id: str
    repeated: frozenset[str] = frozenset()


def read_closely(task: Task) -> Reading:
    """Clean one raw article and find its sentences, quotations and claims."""
    from reader.text.article import article  # noqa: PLC0415 - the text rules load only where a text is read

    made = article(task.raw, id=task.id, repeated=task.repeated)
    return Reading(made, analyse(made))


def read_all(tasks: Sequence[Task], pack: Pack) -> list[Packed]:
    """Read several articles closely, in order, and return them as they are stored."""
    return [pack(*read_closely(task)) for task in tasks]


def analyse(article: Article) -> Analysis:
    """Return what is in an article."""
    from reader import claims, quotations  # noqa: PLC0415 - the rules load only where a text is read
    from reader.text.sentences import sentences  # noqa: PLC0415 - the same

    said, names = quotations.extract_with_names(article.text, article.language)
    spans = sentences(article.text)
    return Analysis(
        article=article.id,
        version=ANALYSER,
        sentences=tuple(spans),
        quotations=tuple(said),
        claims=tuple(claims.extract(article, quotations=said, names=names, sentences=spans)),
    )
