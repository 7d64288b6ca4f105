"""What the person has set: ``config.toml``, the environment, and options of the command line, in rising order.

::

    library = "~/news"        # the library's folder
    person = "Ada"            # the name that flags carry
    strict = true             # "verified" and "false" need evidence
    publication = "https://example.org/checks"   # where the person's verdicts are published: ClaimReview needs it
    theme = "textual-light"   # of the desk

    [keys]                    # of the desk, by action
    hit-next = "n"
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "newsreader"
LIBRARY_VARIABLE = "NEWSREADER_LIBRARY"
CONFIG_VARIABLE = "NEWSREADER_CONFIG"
_KINDS: dict[str, type] = {
    "library": str,
    "person": str,
    "strict": bool,
    "publication": str,
    "theme": str,
    "keys": dict,
}
_LINE = r"at line (\d+)"


@dataclass(frozen=True, slots=True)
class Config:
    """Where the library is, who flags, and how the desk looks.

    ``path`` is the file that was read, if any; ``outlets`` where the person's own registry of outlets is, or would be.
    """

    library: Path
    person: str
    strict: bool = False
    publication: str = ""
    theme: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = None
    outlets: Path | None = None


def load_config(library: Path | None = None, environ: Mapping[str, str] | None = None) -> Config:
    """Return the settings; ``library`` is the folder named on the command line. Raise ``ConfigError``."""
    environ = os.environ if environ is None else environ
    path = Path(environ[CONFIG_VARIABLE]) if environ.get(CONFIG_VARIABLE) else _default_folder("config") / "config.toml"
    outlets = path.with_name("outlets.toml")
    settings = _read(path)
    named = library or environ.get(LIBRARY_VARIABLE) or settings.get("library")
    return Config(
        library=Path(str(named)).expanduser() if named else _default_folder("data"),
        person=str(settings.get("person") or _login()),
        strict=bool(settings.get("strict", False)),
        publication=str(settings.get("publication", "")),
        theme=str(settings.get("theme", "")),
        keys=_keys(path, settings.get("keys", {})),
        path=path if path.exists() else None,
        outlets=outlets,
    )


def _default_folder(kind: str) -> Path:
    """Return the folder that this system keeps for a program's ``config`` or ``data``."""
    import platformdirs  # noqa: PLC0415 - needed only where nothing else names the folder

    if kind == "config":
        return platformdirs.user_config_path(APP, appauthor=False)
    return platformdirs.user_data_path(APP, appauthor=False)


def _read(path: Path) -> Mapping[str, object]:
    """Return the settings of the file, none if it does not exist."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), None, f"can't be read: {error}") from error
    import tomllib  # noqa: PLC0415 - most people have no such file, and everybody's first paint waits for this

    try:
        settings = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(_LINE, str(error))
        raise ConfigError(str(path), int(line.group(1)) if line else None, f"is not TOML: {error}") from error
    for name, value in settings.items():
        kind = _KINDS.get(name)
        if kind is None:
            raise ConfigError(
                str(path), _line_of(text, name), f"no setting is called {name!r}: {', '.join(_KINDS)} are"
            )
        if not isinstance(value, kind):
            raise ConfigError(str(path), _line_of(text, name), f"{name} takes a {_SAID[kind]}, not {value!r}")
    return settings


_SAID: dict[type, str] = {str: "text", bool: "true or false", dict: "table"}


def _keys(path: Path, keys: object) -> Mapping[str, str]:
    """Return the desk's keys; each is a text."""
    found: dict[str, str] = {}
    for action, key in dict(keys).items() if isinstance(keys, dict) else ():
        if not isinstance(key, str):
            raise ConfigError(str(path), None, f"keys.{action} takes a text, not {key!r}")
        found[action] = key
    return found


def _line_of(text: str, name: str) -> int | None:
    """Return the line that sets ``name``, counted from 1."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().removeprefix("[").lstrip().removeprefix('"').startswith(name):
            return number
    return None


def _login() -> str:
    """Return the name of the person at the machine."""
    import getpass  # noqa: PLC0415 - only where nothing else names the person

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "me"
