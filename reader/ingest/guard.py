"""Connections that go nowhere they should not: every address is looked at before it is connected to.

The check is made on the numbers that the name resolved to, and the connection is made to those very numbers, so a
name that resolves otherwise a moment later (DNS rebinding) gains nothing. It is made anew for every redirect, since
each one opens its connection here.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import TYPE_CHECKING, Any

import httpcore

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable

# Addresses of IPv6 whose last 32 bits are an address of IPv4: those of a translating gateway, and an old form.
_CARRIES_IPV4 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))
_LOCAL_TRANSLATION = ipaddress.IPv6Network("64:ff9b:1::/48")
_PORTS_ALLOWED = frozenset({80, 443, 8000, 8008, 8080, 8443})


class ForbiddenAddress(httpcore.ConnectError):
    """The name stands for an address of this machine or of a private network."""


class Deadline:
    """The moment by which one request must be over."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count."""
        self._clock = clock
        self._end = clock() + seconds

    def put_off(self, seconds: float) -> None:
        """Leave out so many seconds, in which the server asked to be waited for."""
        self._end += seconds

    def left(self, at_most: float | None) -> float:
        """Return the seconds left, no more than ``at_most``; raise ``ReadTimeout`` when there are none."""
        rest = self._end - self._clock()
        if rest <= 0:
            raise httpcore.ReadTimeout("it took too long")
        return rest if at_most is None else min(rest, at_most)


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet."""
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if inner is None and any(number in network for network in _CARRIES_IPV4):
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if number.is_site_local or number in _LOCAL_TRANSLATION:
            return False
    return number.is_global and not number.is_multicast


class GuardedStream(httpcore.NetworkStream):
    """A connection whose every wait ends by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        """Wrap a connection that is open."""
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has arrived."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Return the connection with TLS on top."""
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return GuardedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        """Return what the connection tells of itself."""
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections for one request: to public addresses only unless ``allow_local``, and by its deadline."""

    def __init__(self, deadline: Deadline, *, allow_local: bool) -> None:
        """Keep what is allowed."""
        self._deadline = deadline
        self._allow_local = allow_local
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to an address that ``host`` stands for and that may be connected to."""
        addresses = _resolve(host, port)
        if not self._allow_local:
            if not all(is_public(address) for address in addresses):
                raise ForbiddenAddress("an address of this machine or of a private network")
            if port not in _PORTS_ALLOWED:
                raise ForbiddenAddress(f"port {port} is not one of the web's")
        failed: httpcore.ConnectError | None = None
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except httpcore.ConnectError as error:
                failed = error
            else:
                return GuardedStream(stream, self._deadline)
        raise failed or httpcore.ConnectError("no such host")


def _resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, each once."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError("no such host") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
