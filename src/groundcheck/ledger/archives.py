"""The entries of a tar or a zip, one after another, none held whole.

An entry's bytes can be read until the next entry is asked for. Bytes that are not what they say
raise ``Damaged``, when they are reached.
"""

from __future__ import annotations

import os
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from groundcheck.ledger import shapefiles
from groundcheck.ledger.limits import Budget
from groundcheck.ledger.unpacking import (
    CHUNK,
    HEAD,
    Damaged,
    Forward,
    telling_damage,
)

LINK = "a link, which is not followed"
DEVICE = "a device, not a file"
_ENTRY = 256
"""Bytes that an entry takes in a zip's list of entries: many more than most need."""


@dataclass(frozen=True, slots=True)
class Member:
    """One entry: its name as it stands there, the size it claims, and its bytes.

    ``problem`` says why an entry cannot be read at all; ``file`` is there for a file on disk.
    """

    name: str
    size: int = 0
    stream: Forward = field(default_factory=lambda: Forward(()))
    problem: str | None = None
    file: BinaryIO | None = None


def tar_members(stream: Forward) -> Iterator[Member]:
    """The entries of a tar in the archive's order, which is the only one a stream has.

    A tar without its mark of the end is damaged: a cut between two entries shows nowhere else.
    """
    with telling_damage():
        tar = tarfile.TarFile(
            fileobj=cast(BinaryIO, stream), encoding="utf-8", errors="surrogateescape"
        )
        while (entry := tar.next()) is not None:
            # The library keeps every header it has seen; a long archive would fill the memory.
            tar.members = []  # type: ignore[attr-defined]
            tar.pax_headers = {}
            problem = _tar_problem(entry)
            if problem is None and not entry.isdir():
                yield Member(entry.name, entry.size, Forward(_tar_bytes(tar, entry)))
            else:
                yield Member(entry.name + "/" * entry.isdir(), problem=problem)
        if len(stream.last) != HEAD or stream.last.strip(b"\0"):
            raise Damaged("it is cut off before its end, or a header is not one")
        for _ in stream.rest():
            pass  # A packed tar has its checksum at the very end.


def _tar_problem(entry: tarfile.TarInfo) -> str | None:
    if entry.issym() or entry.islnk():
        return LINK
    if entry.issparse():
        return "a file with holes, which are not unpacked"
    return None if entry.isreg() or entry.isdir() else DEVICE


def _tar_bytes(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> Iterator[bytes]:
    with telling_damage():
        file = tar.extractfile(entry)
        while file is not None and (chunk := file.read(CHUNK)):
            yield chunk


class _Capped:
    """A file of which no more than ``most`` bytes are read at once.

    A zip's list of entries is read at once, and what is made of it takes ten times the memory.
    """

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._file, self._most = file, most
        self._size = file.seek(0, os.SEEK_END)
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._size - self._file.tell())
        size = left if size < 0 else min(size, left)
        if size > self._most:
            raise ValueError("its list of entries is too long")
        return self._file.read(size)


def zip_members(file: BinaryIO, budget: Budget) -> Iterator[Member]:
    """The entries of a zip by name. Their bytes are counted in ``budget``."""
    with telling_damage():
        capped = cast(BinaryIO, _Capped(file, max(2**17, budget.limits.files * _ENTRY)))
        with zipfile.ZipFile(capped) as archive:
            for entry in sorted(archive.infolist(), key=lambda it: shapefiles.order(it.filename)):
                stream = Forward(budget.metered(_zip_bytes(archive, entry)))
                yield Member(entry.orig_filename, entry.file_size, stream, _zip_problem(entry))


def _zip_problem(entry: zipfile.ZipInfo) -> str | None:
    mode = entry.external_attr >> 16
    if stat.S_ISLNK(mode):
        return LINK
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return DEVICE
    if entry.flag_bits & 1:
        return "encrypted"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # The library unpacks the others without a bound on memory.
        return "packed by another method than zip's own"
    return None


def _zip_bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with telling_damage(), archive.open(entry) as file:
        while chunk := file.read(CHUNK):
            yield chunk
