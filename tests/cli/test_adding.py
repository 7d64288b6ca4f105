"""Taking articles in: broken inputs, whole folders, feeds that are remembered, a folder that is watched."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ingest.conftest import Misbehaving, answer
from tests.ingest.pages import BODY, item, page, rss
from tests.library.examples import POST, write_story

if TYPE_CHECKING:
    from tests.cli.conftest import Caller

ROOT = Path(__file__).parents[2]
WHOLE = "<p>" + "</p><p>".join(BODY * 4) + "</p>"
FERRY = item("Norvale shuts ferry pier", link="https://norvalebee.example/pier", text=WHOLE)
BEES = item(
    "A swarm of bees in the town hall",
    link="https://norvalebee.example/bees",
    text="<p>" + "Bees filled the town hall of Easthaven on Wednesday, a beekeeper said. " * 20 + "</p>",
)


def feed(*items: str, title: str = "The Norvale Bee", tag: str = '"1"') -> bytes:
    """Return the answer of a server that has a feed."""
    return answer(rss(*items, title=title), kind="application/rss+xml", ETag=tag)


def test_a_batch_names_every_one_of_thirty_broken_inputs_and_loads_the_rest(empty: Caller, tmp_path: Path) -> None:
    good = write_story(tmp_path / "good")
    broken = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "binary.txt": bytes(range(256)) * 40,
        "nul.txt": b"\0" * 400,
        "empty.html": b"",
        "tags.html": b"<html><body></body></html>",
        "script.html": b"<html><script>let a = 1</script></html>",
        "broken.json": b'{"text": ',
        "list.json": b"[1, 2, 3]",
        "number.json": b"7",
        "no-text.json": b'{"title": "A"}',
        "empty.json": b"",
        "broken.jsonl": b"{{{\n",
        "no-text.jsonl": b'{"url": "https://a.example/b"}\n',
        "broken.opml": b"<opml><body",
        "none.opml": b"<html></html>",
        "broken.rss": b"\x01\x02<rss",
        "no-feed.xml": b"<letter>Dear</letter>",
        "empty.atom": b"",
        "cut.txt.gz": gzip.compress(b"The pier of Norvale is closed. " * 50)[:40],
        "not.html.gz": b"\x1f\x8b not packed at all",
        "bomb.txt.gz": gzip.compress(bytes(40_000_000)),
        "cut.mhtml": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
    }
    folder = tmp_path / "broken"
    folder.mkdir()
    for name, content in broken.items():
        (folder / name).write_bytes(content)
    inputs = [str(folder / name) for name in broken]
    (tmp_path / "void").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    inputs += [str(tmp_path / name) for name in ("nowhere.txt", "pipe.txt", "void")]
    inputs += ["/dev/zero", "http://127.0.0.1:9/page", "http://[::1", "ftp://example.org/a.txt"]
    assert len(inputs) == 30
    reports = empty.json("add", *inputs[:15], str(good), *inputs[15:], code=1)
    refused = {report["input"]: report["reason"] for report in reports if report["result"] == "refused"}
    assert {name for name in inputs if not any(told.startswith(name) for told in refused)} == set()
    assert all(refused.values())
    assert len([report for report in reports if report["result"] == "added"]) == 2
    said = empty("add", *inputs, code=1).stderr
    assert {name for name in inputs if name not in said} == set()
    assert "Traceback" not in said


def test_saved_pages_a_list_of_feeds_and_a_feed_become_stories_with_one_command(
    empty: Caller, tmp_path: Path, server: Misbehaving
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    for name, site, opening in (
        ("bee.html", "The Norvale Bee", "The ferry pier of Norvale is shut for a year."),
        ("courier.html", "Harbour Courier", "Norvale has shut its ferry pier, where divers found cracks."),
        ("lantern.html", "The Daily Lantern", "Cracks have closed the ferry pier of Norvale for a year."),
    ):
        head = f'<meta property="og:site_name" content="{site}">'
        head += '<meta property="article:published_time" content="2024-03-05">'
        body = (opening, *BODY)
        (saved / name).write_text(page(head=head, body=body, title=f"Norvale shuts ferry pier | {site}"))
    listed = server.at("/listed.xml", feed(BEES, title="The Easthaven Mail"))
    own = server.at("/own.xml", feed(FERRY, title="The Upland Post"))
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(f'<opml version="2.0"><body><outline text="Mail" xmlUrl="{listed}"/></body></opml>')
    reports = empty.json("add", "--allow-local", str(saved), str(feeds), own)
    assert [report["result"] for report in reports] == ["added"] * 5
    stories = empty.json("stories")
    assert sorted(len(story["articles"]) for story in stories) == [1, 4]
    pier = max(stories, key=lambda story: len(story["articles"]))
    assert {"The Norvale Bee", "Harbour Courier", "The Daily Lantern"} < set(pier["outlets"])
    assert "Ruth Caldon" in empty("show", reports[0]["article"]).stdout
    assert empty.json("facts", pier["id"])[0]["items"]
    assert [row["url"] for row in empty.json("feeds")] == [listed, own]


def test_an_address_of_this_machine_is_refused_unless_it_is_allowed(empty: Caller, server: Misbehaving) -> None:
    url = server.at("/feed.xml", feed(FERRY))
    (report,) = empty.json("add", url, code=1)
    assert report["result"] == "refused"
    assert server.asked() == []
    assert empty.json("feeds") == []


def test_a_feed_is_remembered_and_asked_again(empty: Caller, server: Misbehaving) -> None:
    unchanged = answer(b"", status="304 Not Modified")
    url = server.at("/feed.xml", feed(FERRY), feed(FERRY, BEES, tag='"2"'), unchanged)
    assert [report["result"] for report in empty.json("add", "--allow-local", url)] == ["added"]
    assert empty.json("feeds") == [{"url": url, "title": "The Norvale Bee", "paused": False}]
    assert [report["result"] for report in empty.json("refresh", "--allow-local")] == ["added"]
    assert empty.json("search", "bees")[0]["total"] == 1
    assert empty.json("refresh", "--allow-local") == []
    assert server.requests[-1][1]["if-none-match"] == '"2"'
    assert "checked" in empty.json("feeds")[0]


def test_a_correction_in_a_feed_is_a_new_version_and_what_is_as_it_was_is_not_told(
    empty: Caller, server: Misbehaving
) -> None:
    def atom(words: str, day: str) -> bytes:
        entries = "".join(
            f"<entry><title>{title}</title><link href='https://norvalebee.example/{title}'/>"
            f"<published>2024-03-05T10:00:00Z</published><updated>{day}T10:00:00Z</updated>"
            f"<content type='html'>{text.replace('<', '&lt;')}</content></entry>"
            for title, text in (("pier", WHOLE + words), ("bees", "Bees filled the town hall, a beekeeper said. " * 30))
        )
        return answer(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Bee</title>{entries}</feed>'.encode())

    url = server.at("/feed", atom("", "2024-03-05"), atom("", "2024-03-05"), atom("<p>Corrected.</p>", "2999-01-01"))
    first, _ = empty.json("add", "--allow-local", url)
    assert empty.json("refresh", "--allow-local") == []
    (changed,) = empty.json("refresh", "--allow-local")
    assert (changed["result"], changed["article"]) == ("new version", first["article"])


def test_a_feed_that_fails_is_named_and_the_others_are_taken_in(empty: Caller, server: Misbehaving) -> None:
    gone = server.at("/gone.xml", feed(FERRY), answer(b"", status="410 Gone"))
    well = server.at("/well.xml", feed(FERRY), feed(FERRY, BEES))
    empty("add", "--allow-local", gone, well)
    result = empty("refresh", "--allow-local", code=1)
    assert gone in result.stderr
    assert "asked 2 of 2 feeds: 1 new, 1 refused" in result.stderr
    assert "failure" in {row["url"]: row for row in empty.json("feeds")}[gone]


def test_feeds_are_renamed_paused_shared_and_forgotten(empty: Caller, server: Misbehaving, tmp_path: Path) -> None:
    url = server.at("/feed.xml", feed(FERRY))
    empty("add", "--allow-local", url)
    assert "Bees & co" in empty("feeds", "norvale", "--rename", "Bees & co").stdout
    assert empty.json("feeds", url, "--pause")[0]["paused"] is True
    before = len(server.asked())
    assert empty("refresh", "--allow-local").stderr.startswith("asked 0 of 1 feeds")
    assert len(server.asked()) == before
    assert empty.json("feeds", "bees", "--resume")[0]["paused"] is False
    file = tmp_path / "feeds.opml"
    empty("feeds", "--opml", str(file))
    assert f'text="Bees &amp; co" xmlUrl="{url}"' in file.read_text()
    assert empty("feeds", "--opml", "-").stdout == file.read_text()
    assert "can't be written" in empty("feeds", "--opml", str(tmp_path / "no" / "f.opml"), code=1).stderr
    assert "no feed 'wasps'" in empty("feeds", "wasps", "--pause", code=1).stderr
    empty("feeds", "bees", "--pause", "--forget", code=2)
    empty("feeds", "--forget", code=2)
    assert "forgotten" in empty("feeds", "bees", "--forget").stdout
    assert empty.json("feeds") == []
    assert "no feed is remembered" in empty("refresh").stderr
    assert len(empty.json("stories")) == 1


def test_a_list_of_feeds_that_was_written_is_taken_in_again_with_its_names(
    empty: Caller, server: Misbehaving, tmp_path: Path
) -> None:
    well, gone = server.at("/well.xml", feed(FERRY)), server.at("/gone.xml", feed(BEES), answer(status="410 Gone"))
    empty("add", "--allow-local", well, gone)
    empty("feeds", well, "--rename", "Bees & co")
    file = tmp_path / "feeds.opml"
    empty("feeds", "--opml", str(file))
    other = ("--library", str(tmp_path / "other"))
    assert gone in empty("add", "--allow-local", str(file), *other, code=1).stderr
    rows = empty.json("feeds", *other)
    assert [(row["url"], row["title"]) for row in rows] == [(well, "Bees & co"), (gone, "The Norvale Bee")]
    assert "not there" in rows[1]["failure"]
    assert "not there" in empty("feeds", *other).stdout


def test_a_feed_that_two_are_called_like_is_not_guessed(empty: Caller, server: Misbehaving) -> None:
    urls = [server.at(f"/{name}.xml", feed(FERRY)) for name in ("a", "b")]
    empty("add", "--allow-local", *urls)
    assert "2 are called so" in empty("feeds", "norvale", "--forget", code=1).stderr
    assert len(empty.json("feeds")) == 2


def test_standard_input_is_one_of_the_inputs(empty: Caller) -> None:
    (report,) = empty.json("add", "-", input=POST)
    assert (report["input"], report["result"]) == ("standard input", "added")
    empty("add", code=2)


def test_ones_own_articles_are_not_joined_by_the_seeds(newsreader: Caller) -> None:
    assert len(newsreader.json("stories")) == 1
    assert newsreader.json("search", "pier")[0]["total"] == 2
    assert newsreader.json("doctor")[0]["says"] == "2 articles"


@pytest.mark.skipif(os.name == "nt", reason="ctrl+c is sent as a signal")
def test_what_is_dropped_into_a_watched_folder_is_taken_in_until_ctrl_c(tmp_path: Path) -> None:
    dropped = tmp_path / "dropped"
    dropped.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("NEWSREADER", "XDG"))},
        "HOME": str(tmp_path),
        "NEWSREADER_LIBRARY": str(tmp_path / "library"),
        "NEWSREADER_CONFIG": str(tmp_path / "config.toml"),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "reader", "add", "--json", "--watch", str(dropped), "--every", "0.05"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            assert process.stderr.readline().startswith(b"watching ")
            for name in ("first.txt", "second.txt"):
                (dropped / name).write_text(f"{name}\n\nThe pier of Norvale was closed on Tuesday, said {name}.\n")
                report = json.loads(process.stdout.readline())
                assert (report["input"], report["result"]) == (str(dropped / name), "added")
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
            assert process.stderr.read() == b""
        finally:
            process.kill()


def test_only_a_folder_can_be_watched(empty: Caller, tmp_path: Path) -> None:
    assert "not a folder" in empty("add", "--watch", str(tmp_path / "nowhere"), code=1).stderr
