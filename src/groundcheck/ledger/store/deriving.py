"""The tables that follow from what was brought in, and serve the questions: written, taken out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from groundcheck.checks import proposition
from groundcheck.geo.lineage import lineage
from groundcheck.ledger.store import marks
from groundcheck.ledger.store.names import Names
from groundcheck.ledger.store.packing import number, plain, unpacked
from groundcheck.ledger.store.words import folded
from groundcheck.model import Appearance, Claim, Finding, Outcome, Statement, from_json

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that follow from one statement, each without its number in front."""

    statement: Row
    places: tuple[Row, ...]
    findings: tuple[Row, ...]
    words: Row


def following(
    db: sqlite3.Connection, report: int, give: Callable[[str], int], read: Outcome | None = None
) -> Iterator[tuple[int, Rows]]:
    """For each claim of the report its number and what follows; ``give`` numbers the words.

    ``read`` is the current reading with its latest findings, where it is at hand.
    """
    group, appeared, reading, first, count = db.execute(
        "SELECT r.grp, a.content, n.id, n.first_claim, n.claims FROM report r "
        "JOIN appearance a ON a.id = r.first JOIN reading n ON n.id = r.current "
        "WHERE r.id = ?",
        (report,),
    ).fetchone()
    where = from_json(Appearance, json.loads(appeared))
    claims = read.claims if read else _claims(db, first, count)
    found = read.findings if read else latest(db, reading)
    for at, claim in enumerate(claims):
        said = proposition.statement(claim, where, group)
        about = [finding for finding in found if finding.claim == claim.id]
        yield first + at, _rows(said, report, about, give)


def _claims(db: sqlite3.Connection, first: int, count: int) -> tuple[Claim, ...]:
    contents = db.execute(
        "SELECT content FROM claim WHERE id >= ? AND id < ? ORDER BY id", (first, first + count)
    )
    return tuple(from_json(Claim, json.loads(unpacked(content))) for (content,) in contents)


def latest(db: sqlite3.Connection, reading: int) -> tuple[Finding, ...]:
    """The latest findings about the claims of a reading."""
    row = db.execute(
        "SELECT content FROM checking WHERE reading = ? ORDER BY id DESC LIMIT 1", (reading,)
    ).fetchone()
    return () if row is None else from_json(tuple[Finding, ...], json.loads(unpacked(row[0])))


def _rows(
    said: Statement, report: int, found: Sequence[Finding], give: Callable[[str], int]
) -> Rows:
    claim = said.claim
    kind, source, day = give(claim.kind), give(claim.attribution.source), number(said.said)
    statement = (
        report, day, number(said.since), number(said.until), kind, give(claim.certainty),
        source, give(said.origin), give(claim.actor or ""), give(said.proposition.measure),
        plain(said.proposition.key),
    )  # fmt: skip
    named = {place.id: give(place.name) for place in claim.places}
    within = {each: None for place in named for each in lineage(place)}
    places = {give(place): name for place, name in (within | named).items()}
    year = said.said.year if said.said else 0
    findings = tuple(
        (at, source, kind, year, give(f.check), give(f.verdict), give(f.unit or ""), f.gap)
        for at, f in enumerate(found)
    )
    written = (claim.text, said.appeared.title or "", claim.attribution.source)
    words = (*(_written(each) for each in written), marks.of_statement(kind, places, said.said))
    located = tuple((place, day, name) for place, name in sorted(places.items()))
    return Rows(statement, located, findings, words)


def _written(text: str) -> str:
    return plain(" ".join(folded(text)))


def derive_again(db: sqlite3.Connection) -> None:
    """Write anew what follows from every report: a step between versions where that changes."""
    derived = Deriving(db, Names(db))
    for (report,) in db.execute("SELECT id FROM report ORDER BY id").fetchall():
        derived.remove(report)
        derived.put(report)


class Deriving:
    """Keeps what follows from reports in step with them, on a connection that writes."""

    def __init__(self, db: sqlite3.Connection, names: Names) -> None:
        self._db = db
        self._names = names

    def put(self, report: int, read: Outcome | None = None) -> None:
        """Write all that follows from the report, of which nothing stands there now."""
        for id_, made in following(self._db, report, self._names.give, read):
            self._insert(id_, made)

    def remove(self, report: int) -> None:
        """Take out all that follows from the report."""
        places = self._db.execute(
            "SELECT s.id, s.said, w.marks FROM statement s JOIN words w ON w.rowid = s.id "
            "WHERE s.report = ?",
            (report,),
        ).fetchall()
        for id_, said, marked in places:
            self._db.executemany(
                "DELETE FROM statement_place WHERE place = ? AND said = ? AND id = ?",
                [(place, said, id_) for place in marks.places_in(marked)],
            )
            self._db.execute("DELETE FROM finding WHERE id = ?", (id_,))
            self._db.execute("DELETE FROM words WHERE rowid = ?", (id_,))
            self._db.execute("DELETE FROM statement WHERE id = ?", (id_,))

    def _insert(self, id_: int, made: Rows) -> None:
        self._db.execute(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id_, *made.statement),
        )
        self._db.executemany(
            "INSERT INTO statement_place (id, place, said, named) VALUES (?, ?, ?, ?)",
            [(id_, *row) for row in made.places],
        )
        self._db.executemany(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(id_, *row) for row in made.findings],
        )
        self._db.execute(
            "INSERT INTO words (rowid, claim, title, source, marks) VALUES (?, ?, ?, ?, ?)",
            (id_, *made.words),
        )
