"""From the rows of a ledger's file to the values of the model."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from groundcheck.checks import proposition
from groundcheck.errors import BadValue
from groundcheck.ledger.store.connecting import one_row
from groundcheck.ledger.store.deriving import latest
from groundcheck.ledger.store.names import Names
from groundcheck.ledger.store.packing import plain, unpacked, unpacked_text
from groundcheck.model import (
    Appearance,
    Claim,
    Filed,
    Finding,
    Outcome,
    Report,
    Statement,
    from_json,
)

_STATEMENT = (
    "SELECT c.content, a.content, r.grp, "
    "(SELECT json_group_array(json_array(f.position, f.checked, f.verdict)) "
    "FROM finding f WHERE f.id = c.id) FROM claim c JOIN statement s ON s.id = c.id "
    "JOIN report r ON r.id = s.report JOIN appearance a ON a.id = r.first WHERE c.id = ?"
)
_READING = "SELECT id, head, first_claim, claims FROM reading"


class Answering:
    """Reads single reports, readings and statements from one ledger's file."""

    def __init__(self, db: sqlite3.Connection, names: Names) -> None:
        self._db = db
        self._names = names

    def report(self, id_: int) -> Report:
        """The report with that number, with the day, outlet … of its first appearance."""
        found = self._db.execute(
            "SELECT r.sha, r.text, a.content, n.head FROM report r "
            "JOIN appearance a ON a.id = r.first JOIN reading n ON n.id = r.current "
            "WHERE r.id = ?",
            (id_,),
        )
        sha, text, appeared, head = one_row(found)
        where = _appearance(appeared)
        stood = (where.published, where.url, where.publisher, where.title)
        language = json.loads(unpacked(head))["outcome"]["report"]["language"]
        return Report(sha, unpacked_text(text), *stood, language)

    def number(self, sha: str) -> int:
        """The number of the report; ``BadValue`` where it is not there."""
        row = self._db.execute("SELECT id FROM report WHERE sha = ?", (plain(sha),)).fetchone()
        if row is None:
            raise BadValue(f"{sha}: no report of that id in the ledger")
        return int(row[0])

    def appearances(self, id_: int) -> tuple[Appearance, ...]:
        """Where the report stood, earliest first."""
        rows = self._db.execute(
            "SELECT content FROM appearance WHERE report = ? "
            "ORDER BY published = 0, published, content",
            (id_,),
        )
        return tuple(_appearance(content) for (content,) in rows)

    def readings(self, id_: int) -> tuple[Filed, ...]:
        """All readings of the report, each with the findings it was filed with."""
        rows = self._db.execute(f"{_READING} WHERE report = ? ORDER BY id", (id_,)).fetchall()
        return tuple(self._filed(row, id_) for row in rows)

    def outcome(self, id_: int) -> Outcome:
        """The current reading of the report, with its latest findings."""
        which = "WHERE id = (SELECT current FROM report WHERE id = ?)"
        row = one_row(self._db.execute(f"{_READING} {which}", (id_,)))
        return replace(self._filed(row, id_).outcome, findings=latest(self._db, row[0]))

    def claim(self, name: str) -> tuple[int, int]:
        """The number of a claim in a current reading, and that of the reading."""
        row = self._db.execute(
            "SELECT c.id, c.reading FROM claim c JOIN statement s ON s.id = c.id "
            "JOIN report r ON r.id = s.report WHERE c.name = ? ORDER BY r.sha, c.id LIMIT 1",
            (plain(name),),
        ).fetchone()
        if row is None:
            raise BadValue(f"{name}: no claim of that id in the ledger")
        return int(row[0]), int(row[1])

    def statements(self, ids: Iterable[int]) -> Iterator[Statement]:
        """The statements with those numbers, in that order."""
        for id_ in ids:
            row = one_row(self._db.execute(_STATEMENT, (id_,)))
            claim, appeared, group, found = row
            said = proposition.statement(
                from_json(Claim, json.loads(unpacked(claim))), _appearance(appeared), group
            )
            yield replace(said, verdicts=self._verdicts(json.loads(found)))

    def _verdicts(self, found: list[list[int]]) -> tuple[tuple[str, Any], ...]:
        word = self._names.word
        named = sorted((word(check), at, word(verdict)) for at, check, verdict in found)
        return tuple((check, verdict) for check, _, verdict in named)

    def _filed(self, row: tuple[int, bytes, int, int], report: int) -> Filed:
        reading, head, first, count = row
        (text,) = self._db.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        bare = from_json(Filed, json.loads(unpacked(head)))
        contents = self._db.execute(
            "SELECT content FROM claim WHERE id >= ? AND id < ? ORDER BY id", (first, first + count)
        )
        claims = tuple(from_json(Claim, json.loads(unpacked(content))) for (content,) in contents)
        findings = self._db.execute(
            "SELECT content FROM checking WHERE reading = ? "
            "AND checked_by = (SELECT id FROM name WHERE text = ?)",
            (reading, plain(bare.checked_by)),
        ).fetchone()
        told = replace(bare.outcome.report, text=unpacked_text(text))
        found = _found(findings[0]) if findings else ()
        outcome = replace(bare.outcome, report=told, claims=claims, findings=found)
        return replace(bare, outcome=outcome)


def _found(content: bytes) -> tuple[Finding, ...]:
    return from_json(tuple[Finding, ...], json.loads(unpacked(content)))


def _appearance(content: str) -> Appearance:
    return from_json(Appearance, json.loads(content))
