"""Every kind of query finds what going through all texts finds: after many commits, and while others are made."""

from __future__ import annotations

import datetime as dt
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.index import open_index
from reader.index.query import parse
from reader.model import Analysis, Article, Quotation, QuotationKind, Span, Speaker
from tests.index.brute import asked_for
from tests.index.shelves import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reader.ports import SearchIndex

WORDS = (
    "run runs running runner die dies dying sky skies possible possibility possibly hope hoping news new US us "
    "U.S. AT&T C++ café cafe naïve O’Brien obrien don’t 4 billion million 4,000,000,000 $4bn 2.5 four of the "
    "to and in said says 東京都 京都 大阪 한국어 well-known known nations national nation’s Łódź 😀 claimed claim "
    "quote,quoted 3rd"
).split()
OUTLETS = ("Fox News", "The Hill", "El País")
FIELDS = ("title:", "quote:", "speaker:", "cue:", "text:", "")

FILTERS = (
    *("outlet:fox", 'outlet:"el pais"', "outlet:(hill OR fox)", "lang:es", "has:quote"),
    *("date:2019-09", "date:>2019-09-14", "date:<=2019-09-01", "date:2019-09-10..2019-09-20"),
    *("is:flagged", "verdict:disputed", "has:conflict", 'story:"river bridge"', "is:in-progress", "status:checked"),
)

word = st.sampled_from(WORDS)
sentence = st.lists(word, min_size=1, max_size=14).map(" ".join)


@st.composite
def quotations(draw: st.DrawFn, text: str) -> tuple[Quotation, ...]:
    """Return up to two quotations at words of ``text``, in order and apart."""
    edges = [0, *(at + 1 for at, letter in enumerate(text) if letter == " "), len(text) + 1]
    count = draw(st.integers(0, min(2, len(edges) // 4)))
    picked = sorted(draw(st.lists(st.sampled_from(edges), min_size=2 * count, max_size=2 * count, unique=True)))
    found = []
    for start, end in zip(picked[::2], picked[1::2], strict=True):
        span = Span(start, end - 1)
        speaker = Speaker(draw(word), draw(word), Span(0, 0)) if draw(st.booleans()) else None
        kind = draw(st.sampled_from([QuotationKind.DIRECT, QuotationKind.UNATTRIBUTED, QuotationKind.INDIRECT]))
        found.append(Quotation(span, span.of(text), kind, speaker, draw(st.sampled_from([None, "said", "claimed"]))))
    return tuple(found)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, Analysis]:
    """Return an article under one of few ids, so that some come again."""
    id_ = draw(st.sampled_from("abcdefghij"))
    text = draw(sentence)
    article = Article(
        id=id_,
        text=text,
        title=draw(st.one_of(st.just(""), sentence)),
        outlet=draw(st.sampled_from(OUTLETS)),
        date=draw(st.one_of(st.none(), st.dates(dt.date(2019, 8, 28), dt.date(2019, 10, 3)))),
        language=draw(st.sampled_from(["en", "es", "es-mx"])),
    )
    return article, Analysis(id_, "1", quotations=draw(quotations(text)))


@st.composite
def leaves(draw: st.DrawFn) -> str:
    """Return a query of one part."""
    field = draw(st.sampled_from(FIELDS))
    query: str = draw(
        st.one_of(
            word.map(lambda one: field + one),
            st.lists(word, min_size=1, max_size=4).map(lambda some: f'{field}"{" ".join(some)}"'),
            st.tuples(word, st.integers(2, 4)).map(lambda cut: f"{field}{cut[0][: cut[1]]}*"),
            st.tuples(word, word, st.integers(0, 6)).map(lambda near: f'near:"{near[0]} {near[1]}"~{near[2]}'),
            st.tuples(st.integers(1, 9), st.sampled_from(["billion", "million"])).map(
                lambda pair: f"{pair[0]} {pair[1]}"
            ),
            st.sampled_from(FILTERS),
        )
    )
    return query


queries = st.recursive(
    leaves(),
    lambda part: st.one_of(
        st.lists(part, min_size=2, max_size=3).map(" ".join),
        st.lists(part, min_size=2, max_size=3).map(lambda some: f"({' OR '.join(some)})"),
        part.map(lambda one: f"-({one})"),
    ),
    max_leaves=5,
)
tags = st.fixed_dictionaries(
    {name: st.sets(st.sampled_from("abcdefghijz")) for name in ("is:flagged", "verdict:disputed", "has:conflict")}
    | {"story:River-bridge": st.sets(st.sampled_from("abcde")), "status:in progress": st.sets(st.sampled_from("abc"))}
)


def _found(index: SearchIndex, query: str, states: Mapping[str, Collection[str]]) -> set[str]:
    results = index.search(query, limit=100, tags=states)
    assert results.total == len(results.hits)
    return {hit.article for hit in results.hits}


def _expected(store: MemoryStore, query: str, states: Mapping[str, Collection[str]]) -> set[str]:
    node = parse(query, today=dt.date(2019, 9, 20)).node
    normal = {name.casefold().replace("-", " "): ids for name, ids in states.items()}
    return {article.id for _, article, analysis in store.changed_since(0) if asked_for(node, article, analysis, normal)}


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    batches=st.lists(st.lists(articles(), min_size=1, max_size=5), min_size=1, max_size=12),
    asked=st.lists(queries, min_size=1, max_size=12),
    states=tags,
    few_words=st.sampled_from([1, 5_000]),
)
@example(
    batches=[[(Article("a", "the news of the day"), Analysis("a", "1"))], [(Article("a", "x"), Analysis("a", "1"))]],
    asked=['"of the"', "new", "-the"],
    states={},
    few_words=1,
)
def test_a_query_finds_what_going_through_all_texts_finds(
    batches: Sequence[Sequence[tuple[Article, Analysis]]],
    asked: Sequence[str],
    states: Mapping[str, Collection[str]],
    few_words: int,
) -> None:
    store = MemoryStore()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        # Stems are written down from so many words on, and found at each search below.
        patched.setattr("reader.index.codec.MANY_WORDS", few_words)
        index = open_index(Path(folder) / "index", store)
        for batch in batches:
            for article, analysis in batch:
                store.put(article, analysis)
            index.catch_up()
        for query in asked:
            assert _found(index, query, states) == _expected(store, query, states), query
        index.close()


def test_two_speakers_named_at_one_place_are_both_found(tmp_path: Path) -> None:
    store = MemoryStore()
    index = open_index(tmp_path / "index", store)
    said = tuple(
        Quotation(Span(0, 3), "yes", QuotationKind.DIRECT, Speaker("both", name, Span(4, 8)))
        for name in ("Benny Gantz", "Ada Lund")
    )
    store.put(Article("a", "yes both said"), Analysis("a", "1", quotations=said))
    index.catch_up()
    assert _found(index, "speaker:gantz", {}) == _found(index, "speaker:lund", {}) == {"a"}
    index.close()


ASKED = ("running", '"of the"', "claim*", "-die", "C++ OR AT&T", "4 billion", "京都", 'near:"sky hope"~4', "title:news")


def test_four_threads_find_the_right_articles_while_a_writer_commits(tmp_path: Path) -> None:
    store = MemoryStore()
    index = open_index(tmp_path / "index", store)
    vocabulary = [WORDS[(number * 7 + shift) % len(WORDS)] for number in range(300) for shift in range(0, 40, 3)]
    made = [
        Article(f"old{number}" if number < 100 else f"new{number}", " ".join(vocabulary[number : number + 25]), "news")
        for number in range(180)
    ]
    for article in made[:100]:
        store.put(article, Analysis(article.id, "1"))
    index.catch_up()
    expected = {query: _expected(store, query, {}) for query in ASKED}
    everything = MemoryStore()
    for article in made:
        everything.put(article, Analysis(article.id, "1"))
    in_the_end = {query: _expected(everything, query, {}) for query in ASKED}
    wrong: list[str] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            for query in ASKED:
                found = _found_all(index, query)
                if {id_ for id_ in found if id_.startswith("old")} != expected[query] or not found <= in_the_end[query]:
                    wrong.append(query)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for article in made[100:]:
        store.put(article, Analysis(article.id, "1"))
        index.catch_up()
    done.set()
    for thread in threads:
        thread.join(60)
    assert wrong == []
    assert {query: _found_all(index, query) for query in ASKED} == in_the_end


def _found_all(index: SearchIndex, query: str) -> set[str]:
    return {hit.article for hit in index.search(query, limit=1000).hits}
