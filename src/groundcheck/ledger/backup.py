"""A copy of a ledger's file that is whole, also while others write to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from groundcheck.errors import DataError, InputError


def backup(ledger: Path, to: Path) -> int:
    """Copy the ledger as it is at one moment; gives the copy's size in bytes.

    The copy has its name only once it is whole. Raises ``InputError`` where ``to`` is there
    already or cannot be written, ``DataError`` where the ledger cannot be read.
    """
    if to.exists():
        raise InputError(f"{to}: is there already; a backup writes over nothing")
    part = to.with_name(f"{to.name}.part")
    try:
        part.unlink(missing_ok=True)
        _copy(ledger, part, to)
        size = part.stat().st_size
        part.replace(to)
    except OSError as error:
        raise InputError(f"{to}: {(error.strerror or str(error)).lower()}") from None
    finally:
        _remove(part)
    return size


def _copy(ledger: Path, part: Path, to: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"{ledger.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(part)) as target,
        ):
            source.backup(target)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "unable to open" in str(error):
            raise InputError(f"{to}: cannot be written") from None
        raise DataError(f"{ledger}: cannot be copied ({error})") from None


def _remove(part: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        try:
            part.with_name(f"{part.name}{end}").unlink(missing_ok=True)
        except OSError:  # a folder that is not there has nothing to remove
            return
