"""Settings that every test of the desk shares."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the colours and clipboards of the machine out of the tests."""
    for name in ("NO_COLOR", "TMUX", "DISPLAY", "WAYLAND_DISPLAY", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
