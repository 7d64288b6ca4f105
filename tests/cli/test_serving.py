"""The desk in a browser: a page that loads nothing from elsewhere, and a desk behind it."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest
from click.testing import CliRunner

from reader.cli import main
from reader.config import Config
from reader.tui.serve import ServingUnavailable, command, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 60.0
"""Seconds that a loaded machine may take; nothing waits so long where all is well."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_until_open(port: int) -> None:
    """Return once somebody listens: the line above is printed just before."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
    pytest.fail("nobody listens")


@contextmanager
def serving(library: Path) -> Iterator[str]:
    """Serve the desk, and give its address once it listens."""
    port = free_port()
    arguments = [sys.executable, "-u", "-m", "reader", "--library", str(library), "serve", "--port", str(port)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | {"COLUMNS": "200"}
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if "Press Ctrl+C" in line:
                    break
            else:
                pytest.fail("it ended before it listened")
            wait_until_open(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(WAIT)


async def first_paint(address: str) -> tuple[str, bytes]:
    """Return the page, and what the desk behind it painted until it named its panes."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=WAIT)) as browser:
        async with browser.get(f"{address}/") as answer:
            page = await answer.text()
        painted = b""
        async with browser.ws_connect(f"{address.replace('http', 'ws')}/ws?width=120&height=36") as desk:
            async for message in desk:
                if message.type is aiohttp.WSMsgType.BINARY:
                    painted += message.data
                if b"Facts" in painted:
                    break
        return page, painted


def test_the_desk_opens_in_a_browser_that_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    with serving(tmp_path / "library") as address:
        page, painted = asyncio.run(first_paint(address))
    assert b"Quotations" in painted
    hosts = set(re.findall(r"//([^/\s\"'<]+)", page))
    assert hosts == {address.removeprefix("http://")}


def test_the_desk_that_is_served_is_the_one_on_this_library(tmp_path: Path) -> None:
    folder = tmp_path / "my library"
    assert command(Config(folder, "Ada")).endswith(f"-m reader --library '{folder}'")


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServingUnavailable, match=f"127.0.0.1:{port} can't be served"):
            serve(Config(tmp_path, "Ada"), "127.0.0.1", port)


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    with pytest.raises(ServingUnavailable, match="pip install 'newsreader"):
        serve(Config(tmp_path, "Ada"), "127.0.0.1", 8000)


def test_another_address_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    answer = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0", "--library", str(tmp_path)])  # noqa: S104 - refused
    assert "everybody who reaches 0.0.0.0 can read and flag" in answer.stderr
    assert answer.exit_code == 1
