"""Settings that every test of the desk shares."""

from __future__ import annotations

import asyncio

import pytest


async def _next_turn(*_seconds: float) -> None:
    """Let everything else run once."""
    await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the colours and clipboards of the machine out of the tests."""
    for name in ("NO_COLOR", "TMUX", "DISPLAY", "WAYLAND_DISPLAY", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _no_waiting_for_an_idle_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for messages and workers, and not for the processor to be idle: that takes a second where it is shared."""
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", _next_turn)
