"""What was forgotten leaves the file: index, unused pages and the log of writes."""

from __future__ import annotations

import sqlite3

from groundcheck.errors import DataError
from groundcheck.ledger.store.connecting import transaction

_NAMED = (
    ("appearance", "outlet"),
    ("reading", "reader"),
    ("reading", "version"),
    ("checking", "checked_by"),
    ("statement", "kind"),
    ("statement", "certainty"),
    ("statement", "source"),
    ("statement", "origin"),
    ("statement", "actor"),
    ("statement", "measure"),
    ("statement_place", "place"),
    ("statement_place", "named"),
    ("finding", "checked"),
    ("finding", "verdict"),
    ("finding", "unit"),
)
"""Every column that holds the number of a name."""


def wipe(path: str, db: sqlite3.Connection) -> None:
    """Rewrite the file where a report was forgotten; else nothing.

    What was begun is done at the next writing where it could not be ended. Raises ``DataError``
    where another process reads for so long that the log cannot be emptied.
    """
    if db.execute("SELECT 1 FROM due WHERE what = 'wipe'").fetchone() is None:
        return
    with transaction(db):
        # Deleted words stay in the index until its parts are merged.
        db.execute("INSERT INTO words (words) VALUES ('optimize')")
        used = " UNION ".join(
            f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608
            for table, column in _NAMED
        )
        db.execute(f"DELETE FROM name WHERE id NOT IN ({used})")  # noqa: S608
    db.execute("VACUUM")
    (blocked, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if blocked:
        raise DataError(
            f"{path}: forgotten, but another process still reads what was there before; "
            "it leaves the file at the next writing"
        )
    db.execute("DELETE FROM due WHERE what = 'wipe'")
