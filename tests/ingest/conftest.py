"""A local HTTP server that misbehaves as it is told to."""

from __future__ import annotations

import socket
import ssl
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = bytes | list[bytes]
# What a stuck server sends before it falls silent, and how often an endless one repeats itself at most.
_ENDLESS = 100_000
_LAST_RESORT = 20.0


def answer(
    body: bytes = b"", *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """Return a whole HTTP answer; underscores in the names of headers become dashes."""
    fields = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    fields.update({name.replace("_", "-"): value for name, value in headers.items()})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


@dataclass
class Misbehaving:
    """A server on 127.0.0.1: ``pages`` maps a path to its answers, given one after the other, the last for ever."""

    port: int
    pages: dict[str, list[Answer]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    tls: ssl.SSLContext | None = None
    #: Seconds between the pieces that an endless answer repeats.
    pause: float = 0.0
    #: Seconds before an answer begins.
    delay: float = 0.0

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def at(self, path: str, *answers: Answer) -> str:
        """Give these answers at a path; return its address. A list is sent piece by piece, then silence."""
        self.pages[path] = list(answers)
        return self.url(path)

    def asked(self) -> list[str]:
        return [path for path, _ in self.requests]

    def handle(self, connection: socket.socket) -> None:
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
        except OSError:
            connection.close()
            return
        with connection:
            head = b""
            while b"\r\n\r\n" not in head:
                part = connection.recv(65_536)
                if not part:
                    return
                head += part
            first, *lines = head.decode("latin-1").split("\r\n")
            path = first.split(" ")[1]
            fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines) if name}
            self.requests.append((path, fields))
            answers = self.pages.get(path, [answer(b"not here", status="404 Not Found")])
            found = answers.pop(0) if len(answers) > 1 else answers[0]
            if self.delay and self.closing.wait(self.delay):
                return
            try:
                if isinstance(found, bytes):
                    connection.sendall(found)
                else:
                    self._piece_by_piece(connection, found)
            except OSError:
                return

    def _piece_by_piece(self, connection: socket.socket, pieces: list[bytes]) -> None:
        *first, last = pieces
        for piece in first:
            connection.sendall(piece)
        if last:
            for _ in range(_ENDLESS):
                connection.sendall(last)
                if self.closing.wait(self.pause):
                    return
        self.closing.wait(_LAST_RESORT)


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    """Serve until the test is over."""
    listening = socket.create_server(("127.0.0.1", 0))
    found = Misbehaving(listening.getsockname()[1])
    threads: list[threading.Thread] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=found.handle, args=(connection,), daemon=True)
            threads.append(thread)
            thread.start()

    accepting = threading.Thread(target=serve, daemon=True)
    accepting.start()
    yield found
    found.closing.set()
    # Closing alone does not wake an accept that waits; a last connection does.
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    for thread in [accepting, *threads]:
        thread.join(_LAST_RESORT)


@pytest.fixture
def untrusted(server: Misbehaving) -> ssl.SSLContext:
    """Make the server speak TLS with a certificate that nobody vouches for; return a context that trusts it."""
    file = str(Path(__file__).with_name("untrusted.pem"))
    server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.tls.load_cert_chain(file)
    return ssl.create_default_context(cafile=file)


@pytest.fixture
def waited() -> tuple[list[float], Callable[[float], None]]:
    """Return a sleep that only writes down how long it was asked to take."""
    asked: list[float] = []
    return asked, asked.append
