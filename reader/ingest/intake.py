"""The reader of everything: looks at what an input is and hands it to the reader of its format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.errors import EmptyInput, FetchError, InputError, UnreadableInput
from reader.ingest import formats
from reader.ingest.addresses import is_address
from reader.ingest.complete import Completer
from reader.ingest.feeds import read_feed
from reader.ingest.files import LARGEST_FILE, read_bytes, too_large, walk
from reader.ingest.notes import NOTES_FILE, FolderNotes, noted
from reader.ingest.outlets import load_registry
from reader.model import Feed, PastedText, RawArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from reader.ingest.fetch import Fetched, Fetcher
    from reader.ingest.outlets import Registry
    from reader.ingest.robots import PoliteFetcher

STANDARD_INPUT = "-"


def open_reader(
    *, outlets_file: Path | None = None, allow_local: bool = False, standard_input: BinaryIO | None = None
) -> Intake:
    """Return a reader of files, folders, addresses and standard input.

    ``outlets_file`` is the person's own registry of outlets, over the built-in one (``ConfigError`` if it is
    unsound); ``allow_local`` lets addresses of this machine and of private networks through.
    """

    def fetcher() -> Fetcher:
        # httpcore and TLS take 150 ms to import, which an input without addresses need not wait for.
        from reader.ingest.fetch import Fetcher  # noqa: PLC0415 - see above

        return Fetcher(allow_local=allow_local)

    return Intake(load_registry(outlets_file), fetcher, standard_input)


class Intake:
    """Reads whatever a person names; implements ``ports.ArticleReader`` and ``ports.FeedReader``."""

    def __init__(
        self, registry: Registry, fetcher: Callable[[], Fetcher], standard_input: BinaryIO | None = None
    ) -> None:
        """Keep the outlets to recognise and what opens a fetcher when one is needed."""
        self._completer = Completer(registry)
        self._notes = FolderNotes()
        self._open_fetcher = fetcher
        self._fetcher: Fetcher | None = None
        self._polite: PoliteFetcher | None = None
        self._standard_input = standard_input
        self._met: list[Feed] = []

    def found(self) -> Sequence[Feed]:
        """Return the feeds that were read by their addresses since the last call."""
        met, self._met = self._met, []
        return met

    def refresh(
        self, feeds: Iterable[Feed], known: Collection[str] = ()
    ) -> Iterator[tuple[Feed, Sequence[RawArticle | InputError]]]:
        """Yield each feed that is not paused, as it should be remembered now, with what is new in it."""
        from reader.ingest.refresh import Refresher  # noqa: PLC0415 - httpcore and TLS take 150 ms to import
        from reader.ingest.robots import PoliteFetcher  # noqa: PLC0415 - the same

        return Refresher(PoliteFetcher(self._open_fetcher()), self._completer).refresh(feeds, known)

    def read(self, source: str) -> Iterator[RawArticle | InputError]:
        """Yield every article in ``source``, and an error for each part that can't be used."""
        if isinstance(source, PastedText):
            yield from self._completed(self._from_text(source))
        elif not source.strip():
            # As a path it would be the folder that the person happens to be in.
            yield UnreadableInput(repr(source), "an empty name: give a file, a folder, an address or `.`")
        elif source == STANDARD_INPUT:
            yield from self._completed(self._from_standard_input())
        elif is_address(source):
            yield from self._completed(self._from_address(source))
        else:
            path = Path(source).expanduser()
            if _is_folder(path):
                yield from self._folder(path)
            else:
                yield from self._file(path, None)

    def _completed(self, found: Iterator[RawArticle | InputError]) -> Iterator[RawArticle | InputError]:
        for item in found:
            yield item if isinstance(item, InputError) else self._completer.complete(item)

    def _folder(self, folder: Path) -> Iterator[RawArticle | InputError]:
        empty = True
        for found in walk(folder, formats.SUFFIXES):
            empty = False
            if isinstance(found, InputError):
                yield found
            else:
                yield from self._file(found, folder)
        if empty:
            yield EmptyInput(str(folder), "no articles in this folder")

    def _file(self, path: Path, top: Path | None) -> Iterator[RawArticle | InputError]:
        name = str(path)
        try:
            if path.name == NOTES_FILE:
                raise UnreadableInput(name, "notes on the texts beside it, not an article: give its folder")
            content = read_bytes(path, limit=formats.largest(path.name))
        except InputError as error:
            yield error
            return
        note = self._notes.of(path, top=top)
        yield from self._notes.errors()
        for item in self._parts(content, formats.Origin(name, path.name)):
            yield item if isinstance(item, InputError) else self._completer.complete(noted(item, note))

    def _parts(self, content: bytes, origin: formats.Origin) -> Iterator[RawArticle | InputError]:
        """Yield the articles in the bytes of one file; a list of feeds is followed to its feeds."""
        try:
            for item in formats.read(content, origin):
                if isinstance(item, formats.Listed):
                    yield from self._from_address(item.url, listed=item)
                else:
                    yield item
        except InputError as error:
            yield error

    def _from_standard_input(self) -> Iterator[RawArticle | InputError]:
        stream = self._standard_input or sys.stdin.buffer
        content = stream.read(LARGEST_FILE + 1)
        if not content:
            yield EmptyInput("standard input", "nothing came in")
            return
        if len(content) > LARGEST_FILE:
            yield too_large("standard input", None, LARGEST_FILE)
            return
        yield from self._parts(content, formats.Origin("standard input", ""))

    def _from_text(self, text: PastedText) -> Iterator[RawArticle | InputError]:
        content = text.encode("utf-8", "replace")
        if len(content) > LARGEST_FILE:
            yield too_large("clipboard", len(content), LARGEST_FILE)
        else:
            yield from self._parts(content, formats.Origin("clipboard", ""))

    def _from_address(self, url: str, listed: formats.Listed | None = None) -> Iterator[RawArticle | InputError]:
        """Yield the article at an address, or those of the feed there (their pages fetched where the feed is short).

        A feed that was ``listed`` has the name that the list gives it, and is noted also where its server fails.
        """
        if self._fetcher is None:
            self._fetcher = self._open_fetcher()
        try:
            fetched = self._fetcher.fetch(url)
        except FetchError as error:
            if listed is not None:
                self._met.append(Feed(url, listed.title, failure=error.reason))
            yield error
            return
        try:
            origin = formats.origin_of(url, fetched)
            if formats.name_of(fetched.content, origin) == "feed":
                self._meet(url, fetched, listed.title if listed is not None else "")
            for item in formats.read(fetched.content, origin):
                if isinstance(item, formats.Listed):
                    yield FetchError(item.url, "a list of feeds inside a list of feeds is not followed")
                elif isinstance(item, RawArticle) and formats.needs_page(item):
                    yield self._page_of(item)
                else:
                    yield item
        except InputError as error:
            yield error

    def _meet(self, url: str, fetched: Fetched, title: str) -> None:
        """Note a feed that was read by its address, under its own title where it has no other."""
        title = title or read_feed(fetched.content, url, url=fetched.url, kind=fetched.content_type).title
        self._met.append(Feed(url, title, etag=fetched.etag or "", last_modified=fetched.last_modified or ""))

    def _page_of(self, entry: RawArticle) -> RawArticle | InputError:
        """Return the page of a feed's entry; what the feed has of it where the page can't be read.

        The person named the feed and not its pages, of which there may be many: they are asked for politely.
        """
        from reader.ingest.robots import PoliteFetcher  # noqa: PLC0415 - httpcore and TLS take 150 ms to import

        if self._fetcher is None or entry.url is None:
            return entry
        if self._polite is None:
            self._polite = PoliteFetcher(self._fetcher)
        try:
            fetched = self._polite.page(entry.url)
            found = next(iter(formats.read(fetched.content, formats.origin_of(entry.url, fetched))))
        except InputError:
            return entry
        if not isinstance(found, RawArticle) or len(found.text) <= len(entry.text):
            return entry
        return formats.over(found, entry)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
