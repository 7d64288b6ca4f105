"""Commands that need no library: JSON Lines in, JSON Lines out, one line at a time."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from typing import TYPE_CHECKING, cast

import click

from reader.cli import shapes
from reader.cli.helping import HelpText
from reader.cli.output import give, narrate
from reader.cli.session import library_option
from reader.errors import InputError, UnreadableInput
from reader.model import RawArticle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.library.analysing import Reading as Read
    from reader.model import OffsetMap

_SAMPLE = 65_536
# Bytes that no line of JSON holds; more than one of them in a hundred bytes is no text in UTF-8.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_MOST_CONTROLS = 0.01
_OUTLET = ("outlet", "source", "publisher")

_FILE = click.argument("file", type=click.Path(allow_dash=True), default="-")
_JSON = click.option("--json", "as_json", is_flag=True, help="The output is JSON Lines in any case.")


@click.command("analyze", cls=HelpText)
@_FILE
@_JSON
@library_option
def analyze_command(file: str, *, as_json: bool) -> None:
    """Find quotations and claims in articles from a JSON Lines file or standard input, without a library.

    In: {"id", "text", "title"?, "outlet"?, "date"?} a line; "source" or "publisher" stand for a missing "outlet".
    Out: one line an article, as soon as it is read.

    Examples:
      newsreader analyze articles.jsonl --json > found.jsonl
      jq -c . articles.json | newsreader analyze -
    """
    del as_json
    from reader.library.analysing import Task, read_closely  # noqa: PLC0415 - the rules load only where texts are read

    lines = _Lines(file)
    for raw in lines.articles():
        read = read_closely(Task(raw, raw.id or ""))
        give(shapes.analysis_shape(*read))
    lines.finish()


@click.command("checklist", cls=HelpText)
@_FILE
@_JSON
@library_option
def checklist_command(file: str, *, as_json: bool) -> None:
    """Make the checklists of stories from a JSON Lines file or standard input, without a library.

    In: as for `analyze`, with "story" (without it all articles are one story). Out: one line a story.

    Examples:
      newsreader checklist story.jsonl --json
    """
    del as_json
    from reader.claims import checklist  # noqa: PLC0415 - the rules load only where texts are read
    from reader.library.analysing import Task, read_closely  # noqa: PLC0415 - the same

    lines = _Lines(file)
    stories: dict[str, list[Read]] = {}
    for raw in lines.articles():
        stories.setdefault(lines.story, []).append(read_closely(Task(raw, raw.id or "")))
    for story, reads in stories.items():
        offsets: dict[str, OffsetMap] = {article.id: article.offsets for article, _ in reads}
        made = checklist(
            [article for article, _ in reads],
            story=story,
            claims={article.id: analysis.claims for article, analysis in reads},
        )
        give(shapes.checklist_shape(made, offsets.get, {}))
    lines.finish()


@click.command("compare", cls=HelpText)
@_FILE
@_JSON
@library_option
def compare_command(file: str, *, as_json: bool) -> None:
    """Compare pairs of sentences from a JSON Lines file or standard input.

    In: {"id", "a", "b"} a line. Out: {"id", "relation", "score", "differences"} a line.

    Examples:
      newsreader compare pairs.jsonl --json
    """
    del as_json
    from reader.claims import compare  # noqa: PLC0415 - the rules load only where texts are read

    lines = _Lines(file)
    for given in lines.objects():
        a, b = given.get("a"), given.get("b")
        if isinstance(a, str) and isinstance(b, str):
            give(shapes.comparison_shape(given.get("id"), compare(a, b)))
        else:
            lines.refuse('"a" and "b" are to be texts')
    lines.finish()


class _Lines:
    """The objects of a JSON Lines file, one at a time; lines that can't be used are named on standard error."""

    def __init__(self, file: str) -> None:
        """Read from ``file``, ``-`` for standard input."""
        self._file = file
        self._name = "standard input" if file == "-" else file
        self._number = 0
        self._refused = 0
        self._known: dict[tuple[str, str], int] = {}
        self.story = ""

    def objects(self) -> Iterator[dict[str, object]]:
        """Yield the object of every line that holds one; raise ``UnreadableInput`` for what is no text in UTF-8."""
        with _opened(self._file) as file:
            lines = _lines(file, self._name)
            for self._number, line in enumerate(lines, start=1):
                text = line.decode("utf-8", "replace").strip().removeprefix("\ufeff")
                if not text:
                    continue
                try:
                    given = json.loads(text)
                except (ValueError, RecursionError) as error:
                    self.refuse(f"not JSON: {error}")
                    continue
                if isinstance(given, dict):
                    yield given
                else:
                    self.refuse("not a JSON object")

    def articles(self) -> Iterator[RawArticle]:
        """Yield the article of every line that holds one; ``story`` names the one it belongs to."""
        for given in self.objects():
            text = given.get("text")
            if not isinstance(text, str):
                self.refuse('"text" is to be a text')
                continue
            self.story = str(given.get("story") or "")
            article_id = str(given["id"]) if given.get("id") is not None else str(self._number)
            before = self._known.setdefault((self.story, article_id), self._number)
            if before != self._number:
                self.refuse(f"the id {article_id!r} is line {before}'s already: give each article its own")
                continue
            yield RawArticle(
                name=f"{self._name}:{self._number}",
                id=article_id,
                text=text,
                title=_text(given.get("title")),
                outlet=_outlet(given),
                date=self._date(given.get("date")),
            )

    def _date(self, value: object) -> dt.date | None:
        """Return the day of an ISO 8601 date or time; None for anything else, which is named."""
        if value is None or value == "":
            return None
        try:
            return dt.date.fromisoformat(value[:10] if isinstance(value, str) else "")
        except ValueError:
            self._tell(f'the date {value!r} is not like "2031-05-06": the article is read as undated')
            return None

    def refuse(self, reason: str) -> None:
        """Name the line that can't be used."""
        self._refused += 1
        self._tell(reason)

    def _tell(self, reason: str) -> None:
        """Say something of the present line."""
        narrate(str(InputError(f"{self._name}:{self._number}", reason)))

    def finish(self) -> None:
        """End the command with exit code 1 where a line was refused."""
        if self._refused:
            click.get_current_context().exit(1)


def _opened(file: str) -> io.BufferedReader:
    """Open a file of lines; raise ``UnreadableInput``."""
    if file == "-":
        return cast("io.BufferedReader", sys.stdin.buffer)
    try:
        return open(file, "rb")  # noqa: PTH123 - the caller closes it, and "-" is no path
    except OSError as error:
        raise UnreadableInput(file, (error.strerror or str(error)).lower()) from error


def _lines(file: io.BufferedReader, name: str) -> Iterator[bytes]:
    """Yield the lines as they come; raise ``UnreadableInput`` where the beginning shows that it is no text in UTF-8."""
    head = file.read1(_SAMPLE)
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) * _MOST_CONTROLS:
        raise UnreadableInput(name, "a binary file or a text in UTF-16, not JSON Lines: save it as UTF-8")
    begun = io.BytesIO(head).readlines()
    if begun and not begun[-1].endswith(b"\n"):
        begun[-1] += file.readline()
    yield from begun
    yield from file


def _text(value: object) -> str | None:
    """Return a value that is a text and not empty."""
    return value if isinstance(value, str) and value else None


def _outlet(given: Mapping[str, object]) -> str | None:
    """Return the outlet under the first of its names that is there; None where that is null: it is not known."""
    value = next((given[name] for name in _OUTLET if name in given), None)
    return _text(value.get("name") if isinstance(value, dict) else value)
