"""Invented articles for measuring searches: words as frequent as in a language, quotations with speakers, by a seed."""

from __future__ import annotations

import datetime as dt
import random
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.model import Analysis, Article, Quotation, QuotationKind, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS_AN_ARTICLE = 475
_ROOTS = 20_000
_COMMON = (
    "the of to and a in that is was for on it with as said by he at from his be has an are have not but they which "
    "will who their we been this more had were would about after new there when people president minister country "
    "government one state year also could told two last first other up out over some what into can than only time"
).split()
_OUTLETS = (
    "The Courier",
    "Evening Ledger",
    "Northern Post",
    "Daily Beacon",
    "The Witness",
    "Harbour Times",
    "City Wire",
)
_CUES = ("said", "told reporters", "claimed", "argued", "insisted", "added")
_STARTS = "b c d f g h l m n p r s t v w br cr dr fr gr pr tr st sh ch pl cl".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDS = ["", "", "n", "r", "l", "t", "nd", "st", "m", "ck", "rd"]
_FORMS = ("", "", "", "s", "ed", "ing", "er", "ly", "ment", "ation")


class Corpus:
    """``size`` articles, the same for the same seed, made one at a time."""

    def __init__(self, size: int, seed: int = 7) -> None:
        """Make the vocabulary."""
        self.size = size
        self._seed = seed
        rng = random.Random(seed)  # noqa: S311 - nothing secret
        roots = list(dict.fromkeys(self._root(rng) for _ in range(_ROOTS)))
        forms = list(dict.fromkeys(root + rng.choice(_FORMS) for root in roots for _ in range(4)))
        rng.shuffle(forms)
        self.words = list(dict.fromkeys([*_COMMON, *forms]))
        self._weights = list(accumulate((rank + 2.7) ** -1.1 for rank in range(len(self.words))))
        self.speakers = [f"{rng.choice(roots).title()} {rng.choice(roots).title()}" for _ in range(400)]

    def __iter__(self) -> Iterator[tuple[Article, Analysis]]:
        """Yield every article with its quotations."""
        rng = random.Random(self._seed + 1)  # noqa: S311 - nothing secret
        for number in range(self.size):
            yield self._article(rng, number)

    def _article(self, rng: random.Random, number: int) -> tuple[Article, Analysis]:
        words = rng.choices(self.words, cum_weights=self._weights, k=WORDS_AN_ARTICLE)
        parts: list[str] = []
        quotations: list[Quotation] = []
        place = 0
        while words:
            size = rng.randint(8, 28)
            sentence, words = words[:size], words[size:]
            text = " ".join(sentence).capitalize()
            if rng.random() < 0.25:
                speaker, cue = rng.choice(self.speakers), rng.choice(_CUES)
                span = Span(place + 1, place + 1 + len(text))
                named = Span(span.end + 3, span.end + 3 + len(speaker))
                text = f"“{text},” {speaker} {cue}"
                said = Speaker(speaker, speaker, named)
                quotations.append(Quotation(span, text, QuotationKind.DIRECT, said, cue))
            ending = ".\n" if rng.random() < 0.3 else ". "
            parts.append(text + ending)
            place += len(text) + len(ending)
        title = " ".join(rng.choices(self.words, cum_weights=self._weights, k=9)).capitalize()
        id_ = f"article-{number}"
        article = Article(
            id=id_,
            text="".join(parts),
            title=title,
            outlet=rng.choice(_OUTLETS),
            date=dt.date(2018, 1, 1) + dt.timedelta(days=rng.randrange(700)),
        )
        return article, Analysis(id_, "1", quotations=tuple(quotations))

    @staticmethod
    def _root(rng: random.Random) -> str:
        syllables = rng.choice((1, 2, 2, 2, 3))
        return "".join(rng.choice(_STARTS) + rng.choice(_VOWELS) + rng.choice(_ENDS) for _ in range(syllables))
