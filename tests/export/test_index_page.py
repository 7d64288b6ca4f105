"""The page that leads to a folder of reports."""

import dataclasses
import datetime as dt

from reader.export.index_page import entry, index_page
from tests.export.story import MADE, report
from tests.export.test_page import read

ONE = entry(report(), "s1.html")


def test_a_story_is_listed_with_its_counts_and_leads_to_its_file() -> None:
    text = index_page([ONE], MADE, "0.1.0")
    assert '<a href="s1.html">Flood in the valley</a>' in text
    assert "<td class=said>Gazette, Herald</td><td>1</td><td>0</td><td>1</td><td class=nowrap>1 of 2</td>" in text
    assert "<b>1 story</b> · <b>1 of 2 facts</b> checked" in text
    assert "newsreader 0.1.0, 2020-03-05 12:00 UTC" in text
    assert "script" not in read(text).seen


def test_stories_keep_their_order_and_are_counted_together() -> None:
    other = dataclasses.replace(ONE, file="s2.html", title="")
    text = index_page([other, ONE], MADE, "0.1.0")
    assert text.index("s2.html") < text.index("s1.html")
    assert "<i>no title</i>" in text
    assert "<b>2 stories</b> · <b>2 of 4 facts</b> checked" in text


def test_dates_are_told_as_far_as_they_are_known() -> None:
    day = dt.date(2020, 3, 4)
    one_day = dataclasses.replace(ONE, first_date=day, last_date=day)
    assert ">2020-03-04</td>" in index_page([one_day], MADE, "1")
    days = dataclasses.replace(one_day, last_date=dt.date(2020, 3, 6))
    assert ">2020-03-04 – 2020-03-06</td>" in index_page([days], MADE, "1")
    assert ">unknown</td>" in index_page([ONE], MADE, "1")


def test_hostile_titles_and_outlets_stay_words() -> None:
    hostile = dataclasses.replace(ONE, title="</a><script>alert(1)</script>", outlets=("<img onerror=x>",))
    assert read(index_page([hostile], MADE, "1")).seen == read(index_page([ONE], MADE, "1")).seen
