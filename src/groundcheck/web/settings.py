"""How the server is set up: what it serves, what it allows, and how much of it."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path

from groundcheck.errors import BadValue

_PREFIX = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")
_TOKEN = re.compile(r"[!-~]{16,}")


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a server is told when it starts.

    ``ledger`` is the file that is read and, with the token, written; it need not exist. ``store``
    is that of the layers. ``prefix`` is the path under which a proxy serves it ("/ground"), ``""``
    for none. Without a ``token`` nothing can be written and no address is fetched; addresses need
    ``allow_fetch`` besides. ``hosts`` are the names by which it may be called, besides this
    machine's own and numbers; ``proxies`` the addresses whose forwarding headers are believed.

    ``text_limit`` is the most bytes of a request's body. ``seconds`` is the longest for a request
    or the reading of one text, ``streaming_seconds`` for an export. ``per_minute`` is the number
    of requests of one client (0: any), of which a text to read counts as ten. ``workers``
    processes read texts, and ``waiting`` texts at most wait for them; ``threads`` ask the ledger.
    Raises ``BadValue`` for what cannot be.
    """

    ledger: Path
    store: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    prefix: str = ""
    token: str | None = None
    allow_fetch: bool = False
    hosts: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    text_limit: int = 2 * 2**20
    seconds: float = 30.0
    streaming_seconds: float = 600.0
    per_minute: int = 600
    workers: int = 1
    waiting: int = 16
    threads: int = 2

    def __post_init__(self) -> None:
        if not _PREFIX.fullmatch(self.prefix):
            raise BadValue(f"--prefix {self.prefix!r}: wants a path like /ground, or nothing")
        if self.token is not None and not _TOKEN.fullmatch(self.token):
            raise BadValue("the token wants 16 or more letters, digits or signs without blanks")
        for name in ("text_limit", "seconds", "streaming_seconds", "workers", "threads"):
            if getattr(self, name) <= 0:
                raise BadValue(f"{name}: wants more than 0")
        for name in ("per_minute", "waiting"):
            if getattr(self, name) < 0:
                raise BadValue(f"{name}: wants 0 or more")

    @property
    def on_loopback(self) -> bool:
        """Whether it can be reached from this machine alone."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False
