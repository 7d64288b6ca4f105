"""What else a person may have meant, and ways to finish what is being typed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.index.documents import Area
from reader.index.lexicon import counted
from reader.index.query.fields import AREAS, STATES
from reader.index.query.scan import Kind, tokens
from reader.index.terms import fold, terms
from reader.model import Completion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.index.lexicon import Lexicon
    from reader.index.view import View

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_CORRECTED = 3
_CANDIDATES = 4


def corrections(view: View, query: str) -> Iterator[str]:
    """Yield the query with a word that no article has replaced by one that some have, the most frequent first.

    The two are one letter apart: one more, one less, another one, or two exchanged.
    """
    lexicons = _lexicons(view, Area.TEXT)
    for term in terms(query):
        key = term.keys[0]
        if len(key) >= _SHORTEST_CORRECTED and all(words.row(key) < 0 for words in lexicons):
            counts = _neighbours(key, lexicons)
            for word in sorted(counts, key=lambda word: (-counts[word], word))[:_CANDIDATES]:
                yield query[: term.start] + word + query[term.end :]


def completions(view: View, beginning: str, *, limit: int) -> list[Completion]:
    """Return the most frequent ways to finish the last word, or the last field with its value, of ``beginning``."""
    found = tokens(beginning)
    if not found or found[-1].end != len(beginning):
        return []
    last = found[-1]
    field = found[-2] if len(found) > 1 and found[-2].kind is Kind.FIELD and found[-2].end == last.start else None
    if last.kind is Kind.FIELD:
        return _best(_values(view, last.text, ""), limit, before=f"{last.text}:")
    if last.kind is not Kind.WORD and (last.kind is not Kind.PHRASE or last.closed):
        return []
    if field is not None:
        return _best(_values(view, field.text, last.text), limit, before=f"{field.text}:")
    return _best(_words(view, Area.TEXT, last.text), limit)


def _neighbours(key: str, lexicons: Sequence[Lexicon]) -> dict[str, int]:
    """Return the words one letter apart from ``key``, with how many articles hold each."""
    from rapidfuzz import process  # noqa: PLC0415 - most searches find something and need no correction
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - the same

    near: set[str] = {letter + rest for letter in _LETTERS for rest in (key, key[1:])}
    near |= {key[1:], key[1] + key[0] + key[2:]}
    for words in lexicons:
        rows = words.rows(key[0])
        same_start = words.words[rows.start : rows.stop]
        found = process.extract(key, same_start, scorer=OSA.distance, score_cutoff=1, limit=None)
        near.update(word for word, _, _ in found)
    counts = {
        word: sum(words.articles[row] for words in lexicons if (row := words.row(word)) >= 0)
        for word in near
        if " " not in word
    }
    return {word: count for word, count in counts.items() if count}


def _values(view: View, field: str, typed: str) -> Mapping[str, int]:
    """Return the values of a field that begin as typed, with how many articles have each."""
    area = AREAS.get(field)
    if area is not None:
        return _words(view, area, typed)
    begun = fold(typed)
    match field:
        case "outlet":
            counts = Counter(row.outlet for segment in view.segments for row in segment.live_rows())
            return {name: count for name, count in counts.items() if _has_word(name, begun)}
        case "lang" | "language":
            counts = Counter(row.language for segment in view.segments for row in segment.live_rows())
            return {code: count for code, count in counts.items() if fold(code).startswith(begun)}
        case _:
            return {value: 0 for value in STATES.get(field, ()) if value.startswith(begun)}


def _has_word(name: str, begun: str) -> bool:
    """Tell whether a name, or a word in it, begins so."""
    folded = fold(name)
    return folded.startswith(begun) or any(word.startswith(begun) for word in folded.split())


def _words(view: View, area: Area, typed: str) -> Mapping[str, int]:
    """Return the words of an area that begin like the last word typed, with how many articles hold each."""
    last = terms(typed)
    if not last or last[-1].end != len(typed):
        return {}
    counts = counted(_lexicons(view, area), last[-1].keys[0])
    return {word: count for word, count in counts.items() if " " not in word}


def _best(counts: Mapping[str, int], limit: int, *, before: str = "") -> list[Completion]:
    """Return the most frequent as completions; those with a space are put in quotation marks behind their field."""
    best = sorted(counts, key=lambda text: (-counts[text], text))[:limit]
    return [Completion(before + (f'"{text}"' if before and " " in text else text), counts[text]) for text in best]


def _lexicons(view: View, area: Area) -> list[Lexicon]:
    """Return the words of an area in each segment that has some."""
    found: Iterable[Lexicon | None] = (segment.words(area) for segment in view.segments)
    return [words for words in found if words is not None]
