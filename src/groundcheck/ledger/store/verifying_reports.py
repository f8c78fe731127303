"""Whether one report of a ledger's file is as it was written, with all that belongs to it."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator

from groundcheck.errors import GroundcheckError
from groundcheck.ledger.store import content, marks
from groundcheck.ledger.store.deriving import Rows, following
from groundcheck.ledger.store.packing import number, plain, unpacked, unpacked_text
from groundcheck.ledger.store.rows import Difference
from groundcheck.model import Appearance, from_json, report_id

_BROKEN = (zlib.error, UnicodeError, ValueError, TypeError, GroundcheckError)


def differences(
    db: sqlite3.Connection, report: int, numbered: Callable[[str], int | None]
) -> Iterator[Difference]:
    """What is not as it was written; ``numbered`` gives the numbers of words."""
    (sha, text) = db.execute("SELECT sha, text FROM report WHERE id = ?", (report,)).fetchone()
    try:
        if report_id(unpacked_text(text)) != sha:
            yield Difference(f"report {sha}", "its text has another hash")
        for each in (_appearances, _readings):
            for problem in each(db, report, sha):
                yield Difference(f"report {sha}", problem)
        for problem in _derived(db, report, numbered):
            yield Difference(f"report {sha}", problem)
    except _BROKEN as error:
        yield Difference(f"report {sha}", f"is damaged ({error})")


def _appearances(db: sqlite3.Connection, report: int, sha: str) -> Iterator[str]:
    (first,) = db.execute("SELECT first FROM report WHERE id = ?", (report,)).fetchone()
    rows = db.execute(
        "SELECT a.id, a.published, o.text, a.content, a.hash FROM appearance a "
        "JOIN name o ON o.id = a.outlet WHERE report = ? "
        "ORDER BY published = 0, published, content",
        (report,),
    ).fetchall()
    if not rows or rows[0][0] != first:
        yield "its first appearance is not the earliest one"
    for _, published, outlet, line, hash_ in rows:
        where = from_json(Appearance, json.loads(line))
        if content.of_appearance(where) != hash_:
            yield f"its appearance {where.item} has another hash"
        listed = (number(where.published), plain(where.outlet), where.report)
        if listed != (published, outlet, sha):
            yield f"its appearance {where.item} is not listed as it says"


def _readings(db: sqlite3.Connection, report: int, sha: str) -> Iterator[str]:
    (current,) = db.execute("SELECT current FROM report WHERE id = ?", (report,)).fetchone()
    rows = db.execute(
        "SELECT n.id, r.text, v.text, n.first_claim, n.claims, n.head, n.head_hash, n.hash "
        "FROM reading n JOIN name r ON r.id = n.reader JOIN name v ON v.id = n.version "
        "WHERE n.report = ? ORDER BY n.id",
        (report,),
    ).fetchall()
    if not rows or rows[-1][0] != current:
        yield "its current reading is not the last one"
    for id_, reader, version, first, count, head, head_hash, hash_ in rows:
        what = f"its reading by {reader} {version}"
        claims = db.execute(
            "SELECT reading, content FROM claim WHERE id >= ? AND id < ? ORDER BY id",
            (first, first + count),
        )
        lines = [unpacked(each) for reading, each in claims if reading == id_]
        if content.of_head(unpacked(head)) != head_hash:
            yield f"{what} has another hash of its head"
        if content.of_reading(sha, (reader, version), lines) != hash_:
            yield f"{what} has another hash"
        for by, found, checked in db.execute(
            "SELECT b.text, c.content, c.hash FROM checking c "
            "JOIN name b ON b.id = c.checked_by WHERE c.reading = ?",
            (id_,),
        ):
            if content.of_findings(hash_, by, unpacked(found)) != checked:
                yield f"{what}: its findings by {by!r} have another hash"


def _derived(
    db: sqlite3.Connection, report: int, numbered: Callable[[str], int | None]
) -> Iterator[str]:
    """Whether what follows from the report is what stands in the tables."""
    wanted = dict(following(db, report, lambda word: numbered(word) or 0))
    stored = db.execute("SELECT * FROM statement WHERE report = ?", (report,)).fetchall()
    for id_ in {row[0] for row in stored} ^ set(wanted):
        yield f"its statement {id_} is too many or too few"
    for id_, *row in stored:
        if id_ in wanted and _stored(db, id_, tuple(row)) != wanted[id_]:
            yield f"its statement {id_} is not what follows from the claim"


def _stored(db: sqlite3.Connection, id_: int, statement: tuple[object, ...]) -> Rows | None:
    words = db.execute(
        "SELECT claim, title, source, marks FROM words WHERE rowid = ?", (id_,)
    ).fetchone()
    if words is None:
        return None
    places = []
    for place in marks.places_in(words[3]):
        places += db.execute(
            "SELECT place, said, named FROM statement_place "
            "WHERE place = ? AND said = ? AND id = ?",
            (place, statement[1], id_),
        ).fetchall()
    findings = db.execute(
        "SELECT position, source, kind, year, checked, verdict, unit, gap FROM finding "
        "WHERE id = ? ORDER BY position",
        (id_,),
    ).fetchall()
    return Rows(statement, tuple(places), tuple(findings), words)
