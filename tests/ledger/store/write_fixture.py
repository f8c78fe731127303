"""Writes ``version_N.sql``: a small ledger of the present version as SQL, to be opened ever after.

    PYTHONPATH=src python tests/ledger/store/write_fixture.py

Once a version is released its fixture is written no more. A change in what follows from a claim
(``deriving.rows``) makes ``verify`` find differences in it: that calls for a new version, whose
step is ``deriving.derive_again``.
"""

import importlib.util
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from groundcheck.ledger.store import schema
from groundcheck.ledger.store.opening import open_ledger

HERE = Path(__file__).parent
TEXT = "The staff says that its troops hold 75% of the region. It gave no proof of it."


def filled(path, made):
    """A ledger with two readings of a report, newer findings, a tombstone and a kept word."""
    held = {"words": "troops hold 75% of the region", "places": ["UA-14"], "source": "staff"}
    held["quantities"] = (made.percent(75),)
    where = {"published": made.DAY, "publisher": "The Daily", "title": "A title", "item": "a.txt"}
    checked = {"findings": [(0, "control", "depends", 1.5)], "checked_by": "checks 1"}
    old = made.filed(
        TEXT, [held, {"words": "It gave no proof", "kind": "status"}], **where, **checked
    )
    new = made.filed(TEXT, [held], version="2", **where)
    gone = made.filed("Another text, soon forgotten.", [{"words": "Another text"}], item="b.txt")
    with closing(open_ledger(path)) as ledger:
        made.add(ledger, old, new, gone)
        with ledger.writing() as writer:
            writer.forget(gone.outcome.report.id, "asked for", made.DAY)
            writer.keep("feed", "17")
            newer = [made.found(new.outcome.claims[0], "control", "agrees")]
            writer.check_again(old.outcome.report.id, newer, "checks 2")


def sql(path):
    """The file as SQL; the full text by its rows, for its own tables are its own business."""
    with closing(sqlite3.connect(path)) as db:
        yield f"PRAGMA application_id = {schema.APPLICATION};"
        yield f"PRAGMA user_version = {schema.VERSION};"
        ours = "sql IS NOT NULL AND name NOT LIKE 'words!_%' ESCAPE '!' AND name NOT LIKE 'sqlite%'"
        for (made,) in db.execute(f"SELECT sql FROM sqlite_master WHERE {ours} ORDER BY rowid"):
            yield f"{' '.join(made.split())};"
        tables = f"SELECT name FROM sqlite_master WHERE type = 'table' AND {ours} ORDER BY rowid"
        for (table,) in db.execute(tables).fetchall():
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            columns = ["rowid", *columns] if table == "words" else columns
            quoted = " || ', ' || ".join(f"quote({column})" for column in columns)
            for (row,) in db.execute(f"SELECT {quoted} FROM {table}"):
                yield f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({row});"


def main():
    """Write the fixture of the present version."""
    spec = importlib.util.spec_from_file_location("made", HERE / "made.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger"
        filled(path, made)
        text = "\n".join(sql(path)) + "\n"
    (HERE / f"version_{schema.VERSION}.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
