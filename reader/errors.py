"""What can go wrong, as one tree.

::

    NewsreaderError                 base: its text is one line a person can act on
    ├── InputError                  something given to the program can't be used   (.name)
    │   ├── UnreadableInput         missing, no permission, a device, too large, binary, unknown encoding
    │   ├── EmptyInput              read, and nothing in it
    │   └── FetchError              an address that gave no usable answer          (.url)
    ├── ConfigError                 a setting that can't be honoured               (.path, .line)
    ├── LibraryError                the library folder                             (.path)
    │   ├── LibraryReadOnly         it can't be written
    │   ├── LibraryTooNew           made by a newer version: nothing is touched
    │   ├── LibraryDamaged          a file in it is not what it should be
    │   └── LibraryBusy             another process is writing
    ├── IndexUnavailable            searching is not possible just now; the texts are unharmed
    ├── NotFound                    no article, story, item or flag of that name   (.name)
    └── FlagRefused                 a mark that the configuration does not allow

Errors of SQLite, Whoosh, the network and the parsers are translated into these at their own edge, and a
person sees ``str(error)``: one line that names the file and says what to do.
"""

from __future__ import annotations


class NewsreaderError(Exception):
    """Base of all errors of this program; ``str()`` is one line for a person."""


class InputError(NewsreaderError):
    """An input that can't be used: ``name`` is the file or address as it was given."""

    def __init__(self, name: str, reason: str) -> None:
        """Keep the input's name and say ``name: reason``."""
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class UnreadableInput(InputError):
    """A file that can't be read as text: missing, forbidden, a device, too large, binary."""


class EmptyInput(InputError):
    """A file that was read and holds no text."""


class FetchError(InputError):
    """An address that gave no usable answer; ``url`` is where it ended after redirects."""

    def __init__(self, name: str, reason: str, url: str | None = None) -> None:
        """Keep the last address beside the one that was given."""
        super().__init__(name, reason)
        self.url = url or name


class ConfigError(NewsreaderError):
    """A setting that can't be honoured, with the file and line that hold it."""

    def __init__(self, path: str, line: int | None, reason: str) -> None:
        """Say ``path:line: reason``."""
        place = path if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {reason}")
        self.path = path
        self.line = line


class LibraryError(NewsreaderError):
    """Something is wrong with the library folder at ``path``."""

    def __init__(self, path: str, reason: str) -> None:
        """Say ``path: reason``."""
        super().__init__(f"{path}: {reason}")
        self.path = path


class LibraryReadOnly(LibraryError):
    """The library can't be written."""


class LibraryTooNew(LibraryError):
    """The library was made by a newer version of this program."""


class LibraryDamaged(LibraryError):
    """A file of the library is not what it should be."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class IndexUnavailable(NewsreaderError):
    """Searching is not possible just now; the texts are unharmed."""


class NotFound(NewsreaderError):
    """There is nothing of that name in the library."""

    def __init__(self, what: str, name: str) -> None:
        """Say which kind of thing was looked for, and under which name."""
        super().__init__(f"no {what} {name!r} in this library")
        self.name = name


class FlagRefused(NewsreaderError):
    """A flag that the configuration does not allow."""
