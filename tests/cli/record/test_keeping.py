"""The commands that keep a ledger in order, as they are called."""

import json
import sqlite3
from contextlib import closing
from datetime import date

import pytest

from groundcheck.ledger.store import Query
from groundcheck.ledger.store.opening import open_ledger


def report_of(ledger, source):
    opened = open_ledger(ledger)
    said = next(opened.statements(Query(source=source)))
    opened.close()
    return said


def test_what_is_in_it_is_told(run, ledger):
    code, out, _ = run("info")
    assert code == 0
    assert "reports             6\n" in out
    found = json.loads(run("info", "--format", "json")[1])
    assert (found["reports"], found["claims"], found["first_day"]) == (6, 8, "2025-06-12")


def test_a_sound_ledger_verifies(run, ledger):
    assert run("verify") == (0, "all is as it was written\n", "")
    assert run("verify", "--format", "json") == (0, "[]\n", "")


def test_a_changed_one_does_not_and_says_what_differs(run, ledger):
    with closing(sqlite3.connect(ledger)) as db, db:
        db.execute("UPDATE report SET text = (SELECT text FROM report WHERE id = 2) WHERE id = 1")
    code, out, err = run("verify")
    assert (code, err) == (1, "")
    assert out
    code, out, _ = run("verify", "--format", "json")
    assert code == 1
    assert {"what", "problem"} == set(json.loads(out)[0])


def test_a_report_is_forgotten_with_its_words(run, ledger):
    said = report_of(ledger, "Olha Stepko")
    code, out, _ = run("forget", said.report[:10], "--why", "  asked by its author ")
    assert (code, out.split(":")[0]) == (0, said.report)
    assert json.loads(run("search", "Toretsk", "--format", "json")[1]) == []
    opened = open_ledger(ledger)
    (stone,) = opened.forgotten()
    assert (stone.report, stone.why) == (said.report, "asked by its author")
    opened.close()
    assert run("verify")[0] == 0
    code, _, err = run("forget", said.report[:10], "--why", "again")
    assert code == 2
    assert "no report or claim on record" in err


def test_programs_are_told_what_was_kept_and_forgotten(run, ledger, tmp_path):
    to = tmp_path / "copy.sqlite"
    assert json.loads(run("backup", to, "--format", "json")[1]) == {
        "path": str(to),
        "size": to.stat().st_size,
    }
    said = report_of(ledger, "Olha Stepko")
    stone = json.loads(run("forget", said.report, "--why", "“asked”", "--format", "json")[1])
    assert (stone["report"], stone["why"]) == (said.report, "“asked”")
    assert stone["day"] == str(date.fromisoformat(stone["day"]))


@pytest.mark.parametrize(
    ("which", "why", "reason"),
    [("report", " ", "--why: wants a reason"), ("claim", "asked", "is a claim; the report")],
)
def test_what_cannot_be_forgotten_stays(run, ledger, which, why, reason):
    said = report_of(ledger, "Olha Stepko")
    id_ = said.report if which == "report" else said.claim.id
    code, out, err = run("forget", id_, "--why", why)
    assert (code, out) == (2, "")
    assert reason in err
    assert json.loads(run("info", "--format", "json")[1])["reports"] == 6


def test_a_backup_is_a_ledger_of_the_same_content(run, ledger, tmp_path):
    to = tmp_path / "kept" / "copy.sqlite"
    code, _, err = run("backup", to)
    assert (code, err.count("\n")) == (2, 1)
    to.parent.mkdir()
    assert run("backup", to)[0] == 0
    assert [path.name for path in to.parent.iterdir()] == ["copy.sqlite"]
    one, two = (
        json.loads(run("info", "--format", "json", "--ledger", at)[1]) for at in (ledger, to)
    )
    assert one["content"] == two["content"]
    assert run("verify", "--ledger", to)[0] == 0


def test_a_backup_writes_over_nothing(run, ledger, tmp_path):
    to = tmp_path / "copy"
    to.write_text("mine")
    code, out, err = run("backup", to)
    assert (code, out) == (2, "")
    assert err == f"groundcheck: {to}: is there already; a backup writes over nothing\n"
    assert to.read_text() == "mine"


def test_what_is_on_record_is_checked_again(run, ledger, tmp_path):
    store = str(tmp_path / "none.sqlite")
    code, out, _ = run("recheck", "--store", store, "--format", "json")
    assert (code, json.loads(out)["reports"]) == (0, 6)
    assert run("recheck", "--store", store)[1].startswith("0 reports checked anew by ")
    assert run("verify")[0] == 0
