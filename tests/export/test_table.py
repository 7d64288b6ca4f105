"""The spreadsheet, read back by csv."""

import csv
import dataclasses
import io

import pytest

from reader.export.table import COLUMNS, neutralised, table
from tests.export.story import DEATHS, DISPUTED, flag, report


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_there_is_a_row_for_each_fact_and_outlet() -> None:
    found = rows(table(report()))
    assert [(row["fact"], row["outlet"], row["stance"]) for row in found] == [
        ("f00d01", "Gazette", "reports"),
        ("f00d01", "Herald", "differs"),
        ("da3000", "Gazette", "reports"),
        ("da3000", "Herald", "not found"),
    ]
    assert tuple(found[0]) == COLUMNS


def test_a_row_tells_words_place_sourcing_difference_and_flag() -> None:
    first = rows(table(report()))[0]
    assert first["words"] == "The flood killed at least 19 people."
    assert (first["article"], first["start"], first["end"]) == ("a1", "0", "36")
    assert (first["provenance"], first["through"], first["prominence"]) == ("agency", "Reuters", "lead")
    assert first["differences"] == "figures differ: at least 19 / 26; the same word"
    assert first["verdict"] == "Bo Ek: disputed"
    assert first["note"] == "The toll rose later."
    assert first["evidence"].startswith("https://ministry.example/toll; Ministry")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t=", " +"])
def test_no_cell_begins_a_formula(start: str) -> None:
    assert neutralised(f"{start}HYPERLINK(1)").startswith("'")


def test_notes_are_neutralised_too() -> None:
    state = dataclasses.replace(DISPUTED, note="=cmd|' /C calc'!A0")
    first = rows(table(report(flags={DEATHS.id: (flag(DEATHS, state),)})))[0]
    assert first["note"] == "'=cmd|' /C calc'!A0"
