"""Whether a ledger's file is as it was written: every hash, every link, all that follows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from groundcheck.ledger.store import content, verifying_reports
from groundcheck.ledger.store.connecting import connect
from groundcheck.ledger.store.names import Names
from groundcheck.ledger.store.packing import day
from groundcheck.ledger.store.rows import Difference, Tombstone


def differences(db: sqlite3.Connection) -> Iterator[Difference]:
    """All that is not as it was written, as far as it can be told without writing."""
    try:
        yield from _structure(db)
        yield from _tombstones(db)
        number = cache(Names(db).find)
        for (id_,) in db.execute("SELECT id FROM report ORDER BY sha"):
            yield from verifying_reports.differences(db, id_, number)
        yield from _astray(db)
    except sqlite3.DatabaseError as error:
        yield Difference("file", f"cannot be gone through to its end ({error})")


def index(path: str) -> Iterator[Difference]:
    """Whether the index of words fits the words. It takes a short while of writing."""
    try:
        with closing(connect(path, write=True)) as db:
            db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        yield Difference("words", f"the index does not fit ({error})")


def _structure(db: sqlite3.Connection) -> Iterator[Difference]:
    for (problem,) in db.execute("PRAGMA integrity_check"):
        if problem != "ok":
            yield Difference("file", str(problem))
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Difference(f"{table} {row}", f"points to a {parent} that is not there")


def _tombstones(db: sqlite3.Connection) -> Iterator[Difference]:
    for sha, why, on, hash_ in db.execute("SELECT sha, why, day, hash FROM forgotten"):
        forgotten = day(on)
        if forgotten is None or content.of_tombstone(Tombstone(sha, why, forgotten)) != hash_:
            yield Difference(f"tombstone {sha}", "has another hash")
    for (sha,) in db.execute("SELECT sha FROM report JOIN forgotten USING (sha)"):
        yield Difference(f"report {sha}", "was forgotten and is there")


def _astray(db: sqlite3.Connection) -> Iterator[Difference]:
    """Rows that belong to nothing."""
    for table, row, link in (
        ("claim", "id", "reading NOT IN (SELECT id FROM reading)"),
        ("band", "hash", "report NOT IN (SELECT id FROM report)"),
        ("statement_place", "id", "id NOT IN (SELECT id FROM statement)"),
        ("finding", "id", "id NOT IN (SELECT id FROM statement)"),
        ("words", "rowid", "rowid NOT IN (SELECT id FROM statement)"),
    ):
        sql = f"SELECT {row} FROM {table} WHERE {link}"  # noqa: S608
        for (found,) in db.execute(sql):
            yield Difference(f"{table} {found}", "belongs to nothing that is there")
