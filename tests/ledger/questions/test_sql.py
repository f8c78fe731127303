"""Questions in SQL: answered from the file, and nothing can be changed by them."""

import os
import signal
import sqlite3
import threading

import pytest

from groundcheck.errors import BadValue, DataError, UnreadableInput
from groundcheck.ledger.questions.sql import sql
from groundcheck.ledger.store.opening import open_ledger


@pytest.fixture(scope="session")
def path(example_feed, tmp_path_factory):
    path = tmp_path_factory.mktemp("sql") / "ledger.sqlite"
    ledger = open_ledger(path)
    with ledger.writing() as writer:
        for filed in example_feed:
            writer.add(filed)
    ledger.close()
    return path


@pytest.mark.parametrize(
    ("question", "columns", "rows"),
    [
        ("SELECT 1 AS one, NULL AS none", ("one", "none"), ((1, None),)),
        (
            "SELECT source, count(*) AS n FROM statements GROUP BY source ORDER BY n",
            ("source", "n"),
            (("Olha Stepko", 2), ("Gennady Frolov", 6)),
        ),
        ("SELECT count(*) AS n FROM words WHERE words MATCH 'harvest OR kherson'", ("n",), ((5,),)),
        ("SELECT value FROM json_each('[1, 2]')", ("value",), ((1,), (2,))),
        ("SELECT name FROM pragma_table_info('kept')", ("name",), (("name",), ("value",))),
        ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2) SELECT * FROM n",
         ("i",), ((1,), (2,))),
        ("SELECT 1 AS a WHERE 0", ("a",), ()),
    ],
)  # fmt: skip
def test_a_question_is_answered(path, question, columns, rows):
    answer = sql(path, question)
    assert (answer.columns, answer.rows, answer.more) == (columns, rows, False)


@pytest.mark.parametrize(("limit", "more"), [(0, True), (3, True), (8, False), (9, False)])
def test_no_more_than_asked_for(path, limit, more):
    answer = sql(path, "SELECT claim FROM statements", limit)
    assert (len(answer.rows), answer.more) == (min(limit, 8), more)


CHANGES = [
    "DELETE FROM report",
    "UPDATE report SET text = x'00'",
    "INSERT INTO kept VALUES ('a', 'b')",
    "INSERT INTO words (words) VALUES ('rebuild')",
    "DROP TABLE report",
    "UPDATE sqlite_master SET sql = ''",
    "DELETE FROM sqlite_master",
    "INSERT INTO sqlite_temp_master VALUES (1, 2, 3, 4, 5)",
    "CREATE TABLE mine (a)",
    "CREATE TEMP TABLE mine (a)",
    "CREATE TEMP VIEW mine AS SELECT 1",
    "ATTACH 'other.sqlite' AS other",
    "ATTACH ':memory:' AS other",
    "VACUUM",
    "VACUUM INTO 'copy.sqlite'",
    "REINDEX",
    "ANALYZE",
    "BEGIN IMMEDIATE",
    "SAVEPOINT here",
    "PRAGMA query_only = OFF",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA user_version = 9",
    "PRAGMA writable_schema = ON",
    "SELECT load_extension('x')",
    "SELECT 1; DELETE FROM report",
    "WITH one AS (SELECT 1) DELETE FROM report",
    "EXPLAIN DELETE FROM report",
]


@pytest.mark.parametrize("question", CHANGES)
def test_nothing_can_be_changed(path, question, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = path.read_bytes()
    with pytest.raises(BadValue, match=r"^sql: "):
        sql(path, question)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("", "wants a question"),
        ("-- nothing", "wants a question"),
        ("SELEC 1", "syntax error"),
        ("SELECT a FROM nowhere", "no such table"),
        ("SELECT ?", "binding"),
        ("SELECT '\ud800'", "surrogates"),
        ("SELECT zeroblob(1000000000)", "too big"),
        ("SELECT writefile('x', 'y')", "no such function"),
    ],
)
def test_what_is_no_question_is_refused(path, question, reason):
    with pytest.raises(BadValue, match=f"^sql: .*{reason}"):
        sql(path, question)


def test_a_question_without_end_can_be_interrupted(path):
    started = threading.Event()

    def interrupt():
        started.wait()
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    started.set()
    with pytest.raises(KeyboardInterrupt):
        sql(path, endless)
    thread.join()


def test_what_is_no_ledger_is_refused(path, tmp_path):
    with pytest.raises(UnreadableInput, match="no such file"):
        sql(tmp_path / "none", "SELECT 1")
    (tmp_path / "text").write_text("not a ledger at all")
    with pytest.raises(DataError, match="cannot be read as a ledger"):
        sql(tmp_path / "text", "SELECT 1")
    other = sqlite3.connect(tmp_path / "other")
    other.execute("CREATE TABLE mine (a)")
    other.close()
    with pytest.raises(DataError, match="no ledger"):
        sql(tmp_path / "other", "SELECT 1")
    (tmp_path / "cut").write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(DataError):
        sql(tmp_path / "cut", "SELECT * FROM statements")
