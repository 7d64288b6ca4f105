"""A person's own outlets.toml: renamed, merged and noted, and what was written by hand left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import ConfigError, NotFound
from reader.ingest.own_outlets import OwnOutlets
from reader.model import Article

if TYPE_CHECKING:
    from pathlib import Path

HAND = """# My outlets, by hand.

[[outlet]]
name = "The Norvale Bee"   # the one of the harbour
domains = ["bee.example"]
notes = "weekly"

# Below are others.
[[outlet]]
name = "Upland Post"
"""


@pytest.fixture
def own(tmp_path: Path) -> OwnOutlets:
    (tmp_path / "outlets.toml").write_text(HAND, encoding="utf-8")
    return OwnOutlets(tmp_path / "outlets.toml")


def test_a_renamed_outlet_is_known_under_its_old_names_too(own: OwnOutlets, tmp_path: Path) -> None:
    now = own.rename(own.named("the norvale bee"), 'The "Bee" of Norvale')
    for registry in (own.registry, OwnOutlets(tmp_path / "outlets.toml").registry):
        assert registry.by_name("Norvale Bee") == registry.by_domain("www.bee.example") == now
    assert (now.name, now.also, now.notes) == ('The "Bee" of Norvale', ("The Norvale Bee",), "weekly")
    assert own.rename(now, "The Norvale Bee").also == ('The "Bee" of Norvale',)
    assert own.registry.by_name('The "Bee" of Norvale') == own.named("Norvale Bee")


def test_what_else_is_in_the_file_stays_as_it_was_written(own: OwnOutlets, tmp_path: Path) -> None:
    own.note(own.named("Upland Post"), "daily\nand   \x1b[31mloud")
    text = (tmp_path / "outlets.toml").read_text(encoding="utf-8")
    head, table = HAND.split("are others.\n")
    assert text == head + "are others.\n\n" + table + 'notes = "daily and [31mloud"\n'
    own.rename(own.named("Upland Post"), "The Uplander")
    assert 'name = "Upland Post"' not in (tmp_path / "outlets.toml").read_text(encoding="utf-8")
    assert (tmp_path / "outlets.toml").read_text(encoding="utf-8").startswith("# My outlets, by hand.\n\n[[outlet]]")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["outlets.toml"]


def test_merged_outlets_are_one(own: OwnOutlets) -> None:
    now = own.merge(own.named("BBC News"), own.named("NPR"))
    for name in ("BBC News", "NPR", "National Public Radio"):
        found = own.registry.by_name(name)
        assert found is None or found == now
    assert own.registry.by_domain("npr.org") == own.registry.by_domain("bbc.co.uk") == now
    assert own.name_of(Article("a", "x", outlet="NPR")) == "BBC News"
    merged = own.merge(now, own.named("The Norvale Bee"))
    assert merged.notes == "weekly"
    assert own.registry.by_domain("bee.example") == merged


def test_an_outlet_that_the_program_does_not_know_can_be_named(tmp_path: Path) -> None:
    own = OwnOutlets(tmp_path / "new" / "outlets.toml")
    now = own.rename(own.named("lantern.example", ["lantern.example"]), "The Daily Lantern")
    assert own.registry.by_domain("lantern.example") == now
    assert own.name_of(Article("a", "x", outlet="lantern.example")) == "The Daily Lantern"
    assert own.name_of(Article("a", "x", outlet="Lamp", domain="lantern.example")) == "The Daily Lantern"
    assert own.name_of(Article("a", "x", outlet="unknown")) is None
    assert own.name_of(Article("a", "x", outlet="The Lamp")) is None


def test_a_name_that_another_outlet_has_is_refused(own: OwnOutlets) -> None:
    for name in ("Upland Post", "  "):
        with pytest.raises(ConfigError, match="--merge"):
            own.rename(own.named("The Norvale Bee"), name)


def test_an_outlet_is_meant_by_any_of_its_names_or_by_words_of_the_one_found(own: OwnOutlets) -> None:
    found = ["The Daily Lantern", "The Evening Lantern", "unknown"]
    assert own.meant("the daily lantern", found) == "The Daily Lantern"
    assert own.meant("evening", found) == "The Evening Lantern"
    assert own.meant("NYT", found) == "The New York Times"
    for words, reason in (("lantern", "2 are called so"), ("unknown", "no outlet"), ("zzz", "no outlet"), ("", "no")):
        with pytest.raises(NotFound, match=reason):
            own.meant(words, found)


def test_a_file_that_is_unsound_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text("[[outlet]\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        OwnOutlets(tmp_path / "outlets.toml")
    assert (tmp_path / "outlets.toml").read_text(encoding="utf-8") == "[[outlet]\n"


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    own = OwnOutlets(tmp_path / "file" / "outlets.toml")
    with pytest.raises(ConfigError, match="can't be written"):
        own.note(own.named("NPR"), "asked them")
