"""One SQL question to a ledger's file, which cannot change anything, there or anywhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from groundcheck.errors import BadValue, DataError, UnreadableInput
from groundcheck.ledger.store.connecting import check_readable, connect, told

_ALLOWED = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE))
_PRAGMAS = frozenset(
    ("table_info", "table_xinfo", "table_list", "index_list", "index_info", "data_version")
)
"""Those that only tell; the last one is what a full-text table asks for by itself."""
_LONGEST = 64 * 2**20
"""Bytes of one value: no question can fill the memory by a single one."""
_STEPS = 50_000
"""Steps of SQLite's machine between two looks at whether the user has interrupted it."""

Value = str | int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns, the rows, and whether there are more than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    more: bool = False


def sql(path: Path, question: str, limit: int | None = None) -> Answer:
    """The rows that one ``SELECT`` gives, at most ``limit``.

    Raises ``BadValue`` for what is no question or would change something, ``UnreadableInput``
    where there is no file, ``DataError`` where it is no ledger or damaged.
    """
    with _read_only(path) as database:
        # Python hears of an interrupt only between its own steps; here it gets to make one.
        database.set_progress_handler(lambda: 0, _STEPS)
        try:
            cursor = database.execute(question)
            if cursor.description is None:
                raise BadValue("sql: wants a question (SELECT …) that gives rows")
            found = cursor.fetchmany(limit + 1) if limit is not None else cursor.fetchall()
        except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeEncodeError) as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from None
            raise _refused(path, error) from None
        columns = tuple(column[0] for column in cursor.description)
    more = limit is not None and len(found) > limit
    return Answer(columns, tuple(found[:limit]), more)


@contextmanager
def _read_only(path: Path) -> Iterator[sqlite3.Connection]:
    name = str(path)
    if not path.is_file():
        raise UnreadableInput(f"{name}: no such file")
    with told(name, "read as a ledger"):
        database = connect(name, write=False)
    with closing(database):
        with told(name, "read as a ledger"):
            check_readable(name, database)
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        database.set_authorizer(_may)
        yield database


def _may(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action == sqlite3.SQLITE_FUNCTION:
        allowed = (second or "").lower() != "load_extension"
    elif action == sqlite3.SQLITE_UPDATE:
        # So a virtual table is declared at its first use; a question cannot do it itself.
        allowed = first in ("sqlite_master", "sqlite_temp_master")
    elif action == sqlite3.SQLITE_PRAGMA:
        allowed = (first or "").lower() in _PRAGMAS
    else:
        allowed = action in _ALLOWED
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _refused(path: Path, error: Exception) -> BadValue | DataError:
    message = str(error).rstrip(".").lower()
    if "malformed" in message or "not a database" in message:
        return DataError(f"{path}: {message}")
    if "not authorized" in message or "prohibited" in message or "readonly" in message:
        return BadValue(f"sql: only questions are answered, nothing is changed ({message})")
    return BadValue(f"sql: {message}")
