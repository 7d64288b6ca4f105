"""A library with one story in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.examples import opened, write_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Lend a library with the two articles about the pier."""
    with opened(tmp_path / "library") as lent:
        list(lent.add([str(write_story(tmp_path / "texts"))]))
        yield lent
