"""Packed bytes to plain bytes, a bounded chunk at a time, from front to back.

No step here holds more than a few chunks, whatever the packed bytes claim to unpack to.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Literal, cast

from groundcheck.errors import UnreadableInput

CHUNK = 2**18
HEAD = 512
"""The bytes at a file's start by which its kind is known: one block of a tar."""

Kind = Literal["zip", "tar", "gzip", "xz", "bzip2"]

_MAGIC: dict[bytes, Kind] = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"\x1f\x8b\x08": "gzip",
    b"\xfd7zXZ\0": "xz",
}
_BZIP2 = (b"1AY&SY", b"\x17rE8P\x90")
_XZ_MEMORY = 2**28
"""``xz -9`` needs a quarter of this to unpack; a header may ask for 4 GiB."""
# What the standard library raises for bytes that are not what they say, in one place or another.
_LIBRARY = (
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)


class Damaged(UnreadableInput):
    """Packed bytes that end too early or are not what they say; the message is the reason."""


@contextmanager
def telling_damage() -> Iterator[None]:
    """Whatever a library raises for bad bytes inside is raised as ``Damaged``."""
    try:
        yield
    except _LIBRARY as error:
        raise Damaged(" ".join(str(error).split()) or type(error).__name__) from None


class Forward:
    """Chunks of bytes as a file that can be read once, without going back.

    Where the chunks break off with ``Damaged``, what came before is given first.
    A read of more than ``CHUNK`` bytes at once raises ``ValueError``: the readers of archives
    ask for so much only where a made-up header tells them to.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._ahead = bytearray()
        self._at = 0
        self._damage: Damaged | None = None
        self.last = b""
        """What the latest read gave."""

    def peek(self, size: int) -> bytes:
        """The next ``size`` bytes, fewer at the end, without moving."""
        while len(self._ahead) < size and self._damage is None:
            try:
                chunk = next(self._chunks, None)
            except Damaged as error:
                self._damage = error
                break
            if chunk is None:
                break
            self._ahead += chunk
        if self._damage is not None and size and not self._ahead:
            raise self._damage
        return bytes(self._ahead[:size])

    def read(self, size: int = -1) -> bytes:
        """The next ``size`` bytes, fewer at the end."""
        if not 0 <= size <= CHUNK:
            raise ValueError(f"a part of {size:,} bytes is asked for at once")
        self.last = self.peek(size)
        del self._ahead[:size]
        self._at += len(self.last)
        return self.last

    def seek(self, to: int) -> int:
        """Go forward to byte ``to``, or to the end where that comes first."""
        if to < self._at:
            raise ValueError("an entry lies before the one already read")
        while self._at < to and self.read(min(to - self._at, CHUNK)):
            pass
        return self._at

    def tell(self) -> int:
        """The number of bytes that have been read."""
        return self._at

    def rest(self) -> Iterator[bytes]:
        """What is left, in chunks."""
        while chunk := self.read(CHUNK):
            yield chunk


def kind_of(head: bytes) -> Kind | None:
    """What a file is by its first ``HEAD`` bytes; None for what is no archive."""
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            return kind
    if head.startswith(b"BZh") and head[4:10] in _BZIP2:
        return "bzip2"
    return "tar" if len(head) >= HEAD and _is_tar(head[:HEAD]) else None


def _is_tar(block: bytes) -> bool:
    """Whether the block's checksum is that of a tar's header."""
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.TarError, ValueError):
        return False
    return True


def from_disk(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of an open file, in chunks."""
    with telling_damage():
        while chunk := file.read(CHUNK):
            yield chunk


def unpacked(kind: Kind, packed: Forward) -> Iterator[bytes]:
    """What a gzip, xz or bzip2 stream unpacks to, in chunks. Raises ``Damaged``."""
    with telling_damage():
        if kind == "xz":
            yield from _xz(packed)
            return
        # read1, not read: what was unpacked before the damage is not lost with it.
        file = cast(BinaryIO, packed)
        with gzip.GzipFile(fileobj=file) if kind == "gzip" else bz2.BZ2File(file) as plain:
            while chunk := plain.read1(CHUNK):
                yield chunk


def _xz(packed: Forward) -> Iterator[bytes]:
    """By hand, since ``lzma.LZMAFile`` takes no limit for the memory that a header asks for."""
    left = packed.read(CHUNK)
    while left:
        stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
        while not stream.eof:
            if stream.needs_input:
                left = left or packed.read(CHUNK)
                if not left:
                    raise EOFError("it is cut off before its end")
            yield stream.decompress(left, CHUNK)
            left = b""
        left = stream.unused_data.lstrip(b"\0")
        while not left and (more := packed.read(CHUNK)):
            left = more.lstrip(b"\0")
