"""Which machines a web address may lead to: public ones, unless the user says otherwise.

A page could send us on to a router, a metadata service of a cloud, or whatever else answers only
inside a network (server-side request forgery). So a host's name is resolved once, each of its
addresses is judged, and the connection is made to the address that was judged.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}
# IPv4 within IPv6 (RFC 6052): judged by the IPv4 address.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class AddressError(Exception):
    """A web address that isn't followed; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: scheme, host as written, port, the host's address, and what to ask for."""

    scheme: str
    host: str
    port: int
    address: str
    path: str


def target_of(address: str, *, private_hosts: bool) -> Target:
    """Where the web address `address` leads.

    Raises:
        AddressError: it is none of http or https, holds a password, its host isn't found, or that
            is in a private network and `private_hosts` doesn't allow it.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as fault:
        raise AddressError(f"it is no web address ({fault})") from fault
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise AddressError(f"it leads to {scheme or 'no scheme'}:, not to http: or https:")
    host = (parts.hostname or "").rstrip(".")
    if not host:
        raise AddressError("it names no host")
    if parts.username is not None or parts.password is not None:
        raise AddressError("it holds a user's name or password, which would end up in reports")
    if any(ord(one) <= 32 or ord(one) == 127 for one in address):
        raise AddressError("it holds a space or a control character; write it as %20")
    port = port or _PORTS[scheme]
    found = _resolved(host, port)
    if not private_hosts:
        for one in found:
            if not _is_public(one):
                raise AddressError(
                    f"{host} is in a private network ({one}); --allow-private-hosts reads it"
                )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(scheme, host, port, found[0], path)


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise AddressError(f"the host {host} isn't found ({reason})") from fault
    addresses = [str(place[0]) for *_, place in found]
    if not addresses:
        raise AddressError(f"the host {host} isn't found")
    return addresses


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif found in _TRANSLATED:
            found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        elif found.sixtofour is not None or found.teredo is not None:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved
