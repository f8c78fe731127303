"""Connections to a ledger's file, and its errors as one line that names it."""

from __future__ import annotations

import os
import sqlite3
import statistics
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from groundcheck.errors import DataError, GroundcheckError
from groundcheck.ledger.store import packing, schema

WAITING = 60.0
"""Seconds for which another process that writes is waited for."""


@contextmanager
def told(path: str, doing: str) -> Iterator[None]:
    """Errors of the database as a ``DataError`` that names the file, with what was being done."""
    try:
        yield
    except GroundcheckError:
        raise
    except (sqlite3.Error, zlib.error, OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be {doing} ({error})") from None


def connect(path: str, *, write: bool, tidy: bool = False) -> sqlite3.Connection:
    """A connection that writes, or one that cannot. Raises ``sqlite3.Error``.

    ``tidy`` makes one that only asks put the log of writes into the file and take it away, where
    it is closed last.
    """
    mode = "rwc" if write else "rw" if tidy else _mode_of_reading(path)
    db = sqlite3.connect(
        f"{Path(path).absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=WAITING,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if write:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = NORMAL")
        else:
            db.execute("PRAGMA query_only = ON")
            db.execute("PRAGMA cache_size = -65536")
            db.create_function("unpacked", 1, packing.unpacked, deterministic=True)
            db.create_function("unpacked_text", 1, _shown, deterministic=True)
            db.create_function("dated", 1, _dated, deterministic=True)
            db.create_aggregate("median", 1, _Median)  # type: ignore[arg-type]
    except BaseException:
        db.close()
        raise
    return db


def make_ready(path: str) -> None:
    """Make the file where there is none, or bring an older one up to this version.

    Raises ``DataError`` for a file that is no ledger, is damaged, or is of a later version.
    """
    with told(path, "used as a ledger"):
        Path(path).absolute().parent.mkdir(parents=True, exist_ok=True)
        db = connect(path, write=True)
        try:
            if _version(path, db) != schema.VERSION:
                with transaction(db), _named(path):
                    schema.prepare(db)
                # Readers in between may forbid it, and the ledger works without.
                with suppress(sqlite3.OperationalError):
                    db.execute("PRAGMA journal_mode = WAL")
        finally:
            db.close()


def merge(path: str) -> None:
    """Take what stands in the file beside the ledger's (``-wal``) over into it, if nobody uses it.

    Whoever ends the last connection does it, but only a connection that writes can.
    """
    with suppress(sqlite3.Error):
        db = connect(path, write=True)
        try:
            db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        finally:
            db.close()


def check_readable(path: str, db: sqlite3.Connection) -> None:
    """Raise ``DataError`` where the file is no ledger of this version."""
    found = _version(path, db)
    if found == 0:
        raise DataError(f"{path}: is empty, no ledger")
    if found < schema.VERSION:
        raise DataError(
            f"{path}: a ledger of version {found}; it must be opened for writing once, which "
            f"brings it up to {schema.VERSION}"
        )


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written in this ``with``, or nothing; who else writes is waited for."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _version(path: str, db: sqlite3.Connection) -> int:
    with _named(path):
        found = schema.version(db)
        schema.known(found)
    return found


@contextmanager
def _named(path: str) -> Iterator[None]:
    try:
        yield
    except GroundcheckError as error:
        raise DataError(f"{path}: {error}") from None


def _mode_of_reading(path: str) -> str:
    """Where the folder cannot be written nobody writes, and no index is to be shared."""
    folder = Path(path).absolute().parent
    fixed = not os.access(folder, os.W_OK) and not Path(f"{path}-wal").exists()
    return "ro&immutable=1" if fixed else "ro"


def _shown(content: bytes) -> str:
    return packing.plain(packing.unpacked_text(content))


def _dated(number: int) -> str | None:
    found = packing.day(number)
    return None if found is None else str(found)


def one_row(found: sqlite3.Cursor) -> Any:
    """The one row that must be there. Raises ``sqlite3.DatabaseError`` where it is not."""
    row = found.fetchone()
    if row is None:
        raise sqlite3.DatabaseError("a row that others point to is missing")
    return row


class _Median:
    """The median of what is not null, as a function of SQL."""

    def __init__(self) -> None:
        self._found: list[float] = []

    def step(self, value: float | None) -> None:
        if value is not None:
            self._found.append(value)

    def finalize(self) -> float | None:
        return statistics.median(self._found) if self._found else None
