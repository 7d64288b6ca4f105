"""Adding: what was reported is stored, the same text once, a changed text as a new version."""

from __future__ import annotations

import io
import itertools
import json
import threading
from typing import TYPE_CHECKING

import pytest

from reader.library.repeated import repeated_lines
from reader.model import AddResult, Doing, Progress
from tests.library.examples import MAIL, POST, opened, write_story

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library


def test_articles_are_stored_analysed_grouped_and_found(library: Library) -> None:
    post, mail = sorted(library.headers(), key=lambda head: head.outlet, reverse=True)
    assert (post.outlet, mail.outlet) == ("Norvale Post", "Easthaven Mail")
    analysis = library.analysis(post.id)
    assert analysis.sentences
    assert analysis.claims
    assert "This was the last warning for all of us," in [quotation.content for quotation in analysis.quotations]
    (story,) = library.stories()
    assert set(story.articles) == {post.id, mail.id}
    assert {hit.article for hit in library.search("cracks").hits} == {post.id, mail.id}


def test_the_same_text_again_is_there_already(library: Library, tmp_path: Path) -> None:
    again = list(library.add([str(tmp_path / "texts")]))
    assert {report.result for report in again} == {AddResult.ALREADY_THERE}
    assert len(library.headers()) == 2


def test_the_same_text_from_another_place_is_one_article(library: Library, tmp_path: Path) -> None:
    again = list(library.add([str(write_story(tmp_path / "elsewhere"))]))
    assert {report.result for report in again} == {AddResult.ALREADY_THERE}
    assert len(library.headers()) == 2


def test_a_changed_text_is_a_new_version(library: Library, tmp_path: Path) -> None:
    (tmp_path / "texts" / "post.txt").write_text(POST.replace("nine million", "ten million"), encoding="utf-8")
    reports = {report.result: report.article for report in library.add([str(tmp_path / "texts")])}
    changed = reports[AddResult.NEW_VERSION]
    assert changed is not None
    assert "ten million" in library.article(changed).text
    assert "nine million" in library.article(changed, 1).text
    assert [version for version, _ in library.versions(changed)] == [1, 2]
    assert [hit.article for hit in library.search('"ten million"').hits] == [changed]
    assert library.search('"nine million"').total == 0


def test_a_story_keeps_its_id_when_its_first_article_changes(library: Library, tmp_path: Path) -> None:
    before = library.story()
    first = library.headers()[0].id
    name = "post.txt" if library.article(first).outlet == "Norvale Post" else "mail.txt"
    text = (tmp_path / "texts" / name).read_text(encoding="utf-8")
    (tmp_path / "texts" / name).write_text(text + "\nThe mayor wept.\n", encoding="utf-8")
    list(library.add([str(tmp_path / "texts")]))
    assert library.article(first).version == 2
    with opened(tmp_path / "library") as again:
        list(again.add([str(write_story(tmp_path / "texts"))]))
        assert again.story().id == library.story().id == before.id


def test_another_article_in_the_same_file_is_another_article(library: Library, tmp_path: Path) -> None:
    (tmp_path / "texts" / "post.txt").write_text("Bees\n\nA swarm of bees was seen in the town hall on Friday.\n")
    reports = {report.input: report.result for report in library.add([str(tmp_path / "texts")])}
    assert reports[str(tmp_path / "texts" / "post.txt")] is AddResult.ADDED
    assert len(library.headers()) == 3


def test_a_file_that_turns_out_to_be_another_outlet_s_is_still_one_article(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    with opened(tmp_path / "library") as library:
        (first,) = library.add([str(tmp_path / "post.txt")])
        (tmp_path / "outlets.toml").write_text('["post.txt"]\noutlet = "Norvale Post"\n', encoding="utf-8")
        (second,) = library.add([str(tmp_path / "post.txt")])
        assert (second.result, second.article) == (AddResult.ALREADY_THERE, first.article)
        assert [head.outlet for head in library.headers()] == ["Norvale Post"]
        # Other words in the same file, said to be another outlet's, are another article.
        (tmp_path / "post.txt").write_text(POST.replace("nine million", "ten million"), encoding="utf-8")
        (tmp_path / "outlets.toml").write_text('["post.txt"]\noutlet = "Upland Post"\n', encoding="utf-8")
        (third,) = library.add([str(tmp_path / "post.txt")])
        assert third.result is AddResult.ADDED


def test_what_is_piped_is_no_version_of_what_was_piped_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path / "library") as library:
        for text in (POST, MAIL):
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
            assert [report.result for report in library.add(["-"])] == [AddResult.ADDED]
        assert len(library.headers()) == 2


def test_a_near_identical_text_of_the_same_outlet_is_a_version(library: Library, tmp_path: Path) -> None:
    again = write_story(tmp_path / "again")
    (again / "post.txt").write_text(POST.replace("nine million", "ten million"), encoding="utf-8")
    (again / "mail.txt").unlink()
    (report,) = library.add([str(again)])
    assert report.result is AddResult.NEW_VERSION
    article = library.article(str(report.article))
    assert article.version == 2
    assert {claim.article for claim in library.analysis(article.id).claims} == {article.id}


LONG = "\n\n".join(
    f"The harbour board of Norvale met for the {number}th time on the matter, and nothing new was said about {thing}."
    for number, thing in enumerate(
        ("the pier", "the pillars", "the ferry", "the cost", "the buses", "the divers", "the winter", "the engineer"), 4
    )
)


def print_of(file: Path, name: str, text: str, *, outlet: str = "Norvale Post", date: str = "2031-05-06") -> str:
    row = {"url": f"https://norvale.example/{name}", "title": f"The headline {name}", "text": text}
    file.write_text(json.dumps({**row, "outlet": outlet, "date": date}) + "\n")
    return str(file)


def test_a_text_under_another_headline_and_address_is_a_version_where_its_outlet_just_printed_it(
    tmp_path: Path,
) -> None:
    changed = LONG.replace("4th", "14th").replace("8th", "18th")
    with opened(tmp_path / "library") as library:
        (first,) = library.add([print_of(tmp_path / "a.jsonl", "a", LONG)])
        (again,) = library.add([print_of(tmp_path / "b.jsonl", "b", changed, date="2031-05-08")])
        assert (again.result, again.article) == (AddResult.NEW_VERSION, first.article)
        assert library.article(str(first.article)).title == "The headline b"
        assert library.article(str(first.article), 1).title == "The headline a"


@pytest.mark.parametrize(
    ("text", "outlet", "date"),
    [
        (LONG, "Easthaven Mail", "2031-05-06"),
        (LONG, "Norvale Post", "2031-05-16"),
        (
            LONG[: len(LONG) // 2] + "A swarm of bees was seen in the town hall on Friday. " * 20,
            "Norvale Post",
            "2031-05-06",
        ),
    ],
)
def test_a_text_of_another_outlet_or_day_or_with_other_words_is_another_article(
    tmp_path: Path, text: str, outlet: str, date: str
) -> None:
    with opened(tmp_path / "library") as library:
        list(library.add([print_of(tmp_path / "a.jsonl", "a", LONG)]))
        (other,) = library.add([print_of(tmp_path / "b.jsonl", "b", text, outlet=outlet, date=date)])
        assert other.result is AddResult.ADDED


def test_two_prints_in_one_batch_are_versions_of_one_article(tmp_path: Path) -> None:
    files = [print_of(tmp_path / f"{name}.jsonl", name, LONG.replace("4th", f"{name}4th")) for name in "abc"]
    with opened(tmp_path / "library") as library:
        reports = list(library.add(files))
        assert [report.result for report in reports] == [AddResult.ADDED, AddResult.NEW_VERSION, AddResult.NEW_VERSION]
        assert len(library.headers()) == 1


def test_lines_without_ids_that_moved_are_the_same_articles(tmp_path: Path) -> None:
    lines = ['{"text": "Bees were seen in Easthaven on Friday."}\n', '{"text": "The pier of Norvale is closed."}\n']
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(lines))
    with opened(tmp_path / "library") as library:
        assert [report.result for report in library.add([str(file)])] == [AddResult.ADDED] * 2
        file.write_text('{"text": "A zeppelin was seen over the harbour."}\n' + "".join(lines))
        results = [report.result for report in library.add([str(file)])]
        assert results == [AddResult.ADDED, AddResult.ALREADY_THERE, AddResult.ALREADY_THERE]


def test_an_id_of_the_container_is_the_articles_own(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(
        '{"id": "bees-1", "text": "Bees were seen in Easthaven.", "outlet": "Mail"}\n'
        '{"id": "bees-1", "text": "Wasps were seen in Norvale.", "outlet": "Post"}\n'
    )
    with opened(tmp_path / "library") as library:
        first, second = library.add([str(file)])
        assert first.article == "bees-1"
        assert second.article != "bees-1"
        file.write_text('{"id": "bees-1", "text": "Hornets, it was.", "outlet": "Mail"}\n')
        (changed,) = library.add([str(file)])
        assert (changed.result, changed.article) == (AddResult.NEW_VERSION, "bees-1")


def test_what_becomes_known_later_is_taken_over(library: Library, tmp_path: Path) -> None:
    notes = tmp_path / "texts" / "outlets.toml"
    notes.write_text(notes.read_text().replace("2031-05-06", "2031-05-07"))
    list(library.add([str(tmp_path / "texts")]))
    assert {str(head.date) for head in library.headers()} == {"2031-05-07"}
    assert {head.version for head in library.headers()} == {1}


def test_inputs_that_cannot_be_used_are_named_and_the_rest_is_loaded(tmp_path: Path) -> None:
    texts = write_story(tmp_path / "texts")
    (texts / "empty.txt").write_bytes(b"")
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 20)
    with opened(tmp_path / "library") as library:
        reports = list(library.add([str(tmp_path / "nowhere.txt"), str(texts)]))
        refused = {report.input: report.reason for report in reports if report.result is AddResult.REFUSED}
        assert set(refused) == {str(tmp_path / "nowhere.txt"), str(texts / "empty.txt"), str(texts / "binary.txt")}
        assert all(refused.values())
        assert len(library.headers()) == 2


def test_two_people_who_load_the_same_text_name_it_the_same(library: Library, tmp_path: Path) -> None:
    with opened(tmp_path / "other", person="Ben") as other:
        list(other.add([str(write_story(tmp_path / "bens"))]))
        assert {head.id for head in other.headers()} == {head.id for head in library.headers()}


def test_progress_is_told_of_every_stage(tmp_path: Path) -> None:
    told: list[Progress] = []
    texts = write_story(tmp_path / "texts")
    with opened(tmp_path / "library") as library:
        library.watch(told.append)
        list(library.add([str(texts)]))
    mail, post = (str(texts / name) for name in ("mail.txt", "post.txt"))
    assert [(step.done, step.of, step.name) for step in told if step.doing is Doing.ADDING and not step.over] == [
        (0, 2, str(texts)),
        (0, 2, mail),
        (0, 2, post),
        (1, 2, post),
        (2, 2, post),
    ]
    grouped = [(step.done, step.of) for step in told if step.doing is Doing.GROUPING and not step.over]
    assert [step for step, _ in itertools.groupby(grouped)] == [(0, 2), (1, 2)]
    assert [(step.done, step.of) for step in told if step.doing is Doing.INDEXING and not step.over] == [(1, 2), (2, 2)]
    # Each stage is over before the next one begins.
    stages = [stage for stage, _ in itertools.groupby(step.doing for step in told)]
    assert stages == [Doing.ADDING, Doing.GROUPING, Doing.INDEXING]
    assert {step.doing for step in told if step.over} == set(Doing)


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"Notice {number}\n\nThe ferry number {number} left Norvale with {number + 2} people on board.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def test_whoever_stops_in_the_middle_has_what_was_reported(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        reports = list(itertools.islice(library.add([str(many(tmp_path / "texts", 30))]), 4))
        assert {report.article for report in reports} == {head.id for head in library.headers()}
        assert {article for story in library.stories() for article in story.articles} == {
            report.article for report in reports
        }


def test_a_bulk_is_read_by_worker_processes(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        reports = list(library.add([str(many(tmp_path / "texts", 40))]))
        assert [report.result for report in reports] == [AddResult.ADDED] * 40
        assert {head.id for head in library.headers()} == {report.article for report in reports}
        assert all(library.analysis(head.id).sentences for head in library.headers())


def test_a_first_start_loads_the_seeds_once(tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        assert {report.result for report in library.add_seeds()} == {AddResult.ADDED}
        assert {head.outlet for head in library.headers()} == {"The Hill", "Fox News"}
        assert list(library.add_seeds()) == []
    with opened(tmp_path / "library") as library:
        assert list(library.add_seeds()) == []


def test_a_library_in_use_gets_no_seeds(library: Library) -> None:
    assert list(library.add_seeds()) == []
    assert len(library.headers()) == 2


def test_two_libraries_on_one_folder_see_each_others_articles(library: Library, tmp_path: Path) -> None:
    with opened(tmp_path / "library") as other:
        assert other.search("bus").total == 1
        (tmp_path / "late.txt").write_text("Late\n\nA zeppelin was seen over the harbour of Norvale on Friday.\n")
        list(library.add([str(tmp_path / "late.txt")]))
        assert len(other.headers()) == 3
        assert other.search("zeppelin").total == 1
        assert sum(len(story.articles) for story in other.stories()) == 3


def test_threads_add_search_and_read_at_once(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    with opened(tmp_path / "library") as library:
        list(library.add([str(write_story(tmp_path / "texts"))]))
        adding = many(tmp_path / "more", 12)

        def add() -> None:
            list(library.add([str(adding)]))

        def read() -> None:
            for _ in range(10):
                assert library.search("ferry").total >= 2
                assert library.stories()
                assert library.headers()

        threads = [threading.Thread(target=work) for work in (add, read, read)]
        before, threading.excepthook = threading.excepthook, lambda args: failures.append(args.exc_value or Exception())
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        threading.excepthook = before
        assert failures == []
        assert len(library.headers()) == 14


def test_lone_surrogates_do_not_break_the_store(tmp_path: Path) -> None:
    (tmp_path / "odd.jsonl").write_text('{"id": "odd", "text": "The pier \\ud800 of Norvale is closed for a year."}\n')
    with opened(tmp_path / "library") as library:
        reports = list(library.add([str(tmp_path / "odd.jsonl")]))
        if reports[0].result is AddResult.REFUSED:
            pytest.skip("the reader of JSON Lines is not there")
        assert "\ud800" not in library.article(str(reports[0].article)).raw


def test_furniture_recurs_across_articles_that_are_not_versions_of_one() -> None:
    furniture = "Sign up for our newsletter"
    texts = [f"{furniture}\nStory {number}, first paragraph.\nStory {number}, second.\n" for number in range(4)]
    assert repeated_lines(texts) == {furniture}
    assert repeated_lines(texts[:2]) == frozenset()


def test_the_furniture_of_an_outlet_is_taken_out_of_its_articles(tmp_path: Path) -> None:
    furniture = "Norvale Post members read the paper edition a day early"
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(8):
        text = f"Notice {number}\n\nThe ferry number {number} left Norvale with {number + 2} people.\n\n{furniture}\n"
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
    (texts / "outlets.toml").write_text("".join(f'["{n}.txt"]\noutlet = "Norvale Post"\n' for n in range(8)))
    with opened(tmp_path / "library") as library:
        reports = list(library.add([str(texts)]))
        kept = [furniture in library.article(str(report.article)).text for report in reports]
        assert kept.count(True) <= 4
        again = {report.result for report in library.add([str(texts)])}
        assert again == {AddResult.ALREADY_THERE}


def test_a_paragraph_that_three_versions_of_one_article_share_is_no_furniture() -> None:
    versions = [MAIL + f"\nUpdate {number}." for number in range(5)]
    assert repeated_lines(versions) == frozenset()


def test_stories_are_the_same_however_the_articles_came(tmp_path: Path) -> None:
    texts, more, last = (many(tmp_path / name, count) for name, count in (("texts", 40), ("more", 12), ("last", 41)))
    for number, file in enumerate(sorted(more.iterdir())):
        file.write_text(f"Bees {number}\n\nA swarm of bees, the {number}th of the year, was seen in the town hall.\n")
    (last / "040.txt").write_text(POST)
    with opened(tmp_path / "a") as in_parts, opened(tmp_path / "b") as at_once:
        for folder in (texts, more, last):
            list(in_parts.add([str(folder)]))
        list(at_once.add([str(texts), str(more), str(last)]))
        told = [{frozenset(story.articles) for story in library.stories()} for library in (in_parts, at_once)]
        assert told[0] == told[1]
        assert len(in_parts.headers()) == 53
