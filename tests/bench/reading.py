"""How fast texts are read: cleaning, sentences and quotations, and whether the time grows with the length only.

The texts are made here, of the usual mix: paragraphs, quotations, a hover card, promotion. Times are processor time of
this process; each is the best of several runs.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.quotations import extract
from reader.text import clean, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

_PARAGRAPHS = """
The harbour board of Norvale voted {n} to two on Tuesday to close the old ferry pier for a year, after divers found \
cracks in four of its twelve pillars and in the beam that carries the gangway.
“We had no choice,” said Mayor Ada Lund, who has led the board since 201{n}. “The pillars are cracked, and one day the \
whole thing will be down in the bay with a boat full of people.”
Passengers would be taken by bus to the new terminal at Easthaven, the board said, adding that the repair would cost \
about {n} million crowns, a third more than was set aside.
Councillor Olaf NybergOlaf (Olle) NybergFerry fares rise again Five things to know about the pier MORE told the \
Courier that it was a “sad day” for the town. He added, "I voted against it, and I would do it again."
According to Dr. Ines Falk, a professor of marine engineering, the U.S. standard of Jan. {n} is stricter; she called \
the plan “late, but right.”
MAYOR OF EASTHAVEN WHISKED AWAY FROM BOAT SHOW NUMBER {n} AFTER FIRE
ADVERTISEMENT
""".strip().split("\n")
_TAIL = ("CLICK HERE TO GET THE COURIER APP", "Updated: 12:53 p.m.", "Copyright 2019 The Norvale Courier.")
_ARTICLES = 40
_LENGTH = 4_300
_RUNS = 3
_LONG = 400_000
_LONG_FOR_QUOTATIONS = 2_000
_ODD = (
    ("quotation marks", '"'),
    ("one line", "word "),
    ("empty lines", "\n"),
    ("short lines", "Ab c\n"),
    ("lines in capitals", "THE BIG LINE OF CAPITALS GOES ON HERE\n"),
    ("closing words of cards", "aB LundMORE "),
    ("initials", "A. B. "),
    ("opened and never closed", "“He said "),
)


def run() -> list[tuple[str, float, str]]:
    """Return the rows (name, figure, against what): articles a second, and times of four lengths over times of one."""
    articles = [_article(number) for number in range(_ARTICLES)]
    cleaned = [clean(raw).text for raw in articles]
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("clean", lambda: [clean(raw) for raw in articles]),
        ("sentences", lambda: [sentences(text) for text in cleaned]),
        ("quotations", lambda: [extract(text) for text in cleaned]),
        (
            "clean + sentences + quotations",
            lambda: [(sentences(text), extract(text)) for text in map(_clean, articles)],
        ),
    )
    against = f"{_ARTICLES} articles of {_LENGTH} characters, one core"
    rows = [(f"{name}, articles a second", _ARTICLES / _best(step), against) for name, step in steps]
    for name, piece in _ODD:
        rows += [
            (
                f"{step} of nothing but {name}",
                _growth(of, piece, length),
                f"{length} characters over a quarter; 4 is linear",
            )
            for step, of, length in (
                ("clean", clean, _LONG),
                ("sentences", sentences, _LONG),
                ("quotations", extract, _LONG_FOR_QUOTATIONS),
            )
        ]
    return rows


def _article(number: int) -> str:
    """Return a text of about the usual length."""
    lines: list[str] = []
    while sum(map(len, lines)) < _LENGTH - 400:
        lines += [paragraph.format(n=(number + len(lines)) % 9 + 1) for paragraph in _PARAGRAPHS]
    return "\n\n".join([f"Norvale closes pier number {number} for a year"] * 2 + lines + list(_TAIL))[:_LENGTH]


def _clean(raw: str) -> str:
    return clean(raw).text


def _growth(step: Callable[[str], object], piece: str, length: int) -> float:
    """Return how many times longer ``step`` takes on ``length`` characters than on a quarter of them."""
    count = length // len(piece)
    long, short = piece * count, piece * (count // 4)
    return _best(lambda: step(long), 2) / max(_best(lambda: step(short), 2), 1e-5)


def _best(step: Callable[[], object], runs: int = _RUNS) -> float:
    """Return the least processor time that ``step`` took, in seconds."""
    times = []
    for _ in range(runs):
        begun = time.process_time()
        step()
        times.append(time.process_time() - begun)
    return min(times)
