"""What a ledger's file withstands, and how it is refused where it cannot be used."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from groundcheck.errors import DataError, UnreadableInput
from groundcheck.ledger.layer_store import LayerStore
from groundcheck.ledger.store import Query, connecting, schema
from groundcheck.ledger.store.deriving import derive_again
from groundcheck.ledger.store.opening import open_ledger

from .made import DAY, add, filed

SCRIPT = Path(__file__).parent / "killed_writing.py"
CLAIM = {"words": "they hold all of it", "places": ["UA-14"], "source": "ministry"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "claims.ledger"


@pytest.fixture
def full(path):
    """A ledger with some reports in it, closed."""
    ledger = open_ledger(path)
    for at in range(30):
        add(ledger, filed(f"A text of its own: {at}. " * 40, [CLAIM], published=DAY))
    ledger.close()
    return path


def checked(path):
    """The ledger's information, once it was verified."""
    with closing(open_ledger(path)) as ledger:
        assert list(ledger.verify()) == []
        return ledger.info()


def writer(*arguments):
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def test_a_writer_that_is_killed_leaves_whole_reports(path):
    written = 0
    draw = random.Random(5)
    for _ in range(10):
        process = writer(path)
        for _ in range(draw.randrange(1, 12)):
            number, _ = process.stdout.readline().split()
            written = max(written, int(number) + 1)
        process.kill()
        rest = process.communicate()[0].splitlines()
        written = max([written, *(int(line.split()[0]) + 1 for line in rest)])
        info = checked(path)
        assert info.reports in (written, written + 1)
        assert info.claims == 8 * info.reports


def test_two_processes_write_at_once(path):
    processes = [writer(path), writer(path)]
    results = [[process.stdout.readline() for _ in range(10)] for process in processes]
    for process in processes:
        process.kill()
        process.communicate()
    assert all(line.split()[1] in ("new", "known") for lines in results for line in lines)
    assert checked(path).reports >= 10


def test_a_full_disk_is_told_in_one_line_and_nothing_is_lost(path):
    process = writer(path, 2**19)
    lines, told = process.communicate()
    assert process.returncode == 1
    assert told.startswith(f"{path}: cannot be written (")
    assert told.count("\n") == 1
    assert checked(path).reports == len(lines.splitlines()) > 2


def test_a_full_file_is_told_in_one_line(full, monkeypatch):
    before = checked(full).content

    def small(path, **how):
        db = connecting.connect(path, **how)
        if how["write"]:
            (pages,) = db.execute("PRAGMA page_count").fetchone()
            db.execute(f"PRAGMA max_page_count = {pages + 1}")
        return db

    monkeypatch.setattr("groundcheck.ledger.store.sqlite.connect", small)
    ledger = open_ledger(full)
    many = [filed(f"text {at} {random.Random(at).random()}" * 50, [CLAIM] * 1) for at in range(99)]
    with pytest.raises(DataError, match=r"cannot be written \(database or disk is full\)"):
        add(ledger, *many)
    ledger.close()
    monkeypatch.undo()
    assert checked(full).content == before


def _ask(path, times):
    with closing(open_ledger(path, read_only=True)) as ledger:
        for _ in range(times):
            said = list(ledger.statements(Query(words="hold", place="UA", limit=20)))
            assert said
            assert ledger.count() >= len(said)
    return times


def test_many_read_while_one_writes(full):
    with get_context("spawn").Pool(2) as pool:
        asked = [pool.apply_async(_ask, (full, 30)) for _ in range(4)]
        with closing(open_ledger(full)) as ledger:
            for at in range(30):
                add(ledger, filed(f"Another text of its own, number {at}.", [CLAIM]))
        assert [one.get() for one in asked] == [30] * 4
    assert checked(full).reports == 60


def test_what_is_read_is_of_one_moment(full):
    with closing(open_ledger(full)) as ledger:
        found = ledger.statements()
        first = next(found)
        add(ledger, filed("Written while others are read.", [CLAIM], published=DAY))
        assert len([first, *found]) == 30
        assert ledger.count() == 31


def refused(path, **how):
    with pytest.raises((DataError, UnreadableInput)) as told:
        open_ledger(path, **how)
    said = str(told.value)
    assert said.startswith(f"{path}: ")
    assert "\n" not in said
    return said.removeprefix(f"{path}: ")


def test_an_answer_that_nobody_reads_to_its_end_does_not_outlive_the_ledger(full):
    ledger = open_ledger(full)
    begun = ledger.reports()
    next(begun)
    ledger.close()
    begun.close()
    assert checked(full).reports == 30


@pytest.mark.parametrize("how", [{}, {"read_only": True}])
def test_a_file_that_is_no_ledger_is_refused(path, how):
    path.write_bytes(b"date 2025-02-20\nSome text, no ledger at all. " * 50)
    assert "file is not a database" in refused(path, **how)
    assert path.read_bytes().startswith(b"date 2025-02-20")


@pytest.mark.parametrize("how", [{}, {"read_only": True}])
def test_a_database_of_something_else_is_refused(path, how):
    LayerStore(path)._db.close()
    assert refused(path, **how) == "is a database of something else, no ledger"


@pytest.mark.parametrize("how", [{}, {"read_only": True}])
def test_a_ledger_from_the_future_is_refused(full, how):
    with closing(sqlite3.connect(full)) as db:
        db.execute("PRAGMA user_version = 99")
    assert refused(full, **how) == (
        f"a ledger of version 99, made by a later Groundcheck; this one knows {schema.VERSION}"
    )


@pytest.mark.parametrize("size", [100, 4096, 50_000])
def test_a_truncated_file_is_told_when_opened_or_verified(full, size):
    assert full.stat().st_size > size
    os.truncate(full, size)
    with pytest.raises(DataError, match=r"malformed|not a database|disk I/O") as told:
        open_ledger(full)
    assert str(told.value).startswith(f"{full}: ")


def test_a_damaged_page_is_told(full):
    with full.open("r+b") as file:
        for page in range(8, 16):
            file.seek(page * 4096 + 8)
            file.write(b"\xff" * 4000)
    with closing(open_ledger(full)) as ledger:
        assert list(ledger.verify())
        with pytest.raises(DataError, match="cannot be read"):
            list(ledger.statements())


def test_what_is_not_there_or_a_folder_is_refused(path, tmp_path):
    assert refused(path, read_only=True) == "no ledger there"
    assert not path.exists()
    assert refused(tmp_path) == "is a folder, no ledger"
    (tmp_path / "file").touch()
    assert "cannot be used as a ledger" in refused(tmp_path / "file" / "ledger")
    path.touch()
    assert refused(path, read_only=True) == "is empty, no ledger"


def test_a_folder_is_made_and_a_strange_name_is_no_trouble(tmp_path):
    path = tmp_path / "new" / "a b?c#d%20ü.ledger"
    with closing(open_ledger(path)) as ledger:
        add(ledger, filed("Some text.", [CLAIM]))
    assert path.exists()
    assert checked(path).reports == 1


def test_a_ledger_opened_for_reading_is_not_written(full):
    with closing(open_ledger(full, read_only=True)) as ledger:
        with pytest.raises(DataError, match="was opened for reading only"), ledger.writing():
            pytest.fail("not reached")
        assert list(ledger.verify()) == []
        assert ledger.count() == 30


def test_a_folder_that_cannot_be_written_is_read(full, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with closing(open_ledger(full, read_only=True)) as ledger:
        assert ledger.count() == 30
    assert not Path(f"{full}-shm").exists()


TAMPERED = {
    "text": "UPDATE report SET text = (SELECT text FROM report WHERE id = 2) WHERE id = 1",
    "appearance": "UPDATE appearance SET content = replace(content, '2025-02-20', '2025-02-21')",
    "day": "UPDATE appearance SET published = published + 1",
    "outlet": "UPDATE appearance SET outlet = (SELECT min(id) FROM name)",
    "head": "UPDATE reading SET head = (SELECT head FROM reading WHERE id = 2) WHERE id = 1",
    "claim": "UPDATE claim SET content = (SELECT content FROM claim WHERE id = 2) WHERE id = 1",
    "claim gone": "DELETE FROM claim WHERE id = 1",
    "blob": "UPDATE claim SET content = x'00' WHERE id = 3",
    "reader": "UPDATE name SET text = 'other' WHERE text = 'plain'",
    "statement": "UPDATE statement SET said = said + 1 WHERE id = 1",
    "statement gone": "DELETE FROM statement WHERE id = 1",
    "place": "DELETE FROM statement_place WHERE id = 1",
    "source": "UPDATE name SET text = 'generals' WHERE text = 'ministry'",
    "words": "UPDATE words SET claim = 'other words' WHERE rowid = 1",
    "index": "DELETE FROM words_data WHERE id > 10",
    "group": "UPDATE report SET current = 2 WHERE id = 1",
    "band": "INSERT INTO band VALUES (1, 999)",
    "tombstone": "INSERT INTO forgotten VALUES ('x', 'y', 5, 'z')",
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_every_change_behind_its_back_is_told(full, change):
    with closing(sqlite3.connect(full)) as db, db:
        db.execute(change)
    with closing(open_ledger(full)) as ledger:
        found = list(ledger.verify())
        assert found
        assert all(one.what and one.problem for one in found)


SECRET = "Zyxomma petiolatum"


def everything_in(path):
    return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def secret_report(at, title=SECRET):
    words = f"The {SECRET} was seen near the town number {at}."
    claim = {**CLAIM, "words": words, "source": f"{SECRET} society", "actor": SECRET}
    return filed(
        f"{words} {SECRET.upper()}!", [claim], title=title, publisher=f"{SECRET} news", item=SECRET,
        findings=[(0, SECRET, "agrees", 1.0)], checked_by="checks",
    )  # fmt: skip


def forget(ledger, *given):
    with ledger.writing() as writer:
        return [writer.forget(one.outcome.report.id, "asked for", DAY) for one in given]


def test_nothing_of_what_was_forgotten_is_left_in_the_file(full):
    folded = [SECRET.encode(), SECRET.lower().encode(), b"zyxomma", b"petiolatum"]
    with closing(open_ledger(full)) as ledger:
        given = [secret_report(at) for at in range(3)]
        add(ledger, *given)
        assert any(words in everything_in(full) for words in folded)
        assert forget(ledger, *given) == [True] * 3
        assert not any(words in everything_in(full) for words in folded)
        assert ledger.count(Query(words="zyxo*")) == 0
        assert list(ledger.verify()) == []
        assert add(ledger, given[0]) == ["forgotten"]
        assert not any(words in everything_in(full) for words in folded)
    assert not any(words in everything_in(full) for words in folded)
    assert checked(full).forgotten == 3


def test_a_reader_holds_back_the_wiping_and_the_next_writing_ends_it(full, monkeypatch):
    monkeypatch.setattr(connecting, "WAITING", 0.05)
    with closing(open_ledger(full)) as ledger, closing(open_ledger(full)) as other:
        add(ledger, secret_report(1))
        reading = other.statements()
        next(reading)
        with pytest.raises(DataError, match="another process still reads"):
            forget(ledger, secret_report(1))
        assert ledger.info().forgotten == 1
        reading.close()
        with ledger.writing():
            pass
        assert b"zyxomma" not in everything_in(full).lower()


OLD = """
PRAGMA application_id = 1197689959;
CREATE TABLE report (id INTEGER PRIMARY KEY, sha TEXT NOT NULL UNIQUE);
INSERT INTO report VALUES (1, 'abc');
PRAGMA user_version = 1;
"""


def test_an_older_file_is_brought_up_to_the_newer_version(path, monkeypatch):
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD)
    steps = {
        1: lambda db: db.execute("ALTER TABLE report ADD COLUMN one TEXT DEFAULT 'first'"),
        2: lambda db: db.execute("ALTER TABLE report ADD COLUMN two TEXT DEFAULT 'second'"),
    }
    monkeypatch.setattr(schema, "VERSION", 3)
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    assert "must be opened for writing once" in refused(path, read_only=True)
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT * FROM report").fetchall() == [(1, "abc", "first", "second")]
        assert db.execute("PRAGMA user_version").fetchone() == (3,)


def test_what_follows_can_be_derived_again(full, monkeypatch):
    with closing(sqlite3.connect(full)) as db, db:
        db.execute("UPDATE statement SET said = said + 1, source = 1")
        db.execute("UPDATE statement_place SET said = said + 1")
        db.execute("DELETE FROM finding")
    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(schema, "MIGRATIONS", {1: derive_again})
    assert checked(full).claims == 30


def test_a_migration_that_fails_changes_nothing(path, monkeypatch):
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD)

    def half(db):
        db.execute("DELETE FROM report")
        db.execute("SELECT * FROM nothing")

    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(schema, "MIGRATIONS", {1: half})
    assert "cannot be used as a ledger" in refused(path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT sha FROM report").fetchall() == [("abc",)]


def test_every_version_before_this_one_has_a_step():
    assert sorted(schema.MIGRATIONS) == list(range(1, schema.VERSION))


def test_the_views_tell_it_in_words(full):
    with closing(open_ledger(full)) as ledger:
        add(ledger, secret_report(1))
    with closing(connecting.connect(str(full), write=False)) as db:
        asked = "SELECT said, kind, source, text FROM statements WHERE said IS NOT NULL LIMIT 1"
        assert db.execute(asked).fetchall() == [
            ("2025-02-20", "control", "ministry", "they hold all of it")
        ]
        for view in ("reports", "appearances", "statements", "places", "findings"):
            assert db.execute(f"SELECT * FROM {view}").fetchall()


def test_a_copy_of_the_file_is_the_same_ledger(full, tmp_path):
    copied = tmp_path / "copied"
    shutil.copy(full, copied)
    assert checked(copied).content == checked(full).content


def test_a_ledger_of_version_1_opens(path):
    """The file was written by the first version; it stays as it is whatever comes after."""
    text = (Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as db:
        db.executescript(text)
    with closing(open_ledger(path)) as ledger:
        assert list(ledger.verify()) == []
        (said,) = ledger.statements(Query(words="troops", place="UA", source="staff"))
        assert said.claim.text == "troops hold 75% of the region"
        assert said.verdicts == (("control", "agrees"),)
        assert said.appeared.title == "A title"
        assert [one.version for one in ledger.readings(said.report)] == ["1", "2"]
        assert [len(one.outcome.claims) for one in ledger.readings(said.report)] == [2, 1]
        assert [stone.why for stone in ledger.forgotten()] == ["asked for"]
        assert ledger.kept("feed") == "17"
