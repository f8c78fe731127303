"""A sorted text in packed blocks, of which a look-up unpacks one and no other.

The file has one line of ASCII that says how long the list of the blocks is, then that list, then
the blocks. A block is some lines of the text, deflated; the list, deflated too, gives the first
key of each block and where the block ends. The key of a line is what stands before its first tab.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

from groundcheck.errors import DataError

_MAGIC = b"groundcheck-packed-1 "
_BLOCK = 3072
"""How many bytes of text a block has at least: larger ones pack better, but unpack longer."""


class Packed:
    """A packed file, opened for look-ups; nothing but the list of its blocks is read at first.

    Raises ``DataError`` where the file is missing, or none, or damaged.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            with path.open("rb") as file:
                self._bytes = mmap(file.fileno(), 0, access=ACCESS_READ)
            head = self._bytes.readline()
            if not head.startswith(_MAGIC):
                raise ValueError("no packed file")
            past = len(head) + int(head.removeprefix(_MAGIC))
            rows = zlib.decompress(self._bytes[len(head) : past]).splitlines()
        except (OSError, ValueError, zlib.error) as error:
            raise DataError(f"{path.name}: cannot be read ({error})") from None
        self._keys = rows[::2]
        self._ends = [past, *(past + int(end) for end in rows[1::2])]
        self._block = lru_cache(maxsize=32)(self._unpacked)

    def line(self, key: str) -> str | None:
        """What stands after the key and its tab, ``None`` where no line has the key."""
        sought = key.encode()
        at = bisect_right(self._keys, sought) - 1
        if at < 0:
            return None
        block = self._block(at)
        start = block.find(b"\n" + sought + b"\t")
        if start < 0:
            return None
        return block[start + len(sought) + 2 : block.index(b"\n", start + 1)].decode()

    def lines(self) -> Iterator[str]:
        """Every line of the text, in its order."""
        for at in range(len(self._keys)):
            yield from self._unpacked(at).decode().strip("\n").split("\n")

    def _unpacked(self, at: int) -> bytes:
        try:
            return zlib.decompress(self._bytes[self._ends[at] : self._ends[at + 1]])
        except zlib.error as error:
            raise DataError(f"{self._name}: a block is damaged ({error})") from None


def pack(lines: Iterable[str]) -> bytes:
    """The file of these lines; they must be sorted as bytes and have different keys."""
    keys: list[bytes] = []
    blocks: list[bytes] = []
    for text in _blocks(lines):
        keys.append(text[1:].partition(b"\t")[0])
        blocks.append(zlib.compress(text, 9))
    ends, end = [], 0
    for block in blocks:
        end += len(block)
        ends.append(str(end).encode())
    rows = b"\n".join(cell for pair in zip(keys, ends, strict=True) for cell in pair)
    listed = zlib.compress(rows, 9)
    return b"".join((_MAGIC, str(len(listed)).encode(), b"\n", listed, *blocks))


def _blocks(lines: Iterable[str]) -> Iterator[bytes]:
    """The lines in blocks, each begun and ended by a line end so that keys stand between two."""
    held, size = [b""], 0
    for line in lines:
        held.append(line.encode())
        size += len(held[-1]) + 1
        if size >= _BLOCK:
            yield b"\n".join((*held, b""))
            held, size = [b""], 0
    if size:
        yield b"\n".join((*held, b""))
