"""The store of articles: what any implementation of ``LibraryStore`` has to do."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.errors import LibraryDamaged, NotFound
from reader.model import Checklist, Story
from reader.storage import SqliteStore
from reader.storage.database import connect
from tests.storage.examples import TEXT, analysis, article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "library.db")
    yield opened
    opened.close()


def test_an_article_comes_back_as_it_was_put(store: SqliteStore) -> None:
    store.put(article(), analysis())
    assert store.get("a") == article()
    assert store.analysis("a") == analysis()


def test_another_text_is_another_version_and_the_old_one_stays(store: SqliteStore) -> None:
    store.put(article(), analysis())
    changed = article(text="Seven million crowns are needed.")
    store.put(changed, analysis())
    assert store.get("a") == replace(changed, version=2)
    assert store.get("a", 1) == article()
    assert store.versions("a") == [(1, article().text_hash), (2, changed.text_hash)]


def test_the_same_text_again_replaces_what_is_known_of_it(store: SqliteStore) -> None:
    first = store.put(article(), analysis(version="1"))
    second = store.put(article(outlet="Mail"), analysis(version="2"))
    assert second > first
    assert store.get("a") == article(outlet="Mail")
    assert store.analysis("a").version == "2"
    assert store.versions("a") == [(1, article().text_hash)]


def test_an_analysis_is_replaced_only_for_the_text_it_was_made_of(store: SqliteStore) -> None:
    change = store.put(article(), analysis(version="1"))
    assert store.put_analysis(article().text_hash, analysis(version="2"))
    assert store.analysis("a").version == "2"
    assert store.change() > change
    assert not store.put_analysis("of an older text", analysis(version="3"))
    assert not store.put_analysis(article().text_hash, analysis("nobody"))
    assert store.analysis("a").version == "2"


def test_headers_have_no_text_and_only_the_newest_version(store: SqliteStore) -> None:
    store.put(article("b"), analysis("b"))
    store.put(article("a"), analysis("a"))
    store.put(article("b", text="New."), analysis("b"))
    heads = store.headers()
    assert [(head.id, head.version, head.text, head.raw) for head in heads] == [("b", 2, "", ""), ("a", 1, "", "")]
    assert heads[1].title == article().title


def test_leads_have_the_beginning_of_the_text(store: SqliteStore) -> None:
    store.put(article(), analysis())
    (lead,) = store.leads(9)
    assert lead.text == article().text[:9]
    assert lead.outlet == article().outlet


@pytest.mark.parametrize("version", [None, 1, 7])
def test_what_is_not_there_is_not_found(store: SqliteStore, version: int | None) -> None:
    with pytest.raises(NotFound, match="no article"):
        store.get("nobody", version)
    with pytest.raises(NotFound, match="no article"):
        store.analysis("nobody")
    assert store.versions("nobody") == []


def test_changes_are_told_once_and_in_order(store: SqliteStore) -> None:
    assert store.change() == 0
    first = store.put(article("a"), analysis("a"))
    store.put(article("b"), analysis("b"))
    last = store.put(article("a", text="New."), analysis("a"))
    assert [(change, told.id) for change, told, _ in store.changed_since(0)] == [(first + 1, "b"), (last, "a")]
    assert [told.text for _, told, _ in store.changed_since(first + 1)] == ["New."]
    assert list(store.changed_since(last)) == []
    assert store.change() == last


def test_stories_are_kept_newest_first(store: SqliteStore) -> None:
    old = Story("old", "Old", ("a",), ("Post",), dt.date(2030, 1, 1), dt.date(2030, 1, 2))
    new = Story("new", "New", ("b", "c"), ("Post", "Mail"), dt.date(2031, 1, 1), dt.date(2031, 1, 1))
    undated = Story("undated", "Undated", ("d",))
    store.put_stories([undated, old, new])
    assert store.stories() == [new, old, undated]
    store.put_stories([old])
    assert store.stories() == [old]


def test_a_checklist_is_kept_as_long_as_its_story(store: SqliteStore) -> None:
    story = Story("s", "S", ("a",))
    store.put_stories([story])
    checklist = Checklist("s", ("Post",), ())
    assert store.checklist("s") is None
    store.put_checklist("key", checklist)
    assert store.checklist("s") == ("key", checklist)
    store.put_stories([story])
    assert store.checklist("s") == ("key", checklist)
    store.put_stories([])
    assert store.checklist("s") is None


def test_settings_origins_and_raw_texts_are_kept(store: SqliteStore) -> None:
    assert store.recall("pane") is None
    store.remember("pane", "30")
    store.remember("pane", "40")
    assert store.recall("pane") == "40"
    assert store.origin("file") is None
    store.put_origin("file", "a")
    assert store.origin("file") == "a"
    store.put(article("a"), analysis("a"))
    store.put(article("b", text="Two.", raw="two"), analysis("b"))
    assert store.raw_texts("Norvale Post", 1) == ["two"]
    assert store.raw_texts("Mail", 5) == []


def test_the_articles_of_an_outlet_and_day_are_told_with_their_texts(store: SqliteStore) -> None:
    day = dt.date(2031, 5, 6)
    for name, date in (("a", day), ("b", day), ("c", None), ("d", dt.date(2031, 5, 7))):
        store.put(article(name, text=name * 9, date=date), analysis(name))
    store.put(article("a", text="New.", date=day), analysis("a"))
    assert store.printed("Norvale Post", day, limit=9) == [("a", "New."), ("b", "b" * 9)]
    assert store.printed("Norvale Post", day, limit=1) == [("a", "New.")]
    assert store.printed("Norvale Post", None, limit=9) == [("c", "c" * 9)]
    assert store.printed("Mail", day, limit=9) == []


def test_what_changed_is_told_with_what_an_index_needs(store: SqliteStore) -> None:
    store.put(article("a"), analysis("a"))
    store.put(article("b"), replace(analysis("b"), quotations=()))
    told = {found.id: (found.text, of.article, of.quotations) for _, found, of in store.changed_since(0)}
    assert told == {"a": (article().text, "a", analysis("a").quotations), "b": (article().text, "b", ())}


def test_an_analysis_that_cannot_be_read_is_damage(store: SqliteStore, tmp_path: Path) -> None:
    store.put(article("a"), analysis("a"))
    connection = connect(tmp_path / "library.db")
    connection.execute("UPDATE analysis SET found = '{'")
    connection.close()
    with pytest.raises(LibraryDamaged):
        list(store.changed_since(0))


def test_a_batch_is_stored_whole(store: SqliteStore) -> None:
    with store.batch():
        store.put(article("a"), analysis("a"))
        store.put(article("b"), analysis("b"))
        assert store.get("b").id == "b"
    assert len(store.headers()) == 2


def test_a_batch_that_breaks_off_leaves_nothing(store: SqliteStore) -> None:
    with contextlib.suppress(KeyboardInterrupt), store.batch():
        store.put(article("a"), analysis("a"))
        raise KeyboardInterrupt
    assert store.headers() == []
    store.put(article("a"), analysis("a"))
    assert len(store.headers()) == 1


def test_nobody_sees_a_batch_before_it_is_whole(store: SqliteStore) -> None:
    seen: list[int] = []
    with store.batch():
        store.put(article("a"), analysis("a"))
        reader = threading.Thread(target=lambda: seen.append(len(store.headers())))
        reader.start()
        reader.join()
    assert seen == [0]


def test_many_threads_put_and_read(store: SqliteStore) -> None:
    wrong: list[str] = []

    def work(name: str) -> None:
        for number in range(10):
            article_id = f"{name}{number}"
            store.put(article(article_id, text=f"{article_id} is here."), analysis(article_id))
            if store.get(article_id).text != f"{article_id} is here.":
                wrong.append(article_id)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(store.headers()) == 60
    assert store.change() == 60


def test_two_stores_on_one_file_see_each_others_articles(store: SqliteStore, tmp_path: Path) -> None:
    other = SqliteStore(tmp_path / "library.db")
    other.put(article(), analysis())
    assert store.get("a") == article()
    other.close()


def test_a_value_that_was_damaged_is_named(store: SqliteStore, tmp_path: Path) -> None:
    store.put(article(), analysis())
    connection = connect(tmp_path / "library.db")
    connection.execute("UPDATE analysis SET found = 'x'")
    connection.execute("UPDATE body SET offsets = '{'")
    connection.close()
    with pytest.raises(LibraryDamaged, match=r"library\.db.*doctor"):
        store.analysis("a")
    with pytest.raises(LibraryDamaged, match=r"library\.db.*doctor"):
        store.get("a")


def test_headers_of_some_articles_are_those_alone(store: SqliteStore) -> None:
    for name in ("a", "b", "c"):
        store.put(article(name), analysis(name))
    assert [head.id for head in store.headers_of(["c", "a", "nobody"])] == ["a", "c"]
    assert list(store.headers_of([])) == []
    assert len(store.headers()) == 3


def test_a_new_version_keeps_its_article_s_place(store: SqliteStore) -> None:
    for name in ("a", "b", "c"):
        store.put(article(name), analysis(name))
    store.put(article("a", "Seven million crowns are needed."), analysis("a"))
    assert [head.id for head in store.headers()] == ["a", "b", "c"]
    assert [(head.id, head.text) for head in store.leads(5)] == [("a", "Seven"), ("b", TEXT[:5]), ("c", TEXT[:5])]
    assert [(head.id, head.text) for head in store.leads(3, ["c", "a", "none"])] == [("a", "Sev"), ("c", TEXT[:3])]
