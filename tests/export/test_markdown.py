"""The Markdown report, read by a CommonMark parser."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.markdown import escaped, escaped_run, markdown
from reader.model import FlagState, Status
from tests.export.story import DEATHS, DISPUTED, GAZETTE, flag, report

COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable("table")


def test_the_report_names_every_outlet_fact_and_verdict() -> None:
    text = markdown(report())
    assert "# Fact checklist: Flood in the valley" in text
    assert "1 differing, 0 agreed, 1 in one outlet only. 1 checked." in text
    assert "killed **at least 19** people" in text
    assert "killed **26** people" in text
    assert "- Herald: not found in the loaded text" in text
    assert "**disputed** — Bo Ek, 2020\\-03\\-05" in text.replace("2020-03-05\n", "2020\\-03\\-05\n")
    assert "Evidence: https://ministry.example/toll: “26 dead”" in text
    assert "2020\\-03\\-05 12:00 Bo Ek: disputed" in text
    assert "Ann Lee: the words differ" in text
    assert "- The dam is safe. (`da3000`)" in text


def test_the_matrix_is_a_table_with_a_column_for_each_outlet() -> None:
    html = COMMONMARK.render(markdown(report()))
    assert "<td>The flood killed at least 19 people.</td>" in html
    assert html.count("<table>") == 2


def test_a_finished_story_says_that_nothing_is_left() -> None:
    item_flags = {item.id: (flag(item, DISPUTED),) for item in report().checklist.items}
    assert "Nothing: every fact has a verdict." in markdown(report(flags=item_flags))


def test_a_story_without_common_quotations_has_no_section_for_them() -> None:
    assert "Quotations that several" not in markdown(dataclasses.replace(report(), matches=()))


def test_a_flag_without_a_note_has_no_line_for_one() -> None:
    assert "Note:" not in markdown(report(flags={DEATHS.id: (flag(DEATHS, FlagState(Status.IN_PROGRESS)),)}))


def test_the_checklist_s_own_note_is_told() -> None:
    whole = report()
    noted = dataclasses.replace(whole, checklist=dataclasses.replace(whole.checklist, note="One is in Spanish."))
    assert "One is in Spanish." in markdown(noted)


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    hostile = dataclasses.replace(GAZETTE, url="javascript:alert(1)", outlet_guessed=True, title="")
    text = markdown(report(article=hostile))
    assert "javascript" not in text
    assert "| Gazette (guessed) | 2020-03-04 | no title | 1 |" in text


@given(st.text())
def test_escaped_text_can_not_act_as_markup(text: str) -> None:
    tokens = COMMONMARK.parseInline(escaped(text))[0].children or []
    assert {token.type for token in tokens} <= {"text", "text_special"}


@given(st.text())
def test_escaped_text_can_not_begin_a_block(text: str) -> None:
    assert {token.type for token in COMMONMARK.parse(escaped(text))} <= {"paragraph_open", "inline", "paragraph_close"}


def test_a_run_keeps_the_space_that_joins_it_to_its_neighbour() -> None:
    assert escaped_run(" a*b ") == " a\\*b "
    assert escaped_run(" ") == " "


def test_a_marked_run_of_nothing_but_space_is_a_space() -> None:
    whole = report()
    space = dataclasses.replace(
        DEATHS.differences[0],
        a=dataclasses.replace(DEATHS.differences[0].a, span=type(DEATHS.differences[0].a.span)(3, 4), text=" "),
    )
    item = dataclasses.replace(DEATHS, differences=(space,))
    checklist = dataclasses.replace(whole.checklist, items=(item,))
    assert "> The flood killed" in markdown(dataclasses.replace(whole, checklist=checklist))
