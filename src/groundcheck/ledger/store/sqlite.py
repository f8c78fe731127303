"""A ledger in one SQLite file: ``View``, ``Writer`` and ``Ledger`` over its tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from groundcheck.errors import DataError
from groundcheck.ledger.store import finding_out, schema, verifying, wiping
from groundcheck.ledger.store.answering import Answering
from groundcheck.ledger.store.connecting import (
    check_readable,
    connect,
    merge,
    told,
    transaction,
)
from groundcheck.ledger.store.content import of_ledger
from groundcheck.ledger.store.counting import Counting
from groundcheck.ledger.store.deriving import latest
from groundcheck.ledger.store.names import Names
from groundcheck.ledger.store.packing import day, plain
from groundcheck.ledger.store.protocol import Writer
from groundcheck.ledger.store.query import ALL, Query
from groundcheck.ledger.store.rows import Difference, Info, Tally, Tombstone
from groundcheck.ledger.store.selecting import Selecting
from groundcheck.ledger.store.writing import SqliteWriter
from groundcheck.model import Appearance, Filed, Finding, Outcome, Report, Statement


class SqliteLedger:
    """Implements ``Ledger`` in the file ``path``, which must be one; see ``open_ledger``.

    Use it in one thread at a time, and as many of them at once as you like. What is iterated over
    is of one moment, and stays so while others write, in this process too. Everything raises
    ``DataError`` where the file cannot be used.
    """

    def __init__(self, path: str, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        with told(path, "read as a ledger"):
            self._db = connect(path, write=False, tidy=not read_only)
            try:
                check_readable(path, self._db)
            except BaseException:
                self._db.close()
                raise
        self.interrupted = self._closed = False
        self._names = Names(self._db)
        self._selecting = Selecting(self._db, self._names)
        self._counting = Counting(self._db, self._selecting, self._names)
        self._answering = Answering(self._db, self._names)

    @contextmanager
    def _moment(self) -> Iterator[None]:
        """All that is read in this ``with`` is of one moment, whoever writes meanwhile."""
        if self.interrupted:
            raise DataError(f"{self.path}: what was asked of it was interrupted")
        with told(self.path, "read"):
            outermost = not self._db.in_transaction
            if outermost:
                self._db.execute("BEGIN")
            try:
                yield
            finally:
                # Whoever stopped in the middle of an answer may have closed it before.
                if outermost and not self._closed and self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    def knows(self, report: str, reader: str, version: str) -> bool:
        """See ``View.knows``."""
        found = self._rows(
            "SELECT 1 FROM forgotten WHERE sha = :sha UNION ALL SELECT 1 FROM report r "
            "JOIN reading n ON n.report = r.id WHERE r.sha = :sha "
            "AND n.reader = (SELECT id FROM name WHERE text = :reader) "
            "AND n.version = (SELECT id FROM name WHERE text = :version)",
            {"sha": plain(report), "reader": plain(reader), "version": plain(version)},
        )
        return bool(found)

    def report(self, report: str) -> Report:
        """See ``View.report``."""
        with self._moment():
            return self._answering.report(self._answering.number(report))

    def reports(self, query: Query = ALL) -> Iterator[Report]:
        """See ``View.reports``."""
        with self._moment():
            all_ = replace(query, limit=None, skip=0, oldest_first=False) == ALL
            selection = self._selecting.of(query)
            which = "" if all_ else f"WHERE id IN ({selection.select('s.report')})"
            values = () if all_ else selection.values
            limit = -1 if query.limit is None else query.limit
            found = self._db.execute(
                f"SELECT id FROM report {which} ORDER BY sha LIMIT ? OFFSET ?",  # noqa: S608
                (*values, limit, query.skip),
            )
            for (id_,) in found:
                yield self._answering.report(id_)

    def appearances(self, report: str) -> tuple[Appearance, ...]:
        """See ``View.appearances``."""
        with self._moment():
            return self._answering.appearances(self._answering.number(report))

    def readings(self, report: str) -> tuple[Filed, ...]:
        """See ``View.readings``."""
        with self._moment():
            return self._answering.readings(self._answering.number(report))

    def outcome(self, report: str) -> Outcome:
        """See ``View.outcome``."""
        with self._moment():
            return self._answering.outcome(self._answering.number(report))

    def copies(self, report: str) -> tuple[str, ...]:
        """See ``View.copies``."""
        with self._moment():
            id_ = self._answering.number(report)
            group = "(SELECT grp FROM report WHERE id = ?)"
            sql = f"SELECT sha FROM report WHERE grp = {group} ORDER BY sha"  # noqa: S608
            return tuple(sha for (sha,) in self._db.execute(sql, (id_,)))

    def ids(self, beginning: str) -> tuple[str, ...]:
        """See ``View.ids``."""
        rows = self._rows(
            "SELECT sha FROM report WHERE sha >= :first AND sha < :first || char(1114111) UNION "
            "SELECT c.name FROM claim c JOIN statement s ON s.id = c.id "
            "WHERE c.name >= :first AND c.name < :first || char(1114111) ORDER BY 1 LIMIT 10",
            {"first": plain(beginning)},
        )
        return tuple(id_ for (id_,) in rows)

    def statement(self, claim: str) -> Statement:
        """See ``View.statement``."""
        with self._moment():
            id_, _ = self._answering.claim(claim)
            return next(self._answering.statements([id_]))

    def findings(self, claim: str) -> tuple[Finding, ...]:
        """See ``View.findings``."""
        with self._moment():
            _, reading = self._answering.claim(claim)
            found = [one for one in latest(self._db, reading) if one.claim == claim]
            return tuple(sorted(found, key=lambda one: one.check))

    def statements(self, query: Query = ALL) -> Iterator[Statement]:
        """See ``View.statements``."""
        with self._moment():
            ids = finding_out.ids(self._db, self._selecting, query)
            yield from self._answering.statements(ids)

    def propositions(self, query: Query = ALL) -> Iterator[tuple[Statement, ...]]:
        """See ``View.propositions``."""
        with self._moment():
            selection = self._selecting.of(query)
            sql = selection.select("s.key", "GROUP BY s.key HAVING count(*) > 1 ORDER BY s.key")
            stop = None if query.limit is None else query.skip + query.limit
            keys = self._db.execute(sql, selection.values).fetchall()
            for (key,) in islice(keys, query.skip, stop):
                one = replace(query, key=key, limit=None, skip=0, oldest_first=True)
                yield tuple(self.statements(one))

    def count(self, query: Query = ALL) -> int:
        """See ``View.count``."""
        with self._moment():
            return self._counting.count(query)

    def tally(self, query: Query = ALL) -> tuple[Tally, ...]:
        """See ``View.tally``."""
        with self._moment():
            return self._counting.tally(query)

    def months(self, query: Query = ALL) -> tuple[tuple[date | None, int], ...]:
        """See ``View.months``."""
        with self._moment():
            return self._counting.months(query)

    def sources(self, query: Query = ALL) -> tuple[tuple[str, int], ...]:
        """See ``View.sources``."""
        with self._moment():
            return self._counting.sources(query)

    def places(self, query: Query = ALL) -> tuple[tuple[str, str, int], ...]:
        """See ``View.places``."""
        with self._moment():
            return self._counting.places(query)

    def forgotten(self) -> tuple[Tombstone, ...]:
        """See ``View.forgotten``."""
        rows = self._rows("SELECT sha, why, day FROM forgotten ORDER BY sha")
        return tuple(Tombstone(sha, why, day(on) or date.min) for sha, why, on in rows)

    def kept(self, name: str) -> str | None:
        """See ``View.kept``."""
        rows = self._rows("SELECT value FROM kept WHERE name = ?", (plain(name),))
        return rows[0][0] if rows else None

    def info(self) -> Info:
        """See ``View.info``."""
        with self._moment():
            tables = ("report", "appearance", "reading", "statement", "finding", "forgotten")
            counts = {t: self._rows(f"SELECT count(*) FROM {t}")[0][0] for t in tables}  # noqa: S608
            hashes = self._rows(
                "SELECT sha FROM report UNION ALL SELECT hash FROM appearance UNION ALL "
                "SELECT hash FROM reading UNION ALL SELECT hash FROM checking UNION ALL "
                "SELECT hash FROM forgotten"
            )
            first, last = self._selecting.days() or (None, None)
            beside = Path(f"{self.path}-wal")
            return Info(
                path=self.path,
                version=schema.VERSION,
                size=Path(self.path).stat().st_size
                + (beside.stat().st_size if beside.exists() else 0),
                reports=counts["report"],
                appearances=counts["appearance"],
                readings=counts["reading"],
                claims=counts["statement"],
                findings=counts["finding"],
                forgotten=counts["forgotten"],
                first_day=first,
                last_day=last,
                content=of_ledger(hash_ for (hash_,) in hashes),
            )

    def state(self) -> str:
        """A word that is another one after anything went in or out; quick, unlike ``info``."""
        (found,) = self._rows(
            "SELECT (SELECT max(id) FROM report), (SELECT max(id) FROM appearance), "
            "(SELECT max(id) FROM reading), (SELECT max(id) FROM checking), "
            "(SELECT count(*) FROM forgotten), (SELECT sha FROM report ORDER BY id DESC LIMIT 1)"
        )
        return "-".join(str(one or 0) for one in found)

    def interrupt(self) -> None:
        """End what is asked of it, from another thread; from then on it raises ``DataError``."""
        self.interrupted = True
        self._db.interrupt()

    def verify(self) -> Iterator[Difference]:
        """See ``View.verify``. A file that cannot even be gone through is a difference too."""
        with self._moment():
            yield from verifying.differences(self._db)
        if not self.read_only:
            yield from verifying.index(self.path)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """See ``Ledger.writing``. What is asked meanwhile is answered as before the block."""
        if self.read_only:
            raise DataError(f"{self.path}: was opened for reading only")
        with told(self.path, "written"):
            db = connect(self.path, write=True)
            try:
                with transaction(db):
                    yield SqliteWriter(db)
                wiping.wipe(self.path, db)
            finally:
                db.close()

    def close(self) -> None:
        """See ``Ledger.close``. Where nobody else uses the file, it is whole by itself then."""
        self._closed = True
        self._db.close()
        if not self.read_only:
            merge(self.path)

    def _rows(self, sql: str, values: Any = ()) -> list[Any]:
        with told(self.path, "read"):
            return self._db.execute(sql, values).fetchall()
