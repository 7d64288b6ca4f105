"""The HTML report, read by a strict parser."""

import dataclasses
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from reader.export import FORMATS, Match
from reader.export.page import page
from reader.model import Evidence, FlagState, Quotation, Status, Verdict
from tests.export.story import DAM, DEATHS, DISPUTED, GAZETTE, flag, report

VOID = {"meta", "br", "hr", "img", "input", "link", "circle", "path"}


class Elements(HTMLParser):
    """Collects the elements and attributes of a page and whether they close in order."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(text: str) -> Elements:
    elements = Elements()
    elements.feed(text)
    elements.close()
    assert elements.open == []
    return elements


def test_every_element_closes_and_nothing_is_loaded() -> None:
    elements = read(page(report()))
    assert "script" not in elements.seen
    assert not {"src", "onload", "onclick"} & {name for name, _ in elements.attributes}
    assert elements.seen.count("h1") == 1


def test_facts_words_and_marks_are_there() -> None:
    text = page(report())
    assert "killed <mark>at least 19</mark> people" in text
    assert "killed <mark>26</mark> people" in text
    assert "agency (Reuters), lead" in text
    assert "<b>disputed</b> — Bo Ek, 2020-03-05" in text
    assert "“<mark>Nobody</mark> warned us”" in text
    assert "1 of 2</b> checked" in text
    assert "not found in the loaded text" in text


def test_the_picture_has_a_shape_for_each_stance_and_words_beside_it() -> None:
    text = page(report())
    assert [len(re.findall(f'class="{each}"', text)) for each in ("reports", "differs", "missing")] == [2, 1, 1]
    assert 'role="img" aria-label="2 facts in 2 outlets' in text


@given(st.text(), st.text())
def test_hostile_words_stay_words(title: str, note: str) -> None:
    plain_page = read(page(report())).seen
    whole = report(
        article=dataclasses.replace(GAZETTE, title=f"x{title}</td><script>alert(1)</script>"),
        flags={DEATHS.id: (flag(DEATHS, dataclasses.replace(DISPUTED, note=f"x{note}<img src=x onerror=alert(1)>")),)},
    )
    assert read(page(whole)).seen == plain_page


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    state = dataclasses.replace(DISPUTED, evidence=(Evidence("javascript:alert(1)"),))
    whole = report(
        article=dataclasses.replace(GAZETTE, url="javascript:alert(1)"), flags={DEATHS.id: (flag(DEATHS, state),)}
    )
    targets = [value or "" for name, value in read(page(whole)).attributes if name == "href"]
    assert all(target.startswith("#") for target in targets)


def test_what_is_not_there_leaves_no_empty_section() -> None:
    nothing = dataclasses.replace(report(flags={}), matches=(), events=())
    text = page(nothing)
    assert "Quotations that several" not in text
    assert "<details>" not in text
    assert "class=flag" not in text


def test_a_finished_story_says_that_nothing_is_left() -> None:
    flags = {item.id: (flag(item, FlagState(Status.CHECKED)),) for item in (DEATHS, DAM)}
    assert "Nothing: every fact has a verdict." in page(report(flags=flags))


def test_what_is_known_only_in_part_is_shown_in_part() -> None:
    whole = report(article=dataclasses.replace(GAZETTE, title="", date=None, url=None, outlet_guessed=True))
    analysis = whole.analyses["a1"]
    nameless: Quotation = dataclasses.replace(analysis.quotations[0], speaker=None)
    event = dataclasses.replace(whole.events[0], undoes="e0", after=FlagState(verdict=Verdict.FALSE))
    whole = dataclasses.replace(
        whole,
        analyses={**whole.analyses, "a1": dataclasses.replace(analysis, quotations=(nameless,))},
        checklist=dataclasses.replace(whole.checklist, note="One is in Spanish."),
        events=(event,),
        matches=tuple(Match(each.a, each.b, dataclasses.replace(each.match, operations=())) for each in whole.matches),
    )
    text = page(whole)
    assert "<i>no title</i>" in text
    assert "<i>(guessed)</i>" in text
    assert "unknown speaker: the words differ" in text
    assert "“Nobody warned us,”" in text
    assert "One is in Spanish." in text
    assert "false (taken back)" in text


def test_a_long_headline_is_cut_in_the_picture_and_whole_below() -> None:
    whole = report()
    long = dataclasses.replace(DAM, headline="The dam " + "is very " * 20 + "safe.")
    text = page(dataclasses.replace(whole, checklist=dataclasses.replace(whole.checklist, items=(long,))))
    assert "…</text>" in text
    assert "is very safe.</h3>" in text


def test_every_format_renders_the_report() -> None:
    assert all(each.render(report()).endswith(("\n", "\r\n")) for each in FORMATS.values())
    assert list(FORMATS) == ["markdown", "html", "csv", "json", "jsonl", "webannotation", "claimreview"]


def test_words_that_one_outlet_leaves_out_are_marked_in_the_other() -> None:
    whole = report()
    cut = dataclasses.replace(
        whole.matches[0].match, operations=(("equal", "warned us", "warned us"), ("delete", "all", ""))
    )
    text = page(dataclasses.replace(whole, matches=(Match(("a1", 0), ("b2", 0), cut),)))
    assert "“warned us <mark>all</mark>”" in text
    assert "“warned us”" in text
