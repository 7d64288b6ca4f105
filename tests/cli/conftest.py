"""The command line on a temporary library with one story in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from reader.cli import main
from tests.ingest.conftest import server
from tests.library.examples import write_story

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

__all__ = ["Caller", "empty", "newsreader", "server"]


class Caller:
    """Calls ``newsreader`` in this process, as Ada, on the library in ``folder``."""

    def __init__(self, folder: Path, config: Path) -> None:
        """Keep the folder; ``config`` is the file of settings."""
        self.folder = folder
        self._environment = {
            "NEWSREADER_LIBRARY": str(folder),
            "NEWSREADER_CONFIG": str(config),
            "NEWSREADER_DEBUG": "1",  # an error of ours shows where
        }

    def __call__(self, *arguments: str, input: str | None = None, code: int = 0) -> Result:  # noqa: A002 - click's word
        """Return what a call gave; it has to end with ``code``."""
        result = CliRunner().invoke(main, list(arguments), input=input, env=self._environment)
        assert result.exit_code == code, (result.exit_code, result.output, result.exception)
        return result

    def json(self, *arguments: str, input: str | None = None, code: int = 0) -> list[Any]:  # noqa: A002 - click's word
        """Return the values that a call with ``--json`` printed, a line each."""
        result = self(*arguments, "--json", input=input, code=code)
        return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def empty(tmp_path: Path) -> Caller:
    """Return a caller on a library that does not exist yet."""
    config = tmp_path / "config.toml"
    config.write_text('person = "Ada"\n', encoding="utf-8")
    return Caller(tmp_path / "library", config)


@pytest.fixture
def newsreader(empty: Caller, tmp_path: Path) -> Caller:
    """Return a caller on a library with the two articles about the pier."""
    empty("add", str(write_story(tmp_path / "texts")))
    return empty
