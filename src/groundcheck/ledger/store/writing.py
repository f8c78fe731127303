"""Writing to a ledger's file: what ``Writer`` promises, within one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from groundcheck.errors import BadValue
from groundcheck.ledger.store import content, joining
from groundcheck.ledger.store.deriving import Deriving
from groundcheck.ledger.store.names import Names
from groundcheck.ledger.store.packing import number, packed, packed_text, plain, unpacked
from groundcheck.ledger.store.protocol import Added
from groundcheck.ledger.store.rows import Tombstone
from groundcheck.model import Appearance, Claim, Filed, Finding, from_json


class SqliteWriter:
    """Implements ``Writer`` on a connection within a transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._names = Names(db)
        self._derived = Deriving(db, self._names)

    def add(self, filed: Filed) -> Added:
        """See ``Writer.add``."""
        content.sound(filed)
        sha = filed.outcome.report.id
        if self._is_forgotten(sha):
            return "forgotten"
        report = self._report(sha)
        return self._new(filed) if report is None else self._known(report, filed)

    def _new(self, filed: Filed) -> Added:
        told = filed.outcome.report
        report = self._insert(
            "INSERT INTO report (sha, text, grp) VALUES (?, ?, ?)",
            (told.id, packed_text(told.text), told.id),
        )
        first = self._appear(report, filed.appearance)
        current = self._read(report, filed)
        self._db.execute(
            "UPDATE report SET first = ?, current = ? WHERE id = ?", (first, current, report)
        )
        renamed = joining.enter(self._db, report, told.text)
        self._derive_again(renamed - {report})
        self._derived.put(report, filed.outcome)
        return "new"

    def _known(self, report: int, filed: Filed) -> Added:
        stood = self._stands(report, filed.appearance)
        read = self._is_read(report, filed)
        if stood and read:
            return "known"
        if not stood:
            self._appear(report, filed.appearance)
        current = None if read else self._read(report, filed)
        (first,) = self._db.execute(
            "SELECT id FROM appearance WHERE report = ? "
            "ORDER BY published = 0, published, content LIMIT 1",
            (report,),
        ).fetchone()
        before = self._db.execute("SELECT first, current FROM report WHERE id = ?", (report,))
        old_first, old_current = before.fetchone()
        if (first, current or old_current) != (old_first, old_current):
            self._derived.remove(report)
            self._db.execute(
                "UPDATE report SET first = ?, current = ? WHERE id = ?",
                (first, current or old_current, report),
            )
            self._derived.put(report)
        return "appearance" if read else "reading"

    def check_again(self, report: str, findings: Sequence[Finding], checked_by: str) -> bool:
        """See ``Writer.check_again``."""
        id_ = self._at(report)
        reading, first, count, read = self._db.execute(
            "SELECT n.id, n.first_claim, n.claims, n.hash FROM report r "
            "JOIN reading n ON n.id = r.current WHERE r.id = ?",
            (id_,),
        ).fetchone()
        claims = self._db.execute(
            "SELECT content FROM claim WHERE id >= ? AND id < ?", (first, first + count)
        ).fetchall()
        content.about(report, [_claim(packed) for (packed,) in claims], findings)
        spoken = self._db.execute(
            "SELECT 1 FROM checking WHERE reading = ? AND checked_by = ?",
            (reading, self._names.give(checked_by)),
        ).fetchone()
        if spoken:
            return False
        self._derived.remove(id_)
        self._check(reading, read, checked_by, tuple(findings))
        self._derived.put(id_)
        return True

    def forget(self, report: str, why: str, day: date) -> bool:
        """See ``Writer.forget``. The words leave the file at the end of the block."""
        if self._is_forgotten(report):
            return False
        id_ = self._at(report)
        (group,) = self._db.execute("SELECT grp FROM report WHERE id = ?", (id_,)).fetchone()
        self._derived.remove(id_)
        self._db.execute("UPDATE report SET first = NULL, current = NULL WHERE id = ?", (id_,))
        readings = self._db.execute(
            "SELECT id, first_claim, claims FROM reading WHERE report = ?", (id_,)
        ).fetchall()
        for reading, first, count in readings:
            self._db.execute("DELETE FROM checking WHERE reading = ?", (reading,))
            self._db.execute("DELETE FROM claim WHERE id >= ? AND id < ?", (first, first + count))
        for table in ("reading", "appearance"):
            self._db.execute(f"DELETE FROM {table} WHERE report = ?", (id_,))  # noqa: S608
        renamed = joining.leave(self._db, id_, group)
        self._db.execute("DELETE FROM report WHERE id = ?", (id_,))
        self._derive_again(renamed)
        stone = Tombstone(report, plain(why), day)
        self._db.execute(
            "INSERT INTO forgotten VALUES (?, ?, ?, ?)",
            (report, stone.why, number(day), content.of_tombstone(stone)),
        )
        self._db.execute("INSERT OR IGNORE INTO due VALUES ('wipe')")
        return True

    def keep(self, name: str, value: str) -> None:
        """See ``Writer.keep``."""
        self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (plain(name), plain(value)))

    def _is_forgotten(self, sha: str) -> bool:
        found = self._db.execute("SELECT 1 FROM forgotten WHERE sha = ?", (plain(sha),))
        return found.fetchone() is not None

    def _report(self, sha: str) -> int | None:
        row = self._db.execute("SELECT id FROM report WHERE sha = ?", (plain(sha),)).fetchone()
        return None if row is None else int(row[0])

    def _at(self, sha: str) -> int:
        found = self._report(sha)
        if found is None:
            raise BadValue(f"{sha}: no report of that id in the ledger")
        return found

    def _stands(self, report: int, where: Appearance) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM appearance WHERE report = ? AND hash = ?",
            (report, content.of_appearance(where)),
        )
        return found.fetchone() is not None

    def _is_read(self, report: int, filed: Filed) -> bool:
        by = (self._names.give(filed.reader), self._names.give(filed.version))
        found = self._db.execute(
            "SELECT 1 FROM reading WHERE report = ? AND reader = ? AND version = ?", (report, *by)
        )
        return found.fetchone() is not None

    def _appear(self, report: int, where: Appearance) -> int:
        return self._insert(
            "INSERT INTO appearance (report, published, outlet, content, hash) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                report,
                number(where.published),
                self._names.give(where.outlet),
                content.line(where),
                content.of_appearance(where),
            ),
        )

    def _read(self, report: int, filed: Filed) -> int:
        lines = [content.line(claim) for claim in filed.outcome.claims]
        head, by = content.head(filed), (filed.reader, filed.version)
        read = content.of_reading(filed.outcome.report.id, by, lines)
        (last,) = self._db.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()
        names = map(self._names.give, by)
        reading = self._insert(
            "INSERT INTO reading (report, reader, version, first_claim, claims, head, head_hash, "
            "hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (report, *names, last + 1, len(lines), packed(head), content.of_head(head), read),
        )
        self._db.executemany(
            "INSERT INTO claim (id, reading, name, content) VALUES (?, ?, ?, ?)",
            [
                (last + at, reading, plain(claim.id), packed(line))
                for at, (claim, line) in enumerate(
                    zip(filed.outcome.claims, lines, strict=True), start=1
                )
            ],
        )
        if filed.checked_by or filed.outcome.findings:
            self._check(reading, read, filed.checked_by, filed.outcome.findings)
        return reading

    def _check(
        self, reading: int, read: str, checked_by: str, findings: tuple[Finding, ...]
    ) -> None:
        line = content.line(findings)
        self._insert(
            "INSERT INTO checking (reading, checked_by, content, hash) VALUES (?, ?, ?, ?)",
            (
                reading,
                self._names.give(checked_by),
                packed(line),
                content.of_findings(read, checked_by, line),
            ),
        )

    def _derive_again(self, reports: set[int]) -> None:
        for report in sorted(reports):
            self._derived.remove(report)
            self._derived.put(report)

    def _insert(self, statement: str, values: Sequence[object]) -> int:
        return int(self._db.execute(statement, values).lastrowid or 0)


def _claim(content_: bytes) -> Claim:
    return from_json(Claim, json.loads(unpacked(content_)))
