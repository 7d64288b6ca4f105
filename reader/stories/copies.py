"""Near-copies: articles that print one text, as when several outlets run the same agency report.

Method: word shingles and containment (Broder 1997, "On the resemblance and containment of documents"): of the
shorter text's runs of five words, the share that the longer one has too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain, combinations
from typing import TYPE_CHECKING

from reader.stories.union import Sets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article

#: Words in a shingle. Two reporters who write of one event share few runs of five words outside of quotations.
SHINGLE = 5
#: From which share of the shorter text's shingles two texts are one text.
CONTAINED = 0.5
#: A text must have this many shingles: in a shorter one a single shared quotation would decide.
FEWEST = 30
# A shingle that more articles than this have is a site's furniture, and comparing all who have it would be quadratic.
_MOST_OWNERS = 50

_WORD = re.compile(r"[^\W_]+")


def near_copies(articles: Sequence[Article]) -> list[frozenset[str]]:
    """Return the sets of articles (their ids, two or more) that print one text, in the order of ``articles``."""
    texts = [shingles(article.text) for article in articles]
    held = Counter(chain.from_iterable(texts))
    several = {shingle for shingle, count in held.items() if 1 < count <= _MOST_OWNERS}
    owners: defaultdict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if len(text) >= FEWEST:
            for shingle in text & several:
                owners[shingle].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    # Copies of one text own most of their shingles together: those are counted once for all pairs of them.
    for places, count in Counter(map(tuple, owners.values())).items():
        for pair in combinations(places, 2):
            shared[pair] += count
    sets = Sets(len(articles))
    for (a, b), count in shared.items():
        if count >= CONTAINED * min(len(texts[a]), len(texts[b])):
            sets.join(a, b)
    return [frozenset(articles[place].id for place in places) for places in sets.groups() if len(places) > 1]


def shingles(text: str) -> frozenset[int]:
    """Return the runs of ``SHINGLE`` words of ``text``, in lower case and without marks, each as its hash.

    Two runs in some thousand million stories have one hash.
    """
    words = _WORD.findall(text.lower())
    return frozenset(map(hash, zip(*[words[at:] for at in range(SHINGLE)], strict=False)))
