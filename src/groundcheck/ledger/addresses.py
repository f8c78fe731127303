"""Web addresses: how they are shown, and whether a server may send us on to one."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import unquote, urlsplit

from groundcheck.errors import UnreadableInput
from groundcheck.ledger import entry_names

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Public by their number, yet they answer for the cloud that a machine stands in.
_OF_CLOUDS = tuple(map(ipaddress.ip_network, ("168.63.129.16/32", "192.0.0.0/24")))


def shown(address: str) -> str:
    """``address`` for a message: on one line, without user name and password."""
    scheme = SCHEME.match(address)
    if scheme is None:
        return entry_names.shown(address)
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        # Where the parts cannot be told apart, any of them may hold the password.
        return f"{scheme[0]}…"
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return entry_names.shown(bare.geturl())


def base_name(address: str) -> str:
    """The last step of the address's path, or ``download`` where it is no name for a file."""
    try:
        name = unquote(urlsplit(address).path.rpartition("/")[2])
    except ValueError:
        return "download"
    bad = "/" in name or entry_names.why_refused(name) or entry_names.passed_over(name)
    return "download" if bad else name


def public(host: str, port: int) -> tuple[str, ...]:
    """The numeric addresses of ``host``, in the order in which to try them.

    Raises ``UnreadableInput`` where one of them is not on the public internet (of this machine,
    its network or its cloud), and ``OSError`` where the host has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    for number in numbers:
        if not _is_public(number):
            raise UnreadableInput(f"it leads to {host}, which is no public address")
    return numbers


def _is_public(number: str) -> bool:
    if "%" in number:
        return False
    given = ipaddress.ip_address(number)
    ip = _within(given) if isinstance(given, ipaddress.IPv6Address) else given
    return (
        ip.is_global
        and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)
        and not any(ip in network for network in _OF_CLOUDS)
    )


def _within(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The older address that a newer one stands for, where it does."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
