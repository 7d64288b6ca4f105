"""A document read back: what was written, or an error that says what is wrong with it."""

from __future__ import annotations

import copy
import dataclasses
import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.document import document
from reader.export.reading_back import is_story, read_back
from reader.model import Removed, RemovedKind
from tests.export.story import GAZETTE, HERALD, report

if TYPE_CHECKING:
    from reader.export.document import Json

WHOLE: dict[str, Json] = json.loads(document(report()))


def changed(path: str, value: Json) -> str:
    """Return the document with another value at a path like "articles.0.raw"."""
    whole = copy.deepcopy(WHOLE)
    place: Json = whole
    *way, last = path.split(".")
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]  # type: ignore[index]
    if isinstance(place, list):
        place[int(last)] = value
    else:
        assert isinstance(place, dict)
        place[last] = value
    return json.dumps(whole)


def test_events_come_back_as_they_were() -> None:
    kept = read_back(document(report()))
    assert kept.events == report().events
    assert kept.title == "Flood in the valley"


def test_articles_come_back_with_what_was_known_of_them() -> None:
    kept = read_back(document(report()))
    gazette = kept.articles[GAZETTE.id][0]
    herald = kept.articles[HERALD.id][0].raw
    assert (gazette.raw.text, gazette.raw.title, gazette.raw.outlet) == (GAZETTE.raw, "Flood kills 19", "Gazette")
    assert (gazette.raw.date, gazette.raw.url, gazette.version) == (GAZETTE.date, GAZETTE.url, 1)
    assert (herald.title, herald.date) == (None, None)


def test_an_unknown_outlet_stays_unknown() -> None:
    assert read_back(changed("articles.0.outlet", "unknown")).articles[GAZETTE.id][0].raw.outlet is None


def test_versions_come_oldest_first() -> None:
    newest = dataclasses.replace(GAZETTE, version=3)
    earlier = (dataclasses.replace(GAZETTE, version=2), dataclasses.replace(GAZETTE, version=1))
    kept = read_back(document(dataclasses.replace(report(article=newest), earlier=earlier)))
    assert [each.version for each in kept.articles[GAZETTE.id]] == [1, 2, 3]


def test_lines_of_the_outlet_are_known_and_a_line_pasted_twice_is_none() -> None:
    raw = f"Our letter\n{GAZETTE.text}\n{GAZETTE.text}"
    again = Removed(len("Our letter\n") + len(GAZETTE.text) + 1, len(raw), RemovedKind.REPEATED_LINE)
    removed = (Removed(0, 10, RemovedKind.REPEATED_LINE), Removed(0, 3, RemovedKind.BYLINE), again)
    kept = read_back(document(report(article=dataclasses.replace(GAZETTE, raw=raw, removed=removed))))
    assert kept.articles[GAZETTE.id][0].repeated == {"Our letter"}


def test_a_document_without_earlier_versions_has_none() -> None:
    whole = {name: value for name, value in WHOLE.items() if name != "earlier_versions"}
    assert [len(kept) for kept in read_back(json.dumps(whole)).articles.values()] == [1, 1]


def test_only_a_story_is_taken_for_one() -> None:
    assert is_story(document(report()))
    assert not is_story('{"format": "newsreader flags"}\n{}')
    assert not is_story("[]")
    assert not is_story("[" * 100_000)


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("schema", "another", "not a story"),
        ("schema_version", 99, "newer version"),
        ("articles.0", 1, r"document.articles\[0\] is not an object"),
        ("articles.0.id", "../../etc", "is no id"),
        ("articles.0.raw", None, r"articles\[0\].raw is not a str"),
        ("articles.0.raw", "\ud800", "half a character"),
        ("articles.0.date", "yesterday", "yesterday"),
        ("history.0.at", "2020-03-05T12:00:00", "no time zone"),
        ("history.0.kind", "hunch", "hunch"),
        ("history.0.after.verdict", "so-so", "so-so"),
    ],
)
def test_what_is_not_as_it_was_written_is_named(path: str, value: Json, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_back(changed(path, value))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(
    st.sampled_from(
        ["schema_version", "story", "story.title", "articles", "articles.0", "articles.0.removed", "articles.0.version",
         "history", "history.0.anchor", "history.0.anchor.span", "history.0.after.evidence", "history.0.undoes"]
    ),
    JSON_VALUES,
)  # fmt: skip
def test_a_document_is_read_or_refused_whatever_stands_in_it(path: str, value: Json) -> None:
    with suppress(ValueError):
        read_back(changed(path, value))
