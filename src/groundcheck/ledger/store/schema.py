"""The tables of a ledger's file, its versions, and how an older one becomes a newer one.

What was brought in stands in ``report``, ``appearance``, ``reading``, ``claim`` and ``checking``,
and nothing of it is ever changed. The tables after them follow from it and serve the questions.
Days are counted from 0001-01-01, which is 1; 0 stands for a day that is not known. Repeated words
stand once in ``name``. docs/ledger.md says it at length.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from groundcheck.errors import DataError

APPLICATION = 0x47634C67
"""Stands in the file's header (``PRAGMA application_id``): "GcLg"."""

VERSION = 1

_TABLES = """
CREATE TABLE report (id INTEGER PRIMARY KEY, sha TEXT NOT NULL UNIQUE, text BLOB NOT NULL,
  grp TEXT NOT NULL, first INTEGER REFERENCES appearance, current INTEGER REFERENCES reading);
CREATE INDEX report_grp ON report (grp);
CREATE TABLE appearance (id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report,
  published INTEGER NOT NULL, outlet INTEGER NOT NULL REFERENCES name, content TEXT NOT NULL,
  hash TEXT NOT NULL, UNIQUE (report, hash));
CREATE INDEX appearance_outlet ON appearance (outlet);
CREATE TABLE reading (id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report,
  reader INTEGER NOT NULL REFERENCES name, version INTEGER NOT NULL REFERENCES name,
  first_claim INTEGER NOT NULL, claims INTEGER NOT NULL,
  head BLOB NOT NULL, head_hash TEXT NOT NULL, hash TEXT NOT NULL,
  UNIQUE (report, reader, version));
CREATE TABLE claim (id INTEGER PRIMARY KEY, reading INTEGER NOT NULL,
  name TEXT NOT NULL, content BLOB NOT NULL);
CREATE INDEX claim_name ON claim (name);
CREATE TABLE checking (id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES reading,
  checked_by INTEGER NOT NULL REFERENCES name, content BLOB NOT NULL, hash TEXT NOT NULL,
  UNIQUE (reading, checked_by));
CREATE TABLE forgotten (sha TEXT PRIMARY KEY, why TEXT NOT NULL, day INTEGER NOT NULL,
  hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE due (what TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE name (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE);
CREATE TABLE band (hash INTEGER, report INTEGER, PRIMARY KEY (hash, report)) WITHOUT ROWID;
CREATE TABLE statement (id INTEGER PRIMARY KEY REFERENCES claim,
  report INTEGER NOT NULL REFERENCES report, said INTEGER NOT NULL, since INTEGER NOT NULL,
  until INTEGER NOT NULL, kind INTEGER NOT NULL, certainty INTEGER NOT NULL,
  source INTEGER NOT NULL, origin INTEGER NOT NULL, actor INTEGER NOT NULL,
  measure INTEGER NOT NULL, key TEXT NOT NULL);
CREATE INDEX statement_said ON statement (said);
CREATE INDEX statement_report ON statement (report);
CREATE INDEX statement_source ON statement (source, said);
CREATE INDEX statement_origin ON statement (origin, said, key);
CREATE INDEX statement_key ON statement (key, report);
CREATE TABLE statement_place (place INTEGER NOT NULL, said INTEGER NOT NULL, id INTEGER NOT NULL,
  named INTEGER, PRIMARY KEY (place, said, id)) WITHOUT ROWID;
CREATE TABLE finding (id INTEGER NOT NULL, position INTEGER NOT NULL, source INTEGER NOT NULL,
  kind INTEGER NOT NULL, year INTEGER NOT NULL, checked INTEGER NOT NULL,
  verdict INTEGER NOT NULL, unit INTEGER NOT NULL, gap REAL, PRIMARY KEY (id, position))
  WITHOUT ROWID;
CREATE INDEX finding_source ON finding
  (source, kind, year, checked, verdict, unit, gap);
CREATE VIRTUAL TABLE words USING fts5 (claim, title, source, marks,
  tokenize = 'ascii', columnsize = 0);

CREATE VIEW reports AS SELECT r.sha AS report, r.grp AS copies, unpacked_text(r.text) AS text,
  dated(a.published) AS published, o.text AS outlet, json_extract(a.content, '$.url') AS url,
  json_extract(a.content, '$.title') AS title
  FROM report r JOIN appearance a ON a.id = r.first JOIN name o ON o.id = a.outlet;
CREATE VIEW appearances AS SELECT r.sha AS report, dated(a.published) AS published,
  o.text AS outlet, json_extract(a.content, '$.item') AS item,
  json_extract(a.content, '$.url') AS url, json_extract(a.content, '$.publisher') AS publisher,
  json_extract(a.content, '$.title') AS title
  FROM appearance a JOIN report r ON r.id = a.report JOIN name o ON o.id = a.outlet;
CREATE VIEW statements AS SELECT c.name AS claim, r.sha AS report, dated(s.said) AS said,
  dated(s.since) AS since, dated(s.until) AS until, k.text AS kind, t.text AS certainty,
  f.text AS source, o.text AS origin, a.text AS actor, m.text AS measure, s.key,
  json_extract(unpacked(c.content), '$.text') AS text, unpacked(c.content) AS content
  FROM statement s JOIN claim c ON c.id = s.id JOIN report r ON r.id = s.report
  JOIN name k ON k.id = s.kind JOIN name t ON t.id = s.certainty JOIN name f ON f.id = s.source
  JOIN name o ON o.id = s.origin JOIN name a ON a.id = s.actor JOIN name m ON m.id = s.measure;
CREATE VIEW places AS SELECT c.name AS claim, p.text AS place, n.text AS name,
  sp.named IS NOT NULL AS said
  FROM statement_place sp JOIN claim c ON c.id = sp.id JOIN name p ON p.id = sp.place
  LEFT JOIN name n ON n.id = sp.named;
CREATE VIEW findings AS SELECT c.name AS claim, k.text AS "check", v.text AS verdict,
  u.text AS unit, f.gap
  FROM finding f JOIN claim c ON c.id = f.id JOIN name k ON k.id = f.checked
  JOIN name v ON v.id = f.verdict JOIN name u ON u.id = f.unit;
"""

MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {}
"""From each older version the step to the next one; it runs within a transaction.

A change in what follows from what was brought in is a new version as well: its step is
``deriving.derive_again``.
"""


def version(db: sqlite3.Connection) -> int:
    """The version of the schema, 0 where the file is empty. Raises ``sqlite3.Error``."""
    (found,) = db.execute("PRAGMA user_version").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (tables or found or application):
        raise DataError("is a database of something else, no ledger")
    return int(found)


def prepare(db: sqlite3.Connection) -> None:
    """Make the tables of an empty file, or bring those of an older version up to this one.

    Call it within a transaction, for another process may be at it too. Raises ``DataError``
    without the file's name where it is no ledger, or one of a later version.
    """
    found = version(db)
    known(found)
    if found == 0:
        for each in _TABLES.split(";"):
            db.execute(each)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        found = VERSION
    for older in range(found, VERSION):
        MIGRATIONS[older](db)
    db.execute(f"PRAGMA user_version = {VERSION}")


def known(found: int) -> None:
    """Raise ``DataError`` where the version is one that only a later program knows."""
    if found > VERSION:
        raise DataError(
            f"a ledger of version {found}, made by a later Groundcheck; this one knows {VERSION}"
        )
