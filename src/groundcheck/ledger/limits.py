"""How much a source of map files may hold, and the running count of what it has given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from groundcheck.errors import UnreadableInput

_UNITS = {2**30: "GiB", 2**20: "MiB", 2**10: "KiB"}


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of one source. Sizes are in bytes and count what is unpacked."""

    file: int = 512 * 2**20
    """One file, once unpacked."""
    total: int = 4 * 2**30
    """Everything that is unpacked on the way, also what is passed over."""
    files: int = 200_000
    """Entries, folders and hidden files included."""
    download: int = 2 * 2**30
    """The body of an answer over the network, once its transfer encoding is undone."""
    wait: float = 30.0
    """Seconds for each wait on the network: to connect, to send, for the next bytes."""
    lasting: float = 6 * 3600.0
    """Seconds for the body of one answer over the network, however it trickles in."""


LIMITS = Limits()


class Budget:
    """What one source has left of its limits. Passing one raises ``UnreadableInput``."""

    __slots__ = ("_bytes", "_source", "entries", "limits")

    def __init__(self, source: str, limits: Limits) -> None:
        self.limits = limits
        self.entries = 0
        self._bytes = 0
        self._source = source

    def entry(self) -> None:
        """Count one entry more."""
        self.entries += 1
        if self.entries > self.limits.files:
            most = f"holds more than {self.limits.files:,} files"
            raise UnreadableInput(f"{self._source}: {most}, which is refused")

    def metered(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The same chunks, each counted before it is handed on."""
        for chunk in chunks:
            self._bytes += len(chunk)
            if self._bytes > self.limits.total:
                most = f"unpacks to more than {in_words(self.limits.total)}"
                raise UnreadableInput(f"{self._source}: {most}, which is refused")
            yield chunk


def in_words(size: int) -> str:
    """A number of bytes for a message: ``4 GiB``, or ``1,000 bytes`` where no unit fits."""
    for unit, name in _UNITS.items():
        if size and size % unit == 0:
            return f"{size // unit} {name}"
    return f"{size:,} bytes"
