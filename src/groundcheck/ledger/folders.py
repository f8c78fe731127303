"""The files of a folder, one after another, and what a file on disk is by its first bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from groundcheck.ledger import shapefiles
from groundcheck.ledger.archives import DEVICE, LINK, Member
from groundcheck.ledger.entry_names import passed_over
from groundcheck.ledger.limits import Budget
from groundcheck.ledger.unpacking import HEAD, Forward, from_disk, kind_of


def disk_member(name: str, file: BinaryIO, budget: Budget) -> Member:
    """An open file on disk; its bytes count as unpacked unless it is packed."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    stream = Forward(from_disk(file))
    if kind_of(stream.peek(HEAD)) in (None, "tar"):
        stream = Forward(budget.metered(stream.rest()))
    return Member(name, size, stream, file=file)


def folder_members(folder: Path, budget: Budget, only: str | None = None) -> Iterator[Member]:
    """The files in a folder and below it, by name; hidden ones are passed over.

    ``only`` names one Shapefile of the folder, without its suffix, whose parts are given alone;
    they may be links, since the user named them.
    Raises ``OSError`` where the folder itself cannot be listed.
    """
    listed = _below(folder, "", deep=only is None)
    if only is not None:
        listed = (each for each in listed if shapefiles.stem_of(each[0]) == only)
    found = sorted(islice(listed, budget.limits.files + 1), key=_by_name)
    return _each(found, budget)


def _each(found: list[tuple[str, Path, str | None]], budget: Budget) -> Iterator[Member]:
    for name, path, problem in found:
        if problem is not None:
            yield Member(name, problem=problem)
            continue
        try:
            file = path.open("rb")
        except OSError as error:
            yield Member(name, problem=reason_of(error))
            continue
        with file:
            yield disk_member(name, file, budget)


def _by_name(found: tuple[str, Path, str | None]) -> tuple[str, str]:
    return shapefiles.order(found[0])


def _below(folder: Path, within: str, deep: bool = True) -> Iterator[tuple[str, Path, str | None]]:
    """Name, path and problem of everything in the folder and, where ``deep``, below it."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        name, path = within + entry.name, Path(entry.path)
        if passed_over(entry.name) or (entry.is_dir() and not deep):
            continue
        if entry.is_symlink() and deep:
            yield name, path, LINK
        elif entry.is_dir():
            try:
                yield from _below(path, name + "/")
            except OSError as error:
                yield name, path, reason_of(error)
        else:
            yield name, path, None if entry.is_file() else DEVICE


def reason_of(error: OSError | ValueError) -> str:
    """Why the system would not give a file, for a message."""
    return (getattr(error, "strerror", None) or str(error)).lower()
